package main

import (
	"fmt"
	"time"
)

// One town over three fiscal years, with two cohorts in each and a grant over all of them. Town, people, firms and
// amounts are fictional, and so is the code.
const yearsHead = `# 3年度つづく事業の見本です（自治体名・団体コード・人名・団体名・金額はすべて架空です）
[program]
name = "さくら沢町 在宅ワーク事業"
municipality = "さくら沢町"
prefecture = "長野県"
code = "206938"
population = 5200
model = "regional_bpo"
department = "地域振興課"

[period]
fiscal_year = "令和7年度"

[targets]
first_income_residents = 8
retention_ratio = 0.7

[targets.2024]
first_income_residents = 6

[[grant]]
name = "さくら沢町 在宅ワーク推進事業"
kind = "新しい地方経済・生活環境創生交付金"

[[grant.kpi]]
figure = "first_income_residents"
title = "初めて収入を得た住民"
unit = "人"
baseline = 0
increments = { 2023 = 5, 2024 = 6, 2025 = 8 }
target_year = 2026
target_month = 3

[[grant.kpi]]
figure = "revenue_total"
title = "受託した売上"
unit = "円"
baseline = 0
increments = { 2023 = 1000000, 2024 = 3000000, 2025 = 6000000 }
target_year = 2026
target_month = 3

[[grant.kpi]]
figure = "active_workers"
title = "稼働している在宅ワーカー"
unit = "人"
baseline = 0
increments = { 2023 = 4, 2024 = 4, 2025 = 4 }
target_year = 2026
target_month = 3

[ledger]
files = ["*.csv"]
`

// yearsPeople are six cohorts, one in June and one in October of each year.
func yearsPeople() []participant {
	names := [][2]string{{"秋山 千夏", "女性"}, {"飯島 徹", "男性"}, {"植田 佳代", "女性"}, {"遠山 真", "女性"}, {"小田 悠", "男性"},
		{"片岡 舞", "女性"}, {"木下 勝", "男性"}, {"栗原 香", "女性"}, {"佐野 渚", "女性"}, {"島田 陽", "男性"}, {"須藤 真弓", "女性"},
		{"関口 亮", "男性"}, {"相馬 里奈", "女性"}, {"滝川 学", "男性"}, {"千葉 美月", "女性"}, {"辻 大地", "男性"}, {"戸田 由香", "女性"},
		{"長尾 実", "男性"}, {"二宮 葵", "女性"}, {"野口 茜", "女性"}}
	cohort := []struct {
		start, trained, people int
	}{{20230605, 20230628, 3}, {20231002, 20231027, 2}, {20240603, 20240627, 4}, {20241007, 20241030, 3},
		{20250602, 20250626, 5}, {20251006, 20251031, 3}}
	var all []participant
	for c, of := range cohort {
		for range of.people {
			i := len(all)
			p := participant{id: fmt.Sprintf("S%02d", i+1), cohort: fmt.Sprintf("第%d期", c+1), name: names[i][0],
				gender: names[i][1], ageBand: 20 + i%5*10, residence: "住民", start: day(of.start), trained: day(of.trained),
				role: "ワーカー", nda: day(of.trained), security: day(of.trained)}
			switch i {
			case 1:
				p.exit, p.exitReason = day(20240831), "就職"
			case 10:
				p.exit, p.exitReason = day(20241220), "体調"
			case 16: // the training ended after its day
				p.trained = day(20250710)
			}
			all = append(all, p)
		}
	}
	return all
}

var yearsContracts = []contract{
	{id: "Y1", client: "B1", title: "台帳の入力", category: "データ入力", kind: "定期", start: day(20230703), monthly: 100000,
		form: "チーム", written: day(20230626)},
	{id: "Y2", client: "B2", title: "会報の組版", category: "文書作成", kind: "単発", start: day(20231002), end: day(20240131),
		amount: 300000, form: "マッチング", written: day(20230925)},
	{id: "Y3", client: "B2", title: "通販の受注処理", category: "EC", kind: "定期", start: day(20240701), monthly: 180000,
		form: "チーム", written: day(20240624)},
	{id: "Y4", client: "B3", title: "議事録の整文", category: "文書作成", kind: "定期", start: day(20250401), monthly: 220000,
		form: "チーム", written: day(20250325)},
}

func yearsShifts() []shift {
	const mon, tue, wed, thu, fri = time.Monday, time.Tuesday, time.Wednesday, time.Thursday, time.Friday
	return []shift{
		{"S01", "Y1", "台帳の入力", 20230710, 20260330, mon, 1, 180, 1100},
		{"S02", "Y1", "台帳の点検", 20230711, 20240827, tue, 1, 120, 1100},
		{"S03", "Y2", "会報の組版", 20231004, 20240131, wed, 1, 180, 1200},
		{"S03", "Y3", "受注の入力", 20240703, 20260325, wed, 1, 150, 1150},
		{"S04", "Y2", "会報の校正", 20231109, 20240125, thu, 1, 150, 1200},
		{"S05", "Y1", "台帳の入力", 20231110, 20250328, fri, 1, 150, 1100},
		{"S06", "Y3", "受注の確認", 20240711, 20260326, thu, 1, 180, 1150},
		{"S07", "Y3", "受注の入力", 20240712, 20260327, fri, 1, 150, 1150},
		{"S08", "Y1", "台帳の入力", 20240716, 20260331, tue, 1, 150, 1100},
		{"S09", "Y3", "受注の確認", 20240805, 20250331, mon, 2, 120, 1150},
		{"S10", "Y3", "受注の入力", 20241113, 20260325, wed, 1, 120, 1150},
		{"S12", "Y1", "台帳の点検", 20241115, 20251226, fri, 2, 120, 1100},
		{"S13", "Y4", "議事録の整文", 20250707, 20260330, mon, 1, 180, 1250},
		{"S14", "Y4", "議事録の整文", 20250708, 20260331, tue, 1, 180, 1250},
		{"S15", "Y4", "議事録の点検", 20250709, 20260325, wed, 1, 120, 1250},
		{"S16", "Y1", "台帳の点検", 20250710, 20260326, thu, 1, 150, 1150},
		{"S18", "Y4", "議事録の整文", 20251110, 20260330, mon, 1, 150, 1250},
		{"S20", "Y3", "受注の確認", 20251113, 20260326, thu, 1, 150, 1150},
	}
}

// yearsCheckedSince is the day on which the hub began to write down who checked a piece of work.
const yearsCheckedSince = 20250901

// yearsTask is a row of the log: nothing under Wチェック before the column was begun, a mark for yes and no since.
func yearsTask(t task) []any {
	row := t.row()
	switch {
	case t.date.Before(day(yearsCheckedSince)):
		row[9] = nil
	case !t.checked:
		row[9] = "×"
	}
	return row
}

// yearsMoney is a line of the budget with its fiscal year: plans without a day, bills with theirs.
type yearsMoney struct {
	item, class    string
	planned, spent int
	date           int
	year           string
}

func (m yearsMoney) row() []any {
	row := []any{m.item, m.class, "交付金", nil, nil, nil, m.year}
	if m.planned > 0 {
		row[3] = m.planned
	}
	if m.spent > 0 {
		row[4], row[5] = m.spent, day(m.date)
	}
	return row
}

// yearsBudget are the budgets of the three years with their bills, and the plan of the year to come.
func yearsBudget() []yearsMoney {
	all := []yearsMoney{
		{"拠点の人件費", "伴走", 2400000, 0, 0, "令和5年度"}, {"研修委託", "研修", 900000, 0, 0, "令和5年度"},
		{"拠点の人件費", "伴走", 2600000, 0, 0, "令和6年度"}, {"研修委託", "研修", 800000, 0, 0, "令和6年度"},
		{"拠点の人件費", "伴走", 2800000, 0, 0, "令和7年度"}, {"研修委託", "研修", 800000, 0, 0, "令和7年度"},
		{"拠点の人件費", "伴走", 3000000, 0, 0, "令和8年度"}, {"研修委託", "研修", 700000, 0, 0, "令和8年度"},
	}
	for i, year := range []string{"令和5年度", "令和6年度", "令和7年度"} {
		at := (2023 + i) * 10000
		all = append(all, yearsMoney{"拠点の人件費", "伴走", 0, 1150000 + 100000*i, at + 930, year},
			yearsMoney{"研修委託", "研修", 0, 420000 - 20000*i, at + 1115, year},
			yearsMoney{"拠点の人件費", "伴走", 0, 1200000 + 100000*i, at + 10331, year})
	}
	return all
}

// writeYears writes the ledger of three years as CSV.
func writeYears(dir string) error {
	return writeCSVs(dir, yearsHead, []csvTable{
		{"参加者.csv", participantHeads, rows(yearsPeople(), participant.row)},
		{"発注者.csv", clientHeads, rows([]client{
			{id: "B1", name: "さくら沢町役場", region: "域内", sector: "自治体"},
			{id: "B2", name: "架空出版", region: "県外", sector: "企業"},
			{id: "B3", name: "架空議事録センター", region: "県外", sector: "企業"}}, client.row)},
		{"案件.csv", contractHeads, rows(yearsContracts, contract.row)},
		{"作業ログ.csv", taskHeads, rows(tasksOf(yearsShifts()), yearsTask)},
		{"予算.csv", []any{"費目", "区分", "財源", "予算額", "執行額", "日付", "年度"}, rows(yearsBudget(), yearsMoney.row)},
	})
}
