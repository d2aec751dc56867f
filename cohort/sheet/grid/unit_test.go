package grid

import "testing"

// What a format shows behind a number is part of the value when it makes another number of it.
func TestUnitsOfFormats(t *testing.T) {
	for _, c := range []struct {
		code, want string
		shift      int
	}{
		{`#,##0"千円"`, "千円", 0}, {`#,##0"万円";[Red]-#,##0"万円"`, "万円", 0}, {`0.0"百万円"`, "百万円", 0}, {`#,##0"千"`, "千", 0},
		{`0\千\円`, "千円", 0}, {`#,##0千円`, "千円", 0},
		{`#,##0" (千円)"`, "千円", 0}, {`#,##0"千円/月"`, "千円/月", 0}, {`0"分"`, "分", 0}, {`0.0"人日"`, "人日", 0},
		{`"-";#,##0"千円"`, "千円", 0}, {`General"千円"`, "千円", 0}, {`"約"0"分"_ `, "分", 0},
		{`#,##0,"百万円"`, "百万円", 3}, // 1704000 is shown as 1,704百万円
		// Scaled down to the unit they show, these show the number as it is stored.
		{`#,##0,"千円"`, "", 0}, {`#,##0,,"百万円"`, "", 0}, {`0\.0,"万円"`, "", 0}, {`[>=10000]#,##0,"千円";#,##0"円"`, "", 0},
		{"#,##0", "", 0}, {"#,##0,", "", 0}, {`#,##0"円"`, "", 0}, {`0.0"時間"`, "", 0}, {`0.0"h"`, "", 0}, {`0"人"`, "", 0},
		{`0"名"`, "", 0}, {`0"件"`, "", 0},
		{`"千円"0`, "", 0}, {`0000"千葉"`, "", 0}, {`0"時間"00"分"`, "", 0}, {`"区分"00`, "", 0}, {"0000", "", 0}, {"@", "", 0},
		{"", "", 0}, {`"千円`, "", 0}, {`[`, "", 0},
	} {
		if got := unitOf(c.code); got.text != c.want || c.want != "" && got.shift != c.shift {
			t.Errorf("%s: %+v, want %q and %d", c.code, got, c.want, c.shift)
		}
	}
}
