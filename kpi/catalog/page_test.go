package catalog

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"pilot90/cohort/schema"
	"pilot90/kpi"
)

// writePage writes CATALOG.md, the catalogue as a page: one section a figure.
func writePage(out io.Writer) error {
	w := bufio.NewWriter(out)
	fmt.Fprintln(w, "# 指標カタログ / Figures")
	fmt.Fprintln(w)
	fmt.Fprintln(w, "<!-- Made from the definitions by: go test ./kpi/catalog -update -->")
	for _, d := range all {
		writeEntry(w, d)
	}
	writeChanges(w)
	return w.Flush()
}

func writeEntry(w io.Writer, d kpi.Definition) {
	fmt.Fprintf(w, "\n## %s\n\n", d.ID)
	fmt.Fprintf(w, "**%s** / %s\n\n", d.Title.JA, d.Title.EN)
	fmt.Fprintf(w, "- 定義: %s\n", d.Formula.JA)
	fmt.Fprintf(w, "- Definition: %s\n", d.Formula.EN)
	fmt.Fprintf(w, "- 単位 / unit: %s (%s)\n", d.Unit, better[d.Better])
	fmt.Fprintf(w, "- 年度をまたぐとき / over years: %s\n", measures[d.Measure])
	fmt.Fprintf(w, "- 自治体を合わせるとき / of several municipalities: %s\n", laws[d.Law.Kind])
	fmt.Fprintf(w, "- 必要なシート / sheets: %s\n", sheetNames(d.Needs))
	if len(d.Columns) > 0 {
		fmt.Fprintf(w, "- 必要な列 / columns: %s\n", columnNames(d.Columns))
	}
	if len(d.Assumes) > 0 {
		fmt.Fprintf(w, "- なければ空欄とみなして注記する列 / assumed blank with a warning: %s\n", columnNames(d.Assumes))
	}
	if len(d.Also) > 0 {
		fmt.Fprintf(w, "- あれば使うシート / also used: %s\n", sheetNames(d.Also))
	}
	if d.Smallest > 0 {
		fmt.Fprintf(w, "- 最小件数 / smallest n: %d\n", d.Smallest)
	}
	if d.Unit == kpi.Count {
		fmt.Fprintf(w, "- 数えるもの / counts: %s\n", things[d.Counts])
	}
	writeDisclosure(w, d)
	fmt.Fprintf(w, "- 出典 / source: %s / %s\n", d.Origin.JA, d.Origin.EN)
}

// writeChanges lists what each version changed, the two definitions side by side.
func writeChanges(w io.Writer) {
	fmt.Fprintf(w, "\n## 定義の変更 / What changed\n\n| 版 / version | 指標 / figures | 前 / was | 今 / now | 理由 / why |\n")
	fmt.Fprintf(w, "|---|---|---|---|---|\n")
	for _, c := range changes {
		fmt.Fprintf(w, "| %s | %s | %s / %s | %s / %s | %s / %s |\n", c.Version, strings.Join(c.Figures, ", "), c.Was.JA,
			c.Was.EN,
			c.Now.JA, c.Now.EN, c.Why.JA, c.Why.EN)
	}
}

// TestChangesNameFigures: a change is of figures that there are, and of a version up to the one in force.
func TestChangesNameFigures(t *testing.T) {
	for _, c := range changes {
		if c.Version > kpi.Version {
			t.Errorf("%v: version %s, and %s is in force", c.Figures, c.Version, kpi.Version)
		}
		for _, id := range c.Figures {
			if !slices.ContainsFunc(all, func(d kpi.Definition) bool { return d.ID == id }) {
				t.Errorf("there is no figure %s", id)
			}
		}
	}
}

// classes are what the classes of disclosure are called.
var classes = map[kpi.Class]string{
	kpi.Accountability: "A 事業の結果 / accountability",
	kpi.Attribute:      "B 人の属性 / attributes of persons",
	kpi.Amount:         "C 人の金額・時間・期間・回答 / amounts of persons",
	kpi.Internal:       "D 庁内のみ / for the hub alone",
}

// writeDisclosure says what decides how an edition shows the figure.
func writeDisclosure(w io.Writer, d kpi.Definition) {
	fmt.Fprintf(w, "- 公表の区分 / class: %s (%s)\n", classes[d.Class], d.About)
	if len(d.Inner) > 0 {
		fmt.Fprintf(w, "- 庁内のみの内訳 / parts for the hub alone: %s\n", strings.Join(d.Inner, ", "))
	}
}

var things = map[kpi.Things]string{
	kpi.Records: "件 / records",
	kpi.Persons: "人 / persons",
	kpi.Number:  "数 / a number",
}

var measures = map[kpi.Measure]string{
	kpi.Flow:  "年度の値を足す / flow",
	kpi.Stock: "年度末の値 / stock",
}

var laws = map[kpi.LawKind]string{
	kpi.Added:       "値を足す / sum",
	kpi.Divided:     "分子の合計 ÷ 分母の合計 / sums divided",
	kpi.Averaged:    "合計 ÷ 件数の合計 / sum by number",
	kpi.Distributed: "刻みごとの件数を足した中央値 / median of bins put together",
	kpi.Lasting:     "観察した期間をすべて合わせて計算 / all observed times",
	kpi.Grouped:     "区分ごとに足す / by group",
	kpi.Apart:       "合わせない / not put together",
}

var better = map[kpi.Better]string{
	kpi.Higher:  "高いほどよい / higher is better",
	kpi.Lower:   "低いほどよい / lower is better",
	kpi.Neutral: "方向なし / neutral",
}

func sheetNames(keys []schema.Key) string {
	var names []string
	for _, k := range keys {
		names = append(names, schema.ByKey(k).Sheet.JA)
	}
	return strings.Join(names, "、")
}

func columnNames(columns []kpi.Column) string {
	var names []string
	for _, c := range columns {
		t := schema.ByKey(c.Table)
		names = append(names, t.Sheet.JA+"「"+t.Column(c.Key).Heading.JA+"」")
	}
	return strings.Join(names, "、")
}
