package report

import (
	"fmt"
	"strings"

	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
	"pilot90/report/content"
)

// DefinitionVersion names the set of definitions in force; it changes when a definition does.
const DefinitionVersion = "2026-11"

// meta is the block at the head of every edition. It never holds the wall clock.
func (e *edition) meta() []content.Pair {
	p, clock := e.Cohort.Pilot.Program, e.Window.Clock
	pairs := []content.Pair{
		{Label: e.words("事業", "Program"), Value: p.Name},
		{Label: e.words("自治体", "Municipality"), Value: strings.TrimSpace(p.Prefecture + " " + p.Municipality)},
		{Label: e.words("担当", "Department"), Value: p.Department},
		{Label: e.words("連絡先", "Contact"), Value: p.Contact},
		{Label: e.words("文書番号", "Document no."), Value: p.DocumentNumber},
		{Label: e.words("対象期間", "Period"), Value: e.day(clock.From) + e.words(" から ", " to ") + e.day(clock.To)},
		{Label: e.words("基準日", "As of"), Value: e.day(clock.AsOf)},
		{Label: e.words("版", "Edition"), Value: e.say(e.plan.Label.text())},
		{Label: e.words("台帳の点検", "Findings"), Value: e.open()},
		{Label: e.words("定義・道具", "Versions"), Value: e.words("定義 ", "definitions ") + DefinitionVersion + e.words("、", ", ") +
			"pilot90 " + e.Version},
	}
	filled := pairs[:0]
	for _, pair := range pairs {
		if pair.Value != "" {
			filled = append(filled, pair)
		}
	}
	return filled
}

// open counts the open findings.
func (e *edition) open() string {
	errors, warnings, _ := finding.Counts(e.Cohort.Findings)
	if errors+warnings == 0 {
		return e.words("直すところはありません", "nothing to mend")
	}
	return e.words(fmt.Sprintf("要修正 %d 件、確認 %d 件（未対応）", errors, warnings),
		fmt.Sprintf("errors %d, warnings %d (open)", errors, warnings))
}

// day prints a day in era and western form: 令和8年3月31日（2026-03-31）.
func (e *edition) day(d cell.Day) string {
	if e.Lang == finding.EN {
		return d.String()
	}
	return d.EraString(e.Lang) + "（" + d.String() + "）"
}

// footerName is how many signs of the program's name stand at the foot of a page.
const footerName = 36

func (e *edition) footer() string {
	name := e.Cohort.Pilot.Program.Name
	if name == "" {
		name = e.Cohort.Pilot.Program.Municipality
	}
	at := e.words("基準日 ", "as of ") + e.Window.Clock.AsOf.String()
	if name == "" {
		return at
	}
	if runes := []rune(name); len(runes) > footerName { // the day is what must not be cut
		name = string(runes[:footerName]) + "…"
	}
	return name + "　" + at
}
