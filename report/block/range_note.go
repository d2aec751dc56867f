package block

import (
	"fmt"
	"slices"
	"strings"

	"pilot90/cohort/finding"
	"pilot90/kpi"
	"pilot90/report/content"
	"pilot90/report/plan"
)

var rangeNoteKind = Kind{
	Name:  "range_note",
	About: "† の説明と幅を、1ページ目の下に（figures の指標と、届かなかった目標について）",
	Build: (*Env).rangeNote,
}

// rangeNote says at the foot of the first page what rows left out for an error may change, what the first incomes take
// for granted, and which characters the paper lacks.
func (e *Env) rangeNote(b plan.Block) []content.Block {
	text := strings.TrimSpace(e.openRanges(b.Figures) + e.assumedWords(1) + e.lackingCharacters())
	if text == "" {
		return nil
	}
	return []content.Block{content.Foot{Text: text}}
}

func (e *Env) openRanges(ids []string) string {
	ranges, rows := e.ranges(ids)
	if rows == 0 {
		return ""
	}
	text := e.Words(fmt.Sprintf("† 台帳に直すところが%d件あり、その行を計算から除いた。", rows),
		fmt.Sprintf("† Left out for an error in the ledger: %s. ", plural(rows, "row", "rows")))
	if len(ranges) == 0 {
		return text + e.Words("直すと、数字が変わることがある。", "Figures may change once "+sIf(rows, "it is", "they are")+" put right. ")
	}
	return text + e.Words("直すと、"+strings.Join(ranges, "、")+"の間で変わることがある。",
		"Once "+sIf(rows, "it is", "they are")+" put right: "+strings.Join(ranges, "; ")+". ")
}

// ranges are those of the figures with the ids, and of targets that were missed, over the ways to mend the rows that
// bear on them; rows is how many rows of the ledger have an error, 0 where none bears on any of them.
func (e *Env) ranges(ids []string) (ranges []string, rows int) {
	open := false
	for i := range e.Result.Figures {
		f := &e.Result.Figures[i]
		if f.Open.Empty() || f.Value == nil || !slices.Contains(ids, f.ID) && !e.missed(f) {
			continue
		}
		open = true
		if f.Range != nil && f.Range[0] != f.Range[1] {
			ranges = append(ranges, e.Say(f.Title)+e.Words("は", " ")+e.between(f))
		}
	}
	if !open {
		return nil, 0
	}
	rows, _, _ = finding.Counts(e.Cohort.Findings)
	return ranges, rows
}

// between is the range of a figure with its counting word.
func (e *Env) between(f *kpi.Figure) string {
	text := content.Between(f.Range[0], f.Range[1], string(f.Unit), string(e.Lang))
	if f.Unit == kpi.Count {
		text += e.countingWord(f)
	}
	return text
}

// lackingCharacters names the characters for which the paper has 〓.
func (e *Env) lackingCharacters() string {
	odd := e.undrawable()
	if len(odd) == 0 {
		return ""
	}
	return e.Words("印刷できない文字は〓になっている：", "The paper has 〓 for characters that its fonts lack: ") +
		strings.Join(odd, e.Words("、", ", "))
}

// assumedWords says of the first incomes, which head every paper, what they take for granted for want of a column: that
// everybody is a resident, or has not earned before. Without such a column more of them are first ones than were. Each
// is a sentence, at most so many.
func (e *Env) assumedWords(most int) string {
	f := e.on(kpi.TopicFirstIncomes)
	if f == nil || f.Value == nil || *f.Value == 0 || f.Suppressed {
		return ""
	}
	text := ""
	for _, a := range f.Assumed[:min(len(f.Assumed), most)] {
		text += e.Words(a.JA+"。", capitalized(a.EN)+". ")
	}
	return text
}
