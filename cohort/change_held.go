package cohort

import (
	"slices"

	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/layout"
	"pilot90/cohort/layout/shape"
	"pilot90/cohort/schema"
	"pilot90/cohort/setting"
)

// tablesOf are the tables as which the sheet of a change was read, the one that is meant first; none for a sheet that
// was read as no table.
func (r *Reading) tablesOf(ch *Change) []*TableReading {
	var all []*TableReading
	for i := range r.Files {
		for j := range r.Files[i].Tables {
			if t := &r.Files[i].Tables[j]; r.Files[i].File == ch.File && t.Sheet == ch.Sheet {
				all = append(all, t)
			}
		}
	}
	meant := slices.IndexFunc(all, func(t *TableReading) bool {
		return ch.Of != "" && t.Table == ch.Of || ch.Of == "" && ch.Column != "" &&
			slices.ContainsFunc(t.Columns, func(c ColumnReading) bool { return c.is(ch.Column) })
	})
	if meant > 0 {
		all = slices.Insert(slices.Delete(slices.Clone(all), meant, meant+1), 0, all[meant])
	}
	return all
}

// table is the reading of a sheet, of several tables its first; nil for one that was read as no table.
func (r *Reading) table(file, sheet string) *TableReading {
	if all := r.tablesOf(&Change{File: file, Sheet: sheet}); len(all) > 0 {
		return all[0]
	}
	return nil
}

// TableOf is the table that a sheet was read as; "" for none.
func (r *Reading) TableOf(file, sheet string) schema.Key {
	if t := r.table(file, sheet); t != nil {
		return t.Table
	}
	return ""
}

// Denies says why a change does not show in the reading that was made with it; it is empty when it does.
func (r *Reading) Denies(ch Change) lang.Text {
	var t *TableReading
	if all := r.tablesOf(&ch); len(all) > 0 {
		t = all[0]
	}
	switch {
	case ch.Undo, ch.Ignore && ch.Column == "" && t == nil:
		return lang.Text{}
	case t == nil || ch.Table != "" && t.Table != ch.Table || ch.Ignore && ch.Column == "" || !t.hasShape(ch.Shape):
		return lang.Sayf("シート「%[1]s」は、そのようには読めません。%[2]s", "The sheet “%[1]s” cannot be read so.%[3]s", lang.Quote(ch.Sheet),
			r.reasons(ch).JA, r.reasons(ch).EN)
	case ch.Constant != "":
		return t.deniesConstant(ch)
	case ch.Column == "":
		return lang.Text{}
	}
	for _, c := range t.Columns {
		if c.is(ch.Column) && (ch.Ignore && c.Field == nil || ch.Field == "" && c.Field != nil ||
			c.Field != nil && c.Field.Key == ch.Field) && (ch.Unit == "" || c.UnitFrom == layout.UnitPinned) {
			return lang.Text{}
		}
	}
	return lang.Sayf("シート「%[1]s」の「%[2]s」は、そのようには読めません。pilot.toml に別の指定があれば、そちらが優先します。",
		"“%[2]s” of the sheet “%[1]s” cannot be read so. What pilot.toml says goes first.", lang.Quote(ch.Sheet),
		lang.Quote(ch.Column))
}

// deniesConstant says why a value for all rows does not hold.
func (t *TableReading) deniesConstant(ch Change) lang.Text {
	for _, c := range t.Columns {
		switch {
		case c.Field == nil || c.Field.Key != ch.Field:
		case c.Constant != "":
			return lang.Text{}
		default:
			return lang.Sayf("「%[1]s」は%[3]s列から読んでいます。すべての行を同じ値にするときは、先にその列を「読まない」にしてください。",
				"%[2]s is read from column %[3]s. To have one value in every row, set that column not to be read first.",
				c.Field.Heading.JA, c.Field.Heading.EN, c.Letter)
		}
	}
	return lang.Sayf("シート「%[1]s」では、この項目をすべての行で同じ値にできません。",
		"This field cannot have one value in every row of the sheet “%[1]s”.", lang.Quote(ch.Sheet))
}

// hasShape reports whether the sheet was turned into rows, where a shape other than rows is asked for.
func (t *TableReading) hasShape(asked string) bool {
	return asked == "" || asked == AnyShape || asked == setting.RowsShape ||
		slices.ContainsFunc(t.Findings, func(f finding.Finding) bool {
			return f.Code == shape.Code
		})
}

// reasons are the errors of a sheet, as they follow a sentence.
func (r *Reading) reasons(ch Change) lang.Text {
	var out lang.Text
	for _, f := range r.Files {
		for _, u := range f.Unread {
			for _, why := range u.Why {
				if f.File == ch.File && u.Sheet == ch.Sheet {
					out.JA += why.Message.JA
					out.EN += " " + why.Message.EN
				}
			}
		}
	}
	return out
}

// Of is the reading of the sheets of a name alone; nil when there is none.
func (r *Reading) Of(sheet string) *Reading {
	out := &Reading{}
	for _, f := range r.Files {
		own := FileReading{File: f.File}
		for _, t := range f.Tables {
			if t.Sheet == sheet {
				own.Tables = append(own.Tables, t)
			}
		}
		for _, u := range f.Unread {
			if u.Sheet == sheet {
				own.Unread = append(own.Unread, u)
			}
		}
		if len(own.Tables)+len(own.Unread) > 0 {
			out.Files = append(out.Files, own)
		}
	}
	if len(out.Files) == 0 {
		return nil
	}
	return out
}
