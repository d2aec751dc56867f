package catalog

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"time"
)

// wide is a place with all that the other sheets hold; contracts may have begun up to three years before the period.
type wide struct {
	*place
	people    []trait   // of facts
	orders    []nature  // of deals
	satellite [3]bool   // of clients
	sectors   [3]string // of clients
	talks     []talk    // with the hub's staff
	answers   []vote    // to the survey
	published []int     // days
	sales     [][2]int  // day and value
}

type (
	trait struct {
		gender, band, situation, outcome, cohort string
		secured                                  int
	}
	nature struct{ category, form, parent string }
	talk   struct {
		day, hours  int
		staff, kind string
	}
	vote struct {
		day, score int
		who        string
	}
)

func pick(r *rand.Rand, words ...string) string { return words[r.IntN(len(words))] }

// earlierBegun is how many days before the period some contracts begin.
var earlierBegun = []int{0, 0, 330, 900, 1200}

func wideOf(seed uint64) *wide {
	r := rand.New(rand.NewPCG(seed, 13))
	w := &wide{place: placeOf(1000 + seed)}
	w.longer(r)
	for i := range w.deals {
		d := &w.deals[i]
		d.start -= earlierBegun[r.IntN(len(earlierBegun))]
		w.orders = append(w.orders, nature{pick(r, "経理", "広報", "入力", ""), pick(r, "チーム", "マッチング", "ハイブリッド", ""),
			pick(r, "会計", "")})
	}
	w.orders[0].parent = "文書"
	for _, f := range w.facts {
		t := trait{pick(r, "女性", "女性", "男性", ""), pick(r, "20代", "30代", "40代", "60代"),
			pick(r, "学生", "学生", "子育て", "介護", ""), pick(r, "地元就職", "町外就職", "就業移行", "継続", "未定", ""),
			pick(r, "第1期", "第2期"), never}
		if r.IntN(4) > 0 {
			t.secured = f.start + r.IntN(30)
		}
		w.people = append(w.people, t)
	}
	w.people[0].secured = w.facts[0].start
	for i := range 3 {
		w.satellite[i], w.sectors[i] = r.IntN(2) == 0, pick(r, "企業", "自治体", "団体")
	}
	for range 5 + r.IntN(30) {
		w.talks = append(w.talks, talk{1 + r.IntN(340), 1 + r.IntN(12), pick(r, "森", "林"), pick(r, "通訳", "段取り", "伴走", "")})
	}
	for range 4 + r.IntN(20) {
		w.answers = append(w.answers, vote{1 + r.IntN(340), 1 + r.IntN(5),
			pick(r, "ワーカー", "発注者", "地域事業者", "学生", "受入先")})
	}
	for range r.IntN(8) {
		w.published = append(w.published, 1+r.IntN(360))
	}
	for range 3 + r.IntN(9) {
		w.sales = append(w.sales, [2]int{1 + r.IntN(360), 100 * r.IntN(50)})
	}
	return w
}

// longer lets a third of the people go on working to the end, and a fifth have begun 420 days before.
func (w *wide) longer(r *rand.Rand) {
	for who := range w.facts {
		f := &w.facts[who]
		if r.IntN(3) == 0 {
			for day := f.start + 20; day < min(f.exit, w.asOf); day += 40 {
				w.deeds = append(w.deeds, deed{day: day, who: who, contract: r.IntN(len(w.deals)), hours: 2, pay: 2500,
					delivered: day + 1, due: never, paid: day + 20})
			}
		}
		if r.IntN(5) > 0 {
			continue
		}
		const before = 420
		for _, day := range []*int{&f.start, &f.trained, &f.exit, &f.nda, &f.leads} {
			if *day < never {
				*day -= before
			}
		}
		for i := range w.deeds {
			d := &w.deeds[i]
			for _, day := range []*int{&d.day, &d.delivered, &d.due, &d.paid} {
				if d.who == who && *day < never {
					*day -= before
				}
			}
		}
		for day := f.start + 100; day < min(f.exit, w.asOf); day += 50 {
			w.deeds = append(w.deeds, deed{day: day, who: who, contract: r.IntN(len(w.deals)), hours: 1, pay: 1200,
				delivered: day, due: never, paid: day + 9})
		}
	}
}

// text is the ledger of the place.
func (w *wide) text() string {
	var b strings.Builder
	yes := func(v bool) string { return map[bool]string{true: "有", false: "無"}[v] }
	role := func(day int) string { return map[bool]string{true: "リーダー", false: "ワーカー"}[day < never] }
	fmt.Fprintf(&b, "as_of: %s\nfrom: 2025-04-01\nto: 2026-03-31\n\n# pilot.toml\n[program]\npopulation = 6000\n"+
		"prefecture = \"長野県\"\n"+granted+"\n## 参加者\n参加者ID | コホート | 性別 | 年代 | 事情 | 進路 | 居住区分 | 過去のテレワーク収入 | 登録日 | 開始日 | "+
		"研修修了日 | 離脱日 | 秘密保持契約日 | セキュリティ研修日 | 役割 | 役割就任日\n", civil(w.asOf))
	for i, f := range w.facts {
		t := w.people[i]
		fmt.Fprintf(&b, "P%02d | %s | %s | %s | %s | %s | %s | %s | %s | %s | %s | %s | %s | %s | %s | %s\n", i, t.cohort,
			t.gender, t.band, t.situation, t.outcome, f.residence, yes(f.prior), civil(f.start), civil(f.start),
			civil(f.trained), civil(f.exit), civil(f.nda), civil(t.secured), role(f.leads), civil(f.leads))
	}
	b.WriteString("\n## 発注者\n発注者ID | 名称 | 所在 | 区分 | サテライトオフィス\n")
	for i := range 3 {
		fmt.Fprintf(&b, "K%d | 会%d | %s | %s | %s\n", i, i, w.deals[i].region, w.sectors[i], yes(w.satellite[i]))
	}
	b.WriteString("\n## 案件\n案件ID | 発注者ID | 案件名 | 業務区分 | 受託形態 | 切り出し元業務 | 種別 | 開始日 | 終了日 | 月額\n")
	for i, d := range w.deals {
		fmt.Fprintf(&b, "C%d | K%d | %c作業 | %s | %s | %s | %s | %s | %s | %d\n", i, d.client, '亜'+rune(i),
			w.orders[i].category, w.orders[i].form, w.orders[i].parent, map[bool]string{true: "定期", false: "単発"}[d.recurring],
			civil(d.start), civil(d.end), d.monthly)
	}
	b.WriteString("\n## 作業ログ\n作業日 | 参加者ID | 案件ID | 時間 | 報酬 | 納品日 | 納期 | 支払日 | Wチェック | 手戻り\n")
	for _, d := range w.deeds {
		fmt.Fprintf(&b, "%s | P%02d | C%d | %d | %d | %s | %s | %s | %s | %s\n", civil(d.day), d.who, d.contract, d.hours,
			d.pay, civil(d.delivered), civil(d.due), civil(d.paid), yes(d.checked), yes(d.rework))
	}
	b.WriteString("\n## 伴走記録\n日付 | 担当 | 時間 | 役割\n")
	for _, t := range w.talks {
		fmt.Fprintf(&b, "%s | %s | %d | %s\n", civil(t.day), t.staff, t.hours, t.kind)
	}
	b.WriteString("\n## 満足度\n日付 | 回答者区分 | 点数\n")
	for _, a := range w.answers {
		fmt.Fprintf(&b, "%s | %s | %d\n", civil(a.day), a.who, a.score)
	}
	b.WriteString("\n## 予算\n費目 | 区分 | 財源 | 予算額 | 執行額 | 年度\n伴走 | 伴走 | 交付金 | 900000 | 700000 | 2025\n" +
		"研修 | 研修 | 一般財源 | 300000 | 211000 | 2025\n前年 | 研修 | 一般財源 | 300000 | 99000 | 2024\n")
	b.WriteString("\n## 実績値\n年月日 | 指標 | 値\n")
	for _, s := range w.sales {
		fmt.Fprintf(&b, "%s | EC売上 | %d\n", civil(s[0]), s[1])
	}
	b.WriteString("\n## 公開記録\n日付 | 件名\n")
	for i, day := range w.published {
		fmt.Fprintf(&b, "%s | 記事%d\n", civil(day), i)
	}
	return b.String()
}

// granted is a grant of the fiscal years 2024 and 2025.
const granted = `[[grant]]
name = "拠点"
[[grant.kpi]]
figure = "first_income_residents"
baseline = 2
increments = { 2024 = 3, 2025 = 4 }
[[grant.kpi]]
figure = "active_workers"
baseline = 1
increments = { 2024 = 2, 2025 = 3 }
[[grant.kpi]]
figure = "revenue_total"
baseline = 0
increments = { 2024 = 900000, 2025 = 1000000 }
`

// on is the date of a day.
func on(n int) time.Time { return time.Date(2025, 3, 31+n, 0, 0, 0, 0, time.UTC) }

// monday is the day on which the week of a day begins.
func monday(n int) int { return n - (int(on(n).Weekday())+6)%7 }
