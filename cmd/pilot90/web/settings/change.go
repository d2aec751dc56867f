package settings

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/setting"
	"pilot90/cohort/tomledit"
)

// Change is one thing that saving does.
type Change struct {
	Label    lang.Text
	Old, New lang.Text
	Edits    []tomledit.Edit
	last     bool // takes an element away, after all else
}

// Fault is why nothing can be saved.
type Fault struct {
	lang.Text
	Line     int // of pilot.toml, 0 for none
	LineText string
}

func (t *Fault) Error() string { return t.EN }

// Changes are what was typed as changes of the file, in the order in which they are made; false when a field has a
// fault.
func (f *Page) Changes() ([]Change, bool) {
	var out []Change
	for _, field := range f.fields {
		if field.Changed() && len(field.Path) > 0 && !f.special(field) {
			out = append(out, f.plain(field)...)
		}
	}
	out = slices.Concat(out, f.changePeriod(), f.changeCohorts(), f.changePrivacy(), f.addTarget(), f.changeGrants())
	slices.SortStableFunc(out, func(a, b Change) int {
		if a.last != b.last {
			return cmp.Compare(map[bool]int{true: 1}[a.last], map[bool]int{true: 1}[b.last])
		}
		return 0
	})
	ok := !slices.ContainsFunc(f.fields, func(x *Field) bool { return !x.Fault.Empty() })
	return out, ok
}

// special reports the fields that are no change by themselves.
func (f *Page) special(x *Field) bool {
	return x == f.Year || x == f.From || x == f.To || x.Path[0] == "grant" || x.Path[0] == "cohort"
}

// plain is the change of a field that is one key.
func (f *Page) plain(x *Field) []Change {
	value, fault := x.written()
	if x.Fault = fault; !fault.Empty() || value == nil && x.old == nil {
		return nil
	}
	return []Change{f.change(x, tomledit.Edit{Path: x.Path, Value: value})}
}

// change is a change with the words of its field.
func (f *Page) change(x *Field, edits ...tomledit.Edit) Change {
	return Change{Label: x.Label, Old: x.words(x.Was), New: x.words(x.Value), Edits: edits}
}

// words are a value of the field as the page says it.
func (f *Field) words(value string) lang.Text {
	for _, o := range f.Options {
		if o.Value == value {
			return o.Label
		}
	}
	if value == "" {
		return lang.Say("なし", "none")
	}
	if f.Kind == Number || f.Kind == Share || f.Kind == Whole {
		value = lang.Compact(value)
	}
	return lang.Say(value+f.Unit.JA, strings.TrimSpace(value+" "+f.Unit.EN))
}

// changePeriod are the changes of the keys of the period: one way of giving it takes the keys of the other away.
func (f *Page) changePeriod() []Change {
	if !f.Mode.Changed() && !f.Year.Changed() && !f.From.Changed() && !f.To.Changed() {
		return nil
	}
	if f.Mode.Value != "year" {
		f.Year.Value = ""
	}
	if f.Mode.Value != "days" {
		f.From.Value, f.To.Value = "", ""
	}
	switch {
	case f.Mode.Value == "year" && f.Year.Value == "":
		f.Year.Fault = lang.Say("年度を選んでください。", "Choose a fiscal year.")
	case f.Mode.Value == "days" && f.From.Value == "" && f.To.Value == "":
		f.From.Fault = lang.Say("始まりか終わりの日を書いてください。", "Give the first or the last day.")
	}
	var out []Change
	for _, x := range []*Field{f.Year, f.From, f.To} {
		if x.Changed() && x.Fault.Empty() {
			out = append(out, f.plain(x)...)
		}
	}
	return out
}

// addTarget is the target that was typed into the empty row.
func (f *Page) addTarget() []Change {
	n := f.NewTarget
	if n.Figure.Value == "" && n.Value.Value == "" {
		return nil
	}
	figure, known := f.figure(n.Figure.Value)
	if n.Figure.Value == "" || !known {
		n.Figure.Fault = lang.Say("指標を選んでください。", "Choose the figure.")
		return nil
	}
	x := Field{Kind: numberKind(figure.Unit), Value: n.Value.Value, Unit: UnitWord(figure)}
	value, fault := x.written()
	if n.Value.Fault = fault; value == nil && fault.Empty() {
		n.Value.Fault = lang.Say("目標の値を書いてください。", "Write the target.")
	}
	var edits []tomledit.Edit
	path := []string{"targets"}
	table, label := f.targetTable(n.Year.Value), lang.Say("目標", "target")
	if n.Year.Value != "" {
		path = append(path, cmp.Or(table.Key, n.Year.Value))
		label = lang.Say(n.Year.words(n.Year.Value).JA+"の目標", "target of "+n.Year.words(n.Year.Value).EN)
		if table.Key == "" {
			edits = append(edits, tomledit.Edit{Path: path, Value: tomledit.Table{}})
		}
	}
	if slices.ContainsFunc(table.Rows, func(r TargetRow) bool { return r.Figure.ID == figure.ID }) {
		n.Figure.Fault = lang.Say("この指標の目標はもうあります。その値を書き直してください。", "There is a target already; change that one.")
	}
	return []Change{{Label: join(label, figure.Title), Old: lang.Say("なし", "none"), New: x.words(x.Value),
		Edits: append(edits, tomledit.Edit{Path: below(path, figure.ID), Value: value})}}
}

// targetTable is the table of targets of a year as typed, or an empty one.
func (f *Page) targetTable(year string) TargetTable {
	for _, t := range f.Targets {
		if t.Year == 0 && year == "" || t.Year != 0 && strconv.Itoa(t.Year) == year {
			return t
		}
	}
	return TargetTable{}
}

// Apply makes the changes in the text of the file. An error is a *Trouble: the file cannot be changed there, or does
// not read so.
func (f *Page) Apply(changes []Change) ([]byte, error) {
	var edits []tomledit.Edit
	for _, c := range changes {
		edits = append(edits, c.Edits...)
	}
	text, err := tomledit.Apply(f.text, edits)
	if refused, ok := err.(*tomledit.Refused); ok {
		return nil, f.byHand(refused, changes)
	}
	_, before := setting.Read(setting.File, f.text)
	_, after := setting.Read(setting.File, text)
	if worse := newFault(before, after); worse != nil {
		return nil, &Fault{Text: lang.Say(worse.Message.JA+worse.Fix.JA, worse.Message.EN+" "+worse.Fix.EN)}
	}
	return text, nil
}

// byHand says what is to be changed by hand, and where.
func (f *Page) byHand(r *tomledit.Refused, changes []Change) *Fault {
	what := lang.Text{}
	for _, c := range changes {
		if slices.ContainsFunc(c.Edits, func(e tomledit.Edit) bool { return slices.Equal(e.Path, r.Edit.Path) }) {
			what = c.Label
		}
	}
	key := strings.Join(r.Edit.Path, ".")
	return &Fault{Line: r.Line, LineText: r.Text, Text: lang.Sayf(
		"「%[1]s」は、いまの書き方のままでは書き換えられません（%[2]s）。何も保存していません。pilot.toml の次の行を、メモ帳などで直してください。",
		"“%[3]s” cannot be changed as the file is written (%[2]s). Nothing was saved. Change this line of pilot.toml "+
			"in an editor.", what.JA, key, what.EN)}
}

// newFault is the first error that only the new text has.
func newFault(before, after []finding.Finding) *finding.Finding {
	had := map[[2]string]int{}
	for _, x := range before {
		had[[2]string{x.Code, x.Value}]++
	}
	for i, x := range after {
		if had[[2]string{x.Code, x.Value}]--; had[[2]string{x.Code, x.Value}] < 0 && x.Severity == finding.Error {
			return &after[i]
		}
	}
	return nil
}
