package sheetview

import (
	"cmp"
	"maps"
	"math"
	"math/big"
	"slices"
	"strings"

	"pilot90/cohort"
	"pilot90/cohort/lang"
	"pilot90/cohort/pattern"
	"pilot90/cohort/schema"
)

// mostValues is how many rows are shown as typed and as read.
const mostValues = 9

// Values are the first rows as typed and as read, of the columns that matter most.
type Values struct {
	Fields []lang.Text
	Rows   []ValueRow
}

// ValueRow is one record.
type ValueRow struct {
	Row   int
	Cells []ValueCell
}

// ValueCell is a value as typed and as read; Read is empty for one that could not be read.
type ValueCell struct {
	Typed string
	Read  lang.Text
}

// Count is how many cells were read otherwise than typed, by how.
type Count struct {
	How lang.Text
	N   int
}

// rank says which columns are shown first: hours and money, then days, then words.
func rank(c *schema.Column) int {
	switch c.Kind {
	case schema.HoursKind:
		return 0
	case schema.AmountKind:
		return 1
	case schema.DateKind:
		return 2
	case schema.IDKind:
		return 4
	}
	return 3
}

// values are the first rows of hours and money, or of the one column that matters most.
func values(src Source) Values {
	if len(src.Tables) == 0 {
		return Values{}
	}
	t := &src.Tables[0]
	var fields []*schema.Column
	for i := range t.Columns {
		if c := &t.Columns[i]; c.Field != nil && c.Letter != "" {
			fields = append(fields, c.Field)
		}
	}
	slices.SortStableFunc(fields, func(a, b *schema.Column) int { return cmp.Compare(rank(a), rank(b)) })
	most := 1
	if len(fields) > 1 && rank(fields[1]) < 2 {
		most = 2
	}
	fields = fields[:min(most, len(fields))]
	var v Values
	for _, f := range fields {
		v.Fields = append(v.Fields, f.Heading)
	}
	for _, row := range t.Sample[:min(len(t.Sample), mostValues)] {
		out := ValueRow{Row: row.Row}
		for _, f := range fields {
			var cell ValueCell
			for _, c := range row.Cells {
				if c.Field.Key == f.Key {
					cell = ValueCell{Short(c.Typed, mostText), c.Read}
					if n, ok := number(c.Read.JA); ok && rank(f) < 2 {
						cell.Read = lang.Say(decimal(n), decimal(n))
					}
				}
			}
			out.Cells = append(out.Cells, cell)
		}
		v.Rows = append(v.Rows, out)
	}
	return v
}

// near reports whether two numbers are the same but for what a sheet rounds away.
func near(a, b *big.Rat) bool {
	diff, _ := new(big.Rat).Sub(a, b).Float64()
	return math.Abs(diff) < 0.005
}

// number reads a number with commas and the signs of money and hours.
func number(text string) (*big.Rat, bool) {
	text = strings.Trim(strings.ReplaceAll(lang.Compact(text), ",", ""), "¥\\円時間 h")
	if text == "" || len(text) > 30 || strings.Trim(text, "0123456789.-") != "" {
		return nil, false
	}
	return new(big.Rat).SetString(text)
}

// decimal writes a sum with at most two decimals and commas.
func decimal(n *big.Rat) string {
	return lang.Grouped(strings.TrimSuffix(strings.TrimRight(n.FloatString(2), "0"), "."))
}

var (
	plainDay    = pattern.New(`^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}$`)
	plainNumber = pattern.New(`^-?\d{1,3}(,?\d{3})*(\.\d+)?$`)
	plainClock  = pattern.New(`^\d{1,3}:\d{2}$`)
)

// mend says how a value was read otherwise than it was typed; empty for one that is as typed, or was not read.
func mend(c cohort.CellReading) lang.Text {
	typed := strings.TrimSpace(c.Typed)
	switch {
	case c.Read.JA == "" || typed == c.Read.JA:
	case c.Field.Kind == schema.AmountKind && strings.ContainsAny(typed, "¥￥円"):
		return lang.Say("¥・円の記号", "signs of yen")
	case lang.Compact(typed) != strings.Join(strings.Fields(typed), "") && rank(c.Field) < 3:
		return lang.Say("全角の数字", "wide digits")
	case c.Field.Kind == schema.HoursKind && !plainNumber.MatchString(typed) && !plainClock.MatchString(typed):
		return lang.Say("時間の書き方", "ways to write hours")
	case rank(c.Field) < 2 && plainNumber.MatchString(typed) && strings.ReplaceAll(typed, ",", "") != c.Read.JA:
		return scaled(typed, c.Read.JA)
	case c.Field.Kind == schema.DateKind && !plainDay.MatchString(typed):
		return lang.Say("日付の書き方", "ways to write dates")
	case c.Field.Kind == schema.ChoiceKind && typed != c.Read.EN:
		return lang.Say("ことばの言い換え", "other words")
	}
	return lang.Text{}
}

// scaled is a number that was read in a unit of its column; 2.50 for 2.5 is none.
func scaled(typed, read string) lang.Text {
	a, okA := number(typed)
	b, okB := number(read)
	if okA && okB && a.Cmp(b) == 0 {
		return lang.Text{}
	}
	return lang.Say("単位の換算", "units")
}

func isNumber(c cohort.CellReading) bool {
	return rank(c.Field) < 2 || c.Field.Kind == schema.NumberKind
}

// counted counts the cells that were mended, the most frequent way first.
func counted(read map[string]cohort.CellReading) []Count {
	n := map[lang.Text]int{}
	for _, c := range read {
		if how := mend(c); !how.Empty() {
			n[how]++
		}
	}
	var out []Count
	for _, how := range slices.SortedFunc(maps.Keys(n), func(a, b lang.Text) int {
		return cmp.Or(cmp.Compare(n[b], n[a]), strings.Compare(a.JA, b.JA))
	}) {
		out = append(out, Count{how, n[how]})
	}
	return out
}
