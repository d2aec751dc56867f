package main

import (
	"time"
)

// The hub of three towns: あさひ野町 and ほしな市 in one prefecture, うみべ市 in another. A firm of ほしな市 finds the orders, and
// people of all three work on them. Towns, people, firms and amounts are fictional, and so are the codes.
const allianceHead = `# 3つの自治体が1つの拠点で取り組む形の見本です（自治体名・団体コード・人名・団体名・金額はすべて架空です）
[program]
name = "三市町 共同テレワーク拠点"
municipality = "ほしな市"
prefecture = "長野県"
code = "206920"
model = "regional_bpo"
department = "広域連携室"

[alliance.codes]
"あさひ野町" = "206911"
"ほしな市" = "206920"
"うみべ市" = "156914"

[period]
fiscal_year = "令和7年度"

[ledger]
files = ["*.csv"]
`

// ally is a participant, or a contract, with the town that it belongs to.
type ally[T any] struct {
	of   T
	town string
}

func allies() []ally[participant] {
	one := func(id, town, name, gender string, age int, residence, situations string, start,
		trained int) ally[participant] {
		cohort := "第1期"
		if start == 20251001 {
			cohort = "第2期"
		}
		return ally[participant]{participant{id: id, cohort: cohort, name: name, gender: gender, ageBand: age,
			residence: residence, situations: situations, start: day(start), trained: day(trained), role: "ワーカー",
			nda: day(trained), security: day(trained)}, town}
	}
	return []ally[participant]{
		one("A01", "あさひ野町", "青木 花", "女性", 30, "住民", "子育て", 20250602, 20250627),
		one("A02", "あさひ野町", "石田 明", "男性", 60, "住民", "シニア", 20250602, 20250630),
		one("A03", "あさひ野町", "上野 里美", "女性", 40, "移住", "副業", 20250602, 20250627),
		one("A04", "あさひ野町", "江口 由香", "女性", 20, "住民", "子育て", 20251001, 20251028),
		one("A05", "あさひ野町", "大西 誠", "男性", 30, "住民", "", 20251001, 20251030),
		one("H01", "ほしな市", "川端 恵", "女性", 40, "住民", "介護", 20250602, 20250627),
		one("H02", "ほしな市", "北村 俊", "男性", 30, "住民", "副業", 20250602, 20250630),
		one("H03", "ほしな市", "久保 直子", "女性", 50, "住民", "", 20250602, 20250704),
		one("H04", "ほしな市", "小山 美帆", "女性", 20, "住民", "学生", 20250602, 20250627),
		one("H05", "ほしな市", "坂本 学", "男性", 40, "移住", "", 20251001, 20251027),
		one("H06", "ほしな市", "清水 里奈", "女性", 30, "住民", "子育て", 20251001, 20251027),
		one("U01", "うみべ市", "杉山 航", "男性", 20, "住民", "求職", 20250602, 20250630),
		one("U02", "うみべ市", "関 洋子", "女性", 60, "住民", "シニア", 20250602, 20250701),
		one("U03", "うみべ市", "高木 綾", "女性", 30, "移住", "子育て", 20251001, 20251029),
		one("U04", "うみべ市", "千葉 未央", "女性", 40, "住民", "", 20251001, 20251031),
		one("X01", "", "外山 隆", "男性", 50, "町外", "副業", 20250602, 20250620),
	}
}

func allianceContracts() []ally[contract] {
	return []ally[contract]{
		{contract{id: "C01", client: "B01", title: "申込書の入力", category: "データ入力", kind: "定期", start: day(20250701),
			monthly: 180000, form: "チーム", written: day(20250620)}, "ほしな市"},
		{contract{id: "C02", client: "B02", title: "議事録の整文", category: "文書作成", kind: "定期", start: day(20250801),
			monthly: 120000, form: "チーム", parent: "会議の運営", written: day(20250725)}, "ほしな市"},
		{contract{id: "C03", client: "B03", title: "観光案内の更新", category: "広報", kind: "単発", start: day(20250901),
			end: day(20251130), amount: 300000, form: "マッチング", written: day(20250825)}, "あさひ野町"},
		{contract{id: "C04", client: "B04", title: "通販の受注処理", category: "EC", kind: "定期", start: day(20251001),
			monthly: 150000, form: "ハイブリッド", written: day(20250925)}, "うみべ市"},
		{contract{id: "C05", client: "B01", title: "名簿の点検", category: "データ入力", kind: "単発", start: day(20260105),
			end: day(20260320), amount: 240000, form: "チーム", written: day(20251225)}, "ほしな市"},
	}
}

var allianceClients = []client{
	{id: "B01", name: "ほしな市役所", region: "域内", sector: "自治体"},
	{id: "B02", name: "架空ソフト株式会社", region: "県外", sector: "企業", satellite: true},
	{id: "B03", name: "あさひ野観光協会", region: "県内", sector: "団体"},
	{id: "B04", name: "うみべ物産", region: "県外", sector: "企業"},
}

// allianceShifts are who works on what: people of one town also work on orders of another.
func allianceShifts() []shift {
	const mon, tue, wed, thu, fri = time.Monday, time.Tuesday, time.Wednesday, time.Thursday, time.Friday
	return []shift{
		{"A01", "C01", "申込書の入力", 20250707, 20260330, mon, 1, 180, 1150},
		{"A02", "C01", "申込書の点検", 20250711, 20260327, fri, 1, 120, 1150},
		{"A03", "C03", "観光案内の写真", 20250903, 20251126, wed, 1, 180, 1200},
		{"A04", "C02", "議事録の整文", 20251104, 20260331, tue, 1, 150, 1250},
		{"H01", "C01", "申込書の入力", 20250708, 20260331, tue, 1, 180, 1150},
		{"H02", "C02", "議事録の整文", 20250807, 20260326, thu, 1, 180, 1250},
		{"H03", "C02", "議事録の点検", 20250806, 20260325, wed, 2, 120, 1250},
		{"H04", "C03", "観光案内の文章", 20250905, 20251128, fri, 1, 150, 1200},
		{"H05", "C05", "名簿の点検", 20260108, 20260319, thu, 1, 180, 1100},
		{"H06", "C05", "名簿の入力", 20260109, 20260320, fri, 1, 150, 1100},
		{"U01", "C01", "申込書の入力", 20250709, 20251001, wed, 1, 120, 1150},
		{"U02", "C04", "受注の確認", 20251006, 20260330, mon, 1, 180, 1150},
		{"U03", "C04", "受注の入力", 20251107, 20260327, fri, 1, 180, 1150},
		{"X01", "C02", "整文の最終確認", 20250804, 20260330, mon, 2, 120, 2000},
	}
}

// writeAlliance writes the ledger of the hub as CSV.
func writeAlliance(dir string) error {
	var people, contracts [][]any
	for _, p := range allies() {
		people = append(people, append(p.of.row(), p.town))
	}
	for _, c := range allianceContracts() {
		contracts = append(contracts, append(c.of.row(), c.town))
	}
	return writeCSVs(dir, allianceHead, []csvTable{
		{"参加者.csv", append(append([]any{}, participantHeads...), "自治体"), people},
		{"発注者.csv", clientHeads, rows(allianceClients, client.row)},
		{"案件.csv", append(append([]any{}, contractHeads...), "自治体"), contracts},
		{"作業ログ.csv", taskHeads, rows(tasksOf(allianceShifts()), task.row)},
		{"予算.csv", []any{"費目", "区分", "財源", "予算額", "執行額", "日付"}, rows([]budgetLine{
			{"拠点の人件費", "伴走", "交付金", 3600000, 3300000, day(20260331)},
			{"研修の講師", "研修", "交付金", 600000, 540000, day(20251031)}}, budgetLine.row)},
	})
}
