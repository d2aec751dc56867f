// Package towns turns what many municipalities handed in into the rows of the page 一覧 and the lines of 合計.
//
// The one idea: a municipality is a row whatever became of its submission, so that who is missing is seen as who is
// there. Rows can be chosen and ordered by who it is and how it reports, never by a figure: this is no league table.
package towns

import (
	"pilot90/cmd/pilot90/web/gauge"
	"pilot90/cohort/lang"
	"pilot90/kpi"
	"pilot90/kpi/result"
	"pilot90/report/content"
	"pilot90/report/rollup"
)

// State is what became of a municipality's submission.
type State string

// The states, in the order in which they are offered.
const (
	Counts           State = "counts" // of the latest as-of date
	Late             State = "late"   // counts too, by an earlier one
	Missing          State = "missing"
	OtherYear        State = "other_year"
	OtherDefinitions State = "other_definitions"
	Twice            State = "twice"
)

// States are all of them with their names.
var States = []struct {
	State State
	Name  lang.Text
}{
	{Counts, lang.Text{JA: "届いている", EN: "reported"}},
	{Late, lang.Text{JA: "基準日が古い", EN: "earlier as-of date"}},
	{Missing, lang.Text{JA: "未提出", EN: "missing"}},
	{OtherYear, lang.Text{JA: "別の年度だけ", EN: "another year only"}},
	{OtherDefinitions, lang.Text{JA: "定義の版が違う", EN: "other definitions"}},
	{Twice, lang.Text{JA: "内容の違うものが2つ", EN: "two that differ"}},
}

// Row is one municipality.
type Row struct {
	result.Place
	State    State
	Word     string // the state in words
	AsOf     string // "" where nothing counts
	Revision int
	Source   string
	Errors   int      // left open in its ledger
	Values   []string // of the heads; "―" is no data
	Has      bool     // it has a page of its own
}

// None is what stands for a value that there is not.
const None = "―"

// Rows are all municipalities in the order of their codes, and the titles of their figures.
func Rows(r *result.Result, l lang.Lang) (titles []string, rows []Row) {
	var figures []*kpi.Figure
	for _, id := range rollup.Each() {
		if f := kpi.Find(r.Figures, id); f != nil {
			figures, titles = append(figures, f), append(titles, f.Title.In(l))
		}
	}
	late := map[string]bool{}
	for _, m := range r.Rollup.Late {
		late[m.Code] = true
	}
	for i := range r.Rollup.Municipalities {
		m := &r.Rollup.Municipalities[i]
		row := reported(m.Reporter, Counts)
		if late[m.Code] {
			row.State = Late
		}
		row.Errors, row.Has = m.Findings.Errors, true
		for _, f := range figures {
			row.Values = append(row.Values, valueOf(m, f, l))
		}
		rows = append(rows, row)
	}
	rows = append(rows, others(r.Rollup)...)
	for i := range rows {
		rows[i].Word = Word(rows[i].State, l)
		for len(rows[i].Values) < len(titles) {
			rows[i].Values = append(rows[i].Values, None)
		}
	}
	Choice{}.order(rows)
	return titles, rows
}

// others are those that do not count, once each.
func others(r *result.Rollup) []Row {
	var rows []Row
	seen := map[string]bool{}
	add := func(row Row) {
		if !seen[row.Code] {
			seen[row.Code], rows = true, append(rows, row)
		}
	}
	for _, m := range r.Twice {
		add(reported(m, Twice))
	}
	for _, m := range r.OtherDefinitions {
		add(reported(m, OtherDefinitions))
	}
	for _, m := range r.OtherYears {
		add(reported(m, OtherYear))
	}
	for _, m := range r.Missing {
		add(Row{Place: m, State: Missing})
	}
	return rows
}

func reported(m result.Reporter, s State) Row {
	return Row{Place: m.Place, State: s, AsOf: m.AsOf, Revision: m.Revision, Source: m.Source}
}

// Word is a state in words.
func Word(s State, l lang.Lang) string {
	for _, x := range States {
		if x.State == s {
			return x.Name.In(l)
		}
	}
	return ""
}

func valueOf(m *result.MunicipalityOf, f *kpi.Figure, l lang.Lang) string {
	for i := range m.Figures {
		if x := &m.Figures[i]; x.ID == f.ID && x.Value != nil {
			return gauge.Print(f, *x.Value, l)
		}
	}
	return None
}

// Amount is a value of a unit, None for none.
func Amount(v *float64, unit kpi.Unit, l lang.Lang) string {
	if v == nil {
		return None
	}
	return content.Quantity(*v, string(unit), string(l))
}

// Line is one figure of one municipality or of all.
type Line struct {
	ID, Title, Value, Basis, Whole string // Whole is the value of all
	Of                             int    // municipalities that tell it
	Notes                          []string
}

// Section is a group of figures.
type Section struct {
	ID, Name string
	Lines    []Line
}

// Total are the figures of all by group; without the ones that nobody tells.
func Total(r *result.Result, l lang.Lang) []Section {
	return sections(r, l, func(f *kpi.Figure) (Line, bool) {
		if f.Value == nil {
			return Line{}, false
		}
		line := Line{Value: gauge.Print(f, *f.Value, l), Of: f.Municipalities}
		if f.Unit == kpi.Ratio && f.Numerator != nil && f.Denominator != nil {
			line.Basis = gauge.Share(*f.Numerator, *f.Denominator)
		}
		for _, n := range f.Notes() {
			line.Notes = append(line.Notes, n.In(l))
		}
		return line, true
	})
}

// Own are the figures of one municipality beside those of all.
func Own(r *result.Result, m *result.MunicipalityOf, l lang.Lang) []Section {
	of := map[string]*result.RollupFigure{}
	for i := range m.Figures {
		of[m.Figures[i].ID] = &m.Figures[i]
	}
	return sections(r, l, func(f *kpi.Figure) (Line, bool) {
		x := of[f.ID]
		if x == nil || x.Value == nil {
			return Line{}, false
		}
		line := Line{Value: gauge.Print(f, *x.Value, l), Whole: None}
		if f.Value != nil {
			line.Whole = gauge.Print(f, *f.Value, l)
		}
		if f.Unit == kpi.Ratio && x.Numerator != nil && x.Denominator != nil {
			line.Basis = gauge.Share(*x.Numerator, *x.Denominator)
		}
		if x.LeftOut != nil && *x.LeftOut > 0 {
			share := content.Percent(*x.LeftOut)
			line.Notes = append(line.Notes, lang.Text{JA: "行の" + share + "は数えていません",
				EN: share + " of its rows are left out"}.In(l))
		}
		return line, true
	})
}

// sections are the figures that tell something, in the groups of the page 指標.
func sections(r *result.Result, l lang.Lang, tell func(f *kpi.Figure) (Line, bool)) []Section {
	by := map[string][]Line{}
	for i := range r.Figures {
		f := &r.Figures[i]
		if line, ok := tell(f); ok {
			line.ID, line.Title = f.ID, f.Title.In(l)
			by[gauge.GroupOf(f.ID)] = append(by[gauge.GroupOf(f.ID)], line)
		}
	}
	var all []Section
	for _, g := range gauge.Groups {
		if len(by[g.ID]) > 0 {
			all = append(all, Section{g.ID, g.Name.In(l), by[g.ID]})
		}
	}
	return all
}
