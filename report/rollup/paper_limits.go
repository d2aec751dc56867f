package rollup

import (
	"fmt"
	"math"
	"slices"

	"pilot90/kpi"
	"pilot90/kpi/merge"
	"pilot90/kpi/result"
	"pilot90/report/content"
)

// leastSpots is from how many municipalities their shares are drawn.
const leastSpots = 3

// limits draws, for each of these shares, the municipalities over their size with the limits of chance.
func (p *paper) limits() []content.Block {
	var blocks []content.Block
	for _, id := range shown().Limits {
		// of nobody and of everybody there is nothing to tell apart
		if f := kpi.Find(p.Figures, id); f != nil && f.Value != nil && f.Denominator != nil && *f.Value > 0 && *f.Value < 1 {
			blocks = append(blocks, p.limitsOf(f)...)
		}
	}
	if len(blocks) == 0 {
		return nil
	}
	return append([]content.Block{content.Paragraph{Text: p.say(
		"点は自治体、横線は全体の割合、破線は「全体と同じ割合でも偶然だけで出る範囲」（95 % と 99.8 %）です。"+
			"人数の少ない自治体ほど範囲は広く、その中の高い低いは偶然と区別できません。99.8 % の外にある自治体だけに名前を付けています。",
		"Each spot is a municipality, the line the share of all; between the dashed lines chance alone puts 95 % and 99.8 "+
			"% of "+
			"them. The fewer people, the wider; inside, high and low cannot be told from chance. Only those outside "+
			"99.8 % are named.")}}, blocks...)
}

func (p *paper) limitsOf(f *kpi.Figure) []content.Block {
	title := f.Title.In(p.Lang)
	c := &content.Chart{ID: f.ID + "_limits", Kind: content.Limits, Figures: []string{f.ID}, YTitle: title,
		XTitle: p.say("数えた人・件の数", "people or cases counted"),
		Marks:  []content.Mark{{Axis: "y", Value: 100 * *f.Value, Label: p.say("全体 ", "all ") + content.Percent(*f.Value)}},
		Twin: &content.Table{Caption: title, Columns: []content.Column{{Head: p.say("自治体", "Municipality")},
			{Head: p.say("割合", "Share"), Align: content.Right}, {Head: p.say("もと", "Basis"), Align: content.Right},
			{Head: p.say("99.8 %の範囲", "99.8 % limits"), Align: content.Right}, {Head: p.say("範囲の", "Is")}}}}
	largest, outside := 0, []string{}
	for _, m := range p.Rollup.Municipalities {
		i := slices.IndexFunc(m.Figures, func(x result.RollupFigure) bool { return x.ID == f.ID })
		if i < 0 || m.Figures[i].Value == nil || m.Figures[i].Denominator == nil {
			continue
		}
		of, share := *m.Figures[i].Denominator, *m.Figures[i].Value
		low, high := merge.Limits(*f.Value, int(of), merge.Outer)
		out := share < low || share > high
		if out {
			outside = append(outside, nameOf(m.Place))
		}
		largest = max(largest, int(of))
		c.Spots = append(c.Spots, content.Spot{Name: nameOf(m.Place), Of: of, Share: share, Outside: out, Labelled: out})
		where := p.say("内", "inside")
		if out {
			where = p.say("外", "outside")
		}
		c.Twin.Rows = append(c.Twin.Rows, []string{nameOf(m.Place), content.Percent(share),
			fmt.Sprintf("%s / %s", content.Round(*m.Figures[i].Numerator, 0), content.Round(of, 0)),
			content.Percent(low) + p.say("〜", " to ") + content.Percent(high), where})
	}
	if len(c.Spots) < leastSpots {
		return nil
	}
	for _, limit := range []struct {
		name string
		tail float64
	}{{"95 %", merge.Inner}, {"99.8 %", merge.Outer}} {
		c.Curves = append(c.Curves, limitCurve(limit.name, *f.Value, largest, limit.tail))
	}
	c.Title = p.limitsTitle(title, len(c.Spots), outside)
	return []content.Block{c}
}

func (p *paper) limitsTitle(title string, n int, outside []string) string {
	if len(outside) == 0 {
		return fmt.Sprintf(p.say("%sの違いは、%d 自治体とも偶然の範囲内です", "%s: all %d municipalities are within the limits of chance"),
			title, n)
	}
	return fmt.Sprintf(p.say("%sは、%d 自治体のうち %d 自治体が偶然では説明しにくい値です",
		"%s: of %d municipalities %d are outside the limits of chance"), title, n, len(outside))
}

// limitCurve is a limit at sizes from 1 to somewhat over the largest, closer where it bends.
func limitCurve(name string, p float64, largest int, tail float64) content.Curve {
	c := content.Curve{Name: name}
	last := 0
	top := float64(float64(largest) * 1.1)
	const steps = 40
	for i := range steps + 1 {
		n := int(math.Round(top * float64(i*i) / (steps * steps)))
		if n <= last {
			n = last + 1
		}
		if float64(n) > top+1 {
			break
		}
		last = n
		low, high := merge.Limits(p, n, tail)
		c.Points = append(c.Points, content.CurvePoint{Time: float64(n), S: p, Low: low, High: high})
	}
	return c
}
