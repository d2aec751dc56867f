package block

import (
	"fmt"

	"pilot90/kpi"
	"pilot90/report/content"
)

// curve shows the Kaplan–Meier curve of a duration figure, with n at risk below it.
func (e *Env) curve(t kpi.Topic) []content.Block {
	f := e.on(t)
	points, risks := curveParts(f)
	if len(points) < 2 {
		return nil
	}
	who, counter := e.Words("定期案件", "recurring contracts"), e.Words("件", "")
	if f.About == kpi.AboutPersons {
		who, counter = e.Words("働く人", "workers"), e.Words("人", "")
	}
	c := &content.Chart{ID: f.ID + "_curve", Kind: content.StepCurve, Figures: []string{f.ID},
		XTitle: e.Words("開始からの月数", "months since the start"), YTitle: e.Words("続いている割合", "still continuing"),
		Twin: &content.Table{Caption: e.Words("継続曲線の値", "The curve's values"), Columns: []content.Column{
			{Head: e.Words("月数", "Months"), Align: content.Right}, {Head: e.Words("直前に観察中", "At risk"), Align: content.Right},
			{Head: e.Words("終了", "Ended"), Align: content.Right}, {Head: e.Words("続いている", "Censored"), Align: content.Right},
			{Head: e.Words("続いている割合", "Continuing"), Align: content.Right},
			{Head: e.Words("95%区間", "95% interval"), Align: content.Right}}}}
	curve := content.Curve{Name: who}
	for _, p := range points {
		low, high := p.S, p.S
		band := ""
		if p.Low != nil && p.High != nil {
			low, high = *p.Low, *p.High
			band = content.Percent(low) + "〜" + content.Percent(high)
		}
		curve.Points = append(curve.Points, content.CurvePoint{Time: p.Time, S: p.S, Low: low, High: high,
			Censored: p.Censored})
		c.Twin.Rows = append(c.Twin.Rows, []string{content.Round(p.Time, 1), fmt.Sprint(p.N), fmt.Sprint(p.Events),
			fmt.Sprint(p.Censored), content.Percent(p.S), band})
	}
	for _, r := range risks {
		curve.AtRisk = append(curve.AtRisk, content.RiskPoint{Time: r.Time, N: r.N})
	}
	c.Curves = []content.Curve{curve}
	c.Title = e.curveTitle(f, who, counter)
	return []content.Block{c}
}

func (e *Env) curveTitle(f *kpi.Figure, who, counter string) string {
	mean := e.Value(f)
	events, _ := f.Get("events")
	running := float64(f.N) - events
	all := e.Words(fmt.Sprintf("%d%sすべて", f.N, counter), fmt.Sprintf("all %d", f.N))
	if f.N == 1 {
		all = e.Words("1"+counter, "1")
	}
	still, over := e.Words(all+"が継続中", all+" still running"), e.Words(all+"が終了", all+" ended")
	if running == 0 {
		return e.Words(fmt.Sprintf("%sが続いた長さは平均 %sです（%s）", who, mean, over),
			fmt.Sprintf("%s lasted %s on average (%s)", who, mean, over))
	}
	if events == 0 {
		return e.Words(fmt.Sprintf("%sは平均 %s以上続いています（%s）", who, mean, still),
			fmt.Sprintf("%s have lasted %s or more on average (%s)", who, mean, still))
	}
	return e.Words(
		fmt.Sprintf("%sは平均 %s以上続いています（%d%sのうち%s%sが継続中）", who, mean, f.N, counter, content.Round(running, 0), counter),
		fmt.Sprintf("%s have lasted %s or more on average (%s of %d still running)", who, mean, content.Round(running, 0),
			f.N))
}

func curveParts(f *kpi.Figure) (points []kpi.Point, risks []kpi.Risk) {
	if f == nil || f.Value == nil {
		return nil, nil
	}
	for _, p := range f.Parts {
		switch v := p.Value.(type) {
		case []kpi.Point:
			points = v
		case []kpi.Risk:
			risks = v
		}
	}
	return points, risks
}
