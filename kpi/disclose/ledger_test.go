package disclose_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"time"
)

// randomLedger is a ledger of so many people with all that the editions which leave the hub count.
func randomLedger(seed uint64, people int) string {
	r := rand.New(rand.NewPCG(seed, 5))
	var b strings.Builder
	b.WriteString("\n## 参加者\n参加者ID | 性別 | 年代 | 居住区分 | 事情 | 登録日 | 開始日 | 研修修了日 | 離脱日 | 役割 | 役割就任日 | 秘密保持契約日 | 進路 | コホート\n")
	starts := make([]int, people)
	for i := range people {
		starts[i] = 1 + r.IntN(220)
		trained, exit, role, nda := "", "", " | ", ""
		if r.IntN(5) > 0 {
			trained = dayOf(starts[i] + 10 + r.IntN(30))
		}
		if r.IntN(5) == 0 {
			exit = dayOf(starts[i] + 160 + r.IntN(80))
		}
		if r.IntN(6) == 0 {
			role = "リーダー | " + dayOf(starts[i]+50)
		}
		if r.IntN(6) > 0 {
			nda = dayOf(starts[i])
		}
		fmt.Fprintf(&b, "P%03d | %s | %s | %s | %s | %s | %s | %s | %s | %s | %s | %s | %s\n", i,
			pick(r, "女性", "女性", "女性", "女性", "男性", "男性", "男性", "その他"),
			pick(r, "20代", "30代", "30代", "40代", "40代", "50代", "60代"), pick(r, "住民", "住民", "移住", "町外"),
			situation(r, seed, i),
			dayOf(starts[i]), dayOf(starts[i]), trained, exit, role, nda, pick(r, "", "", "継続", "地元就職", "就業移行"),
			cohortAt(starts[i], people))
	}
	b.WriteString(
		"\n## 発注者\n発注者ID | 名称 | 所在 | 区分\nA | 甲社 | 域内 | 企業\nB | 乙社 | 県外 | 企業\nC | 丙市 | 県内 | 自治体\nD | 丁会 | 県外 | 団体\n")
	b.WriteString(
		"\n## 案件\n案件ID | 発注者ID | 種別 | 開始日 | 月額\nC1 | A | 定期 | 2025-04-01 | 100000\nC2 | B | 単発 | 2025-04-01 | 90000\nC3 | " +
			"C | 定期 | 2025-04-01 | 80000\nC4 | D | 単発 | 2025-05-01 | 70000\n")
	b.WriteString("\n## 作業ログ\n作業日 | 参加者ID | 案件ID | 時間 | 報酬 | 納品日 | 支払日 | Wチェック | 手戻り\n")
	for i := range people {
		if r.IntN(6) == 0 {
			continue
		}
		for range 1 + r.IntN(5) {
			day := starts[i] + 15 + r.IntN(120)
			delivered, paid := "", ""
			if r.IntN(5) > 0 {
				delivered = dayOf(day + 2)
				if r.IntN(5) > 0 {
					paid = dayOf(day + 10 + r.IntN(40))
				}
			}
			fmt.Fprintf(&b, "%s | P%03d | C%d | %d | %d | %s | %s | %s | %s\n", dayOf(day), i, 1+r.IntN(4), 1+r.IntN(6),
				1000*r.IntN(8)*rate(seed, i), delivered, paid, pick(r, "○", "○", ""), pick(r, "", "", "", "1"))
		}
	}
	b.WriteString("\n## 満足度\n日付 | 回答者 | 点数\n")
	for _, who := range []string{"ワーカー", "発注者", "学生", "地域事業者"} {
		best := 3 + r.IntN(3)
		for range r.IntN(16) {
			fmt.Fprintf(&b, "%s | %s | %d\n", dayOf(60+r.IntN(220)), who, max(1, best-r.IntN(2+int(seed%2))))
		}
	}
	return b.String()
}

// cohortAt is the cohort of somebody who starts so many days after 31 March 2025: of a small ledger there are two, of a
// larger one four, the last of which is short; of every seventh size some have none.
func cohortAt(start, people int) string {
	switch {
	case people%7 == 0 && start%9 == 0:
		return ""
	case people < 20:
		return fmt.Sprintf("第%d期", 1+start/110)
	case start > 190:
		return "第4期"
	}
	return fmt.Sprintf("第 %d 期", 1+start/70)
}

// situation is one of several; in every fifth ledger nearly everybody has the same.
func situation(r *rand.Rand, seed uint64, i int) string {
	if seed%5 == 1 && i > 0 {
		return pick(r, "子育て、シニア", "子育て、シニア", "子育て")
	}
	return pick(r, "子育て", "子育て、介護", "学生", "シニア", "")
}

// rate is how much more a person is paid than the others; in every third ledger one has nearly everything.
func rate(seed uint64, i int) int {
	if seed%3 == 0 && i%20 == 1 {
		return 25
	}
	return 1
}

func pick(r *rand.Rand, words ...string) string { return words[r.IntN(len(words))] }

// dayOf is the date n days after 31 March 2025.
func dayOf(n int) string {
	from, _ := time.Parse(time.DateOnly, "2025-03-31")
	return from.AddDate(0, 0, n).Format(time.DateOnly)
}
