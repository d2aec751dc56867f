package block

import (
	"strings"

	"pilot90/cohort/finding"
	"pilot90/cohort/record"
	"pilot90/cohort/setting"
	"pilot90/report/content"
)

// undrawnCell is a text of the ledger that an edition may print and the PDF's fonts cannot draw
// whole: the PDF has 〓 in place of the characters.
type undrawnCell struct {
	place finding.Place
	runes string
}

// undrawn looks at every text of the ledger that is printed. What an edition does not print of
// persons and contracts it does not name here either.
func (e *Env) undrawn() []undrawnCell {
	lacking, err := e.Undrawable()
	if err != nil {
		return nil // drawing the PDF will say so
	}
	var out []undrawnCell
	look := func(place finding.Place, text string) {
		if lacking := lacking(text); len(lacking) > 0 {
			out = append(out, undrawnCell{place, string(lacking)})
		}
	}
	p := e.Cohort.Pilot
	settings := finding.Place{File: setting.File}
	texts := []string{p.Program.Name, p.Program.Municipality, p.Program.Department}
	for _, g := range p.Grants {
		texts = append(texts, g.Name, g.Kind)
	}
	for _, text := range texts {
		look(settings, text)
	}
	if !e.Profile.Open() {
		return out
	}
	field := func(row record.Row, f record.Field[string]) {
		if f.Known {
			look(row.Cell(f.Col), f.Value)
		}
	}
	for _, r := range e.Cohort.Participants.Rows {
		field(r.Row, r.ID)
		if e.Plan.Names {
			field(r.Row, r.Name)
		}
		field(r.Row, r.ExitReason)
	}
	for _, r := range e.Cohort.Contracts.Rows {
		field(r.Row, r.ID)
		field(r.Row, r.Title)
	}
	for _, r := range e.Cohort.Tasks.Rows {
		field(r.Row, r.Title)
	}
	return out
}

// undrawable names the places in words, with the characters.
func (e *Env) undrawable() []string {
	var out []string
	for _, c := range e.undrawn() {
		out = append(out, c.place.String()+e.Words("「", " (")+c.runes+e.Words("」", ")"))
	}
	return out
}

// undrawnTable lists them as findings: where, what and what to do.
func (e *Env) undrawnTable() []content.Block {
	cells := e.undrawn()
	if len(cells) == 0 {
		return nil
	}
	t := &content.Table{ID: "undrawn", Caption: e.Words("PDF で印刷できない文字（〓になっています）",
		"Characters that the PDF cannot draw (printed as 〓)"), Columns: []content.Column{
		{Head: e.Words("場所", "Place"), Width: 34}, {Head: e.Words("文字", "Characters"), Width: 12},
		{Head: e.Words("直し方", "How to mend it"), Width: 54}}}
	for _, c := range cells {
		chars := strings.Join(strings.Split(c.runes, ""), " ")
		t.Rows = append(t.Rows, []string{c.place.String(), chars,
			e.Words("HTML の報告書では元の文字のまま読めます。PDF でも読めるようにするには、常用の字体に書き換えてください。",
				"The HTML report shows the character itself. For the PDF, write it in a common form.")})
		t.Tones = append(t.Tones, content.Watch)
	}
	return []content.Block{t}
}
