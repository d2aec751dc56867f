package cohort

import (
	"slices"
	"strings"

	"pilot90/cohort/finding"
	"pilot90/cohort/sheet"
)

// codeUneven is the code of a sheet that lacks a column which other sheets of its table have.
const codeUneven = "C326"

// sourceColumn is one column of the schema in one sheet.
type sourceColumn struct {
	present bool // the sheet has it, or its value is given for all rows
	col     int  // 1-based; 0 = not in the sheet
	blanks  int  // records with nothing in it
}

// countBlanks adds the row to the records of its sheet.
func (r *rowReader) countBlanks() {
	r.source.Records++
	for i := range r.values {
		if r.values[i].IsBlank() {
			r.source.columns[i].blanks++
		}
	}
}

// column returns what the sheet has of a column of the schema, or nil.
func (s *Source) column(key string) *sourceColumn {
	i := slices.IndexFunc(TableByKey(s.Table).Columns, func(c Column) bool { return c.Key == key })
	if i < 0 || !s.columns[i].present {
		return nil
	}
	return &s.columns[i]
}

// lacking returns the sources with records that lack the column which another one has, unless
// they have the one that does as well in every record.
func lacking(sources []*Source, column string) []*Source {
	var without []*Source
	some := false
	for _, s := range sources {
		or := s.column(TableByKey(s.Table).Column(column).Or)
		switch {
		case s.column(column) != nil:
			some = true
		case s.Records > 0 && (or == nil || or.blanks > 0):
			without = append(without, s)
		}
	}
	if !some {
		return nil
	}
	return without
}

// unevenTables reports the sheets of tables kept in several sheets that lack a column the others
// have: its cells count as blank, which changes figures as much as deleting them would.
func unevenTables(parts []tableParts) []finding.Finding {
	var out []finding.Finding
	for i := range tables {
		var sources []*Source
		for _, p := range parts {
			if p.source.Table == tables[i].Key {
				sources = append(sources, p.source)
			}
		}
		out = append(out, uneven(&tables[i], sources)...)
	}
	return out
}

func uneven(t *TableSchema, sources []*Source) []finding.Finding {
	wanting := map[*Source][]*Column{}
	for i := range t.Columns {
		c := &t.Columns[i]
		if c.Aside {
			continue
		}
		for _, s := range lacking(sources, c.Key) {
			wanting[s] = append(wanting[s], c)
		}
	}
	var out []finding.Finding
	for _, s := range sources {
		if columns := wanting[s]; len(columns) > 0 {
			out = append(out, s.uneven(t, columns, sources))
		}
	}
	return out
}

// uneven is the C326 of one sheet; related are the columns as other sheets have them.
func (s *Source) uneven(t *TableSchema, columns []*Column, sources []*Source) finding.Finding {
	var ja, en []string
	var related []finding.Place
	for _, c := range columns {
		ja, en = append(ja, "「"+c.Heading.JA+"」"), append(en, c.Heading.EN)
		for _, o := range sources {
			if has := o.column(c.Key); has != nil && has.col > 0 {
				related = append(related, finding.Place{File: o.File, Sheet: o.Sheet, Range: sheet.Ref(o.heading.ToRow, has.col)})
				break
			}
		}
	}
	names := finding.Text{JA: strings.Join(ja, ""), EN: strings.Join(en, ", ")}
	return finding.Finding{
		Code: codeUneven, Severity: finding.Warning, Column: columns[0].Heading.JA, Related: related,
		Place: finding.Place{File: s.File, Sheet: s.Sheet, Range: sheet.RangeRef(s.heading)},
		Message: say("この表には%[1]sの列がありません。「%[2]s」のほかの表にはあります。この表の%[4]d件では空欄とみなしました。", "This table lacks the column %[3]s, which other tables of %[5]s have. Its %[4]d records count as blank there.",
			names.JA, t.Sheet.JA, names.EN, s.Records, t.Sheet.EN),
		Fix: say("%[1]sの列を足して記入してください。別の名前の列があるときは、その見出しを直してください。書くことがないときは、見出しだけの列を足すと、この注意は出なくなります。", "Add the column %[2]s and fill it in, or correct the heading if the column has another name. If there is nothing to fill in, a column with the heading alone ends this warning.",
			names.JA, names.EN),
	}
}
