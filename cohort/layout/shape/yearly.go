package shape

import (
	"slices"
	"strconv"
	"strings"

	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/layout"
	"pilot90/cohort/pattern"
	"pilot90/cohort/schema"
	"pilot90/cohort/sheet/grid"
)

// yearlyHeading is the heading of the price of a contract for a year; what stands behind it in brackets is its unit.
var yearlyHeading = pattern.New(`^(年額|年間契約額|年間契約金額|年間委託料|年間委託費|年間金額|年額料金|年額契約額|年額委託料)([(].*[)])?$`)

// monthsInYear divides the price of a year into that of a month.
const monthsInYear = 12

// yearlyFee reads the prices of contracts for a year as a twelfth a month, where no column holds those of a month; nil
// where there are none.
func yearlyFee(g *grid.Grid) (*grid.Grid, finding.Finding) {
	for i := range g.Rows {
		if i >= lastHeadingRow {
			break
		}
		col, unit, ok := yearlyColumn(&g.Rows[i])
		if !ok {
			continue
		}
		row := g.Rows[i].Number
		heading := schema.ByKey(schema.Contracts).Column("monthly").Heading.JA + unit
		changes := []change{{row: row, cell: grid.Cell{Col: col, Value: cell.Value{Kind: cell.Text, Text: heading}}}}
		for _, below := range g.Rows[i+1:] {
			v := below.At(col)
			yen, _, fault := cell.ReadYen(v, cell.NonNegative)
			if fault != nil {
				continue
			}
			changes = append(changes, change{row: below.Number, cell: grid.Cell{Col: col, Value: aTwelfth(v, yen)}})
		}
		return changed(g, changes), readAs(g, grid.Range{FromRow: row, FromCol: col, ToRow: row, ToCol: col},
			lang.Sayf("「%[1]s」は、12で割って月額として読みました。", "“%[1]s” was read as a monthly fee of a twelfth.",
				lang.Quote(g.At(row, col).Text)),
			lang.Say("正しければ、このままで構いません。1年分より短い契約の総額であれば、見出しを「契約額」に直してください。",
				"Nothing need be done if that is right. If it is the price of a term of less than a year, call the column 契約額."))
	}
	return nil, finding.Finding{}
}

// yearlyColumn finds the column of yearly prices that a row of headings of contracts has, and the unit behind its
// heading; false where another column has those of a month.
func yearlyColumn(row *grid.Row) (col int, unit string, ok bool) {
	named := 0
	if !slices.ContainsFunc(row.Cells, func(c grid.Cell) bool { return strings.Contains(c.Text, "年") }) {
		return 0, "", false
	}
	for _, c := range row.Cells {
		key := layout.ColumnNamed(schema.Contracts, c.Text)
		m := yearlyHeading.FindStringSubmatch(lang.Compact(c.Text))
		switch {
		case key == "monthly":
			return 0, "", false
		case m != nil && c.Kind == cell.Text:
			col, unit = c.Col, m[2]
		case key != "":
			named++
		}
	}
	return col, unit, col > 0 && named >= fewestOfContract
}

// aTwelfth is the price of a month: a plain number stays one, so that the unit of the heading bears on it.
func aTwelfth(v cell.Value, yen float64) cell.Value {
	month := yen / monthsInYear
	if layout.BareNumber(v) {
		return cell.Value{Kind: cell.Number, Number: month, Text: v.Text, Strike: v.Strike}
	}
	return cell.Value{Kind: cell.Text, Text: strconv.FormatFloat(month, 'f', -1, 64) + "円", Strike: v.Strike}
}
