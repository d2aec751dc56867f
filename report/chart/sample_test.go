package chart

import (
	"fmt"
	"math"
	"strings"

	"pilot90/report/content"
)

func values(v ...any) []*float64 {
	out := make([]*float64, len(v))
	for i, x := range v {
		switch x := x.(type) {
		case int:
			f := float64(x)
			out[i] = &f
		case float64:
			out[i] = &x
		}
	}
	return out
}

// sampleCharts is a town's pilot with twelve participants, one chart of every kind.
func sampleCharts() []*content.Chart {
	return []*content.Chart{
		sampleFunnel(), sampleGantt(), sampleTarget(), sampleStack(), sampleCurve(), sampleBands(),
		sampleHeat(), sampleLine(), sampleGrouped(), sampleLimits(),
		sampleCycle(), sampleTrend(), sampleColumns(), samplePairs(),
		sampleLengths(), sampleSquares(), sampleDots(), sampleMonths(), sampleMoney(), sampleTargetRows(), sampleMultiples(),
	}
}

func sampleSquares() *content.Chart {
	return &content.Chart{
		ID: "squares", Kind: content.Squares, Unit: "人", Title: "12人のうち9人が定期の仕事に進んだ", Whole: 12,
		Categories: []string{"参加", "研修を終えた", "収入を得た", "定期の仕事"},
		Series: []content.Series{
			{Name: "90日以内に", Values: values(12, 11, 7, 7), Labels: []string{"12人", "11人　92%", "10人　83%", "9人　75%"}},
			{Name: "90日のあとに", Values: values(0, 0, 3, 2)},
		},
	}
}

func sampleDots() *content.Chart {
	return &content.Chart{
		ID: "dots", Kind: content.Dots, Unit: "人", Title: "64人のうち44人が1.5万円から3万円だった",
		Categories: []string{"1万円\n未満", "1万〜\n1.5万", "1.5万〜\n2万", "2万〜\n2.5万", "2.5万〜\n3万", "3万円\n以上"},
		Series: []content.Series{
			{Name: "1.5万円から3万円", Values: values(0, 0, 22, 8, 14, 0)},
			{Name: "ほか", Values: values(8, 8, 0, 0, 0, 4)},
		},
	}
}

func sampleMonths() *content.Chart {
	return &content.Chart{
		ID: "columns", Kind: content.Months, Unit: "件", Title: "定期の契約は2件から5件に増えた",
		Categories: []string{"7月", "8月", "9月", "10月", "11月", "12月", "1月", "2月", "3月"},
		Groups:     []string{"令和7年", "", "", "", "", "", "令和8年", "", ""},
		Series: []content.Series{
			{Name: "定期", Values: values(2, 4, 4, 4, 5, 5, 5, 5, 5)},
			{Name: "単発", Values: values(1, 1, 1, 0, 2, 2, 1, 1, 1)},
		},
	}
}

func sampleMoney() *content.Chart {
	return &content.Chart{
		ID: "money", Kind: content.MoneyBars, Unit: "万円", Title: "費用は419万円だった",
		Categories: []string{"伴走（委託）", "研修", "機器", "広報", "その他"},
		Series: []content.Series{{Name: "使った額", Values: values(228, 92.4, 69.85, nil, 9.73),
			Target: values(240, 96, 72, 24, nil), Labels: []string{"228万円", "92万円", "70万円", "", "10万円"}}},
	}
}

func samplePairs() *content.Chart {
	return &content.Chart{
		ID: "pairs", Kind: content.DotPairs, Unit: "%", Title: "国の先行事業より、収入に進んだ割合が高い",
		Categories: []string{"研修を終えた人\n参加した人のうち", "収入を得た人\n参加した人のうち", "5,000円以下の月\n少ないほどよい"},
		Series: []content.Series{{Name: "この町", Values: values(92, 83, 2), Labels: []string{"92%", "83%", "2%"}},
			{Name: "国の先行事業", Values: values(71, 27, 60), Labels: []string{"約71%", "約27%", "約60%"}}},
		Column: &content.ValueColumn{Head: "差", Texts: []string{"+21ポイント", "+56ポイント", "−58ポイント"}},
	}
}

func sampleLengths() *content.Chart {
	return &content.Chart{
		ID: "lengths", Kind: content.Lengths, Unit: "か月", Title: "定期の契約は4件中3件が続いている",
		Categories: []string{"経理", "広報", "EC", "文書作成"},
		Series: []content.Series{{Name: "長さ", Values: values(9, 8.5, 5, 0.2), Ended: []bool{false, false, true, false},
			Labels: []string{"9.0か月 継続中", "8.5か月 継続中", "5.0か月 終了", "0.2か月 継続中"}}},
		Marks: []content.Mark{{Axis: "x", Value: 5.7, Label: "平均5.7か月"}},
	}
}

func sampleFunnel() *content.Chart {
	return &content.Chart{
		ID: "funnel", Kind: content.Funnel, Unit: "人", Title: "12人のうち7人が初収入に届いた",
		Categories: []string{"登録", "研修修了", "OJT開始", "初納品", "初収入", "定期案件", "定着（90日）"},
		Series: []content.Series{{
			Name: "人数", Values: values(12, 11, 10, 8, 7, 4, nil),
			Labels: []string{"12人　100 %", "11人　91.7 %", "10人　83.3 %", "8人　66.7 %", "7人　58.3 %", "4人　33.3 %", ""},
		}},
	}
}

func sampleGantt() *content.Chart {
	c := &content.Chart{
		ID: "gantt", Kind: content.Gantt, Title: "3人に今週の声かけが要る", XTitle: "開始からの日数",
		Phases: []content.Phase{{From: 1, To: 30, Label: "研修 1–30日"}, {From: 31, To: 60, Label: "OJT 31–60日"},
			{From: 61, To: 90, Label: "定着 61–90日"}},
	}
	names := []string{"青山 はるか", "石井 誠", "上田 美咲", "遠藤 由紀子", "大野 健", "加藤 さくら（第2期・週3日）", "木村 直樹", "工藤 恵", "小林 真理", "斎藤 洋",
		"清水 愛", "高橋 実"}
	for i, n := range names {
		c.Lanes = append(c.Lanes, sampleLane(n, i))
	}
	return c
}

func sampleLane(name string, i int) content.Lane {
	today := 110 - 7*i
	lane := content.Lane{Label: name, Today: today,
		Tone: []content.Tone{content.Plain, content.Good, content.Watch, content.Bad}[i*7%4]}
	end := min(today, 90)
	if i == 8 {
		end = 38
		lane.Dots = append(lane.Dots, content.Dot{Day: 38, Style: "exit"})
		lane.Bars = append(lane.Bars, content.Bar{From: 39, To: 54, Style: "exited"})
	}
	for k, style := range []string{"training", "ojt", "retention"} {
		if from := 30*k + 1; from <= end {
			lane.Bars = append(lane.Bars, content.Bar{From: from, To: min(end, from+29), Style: style})
		}
	}
	for d := 33 + i; d <= end; d += 3 + i%4 {
		lane.Dots = append(lane.Dots, content.Dot{Day: d, Style: "work"})
	}
	for _, e := range []struct {
		day   int
		style string
	}{{26 + i%5, "trained"}, {44 + i*2%9, "delivered"}, {58 + i*5%20, "income"}, {72 + i*3%11, "recurring"}} {
		if e.day <= end && (i+e.day)%5 > 0 {
			lane.Dots = append(lane.Dots, content.Dot{Day: e.day, Style: e.style})
		}
	}
	return lane
}

func sampleTarget() *content.Chart {
	return &content.Chart{
		ID: "ten", Kind: content.TargetBar, Unit: "件", XTitle: "", Title: "10-10-10は案件がまだ3件足りない",
		Categories: []string{"候補者", "10時間に届いた案件", "納品のあった案件", "相談会"},
		Series: []content.Series{{
			Name: "実績", Values: values(12, 4, 7, nil), Target: values(10, 10, 10, nil),
			Labels: []string{"12人", "4件", "7件", ""},
		}},
	}
}

func sampleStack() *content.Chart {
	months := []string{"4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月", "1月", "2月", "3月"}
	return &content.Chart{
		ID: "months", Kind: content.StackedBar, Unit: "千円", YTitle: "売上", Title: "定期案件が売上の6割を占めるようになった",
		Categories: months,
		Series: []content.Series{
			{Name: "定期", Values: values(0, 40, 80, 80, nil, 120, 160, 210, 210, 260, 260, 300)},
			{Name: "単発", Values: values(65, 90, 60, 110, nil, 85, 120, 70, 140, 95, 60, 130)},
		},
	}
}

func sampleCurve() *content.Chart {
	times := []float64{0, 1, 2, 3, 4, 5, 6, 8, 9, 10}
	s := []float64{1, 1, 0.91, 0.91, 0.82, 0.82, 0.68, 0.68, 0.51, 0.51}
	cens := []int{0, 1, 0, 1, 0, 1, 0, 1, 0, 1}
	curve := content.Curve{Name: ""}
	for i, t := range times {
		spread := 0.03 * t
		low, high := max(s[i]-spread-0.05, 0), min(s[i]+spread, 1)
		if s[i] == 1 {
			low, high = math.NaN(), math.NaN()
		}
		curve.Points = append(curve.Points, content.CurvePoint{Time: t, S: s[i], Low: low, High: high, Censored: cens[i]})
	}
	for i, n := range []int{11, 9, 7, 5, 3, 1} {
		curve.AtRisk = append(curve.AtRisk, content.RiskPoint{Time: float64(2 * i), N: n})
	}
	return &content.Chart{
		ID: "curve", Kind: content.StepCurve, Unit: "か月", XTitle: "契約の開始から", YTitle: "続いている定期案件の割合",
		Title: "定期案件の半分は9か月をこえて続いている", Curves: []content.Curve{curve},
	}
}

func sampleTwoCurves() *content.Chart {
	c := sampleCurve()
	c.ID = "curves"
	a := c.Curves[0]
	a.Name = "第1期"
	b := content.Curve{Name: "第2期"}
	for _, p := range a.Points[:6] {
		p.S, p.Low, p.High, p.Censored = p.S*p.S*p.S, math.NaN(), math.NaN(), 0
		b.Points = append(b.Points, p)
	}
	b.AtRisk = a.AtRisk[:3]
	c.Curves = []content.Curve{a, b}
	return c
}

func sampleBands() *content.Chart {
	return &content.Chart{
		ID: "bands", Kind: content.Bands, Unit: "人", XTitle: "月の収入", YTitle: "人数", Title: "月3万円以上は3人",
		Categories: []string{"0円", "5,000円以下", "5,001〜29,999円", "30,000〜49,999円", "50,000円以上", "不明"},
		Series:     []content.Series{{Name: "人数", Values: values(2, 3, 3, 2, 1, nil)}},
	}
}

func sampleHeat() *content.Chart {
	c := &content.Chart{ID: "heat", Kind: content.Heatmap, Unit: "時間", XTitle: "週のはじまり", Title: "作業は火曜と木曜に集まる"}
	for w := range 13 {
		c.Categories = append(c.Categories, fmt.Sprintf("%d/%d", 1+(w*7+5)/31, 1+(w*7+5)%31))
	}
	for d, name := range []string{"月", "火", "水", "木", "金", "土", "日"} {
		s := content.Series{Name: name}
		for w := range 13 {
			v := float64((w*(d+3)*7 + d*5) % 13)
			if d > 4 {
				v = float64((w * d) % 3)
			}
			if (w+d)%11 == 10 {
				s.Values = append(s.Values, nil)
				continue
			}
			s.Values = append(s.Values, &v)
		}
		c.Series = append(c.Series, s)
	}
	return c
}

func sampleLine() *content.Chart {
	return &content.Chart{
		ID: "years", Kind: content.Line, Unit: "万円", YTitle: "売上", Title: "売上は4年で3倍になった",
		Categories: []string{"令和3年度", "令和4年度", "令和5年度", "令和6年度", "令和7年度"},
		Series: []content.Series{
			{Name: "売上", Values: values(120, 180, nil, 290, 364)},
			{Name: "ワーカーへの支払い", Values: values(84, 120, nil, 205, 271)},
		},
		Marks: []content.Mark{{Axis: "y", Value: 300, Label: "目標 300万円"}},
	}
}

func sampleGrouped() *content.Chart {
	return &content.Chart{
		ID: "groups", Kind: content.GroupedBar, Unit: "人", YTitle: "人数", Title: "第2期は研修修了が早い",
		Categories: []string{"研修修了", "初納品", "初収入", "定着"},
		Series: []content.Series{
			{Name: "第1期", Values: values(6, 5, 4, 3)},
			{Name: "第2期", Values: values(5, 3, 3, nil)},
			{Name: "計画", Values: values(6, 6, 5, 5)},
		},
	}
}

// sampleShare100 is the other way to draw targets: shares of the target with one line at 100 %.
func sampleShare100() *content.Chart {
	return &content.Chart{
		ID: "targets", Kind: content.TargetBar, Unit: "%", XTitle: "目標に対する達成（目標 = 100 %）", Title: "3指標のうち1指標が目標に届いた",
		Categories: []string{"定期案件の割合", "平均継続月数", "初めて収入を得た住民の数（第1期と第2期）"},
		Series: []content.Series{{
			Name: "実績", Values: values(116.7, 53.3, 70),
			Labels: []string{"58.3 %（目標 50.0 %）", "3.2 か月（目標 6 か月）", "7 人（目標 10 人）"},
		}},
		Marks: []content.Mark{{Axis: "x", Value: 100, Label: "目標"}},
	}
}

// hostileBands has names that are long, run from right to left, lie outside the font or are nothing.
func hostileBands() *content.Chart {
	return &content.Chart{
		ID: "hostile", Kind: content.GroupedBar, Unit: "\u202e件", XTitle: strings.Repeat("長", 400), YTitle: "a\x00b\u2066c",
		Categories: []string{"👩‍👩‍👧‍👦 家族\ufe0f", "שלום עולם 2026", "", strings.Repeat("とても長い名前", 90), "abc\ndef", "٣٤٥"},
		Series: []content.Series{
			{Name: strings.Repeat("系列", 300), Values: values(1, 1200345, 3, nil, 0, 2)},
			{Name: "\u202e逆さ", Values: values(-3, 1, nil, nil, 1e12, 0.25),
				Labels: []string{"", strings.Repeat("9", 300), "x", "", "𠮷", "♥"}},
		},
		Marks: []content.Mark{{Axis: "y", Value: 2.5, Label: strings.Repeat("目標", 200)}},
	}
}

// negativeBars go below the axis.
func negativeBars() *content.Chart {
	return &content.Chart{
		ID: "negative", Kind: content.GroupedBar, Unit: "万円", Categories: []string{"令和5年度", "令和6年度", "令和7年度"},
		Series: []content.Series{{Name: "差", Values: values(-12, 7.5, -0.5)}},
	}
}

func sampleCycle() *content.Chart {
	c := sampleGantt()
	c.ID, c.Kind = "cycle", content.Cycle
	for i := range c.Lanes {
		lane := &c.Lanes[i]
		lane.Bars, lane.To = nil, min(lane.Today, 90)
		if i%3 == 0 {
			lane.Note = "収入121日目"
		}
	}
	return c
}

func sampleTrend() *content.Chart {
	return &content.Chart{
		ID: "trend", Kind: content.Trend, Unit: "人", Title: "初めて収入を得た住民は11月に目標へ届いた", Steps: true, Top: 10,
		Categories: []string{"4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月", "1月", "2月", "3月"},
		Series:     []content.Series{{Name: "累計", Values: values(0, 0, 0, 4, 5, 6, 6, 8, 8, 8, 8, 8)}},
		Marks:      []content.Mark{{Axis: "y", Value: 8, Label: "目標 8人"}},
	}
}

func sampleColumns() *content.Chart {
	return &content.Chart{
		ID: "kpi_columns", Kind: content.Columns, Unit: "人", Title: "働いた人は、11月から毎月8〜9人", Running: true, Top: 11,
		Categories: []string{"4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月", "1月", "2月", "3月"},
		Series:     []content.Series{{Name: "人数", Values: values(nil, 0, 0, 5, 6, 5, 5, 9, 9, 9, 8, 8)}},
		Marks:      []content.Mark{{Axis: "y", Value: 8, Label: "目標 8人"}, {Axis: "y", Value: 2, Label: "開始前 2人"}},
	}
}

func sampleTargetRows() *content.Chart {
	return &content.Chart{ID: "target_rows", Kind: content.TargetRows, Title: "6つのうち4つが届いた", Goals: []content.Goal{
		{Name: "定期案件の割合（金額）", Value: "83.4", Unit: "%", Aim: "60%", Reached: 0.834, Target: 0.6, Known: true, Met: true,
			Verdict: "23.4ポイント上回る", Basis: "272万 / 326万円"},
		{Name: "平均継続月数", Value: "6.4", Unit: "か月", Aim: "6か月", Reached: 0.71, Target: 0.667, Known: true, Met: true,
			Verdict: "0.4か月上回る", Basis: "6件の平均"},
		{Name: "定期案件の割合", Value: "54.5", Unit: "%", Aim: "60%", Reached: 0.545, Target: 0.6, Known: true,
			Verdict: "5.5ポイント足りない", Basis: "6 / 11件"},
		{Name: "満足度（受入企業）", Value: "―", Aim: "4点", Target: 0.667, Verdict: "回答がない"},
	}}
}

func sampleMultiples() *content.Chart {
	months := []string{"4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月", "1月", "2月", "3月"}
	return &content.Chart{ID: "multiples", Kind: content.Multiples, Title: "この1年の動き", Categories: months,
		Small: []content.Multiple{
			{Name: "働いた人", Value: "8人", Values: values(0, 0, 0, 5, 6, 5, 5, 9, 9, 9, 8, 8)},
			{Name: "作業の時間", Value: "139時間", Values: values(0, 0, 0, 62.5, 87, 100, 90, 131, 139, 133, 131, 139)},
			{Name: "ワーカーの報酬", Value: "17.9万円", Values: values(nil, nil, nil, 71, 101, 125, 110, 160, 171, 170, 170, 179)},
			{Name: "仕事の売上", Value: "37.7万円", Values: values(0, 0, 0, 170, 400, 350, 300, 430, 450, 400, 377, 377), Top: 500},
			{Name: "支援の時間", Values: values(nil, nil)},
		}}
}

func sampleLimits() *content.Chart {
	c := &content.Chart{ID: "limits", Kind: content.Limits, Unit: "人", XTitle: "サイクルを終えた人", YTitle: "定着率",
		Title: "5町のうち1町の定着率が、偶然では説明しにくい低さ",
		Marks: []content.Mark{{Axis: "y", Value: 75, Label: "全体 75 %"}}}
	for i, half := range []float64{0.8, 1.3} {
		curve := content.Curve{Name: []string{"95 %", "99.8 %"}[i]}
		for _, n := range []float64{4, 8, 16, 32, 64} {
			wide := half / math.Sqrt(n)
			curve.Points = append(curve.Points, content.CurvePoint{Time: n, S: 0.75, Low: max(0.75-wide, 0),
				High: min(0.75+wide, 1)})
		}
		c.Curves = append(c.Curves, curve)
	}
	for i, n := range []float64{8, 12, 20, 41, 60} {
		c.Spots = append(c.Spots, content.Spot{Name: fmt.Sprintf("町%d", i+1), Of: n, Share: 0.9 - float64(i)*0.1,
			Outside: i == 4, Labelled: i == 4})
	}
	return c
}
