package block

import (
	"fmt"
	"strings"

	"pilot90/kpi"
	"pilot90/report/content"
	"pilot90/report/plan"
)

var slideNextKind = Kind{
	Name:  "slide_next",
	About: "スライド：うまくいかなかったことと、次にすること",
	Build: (*Env).slideNext,
}

// mostItems is how many failures and how many next steps the slide holds.
const mostItems = 3

// slideNext sets what did not go well beside what is to be done, as the paper has it. The last day to begin stands at
// the foot.
func (e *Env) slideNext(b plan.Block) []content.Block {
	weak, next := e.failed(), e.comingPoints()
	last := ""
	if e.hasPeople() {
		last, next = next[len(next)-1].Lead, next[:len(next)-1]
	}
	if own := ownPoints(e.Planned(e.Plan.Worded(failuresKind.Name))); own != nil { // as on the page
		weak = own
	}
	if own := ownPoints(e.Planned(e.Plan.Worded(comingKind.Name))); own != nil {
		next = own
	}
	if len(weak) == 0 && len(next) == 0 {
		return nil
	}
	s := &content.SlideParts{Title: e.nextTitle(weak), Foot: last}
	if s.Title == "" {
		s.Title, s.Foot = last, ""
	}
	for _, p := range []struct {
		title string
		tone  content.Tone
		items []content.Point
	}{
		{e.Words("うまくいかなかったこと", "What did not go well"), content.Watch, weak},
		{e.Words("次にすること", "What comes next"), content.Plain, next},
	} {
		if len(p.items) > 0 {
			if n := len(p.items); n > mostItems {
				p.title += e.Words(fmt.Sprintf("（ほか%dつ）", n-mostItems), fmt.Sprintf(" (%d more)", n-mostItems))
			}
			s.Lists = append(s.Lists, content.SlideList{Title: p.title, Tone: p.tone, Items: heads(p.items)})
		}
	}
	for i := range e.Result.Figures {
		if f := &e.Result.Figures[i]; e.missed(f) {
			s.Notes = append(s.Notes, e.sources(f)...)
		}
	}
	s.Notes = append(s.Notes, e.sources(e.on(kpi.TopicPayment))...)
	return e.slide(b, s)
}

// heads are the first points, their leads without the full stop.
func heads(points []content.Point) []content.Pair {
	var out []content.Pair
	for _, p := range points[:min(len(points), mostItems)] {
		pair := content.Pair{Label: strings.TrimRight(p.Lead, "。. "), Value: p.Text}
		if pair.Label == "" {
			pair = content.Pair{Label: strings.TrimRight(p.Text, "。. ")}
		}
		out = append(out, pair)
	}
	return out
}

// nextTitle names the targets that were missed, as far as a title holds them, else what went badly; "" where nothing
// did. While the period runs they are not reached yet.
func (e *Env) nextTitle(weak []content.Point) string {
	var missed []string
	high := false // one that is too high is not short of anything
	for i := range e.Result.Figures {
		if f := &e.Result.Figures[i]; e.missed(f) {
			missed = append(missed, e.Words(e.spoken(f), uncapital(e.spoken(f))))
			high = high || f.Better == kpi.Lower
		}
	}
	which, whichEN := "足りなかった", "The target was missed by: "
	switch {
	case !e.over():
		which, whichEN = "まだ届いていない", "Not at the target yet: "
	case high:
		which = "届かなかった"
	}
	switch n := len(missed); {
	case n > 2 && e.over():
		return e.Words(fmt.Sprintf("%s目標は%dつ。", which, n), fmt.Sprintf("%d targets were missed.", n))
	case n > 2:
		return e.Words(fmt.Sprintf("%s目標は%dつ。", which, n), fmt.Sprintf("%d targets are not reached yet.", n))
	case n > 0:
		return e.Words(which+"のは、"+strings.Join(missed, "と、")+"。", whichEN+strings.Join(missed, " and ")+".")
	case len(weak) == 1 && weak[0].Lead != "":
		return strings.TrimSpace(weak[0].Lead)
	case len(weak) > 0:
		return e.Words(fmt.Sprintf("うまくいかなかったことは%dつ。", len(weak)), plural(len(weak), "thing", "things")+" did not go well.")
	}
	return ""
}
