package block

import (
	"fmt"
	"slices"
	"strings"

	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
	"pilot90/report/content"
	"pilot90/report/plan"
)

var nextYearKind = Kind{
	Name:  "next_year",
	About: "次の年度にすること",
	Build: (*Env).nextYear,
}

// nextYear lists the steps into the next fiscal year: what ends the old one, and what April needs.
func (e *Env) nextYear(plan.Block) []content.Block {
	next := cell.NewDay(e.Window.Clock.End.FiscalYear()+1, 4, 1)
	return []content.Block{content.List{Items: slices.Concat(
		e.unsealed(next), e.settling(next), e.budgetOfNext(next), e.targetsOfNext(next), []string{
			e.Words("新しい台帳で始める場合：  pilot90 init 新しいフォルダー --from 今の台帳（続ける人、続いている案件、年度ごとの目標、交付金の実績を引き継ぐ）",
				"To begin a new one: pilot90 init NEW-FOLDER --from THIS-LEDGER (takes over the people who go on, running "+
					"contracts, targets by year, and what the grants reached)"),
			e.Words("4月の最初の週に pilot90 check と pilot90 report --for hub を動かし、この資料の日付の表と見比べる",
				"In the first week of April run pilot90 check and pilot90 report --for hub, and compare with the dates above"),
			e.Words("次の異動のときは、もう一度 pilot90 handover でこの資料をつくる",
				"At the next change of staff make these pages again with pilot90 handover"),
		})}}
}

// yearEnd are the editions that are sealed at the end of a fiscal year.
var yearEnd = []string{"grant", "council", "public"}

// unsealed names the editions of the year's end that are still to be sealed.
func (e *Env) unsealed(next cell.Day) []string {
	year := e.Window.Clock.End.FiscalYear()
	missing := slices.DeleteFunc(slices.Clone(yearEnd), func(kind string) bool {
		return slices.ContainsFunc(e.Kept, func(k Kept) bool { return k.Edition == kind && k.Year == year })
	})
	if len(missing) == 0 {
		return []string{e.Words(fmt.Sprintf("%sの年度末の版（%s）は残してあります", e.fiscalYear(next-1), strings.Join(yearEnd, "、")),
			fmt.Sprintf("The editions of the end of %s are sealed (%s)", e.fiscalYear(next-1), strings.Join(yearEnd, ", ")))}
	}
	command := fmt.Sprintf("pilot90 seal 台帳のフォルダー --for %s --period %d --as-of %s", missing[0], year, next-1)
	return []string{e.Words(
		fmt.Sprintf("%sの年度末の版のうち、まだ残していないもの：%s　　%s", e.fiscalYear(next-1), strings.Join(missing, "、"), command),
		fmt.Sprintf("Editions of the end of %s still to be sealed: %s — %s", e.fiscalYear(next-1),
			strings.Join(missing, ", "),
			strings.Replace(command, "台帳のフォルダー", "FOLDER", 1)))}
}

// settling is what is to be done about payments until the books close on 31 May, and the as-of date of figures then.
func (e *Env) settling(next cell.Day) []string {
	year, close := next.FiscalYear()-1, cell.NewDay(next.FiscalYear(), 5, 31)
	return []string{e.Words(
		fmt.Sprintf("出納整理期間（%[1]s まで）の支払日と執行額を台帳に書き入れ（予算の行の「年度」は %[2]d）、もう一度点検する。"+
			"決算の値は --period %[2]d --as-of %[1]s で出す", close, year),
		fmt.Sprintf("Enter payments and expenses until %[1]s, when the books close (年度 %[2]d in the budget), and check "+
			"again; the final figures are those of --period %[2]d --as-of %[1]s", close, year))}
}

// budgetOfNext is what the budget sheet needs; lines that name no year stop counting once a second year begins.
func (e *Env) budgetOfNext(next cell.Day) []string {
	year, open := next.FiscalYear(), 0
	for _, b := range e.Cohort.Budget.Every() {
		if b.Year() == 0 {
			open++
		}
	}
	steps := []string{e.Words(fmt.Sprintf("予算のシートに%sの行を足し、「年度」に %d と書く", e.fiscalYear(next), year),
		fmt.Sprintf("Add the budget lines of %s, with %d under 年度", e.fiscalYear(next), year))}
	if open > 0 {
		steps = append(steps, e.Words(
			fmt.Sprintf("年度も日付もない予算の行 %d行に、「年度」として %d と書く（新しい年度の記録が入ると、どちらの年度か分からなくなります）", open, year-1),
			fmt.Sprintf("Write %d under 年度 in the %d budget lines with neither year nor date: with records of the new year "+
				"nobody could tell of which they are", year-1, open)))
	}
	return steps
}

// targetsOfNext is what the settings need: the period, and targets that do not overwrite those of the old year.
func (e *Env) targetsOfNext(next cell.Day) []string {
	year := next.FiscalYear()
	steps := []string{e.Words(
		fmt.Sprintf("同じ台帳を続けて使う場合：  pilot.toml の [period] を%sにし、交付金の年度増加分を確かめる", e.fiscalYear(next)),
		fmt.Sprintf("To go on with the same ledger: set [period] in pilot.toml to %s and review the grant's increments",
			e.fiscalYear(next)))}
	if len(e.Window.Pilot.Targets) > 0 {
		steps = append(steps, e.Words(
			fmt.Sprintf("今の [targets] は [targets.%d] と名前を変えて残す（書き換えると前の年度の達成も変わります）", year-1),
			fmt.Sprintf("Rename [targets] to [targets.%d] and keep it: rewriting it would change last year's achievement",
				year-1)))
	}
	if len(e.Window.Pilot.YearTargets[year]) == 0 {
		steps = append(steps, e.Words(fmt.Sprintf("%sの目標を [targets.%d] に書く（まだありません）", e.fiscalYear(next), year),
			fmt.Sprintf("Write the targets of %s under [targets.%d]: there are none yet", e.fiscalYear(next), year)))
	}
	return steps
}

// fiscalYear names the fiscal year of the day: 令和8年度, fiscal 2026.
func (e *Env) fiscalYear(day cell.Day) string { return e.Say(yearWords(day)) }

func yearWords(day cell.Day) lang.Text {
	start := cell.NewDay(day.FiscalYear(), 4, 1)
	era, year := start.Era()
	return lang.Text{JA: fmt.Sprintf("%s%d年度", era, year), EN: fmt.Sprintf("fiscal %d", start.FiscalYear())}
}
