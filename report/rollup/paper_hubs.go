package rollup

import (
	"fmt"
	"slices"

	"pilot90/kpi"
	"pilot90/kpi/result"
	"pilot90/report/block"
	"pilot90/report/content"
)

// hubs are the hubs of several municipalities taken apart, a table each.
func (p *paper) hubs() []content.Block {
	var blocks []content.Block
	for _, h := range p.Rollup.Hubs {
		t := &content.Table{ID: "hub_" + h.Code, Caption: fmt.Sprintf(p.say("%sほかの共同の拠点の内訳", "The hub of %s and others"),
			nameOf(h.Place)), Columns: []content.Column{{Head: p.say("自治体", "Municipality"), Width: 30}}}
		for _, id := range shown().Hubs {
			if f := kpi.Find(p.Figures, id); f != nil {
				t.Columns = append(t.Columns, content.Column{Head: f.Title.In(p.Lang), Align: content.Right, Width: 17})
			}
		}
		line := func(name string, figures []result.RollupFigure) {
			row := []string{name}
			for _, id := range shown().Hubs {
				if f := kpi.Find(p.Figures, id); f != nil {
					row = append(row, p.valueIn(figures, id, f.Unit))
				}
			}
			t.Rows = append(t.Rows, row)
		}
		for _, town := range h.Towns {
			line(nameOf(town.Place), town.Figures)
		}
		if len(h.Outside) > 0 {
			line(p.say("町外（どの自治体にも住んでいない人）", "outside (who lives in none of them)"), h.Outside)
		}
		line(p.say("拠点の合計", "the hub"), h.Whole)
		t.Total = true
		t.Notes = []string{p.say("人と作業は住んでいる自治体、売上は契約した自治体で数えています。各自治体と町外を足すと、拠点の合計になります。",
			"People count where they live, revenue where it was contracted; the municipalities and those outside add up to "+
				"the hub.")}
		if len(h.Outside) == 0 {
			t.Notes = []string{p.say("人と作業は住んでいる自治体、売上は契約した自治体で数えています。まだ全部の自治体のデータがないため、町外は示していません。",
				"People count where they live, revenue where it was contracted. Not all municipalities are there, so those "+
					"outside are not told.")}
		}
		blocks = append(blocks, t)
	}
	return blocks
}

func (p *paper) valueIn(figures []result.RollupFigure, id string, unit kpi.Unit) string {
	i := slices.IndexFunc(figures, func(f result.RollupFigure) bool { return f.ID == id })
	if i < 0 || figures[i].Value == nil {
		return block.None
	}
	return p.env.Quantity(*figures[i].Value, unit)
}

// practice is how the strongest pilots are run, of those that let it be told.
func (p *paper) practice() []content.Block {
	x := p.Rollup.Practice
	if x == nil {
		return nil
	}
	t := &content.Table{ID: "practice", Caption: p.say("取り組み方の例（団体コード順）", "How it is done, in the order of codes"),
		Columns: []content.Column{{Head: p.say("指標", "Figure"), Width: 34}}}
	for _, town := range x.Towns {
		t.Columns = append(t.Columns, content.Column{Head: nameOf(town), Align: content.Right, Width: 16})
	}
	t.Columns = append(t.Columns, content.Column{Head: p.say("全体", "All"), Align: content.Right, Width: 16})
	for _, r := range x.Rows {
		f := kpi.Find(p.Figures, r.Figure)
		row := []string{f.Title.In(p.Lang)}
		for _, v := range append(slices.Clone(r.Values), r.All) {
			if v == nil {
				row = append(row, block.None)
			} else {
				row = append(row, p.env.Quantity(*v, f.Unit))
			}
		}
		t.Rows = append(t.Rows, row)
	}
	by := kpi.Find(p.Figures, x.Figure).Title.In(p.Lang)
	t.Notes = []string{fmt.Sprintf(p.say("取り組み方を共有すると決めた %d 自治体のうち、%sの95 %%区間の下の端が高い %d 自治体です。人数が少ないだけで高く見える"+
		"自治体は選ばれません。順位ではなく、この数字が理由であるとも限りません。",
		"Of %d municipalities that share how they do it, those with the highest lower ends of the 95 %% interval of: %s "+
			"(%d). Few people alone make nobody high. This is no ranking, and need not be the reason."),
		x.Sharing, by, len(x.Towns))}
	return []content.Block{t}
}

// lengths are how long contracts and workers have gone on, grouped.
func (p *paper) lengths() []content.Block {
	var blocks []content.Block
	for _, d := range p.Rollup.Durations {
		t := &content.Table{ID: d.Figure + "_lengths", Caption: fmt.Sprintf(p.say("%s：長さごとの数", "%s: how many by length"),
			d.Title), Columns: []content.Column{{Head: p.say("長さ", "Length"), Width: 34},
			{Head: p.say("終わったもの", "Ended"), Align: content.Right, Width: 33},
			{Head: p.say("続いているもの（基準日までの長さ）", "Still going (so far)"), Align: content.Right, Width: 33}}}
		for _, g := range d.Groups {
			name := fmt.Sprintf(p.say("%dか月以上 %dか月未満", "%d to under %d months"), g.From, g.To)
			switch {
			case g.From == 0:
				name = fmt.Sprintf(p.say("%dか月未満", "under %d months"), g.To)
			case g.To == 0:
				name = fmt.Sprintf(p.say("%dか月以上", "%d months and more"), g.From)
			}
			t.Rows = append(t.Rows, []string{name, fmt.Sprint(g.Ended), fmt.Sprint(g.Going)})
		}
		blocks = append(blocks, t)
	}
	return blocks
}
