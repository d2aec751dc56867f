package block

import (
	"fmt"

	"pilot90/kpi/facts"
	"pilot90/kpi/state"
	"pilot90/report/content"
	"pilot90/report/plan"
)

var datesKind = Kind{
	Name:  "dates",
	About: "引き継ぐ人のための日付の一覧",
	Build: (*Env).dates,
}

// dates lists what lies ahead in the coming year.
func (e *Env) dates(plan.Block) []content.Block {
	if !e.Profile.Open() {
		return nil // contracts and small groups are named
	}
	t := &content.Table{
		ID:      "dates",
		Caption: e.Words("これから1年の日付", "Dates of the coming year"),
		Columns: []content.Column{
			{Head: e.Words("日付", "Date"), Width: 38},
			{Head: e.Words("こと", "What"), Width: 62},
		},
	}
	for _, m := range state.Milestones(e.Window) {
		t.Rows = append(t.Rows, []string{e.Day(m.Day), e.milestone(m)})
	}
	return []content.Block{t}
}

func (e *Env) milestone(m state.Milestone) string {
	contract := ""
	if m.Contract != nil {
		contract = m.Contract.Title.Value
		if !m.Contract.Source.Named() {
			contract = m.Contract.ID.Value + " " + contract
		}
	}
	switch m.Kind {
	case state.CycleEnds:
		return e.Words(fmt.Sprintf("%sの%sが終わる（%d人）", m.Cohort, facts.CycleTitle(e.Cohort.Pilot.Cycle).JA, m.People),
			fmt.Sprintf("the cycle of %s ends (%d people)", m.Cohort, m.People))
	case state.ContractEnds:
		return e.Words("案件 "+contract+" が終わる", "contract "+contract+" ends")
	case state.NoticeDue:
		return e.Words("案件 "+contract+"：更新しない場合に予告する期限（終了の30日前）",
			"contract "+contract+": last day to announce that it ends (30 days before)")
	case state.LastStart:
		return e.Words(fmt.Sprintf("年度内に%d日を終えられる最も遅い開始日", e.Cohort.Pilot.Cycle.Length()),
			"last start whose cycle ends inside the fiscal year")
	case state.YearEnd:
		return e.Words("年度末。この日までの作業が今年度の実績になる", "end of the fiscal year")
	case state.BooksClose:
		return e.Words("出納整理期間の終わり。前の年度の支払いはこの日まで", "the books of the fiscal year before close; payments for it until then")
	}
	return e.Words("交付金の指標「"+m.Indicator+"」の目標年月", "target date of the grant's indicator “"+m.Indicator+"”")
}
