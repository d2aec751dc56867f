package merge_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
)

// town is the rows of one municipality's ledger by sheet, ids with a prefix of its own.
type town map[string][]string

// sheets are the sheets of a random ledger, in order, with their headings.
var sheets = [][2]string{
	{"参加者", "参加者ID | コホート | 性別 | 年代 | 居住区分 | 事情 | 登録日 | 開始日 | 研修修了日 | 離脱日 | 過去のテレワーク収入 | 役割 | 役割就任日 | 秘密保持契約日 | " +
		"セキュリティ研修日 | 進路"},
	{"発注者", "発注者ID | 名称 | 所在 | 区分 | サテライトオフィス"},
	{"案件", "案件ID | 発注者ID | 案件名 | 業務区分 | 種別 | 開始日 | 終了日 | 月額 | 契約額 | 受託形態 | 切り出し元業務"},
	{"作業ログ", "作業日 | 参加者ID | 案件ID | 作業名 | 時間 | 報酬 | 納品日 | 納期 | 支払日 | Wチェック | 手戻り"},
	{"伴走記録", "日付 | 担当 | 参加者ID | 時間 | 役割"},
	{"満足度", "日付 | 回答者区分 | 点数"},
	{"予算", "費目 | 区分 | 財源 | 予算額 | 執行額 | 日付"},
	{"実績値", "年月日 | 指標 | 値 | 単位"},
	{"公開記録", "日付 | 題名"},
}

// head is the clock and the settings of every random ledger.
const head = `as_of: 2026-03-31
from: 2025-04-01
to: 2026-03-31

# pilot.toml
[program]
name = "検査"
municipality = "検査町"
prefecture = "長野県"
population = 5000
code = "203246"
[targets]
"metric.EC売上" = 100

`

// ledger is the towns' rows as one ledger.
func ledger(towns ...town) string {
	var b strings.Builder
	b.WriteString(head)
	for _, s := range sheets {
		fmt.Fprintf(&b, "## %s\n%s\n", s[0], s[1])
		for _, t := range towns {
			for _, row := range t[s[0]] {
				b.WriteString(row + "\n")
			}
		}
		b.WriteString("\n")
	}
	return b.String()
}

// byMonth is the ledger of a hub that keeps no pay in its log: a list of payments by month, and invoices.
func byMonth(towns ...town) string {
	text := ledger(towns...)
	var b strings.Builder
	log := false
	for line := range strings.Lines(text) {
		if strings.HasPrefix(line, "## ") {
			log = strings.HasPrefix(line, "## 作業ログ")
		}
		if cells := strings.Split(strings.TrimRight(line, "\n"), " | "); log && len(cells) > 8 {
			line = row(slices.Delete(slices.Delete(cells, 8, 9), 5, 6)...) + "\n" // without 支払日 and 報酬
		}
		b.WriteString(line)
	}
	b.WriteString("## 支払\n支払日 | 参加者ID | 支払額 | 対象月\n")
	for _, t := range towns {
		for _, r := range t["支払"] {
			b.WriteString(r + "\n")
		}
	}
	b.WriteString("\n## 請求\n請求日 | 案件ID | 請求額 | 請求月\n")
	for _, t := range towns {
		for _, r := range t["請求"] {
			b.WriteString(r + "\n")
		}
	}
	return b.String()
}

// money draws the payments and invoices of a town by month.
func (m maker) money(t town) {
	for _, p := range t["参加者"] {
		id, _, _ := strings.Cut(p, " | ")
		for month := range 9 {
			if m.IntN(3) > 0 {
				t["支払"] = append(t["支払"], row(m.day(90+28*month, 27), id, fmt.Sprint(m.IntN(30000)),
					fmt.Sprintf("2025-%02d", 4+month)))
			}
		}
	}
	for _, c := range t["案件"] {
		id, _, _ := strings.Cut(c, " | ")
		for month := range m.IntN(4) {
			t["請求"] = append(t["請求"], row(m.day(200+28*month, 27), id, fmt.Sprint(1000*m.IntN(90)),
				fmt.Sprintf("2025-%02d", 9+month)))
		}
	}
}

// maker draws the rows of towns.
type maker struct{ *rand.Rand }

func (m maker) day(from, days int) string {
	at := from + m.IntN(days)
	month, day := 3+at/28, 1+at%28
	return fmt.Sprintf("%d-%02d-%02d", 2025+month/12, month%12+1, day)
}

func (m maker) pick(words ...string) string { return words[m.IntN(len(words))] }

// maybe is the text in so many of ten cases, else a blank.
func (m maker) maybe(tenths int, text string) string {
	if m.IntN(10) < tenths {
		return text
	}
	return ""
}

func row(cells ...string) string { return strings.Join(cells, " | ") }

// town draws a municipality: also ones with next to nothing in it. Every column is used in each, on the first day,
// since a column in which nothing stands is no data.
func (m maker) town(prefix string) town {
	t := town{}
	people, contracts, clients := 1+m.IntN(9), 1+m.IntN(5), 1+m.IntN(3)
	for i := range people {
		t["参加者"] = append(t["参加者"], m.person(fmt.Sprintf("%sP%d", prefix, i), i == 0))
	}
	for i := range clients {
		t["発注者"] = append(t["発注者"], row(fmt.Sprintf("%sB%d", prefix, i), fmt.Sprintf("%s社%d", prefix, i),
			m.maybe(8, m.pick("域内", "県内", "県外")), m.pick("企業", "自治体", "団体"), m.pick("有", "")))
	}
	for i := range contracts {
		t["案件"] = append(t["案件"], m.contract(i == 0, fmt.Sprintf("%sC%d", prefix, i),
			fmt.Sprintf("%sB%d", prefix, m.IntN(clients))))
	}
	for i := range 1 + m.IntN(40) {
		person, contract := m.IntN(people), m.IntN(contracts)
		if i == 0 {
			person, contract = 0, 0
		}
		t["作業ログ"] = append(t["作業ログ"], m.task(i == 0, fmt.Sprintf("%sP%d", prefix, person),
			fmt.Sprintf("%sC%d", prefix, contract), fmt.Sprintf("%s作業%d", prefix, i)))
	}
	m.rest(t, prefix, people)
	return t
}

func (m maker) person(id string, first bool) string {
	start := m.day(31, 200)
	role, since := m.pick("ワーカー", "リーダー", "ディレクター"), m.maybe(5, m.day(100, 200))
	if first {
		start, role, since = "2025-04-01", "リーダー", "2025-09-01"
	}
	return row(id, m.pick("第1期", "第2期"), m.maybe(9, m.pick("女性", "男性", "その他")), m.maybe(8, m.pick("20代", "30代", "40代")),
		m.pick("住民", "移住", "町外", ""), m.maybe(6, m.pick("子育て", "学生", "介護、子育て")), m.maybe(7, m.day(0, 40)), start,
		m.maybe(7, m.day(100, 200)), m.maybe(2, m.day(300, 60)), m.pick("有", "無", ""), role, since,
		m.maybe(7, m.day(0, 200)), m.maybe(7, m.day(0, 200)), m.maybe(5, m.pick("地元就職", "町外就職", "就業移行", "未定")))
}

func (m maker) contract(first bool, id, client string) string {
	monthly, amount := "", ""
	switch m.IntN(5) {
	case 0:
	case 1:
		amount = fmt.Sprint(1000 * (1 + m.IntN(500)))
	default:
		monthly = fmt.Sprint(1000 * (1 + m.IntN(90)))
	}
	kind, start, form, parent := m.maybe(9, m.pick("定期", "単発")), m.day(0, 200), m.maybe(8, m.pick("チーム", "マッチング")),
		m.maybe(3, "元業務")
	if first {
		kind, start, form, parent = "定期", m.pick("2025-04-01", "2024-06-01"), "チーム", "元業務"
	}
	return row(id, client, id+"業務", m.maybe(8, m.pick("経理", "入力")), kind, start, m.maybe(5, m.day(230, 200)), monthly,
		amount, form, parent)
}

func (m maker) task(first bool, person, contract, title string) string {
	if first {
		return row("2025-04-01", person, contract, title, "1", "1000", "2025-04-02", "", "2025-04-30", "有", "1")
	}
	at := 31 + m.IntN(270)
	date := m.day(at, 30)
	if m.IntN(25) == 0 {
		date = "2025-02-31" // an error: the row is left out
	}
	return row(date, person, contract, title, m.maybe(9, m.pick("0.5", "1", "2", "3.25", "0:20", "8")),
		m.maybe(8, fmt.Sprint(m.IntN(9000))), m.maybe(7, m.day(at+31, 20)), m.maybe(6, m.day(at+31, 20)),
		m.maybe(6, m.day(at+52, 60)), m.pick("有", ""), m.pick("", "1", "0"))
}

func (m maker) rest(t town, prefix string, people int) {
	for range m.IntN(8) {
		t["伴走記録"] = append(t["伴走記録"], row(m.day(31, 300), prefix+m.pick("甲", "乙"),
			fmt.Sprintf("%sP%d", prefix, m.IntN(people)), m.pick("1", "0.25", "2.5"), m.maybe(8, m.pick("通訳", "段取り", "伴走"))))
	}
	for range m.IntN(14) {
		t["満足度"] = append(t["満足度"], row(m.day(31, 300), m.pick("ワーカー", "発注者", "学生", "地域事業者", "受入企業"),
			fmt.Sprint(1+m.IntN(5))))
	}
	for i := range m.IntN(6) {
		t["予算"] = append(t["予算"], row(fmt.Sprintf("%s費%d", prefix, i), m.pick("伴走", "研修", "広報"),
			m.maybe(8, m.pick("交付金", "一般財源")), m.maybe(8, fmt.Sprint(1000*m.IntN(900))),
			m.maybe(8, fmt.Sprint(1000*m.IntN(900))), m.day(31, 300)))
	}
	for range m.IntN(5) {
		t["実績値"] = append(t["実績値"], row(m.day(31, 300), "EC売上", fmt.Sprint(m.IntN(100000)), "円"))
	}
	for i := range m.IntN(4) {
		t["公開記録"] = append(t["公開記録"], row(m.day(300, 60), fmt.Sprintf("%s公開%d", prefix, i)))
	}
}
