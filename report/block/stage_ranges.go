package block

import (
	"fmt"

	"pilot90/kpi/state"
	"pilot90/report/content"
)

// stageRanges draws the stages where the numbers are given as ranges.
func (e *Env) stageRanges(stages []state.StageCount) *content.Chart {
	c := &content.Chart{ID: "funnel", Kind: content.Funnel, Unit: e.Words("人", ""),
		Twin: &content.Table{Caption: e.Words("段階ごとの人数（幅で示しています）", "People by stage, as ranges"),
			Columns: []content.Column{{Head: e.Words("段階", "Stage")}, {Head: e.Words("人数", "People"), Align: content.Right}}}}
	s := content.Series{Name: e.Words("到達した人", "people"), Least: []float64{}}
	last := stages[0]
	for _, st := range stages {
		c.Categories = append(c.Categories, e.Say(st.Title))
		label, most, least := e.Words("データなし", "no data"), (*float64)(nil), 0.0
		if st.Coded != nil {
			label, most, least = e.coded(st.Coded), new(st.Coded.High), st.Coded.Low
			if st.Coded.High > 0 {
				last = st
			}
		}
		s.Values, s.Least, s.Labels = append(s.Values, most), append(s.Least, least), append(s.Labels, label)
		c.Twin.Rows = append(c.Twin.Rows, []string{e.Say(st.Title), label})
	}
	c.Series = []content.Series{s}
	c.Title = e.Words(fmt.Sprintf("参加した人は%s、「%s」まで進んだ人は%sです", e.coded(stages[0].Coded), e.Say(last.Title),
		e.coded(last.Coded)), fmt.Sprintf("%s enrolled; %s came as far as %q", e.coded(stages[0].Coded), e.coded(last.Coded),
		e.Say(last.Title)))
	return c
}

// float is a count as a value of a chart; no count is no value.
func float(n *int) *float64 {
	if n == nil {
		return nil
	}
	return new(float64(*n))
}
