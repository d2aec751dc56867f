package report

import (
	"strings"

	"pilot90/report/content"
)

// meta is the block at the head of every edition. It never holds the wall clock.
func meta(e *Env, version string) []content.Pair {
	p, clock := e.Cohort.Pilot.Program, e.Window.Clock
	pairs := []content.Pair{
		{Label: e.words("事業", "Program"), Value: p.Name},
		{Label: e.words("自治体", "Municipality"), Value: strings.TrimSpace(p.Prefecture + " " + p.Municipality)},
		{Label: e.words("担当", "Department"), Value: p.Department},
		{Label: e.words("連絡先", "Contact"), Value: p.Contact},
		{Label: e.words("文書番号", "Document no."), Value: p.DocumentNumber},
		{Label: e.words("対象期間", "Period"), Value: e.day(clock.From) + e.words(" から ", " to ") + e.day(clock.To)},
		{Label: e.words("基準日", "As of"), Value: e.day(clock.AsOf)},
		{Label: e.words("版", "Edition"), Value: e.say(e.Plan.Label.text())},
		{Label: e.words("台帳の点検", "Findings"), Value: e.open()},
		{Label: e.words("定義・道具", "Versions"), Value: e.words("定義 ", "definitions ") + DefinitionVersion + e.words("、", ", ") +
			"pilot90 " + version},
	}
	filled := pairs[:0]
	for _, pair := range pairs {
		if pair.Value != "" {
			filled = append(filled, pair)
		}
	}
	return filled
}

// footerName is how many signs of the program's name stand at the foot of a page.
const footerName = 36

func footer(e *Env) string {
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
