package main

// manabigawaTOML are the settings of a pilot of the model 教育接続型: students of a high school and a college work for
// firms of the town from their desks.
const manabigawaTOML = `# まなび川町の学生×地元企業（見本。人名・団体名・金額はすべて架空です）
[program]
name = "まなび川町 オンライン実習90日"
municipality = "まなび川町"
prefecture = "島根県"
population = 12300
model = "education"
department = "教育委員会 地域連携係"

[period]
fiscal_year = "令和7年度"

[targets]
student_participation_ratio = 0.8
local_retention_ratio = 0.6
satisfaction_host = 4
satisfaction_student = 4
first_income_residents = 10
recurring_contract_ratio = 0.5

[[grant]]
name = "まなび川町 学生と地元企業をつなぐ事業"
kind = "新しい地方経済・生活環境創生交付金"

[[grant.kpi]]
figure = "local_retention_ratio"
title = "地元に就職した学生の割合"
unit = "割合"
baseline = 0.3
increments = { 2025 = 0.2, 2026 = 0.1 }
target_year = 2027
target_month = 3
`

// manabigawa returns the facts: 14 students in two terms and five host firms. 12 of the 14 worked (12 ÷ 14 = 85.7 %,
// target 80 %); of the 7 who took a job 4 took one in the town (57.1 %, target 60 %): 2 went on to school, which counts
// neither way, and of 5 nothing is known yet.
func manabigawa() facts {
	people := append(membersOf("S", "前期", 1, []member{
		{"青木 遥", "女性", 10, "学生", 20250512, 20250606, 0, "地元就職", "", "ワーカー"},
		{"石川 蓮", "男性", 10, "学生", 20250512, 20250606, 0, "町外就職", "", "ワーカー"},
		{"上田 結衣", "女性", 10, "学生", 20250512, 20250609, 0, "進学", "", "ワーカー"},
		{"江口 颯太", "男性", 20, "学生", 20250512, 20250606, 0, "地元就職", "", "リーダー"},
		{"大橋 凛", "女性", 20, "学生", 20250512, 20250610, 0, "町外就職", "", "ワーカー"},
		{"金子 陸", "男性", 20, "学生", 20250512, 20250606, 0, "地元就職", "", "ワーカー"},
		{"木下 葵", "女性", 10, "学生", 20250512, 20250611, 0, "未定", "", "ワーカー"},
		{"工藤 湊", "男性", 10, "学生", 20250512, 0, 20250620, "未定", "部活動との両立がむずかしいため", "ワーカー"},
	}), membersOf("S", "後期", 9, []member{
		{"近藤 咲", "女性", 10, "学生", 20251006, 20251031, 0, "進学", "", "ワーカー"},
		{"斎藤 悠真", "男性", 20, "学生", 20251006, 20251031, 0, "地元就職", "", "ワーカー"},
		{"島田 芽依", "女性", 20, "学生", 20251006, 20251104, 0, "町外就職", "", "ワーカー"},
		{"須藤 大和", "男性", 10, "学生", 20251006, 20251031, 0, "", "", "ワーカー"},
		{"関口 美月", "女性", 10, "学生", 20251006, 20251105, 0, "", "", "ワーカー"},
		{"千葉 樹", "男性", 20, "学生", 20251006, 20251031, 0, "未定", "", "ワーカー"},
	})...)
	f := facts{participants: people, trainings: attendances(people)}
	f.clients = []client{
		{"F01", "まなび川信用金庫", "域内", "企業", false},
		{"F02", "川上木工", "域内", "企業", false},
		{"F03", "湯の里旅館組合", "域内", "団体", false},
		{"F04", "まなび川町立図書館", "域内", "自治体", false},
		{"F05", "株式会社ゆうひ印刷", "県内", "企業", false},
	}
	f.contracts = []contract{
		{id: "J01", client: "F02", title: "商品ページの更新", category: "EC", kind: "定期", start: day(20250616), monthly: 36000,
			form: "チーム", parent: "販売業務", written: day(20250610)},
		{id: "J02", client: "F03", title: "宿の紹介文と写真", category: "広報", kind: "定期", start: day(20250701), monthly: 40000,
			form: "チーム", parent: "広報業務", written: day(20250625)},
		{id: "J03", client: "F01", title: "窓口アンケートの集計", category: "データ入力", kind: "単発", start: day(20250801),
			end: day(20250930), amount: 90000, form: "マッチング", parent: "調査業務", written: day(20250728)},
		{id: "J04", client: "F04", title: "郷土資料の目録", category: "データ入力", kind: "単発", start: day(20251104),
			end: day(20260227), amount: 160000, form: "チーム", parent: "資料整理業務", written: day(20251030)},
		{id: "J05", client: "F05", title: "原稿の校正", category: "文書作成", kind: "定期", start: day(20251110), monthly: 45000,
			form: "チーム", parent: "制作業務", written: day(20251105)},
	}
	f.tasks = tasksOf(manabigawaShifts())
	f.support = weekly(20250512, 20260330, "川瀬", []string{"S01", "S07", "S03", "S09", "S12", "S13", "S14"})
	add := func(ymd int, who string, scores ...int) {
		for _, s := range scores {
			f.surveys = append(f.surveys, survey{day(ymd), who, s})
		}
	}
	add(20250912, "学生", 4, 5, 4, 3, 5, 4)
	add(20260225, "学生", 4, 4, 3, 5, 4)
	add(20250912, "受入企業", 4, 4, 5)
	add(20260225, "受入企業", 5, 4, 4, 3, 5)
	f.budget = []budgetLine{
		{"実習の受け入れ支援（委託）", "伴走", "交付金", 1500000, 1468000, day(20260331)},
		{"学生の研修", "研修", "交付金", 560000, 548000, day(20251031)},
		{"貸出パソコン", "機器", "一般財源", 640000, 622000, day(20250530)},
		{"発表会", "広報", "一般財源", 120000, 96500, day(20260306)},
	}
	f.publications = []publication{{day(20260306), "学生と地元企業の発表会", "住民・事業者"}}
	return f
}

func manabigawaShifts() []shift {
	const mon, tue, wed, thu, fri = 1, 2, 3, 4, 5
	return []shift{
		{"S01", "J01", "商品の写真", 20250618, 20260325, wed, 1, 90, 1050},
		{"S02", "J01", "商品の説明文", 20250620, 20251219, fri, 1, 90, 1050},
		{"S03", "J02", "宿の紹介文", 20250703, 20251127, thu, 1, 90, 1050},
		{"S04", "J02", "写真の選定", 20250708, 20260331, tue, 1, 120, 1150},
		{"S05", "J03", "アンケートの入力", 20250804, 20250929, mon, 1, 120, 1050},
		{"S06", "J03", "自由記述の分類", 20250806, 20250924, wed, 1, 120, 1050},
		{"S06", "J01", "在庫表の更新", 20251006, 20260330, mon, 1, 90, 1100},
		{"S07", "J03", "アンケートの点検", 20250807, 20250925, thu, 1, 90, 1050},
		{"S09", "J04", "目録の入力", 20251105, 20260225, wed, 1, 120, 1050},
		{"S10", "J05", "原稿の校正", 20251113, 20260326, thu, 1, 120, 1150},
		{"S11", "J05", "原稿の読み合わせ", 20251114, 20260327, fri, 1, 120, 1150},
		{"S12", "J04", "目録の点検", 20251107, 20260227, fri, 1, 90, 1050},
		{"S14", "J05", "校正の転記", 20251118, 20260324, tue, 1, 90, 1050},
	}
}
