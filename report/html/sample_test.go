package html

import "pilot90/report/content"

func values(v ...float64) []*float64 {
	out := make([]*float64, len(v))
	for i := range v {
		if v[i] >= 0 { // below 0 = missing, in these samples
			out[i] = &v[i]
		}
	}
	return out
}

// sampleReport is the yearly report of a town with twelve participants; every kind of block and
// chart occurs.
func sampleReport() *content.Report {
	return &content.Report{
		Lang: "ja", Title: "みどり野町テレワーク実証　令和7年度の結果", Subtitle: "90日の伴走で、12人のうち7人が初めての収入を得ました",
		Edition: "実績報告", Marking: "内部限り", Footer: "みどり野町テレワーク実証　基準日 令和8年3月31日（2026-03-31）",
		Meta: []content.Pair{
			{Label: "事業", Value: "みどり野町テレワーク実証"}, {Label: "自治体", Value: "みどり野町（架空）"},
			{Label: "期間", Value: "令和7年4月1日〜令和8年3月31日"}, {Label: "基準日", Value: "令和8年3月31日（2026-03-31）"},
			{Label: "未解決の点検結果", Value: "エラー 2件・注意 5件"}, {Label: "定義の版", Value: "1"},
		},
		Sections: []content.Section{
			{ID: "headline", Title: "まず3つの数字", Blocks: headline()},
			{ID: "cycle", Title: "90日のあゆみ", NewPage: true, Blocks: []content.Block{
				content.Paragraph{Text: "今週、声をかけたい人が2人います。", Tone: content.Watch}, sampleGantt(), sampleFunnel(),
			}},
			{ID: "work", Title: "仕事と収入", NewPage: true, Blocks: []content.Block{
				sampleTen(), sampleMonths(), sampleCurve(), sampleBands(), sampleYears(), sampleShare(), sampleHeat(),
			}},
			{ID: "checklist", Title: "点検表", Blocks: []content.Block{sampleTable(), content.List{Items: []string{
				"値のない欄は「―」と理由で示します。0とは区別しています。", "割合は四捨五入して小数第1位まで示します。",
			}}}},
			{ID: "定義", Title: "用語と定義", Blocks: []content.Block{
				content.Paragraph{Text: "定期案件の割合 ＝ 定期の案件数 ÷ 期間中に動いていた案件数", Tone: content.Note},
				content.Paragraph{Text: "エラーが残る行は集計から除いています。", Tone: content.Bad},
			}},
		},
	}
}

func headline() []content.Block {
	return []content.Block{
		content.Paragraph{Text: "この報告は、ハブの台帳から計算しました。それぞれの数字には、もとになった件数を添えています。"},
		content.Cards{Cards: []content.Card{
			{Figure: "recurring_contract_ratio", Title: "定期案件の割合", Value: "58.3 %", Detail: "7 / 12 件", Target: "目標 50 %",
				Tone: content.Good, Known: true},
			{Figure: "average_continuation_months", Title: "平均継続月数", Value: "6.4 か月", Detail: "定期案件 7件", Target: "目標 6 か月",
				Note: "下限値（継続中の案件を含む）", Known: true},
			{Figure: "first_income_residents", Title: "初めて収入を得た住民", Value: "7 人", Detail: "参加者 12人のうち", Target: "目標 10 人",
				Tone: content.Watch, Known: true},
			{Figure: "satisfaction", Title: "発注者の満足度", Value: "―", Detail: "アンケートの回答がまだありません", Tone: content.Note},
		}},
	}
}

func sampleGantt() *content.Chart {
	c := &content.Chart{
		ID: "gantt", Kind: content.Gantt, Title: "12人のうち2人が遅れている", XTitle: "開始からの日数",
		Alt: "参加者4人の90日の進み方。石井さんは55日目で、まだ納品がない。",
		Phases: []content.Phase{{From: 1, To: 30, Label: "研修"}, {From: 31, To: 60, Label: "OJT"},
			{From: 61, To: 90, Label: "定着"}},
		Twin: &content.Table{
			ID: "gantt", Caption: "参加者ごとの進み方",
			Columns: []content.Column{{Head: "参加者"}, {Head: "今日", Align: content.Right}, {Head: "研修修了", Align: content.Right},
				{Head: "初納品", Align: content.Right}, {Head: "初収入", Align: content.Right}},
			Rows: [][]string{{"青山 はるか", "97日目", "26", "44", "58"}, {"石井 誠", "55日目", "30", "―", "―"},
				{"上田 美咲", "80日目", "24", "41", "62"}, {"遠藤 由紀子", "離脱（38日目）", "29", "―", "―"}},
			Tones: []content.Tone{content.Good, content.Bad, content.Plain, content.Note},
		},
	}
	full := []content.Bar{{From: 1, To: 30, Style: "training"}, {From: 31, To: 60, Style: "ojt"},
		{From: 61, To: 90, Style: "retention"}}
	c.Lanes = []content.Lane{
		{Label: "青山 はるか", Bars: full, Today: 97,
			Dots: []content.Dot{{Day: 26, Style: "trained"}, {Day: 44, Style: "delivered"}, {Day: 58, Style: "income"},
				{Day: 71, Style: "recurring"}, {Day: 40, Style: "work"}, {Day: 43, Style: "work"}, {Day: 66, Style: "work"}}},
		{Label: "石井 誠", Bars: []content.Bar{full[0], {From: 31, To: 55, Style: "ojt"}}, Today: 55, Tone: content.Bad,
			Dots: []content.Dot{{Day: 30, Style: "trained"}}},
		{Label: "上田 美咲（第2期・週3日）", Bars: []content.Bar{full[0], full[1], {From: 61, To: 80, Style: "retention"}}, Today: 80,
			Tone: content.Watch,
			Dots: []content.Dot{{Day: 24, Style: "trained"}, {Day: 41, Style: "delivered"}, {Day: 62, Style: "income"}}},
		{Label: "遠藤 由紀子", Bars: []content.Bar{full[0], {From: 31, To: 38, Style: "ojt"}, {From: 39, To: 84, Style: "exited"}},
			Today: 84, Dots: []content.Dot{{Day: 29, Style: "trained"}, {Day: 38, Style: "exit"}}},
	}
	return c
}

func sampleFunnel() *content.Chart {
	return &content.Chart{
		ID: "funnel", Kind: content.Funnel, Unit: "人", Title: "登録した12人のうち7人が初収入に届いた",
		Alt:        "段階ごとの人数。登録12人、研修修了11人、OJT開始10人、初納品8人、初収入7人、定期案件4人、定着はデータなし。",
		Categories: []string{"登録", "研修修了", "OJT開始", "初納品", "初収入", "定期案件", "定着（90日）"},
		Series: []content.Series{{Name: "人数", Values: values(12, 11, 10, 8, 7, 4, -1),
			Labels: []string{"12人　100 %", "11人　91.7 %", "10人　83.3 %", "8人　66.7 %", "7人　58.3 %", "4人　33.3 %", ""}}},
		Twin: twin("funnel", "段階ごとの人数"),
	}
}

func sampleTen() *content.Chart {
	return &content.Chart{
		ID: "ten", Kind: content.TargetBar, Unit: "", Title: "10-10-10は、10時間に届いた案件があと6件",
		Alt: "候補者12、目標10。10時間に届いた案件4、目標10。案件7、目標10。", Categories: []string{"候補者", "10時間に届いた案件", "納品のあった案件"},
		Series: []content.Series{{Name: "実績", Values: values(12, 4, 7), Target: values(10, 10, 10),
			Labels: []string{"12人", "4件", "7件"}}},
		Twin: twin("ten", "10-10-10の進み"),
	}
}

func sampleMonths() *content.Chart {
	return &content.Chart{
		ID: "months", Kind: content.StackedBar, Unit: "千円", YTitle: "売上", Title: "定期案件が売上の6割を占めるようになった",
		Alt:        "月ごとの売上。8月はデータなし。",
		Categories: []string{"4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月", "1月", "2月", "3月"},
		Series: []content.Series{
			{Name: "定期", Values: values(0, 40, 80, 80, -1, 120, 160, 210, 210, 260, 260, 300)},
			{Name: "単発", Values: values(65, 90, 60, 110, -1, 85, 120, 70, 140, 95, 60, 130)},
		},
		Twin: twin("months", "月ごとの売上"),
	}
}

func sampleCurve() *content.Chart {
	return &content.Chart{
		ID: "curve", Kind: content.StepCurve, Unit: "か月", XTitle: "契約の開始から", YTitle: "続いている定期案件の割合",
		Title: "定期案件の7割が6か月をこえて続いている",
		Alt:   "6か月で68.2 %が続いている。",
		Curves: []content.Curve{{
			Points: []content.CurvePoint{{Time: 0, S: 1, Low: 1, High: 1}, {Time: 2, S: 0.909, Low: 0.7, High: 0.98},
				{Time: 4, S: 0.818, Low: 0.6, High: 0.95, Censored: 1}, {Time: 6, S: 0.682, Low: 0.4, High: 0.87},
				{Time: 9, S: 0.682, Low: 0.4, High: 0.87, Censored: 2}},
			AtRisk: []content.RiskPoint{{Time: 0, N: 11}, {Time: 2, N: 10}, {Time: 4, N: 8}, {Time: 6, N: 6}, {Time: 8, N: 3}},
		}},
		Twin: twin("curve", "継続率"),
	}
}

func sampleBands() *content.Chart {
	return &content.Chart{
		ID: "bands", Kind: content.Bands, Unit: "人", XTitle: "月の収入", YTitle: "人数", Title: "月3万円以上は3人", Alt: "月の収入ごとの人数。",
		Categories: []string{"0円", "5,000円以下", "5,001〜29,999円", "30,000〜49,999円", "50,000円以上", "不明"},
		Series:     []content.Series{{Name: "人数", Values: values(2, 3, 3, 2, 1, -1)}}, Twin: twin("bands", "月の収入"),
	}
}

func sampleYears() *content.Chart {
	return &content.Chart{
		ID: "years", Kind: content.Line, Unit: "万円", YTitle: "売上", Title: "売上は4年で3倍になった", Alt: "年度ごとの売上。",
		Categories: []string{"令和3年度", "令和4年度", "令和5年度", "令和6年度", "令和7年度"},
		Series: []content.Series{{Name: "売上", Values: values(120, 180, -1, 290, 364)},
			{Name: "支払い", Values: values(84, 120, -1, 205, 271)}},
		Twin: twin("years", "年度ごとの売上"),
	}
}

func sampleShare() *content.Chart {
	return &content.Chart{
		ID: "share", Kind: content.Squares, Unit: "件", Title: "定期案件は12件中7件", Alt: "定期7件、単発5件。",
		Categories: []string{"定期", "単発"},
		Series:     []content.Series{{Name: "案件", Values: values(7, 5), Labels: []string{"7件　58.3 %", "5件　41.7 %"}}},
	}
}

func sampleHeat() *content.Chart {
	c := &content.Chart{ID: "heat", Kind: content.Heatmap, Unit: "時間", XTitle: "週", Title: "作業は火曜と木曜に集まる",
		Alt: "曜日ごとの作業時間。", Categories: []string{"1週", "2週", "3週", "4週", "5週", "6週"}}
	for i, day := range []string{"月", "火", "水", "木", "金"} {
		f := float64(i%2) * 4
		c.Series = append(c.Series, content.Series{Name: day, Values: values(f, f+2, f+1, -1, f+3, 0)})
	}
	return c
}

func twin(id, caption string) *content.Table {
	return &content.Table{
		ID: id, Caption: caption, Columns: []content.Column{{Head: "項目"}, {Head: "値", Align: content.Right}},
		Rows: [][]string{{"一つ目", "12"}, {"二つ目", "データなし"}}, Notes: []string{"値は台帳から計算しています。"},
	}
}

func sampleTable() *content.Table {
	return &content.Table{
		ID: "checks", Caption: "点検項目と状況", Total: true,
		Columns: []content.Column{{Head: "項目"}, {Head: "目標", Align: content.Right}, {Head: "実績", Align: content.Right},
			{Head: "達成率", Align: content.Right}, {Head: "状況", Align: content.Center}, {Head: "次の一歩"}},
		Rows: [][]string{
			{"定期案件の割合", "50.0 %", "58.3 %", "116.7 %", "達成", "このまま続ける"},
			{"初めて収入を得た住民", "10 人", "7 人", "70.0 %", "注意", "OJT中の3人の納品を支える"},
			{"60日以内の支払い", "100.0 %", "83.3 %", "83.3 %", "遅れ", "未払い2件を今週中に確かめる"},
			{"発注者の満足度", "4.0 点", "―", "―", "―", "アンケートを配る"},
			{"合計", "", "", "", "4項目", ""},
		},
		Tones: []content.Tone{content.Good, content.Watch, content.Bad, content.Note, content.Plain},
		Notes: []string{"達成率 ＝ 実績 ÷ 目標"},
	}
}
