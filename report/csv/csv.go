// Package csv writes the figures of a result as one table that machines read and spreadsheet
// programs open.
//
// The one idea: the ministry's rules for machine-readable tables. One heading row, one record a
// row, one value a cell, units and marks in columns of their own, dates as 2026-03-31, numbers
// unrounded and ungrouped, UTF-8 with a byte order mark. What may not be shown is already gone from
// the result; its cell is empty and the flag beside it says x. The package computes and hides
// nothing.
package csv

import (
	stdcsv "encoding/csv"
	"io"
	"strings"

	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
	"pilot90/kpi"
	"pilot90/kpi/result"
	"pilot90/kpi/state"
)

// Marks of official tables, in the columns of flags. A zero is written as 0 and has no flag.
const (
	unknown = "…" // not known: the reason is in its column
	none    = "-" // there is no such thing
)

// bom makes a spreadsheet program read the file as UTF-8.
const bom = "\ufeff"

// column is one column of the table.
type column struct{ ja, en string }

var columns = []column{
	{"基準日", "as_of"}, {"期間の始まり", "period_from"}, {"期間の終わり", "period_to"},
	{"指標ID", "figure_id"}, {"指標名", "title"}, {"内訳ID", "part_id"}, {"内訳名", "part"},
	{"値", "value"}, {"値の記号", "value_flag"}, {"単位", "unit"},
	{"分子", "numerator"}, {"分子の記号", "numerator_flag"}, {"分母", "denominator"}, {"分母の記号", "denominator_flag"},
	{"件数", "n"}, {"件数の記号", "n_flag"}, {"除外件数", "left_out"}, {"除外件数の記号", "left_out_flag"},
	{"95％区間の下限", "interval_low"}, {"95％区間の上限", "interval_high"}, {"95％区間の記号", "interval_flag"},
	{"誤りを直したあとの下限", "range_low"}, {"誤りを直したあとの上限", "range_high"},
	{"目標", "target"}, {"値がない理由", "reason"}, {"注意", "notes"}, {"定義", "definition"},
}

// Write writes the table: for each figure a row, then one for each of its parts; at the end the
// stages of the funnel, and the cohorts side by side. Texts are in the language l. The definitions are those of the
// figures.
func Write(w io.Writer, r *result.Result, defs []kpi.Definition, l lang.Lang) error {
	if _, err := io.WriteString(w, bom); err != nil {
		return err
	}
	t := &table{out: stdcsv.NewWriter(w), lang: l,
		clock: []string{r.Clock.AsOf.String(), r.Clock.From.String(), r.Clock.To.String()}}
	t.out.UseCRLF = true
	t.head()
	if r.Only != nil {
		t.only(r.Only)
	}
	formulas := map[string]lang.Text{}
	for _, d := range defs {
		formulas[d.ID] = d.Formula
	}
	for i := range r.Figures {
		t.figure(&r.Figures[i], formulas[r.Figures[i].ID])
	}
	t.funnel(r.Funnel)
	t.cohorts(r.ByCohort)
	t.out.Flush()
	return t.out.Error()
}

// Ours reports whether the data begin like a table of this package.
func Ours(data []byte) bool {
	for _, l := range []lang.Lang{lang.JA, lang.EN} {
		if strings.HasPrefix(string(data), bom+strings.Join(heads(l), ",")) {
			return true
		}
	}
	return false
}

func heads(l lang.Lang) []string {
	out := make([]string, len(columns))
	for i, c := range columns {
		out[i] = lang.Text{JA: c.ja, EN: c.en}.In(l)
	}
	return out
}

// table is the file while it is being written.
type table struct {
	out   *stdcsv.Writer
	lang  lang.Lang
	clock []string // the first columns of every row
}

func (t *table) head() { t.write(heads(t.lang)) }

// write writes a row; the writer keeps the first error for the end.
func (t *table) write(row []string) { _ = t.out.Write(row) }

// row begins a row: dates, then what it is about.
func (t *table) row(id string, title lang.Text, part string, partTitle lang.Text) []string {
	return append(append([]string(nil), t.clock...), safe(id), safe(title.In(t.lang)), safe(part),
		safe(partTitle.In(t.lang)))
}

// fill adds empty cells up to the width of the table and writes the row.
func (t *table) fill(row []string) {
	t.write(append(row, make([]string, len(columns)-len(row))...))
}

func (t *table) figure(f *kpi.Figure, formula lang.Text) {
	row := t.row(f.ID, f.Title, "", lang.Text{})
	flag := ""
	switch {
	case f.Suppressed:
		flag = f.Symbol().In(t.lang)
	case f.Step > 0:
		flag = lang.Text{JA: "約", EN: "about"}.In(t.lang)
	case f.Value == nil:
		flag = unknown
	}
	row = append(row, value(f.Value, f.Unit), flag, unitWord(f.Unit, t.lang))
	for _, field := range []struct {
		name string
		v    *float64
	}{{"numerator", f.Numerator}, {"denominator", f.Denominator}, {"n", new(float64(f.N))},
		{"excluded", new(float64(f.Excluded))}} {
		row = append(row, flagged(f, field.name, number(field.v))...)
	}
	low, high := ends(f.Interval)
	row = append(row, number(low), number(high), flagged(f, "interval", "")[1])
	low, high = ends(f.Range)
	var notes []string
	for _, n := range f.Notes() {
		notes = append(notes, n.In(t.lang))
	}
	row = append(row, number(low), number(high), value(f.Target, f.Unit), safe(f.Reason.In(t.lang)),
		safe(strings.Join(notes, "；")), safe(formula.In(t.lang)))
	t.write(row)
	for _, l := range f.Parts.Leaves() {
		cell, mark := t.leaf(l)
		t.fill(append(t.row(f.ID, f.Title, l.Key, l.Title), cell, mark, unitWord(l.Unit, t.lang)))
	}
}

// funnel writes the stages as parts of a figure of their own.
func (t *table) funnel(f state.Funnel) { t.stages(f.Stages, "", lang.Text{}) }

// stages writes stages whose parts begin with the words of a cohort, if there are any.
func (t *table) stages(stages []state.StageCount, key string, title lang.Text) {
	for _, s := range stages {
		v, mark := "", ""
		switch {
		case s.Suppressed:
			mark = (&kpi.Figure{Coded: s.Coded}).Symbol().In(t.lang)
		case s.Count == nil:
			mark = unknown
		default:
			v = lang.Plain(float64(*s.Count))
		}
		row := append(t.row("funnel", lang.Text{JA: "サイクルの歩み", EN: "cycle"}, key+string(s.Stage),
			lang.Text{JA: title.JA + s.Title.JA, EN: title.EN + s.Title.EN}), v, mark,
			unitWord(kpi.Count, t.lang))
		row = append(row, make([]string, len(columns)-len(row)-3)...)
		t.fill(append(row, safe(s.Reason.In(t.lang))))
	}
}

// flagged is a cell with its flag: x where the field may not be shown.
func flagged(f *kpi.Figure, field, shown string) []string {
	if f.Hides(field) {
		return []string{"", kpi.Symbol}
	}
	return []string{shown, ""}
}

// leaf is the cell of a side result with its flag.
func (t *table) leaf(l kpi.Leaf) (cell, mark string) {
	switch v := l.Value.(type) {
	case nil:
		return "", none
	case float64:
		return value(&v, l.Unit), ""
	case bool:
		if v {
			return "1", ""
		}
		return "0", ""
	case string:
		return safe(v), ""
	}
	hidden, _ := kpi.SymbolOf(l.Value)
	return "", hidden.In(t.lang)
}

func value(v *float64, unit kpi.Unit) string {
	if v != nil && unit == kpi.Date {
		return cell.Day(*v).String()
	}
	return number(v)
}

func number(v *float64) string {
	if v == nil {
		return ""
	}
	return lang.Plain(*v)
}

func ends(v *[2]float64) (low, high *float64) {
	if v == nil {
		return nil, nil
	}
	return &v[0], &v[1]
}
