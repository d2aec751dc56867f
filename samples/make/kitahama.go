package main

// kitahamaTOML are the settings of a pilot of the model 産業特化×デジタル型: a fishing town whose residents run the shop
// on the web and the posts of its fishermen and farmers.
const kitahamaTOML = `# きたはま町の漁業×デジタル（見本。人名・団体名・金額はすべて架空です）
[program]
name = "きたはま町 海と畑のデジタル90日"
municipality = "きたはま町"
prefecture = "新潟県"
population = 9400
model = "industry_digital"
department = "産業課 水産振興係"

[period]
fiscal_year = "令和7年度"

[targets]
"metric.EC売上" = 6000000
"metric.SNS反響" = 12000
satisfaction_local_business = 4
recurring_contract_ratio = 0.6
average_continuation_months = 6
first_income_residents = 6

[[grant]]
name = "きたはま町 海と畑のデジタル事業"
kind = "新しい地方経済・生活環境創生交付金"

[[grant.kpi]]
figure = "metric.EC売上"
title = "通販サイトの売上（事業期間の累計）"
unit = "円"
baseline = 0
increments = { 2025 = 6000000, 2026 = 8000000 }
target_year = 2027
target_month = 3

[[grant.kpi]]
figure = "first_income_residents"
title = "初めて収入を得た住民"
unit = "人"
baseline = 0
increments = { 2025 = 6, 2026 = 6 }
target_year = 2027
target_month = 3
`

// kitahama returns the facts: ten residents in two cohorts, four fishermen's and farmers' businesses, and what the shop
// and its posts brought each month of two years. The shop's sales passed their target; the posts' reactions did not:
// they fell from October, when nobody had the time to answer.
func kitahama() facts {
	people := append(membersOf("H", "第1期", 1, []member{
		{"浜田 美咲", "女性", 30, "子育て", 20250507, 20250530, 0, "継続", "", "リーダー"},
		{"小川 俊", "男性", 40, "副業", 20250507, 20250602, 0, "継続", "", "ワーカー"},
		{"岡崎 理恵", "女性", 50, "介護", 20250507, 20250604, 0, "継続", "", "ワーカー"},
		{"西山 大地", "男性", 20, "求職", 20250507, 20250530, 0, "就業移行", "", "ワーカー"},
		{"森下 香織", "女性", 30, "子育て", 20250507, 20250605, 20250731, "その他", "家業が忙しくなったため", "ワーカー"},
	}), membersOf("H", "第2期", 6, []member{
		{"三浦 恵", "女性", 40, "子育て、副業", 20250901, 20250926, 0, "継続", "", "ワーカー"},
		{"石井 陽介", "男性", 60, "シニア", 20250901, 20250930, 0, "継続", "", "ワーカー"},
		{"藤原 なつみ", "女性", 20, "子育て", 20250901, 20250929, 0, "継続", "", "ワーカー"},
		{"大野 幸", "女性", 50, "介護", 20250901, 20251002, 0, "未定", "", "ワーカー"},
		{"菅原 誠", "男性", 30, "障がい", 20250901, 0, 0, "未定", "", "ワーカー"},
	})...)
	f := facts{participants: people, trainings: attendances(people), metrics: kitahamaMetrics()}
	f.clients = []client{
		{"B01", "きたはま漁業協同組合", "域内", "団体", false},
		{"B02", "浜のおかず本舗", "域内", "企業", false},
		{"B03", "丘の上農園", "域内", "個人事業主", false},
		{"B04", "株式会社さかなび", "県外", "企業", false},
	}
	f.contracts = []contract{
		{id: "E01", client: "B01", title: "通販サイトの運営", category: "EC", kind: "定期", start: day(20250601), monthly: 90000,
			form: "チーム", parent: "販売業務", written: day(20250526)},
		{id: "E02", client: "B02", title: "商品ページの写真と文", category: "EC", kind: "定期", start: day(20250616), monthly: 50000,
			form: "チーム", parent: "販売業務", written: day(20250610)},
		{id: "E03", client: "B03", title: "畑からの投稿", category: "広報", kind: "定期", start: day(20250701), end: day(20251031),
			monthly: 30000, form: "マッチング", parent: "広報業務", written: day(20250625), notice: day(20250930)},
		{id: "E04", client: "B01", title: "年末ギフトの受付", category: "EC", kind: "単発", start: day(20251101), end: day(20251231),
			amount: 240000, form: "チーム", parent: "販売業務", written: day(20251027)},
		{id: "E05", client: "B04", title: "魚の図鑑の入力", category: "データ入力", kind: "単発", start: day(20251001),
			end: day(20260131), amount: 320000, form: "ハイブリッド", written: day(20250926)},
		{id: "E06", client: "B02", title: "問い合わせへの返信", category: "EC", kind: "定期", start: day(20251101), monthly: 40000,
			form: "チーム", parent: "販売業務", written: day(20251027)},
	}
	f.tasks = tasksOf(kitahamaShifts())
	f.support = weekly(20250512, 20260330, "渚", []string{"H01", "H02", "H03", "H06", "H07", "H09"})
	add := func(ymd int, who string, scores ...int) {
		for _, s := range scores {
			f.surveys = append(f.surveys, survey{day(ymd), who, s})
		}
	}
	add(20251010, "地域事業者", 4, 5, 4)
	add(20260220, "地域事業者", 4, 5, 5, 4, 3)
	add(20260220, "ワーカー", 4, 4, 5, 3, 4, 5)
	f.budget = []budgetLine{
		{"推進ハブ運営委託（伴走支援）", "伴走", "交付金", 1800000, 1764000, day(20260331)},
		{"商品撮影とサイトの研修", "研修", "交付金", 840000, 798000, day(20251010)},
		{"カメラ・照明・通信", "機器", "一般財源", 460000, 452300, day(20250630)},
		{"冷凍便の試し送り", "その他", "一般財源", 180000, 171200, day(20251128)},
	}
	return f
}

func kitahamaShifts() []shift {
	const mon, tue, wed, thu, fri = 1, 2, 3, 4, 5
	return []shift{
		{"H01", "E01", "受注と在庫の確認", 20250609, 20260330, mon, 1, 180, 1200},
		{"H02", "E01", "発送の手配", 20250612, 20260326, thu, 1, 150, 1150},
		{"H03", "E02", "商品の説明文", 20250624, 20260331, tue, 1, 150, 1150},
		{"H04", "E02", "写真の切り抜き", 20250620, 20251219, fri, 1, 120, 1100},
		{"H05", "E03", "畑の投稿", 20250702, 20250723, wed, 1, 90, 1100},
		{"H06", "E04", "ギフトの受付", 20251104, 20251230, tue, 1, 180, 1200},
		{"H06", "E06", "問い合わせへの返信", 20260107, 20260325, wed, 1, 150, 1150},
		{"H07", "E05", "図鑑の入力", 20251006, 20260126, mon, 1, 180, 1080},
		{"H08", "E05", "図鑑の点検", 20251009, 20260129, thu, 1, 120, 1100},
		{"H08", "E06", "返信の下書き", 20251114, 20260327, fri, 1, 120, 1100},
		{"H01", "E03", "畑の投稿", 20250806, 20251029, wed, 1, 90, 1200},
	}
}

// kitahamaMetrics are the sales of the shop (yen) and the reactions to its posts, at the end of each month of fiscal
// 2024 and 2025: 4,120,000 and 6,230,000 yen, 9,800 and 10,900 reactions.
func kitahamaMetrics() []metric {
	sales := [2][12]int{
		{180, 210, 240, 300, 320, 290, 310, 420, 880, 260, 330, 380},
		{230, 260, 330, 420, 460, 450, 520, 690, 1420, 430, 480, 540},
	}
	reactions := [2][12]int{
		{600, 640, 700, 820, 900, 850, 830, 860, 1300, 700, 760, 840},
		{760, 840, 1010, 1240, 1390, 1260, 820, 740, 930, 610, 630, 670},
	}
	var out []metric
	for year := range 2 {
		for m := range 12 {
			end := day(20240401).AddDate(year, m+1, -1)
			out = append(out, metric{end, "EC売上", sales[year][m] * 1000, "円"},
				metric{end, "SNS反響", reactions[year][m], "件"})
		}
	}
	return out
}
