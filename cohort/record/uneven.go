package record

import (
	"slices"
	"strings"

	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/layout"
	"pilot90/cohort/schema"
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
func (r *cellReader) countBlanks() {
	r.source.Records++
	for i := range r.values {
		if r.values[i].IsBlank() {
			r.source.columns[i].blanks++
		}
	}
}

// column returns what the sheet has of a column of the schema, or nil.
func (s *Source) column(key string) *sourceColumn {
	i := slices.IndexFunc(schema.ByKey(s.Table).Columns, func(c schema.Column) bool { return c.Key == key })
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
		or := s.column(schema.ByKey(s.Table).Column(column).Or)
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

// Uneven reports the sheets of tables kept in several sheets that lack a column the others
// have: its cells count as blank, which changes figures as much as deleting them would.
func Uneven(parts []Part) []finding.Finding {
	var out []finding.Finding
	for _, t := range schema.Tables() {
		var sources []*Source
		found := map[*Source]*layout.Table{}
		for _, p := range parts {
			if p.Sources[0].Table == t.Key {
				sources = append(sources, p.Sources...)
				found[p.Sources[0]] = p.table
			}
		}
		out = append(out, uneven(t, sources, found)...)
	}
	return out
}

// uneven names the sheets that lack a column, or, when these are most of them, the sheet that has
// it. found holds the tables of the sheets.
func uneven(t *schema.Table, sources []*Source, found map[*Source]*layout.Table) []finding.Finding {
	wanting := map[*Source][]*schema.Column{}
	var out []finding.Finding
	for i := range t.Columns {
		c := &t.Columns[i]
		without := lacking(sources, c.Key)
		if c.Aside || len(without) == 0 {
			continue
		}
		having := slices.DeleteFunc(slices.Clone(sources), func(s *Source) bool { return s.column(c.Key) == nil })
		if len(without) > len(having) && having[0].column(c.Key).col > 0 {
			out = append(out, rareColumn(t, c, having, without))
			continue
		}
		for _, s := range without {
			wanting[s] = append(wanting[s], c)
		}
	}
	for _, s := range sources {
		columns := wanting[s]
		if len(columns) == 0 {
			continue
		}
		f := s.uneven(t, columns, sources)
		if table := found[s]; table != nil {
			f = table.WithUnread(f)
		}
		out = append(out, f)
	}
	return out
}

// headingOf is the heading cell of a column.
func (s *Source) headingOf(key string) finding.Place {
	return finding.Place{File: s.File, Sheet: s.Sheet, Range: s.grid.Ref(s.heading.ToRow, s.column(key).col)}
}

// rareColumn is the C326 of a column that fewer sheets have than lack, at the first one that has it;
// related are the headings of those that lack it.
func rareColumn(t *schema.Table, c *schema.Column, having, without []*Source) finding.Finding {
	records := 0
	var related []finding.Place
	for _, s := range without {
		records += s.Records
		related = append(related, finding.Place{File: s.File, Sheet: s.Sheet, Range: s.grid.RangeRef(s.heading)})
	}
	place := having[0].headingOf(c.Key)
	return finding.Finding{
		Code: codeUneven, Severity: finding.Warning, Column: having[0].Headings[having[0].column(c.Key).col], Place: place,
		Related: related,
		Message: lang.Sayf("「%[1]s」の列があるのは、「%[2]s」の%[3]d枚の表のうち%[4]d枚だけです。ほかの表の%[5]d件では空欄とみなしました。",
			"Only %[4]d of the %[3]d tables of %[7]s have the column %[6]s. The %[5]d records of the others count as blank "+
				"there.",
			c.Heading.JA, t.Sheet.JA, len(having)+len(without), len(having), records, c.Heading.EN, t.Sheet.EN),
		Fix: lang.Sayf("ほかの表にも「%[1]s」の列を足してください。書くことがなければ、見出しだけの列で構いません。",
			"Add the column %[2]s to the others too; the heading alone will do if there is nothing to fill in.", c.Heading.JA,
			c.Heading.EN),
	}
}

// uneven is the C326 of one sheet; related are the columns as other sheets have them.
func (s *Source) uneven(t *schema.Table, columns []*schema.Column, sources []*Source) finding.Finding {
	var ja, en []string
	var related []finding.Place
	for _, c := range columns {
		ja, en = append(ja, "「"+c.Heading.JA+"」"), append(en, c.Heading.EN)
		i := slices.IndexFunc(sources, func(o *Source) bool { return o.column(c.Key) != nil && o.column(c.Key).col > 0 })
		if i >= 0 {
			related = append(related, sources[i].headingOf(c.Key))
		}
	}
	names := lang.Say(strings.Join(ja, ""), strings.Join(en, ", "))
	return finding.Finding{
		Code: codeUneven, Severity: finding.Warning, Column: columns[0].Heading.JA, Related: related,
		Place: finding.Place{File: s.File, Sheet: s.Sheet, Range: s.grid.RangeRef(s.heading)},
		Message: lang.Sayf("この表には%[1]sの列がありません。「%[2]s」のほかの表にはあります。この表の%[4]d件では空欄とみなしました。",
			"This table lacks the column %[3]s, which other tables of %[5]s have. Its %[4]d records count as blank there.",
			names.JA, t.Sheet.JA, names.EN, s.Records, t.Sheet.EN),
		Fix: lang.Sayf("%[1]sの列を足して記入してください。別の名前の列があるときは、その見出しを直してください。書くことがないときは、見出しだけの列を足すと、この注意は出なくなります。",
			"Add the column %[2]s and fill it in, or correct the heading if the column has another name. If there is nothing "+
				"to fill in, a column with the heading alone ends this warning.",
			names.JA, names.EN),
	}
}
