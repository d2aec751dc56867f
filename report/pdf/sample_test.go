package pdf

import (
	"fmt"

	"pilot90/report/content"
)

// sampleReport is a report as a town would hold it: every kind of block, long and empty
// values, a table over two pages, twelve participants. Its figures are made up.
func sampleReport() *content.Report {
	return &content.Report{
		Lang: "ja", Title: "里山町テレワーク実証事業　令和7年度実績報告", Subtitle: "90日サイクル（研修30日・実地30日・定着30日）による就業支援",
		Edition: "grant 実績", Marking: "内部限り", Footer: "里山町テレワーク実証事業 ｜ 基準日 令和8年3月31日（2026-03-31）",
		Meta: []content.Pair{
			{Label: "事業名", Value: "里山町テレワーク実証事業（地方創生テレワーク型交付金）"},
			{Label: "市町村", Value: "○○県里山町（コード 12345）"},
			{Label: "対象期間", Value: "令和7年4月1日 – 令和8年3月31日（2025-04-01 – 2026-03-31）"},
			{Label: "基準日", Value: "令和8年3月31日（2026-03-31）"},
			{Label: "未解決の指摘", Value: "エラー 2件、注意 5件（該当する行は集計に含まれていません）"},
			{Label: "定義の版", Value: "figures 1.0"},
			{Label: "作成ソフト", Value: "pilot90 0.9.0"},
		},
		Sections: []content.Section{
			{ID: "headline", Title: "主要な三つの指標", Blocks: []content.Block{
				headlineCards(),
				content.Paragraph{Text: longText},
				content.Paragraph{Tone: content.Note, Text: "※ 平均継続月数は継続中の案件を含む下限値です。定義は「用語と定義」をご覧ください。"},
				funnelChart(),
			}},
			{ID: "state", Title: "参加者の状況と次の一手", Blocks: []content.Block{
				content.Paragraph{Tone: content.Bad,
					Text: "納品から60日を過ぎた未払いが2件あります。支払期日は納品日を1日目として数えます。発注者に入金予定日をご確認のうえ、台帳の「支払日」に記入してください。"},
				content.Paragraph{Tone: content.Watch, Text: "研修の完了が24日目を過ぎている方が1名います。"},
				content.Paragraph{Tone: content.Good, Text: "秘密保持契約は、作業を始めた全員について作業開始日までに締結されています。"},
				participantTable(),
				ganttChart(),
				content.List{Items: []string{
					"P-003 さん：実地作業が45日目までに始まっていません。10時間のミニ案件（SNS投稿文の作成）をご案内ください。",
					"P-007 さん：初収入の見込みが75日目を過ぎました。検収待ちの2件（合計 18,400 円）の検収日を発注者に確認してください。",
					"短い項目。",
				}},
			}},
			{ID: "kpi", Title: "交付金のKPI", NewPage: true, Blocks: []content.Block{
				planTable(), targetChart(), monthlyChart(),
				content.Cards{Cards: []content.Card{
					{Title: "満足度（働き手）", Value: "―", Detail: "回答がまだ入力されていません", Target: "目標 4.0 点"},
					{Title: "収入合計", Value: "1,234,567,890 円", Detail: "12 人の合計", Known: true, Tone: content.Good},
					{Title: "増減", Value: "△12.5 %", Detail: "前年度比", Known: true, Tone: content.Watch,
						Note: "前年度は事業開始前の月を含むため、単純な比較はできません。"},
					{Title: "とても長い題名の指標で、二行にわたるものがひとつ入っている場合", Value: "3.25 か月", Known: true},
				}},
			}},
			{ID: "curve", Title: "継続の見通し", Blocks: []content.Block{
				content.Paragraph{Text: "発注が続いた月数を、継続中の案件を打ち切りとして扱い、カプラン・マイヤー法で推定しました。"},
				stepChart(), bandsChart(), heatChart(), lineChart(), shareChart(),
			}},
			{ID: "rows", Title: "根拠の行（付録）", NewPage: true, Blocks: []content.Block{taskTable(), emptyTable(), wideTable()}},
			{ID: "empty", Title: "記載事項のない節", Blocks: []content.Block{content.Paragraph{Text: "該当なし"}}},
		},
	}
}

const longText = "本事業は、町内に住む方が自宅や公共施設で働き、収入を得られるまでを90日間で支える取組です。令和7年度は12名が参加し、うち7名が期間中に初めての収入を得ました（58.3 %、7 / 12 名）。" +
	"定期的に発注される案件の割合は58.3 %で、目標の50 %を上回りました。一方、平均継続月数は5.2か月にとどまり、発注者3社のうち1社への依存が残っています。" +
	"次年度は、recurring_contract_ratio（定期案件の割合）とaverage_continuation_months（平均継続月数）を引き続き主要な指標とし、「仕事を渡す側」の準備――要件の切り出し、検収の期限、" +
	"支払いの約束――を先に整えます。" +
	"髙﨑さん、𠮷田さんのような氏名、記号⚠や①②③、㈱里山ワークス、℡、〜（波ダッシュ）も欠けずに印刷されます。"

func headlineCards() content.Cards {
	return content.Cards{Cards: []content.Card{
		{Figure: "recurring_contract_ratio", Title: "定期案件の割合", Value: "58.3 %", Detail: "7 / 12 件", Target: "目標 50 %",
			Tone: content.Good, Known: true},
		{Figure: "average_continuation_months", Title: "平均継続月数", Value: "5.2 か月", Detail: "7 件（うち終了 3 件）", Target: "目標 6 か月",
			Note: "下限値（継続中の案件を含む）", Tone: content.Watch, Known: true},
		{Figure: "first_income_residents", Title: "初めて収入を得た住民", Value: "7 人", Detail: "7 / 12 人", Target: "目標 10 人",
			Tone: content.Bad, Known: true},
	}}
}

func participantTable() *content.Table {
	t := &content.Table{ID: "participants", Caption: "参加者12名の到達段階", Columns: []content.Column{
		{Head: "参加者"}, {Head: "開始日"}, {Head: "経過日数", Align: content.Right}, {Head: "到達段階"},
		{Head: "状態", Align: content.Center}, {Head: "理由と次の一手"}},
		Notes: []string{"経過日数は開始日を1日目とします。", "状態は pilot.toml のしきい値によります。"}}
	states := []content.Tone{content.Good, content.Good, content.Bad, content.Good, content.Plain, content.Watch,
		content.Bad, content.Good, content.Good, content.Watch, content.Note, content.Good}
	words := map[content.Tone]string{content.Good: "順調", content.Watch: "注意", content.Bad: "遅れ", content.Plain: "完了",
		content.Note: "終了"}
	for i, tone := range states {
		why := ""
		if tone == content.Bad || tone == content.Watch {
			why = "45日目までに作業の記録がありません。10時間のミニ案件をご案内ください（担当：段取り係）。"
		}
		t.Rows = append(t.Rows, []string{fmt.Sprintf("P-%03d", i+1), fmt.Sprintf("2025-%02d-%02d", 6+i/4, 1+i*2),
			fmt.Sprint(12 + i*7), []string{"研修修了", "実地作業", "初納品", "初収入"}[i%4], words[tone], why})
		t.Tones = append(t.Tones, tone)
	}
	return t
}

func planTable() *content.Table {
	return &content.Table{ID: "plan", Caption: "KPIの計画と実績", Total: true, Columns: []content.Column{
		{Head: "指標名（単位）"}, {Head: "事業開始前", Align: content.Right}, {Head: "令和7年度増加分", Align: content.Right},
		{Head: "令和8年度増加分", Align: content.Right}, {Head: "累計", Align: content.Right}, {Head: "実績", Align: content.Right},
		{Head: "達成率（水準）", Align: content.Right}, {Head: "達成率（増加分）", Align: content.Right}},
		Rows: [][]string{
			{"定期案件の割合（％）", "20.0", "30.0", "10.0", "60.0", "58.3", "116.6 %", "127.7 %"},
			{"初めて収入を得た住民（人）", "0", "10", "10", "20", "7", "70.0 %", "70.0 %"},
			{"平均継続月数（か月）", "…", "6.0", "1.0", "7.0", "5.2", "86.7 %", "…"},
			{"合計", "-", "x", "△3", "1,234,567", "", "", ""},
		}, Notes: []string{"「-」は該当なし、「…」は不明、「x」は秘匿、「△」は減少を表します。"}}
}

func taskTable() *content.Table {
	t := &content.Table{ID: "tasks", Caption: "作業ログ（集計に用いた40行）", Columns: []content.Column{
		{Head: "作業ID"}, {Head: "作業日"}, {Head: "案件名"}, {Head: "時間", Align: content.Right},
		{Head: "報酬（円）", Align: content.Right}, {Head: "支払日"}, {Head: "ファイルとセル"}}}
	for i := range 40 {
		name := []string{"ふるさと納税返礼品の商品説明文の作成", "観光協会SNSの投稿文（月4回）", "議事録の文字起こし",
			"ECサイトの商品登録・画像の切り抜き・在庫数の確認と、問い合わせへの一次回答（定型文）"}[i%4]
		pay := []string{"12,000", "3,500", "", "8,200"}[i%4]
		t.Rows = append(t.Rows, []string{fmt.Sprintf("T-%04d", i+1), fmt.Sprintf("2025-%02d-%02d", 4+i/5, 1+i%28), name,
			fmt.Sprintf("%.1f", 1.5+float64(i%7)), pay, []string{"2025-07-31", ""}[i%2], fmt.Sprintf("台帳.xlsx 作業ログ!E%d", i+9)})
	}
	return t
}

func emptyTable() *content.Table {
	return &content.Table{ID: "none", Caption: "支払いの遅れ",
		Columns: []content.Column{{Head: "作業ID"}, {Head: "納品日"}, {Head: "経過日数", Align: content.Right}}}
}

func wideTable() *content.Table {
	t := &content.Table{ID: "wide", Caption: "月別の収入（円）", Total: true, Columns: []content.Column{{Head: "参加者"}}}
	for m := range 12 {
		t.Columns = append(t.Columns, content.Column{Head: fmt.Sprintf("%d月", (m+3)%12+1), Align: content.Right})
	}
	for i := range 4 {
		row := []string{fmt.Sprintf("P-%03d", i+1)}
		for m := range 12 {
			row = append(row, []string{"0", "5,200", "48,750", "…", "123,400"}[(i+m)%5])
		}
		t.Rows = append(t.Rows, row)
	}
	t.Rows = append(t.Rows, []string{"計", "1", "2", "3"})
	return t
}

func numbers(values ...float64) []*float64 {
	out := make([]*float64, len(values))
	for i := range values {
		out[i] = &values[i]
	}
	return out
}

func funnelChart() *content.Chart {
	return &content.Chart{ID: "funnel", Kind: content.Funnel, Title: "もっとも人数が減るのは、初納品から初収入までの間です（10人 → 7人）", Unit: "人",
		Alt: "到達した人数：登録12人、研修修了11人、実地作業10人、初納品10人、初収入7人、定期案件5人、定着4人。", Figures: []string{"funnel"}, Source: "指標：見本の指標",
		Categories: []string{"登録", "研修修了", "実地作業", "初納品", "初収入", "定期案件", "定着"},
		Series: []content.Series{{Name: "人数", Values: numbers(12, 11, 10, 10, 7, 5, 4),
			Labels: []string{"12人", "11人（92 %）", "10人（83 %）", "10人（83 %）", "7人（58 %）", "5人（42 %）", "4人（33 %）"}}}}
}

func ganttChart() *content.Chart {
	c := &content.Chart{ID: "gantt", Kind: content.Gantt, Title: "12名のうち2名が実地作業の開始で止まっています",
		Alt: "参加者12名の90日の経過。P-003とP-007は実地作業に入っていません。", XTitle: "開始からの日数",
		Phases: []content.Phase{{From: 1, To: 30, Label: "研修"}, {From: 31, To: 60, Label: "実地"},
			{From: 61, To: 90, Label: "定着"}}}
	for i := range 12 {
		today := 30 + i*7
		l := content.Lane{Label: fmt.Sprintf("P-%03d", i+1), Today: today,
			Bars: []content.Bar{{From: 1, To: min(30, today), Style: "training"}}}
		if today > 30 {
			l.Bars = append(l.Bars, content.Bar{From: 31, To: min(60, today), Style: "ojt"})
			l.Dots = append(l.Dots, content.Dot{Day: 33, Style: "work"}, content.Dot{Day: min(today, 47), Style: "delivered"})
		}
		if today > 60 {
			l.Bars = append(l.Bars, content.Bar{From: 61, To: min(90, today), Style: "retention"})
			l.Dots = append(l.Dots, content.Dot{Day: 62, Style: "income"})
		}
		c.Lanes = append(c.Lanes, l)
	}
	return c
}

func targetChart() *content.Chart {
	return &content.Chart{ID: "target", Kind: content.TargetBar, Title: "三つのうち一つが目標に届きました", Unit: "%",
		Alt:        "達成率：定期案件116.6 %、初収入70.0 %、継続月数86.7 %。",
		Figures:    []string{"recurring_contract_ratio", "first_income_residents", "average_continuation_months"},
		Source:     "指標：見本の指標",
		Categories: []string{"定期案件の割合", "初めて収入を得た住民", "平均継続月数"},
		Series: []content.Series{{Name: "達成率", Values: numbers(116.6, 70, 86.7),
			Labels: []string{"116.6 %", "70.0 %", "86.7 %"}, Target: numbers(100, 100, 100)}}}
}

func monthlyChart() *content.Chart {
	months := []string{"4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月", "1月", "2月", "3月"}
	return &content.Chart{ID: "monthly", Kind: content.StackedBar, Title: "定期の売上は10月から単発を上回っています", Unit: "円",
		Alt: "月別の売上。", Figures: []string{"revenue_total"}, Source: "指標：見本の指標", Categories: months,
		Series: []content.Series{
			{Name: "定期", Values: numbers(0, 0, 20000, 30000, 42000, 60000, 98000, 110000, 120000, 125000, 130000, 141000)},
			{Name: "単発", Values: numbers(12000, 34000, 45000, 52000, 61000, 64000, 58000, 40000, 66000, 35000, 32000, 51000)}}}
}

func stepChart() *content.Chart {
	return &content.Chart{ID: "curve", Kind: content.StepCurve, Title: "半年後も続く案件は、およそ6割と見込まれます", Alt: "継続の曲線。",
		XTitle: "開始からの月数", YTitle: "続いている割合", Figures: []string{"average_continuation_months"}, Source: "指標：見本の指標",
		Curves: []content.Curve{{Name: "定期案件",
			Points: []content.CurvePoint{{Time: 0, S: 1, Low: 1, High: 1}, {Time: 2, S: 0.9, Low: 0.7, High: 0.98},
				{Time: 3.5, S: 0.9, Low: 0.7, High: 0.98, Censored: 1}, {Time: 5, S: 0.72, Low: 0.45, High: 0.88},
				{Time: 6.5, S: 0.6, Low: 0.3, High: 0.8}, {Time: 9, S: 0.6, Low: 0.3, High: 0.8, Censored: 2}},
			AtRisk: []content.RiskPoint{{Time: 0, N: 12}, {Time: 3, N: 9}, {Time: 6, N: 5}, {Time: 9, N: 2}}}}}
}

func bandsChart() *content.Chart {
	return &content.Chart{ID: "bands", Kind: content.Bands, Title: "月3万円以上を得た方は3名です", Unit: "人", Alt: "収入帯別の人数。",
		Categories: []string{"0円", "5,000円以下", "5,001–29,999円", "30,000–49,999円", "50,000円以上"},
		Series: []content.Series{{Name: "人数", Values: numbers(2, 3, 4, 2, 1),
			Labels: []string{"2人", "3人", "4人", "2人", "1人"}}}}
}

func heatChart() *content.Chart {
	c := &content.Chart{ID: "heat", Kind: content.Heatmap, Title: "作業は平日の火曜と木曜に集まっています", Unit: "時間", Alt: "曜日と週ごとの作業時間。"}
	for w := range 13 {
		c.Categories = append(c.Categories, fmt.Sprintf("第%d週", w+1))
	}
	for i, day := range []string{"月", "火", "水", "木", "金", "土", "日"} {
		s := content.Series{Name: day}
		for w := range 13 {
			v := float64((w*7+i*i*3)%9) / 2
			s.Values = append(s.Values, &v)
			s.Labels = append(s.Labels, fmt.Sprintf("%.1f", v))
		}
		c.Series = append(c.Series, s)
	}
	return c
}

func lineChart() *content.Chart {
	values := numbers(320000, 890000, 1430000)
	return &content.Chart{ID: "line", Kind: content.Line, Title: "売上は3年間で4.5倍になりました", Unit: "円", Alt: "年度別売上。",
		Categories: []string{"令和5年度", "令和6年度", "令和7年度"},
		Series: []content.Series{{Name: "売上", Values: append(values[:2:2], values[2]),
			Labels: []string{"32万円", "89万円", "143万円"}}}}
}

func shareChart() *content.Chart {
	return &content.Chart{ID: "share", Kind: content.Bands, Title: "売上の6割は町外からの発注です", Unit: "円", Alt: "町外62 %、町内38 %。",
		Categories: []string{"域外", "域内"},
		Series:     []content.Series{{Name: "売上", Values: numbers(886600, 543400), Labels: []string{"62 %", "38 %"}}}}
}
