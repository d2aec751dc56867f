package block

import (
	"cmp"
	"fmt"
	"strings"

	"pilot90/cohort/finding"
	"pilot90/kpi"
	"pilot90/report/content"
	"pilot90/report/plan"
)

var toMendKind = Kind{
	Name:  "to_mend",
	About: "台帳の直すところと、直すと変わりうる指標（profile = \"hub\" の版だけ）",
	Build: (*Env).toMend,
}

// mostToMend is how many findings the hub's page lists, mostToCheck how many where none of them is an error.
const mostToMend, mostToCheck = 8, 5

// distinct are the findings without those that say the same of the same place: a cell that is read for each month.
func distinct(all []finding.Finding) []finding.Finding {
	said := map[[2]string]bool{}
	var out []finding.Finding
	for _, f := range all {
		key := [2]string{f.Place.String(), f.Message.JA}
		if !said[key] {
			out = append(out, f)
		}
		said[key] = true
	}
	return out
}

// toMend lists the open errors and then the warnings, each at its cell with the way to mend it and what it may change.
func (e *Env) toMend(plan.Block) []content.Block {
	if !e.Profile.Open() {
		return nil
	}
	var open []finding.Finding
	for _, severity := range []finding.Severity{finding.Error, finding.Warning} {
		for _, f := range e.Cohort.Findings {
			if f.Severity == severity {
				open = append(open, f)
			}
		}
	}
	if len(open) == 0 { // the foot of the first page says so
		return e.undrawnTable()
	}
	mistakes, _, _ := finding.Counts(open)
	t := &content.Table{ID: "to_mend", Caption: e.mendTitle(mistakes, len(open)-mistakes),
		Columns: []content.Column{{Head: e.Words("場所", "Place"), Width: 29}, {Head: e.Words("内容と直し方", "What, and how"),
			Width: 71}}, Dress: &content.Dressing{Bare: true}}
	effect := e.mayChange(mistakes)
	most := mostToMend
	if mistakes == 0 {
		most = mostToCheck
	}
	shown := distinct(open)
	shown = shown[:min(len(shown), most)]
	for i, f := range shown {
		text := strings.TrimSuffix(e.Say(f.Message), "。") + e.Words("。", " ") + e.Say(f.Fix)
		if i == 0 && mistakes == 1 {
			text += effect
		}
		mark := content.Watch
		if f.Severity == finding.Error {
			mark = content.Bad
		}
		t.Rows = append(t.Rows, []string{e.cellPlace(f.Place), text})
		t.Dress.Cells = append(t.Dress.Cells, []content.Dress{{Sign: mark, Strong: true}, {}})
	}
	if n := len(open) - len(shown); n > 0 {
		t.Notes = append(t.Notes, e.Words(fmt.Sprintf("ほか%d件は、台帳の点検の結果にある。", n),
			fmt.Sprintf("%d more are in the check of the ledger.", n)))
	}
	if mistakes > 1 && effect != "" {
		t.Notes = append(t.Notes, strings.TrimSpace(effect))
	}
	return append(headed(t), e.undrawnTable()...)
}

func (e *Env) mendTitle(mistakes, warnings int) string {
	switch {
	case warnings == 0:
		return e.Words(fmt.Sprintf("台帳の直すところ %d件", mistakes), fmt.Sprintf("To mend in the ledger: %d", mistakes))
	case mistakes == 0:
		return e.Words(fmt.Sprintf("台帳の確かめるところ %d件", warnings), fmt.Sprintf("To check in the ledger: %d", warnings))
	}
	return e.Words(fmt.Sprintf("台帳の直すところ %d件、確かめるところ %d件", mistakes, warnings),
		fmt.Sprintf("To mend in the ledger: %d, to check: %d", mistakes, warnings))
}

// cellPlace is a cell as it is found in the spreadsheet program: 台帳.xlsx　作業ログ E205.
func (e *Env) cellPlace(p finding.Place) string {
	return cmp.Or(joined(e.Words("　", "  "), p.File, joined(" ", p.Sheet, p.Range)), e.Words("台帳全体", "the whole ledger"))
}

// mostEffects is how many figures are named that the rows with errors may change.
const mostEffects = 3

// mayChange names the figures with a target or of a grant whose value may be another once the errors are mended.
func (e *Env) mayChange(mistakes int) string {
	asked := map[string]bool{}
	for _, g := range e.Result.Grants {
		for _, i := range g.Indicators {
			asked[i.Figure] = true
		}
	}
	var parts []string
	for i := range e.Result.Figures {
		f := &e.Result.Figures[i]
		if f.Range == nil || f.Range[0] == f.Range[1] || f.Target == nil && !asked[f.ID] || len(parts) == mostEffects {
			continue
		}
		parts = append(parts, e.Words("「"+e.Say(f.Title)+"」は"+e.mended(f), e.Say(f.Title)+" "+e.mended(f)))
	}
	if len(parts) == 0 {
		return ""
	}
	row := e.Words("この行を数えると、", " Once it counts: ")
	if mistakes > 1 {
		row = e.Words("これらの行を数えると、", " Once these rows count: ")
	}
	return row + strings.Join(parts, e.Words("、", ", ")) + e.Words("になり得る。", ".")
}

// mended is the range of a figure once the errors are mended: 7〜9人.
func (e *Env) mended(f *kpi.Figure) string {
	low, high := e.counted(f, f.Range[0]), e.counted(f, f.Range[1])
	return bareOf(low, high) + e.Words("〜", "–") + high
}

// bareOf is a value without the unit that it has in common with the other.
func bareOf(a, b string) string {
	unit := strings.TrimLeft(b, "0123456789.,−-+ ")
	return strings.TrimSpace(strings.TrimSuffix(a, unit))
}
