package kpi

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"pilot90/cohort/lang"
	"pilot90/cohort/schema"
)

// Run computes the definitions over the window, in their order. A figure whose sheets or
// columns the ledger lacks gets that as its reason; the others are computed, checked for
// numbers that are none, and given the target of the year and the warnings that hold for every figure.
func Run(defs []Definition, w *Window) []Figure {
	figures := make([]Figure, 0, len(defs))
	targets, missing := w.Pilot.TargetsOf(w.Clock)
	elsewhere := w.Pilot.TargetIDs()
	for _, d := range Expanded(defs, w) {
		f := compute(d, w)
		f.ID, f.Title, f.Better = d.ID, d.Title, d.Better
		if f.Unit == "" {
			f.Unit = d.Unit
		}
		if target, ok := targets[d.ID]; ok {
			f.Target = &target
		} else if !missing.Empty() && slices.Contains(elsewhere, d.ID) {
			f.Warnings = append(f.Warnings, missing)
		}
		d.disclose(w, &f)
		if !w.lists {
			f.again = func() []RowUse { return rowsOf(d, w) }
		}
		figures = append(figures, f)
	}
	return figures
}

// disclose copies to the figure what the rules of disclosure look at.
func (d *Definition) disclose(w *Window, f *Figure) {
	if f.Class == "" {
		f.Class = d.Class
	}
	if f.About == "" {
		f.About = d.About
	}
	if f.Counts == Records {
		f.Counts = d.Counts
	}
	f.Topic, f.Reach, f.Ends = d.Topic, d.Reach, d.Ends
	f.Disclosure = Disclosure{Table: d.Table, Line: d.Line, Inner: d.Inner}
	if d.Typed {
		f.Disclosure.Named = f.naming(w.Naming())
	}
	f.Disclosure.Titled = d.Entitled && w.Naming()(d.Title.JA)
	if d.Behind != nil {
		f.Disclosure.Behind = d.Behind(w)
	}
}

// naming are the keys of the figure's groups that name somebody.
func (f *Figure) naming(names func(text string) bool) (keys []string) {
	for _, p := range f.Parts {
		groups, _ := p.Value.([]Group)
		for i := range groups {
			if names(groups[i].Key) {
				keys = append(keys, groups[i].Key)
			}
		}
	}
	return keys
}

// Expanded returns the definitions with each Expand replaced by what it returns, and their titles by the cycle.
func Expanded(defs []Definition, w *Window) []Definition {
	var all []Definition
	for _, d := range defs {
		if d.Expand != nil {
			all = append(all, d.Expand(w)...)
			continue
		}
		if d.TitleOf != nil {
			d.Title = d.TitleOf(w.Pilot.Cycle)
		}
		all = append(all, d)
	}
	return all
}

// Find returns the figure with the id, or nil.
func Find(figures []Figure, id string) *Figure {
	for i := range figures {
		if figures[i].ID == id {
			return &figures[i]
		}
	}
	return nil
}

// Get returns the value of a part of the figure as a number: false when the figure or the
// part is missing or holds no number. An empty key stands for the figure's own value.
func (f *Figure) Get(key string) (float64, bool) {
	switch {
	case f == nil:
		return 0, false
	case key == "" && f.Value != nil:
		return *f.Value, true
	case key == "":
		return 0, false
	}
	for _, p := range f.Parts {
		if v, ok := p.Value.(float64); ok && p.Key == key {
			return v, true
		}
	}
	return 0, false
}

func compute(d Definition, w *Window) Figure {
	if w.Only != nil && !d.Divisible() {
		return None(undivided)
	}
	if lack := w.Lack(d.Needs, d.Columns); !lack.Empty() {
		f := Figure{Reason: lack, Lacking: true}
		w.sayUnread(&f, true)
		return f
	}
	f := d.Compute(w)
	f.Rows = withTerms(f.Rows)
	sound(&f)
	if f.Value == nil && f.Reason.Empty() {
		f.Reason = lang.Text{JA: "計算できる記録がありません", EN: "there are no records to compute it from"}
	}
	if f.Value != nil || len(f.Parts) > 0 {
		f.Assumed = w.Assumptions(slices.Concat(d.Columns, d.Assumes))
		f.Warnings = append(f.Warnings, f.Assumed...)
		f.Warnings = append(f.Warnings, w.settled(&d)...)
	}
	if f.Value != nil && f.N < d.Smallest {
		f.Warnings = append(f.Warnings, FewRecords(f.N, d.Smallest))
	}
	w.sayUnreadSheets(&d, &f)
	w.settle(d, &f)
	w.sayUnread(&f, f.Value == nil && len(f.Warnings) == 0)
	return f
}

// Lack returns why a figure cannot be computed for want of sheets or columns, or no text.
func (w *Window) Lack(sheets []schema.Key, columns []Column) lang.Text {
	var ja, en []string
	for _, k := range sheets {
		if !w.Present(k) {
			s := schema.ByKey(k)
			ja = append(ja, "「"+s.Sheet.JA+"」のシート"+w.unreadNote(k).JA)
			en = append(en, "sheet "+s.Sheet.EN+w.unreadNote(k).EN)
		}
	}
	for _, c := range columns {
		if w.Present(c.Table) && !w.Has(c) {
			s := schema.ByKey(c.Table)
			ja = append(ja, "「"+s.Sheet.JA+"」の「"+s.Column(c.Key).Heading.JA+"」列"+w.lackNote(c).JA)
			en = append(en, "column "+s.Column(c.Key).Heading.EN+" of "+s.Sheet.EN+w.lackNote(c).EN)
		}
	}
	if len(ja) == 0 {
		return lang.Text{}
	}
	return lang.Text{JA: "データなし：" + strings.Join(ja, "、") + "がありません",
		EN: "no data: the ledger has no " + strings.Join(en, ", no ")}
}

// unreadNote says of a sheet that is lacking that there is one of its name; empty where there is none.
func (w *Window) unreadNote(k schema.Key) lang.Text {
	if !w.unreadSheets[k] {
		return lang.Text{}
	}
	return lang.Text{JA: "（その名前のシートはありますが、読めていません）", EN: " (one of its name could not be read)"}
}

// lackNote says what there is in place of a column that does not do for it; empty where there is nothing.
func (w *Window) lackNote(c Column) lang.Text {
	if w.wholeBlank(c) {
		return lang.Text{JA: "の記入（列はすべて空欄）", EN: " filled in (it is blank throughout)"}
	}
	return w.byTaskOnly(c)
}

// byTaskOnly says why a list of payments does not do for a column of the log; empty where there is no such list.
func (w *Window) byTaskOnly(c Column) lang.Text {
	if c.Table != schema.Tasks || c.Key != "pay" || !w.Present(schema.Payments) {
		return lang.Text{}
	}
	return lang.Text{JA: "（「支払」からは作業ごとの額が分かりません）", EN: " (Payments do not tell the pay of each task)"}
}

// FewRecords is the warning that a value rests on so few records.
func FewRecords(n, smallest int) lang.Text {
	return lang.Text{
		JA: fmt.Sprintf("件数が %d と少なく（目安 %d 以上）、値は1件で大きく動きます", n, smallest),
		EN: fmt.Sprintf("rests on %d records only (%d or more would be better): one record moves it a lot", n, smallest),
	}
}

// sound takes out every number that is not finite: a value becomes a reason, a part "none".
func sound(f *Figure) {
	if f.Value != nil && !Finite(*f.Value) {
		f.Value, f.Numerator, f.Denominator, f.Arithmetic = nil, nil, nil, lang.Text{}
		f.Reason = lang.Text{JA: "数値が大きすぎるなどの理由で計算できません", EN: "cannot be computed: the numbers are out of range"}
	}
	for _, p := range []**float64{&f.Numerator, &f.Denominator} {
		if *p != nil && !Finite(**p) {
			*p = nil
		}
	}
	for _, p := range []**[2]float64{&f.Interval, &f.Range} {
		if *p != nil && !(Finite((*p)[0]) && Finite((*p)[1])) {
			*p = nil
		}
	}
	soundParts(f.Parts)
}

func soundParts(parts Parts) {
	for i, p := range parts {
		switch v := p.Value.(type) {
		case float64:
			if !Finite(v) {
				parts[i].Value = nil
			}
		case [2]float64:
			if !Finite(v[0]) || !Finite(v[1]) {
				parts[i].Value = nil
			}
		case Parts:
			soundParts(v)
		case []Group:
			for _, g := range v {
				soundParts(g.Parts)
			}
		}
	}
}

// Finite reports whether x is a number that can be printed.
func Finite(x float64) bool { return !math.IsNaN(x) && !math.IsInf(x, 0) }
