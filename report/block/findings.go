package block

import (
	"fmt"

	"pilot90/cohort/finding"
	"pilot90/report/content"
	"pilot90/report/plan"
)

var findingsKind = Kind{
	Name:  "findings",
	About: "台帳の点検結果",
	Build: (*Env).findings,
}

// findings lists the open errors and warnings, each at its cell with the way to mend it.
func (e *Env) findings(plan.Block) []content.Block {
	if !e.Profile.Open() {
		return []content.Block{content.Paragraph{Text: e.Open(), Tone: content.Note}} // findings quote cells
	}
	return append(e.findingTable(), e.undrawnTable()...)
}

func (e *Env) findingTable() []content.Block {
	var open []finding.Finding
	for _, f := range e.Cohort.Findings {
		if f.Severity != finding.Info {
			open = append(open, f)
		}
	}
	if len(open) == 0 {
		return []content.Block{content.Paragraph{Text: e.Words("台帳に直すところは見つかりませんでした。",
			"Nothing to mend was found in the ledger."), Tone: content.Good}}
	}
	caption := e.Words("直すところのある行は、直すまで指標の計算から除いています",
		"Rows with errors are left out of the figures until they are mended")
	if errors, _, _ := finding.Counts(e.Cohort.Findings); errors == 0 {
		caption = e.Words("確かめるところのある行も、指標の計算に入れています", "Rows to look at are counted in the figures as they are")
	}
	t := &content.Table{ID: "findings", Caption: caption,
		Columns: []content.Column{{Head: e.Words("重さ", "Severity"), Width: 9}, {Head: e.Words("場所", "Place"), Width: 24},
			{Head: e.Words("内容", "What"), Width: 34}, {Head: e.Words("直し方", "How to mend it"), Width: 33}}}
	shown := distinct(open)
	for i, f := range shown {
		if i == mostFindings {
			t.Notes = append(t.Notes, e.Words(fmt.Sprintf("%d件中%d件を表示しています。全部は台帳の点検の結果にあります。", len(open),
				mostFindings),
				fmt.Sprintf("%d of %d shown; the check of the ledger lists them all.", mostFindings, len(open))))
			break
		}
		t.Rows = append(t.Rows, []string{e.Say(f.Severity.Word()), f.Place.String(), e.Say(f.Message),
			e.Say(f.Fix) + e.Words("（", " (") + f.Code + e.Words("）", ")")})
		t.Tones = append(t.Tones, map[finding.Severity]content.Tone{finding.Error: content.Bad,
			finding.Warning: content.Watch}[f.Severity])
	}
	return []content.Block{t}
}

// mostFindings is how many findings a report lists; check lists them all.
const mostFindings = 40
