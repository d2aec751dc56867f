package shape

import (
	"slices"

	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/layout"
	"pilot90/cohort/pattern"
	"pilot90/cohort/schema"
	"pilot90/cohort/sheet/grid"
)

// payMatrix is a sheet of payments by person and month, one way round or the other, with a line of payment days.
type payMatrix struct {
	grid    *grid.Grid
	heading int          // the row of the months, or of the persons
	down    bool         // the months go down
	months  []monthEntry // ascending
	persons []line
	called  string // the heading of the persons: 氏名, 参加者ID
	days    int    // the row of the payment days, or where the months go down their column
	values  []payEntry
}

// monthEntry is a month and the row or the column that it heads.
type monthEntry struct {
	at    int
	cell  [2]int
	month cell.YearMonth
	first cell.Day // once its year is known
}

// payEntry is what one person gets for a month.
type payEntry struct {
	month  monthEntry
	person line
	cell   [2]int
}

// monthlyPay turns a sheet of payments by person and month into rows: payment day, person, month, amount.
func (t *turner) monthlyPay(g *grid.Grid) (*grid.Grid, []finding.Finding) {
	m := t.findPay(g)
	if m == nil {
		return nil, nil
	}
	at := grid.Range{FromRow: m.heading, FromCol: 1, ToRow: m.heading, ToCol: g.Used().ToCol}
	how := readAs(g, at, lang.Sayf("人と月の一覧表として、%[1]d件の支払を1行に1件ずつ読みました。%[2]s",
		"Read as a table of people and months: %[1]d payments. %[3]s", len(m.values), m.dayLine().JA, m.dayLine().EN),
		lang.Say("正しければ、このままで構いません。ちがうときは、1行に1件ずつ、支払日・氏名・対象月・支払額の列に分けて書いてください。",
			"Nothing need be done if that is right; otherwise write one row a payment, with columns of the payment day, the "+
				"name, the month worked and the amount."))
	return m.rows(), append([]finding.Finding{how}, m.totals()...)
}

// dayLine says where the payment days stand.
func (m *payMatrix) dayLine() lang.Text {
	switch {
	case m.days == 0:
		return lang.Say("支払日は書かれていないため、支払った月ではなく、仕事をした月の報酬として数えます。",
			"No payment days stand there: the amounts are pay of the months worked.")
	case m.down:
		return lang.Sayf("支払日は%[1]s列から取りました。", "Their days are from column %[1]s.", grid.ColumnName(m.days))
	}
	return lang.Sayf("支払日は%[1]d行目から取りました。", "Their days are from row %[1]d.", m.days)
}

// findPay returns the only matrix of payments of the sheet; nil for none, or for two.
func (t *turner) findPay(g *grid.Grid) *payMatrix { return onlyOne(g, t.monthsAcross, t.monthsDown) }

// fewestMonths is how many months make a matrix of payments.
const fewestMonths = 2

// monthsAcross reads row i as the months of a matrix: a heading of persons stands to the left, the payment days in a
// row above or below.
func (t *turner) monthsAcross(g *grid.Grid, i int) *payMatrix {
	row := g.Rows[i]
	m := &payMatrix{grid: g, heading: row.Number}
	person := 0
	for _, c := range row.Cells {
		if month, ok := readMonthHead(c.Value); ok {
			m.months = append(m.months, monthEntry{at: c.Col, cell: [2]int{row.Number, c.Col}, month: month})
		} else if len(m.months) == 0 && layout.ColumnNamed(schema.Payments, c.Text) == "participant_id" {
			person, m.called = c.Col, c.Text
		}
	}
	if person == 0 || !m.placed(t) {
		return nil
	}
	days, ok := m.dayRow()
	if !ok || days == 0 && !m.ofPay() {
		return nil
	}
	m.days = days
	for _, row := range g.Rows[i+1:] {
		who := row.At(person)
		if row.Number == m.days || who.Kind != cell.Text || who.IsBlank() || totalOf(row, person) {
			continue
		}
		l := line{at: row.Number, person: t.payee(who), who: [2]int{row.Number, person}}
		for _, month := range m.months {
			m.take(l, month, row.Number, month.at)
		}
	}
	return m.sure()
}

// dayRow returns the only row with a label of payment days and a day in a column of the months; 0 where there is none,
// false where there are two.
func (m *payMatrix) dayRow() (row int, ok bool) {
	for _, r := range m.grid.Rows {
		if r.Number > lastHeadingRow {
			break
		}
		label := slices.ContainsFunc(r.Cells, func(c grid.Cell) bool {
			return c.Col < m.months[0].at && layout.ColumnNamed(schema.Payments, c.Text) == "paid_date"
		})
		if !label || r.Number == m.heading || !slices.ContainsFunc(m.months, func(e monthEntry) bool {
			return paysOn(r.At(e.at))
		}) {
			continue
		}
		if row > 0 {
			return 0, false
		}
		row = r.Number
	}
	return row, true
}

// monthsDown reads row i as the persons of a matrix: a column of months and one of payment days stand to the left.
func (t *turner) monthsDown(g *grid.Grid, i int) *payMatrix {
	head := g.Rows[i]
	m := &payMatrix{grid: g, heading: head.Number, down: true, called: "氏名"}
	monthCol := 0
	for _, c := range head.Cells {
		switch layout.ColumnNamed(schema.Payments, c.Text) {
		case "month":
			monthCol = c.Col
		case "paid_date":
			m.days = c.Col
		}
	}
	if monthCol == 0 || m.days == 0 && !m.ofPay() {
		return nil
	}
	known := 0
	for _, c := range head.Cells {
		if c.Col == monthCol || c.Col == m.days || c.Kind != cell.Text || layout.KeySaysTotal(c.Text) {
			continue
		}
		if _, is := t.known(c.Text); is {
			known++
		}
		m.persons = append(m.persons, line{at: c.Col, person: t.payee(c.Value), who: [2]int{head.Number, c.Col}})
	}
	for _, row := range g.Rows[i+1:] {
		if month, ok := readMonthHead(row.At(monthCol)); ok && !hasTotal(row) {
			m.months = append(m.months, monthEntry{at: row.Number, cell: [2]int{row.Number, monthCol}, month: month})
		}
	}
	if known == 0 || !m.placed(t) {
		return nil
	}
	for _, month := range m.months {
		for _, l := range m.persons {
			m.take(l, month, month.at, l.at)
		}
	}
	return m.sure()
}

// payee is the value of a person's cell: as it is typed, if the participants know it so.
func (t *turner) payee(v cell.Value) cell.Value {
	if _, known := t.directory()(v.Text); known {
		return v
	}
	return t.named(v)
}

// readMonthHead reads a cell as the month of a heading. A bare 8 is none: it may be a day.
func readMonthHead(v cell.Value) (cell.YearMonth, bool) {
	if v.IsBlank() || v.Kind == cell.Bool || v.Kind == cell.Number && v.Format != cell.Date && v.Number < 1000 {
		return cell.YearMonth{}, false
	}
	if v.Kind == cell.Text && !slices.ContainsFunc([]rune(v.Text),
		func(r rune) bool {
			return r == '月' || r == '/' || r == '-' ||
				r == '.' || r == '．' || r == '／'
		}) && len(v.Text) < len("202507") {
		return cell.YearMonth{}, false
	}
	m, _, fault := cell.ReadMonth(v)
	return m, fault == nil
}

func paysOn(v cell.Value) bool {
	if v.IsBlank() || v.Kind == cell.Number && v.Format != cell.Date {
		return false
	}
	_, _, fault := cell.ReadDate(v)
	return fault == nil
}

// placed gives the months their years, and reports that there are some and that they ascend.
func (m *payMatrix) placed(t *turner) bool {
	if len(m.months) < fewestMonths {
		return false
	}
	year := statedYear(m.grid, m.heading)
	for i := range m.months {
		e := &m.months[i]
		if e.first = e.month.First(); e.month.Year == 0 {
			at, ok := settle([]said{year, {months: []int{int(e.month.Month)}}}, t.clock)
			if !ok {
				return false
			}
			e.first = at.first()
		}
		if i > 0 && e.first <= m.months[i-1].first {
			return false
		}
	}
	return true
}

// What the names of a sheet of pay or what stands above it says, and what says that it is something else.
var (
	paySaid  = pattern.New(`報酬|支払|謝金|謝礼|工賃|支給|振込|給与|(?i:pay)`)
	otherPay = pattern.New(`請求|売上|入金|予算|執行|見込|予定|計画|目標|時間|稼働|件数|単価|所得|源泉|差引|手取`)
)

// ofPay reports that the names of the sheet, or what stands above the matrix, say that its amounts are pay, and nothing
// that they are another's money or not yet paid.
func (m *payMatrix) ofPay() bool {
	texts := []string{m.grid.Sheet, layout.FileTitle(m.grid.File)}
	for _, row := range m.grid.Rows {
		if row.Number > m.heading {
			break
		}
		for _, c := range row.Cells {
			if c.Kind == cell.Text {
				texts = append(texts, lang.Compact(c.Text))
			}
		}
	}
	return slices.ContainsFunc(texts, paySaid.MatchString) && !slices.ContainsFunc(texts, otherPay.MatchString)
}

// take adds what stands in a cell, if anything does.
func (m *payMatrix) take(l line, month monthEntry, row, col int) {
	if v := m.grid.At(row, col); !v.IsBlank() && !zero(v) && !isMark(v.Text) && !unpaid.MatchString(lang.Compact(v.Text)) {
		m.values = append(m.values, payEntry{month: month, person: l, cell: [2]int{row, col}})
	}
}

// unpaid is what may stand in place of an amount that is not yet known.
var unpaid = pattern.New(`^[(]?(未|未払い?|未支払い?|未振込|未定|支払待ち?)[)]?$`)

// mostUnread is one in how many entries may be no amount, and is told as such.
const mostUnread = 5

// sure returns the matrix if nearly all of its entries are amounts.
func (m *payMatrix) sure() *payMatrix {
	unread := 0
	for _, e := range m.values {
		if _, _, fault := cell.ReadYen(m.grid.At(e.cell[0], e.cell[1]), cell.NonNegative); fault != nil {
			unread++
		}
	}
	if len(m.values) == 0 || unread*mostUnread > len(m.values) {
		return nil
	}
	return m
}

// largeYen is a unit of money above the matrix or in a name.
var largeYen = pattern.New(`千円|万円`)

// amountHead is the heading of the amounts, with the unit that stands above the matrix.
func (m *payMatrix) amountHead() string {
	name := schema.ByKey(schema.Payments).Column("amount").Heading.JA
	for _, row := range m.grid.Rows {
		if row.Number > m.heading {
			break
		}
		for _, c := range row.Cells {
			if unit := largeYen.FindString(lang.Compact(c.Text)); unit != "" {
				return name + "（" + unit + "）"
			}
		}
	}
	return name
}

// dayHead is the heading of the payment days; "" where there are none.
func (m *payMatrix) dayHead() string {
	if m.days == 0 {
		return ""
	}
	return schema.ByKey(schema.Payments).Column("paid_date").Heading.JA
}

// rows is the matrix with one row a payment.
func (m *payMatrix) rows() *grid.Grid {
	t := schema.ByKey(schema.Payments)
	out := &grid.Grid{File: m.grid.File, Sheet: m.grid.Sheet, Hidden: m.grid.Hidden, Holds: string(schema.Payments),
		Origins: map[[2]int][2]int{}, Lines: map[int]int{1: m.heading}}
	head := grid.Row{Number: 1}
	for i, text := range []string{m.dayHead(), m.called, t.Column("month").Heading.JA, m.amountHead()} {
		if text != "" {
			head.Cells = append(head.Cells, grid.Cell{Col: i + 1, Value: cell.Value{Kind: cell.Text, Text: text}})
		}
		out.Origins[[2]int{1, i + 1}] = [2]int{m.heading, 1}
	}
	out.Rows = append(out.Rows, head)
	for i, e := range m.values {
		day := [2]int{m.days, e.month.at}
		if m.down {
			day = [2]int{e.month.at, m.days}
		}
		row := grid.Row{Number: i + 2}
		values := []cell.Value{m.grid.At(day[0], day[1]), e.person.person,
			dateValue(e.month.first, m.grid.At(e.month.cell[0], e.month.cell[1])), m.grid.At(e.cell[0], e.cell[1])}
		from := [][2]int{day, e.person.who, e.month.cell, e.cell}
		for j, v := range values {
			out.Origins[[2]int{row.Number, j + 1}] = from[j]
			if !v.IsBlank() {
				row.Cells = append(row.Cells, grid.Cell{Col: j + 1, Value: v})
			}
		}
		out.Rows = append(out.Rows, row)
		out.Lines[row.Number] = e.cell[0]
	}
	return out
}
