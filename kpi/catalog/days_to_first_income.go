package catalog

import (
	"fmt"

	"pilot90/cohort/lang"
	"pilot90/kpi"
	"pilot90/kpi/facts"
	"pilot90/kpi/survival"
)

var daysToFirstIncome = kpi.Definition{
	ID:      "days_to_first_income",
	Title:   lang.Text{JA: "初収入までの日数", EN: "Days to the first income"},
	Unit:    kpi.Days,
	Theme:   kpi.ThemePeople,
	Measure: kpi.Stock,
	Law:     lasting(incomeWaits, firstIncomes),
	Formula: lang.Text{
		JA: "基準日までに開始した参加者の、開始日を1日目とした初収入日までの日数のカプラン・マイヤー法の中央値。離脱後の支払いも初収入に数え、初収入がない人は、離脱日と評価日（基準日と対象期間の末日の早いほう）" +
			"の早いほうで打ち切りとする。" +
			"あわせて30・60・90日目までに初収入を得た割合（カプラン・マイヤー法）を示す",
		EN: "Kaplan–Meier median, over participants started by the as-of date, of the days to the first income date, the " +
			"start date being day 1; a payment after the exit counts, and who has none is censored at the exit date or the " +
			"evaluation date (the as-of date or the period's end), whichever is first; beside it the Kaplan–Meier share " +
			"with an income by days 30, 60 and 90",
	},
	Better:   kpi.Lower,
	Smallest: 5,
	Needs:    needPeopleTasks,
	Columns:  append([]kpi.Column{cycleStart}, needPay...),
	Also:     alsoPayments,
	Assumes:  append([]kpi.Column{paidDate}, assumesExit...),
	Origin:   originCompanion,
	Class:    kpi.Amount,
	About:    kpi.AboutPersons,
	Compute:  computeDaysToFirstIncome,
}

func computeDaysToFirstIncome(w *kpi.Window) kpi.Figure {
	spells, left := incomeWaits(w)
	f := firstIncomes(spells)
	f.Excluded = len(left)
	for _, s := range spells {
		f.List(s.Rows...)
	}
	f.List(left...)
	return f
}

// firstIncomes is the figure of the waits.
func firstIncomes(spells []facts.Spell) kpi.Figure {
	f := kpi.Figure{N: len(spells)}
	if len(spells) == 0 {
		f.Reason = noParticipant
		return f
	}
	curve, err := survival.Fit(facts.Subjects(spells, facts.Spell.Days))
	if err != nil {
		f.Reason = facts.Unfit(err)
		return f
	}
	f.Parts = waitParts(spells, curve)
	median := curve.Median(survival.LogLog)
	if !median.Reached() {
		f.Reason = lang.Text{
			JA: fmt.Sprintf("半数が初収入に達していないため中央値がありません（%d人中%d人）", curve.Subjects, curve.Events),
			EN: fmt.Sprintf("the median is not reached: %d of %d have had an income", curve.Events, curve.Subjects),
		}
		return f
	}
	f.Value = &median.Estimate
	if survival.Defined(median.Lower) && survival.Defined(median.Upper) {
		f.Interval = &[2]float64{median.Lower, median.Upper}
	}
	f.Arithmetic = lang.Text{
		JA: fmt.Sprintf("S(t) が 0.5 に達する日 = %s（%d人中、初収入 %d人）", lang.Plain(median.Estimate), curve.Subjects, curve.Events),
		EN: fmt.Sprintf("day on which S(t) comes to 0.5 = %s (%d people, %d incomes)", lang.Plain(median.Estimate),
			curve.Subjects, curve.Events),
	}
	return f
}

// incomeWaits are the waits for the first income, from the start date to the income (ended), which may be paid
// after the exit, or to the exit or E (censored).
func incomeWaits(w *kpi.Window) (spells []facts.Spell, left []kpi.RowUse) {
	for _, p := range w.Cohort.Participants.Excluded {
		if !p.StartDate.Known || p.StartDate.Value <= w.Clock.At() {
			left = append(left, useStart(w, p).Without(kpi.Faulty))
		}
	}
	for _, p := range w.OnCycle() {
		who := useStart(w, p, kpi.CellOf(p.ExitDate))
		s := facts.Spell{From: p.StartDate.Value, To: w.Clock.At()}
		if exit, gone := w.Exit(p); gone {
			s.To = exit
		}
		note, rows := lang.Text{JA: "初収入なし（打ち切り）", EN: "no income yet (censored)"}, []kpi.RowUse(nil)
		if day, income, earned := w.FirstIncome(p); earned {
			s.To, s.Ended, note = day, true, lang.Text{JA: "初収入あり", EN: "had an income"}
			rows = append(rows, useIncome(w, income))
		}
		if s.To < s.From {
			left = append(left, who.Without(lang.Text{JA: "開始日より前の日付のため除外", EN: "left out: dated before the start"}))
			continue
		}
		s.Rows = append([]kpi.RowUse{who.With(note)}, rows...)
		spells = append(spells, s)
	}
	return spells, left
}

// waitParts are the parts of a duration, ended_mean among them, with the share that has an income by day 30, 60, 90.
// A share is none beyond the longest observed time.
func waitParts(spells []facts.Spell, c *survival.Curve) kpi.Parts {
	parts := kpi.Parts{
		{Key: "events", Title: lang.Text{JA: "初収入あり", EN: "had an income"}, Unit: kpi.Count, Value: float64(c.Events)},
		{Key: "censored", Title: lang.Text{JA: "続いている（途中までの長さ）", EN: "censored"}, Unit: kpi.Count,
			Value: float64(c.Subjects - c.Events)},
		facts.EndedMean(spells, lang.Text{JA: "初収入を得た人だけの平均", EN: "mean of those who had one alone"}, kpi.Days,
			facts.Spell.Days),
	}
	for _, d := range []int{30, 60, 90} {
		var share any
		if at := c.At(float64(d)); float64(d) <= c.Last() || at.Survival == 0 {
			share = 1 - at.Survival
		}
		parts = append(parts, kpi.Part{
			Key:   fmt.Sprintf("by_day_%d", d),
			Title: lang.Text{JA: fmt.Sprintf("%d日目までの割合", d), EN: fmt.Sprintf("share by day %d", d)},
			Unit:  kpi.Ratio, Value: share,
		})
	}
	return append(parts, facts.DurationParts(c, kpi.Days)...)
}
