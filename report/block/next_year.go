package block

import (
	"fmt"

	"pilot90/cohort/cell"
	"pilot90/report/content"
	"pilot90/report/plan"
)

var nextYearKind = Kind{
	Name:  "next_year",
	About: "次の年度にすること",
	Build: (*Env).nextYear,
}

// nextYear lists the steps into the next fiscal year.
func (e *Env) nextYear(plan.Block) []content.Block {
	next := cell.NewDay(e.Window.Clock.End.FiscalYear()+1, 4, 1)
	lastDay, year := (next - 1).String(), e.fiscalYear(next)
	return []content.Block{content.List{Items: []string{
		e.Words("年度末の版を残す：  pilot90 seal 台帳のフォルダー --for grant --as-of "+lastDay+"（council、public も同じように）",
			"Seal the editions of the year's end: pilot90 seal FOLDER --for grant --as-of "+lastDay+
				" (council and public likewise)"),
		e.Words("出納整理期間（5月31日まで）の支払日を台帳に書き入れ、もう一度点検する", "Enter the payments made until 31 May and check again"),
		e.Words("同じ台帳を続けて使う場合：  pilot.toml の [period] を"+year+"にし、[targets] と交付金の年度増加分を確かめる",
			"To go on with the same ledger: set [period] in pilot.toml to "+year+
				" and review [targets] and the grant's increments"),
		e.Words("新しい台帳で始める場合：  pilot90 init 新しいフォルダー --from 今の台帳（参加者・発注者・案件を引き継ぐ）",
			"To begin a new one: pilot90 init NEW-FOLDER --from THIS-LEDGER (takes over participants, clients and contracts)"),
		e.Words("4月の最初の週に pilot90 check と pilot90 report --for hub を動かし、この資料の日付の表と見比べる",
			"In the first week of April run pilot90 check and pilot90 report --for hub, and compare with the dates above"),
		e.Words("次の異動のときは、もう一度 pilot90 handover でこの資料をつくる",
			"At the next change of staff make these pages again with pilot90 handover"),
	}}}
}

// fiscalYear names the fiscal year that begins on the day: 令和8年度, fiscal 2026.
func (e *Env) fiscalYear(start cell.Day) string {
	era, year := start.Era()
	return e.Words(fmt.Sprintf("%s%d年度", era, year), fmt.Sprintf("fiscal %d", start.FiscalYear()))
}
