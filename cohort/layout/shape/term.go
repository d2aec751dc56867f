package shape

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"golang.org/x/text/unicode/norm"

	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/layout"
	"pilot90/cohort/pattern"
	"pilot90/cohort/schema"
	"pilot90/cohort/sheet/grid"
)

// termColumn is a column of contracts in which both days of the term stand: 契約期間, 2025/4/1〜2026/3/31.
type termColumn struct {
	grid *grid.Grid
	row  int // of the headings
	col  int
	to   int // a blank column beside the others, for the end
}

// mostHeading is how many bytes a heading has at most; a longer text is a remark.
const mostHeading = 100

// termHeading is the heading of such a column.
var termHeading = pattern.New(`期間|開始.{0,3}終了|自.{0,2}至`)

// fewestOfContract is how many other headings say that a sheet is one of contracts.
const fewestOfContract = 2

// splitTerm gives the two days of terms in one cell a column each; nil where no column holds terms.
func splitTerm(g *grid.Grid) (*grid.Grid, finding.Finding) {
	for i := range g.Rows {
		if i >= lastHeadingRow {
			break
		}
		c, ok := termsBelow(g, i)
		if !ok {
			continue
		}
		changes, terms := c.changes(g.Rows[i+1:])
		if terms == 0 {
			continue
		}
		at := grid.Range{FromRow: c.row, FromCol: c.col, ToRow: c.row, ToCol: c.col}
		return changed(g, changes), readAs(g, at,
			lang.Sayf("「%[1]s」の%[2]d件を、開始日と終了日に分けて読みました。",
				"%[2]d terms in “%[1]s” were read as a start and an end each.", lang.Quote(g.At(c.row, c.col).Text), terms),
			lang.Say("正しければ、このままで構いません。ちがうときは、開始日と終了日を別々の列に書いてください。",
				"Nothing need be done if that is right; otherwise write the start and the end in columns of their own."))
	}
	return nil, finding.Finding{}
}

// termsBelow reads row i as the headings of contracts with one of terms, and none of starts.
func termsBelow(g *grid.Grid, i int) (termColumn, bool) {
	c := termColumn{grid: g, row: g.Rows[i].Number}
	named, last := 0, 0
	if !slices.ContainsFunc(g.Rows[i].Cells, func(h grid.Cell) bool {
		return h.Kind == cell.Text && len(h.Text) <= mostHeading && termHeading.MatchString(lang.Compact(h.Text))
	}) {
		return c, false
	}
	for _, head := range g.Rows[i].Cells {
		if head.Kind != cell.Text {
			return c, false
		}
		switch key := layout.ColumnNamed(schema.Contracts, head.Text); {
		case key == "start_date":
			return c, false
		case termHeading.MatchString(lang.Compact(head.Text)) && key == "":
			if c.col > 0 {
				return c, false
			}
			c.col = head.Col
		case key != "":
			named++
		}
		last = head.Col
	}
	c.to = last + 1
	taken := slices.ContainsFunc(g.Rows, func(r grid.Row) bool { return !r.At(c.to).IsBlank() })
	return c, c.col > 0 && named >= fewestOfContract && !taken
}

// changes are those that leave the start in the column and put the end into the blank one, and how many terms there
// are. What is no term stays, and is no date.
func (c termColumn) changes(below []grid.Row) ([]change, int) {
	contracts := schema.ByKey(schema.Contracts)
	here := [2]int{c.row, c.col}
	text := func(key string) cell.Value {
		return cell.Value{Kind: cell.Text, Text: contracts.Column(key).Heading.JA}
	}
	out := []change{{row: c.row, cell: grid.Cell{Col: c.col, Value: text("start_date")}},
		{c.row, grid.Cell{Col: c.to, Value: text("end_date")}, here}}
	terms := 0
	for _, row := range below {
		v := row.At(c.col)
		term, ok := readTerm(v.Text)
		if v.Kind != cell.Text || !ok {
			continue
		}
		terms++
		out = append(out, change{row: row.Number, cell: grid.Cell{Col: c.col, Value: dateValue(term.start, v)}})
		if !term.running {
			out = append(out, change{row.Number, grid.Cell{Col: c.to, Value: dateValue(term.end, v)}, [2]int{row.Number, c.col}})
		}
	}
	return out, terms
}

// aTerm is the first and the last day of a contract, which may still run.
type aTerm struct {
	start, end cell.Day
	running    bool
}

// Between the days of a term, the longer marks first; a hyphen only where no date has one.
var termMarks = []string{"から", "より", "~", "〜", "→", "―", "—", "–", " - ", "-"}

// readTerm reads a term: 2025/4/1〜2026/3/31, R7.4.1～R8.3.31, 令和7年4月1日から1年間, 2025/4/1〜.
func readTerm(typed string) (aTerm, bool) {
	text := norm.NFKC.String(typed)
	for _, mark := range termMarks {
		from, to, found := strings.Cut(text, mark)
		if !found || mark == "-" && strings.Contains(to, "-") {
			continue
		}
		start, _, fault := cell.ReadDate(cell.Value{Kind: cell.Text, Text: strings.TrimSpace(from)})
		if fault != nil {
			return aTerm{}, false
		}
		return endOf(start, strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(to), "まで")))
	}
	return aTerm{}, false
}

// Ends of terms that are no whole dates: the length of the term, or a day of the start's year or of the next.
var (
	termLength = pattern.New(`^(?:([0-9]{1,2})年|([0-9]{1,3})(?:か|ヶ|ケ|カ|ヵ|箇)月)間?$`)
	dayInYear  = pattern.New(`^(翌年?)?([0-9]{1,2})[月/.]([0-9]{1,2})日?$`)
	stillRuns  = []string{"", "継続中", "継続", "自動更新", "期間の定めなし", "現在", "現在に至る"}
)

// endOf reads the end of a term that begins on a day.
func endOf(start cell.Day, text string) (aTerm, bool) {
	year, month, day := start.YMD()
	if slices.Contains(stillRuns, text) {
		return aTerm{start: start, running: true}, true
	}
	if m := termLength.FindStringSubmatch(text); m != nil {
		months, _ := strconv.Atoi(m[2]) // the form allows digits only
		years, _ := strconv.Atoi(m[1])
		return aTerm{start: start, end: cell.NewDay(year+years, month+time.Month(months), day) - 1}, years+months > 0
	}
	if m := dayInYear.FindStringSubmatch(text); m != nil {
		if m[1] != "" {
			year++
		}
		text = strconv.Itoa(year) + "/" + m[2] + "/" + m[3]
	}
	end, _, fault := cell.ReadDate(cell.Value{Kind: cell.Text, Text: text})
	if fault == nil && end < start && dayInYear.MatchString(strings.TrimPrefix(text, strconv.Itoa(year)+"/")) {
		end = cell.NewDay(year+1, end.Time().Month(), end.Time().Day())
	}
	return aTerm{start: start, end: end}, fault == nil
}
