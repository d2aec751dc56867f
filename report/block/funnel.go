package block

import (
	"fmt"
	"slices"

	"pilot90/cohort/lang"
	"pilot90/kpi/facts"
	"pilot90/kpi/state"
	"pilot90/report/content"
	"pilot90/report/plan"
)

var funnelKind = Kind{
	Name:  "funnel",
	About: "参加から定期案件までの人数",
	Build: (*Env).funnel,
}

// funnel shows how many reached each stage, and the flow through the phases.
func (e *Env) funnel(plan.Block) []content.Block {
	f := e.Result.Funnel
	if !f.Refused.Empty() {
		return []content.Block{content.Paragraph{Text: e.Say(f.Refused), Tone: content.Bad}}
	}
	switch {
	case len(f.Stages) > 0 && f.Stages[0].Coded != nil:
		return []content.Block{e.stageRanges(f.Stages)}
	case len(f.Stages) > 0 && f.Stages[0].Suppressed:
		return []content.Block{content.Paragraph{Text: e.Words("参加者の人数は載せないため、歩みの図はありません。",
			"The numbers of participants are not given, so that there is no funnel."), Tone: content.Note}}
	case len(f.Stages) == 0 || f.Stages[0].Count == nil || *f.Stages[0].Count == 0:
		return []content.Block{content.Paragraph{Text: e.Words("参加者の記録がないため、歩みの図はありません。",
			"There are no participants to draw."), Tone: content.Note}}
	}
	blocks := []content.Block{e.funnelChart(recurringApart(f.Stages))}
	if notes := e.funnelNotes(f); len(notes) > 0 {
		blocks = append(blocks, content.List{Items: notes})
	}
	if len(f.Phases) > 0 {
		blocks = append(blocks, e.phaseTable(f.Phases))
	}
	return blocks
}

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

// funnelNotes says why a stage has no number, and what the numbers take for granted.
func (e *Env) funnelNotes(f state.Funnel) []string {
	var notes []string
	for _, s := range f.Stages {
		if s.Count == nil && !s.Suppressed && !s.Reason.Empty() {
			notes = append(notes, e.Say(s.Title)+e.Words("：", ": ")+e.Say(s.Reason)+e.Words("（0人ではありません）", " (not 0)"))
		}
		for _, n := range s.Notes {
			notes = append(notes, e.Say(s.Title)+e.Words("：", ": ")+e.Say(n))
		}
	}
	for _, n := range f.Notes {
		notes = append(notes, e.Say(n))
	}
	if line := e.threeIncomes(); line != "" {
		notes = append(notes, line)
	}
	return notes
}

// recurringApart puts the stage of recurring work behind the others, as one that stands beside them.
func recurringApart(stages []state.StageCount) []state.StageCount {
	i := slices.IndexFunc(stages, func(s state.StageCount) bool { return s.Stage == facts.RecurringWork })
	if i < 0 {
		return stages
	}
	apart := stages[i]
	apart.Title = lang.Text{JA: "うち定期案件につながった人", EN: "of these on recurring work"}
	return append(slices.Delete(slices.Clone(stages), i, i+1), apart)
}

func (e *Env) funnelChart(stages []state.StageCount) *content.Chart {
	all := *stages[0].Count
	c := &content.Chart{ID: "funnel", Kind: content.Funnel, Unit: e.Words("人", ""),
		Twin: &content.Table{Caption: e.Words("段階ごとの人数", "People by stage"), Columns: []content.Column{
			{Head: e.Words("段階", "Stage")}, {Head: e.Words("人数", "People"), Align: content.Right},
			{Head: e.Words("参加者に対する割合", "Share of enrolled"), Align: content.Right}}}}
	s := content.Series{Name: e.Words("到達した人", "people")}
	last, end, empty := all, e.Say(stages[0].Title), ""
	for _, st := range stages {
		apart := st.Stage == facts.RecurringWork
		c.Categories = append(c.Categories, e.Say(st.Title))
		if st.Count == nil {
			label, mark := e.Words("データなし", "no data"), None
			if st.Suppressed {
				mark = e.coded(st.Coded)
				label = mark
			}
			s.Values, s.Labels = append(s.Values, nil), append(s.Labels, label)
			c.Twin.Rows = append(c.Twin.Rows, []string{e.Say(st.Title), mark, mark})
			continue
		}
		share := float64(*st.Count) / float64(all)
		switch {
		case apart: // it stands beside the stages, and the title does not follow it
		case *st.Count > 0:
			last, end = *st.Count, e.Say(st.Title)
		case empty == "":
			empty = e.Say(st.Title)
		}
		s.Values = append(s.Values, new(float64(*st.Count)))
		s.Labels = append(s.Labels, fmt.Sprintf("%d%s　%s", *st.Count, e.Words("人", ""), content.Percent(share)))
		c.Twin.Rows = append(c.Twin.Rows, []string{e.Say(st.Title), fmt.Sprint(*st.Count), content.Percent(share)})
	}
	c.Series = []content.Series{s}
	c.Title = e.Words(fmt.Sprintf("参加した%d人のうち、%d人が「%s」まで進みました", all, last, end),
		fmt.Sprintf("of %d enrolled, %d came as far as %q", all, last, end))
	switch first := e.Say(stages[0].Title); {
	case empty != "" && end == first:
		c.Title = e.Words(fmt.Sprintf("参加した人は%d人で、「%s」はまだいません", all, empty),
			fmt.Sprintf("%d enrolled; nobody came as far as %q yet", all, empty))
	case empty != "":
		c.Title = e.Words(fmt.Sprintf("参加した%d人のうち、%d人が「%s」まで進みました（「%s」はまだいません）", all, last, end, empty),
			fmt.Sprintf("of %d enrolled, %d came as far as %q; nobody as far as %q yet", all, last, end, empty))
	case end == first:
		c.Title = e.Words(fmt.Sprintf("参加した人は%d人です（ほかの段階は数字を示していません）", all),
			fmt.Sprintf("%d enrolled; no number is given for the other stages", all))
	}
	return c
}

// phaseTable shows that entered = moved on + left + now here, phase by phase.
func (e *Env) phaseTable(flows []state.PhaseFlow) *content.Table {
	t := &content.Table{ID: "phases", Caption: e.Words("時期ごとの人の出入り（入った = 次へ + 離脱 + 今ここ）",
		"Flow through the phases (entered = moved on + left + here now)"),
		Columns: []content.Column{{Head: e.Words("時期", "Phase")}, {Head: e.Words("入った", "Entered"), Align: content.Right},
			{Head: e.Words("次へ進んだ", "Moved on"), Align: content.Right}, {Head: e.Words("離脱", "Left"), Align: content.Right},
			{Head: e.Words("今ここ", "Here now"), Align: content.Right}}}
	for _, f := range flows {
		row := []string{e.Say(f.Title)}
		for _, n := range []int{f.Entered, f.MovedOn, f.Left, f.Now} {
			row = append(row, fmt.Sprint(n))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}
