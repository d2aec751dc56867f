package sheetview

import (
	"math/big"
	"strings"

	"pilot90/cohort"
	"pilot90/cohort/lang"
	"pilot90/cohort/schema"
	"pilot90/cohort/sheet/grid"
)

// Sum is what a column adds up to, and what the sheet's own totals say of it.
type Sum struct {
	Field        lang.Text
	Unit         lang.Text
	Text         string
	Same         string // the address of a total that is the same; "" = there is none
	Off, OffText string // the address of the sheet's only total where that is another number, and the total
}

// sums adds up the columns of hours and money, and looks for the same in the rows of totals.
func (d *drawing) sums() []Sum {
	if len(d.src.Tables) == 0 {
		return nil
	}
	t := &d.src.Tables[0]
	var out []Sum
	for i := range t.Columns {
		c := &t.Columns[i]
		if c.Field == nil || c.Letter == "" || rank(c.Field) > 1 {
			continue
		}
		read, typed := new(big.Rat), new(big.Rat)
		for _, row := range t.Sample {
			for _, x := range row.Cells {
				if x.Field.Key != c.Field.Key {
					continue
				}
				if n, ok := number(x.Read.JA); ok {
					read.Add(read, n)
				}
				if n, ok := number(x.Typed); ok {
					typed.Add(typed, n)
				}
			}
		}
		s := Sum{Field: c.Field.Heading, Unit: lang.Say("時間", "hours"), Text: decimal(read)}
		if c.Field.Kind == schema.AmountKind {
			s.Unit = lang.Say("円", "yen")
		}
		d.compare(&s, c, read, typed)
		out = append(out, s)
	}
	return out
}

// total is a cell of a row of totals.
type total struct {
	ref, text string
	value     *big.Rat
}

// compare looks among the totals of the sheet for what a column adds up to: as a total, or as all of the totals of its
// parts together. Of a lone total that is another number it says so.
func (d *drawing) compare(s *Sum, c *cohort.ColumnReading, sums ...*big.Rat) {
	all := d.totals(c)
	together := new(big.Rat)
	for _, t := range all {
		together.Add(together, t.value)
		for _, sum := range sums {
			if sum.Sign() != 0 && near(t.value, sum) {
				s.Same = t.ref
				return
			}
		}
	}
	switch {
	case len(all) > 1 && near(together, sums[0]):
		s.Same = all[0].ref + "…" + all[len(all)-1].ref
	case len(all) == 1:
		s.Off, s.OffText = all[0].ref, all[0].text
	}
}

// totals are the totals of a column, from top to bottom.
func (d *drawing) totals(c *cohort.ColumnReading) []total {
	col, ok := grid.ParseColumn(c.Letter)
	if !ok {
		return nil
	}
	var all []total
	for _, row := range d.src.Grid.Rows {
		if _, other := d.others[row.Number]; other || row.Number <= d.heads.ToRow || d.rows[row.Number] || !isTotal(row) {
			continue
		}
		if n, ok := number(row.At(col).Text); ok {
			all = append(all, total{grid.Ref(row.Number, col), row.At(col).Text, n})
		} else if n, ok := clock(row.At(col).Text); ok && c.Field.Kind == schema.HoursKind {
			all = append(all, total{grid.Ref(row.Number, col), row.At(col).Text, n})
		}
	}
	if c.Unit == "60進" {
		for i := range all {
			all[i].value = sixty(all[i].value)
		}
	}
	return all
}

// clock reads hours and minutes as 138:45.
func clock(text string) (*big.Rat, bool) {
	h, m, ok := strings.Cut(strings.TrimSpace(text), ":")
	if !ok || len(m) != 2 || len(h) > 9 || strings.Trim(h+m, "0123456789") != "" {
		return nil, false
	}
	hours, ok1 := new(big.Rat).SetString(h)
	minutes, ok2 := new(big.Rat).SetString(m)
	if !ok1 || !ok2 {
		return nil, false
	}
	return hours.Add(hours, minutes.Quo(minutes, big.NewRat(60, 1))), true
}

// sixty is a number of hours whose decimals are minutes: 1.30 is one and a half.
func sixty(n *big.Rat) *big.Rat {
	whole := new(big.Rat).SetInt(new(big.Int).Quo(n.Num(), n.Denom()))
	rest := new(big.Rat).Sub(n, whole)
	return whole.Add(whole, rest.Mul(rest, big.NewRat(100, 60)))
}
