package report

import (
	"fmt"
	"strings"
	"testing"

	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
)

// TestThreeNumbersToldApart: of the sample's people 10 have earned, 8 of them residents without prior income, 7
// within 90 days. Where the first two stand on one paper, a line says by whom they differ, in both languages.
func TestThreeNumbersToldApart(t *testing.T) {
	for l, line := range map[lang.Lang]string{lang.JA: "収入を得た10人のうち", lang.EN: "Of the 10 who earned, 2 "} {
		run := runOf(t, "../samples/midorino", l)
		for _, edition := range []string{"council", "overview", "grant"} {
			r, _ := Build(builtin(t, edition), run)
			if text := dump(r); !strings.Contains(text, line) {
				t.Errorf("%s %s: no line %q", edition, l, line)
			}
		}
	}
}

// TestGravePointsAreNamed: two people are paid 100 yen for an hour, and a payment came in the fourth month after
// delivery. Both are no matter of degree: the week's paper of the hub and what went badly on the council's name them.
func TestGravePointsAreNamed(t *testing.T) {
	var list, log strings.Builder
	list.WriteString("参加者ID,開始日\n")
	log.WriteString("作業日,参加者ID,案件ID,時間,報酬,納品日,支払日\n")
	for i := range 12 {
		pay, paid := 3000, "2025-06-25"
		switch i {
		case 0, 1:
			pay = 200
		case 2:
			paid = "2025-09-30"
		}
		fmt.Fprintf(&list, "P%02d,2025-05-01\n", i)
		fmt.Fprintf(&log, "2025-06-10,P%02d,C1,2,%d,2025-06-11,%s\n", i, pay, paid)
	}
	run := ledgerOf(t, cell.NewDay(2025, 12, 31), map[string]string{"参加者.csv": list.String(), "作業ログ.csv": log.String(),
		"案件.csv":     "案件ID,発注者ID,種別,開始日,月額\nC1,A,定期,2025-05-01,90000\n",
		"pilot.toml": "[program]\nname = \"町\"\nprefecture = \"長野県\"\n[period]\nfiscal_year = 2025\n"})
	for edition, words := range map[string][]string{"hub": {"報酬が目安を下回る人 2", "期限を過ぎた支払い 1"},
		"council": {"納品の翌月末と60日の両方を過ぎた支払い", "最低賃金（参考）を下回る人 1〜4人"}} {
		r, _ := Build(builtin(t, edition), run)
		text := dump(r)
		for _, word := range words {
			if !strings.Contains(text, word) {
				t.Errorf("%s: %q is not named in\n%s", edition, word, text)
			}
		}
	}
}
