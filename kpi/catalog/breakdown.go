package catalog

import (
	"slices"

	"pilot90/cohort"
	"pilot90/cohort/finding"
	"pilot90/kpi"
)

// unknownGroup holds those whose group is blank, so that nobody is lost.
const unknownGroup = "unknown"

// breakdown shows the registered participants by group: how many are registered, active and have
// a first income in the period as residents, and their median monthly income. of gives the
// groups a participant is in; none means unknown. The value is the number registered.
func breakdown(w *kpi.Window, groups []kpi.Group, of func(*cohort.Participant) []string,
	cells func(*cohort.Participant) []kpi.Cell) kpi.Figure {
	var t kpi.Tally
	members := map[string][]*cohort.Participant{}
	for _, p := range kpi.RegisteredBy(w) {
		keys := of(p)
		if len(keys) == 0 {
			keys = []string{unknownGroup}
		}
		for _, k := range keys {
			members[k] = append(members[k], p)
		}
		t.Add(true, kpi.UseParticipant(p, cells(p)...).With(groupNote(groups, keys)))
	}
	for _, p := range kpi.FaultyRegistered(w) {
		t.DropFaulty(kpi.UseParticipant(p, cells(p)...))
	}
	f := t.Count(finding.Text{JA: "人", EN: "people"})
	var shown []kpi.Group
	unknown := kpi.Group{Key: unknownGroup, Title: finding.Text{JA: "不明", EN: "unknown"}}
	for _, g := range append(slices.Clip(groups), unknown) {
		if len(members[g.Key]) > 0 {
			shown = append(shown, kpi.Group{Key: g.Key, Title: g.Title, Parts: groupParts(w, members[g.Key]),
				Shares: earnings(w, members[g.Key])})
		}
	}
	f.Parts = kpi.Parts{{Key: "groups", Title: finding.Text{JA: "内訳", EN: "groups"}, Unit: kpi.Count, Value: shown}}
	return f
}

func groupNote(groups []kpi.Group, keys []string) finding.Text {
	var note finding.Text
	for i, k := range keys {
		title := titleIn(groups, k)
		if k == unknownGroup {
			title = finding.Text{JA: "不明", EN: "unknown"}
		}
		if i > 0 {
			note.JA, note.EN = note.JA+"、", note.EN+", "
		}
		note.JA, note.EN = note.JA+title.JA, note.EN+title.EN
	}
	return note
}

// groupParts are the numbers of one group. What the ledger cannot tell is nil.
func groupParts(w *kpi.Window, people []*cohort.Participant) kpi.Parts {
	parts := kpi.Parts{
		{Key: "registered", Title: finding.Text{JA: "登録者", EN: "registered"}, Unit: kpi.Count, Value: float64(len(people))},
		{Key: "active", Title: finding.Text{JA: "稼働者", EN: "active"}, Unit: kpi.Count},
		{Key: "first_income_residents", Title: firstIncomeResidents.Title, Unit: kpi.Count},
		{Key: "median_monthly_income", Title: monthlyIncome.Title, Unit: kpi.Yen},
	}
	if !w.Present(cohort.TasksKey) {
		return parts
	}
	active, earners := 0, 0
	var months []kpi.MonthPay
	for _, p := range people {
		if kpi.FirstTaskSince(w, p, activeSince(w)) != nil {
			active++
		}
		if day, _, earned := w.FirstIncome(p); earned && w.In(day) && kpi.Resident(p) && !p.PriorIncome.Value {
			earners++
		}
		months = append(months, kpi.MonthPaysOf(w, p)...)
	}
	parts[1].Value = float64(active)
	if w.Lack(nil, needPay).Empty() {
		parts[2].Value = float64(earners)
		if median, ok := kpi.Median(kpi.EarningMonths(months)); ok {
			parts[3].Value = median
		}
	}
	return parts
}

// earnings are what each person of a group earned in the months that the median is taken of.
func earnings(w *kpi.Window, people []*cohort.Participant) kpi.Shares {
	shares := kpi.Shares{}
	for _, p := range people {
		if yen := kpi.Sum(kpi.EarningMonths(kpi.MonthPaysOf(w, p))); yen > 0 {
			shares = append(shares, yen)
		}
	}
	return shares
}

// breakdownTable is the columns of persons.
var breakdownTable = &kpi.Table{Columns: []kpi.TableColumn{{Key: "registered", Total: kpi.ThoseRegistered},
	{Key: "active", Total: kpi.ThoseActive}, {Key: "first_income_residents", Total: kpi.ThoseWithFirstIncome}}}
