package report

import (
	"strings"

	"pilot90/kpi"
	"pilot90/report/block"
	"pilot90/report/content"
)

// meta is the block at the head of every edition. It never holds the wall clock.
func meta(e *block.Env, version string) []content.Pair {
	p, clock := e.Cohort.Pilot.Program, e.Window.Clock
	pairs := []content.Pair{
		{Label: e.Words("事業", "Program"), Value: p.Name},
		{Label: e.Words("自治体", "Municipality"), Value: strings.TrimSpace(p.Prefecture + " " + p.Municipality)},
		{Label: e.Words("担当", "Department"), Value: p.Department},
		{Label: e.Words("連絡先", "Contact"), Value: p.Contact},
		{Label: e.Words("文書番号", "Document no."), Value: p.DocumentNumber},
		{Label: e.Words("対象期間", "Period"), Value: e.Day(clock.From) + e.Words(" から ", " to ") + e.Day(clock.To)},
		{Label: e.Words("基準日", "As of"), Value: e.Day(clock.AsOf)},
		{Label: e.Words("版", "Edition"), Value: e.Planned(e.Plan.Label)},
		{Label: e.Words("台帳の点検", "Findings"), Value: e.Open()},
		{Label: e.Words("定義・道具", "Versions"), Value: e.Words("定義 ", "definitions ") + kpi.Version + e.Words("、", ", ") +
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

// footer says of which program and day a paper is, and of one that leaves the hub without being sealed that it is a
// draft.
func footer(e *block.Env, sealed bool) string {
	text := programAt(e)
	if !e.Profile.Open() && !sealed {
		text += e.Words("　下書き（公表前に seal）", "  draft (seal before it is published)")
	}
	return text
}

func programAt(e *block.Env) string {
	name := e.Cohort.Pilot.Program.Name
	if name == "" {
		name = e.Cohort.Pilot.Program.Municipality
	}
	at := e.Words("基準日 ", "as of ") + e.Window.Clock.AsOf.String()
	if name == "" {
		return at
	}
	if runes := []rune(name); len(runes) > footerName { // the day is what must not be cut
		name = string(runes[:footerName]) + "…"
	}
	return name + "　" + at
}

// sender is who an outer paper is from.
func sender(e *block.Env) string {
	if e.Profile.Open() {
		return ""
	}
	p := e.Cohort.Pilot.Program
	return strings.TrimSpace(p.Prefecture + p.Municipality + e.Words("　", "  ") + p.Department)
}
