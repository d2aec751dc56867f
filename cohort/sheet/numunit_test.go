package sheet

import (
	"testing"

	"pilot90/cohort/sheet/sheettest"
)

func TestCellsWithUnits(t *testing.T) {
	styles := sheettest.Parts{"xl/styles.xml": sheettest.Styles(`#,##0"千円"`, `0"分"`, `#,##0,"千円"`, `0"時間"00"分"`,
		`#,##0,"百万円"`, `#,##0"円"`)}
	for _, c := range []struct{ name, rows, want string }{
		{"unit", `<row r="1"><c r="A1" s="0"><v>1704</v></c><c r="B1" s="0"><v>-30.5</v></c><c r="C1" s="1"><v>45</v></c>` +
			`</row>`, "A1=1704千円 B1=-30.5千円 C1=45分"},
		{"formula", `<row r="1"><c r="A1" s="0"><f>1+1</f><v>2</v></c></row>`, "A1=2千円"},
		{"scaled to the unit", `<row r="1"><c r="A1" s="2"><v>1704000</v></c></row>`, "A1#=1704000"},
		{"scaled to another", `<row r="1"><c r="A1" s="4"><v>1704000</v></c></row>`, "A1=1704百万円"},
		{"hours and minutes", `<row r="1"><c r="A1" s="3"><v>130</v></c></row>`, "A1=1時間30分"},
		{"yen", `<row r="1"><c r="A1" s="5"><v>3300</v></c></row>`, "A1#=3300"},
		{"text", `<row r="1"><c r="A1" s="0" t="inlineStr"><is><t>30</t></is></c></row>`, "A1=30"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := shown(read(t, "a.xlsx", sheettest.Zip(t, sheettest.Workbook(sheettest.Sheet(c.rows), styles)),
				Options{})); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}
