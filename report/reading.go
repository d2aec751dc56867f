package report

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"pilot90/cohort"
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/layout"
	"pilot90/cohort/schema"
	"pilot90/report/content"
	"pilot90/report/html"
	"pilot90/report/term"
)

// readingWords are the words of a reading.
var readingWords = struct {
	title, columns, column, heading, field, unit, row, typed, read, cell, notRead, none, allRows, set, unreadable,
	excluded,
	sample, notes, general, other, given lang.Text
}{
	title:      lang.Say("表の読み取り", "How the sheets are read"),
	columns:    lang.Say("列の読み方", "The columns"),
	column:     lang.Say("列", "Column"),
	heading:    lang.Say("見出し", "Heading"),
	field:      lang.Say("項目", "Field"),
	unit:       lang.Say("数だけのセルの単位", "Unit of plain numbers"),
	row:        lang.Say("行", "Row"),
	typed:      lang.Say("書いてある値", "As typed"),
	read:       lang.Say("読んだ値", "As read"),
	cell:       lang.Say("セル", "Cell"),
	notRead:    lang.Say("読まない", "not read"),
	none:       lang.Say("（見出しなし）", "(no heading)"),
	allRows:    lang.Say("すべての行で「%s」", "“%s” for every row"),
	set:        lang.Say("（決めたとおり）", " (as set)"),
	unreadable: lang.Say("読めません", "cannot be read"),
	excluded:   lang.Say("（誤りのため集計に入りません）", " (left out for an error)"),
	sample:     lang.Say("はじめの行を読んだ値", "The first rows as read"),
	notes:      lang.Say("読み方と、使わなかったもの", "How it was read, and what is not used"),
	general:    lang.Say("ファイルと設定", "Files and settings"),
	given:      lang.Say("%s（%s）", "%s (%s)"),
	other:      lang.Say("記録のないシート（説明や入力例など）です。", "It holds no records, but an explanation or an example."),
}

// unitFroms say what gives a unit.
var unitFroms = map[layout.UnitFrom]lang.Text{
	layout.UnitInHeading: lang.Say("見出し", "heading"),
	layout.UnitInRow:     lang.Say("単位の行", "unit row"),
	layout.UnitInRemark:  lang.Say("表の外の注記", "remark"),
	layout.UnitPinned:    lang.Say("設定", "settings"),
	layout.UnitUsual:     lang.Say("書かれていないため", "none is given"),
}

// WriteReadingText prints how the sheets of a ledger were read, for a terminal.
func WriteReadingText(w io.Writer, r *cohort.Reading, l lang.Lang, o term.Options) error {
	out := reading(r, l)
	for i := range out.Sections {
		s := &out.Sections[i]
		if t, ok := s.Blocks[0].(*content.Table); ok {
			t.Caption = s.Title
			continue
		}
		s.Blocks = slices.Insert(s.Blocks, 0, content.Block(content.Paragraph{Text: s.Title}))
	}
	return term.Write(w, out, o)
}

// WriteReadingPage prints it as one self-contained page without a script.
func WriteReadingPage(w io.Writer, r *cohort.Reading, l lang.Lang) error {
	return html.WriteStill(context.Background(), w, reading(r, l))
}

// reading is how the sheets of a ledger were read, one section a sheet.
func reading(r *cohort.Reading, l lang.Lang) *content.Report {
	out := &content.Report{Lang: string(l), Title: readingWords.title.In(l),
		Marking: lang.Say("内部限り", "internal").In(l)}
	if len(r.General) > 0 {
		out.Sections = append(out.Sections, content.Section{ID: "general", Title: readingWords.general.In(l),
			Blocks: []content.Block{remarks(r.General, l, true)}})
	}
	for _, f := range r.Files {
		for i := range f.Tables {
			s := tableSection(&f.Tables[i], f.File, l)
			s.ID = fmt.Sprintf("sheet-%d", len(out.Sections)+1)
			out.Sections = append(out.Sections, s)
		}
		for _, u := range f.Unread {
			s := content.Section{ID: fmt.Sprintf("sheet-%d", len(out.Sections)+1),
				Title: layout.FileAndSheet(f.File, u.Sheet) + " — " + readingWords.notRead.In(l)}
			s.Blocks = []content.Block{content.Paragraph{Text: readingWords.other.In(l)}}
			if len(u.Why) > 0 {
				s.Blocks = []content.Block{remarks(u.Why, l, false)}
			}
			out.Sections = append(out.Sections, s)
		}
	}
	return out
}

// tableSection is a sheet that was read.
func tableSection(t *cohort.TableReading, file string, l lang.Lang) content.Section {
	table := schema.ByKey(t.Table)
	said := lang.Sayf("記録は%[1]d行です。", "%[1]d rows.", t.Rows)
	if t.Excluded > 0 {
		said = lang.Sayf("記録は%[1]d行で、うち%[2]d行は誤りのため集計に入りません。", "%[1]d rows, %[2]d of them left out for an error.", t.Rows,
			t.Excluded)
	}
	s := content.Section{Title: layout.FileAndSheet(file, t.Sheet) + " → " + table.Sheet.In(l)}
	if t.Headings != "" {
		said = lang.Sayf("見出しは %[1]s です。%[2]s", "Headings in %[1]s. %[3]s", t.Headings, said.JA, said.EN)
	}
	columns := columnTable(t, l)
	columns.Notes = []string{said.In(l)}
	s.Blocks = append(s.Blocks, columns)
	if len(t.Sample) > 0 {
		s.Blocks = append(s.Blocks, sampleTable(t, l))
	}
	if len(t.Findings) > 0 {
		s.Blocks = append(s.Blocks, content.Paragraph{Text: readingWords.notes.In(l), Tone: content.Note},
			remarks(t.Findings, l, false))
	}
	return s
}

// columnTable lists the columns of a sheet.
func columnTable(t *cohort.TableReading, l lang.Lang) *content.Table {
	w := &readingWords
	out := &content.Table{Caption: w.columns.In(l),
		Columns: []content.Column{{Head: w.column.In(l)}, {Head: w.heading.In(l)}, {Head: w.field.In(l)},
			{Head: w.unit.In(l)}}}
	for _, c := range t.Columns {
		heading, field, unit := c.Heading, w.notRead.In(l), ""
		switch {
		case c.Constant != "":
			heading = fmt.Sprintf(w.allRows.In(l), c.Constant)
		case heading == "":
			heading = w.none.In(l)
		}
		if c.Field != nil {
			field = c.Field.Heading.In(l)
		}
		if c.Pinned {
			field += w.set.In(l)
		}
		if c.Why.Code != "" {
			field += " [" + c.Why.Code + "]"
		}
		if c.Unit != "" {
			unit = fmt.Sprintf(readingWords.given.In(l), c.Unit, unitFroms[c.UnitFrom].In(l))
		}
		out.Rows = append(out.Rows, []string{c.Letter, heading, field, unit})
	}
	return out
}

// sampleTable shows the first rows as typed and as read, a cell a row.
func sampleTable(t *cohort.TableReading, l lang.Lang) *content.Table {
	w := &readingWords
	out := &content.Table{Caption: w.sample.In(l), Columns: []content.Column{{Head: w.cell.In(l)}, {Head: w.field.In(l)},
		{Head: w.typed.In(l)}, {Head: w.read.In(l)}}}
	for _, row := range t.Sample {
		for _, c := range row.Cells {
			at, read := c.Cell, c.Read.In(l)
			if at == "" {
				at = fmt.Sprintf("%s %d", w.row.In(l), row.Row)
			}
			if c.Read.Empty() {
				read = w.unreadable.In(l)
			}
			if row.Excluded {
				read += w.excluded.In(l)
			}
			out.Rows = append(out.Rows, []string{at, c.Field.Heading.In(l), c.Typed, read})
		}
	}
	return out
}

// remarks are findings as a list: where, what and what to do.
func remarks(fs []finding.Finding, l lang.Lang, whole bool) content.List {
	var list content.List
	for _, f := range fs {
		place := f.Range
		if whole {
			place = f.Place.String()
		}
		text := strings.TrimSpace(place + " " + f.Message.In(l))
		if f.Severity != finding.Info {
			text = "[" + f.Severity.Word().In(l) + "] " + text + " " + f.Fix.In(l)
		}
		list.Items = append(list.Items, text+" ["+f.Code+"]")
	}
	return list
}
