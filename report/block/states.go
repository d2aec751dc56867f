package block

import (
	"fmt"

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
	if len(e.Result.States) == 0 {
		return nil
	}
	return []content.Block{e.stateTable()}
}

// stateTable says of each participant how far they came, whether they are late, and the next step.
func (e *Env) stateTable() *content.Table {
	t := &content.Table{ID: "states", Caption: e.Words("参加者ごとの状態", "Where each participant stands"),
		Columns: []content.Column{
			{Head: e.Words("参加者", "Participant")}, {Head: e.Words("日目", "Day"), Align: content.Right},
			{Head: e.Words("到達した段階", "Stage reached")},
			{Head: e.Words("状態", "State")}, {Head: e.Words("理由", "Reason")}, {Head: e.Words("次にすること", "Next step")}}}
	for _, s := range e.Result.States {
		t.Rows = append(t.Rows, []string{e.person(s.Participant), fmt.Sprint(s.Day), e.Say(s.Reached.Title()),
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
