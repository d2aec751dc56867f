package rollup

import (
	"fmt"
	"slices"

	"pilot90/kpi"
	"pilot90/kpi/catalog"
	"pilot90/kpi/result"
	"pilot90/kpi/state"
	"pilot90/report/block"
	"pilot90/report/content"
)

// mostCohortRows is how many single cohorts are listed; of more there are the sums of the first, the second …
const mostCohortRows = 40

// cohorts sets the cohorts side by side at the same day of the cycle: of one municipality each by itself, of several
// the first cohorts together, the second, and each where there are not too many.
func (p *paper) cohorts() []content.Block {
	c := p.Rollup.Cohorts
	if c == nil {
		return nil
	}
	notes := []string{fmt.Sprintf(
		p.say("一人ずつ本人の開始日から数えて %d 日目の終わりまでにあったことを比べています（サイクルは %d 日）。",
			"Of each person counts what had happened by the end of day %d of their own cycle, which has %d days."),
		c.Day, c.Length)}
	if c.Day < c.Length {
		notes = append(notes, p.say("定着率は、全部の期がサイクルを終えてから比べます。",
			"Retention is compared once every cohort's cycle is over."))
	}
	if c.LeftOut > 0 {
		notes = append(notes, fmt.Sprintf(p.say("まだこの日に達していない期、サイクルの日数が違う期など、載せていない期が %d つあります。",
			"Not shown: %d cohorts that are not that far yet, are of another cycle, or too small."), c.LeftOut))
	}
	var blocks []content.Block
	towns := map[string]bool{}
	for _, at := range c.Each {
		towns[at.Code] = true
	}
	if len(towns) > 1 && len(c.Together) > 0 {
		blocks = append(blocks, p.cohortTable("cohorts_together", p.say("期ごとの合計（それぞれの自治体の第1期、第2期…）",
			"Cohorts together: the first of each municipality, the second …"), p.say("自治体", "From"), c.Together, notes))
		notes = nil
	}
	if len(c.Each) <= mostCohortRows {
		blocks = append(blocks, p.cohortTable("cohorts", p.say("期ごとの比較（団体コード順、開始の順）",
			"Cohorts side by side, by code and start"), p.say("最初の開始日", "First start"), c.Each, notes))
	}
	return blocks
}

func (p *paper) cohortTable(id, caption, second string, all []result.CohortOf, notes []string) *content.Table {
	t := &content.Table{ID: id, Caption: caption, Notes: notes, Columns: []content.Column{{Head: p.say("期", "Cohort"),
		Width: 22}, {Head: second, Align: content.Right, Width: 13}, {Head: p.say("人", "People"), Align: content.Right,
		Width: 8}}}
	var figures []string
	for _, one := range state.Compared(catalog.All()) {
		if f := kpi.Find(p.Figures, one.ID); f != nil {
			figures = append(figures, one.ID)
			t.Columns = append(t.Columns, content.Column{Head: f.Title.In(p.Lang), Align: content.Right, Width: 12})
		}
	}
	for _, at := range all {
		name, beside := fmt.Sprintf(p.say("第%d期", "No. %d"), at.Number), at.First
		switch {
		case at.First == "":
			beside = fmt.Sprint(at.Municipalities)
		default:
			name = nameOf(at.Place) + p.say(" ", ", ") + name
		}
		row := []string{name, beside, fmt.Sprint(at.People)}
		for _, id := range figures {
			i := slices.IndexFunc(at.Figures, func(f result.RollupFigure) bool { return f.ID == id })
			text := block.None
			if i >= 0 && at.Figures[i].Value != nil {
				f := at.Figures[i]
				text = fmt.Sprintf("%s (%s/%s)", p.env.Quantity(*f.Value, kpi.Find(p.Figures, id).Unit),
					content.Round(*f.Numerator, 0), content.Round(*f.Denominator, 0))
			}
			row = append(row, text)
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// bridges tell, a table a figure, how each year's sum came from that of the year before.
func (p *paper) bridges() []content.Block {
	var blocks []content.Block
	for _, id := range shown().Bridges {
		t := &content.Table{ID: id + "_bridge", Columns: []content.Column{{Head: p.say("年度", "Fiscal years"), Width: 20},
			{Head: p.say("理由", "Reason"), Width: 50}, {Head: p.say("額・数", "Amount"), Align: content.Right, Width: 30}}}
		for _, b := range p.Rollup.Bridges {
			if b.Figure != id {
				continue
			}
			t.Caption = fmt.Sprintf(p.say("%sは、なぜ変わったか", "%s: what changed and why"), b.Title)
			years := fmt.Sprintf("%d → %d", b.From, b.To)
			t.Rows = append(t.Rows, []string{years, fmt.Sprintf(p.say("%d年度の合計", "sum of fiscal %d"), b.From),
				p.env.Quantity(b.Start, b.Unit)})
			for _, term := range b.Terms {
				title := term.Title
				if term.Municipalities > 0 {
					title += fmt.Sprintf(p.say("（%d 自治体）", " (%d)"), term.Municipalities)
				}
				t.Rows = append(t.Rows, []string{"", title, p.signed(term.Value, b.Unit)})
			}
			t.Rows = append(t.Rows, []string{"", fmt.Sprintf(p.say("%d年度の合計", "sum of fiscal %d"), b.To),
				p.env.Quantity(b.End, b.Unit)})
		}
		if len(t.Rows) > 0 {
			blocks = append(blocks, t)
		}
	}
	return blocks
}

func (p *paper) signed(v float64, unit kpi.Unit) string {
	if v > 0 {
		return "+" + p.env.Quantity(v, unit)
	}
	return p.env.Quantity(v, unit)
}
