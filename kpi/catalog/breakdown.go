package catalog

import (
	"slices"

	"pilot90/cohort/lang"
	"pilot90/cohort/record"
	"pilot90/cohort/schema"
	"pilot90/kpi"
	"pilot90/kpi/facts"
)

// unknownGroup holds those whose group is blank, so that nobody is lost.
const unknownGroup = "unknown"

// breakdown shows the registered participants by group: how many are registered, active and have
// a first income in the period as residents, and their median monthly income. of gives the
// groups a participant is in; none means unknown. The value is the number registered.
func breakdown(w *kpi.Window, groups []kpi.Group, of func(*record.Participant) []string,
	cells func(*record.Participant) []kpi.Cell) kpi.Figure {
	var t kpi.Tally
	members := membersOf(w, of)
	for _, p := range facts.RegisteredBy(w) {
		keys := groupsOf(p, of)
		t.Add(true, w.UseParticipant(p, cells(p)...).Saying(func() lang.Text { return groupNote(groups, keys) }))
	}
	for _, p := range facts.FaultyRegistered(w) {
		t.DropFaulty(w.UseParticipant(p, cells(p)...))
	}
	f := t.Count(lang.Text{JA: "人", EN: "people"})
	var shown []kpi.Group
	unknown := kpi.Group{Key: unknownGroup, Title: lang.Text{JA: "不明", EN: "unknown"}}
	for _, g := range append(slices.Clip(groups), unknown) {
		if len(members[g.Key]) > 0 {
			parts, counted := groupParts(w, members[g.Key])
			earned, months := earnings(w, members[g.Key])
			shown = append(shown, kpi.Group{Key: g.Key, Title: g.Title, Parts: parts, Members: counted, Earnings: earned,
				Records: months})
		}
	}
	f.Parts = kpi.Parts{{Key: "groups", Title: lang.Text{JA: "内訳", EN: "groups"}, Unit: kpi.Count, Value: shown}}
	f.Warnings = brokenDown(w)
	return f
}

// groupsOf are the groups that a participant is in: at least that of those of whom it is not known.
func groupsOf(p *record.Participant, of func(*record.Participant) []string) []string {
	if keys := of(p); len(keys) > 0 {
		return keys
	}
	return []string{unknownGroup}
}

// membersOf are the participants registered by E, by group.
func membersOf(w *kpi.Window, of func(*record.Participant) []string) map[string][]*record.Participant {
	members := map[string][]*record.Participant{}
	for _, p := range facts.RegisteredBy(w) {
		for _, k := range groupsOf(p, of) {
			members[k] = append(members[k], p)
		}
	}
	return members
}

// payBy is the pay of the earning months of each group: what its median is taken of.
func payBy(w *kpi.Window, of func(*record.Participant) []string) map[string][]float64 {
	pay := map[string][]float64{}
	if !w.Present(schema.Tasks) || !w.Lack(nil, needPay).Empty() {
		return pay
	}
	for key, people := range membersOf(w, of) {
		for _, p := range people {
			pay[key] = append(pay[key], facts.EarningMonths(facts.MonthPaysOf(w, p))...)
		}
	}
	return pay
}

// brokenDown are the warnings and ranges of the figures that the table breaks down, each with the figure's title: what
// holds for the whole holds for its groups.
func brokenDown(w *kpi.Window) []lang.Text {
	var said []lang.Text
	for _, f := range kpi.Run([]kpi.Definition{activeWorkers, firstIncomeResidents, monthlyIncome}, w) {
		notes := f.Notes()
		if f.Range != nil && f.Range[0] != f.Range[1] {
			low, high := lang.Plain(f.Range[0]), lang.Plain(f.Range[1])
			notes = append(notes, lang.Text{JA: "誤りを直すと、全体で " + low + "〜" + high + " になりえます",
				EN: "once errors are put right, " + low + " to " + high + " in all"})
		}
		for _, n := range notes {
			said = append(said, lang.Text{JA: f.Title.JA + "：" + n.JA, EN: f.Title.EN + ": " + n.EN})
		}
	}
	return said
}

func groupNote(groups []kpi.Group, keys []string) lang.Text {
	var note lang.Text
	for i, k := range keys {
		title := titleIn(groups, k)
		if k == unknownGroup {
			title = lang.Text{JA: "不明", EN: "unknown"}
		}
		if i > 0 {
			note.JA, note.EN = note.JA+"、", note.EN+", "
		}
		note.JA, note.EN = note.JA+title.JA, note.EN+title.EN
	}
	return note
}

// groupParts are the numbers of one group, and the ids of those that each counts. What the ledger cannot tell is nil.
func groupParts(w *kpi.Window, people []*record.Participant) (kpi.Parts, map[string][]string) {
	members := map[string][]string{}
	for _, p := range people {
		members["registered"] = append(members["registered"], p.ID.Value)
	}
	parts := kpi.Parts{
		{Key: "registered", Title: lang.Text{JA: "登録者", EN: "registered"}, Unit: kpi.Count, Value: float64(len(people))},
		{Key: "active", Title: lang.Text{JA: "稼働者", EN: "active"}, Unit: kpi.Count},
		{Key: "first_income_residents", Title: firstIncomeResidents.Title, Unit: kpi.Count},
		{Key: "median_monthly_income", Title: monthlyIncome.Title, Unit: kpi.Yen},
	}
	if !w.Present(schema.Tasks) {
		return parts, members
	}
	var months []facts.MonthPay
	for _, p := range people {
		if facts.FirstTaskSince(w, p, activeSince(w)) != nil {
			members["active"] = append(members["active"], p.ID.Value)
		}
		if day, _, earned := w.FirstIncome(p); earned && w.In(day) && kpi.Resident(p) && !p.PriorIncome.Value {
			members["first_income_residents"] = append(members["first_income_residents"], p.ID.Value)
		}
		months = append(months, facts.MonthPaysOf(w, p)...)
	}
	parts[1].Value = float64(len(members["active"]))
	if w.Lack(nil, needPay).Empty() {
		parts[2].Value = float64(len(members["first_income_residents"]))
		if median, ok := facts.Median(facts.EarningMonths(months)); ok {
			parts[3].Value = median
		}
	}
	return parts, members
}

// earnings are what each person of a group earned in the months that the median is taken of, and how many these are.
func earnings(w *kpi.Window, people []*record.Participant) (earned kpi.Contributions, months int) {
	earned = kpi.Contributions{}
	for _, p := range people {
		pay := facts.EarningMonths(facts.MonthPaysOf(w, p))
		earned[p.ID.Value] = kpi.Sum(pay)
		months += len(pay)
	}
	return earned, months
}

// What a breakdown weighs where it cannot be told beside another figure of what persons are.
const (
	weightGender    = 20
	weightAge       = 10
	weightSituation = 2
)

// breakdownTable is the columns of persons of a table whose lines are those of what.
func breakdownTable(what lang.Text, weight int) *kpi.Table {
	return &kpi.Table{Together: what, Weight: weight, Columns: []kpi.TableColumn{
		{Key: "registered", Total: "registered_workers"},
		{Key: "active", Total: "active_workers"},
		{Key: "first_income_residents", Total: "first_income_residents", Kept: true}}}
}
