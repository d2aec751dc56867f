package block

import (
	"fmt"
	"slices"

	"pilot90/kpi/facts"
	"pilot90/kpi/state"
	"pilot90/report/content"
	"pilot90/report/plan"
)

var statesKind = Kind{
	Name:  "states",
	About: "参加者ごとの今の段階（profile = \"hub\" の版だけ）",
	Build: (*Env).states,
}

// states lists where each participant stands.
func (e *Env) states(plan.Block) []content.Block {
	switch n := len(e.Result.States); {
	case n == 0:
		return nil
	case n > mostDrawnOut:
		return []content.Block{e.stateCounts()}
	}
	return []content.Block{e.stateTable()}
}

// stateCounts counts of many how many stand at which stage, in which state.
func (e *Env) stateCounts() *content.Table {
	t := &content.Table{ID: "states", Caption: e.Words("いまの段階と状態（人）", "Stages and states now (people)"),
		Columns: []content.Column{{Head: e.Words("到達した段階", "Stage reached"), Width: 40}}}
	var stages, states []string
	count := map[[2]string]int{}
	note := func(list *[]string, word string) {
		if !slices.Contains(*list, word) {
			*list = append(*list, word)
		}
	}
	for _, step := range e.Result.Funnel.Stages { // in their order
		note(&stages, e.Say(step.Title))
	}
	for _, s := range e.Result.States {
		stage, state := e.Say(facts.StageTitle(s.Reached)), e.Say(s.Status.Title())
		note(&stages, stage)
		note(&states, state)
		count[[2]string{stage, state}]++
	}
	for _, state := range states {
		t.Columns = append(t.Columns, content.Column{Head: state, Align: content.Right, Width: 60 / float64(len(states))})
	}
	for _, stage := range stages {
		row, some := []string{stage}, false
		for _, state := range states {
			n := count[[2]string{stage, state}]
			some = some || n > 0
			row = append(row, fmt.Sprint(n))
		}
		if some {
			t.Rows = append(t.Rows, row)
		}
	}
	return t
}

// stateTable says of each participant how far they came, whether they are late, and the next step.
func (e *Env) stateTable() *content.Table {
	t := &content.Table{ID: "states", Caption: e.Words("参加者ごとの状態", "Where each participant stands"), Dense: true,
		Columns: []content.Column{
			{Head: e.Words("参加者", "Participant")}, {Head: e.Words("日目", "Day"), Align: content.Right},
			{Head: e.Words("到達した段階", "Stage reached")},
			{Head: e.Words("状態", "State")}, {Head: e.Words("理由", "Reason")}, {Head: e.Words("次にすること", "Next step")}}}
	for _, s := range e.Result.States {
		t.Rows = append(t.Rows, []string{e.person(s.Participant), fmt.Sprint(s.Day), e.Say(facts.StageTitle(s.Reached)),
			e.Say(s.Status.Title()), e.Say(s.Reason), e.Say(s.Next)})
		t.Tones = append(t.Tones, tone(s.Status))
	}
	dropEmpty(t)
	return t
}

func tone(s state.Status) content.Tone {
	return map[state.Status]content.Tone{state.Late: content.Bad, state.Watch: content.Watch, state.Done: content.Good,
		state.Exited: content.Note, state.Past: content.Note}[s]
}
