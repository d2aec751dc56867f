package report

import (
	"bytes"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"pilot90/cohort/lang"
	"pilot90/kpi"
	"pilot90/report/plan"
	"pilot90/report/xlsx"
)

// Form is a municipality's own workbook, filled in.
type Form struct {
	File    File
	Filled  int         // cells that were filled
	Left    []lang.Text // a line for each mark without a value, with the reason
	Unknown []lang.Text // a line for each mark that names no value, with the nearest one
}

// FillForm copies a municipality's own workbook (the file's name and contents) with the figures of
// an edition in its marks, such as {{first_income_residents.value}}, or its defined names: see
// xlsx.FillForm. Nothing is filled in that the plan's edition may not show. The copy is called
// <name>-記入済み and keeps its kind. An error says why the file cannot be filled in.
func FillForm(p *plan.Plan, run Run, name string, original []byte) (*Form, error) {
	_, run = Build(p, run)
	values := xlsx.FormValues(run.Result.Figures, run.Lang)
	maps.Copy(values, run.formHead())
	var out bytes.Buffer
	filling, err := xlsx.FillForm(&out, original, values)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	extension := filepath.Ext(name)
	base := strings.TrimSuffix(filepath.Base(name), extension)
	form := &Form{File: File{Name: base + "-記入済み" + extension, Data: out.Bytes()}, Filled: filling.Filled}
	for _, m := range filling.Unfilled {
		form.Left = append(form.Left, run.unfilled(m))
	}
	for _, m := range filling.Formulas {
		form.Left = append(form.Left, lang.Text{
			JA: fmt.Sprintf("%s %s: 数式のセルのため、書きかえませんでした", m, m.Key),
			EN: fmt.Sprintf("%s %s: the cell holds a formula and was left alone", m, m.Key)})
	}
	known, hints := slices.Collect(maps.Keys(values)), map[string]lang.Text{}
	for _, m := range filling.Unknown {
		hint, made := hints[m.Key]
		switch {
		case !made && len(hints) < mostHints:
			hint = meant(m.Key, known)
			hints[m.Key] = hint
		case !made:
			hint = lang.Text{JA: "この名前の値はありません。", EN: "No value has this name."}
		}
		form.Unknown = append(form.Unknown, lang.Text{JA: fmt.Sprintf("%s {{%s}}: %s", m, m.Key, hint.JA),
			EN: fmt.Sprintf("%s {{%s}}: %s", m, m.Key, hint.EN)})
	}
	return form, nil
}

// formHead are the values about the report itself that a form can ask for.
func (r *Run) formHead() map[string]xlsx.Value {
	p, e := r.Cohort.Pilot.Program, r.env()
	return map[string]xlsx.Value{
		"program.name": {Text: p.Name}, "program.municipality": {Text: p.Municipality},
		"program.prefecture": {Text: p.Prefecture}, "program.code": {Text: p.Code},
		"program.department": {Text: p.Department}, "program.contact": {Text: p.Contact},
		"program.document_number": {Text: p.DocumentNumber},
		"as_of.text":              {Text: e.Day(r.Window.Clock.AsOf)}, "period.from": {Text: e.Day(r.Window.Clock.From)},
		"period.to": {Text: e.Day(r.Window.Clock.To)},
	}
}

// unfilled says why a mark has no value.
func (r *Run) unfilled(m xlsx.Placeholder) lang.Text {
	id := m.Key[:max(0, strings.LastIndexByte(m.Key, '.'))]
	reason := lang.Text{JA: "値がありません", EN: "there is no value"}
	switch f := kpi.Find(r.Result.Figures, id); {
	case f != nil && f.Value == nil && !f.Reason.Empty():
		reason = f.Reason
	case f != nil && strings.HasSuffix(m.Key, ".target"):
		reason = lang.Text{JA: "pilot.toml の [targets] に目標がありません", EN: "pilot.toml has no target for it"}
	case f == nil:
		reason = lang.Text{JA: "pilot.toml の [program] に書かれていません", EN: "not given in [program] of pilot.toml"}
	}
	return lang.Text{JA: fmt.Sprintf("%s {{%s}}: %s", m, m.Key, reason.JA),
		EN: fmt.Sprintf("%s {{%s}}: %s", m, m.Key, reason.EN)}
}

// mostHints is for how many names that name no value it is looked for what was meant: each is compared with all.
const mostHints = 100

// meant says which value was perhaps meant by a name.
func meant(key string, known []string) lang.Text {
	if id, _, ok := strings.Cut(key, "."); !ok && slices.Contains(known, id+".value") {
		return lang.Text{JA: fmt.Sprintf("「%s.value」や「%s.text」のことではありませんか。", id, id),
			EN: fmt.Sprintf("Is “%s.value” or “%s.text” meant?", id, id)}
	}
	return plan.Suggestion(key, known)
}
