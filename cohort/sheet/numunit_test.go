package sheet

import "testing"

// What a format shows behind a number is part of the value when it makes another number of it.
func TestUnitsOfFormats(t *testing.T) {
	for _, c := range []struct {
		code, want string
		shift      int
	}{
		{`#,##0"千円"`, "千円", 0}, {`#,##0"万円";[Red]-#,##0"万円"`, "万円", 0}, {`0.0"百万円"`, "百万円", 0}, {`#,##0"千"`, "千", 0}, {`0\千\円`, "千円", 0}, {`#,##0千円`, "千円", 0},
		{`#,##0" (千円)"`, "千円", 0}, {`#,##0"千円/月"`, "千円/月", 0}, {`0"分"`, "分", 0}, {`0.0"人日"`, "人日", 0}, {`"-";#,##0"千円"`, "千円", 0}, {`General"千円"`, "千円", 0}, {`"約"0"分"_ `, "分", 0},
		{`#,##0,"百万円"`, "百万円", 3}, // 1704000 is shown as 1,704百万円
		// Scaled down to the unit they show, these show the number as it is stored.
		{`#,##0,"千円"`, "", 0}, {`#,##0,,"百万円"`, "", 0}, {`0\.0,"万円"`, "", 0}, {`[>=10000]#,##0,"千円";#,##0"円"`, "", 0},
		{"#,##0", "", 0}, {"#,##0,", "", 0}, {`#,##0"円"`, "", 0}, {`0.0"時間"`, "", 0}, {`0.0"h"`, "", 0}, {`0"人"`, "", 0}, {`0"名"`, "", 0}, {`0"件"`, "", 0},
		{`"千円"0`, "", 0}, {`0000"千葉"`, "", 0}, {`0"時間"00"分"`, "", 0}, {`"区分"00`, "", 0}, {"0000", "", 0}, {"@", "", 0}, {"", "", 0}, {`"千円`, "", 0}, {`[`, "", 0},
	} {
		if got := unitOf(c.code); got.text != c.want || c.want != "" && got.shift != c.shift {
			t.Errorf("%s: %+v, want %q and %d", c.code, got, c.want, c.shift)
		}
	}
}

func TestCellsWithUnits(t *testing.T) {
	styles := parts{"xl/styles.xml": stylesOf(`#,##0"千円"`, `0"分"`, `#,##0,"千円"`, `0"時間"00"分"`, `#,##0,"百万円"`, `#,##0"円"`)}
	for _, c := range []struct{ name, rows, want string }{
		{"unit", `<row r="1"><c r="A1" s="0"><v>1704</v></c><c r="B1" s="0"><v>-30.5</v></c><c r="C1" s="1"><v>45</v></c></row>`, "A1=1704千円 B1=-30.5千円 C1=45分"},
		{"formula", `<row r="1"><c r="A1" s="0"><f>1+1</f><v>2</v></c></row>`, "A1=2千円"},
		{"scaled to the unit", `<row r="1"><c r="A1" s="2"><v>1704000</v></c></row>`, "A1#=1704000"},
		{"scaled to another", `<row r="1"><c r="A1" s="4"><v>1704000</v></c></row>`, "A1=1704百万円"},
		{"hours and minutes", `<row r="1"><c r="A1" s="3"><v>130</v></c></row>`, "A1=1時間30分"},
		{"yen", `<row r="1"><c r="A1" s="5"><v>3300</v></c></row>`, "A1#=3300"},
		{"text", `<row r="1"><c r="A1" s="0" t="inlineStr"><is><t>30</t></is></c></row>`, "A1=30"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := shown(read(t, "a.xlsx", zipped(t, made(sheetOf(c.rows), styles)), Options{})); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}
