package report

import (
	"slices"
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
		{Label: e.Words("定義・道具", "Versions"), Value: versions(e, version)},
	}
	filled := pairs[:0]
	for _, pair := range pairs {
		if pair.Value != "" {
			filled = append(filled, pair)
		}
	}
	return filled
}

func versions(e *block.Env, version string) string {
	return e.Words("定義 ", "definitions ") + kpi.Version + e.Words("、", ", ") + "pilot90 " + version
}

// underLine are the short facts under the title: who made the paper, how to ask them, the period, what is open in the
// ledger. An edition of one page, which tells the last two itself, has only how to ask.
func underLine(e *block.Env) []string {
	p, clock := e.Cohort.Pilot.Program, e.Window.Clock
	ask := []string{p.Contact, p.DocumentNumber}
	all := ask
	if len(e.Plan.Sections) == 0 || e.Plan.Sections[0].OnPaper() != content.OnePage {
		maker := strings.TrimSpace(p.Prefecture + p.Municipality + " " + p.Department)
		all = append(append([]string{maker}, ask...),
			e.Words("対象 "+e.Day(clock.From)+"〜"+e.Day(clock.To), e.Day(clock.From)+" to "+e.Day(clock.To)),
			e.Words("台帳の", "ledger: ")+e.Open())
	}
	return slices.DeleteFunc(all, func(s string) bool { return s == "" })
}

// headLine is the one line above the title: the program, what the paper is, and the day it was read.
func headLine(e *block.Env) string {
	at := e.Words("（"+e.Day(e.Window.Clock.AsOf)+"現在）", " (as of "+e.Day(e.Window.Clock.AsOf)+")")
	return strings.TrimSpace(e.Cohort.Pilot.Program.Name + e.Words("　", "  ") + e.Planned(e.Plan.Title) + at)
}

// sender says for whom the paper is, and who made it.
func sender(e *block.Env) string {
	return strings.TrimSpace(e.Planned(e.Plan.Label) + e.Words("　", "  ") + e.Cohort.Pilot.Program.Department)
}

// draft marks an edition that leaves the hub without being sealed.
func draft(e *block.Env, sealed bool) string {
	if e.Profile.Open() || sealed {
		return ""
	}
	return e.Words("下書き", "draft")
}

// takeHeadline makes the finding of the edition its title, what the plan calls it stands in the line above; and puts
// what belongs to the foot of the first page there.
func takeHeadline(r *content.Report) {
	for i := range r.Sections {
		r.Sections[i].Blocks = slices.DeleteFunc(r.Sections[i].Blocks, func(b content.Block) bool {
			switch b := b.(type) {
			case content.Headline:
				headed(r, b)
			case content.Opening:
				r.Opening = b.Text
			case content.Foot:
				r.Foot = b.Text
			default:
				return false
			}
			return true
		})
	}
}

// headed gives a report the finding as its title, and what the finding says beside it.
func headed(r *content.Report, h content.Headline) {
	r.Title = h.Text
	if len(h.Under) > 0 || h.Head != "" {
		r.Head, r.Under = h.Head, h.Under
	}
	if len(h.Under) > 0 {
		r.Sender = h.Sender
	}
	if h.Foot != "" {
		r.Foot = h.Foot
	}
}

// footerName is how many signs of the program's name stand at the foot of a page.
const footerName = 36

func programAt(e *block.Env) string {
	name := e.Cohort.Pilot.Program.Name
	if name == "" {
		name = e.Cohort.Pilot.Program.Municipality
	}
	at := e.Words(e.Day(e.Window.Clock.AsOf)+"現在", "as of "+e.Day(e.Window.Clock.AsOf))
	if name == "" {
		return at
	}
	if runes := []rune(name); len(runes) > footerName { // the day is what must not be cut
		name = string(runes[:footerName]) + "…"
	}
	return name + "　" + at
}
