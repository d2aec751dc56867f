package main

// people are the 12 candidates. P04 left in the second month; P09 finished the training but has
// had no work yet; P12 has not finished it; P10 is an expert from outside the town; P08 had
// earned by telework before.
func people() []participant {
	return []participant{
		{id: "P01", cohort: "第1期", name: "佐藤 みゆき", gender: "女性", ageBand: 30, residence: "住民", situations: "子育て",
			start: day(20250602), trained: day(20250627), role: "リーダー", roleDate: day(20251201), nda: day(20250620),
			security: day(20250627), outcome: "継続"},
		{id: "P02", cohort: "第1期", name: "田中 直美", gender: "女性", ageBand: 40, residence: "住民", situations: "介護、子育て",
			start: day(20250602), trained: day(20250630), role: "ワーカー", nda: day(20250620), security: day(20250630),
			outcome: "継続"},
		{id: "P03", cohort: "第1期", name: "鈴木 健一", gender: "男性", ageBand: 60, residence: "住民", situations: "シニア",
			start: day(20250602), trained: day(20250630), role: "ワーカー", nda: day(20250620), security: day(20250630),
			outcome: "継続"},
		{id: "P04", cohort: "第1期", name: "髙橋 彩", gender: "女性", ageBand: 20, residence: "住民", situations: "子育て",
			start: day(20250602), trained: day(20250701), exit: day(20250820), exitReason: "家族の転勤による転居", role: "ワーカー",
			nda: day(20250620), security: day(20250701), outcome: "未定"},
		{id: "P05", cohort: "第1期", name: "伊藤 さくら", gender: "女性", ageBand: 30, residence: "移住", situations: "子育て、副業",
			start: day(20250602), trained: day(20250627), role: "ワーカー", nda: day(20250620), security: day(20250627),
			outcome: "継続"},
		{id: "P06", cohort: "第1期", name: "渡邉 恵子", gender: "女性", ageBand: 50, residence: "住民", situations: "介護",
			start: day(20250602), trained: day(20250704), role: "ワーカー", nda: day(20250620), security: day(20250704),
			outcome: "継続"},
		{id: "P07", cohort: "第2期", name: "山本 翔", gender: "男性", ageBand: 20, residence: "住民", situations: "学生",
			start: day(20251001), trained: day(20251027), role: "ワーカー", nda: day(20251017), security: day(20251027),
			outcome: "地元就職"},
		{id: "P08", cohort: "第2期", name: "中村 和子", gender: "女性", ageBand: 60, residence: "住民", situations: "シニア",
			start: day(20251001), trained: day(20251024), priorIncome: true, role: "ワーカー", nda: day(20251017),
			security: day(20251024), outcome: "継続"},
		{id: "P09", cohort: "第2期", name: "小林 由美", gender: "女性", ageBand: 40, residence: "住民", situations: "求職",
			start: day(20251001), trained: day(20251030), role: "ワーカー", nda: day(20251017), security: day(20251030),
			outcome: "未定"},
		{id: "P10", cohort: "第2期", name: "加藤 大輔", gender: "男性", ageBand: 40, residence: "町外", situations: "副業",
			start: day(20251001), trained: day(20251020), role: "ディレクター", roleDate: day(20251101), nda: day(20251010),
			security: day(20251020), outcome: "継続"},
		{id: "P11", cohort: "第2期", name: "山﨑 千尋", gender: "女性", ageBand: 30, residence: "住民", situations: "ひとり親",
			start: day(20251001), trained: day(20251029), role: "ワーカー", nda: day(20251112), security: day(20251029),
			outcome: "継続"},
		{id: "P12", cohort: "第2期", name: "佐々木 陽子", gender: "女性", ageBand: 40, residence: "住民", situations: "障がい",
			start: day(20251001), role: "ワーカー", outcome: "未定"},
	}
}

// attendances are the training days: four for each candidate, the last one completing it.
func attendances(people []participant) []training {
	courses := []string{"パソコン・オンライン会議の基礎", "文書とデータ入力", "情報セキュリティ", "受発注と納品の練習"}
	var out []training
	for _, p := range people {
		for i, course := range courses {
			date := p.start.AddDate(0, 0, 2+7*i)
			if p.trained.IsZero() && i > 1 {
				break // P12 came twice
			}
			out = append(out, training{date, p.id, course, 3, i == len(courses)-1})
		}
	}
	return out
}
