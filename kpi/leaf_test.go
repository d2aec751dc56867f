package kpi

import (
	"fmt"
	"strings"
	"testing"

	"pilot90/cohort/lang"
)

// TestLeaves: every shape that a part can have, taken apart by hand.
func TestLeaves(t *testing.T) {
	text := func(s string) lang.Text { return lang.Text{JA: s, EN: s} }
	low := 0.25
	parts := Parts{
		{Key: "n", Title: text("数"), Unit: Count, Value: 3.0},
		{Key: "none", Title: text("無"), Unit: Months},
		{Key: "hidden", Title: text("秘"), Unit: Count, Value: Span{High: 3, Text: text("3人以下")}},
		{Key: "ok", Title: text("可"), Value: true},
		{Key: "ci", Title: text("幅"), Unit: Ratio, Value: [2]float64{0.1, 0.9}},
		{Key: "inner", Title: text("内"), Value: Parts{{Key: "a", Title: text("あ"), Unit: Yen, Value: 5.0}}},
		{Key: "by", Title: text("別"), Value: []Group{{Key: "女性", Title: text("女性"),
			Parts: Parts{{Key: "n", Title: text("人"), Unit: Count, Value: 2.0}}}}},
		{Key: "risk", Title: text("残"), Value: []Risk{{3, 9}}},
		{Key: "curve", Title: text("線"), Value: []Point{{Time: 1.5, N: 4, Events: 1, S: 0.75, Low: &low}}},
	}
	var got []string
	for _, l := range parts.Leaves() {
		got = append(got, fmt.Sprintf("%s|%s|%s|%v", l.Key, l.Title.JA, l.Unit, l.Value))
	}
	want := []string{"n|数|count|3", "none|無|months|<nil>", "hidden|秘|count|{0 3 {3人以下 3人以下}}",
		"ok|可||true", "ci.low|幅 / 下限|ratio|0.1",
		"ci.high|幅 / 上限|ratio|0.9",
		"inner.a|内 / あ|yen|5", "by.女性.n|別 / 女性 / 人|count|2", "risk.3|残 / 3|count|9",
		"curve.1.5.n|線 / 1.5 / 対象|count|4", "curve.1.5.events|線 / 1.5 / 終わった|count|1",
		"curve.1.5.censored|線 / 1.5 / 続いている（途中までの長さ）|count|0",
		"curve.1.5.s|線 / 1.5 / 続いている割合|ratio|0.75", "curve.1.5.low|線 / 1.5 / 下限|ratio|0.25",
		"curve.1.5.high|線 / 1.5 / 上限|ratio|<nil>"}
	if a, b := strings.Join(got, "\n"), strings.Join(want, "\n"); a != b {
		t.Errorf("got\n%s\nwant\n%s", a, b)
	}
}
