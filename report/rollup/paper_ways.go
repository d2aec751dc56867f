package rollup

import (
	"fmt"

	"pilot90/kpi"
	"pilot90/kpi/facts"
	"pilot90/kpi/result"
	"pilot90/report/block"
	"pilot90/report/content"
)

const (
	// mostStrips is from how many municipalities on there are no small charts: nobody reads hundreds of them.
	mostStrips = 100
	// stripsFirst and stripsOnPage are how many small charts stand on the first page, below the summary, and on each
	// other one, four in a row.
	stripsFirst, stripsOnPage = 20, 32
)

// ways are small charts of the municipalities in the order of their codes: of those registered, how many have finished
// the training, and how many residents have had a first income. All are on the scale of their own registered.
func (p *paper) ways() []content.Block {
	if n := len(p.Rollup.Municipalities); n < 2 || n > mostStrips {
		return nil
	}
	var small []content.Multiple
	var rows [][]string
	var untold []string // a bar alone would look as if nobody had come further
	for _, m := range p.Rollup.Municipalities {
		counts := p.wayOf(m.Figures)
		row := []string{nameOf(m.Place)}
		strip := content.Multiple{Name: nameOf(m.Place)}
		switch {
		case counts[0] == nil || *counts[0] == 0:
			continue // none registered, or not told
		case counts[1] == nil && counts[2] == nil:
			untold = append(untold, nameOf(m.Place))
			continue
		}
		strip.Top, strip.Value = *counts[0], p.count(counts[0])
		for _, v := range counts {
			strip.Values = append(strip.Values, v)
			row = append(row, p.count(v))
		}
		small, rows = append(small, strip), append(rows, row)
	}
	steps := []string{p.say("登録", "joined"), p.say("研修修了", "trained"), p.say("初収入", "income")}
	blocks := []content.Block{content.Paragraph{Text: p.say(
		"高さは、それぞれの自治体の登録者数（右上の人数）を上端としています。人数の少ない自治体では、1人の違いが大きく見えます。順位ではありません。",
		"The top of each is the number registered in the municipality, written at its right. Where they are few, one person "+
			"looks like much. This is no ranking.")}}
	for at, size := 0, stripsFirst; at < len(small); at, size = at+size, stripsOnPage {
		end := min(at+size, len(small))
		blocks = append(blocks, p.strip(len(blocks), steps, small[at:end], rows[at:end]))
	}
	if len(small) == 0 {
		return nil
	}
	if len(untold) > 0 {
		blocks = append(blocks, content.Paragraph{Tone: content.Note, Text: fmt.Sprintf(p.say(
			"研修と収入の人数を示していない自治体（人数が少ない、またはデータがない）%d：", "Without a chart, for small numbers or no data, %d: "),
			len(untold)) + p.listed(untold)})
	}
	return blocks
}

// strip is one chart of small charts.
func (p *paper) strip(number int, steps []string, small []content.Multiple, rows [][]string) *content.Chart {
	t := &content.Table{Caption: p.say("自治体ごとの歩み", "The way of each municipality"),
		Columns: []content.Column{{Head: p.say("自治体", "Municipality")}}, Rows: rows}
	for _, step := range steps {
		t.Columns = append(t.Columns, content.Column{Head: step, Align: content.Right})
	}
	var figures []string
	for _, f := range p.onWay() {
		if f != nil {
			figures = append(figures, f.ID)
		}
	}
	return &content.Chart{ID: fmt.Sprintf("ways_%d", number), Kind: content.Multiples, Categories: steps, Small: small,
		Title:   p.say("登録した人のうち、研修を終えた人と、初めて収入を得た住民", "Of those registered: trained, and residents with a first income"),
		Figures: figures, Twin: t}
}

// wayOf are the counts of the steps; nil where one is not known or not told.
func (p *paper) wayOf(figures []result.RollupFigure) [3]*float64 {
	of := p.onWay()
	return [3]*float64{toldIn(figures, of[0]).Value, toldIn(figures, of[1]).Numerator, toldIn(figures, of[2]).Value}
}

// onWay are the figures of the steps: who is registered, who of them was trained, who had a first income.
func (p *paper) onWay() [3]*kpi.Figure {
	return [3]*kpi.Figure{kpi.Told(p.Figures, kpi.TopicRegistered), kpi.Reaching(p.Figures, facts.TrainingCompleted),
		kpi.Told(p.Figures, kpi.TopicFirstIncomes)}
}

// count is a number of persons, or the sign for one that is not known.
func (p *paper) count(v *float64) string {
	if v == nil {
		return block.None
	}
	return content.Round(*v, 0) + p.say("人", "")
}
