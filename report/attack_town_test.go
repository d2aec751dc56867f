package report

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"pilot90/cohort/cell"
)

// attacked is a made-up town: its files, and what no paper that leaves the hub may tell of it.
type attacked struct {
	files map[string]string
	// words are names of persons and clients, ids, and texts that somebody typed.
	words []string
	// amounts are what one person was paid and worked, and what one contract brings in a month or in all.
	pay, hours, prices map[string]float64
	people             int
}

// kin and given make names that occur nowhere else.
var (
	kin   = strings.Split("柊木 鵜飼 椿原 樋渡 蓼科 鶸田 榊原 萱野 楡崎 櫟本 鯨井 鷺沼", " ")
	given = strings.Split("澪夏 朔弥 綺良 颯翔 詩鶴 琥珀 凛桜 蒼汰 鞠乃 譲葉", " ")
	works = strings.Split("仕訳 清書 点検 翻刻 校閲 採寸 撮影 集計", " ")
)

// attackedTown is the town of a seed with so many people.
func attackedTown(seed uint64, people int) *attacked {
	r := rand.New(rand.NewPCG(seed, 90))
	a := &attacked{files: map[string]string{}, pay: map[string]float64{}, hours: map[string]float64{},
		prices: map[string]float64{}, people: people}
	contracts := a.contracts(r)
	starts := a.persons(r)
	a.log(r, starts, contracts)
	a.support(r)
	a.typed(seed)
	a.files["pilot.toml"] = attackedSettings
	return a
}

// typed names a metric and, in every second town, a cohort by the first of the people.
func (a *attacked) typed(seed uint64) {
	metric, class := kin[0]+"の絵はがき", kin[0]+"組"
	a.files["実績.csv"] = fmt.Sprintf("日付,指標,値\n2025-08-01,%s,12\n2025-09-01,%s,15\n2025-09-01,道の駅の売上,7\n", metric, metric)
	a.words = append(a.words, metric)
	if seed%2 == 0 {
		a.files["参加者.csv"] = strings.ReplaceAll(a.files["参加者.csv"], "第1期", class)
		a.words = append(a.words, class)
	}
}

const attackedSettings = `[program]
name = "町の90日"
municipality = "試しの町"
prefecture = "長野県"
population = 6000
[period]
fiscal_year = 2025
[targets]
first_income_residents = 6
recurring_contract_ratio = 0.6
average_continuation_months = 6
retention_ratio = 0.8
"metric.柊木の絵はがき" = 20
[[grant]]
name = "交付金"
[[grant.kpi]]
figure = "first_income_residents"
increments = { 2025 = 6 }
target_year = 2026
target_month = 3
[[grant.kpi]]
figure = "active_workers"
increments = { 2025 = 6 }
target_year = 2026
target_month = 3
[[grant.kpi]]
figure = "metric.柊木の絵はがき"
increments = { 2025 = 20 }
target_year = 2026
target_month = 3
[[grant.kpi]]
figure = "recurring_contract_ratio"
unit = "割合"
increments = { 2025 = 0.6 }
target_year = 2026
target_month = 3
`

func choose(r *rand.Rand, words ...string) string { return words[r.IntN(len(words))] }

// dayAfter is the date n days after 31 March 2025.
func dayAfter(n int) string { return (cell.NewDay(2025, 3, 31) + cell.Day(n)).String() }

// contracts of some clients; of every third the officer has typed into the title or the kind of work for whom it is.
func (a *attacked) contracts(r *rand.Rand) (ids []string) {
	var clients, list strings.Builder
	clients.WriteString("発注者ID,名称,所在,区分\n")
	list.WriteString("案件ID,発注者ID,案件名,業務区分,種別,開始日,終了日,月額,受託形態,切り出し元業務\n")
	for i := range 4 + r.IntN(5) {
		id, name := fmt.Sprintf("KYK%d", 510+i), choose(r, "鶴巻", "燕沢", "鵲橋", "雉子")+choose(r, "醸造", "製陶", "商会")+fmt.Sprint(i)
		fmt.Fprintf(&clients, "%s,%s,%s,%s\n", id, choose(r, "株式会社", "（有）", "合同会社 ")+name,
			choose(r, "域内", "県内", "県外"), choose(r, "企業", "企業", "団体", "自治体"))
		a.words = append(a.words, id, name)
		for j := range 1 + r.IntN(3) {
			contract, work := fmt.Sprintf("ANK%d%d", 700+i, j), choose(r, works...)
			title, kind := work+"の仕事", choose(r, "経理", "広報", "データ入力", "EC")
			switch r.IntN(6) {
			case 0:
				title = name + "の" + work
			case 1:
				title = choose(r, kin...) + "さん担当の" + work
			case 2:
				kind = name
			}
			parent := fmt.Sprintf("元業務%d鶚", 10*i+j)
			price := 21000 + 37*r.IntN(3000) + 1
			end := ""
			if r.IntN(3) == 0 {
				end = dayAfter(150 + r.IntN(150))
			}
			fmt.Fprintf(&list, "%s,%s,%s,%s,%s,%s,%s,%d,%s,%s\n", contract, id, title, kind, choose(r, "定期", "定期", "単発"),
				dayAfter(1+r.IntN(120)), end, price, choose(r, "チーム", "マッチング"), parent)
			a.words = append(a.words, contract, parent)
			a.prices[contract] = float64(price)
			ids = append(ids, contract)
		}
	}
	a.files["発注者.csv"], a.files["案件.csv"] = clients.String(), list.String()
	return ids
}

func (a *attacked) persons(r *rand.Rand) (starts []int) {
	var list strings.Builder
	list.WriteString("参加者ID,氏名,性別,年代,居住区分,事情,登録日,開始日,研修修了日,離脱日,離脱理由,過去のテレワーク収入,進路,コホート,秘密保持契約日,備考\n")
	for i := range a.people {
		id, name := fmt.Sprintf("SNK%03d", 400+i), fmt.Sprintf("%s %s%d", kin[i%len(kin)], given[i%len(given)], i)
		start := 1 + r.IntN(200)
		starts = append(starts, start)
		trained, exit, why, remark := "", "", "", fmt.Sprintf("備考%d鸛", i)
		if r.IntN(6) > 0 {
			trained = dayAfter(start + 10 + r.IntN(25))
		}
		if r.IntN(6) == 0 {
			exit, why = dayAfter(start+100+r.IntN(60)), fmt.Sprintf("理由%d鵺", i)
			a.words = append(a.words, why)
		}
		fmt.Fprintf(&list, "%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s\n", id, name,
			choose(r, "女性", "女性", "男性"), choose(r, "20代", "30代", "40代", "50代", "60代"),
			choose(r, "住民", "住民", "住民", "移住", "町外"), choose(r, "子育て", "介護", "障がい", "ひとり親", "学生", ""),
			dayAfter(start), dayAfter(start), trained, exit, why, choose(r, "無", "無", "有"),
			choose(r, "", "継続", "地元就職", "就業移行"), fmt.Sprintf("第%d期", 1+start/110), dayAfter(start), remark)
		a.words = append(a.words, id, name, strings.ReplaceAll(name, " ", ""), remark)
	}
	a.files["参加者.csv"] = list.String()
	return starts
}

// log has tasks of most of them; amounts and hours are such that no two persons have the same.
func (a *attacked) log(r *rand.Rand, starts []int, contracts []string) {
	var log strings.Builder
	log.WriteString("作業日,参加者ID,案件ID,作業名,時間,報酬,納品日,支払日,Wチェック,備考\n")
	for i, start := range starts {
		if r.IntN(7) == 0 {
			continue
		}
		id, all := fmt.Sprintf("SNK%03d", 400+i), 0.0
		worked := 0
		for k := range 2 + r.IntN(9) {
			day := start + 20 + r.IntN(150)
			pay, hundredths := 1000*(1+r.IntN(3)*r.IntN(12))+137+r.IntN(800), 113+r.IntN(700)
			paid := ""
			if r.IntN(8) > 0 {
				paid = dayAfter(day + 20 + r.IntN(30))
			}
			task, remark := fmt.Sprintf("作業%d-%d鶉", i, k), fmt.Sprintf("メモ%d-%d鴫", i, k)
			fmt.Fprintf(&log, "%s,%s,%s,%s,%d.%02d,%d,%s,%s,%s,%s\n", dayAfter(day), id, choose(r, contracts...), task,
				hundredths/100, hundredths%100, pay, dayAfter(day+3), paid, choose(r, "○", ""), remark)
			a.words = append(a.words, task, remark)
			all, worked = all+float64(pay), worked+hundredths
			a.pay[id+" "+dayAfter(day)[:7]] += float64(pay)
		}
		a.pay[id], a.hours[id] = all, float64(worked)/100
		a.pay["all"], a.hours["all"] = a.pay["all"]+all, a.hours["all"]+float64(worked)/100
	}
	a.files["作業ログ.csv"] = log.String()
}

// support and answers: who helped, and what was said.
func (a *attacked) support(r *rand.Rand) {
	var notes, said strings.Builder
	notes.WriteString("日付,担当者,参加者ID,時間,役割,備考\n")
	said.WriteString("日付,回答者区分,点数,自由記述\n")
	for i := range 20 {
		staff, remark := fmt.Sprintf("職員%s%d", choose(r, kin...), i%3), fmt.Sprintf("相談%d鶲", i)
		fmt.Fprintf(&notes, "%s,%s,SNK%03d,%d,伴走,%s\n", dayAfter(20+9*i), staff, 400+r.IntN(a.people), 1+r.IntN(4), remark)
		a.words = append(a.words, staff, remark)
	}
	for i := range 6 + r.IntN(20) {
		remark := fmt.Sprintf("声%d鷦", i)
		fmt.Fprintf(&said, "%s,%s,%d,%s\n", dayAfter(60+r.IntN(200)), choose(r, "ワーカー", "発注者", "地域事業者"), 2+r.IntN(4), remark)
		a.words = append(a.words, remark)
	}
	a.files["伴走記録.csv"], a.files["満足度.csv"] = notes.String(), said.String()
	a.files["予算.csv"] = "費目,区分,財源,予算額,執行額,年度\n伴走,伴走,交付金,2400000,2281000,2025\n研修,研修,一般財源,900000,811000,2025\n"
}
