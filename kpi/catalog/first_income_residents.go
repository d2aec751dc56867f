package catalog

import (
	"pilot90/cohort/lang"
	"pilot90/cohort/schema"
	"pilot90/kpi"
	"pilot90/kpi/bound"
	"pilot90/kpi/facts"
	"pilot90/kpi/forecast"
)

var firstIncomeResidents = kpi.Definition{
	ID:      "first_income_residents",
	Title:   lang.Text{JA: "初めて収入を得た住民", EN: "Residents with a first income"},
	Unit:    kpi.Count,
	Theme:   kpi.ThemePeople,
	Measure: kpi.Flow,
	Law:     sums,
	Formula: lang.Text{
		JA: "居住区分が町外でなく（空欄は住民）、過去のテレワーク収入が「有」でない参加者のうち、初収入日が対象期間に入る人数。初収入日は、報酬が0円より大きい作業の支払日のうち基準日以前で最も早い日。支払日が空欄なら未払い。" +
			"支払日の列がない台帳では作業日を使い、そのことを注記する。「支払」の表がある台帳では、支払額が0円より大きい支払のうち最も早い支払日",
		EN: "participants who do not live outside (blank: resident) and have no prior telework income, whose first income " +
			"date is in the period; the first income date is the earliest paid date, not after the as-of date, of tasks with " +
			"pay > 0; a blank paid date is not yet paid; a ledger without a paid-date column uses the task date and says so; " +
			"where payments are listed, the day of the earliest payment above 0",
	},
	Plain: lang.Text{
		JA: "住民のうち、この取り組みで初めて在宅の仕事の収入を得た人の数です。以前に在宅の仕事で収入のあった人は数えません。",
		EN: "Residents who earned by work from home for the first time. Those who had earned so before are not counted.",
	},
	Better:  kpi.Higher,
	Needs:   needPeopleTasks,
	Columns: needPay,
	Also:    alsoPayments,
	Assumes: assumesFirstIncome,
	Origin:  originHeadline,
	Bearing: bound.Counted{Adds: needParticipants, Raises: paidTables, Lowers: paidTables},
	Outlook: forecast.Events{AfterCycle: true, Among: true, Groups: forecast.Following},
	Counts:  kpi.Persons,
	Class:   kpi.Accountability,
	About:   kpi.AboutPersons,
	Topic:   kpi.TopicFirstIncomes,
	Reach: &kpi.Reach{Stage: facts.FirstIncome, Newcomers: true,
		By: lang.Text{JA: "%d日目までに初めて収入を得た住民", EN: "Residents with a first income by day %d"}},
	Compute: computeFirstIncomeResidents,
}

// needPay: without pay in the log or a list of payments nobody's income is known.
var needPay = []kpi.Column{{Table: schema.Tasks, Key: "pay", Or: schema.Payments}}

func computeFirstIncomeResidents(w *kpi.Window) kpi.Figure {
	if !w.PeriodOpen() {
		return kpi.None(noOpenPeriod)
	}
	var t kpi.Tally
	for _, p := range w.Participants {
		if !kpi.Resident(p) || p.PriorIncome.Value {
			continue
		}
		day, income, earned := w.FirstIncome(p)
		who := w.UseParticipant(p, kpi.CellOf(p.Residence), kpi.CellOf(p.PriorIncome))
		if earned {
			t.Add(w.In(day), who, useIncome(w, income))
		} else {
			t.Add(false, who)
		}
	}
	for _, p := range w.Cohort.Participants.Excluded {
		t.DropFaulty(w.UseParticipant(p, kpi.CellOf(p.Residence), kpi.CellOf(p.PriorIncome)))
	}
	return t.Count(lang.Text{JA: "人", EN: "people"})
}

// useIncome is the payment, or the task, that gave a first income date.
func useIncome(w *kpi.Window, i kpi.Income) kpi.RowUse {
	return w.UseIncome(i).With(lang.Text{JA: "初収入", EN: "first income"})
}
