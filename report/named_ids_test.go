package report

import (
	"fmt"
	"strings"
	"testing"

	"pilot90/cohort/cell"
)

// TestIDsThatAreNames: a ledger without ids has persons' names for them. Outside the hub no format holds a name, and
// the persons behind the figures are counted all the same.
func TestIDsThatAreNames(t *testing.T) {
	if testing.Short() {
		t.Skip("makes every format of every edition")
	}
	t.Parallel()
	names := []string{"秋田 一郎", "石川 二葉", "上野 三郎", "江口 四季", "大野 五月", "柿沼 六花", "木下 七海", "久慈 八重", "毛利 九太",
		"小谷 十和", "佐伯 百恵", "清水 千春"}
	var list, log strings.Builder
	list.WriteString("氏名,性別,開始日\n")
	log.WriteString("作業日,氏名,案件ID,時間,報酬,支払日\n")
	for i, name := range names {
		fmt.Fprintf(&list, "%s,%s,2025-05-01\n", name, []string{"女性", "男性"}[i%2])
		fmt.Fprintf(&log, "2025-06-10,%s,C1,3,%d,2025-06-25\n", name, 2500+100*i)
	}
	files := map[string]string{"参加者.csv": list.String(), "作業ログ.csv": log.String(),
		"案件.csv":     "案件ID,発注者ID,種別,開始日,月額\nC1,A,定期,2025-05-01,90000\n",
		"pilot.toml": "[program]\nname = \"町\"\n[period]\nfiscal_year = 2025\n"}
	run := ledgerOf(t, cell.NewDay(2025, 12, 31), files)
	holds := func(edition string, formats []string) (file, name string) {
		for file, text := range texts(t, builtin(t, edition), run, formats) {
			for _, name := range names {
				if strings.Contains(text, name) || strings.Contains(text, strings.ReplaceAll(name, " ", "")) {
					return file, name
				}
			}
		}
		return "", ""
	}
	for _, edition := range []string{"grant", "council", "public"} {
		if file, name := holds(edition, Formats); name != "" {
			t.Errorf("%s: %s holds %q", edition, file, name)
		}
		if text := texts(t, builtin(t, edition), run, []string{"csv"})["figures.csv"]; !strings.Contains(text,
			"first_income_residents,初めて収入を得た住民,,,12,") {
			t.Errorf("%s does not tell of 12 first incomes", edition)
		}
	}
	if _, name := holds("hub", []string{"html"}); name == "" {
		t.Error("the hub's edition should name persons: is the search looking in the right place?")
	}
}
