package block

import (
	"fmt"

	"pilot90/kpi"
	"pilot90/report/content"
	"pilot90/report/plan"
)

var slideLengthsKind = Kind{
	Name:  "slide_lengths",
	About: "スライド：定期の契約がどれだけ続いたか",
	Build: (*Env).slideLengths,
}

// mostOnSlide is how many contracts one slide shows.
const mostOnSlide = 8

// slideLengths shows how long each recurring contract has lasted, the longest first.
func (e *Env) slideLengths(b plan.Block) []content.Block {
	all := e.terms()
	if len(all) == 0 || e.Cohort.Contracts.Derived {
		return nil
	}
	f := e.on(kpi.TopicContractLength)
	if f == nil || f.Suppressed {
		return nil
	}
	c := &content.Chart{ID: "contract_lengths", Kind: content.Lengths, Unit: e.Words("か月", " months"),
		Figures: []string{f.ID},
		Twin: &content.Table{Caption: e.Words("定期の契約の長さ", "Length of recurring contracts"), Columns: []content.Column{
			{Head: e.Words("仕事", "Work")}, {Head: e.Words("長さ", "Length"), Align: content.Right}}}}
	s := content.Series{Name: e.Words("長さ", "length")}
	for _, one := range all[:min(len(all), mostOnSlide)] {
		months, state := one.months, e.Words(" 継続中", ", running")
		if one.ended {
			state = e.Words(" 終了", ", ended")
		}
		label := e.Quantity(months, kpi.Months) + state
		c.Categories = append(c.Categories, one.work)
		s.Values, s.Labels = append(s.Values, &months), append(s.Labels, label)
		s.Ended = append(s.Ended, one.ended)
		c.Twin.Rows = append(c.Twin.Rows, []string{one.work, label})
	}
	c.Series = []content.Series{s}
	slide := &content.SlideParts{Title: e.lastingTitle(all), Chart: c, Foot: e.lengthsFoot(len(all)),
		Notes: e.sources(e.on(kpi.TopicContractLength))}
	if f.Value != nil && len(all) > 1 && len(all) == f.N {
		c.Marks = []content.Mark{{Axis: "x", Value: *f.Value, Label: e.Words("平均"+e.Value(f), "mean "+e.Value(f))}}
		slide.Lead = []string{e.meanLead(f, all)}
	}
	return e.slide(b, slide)
}

// lastingTitle says how many of the recurring contracts go on.
func (e *Env) lastingTitle(all []term) string {
	running := len(all) - ended(all)
	n := len(all)
	switch running {
	case 0:
		if n == 1 {
			return e.Words("定期の契約1件は、終わった。", "The one recurring contract has ended.")
		}
		return e.Words(fmt.Sprintf("定期の契約%d件は、すべて終わった。", n), fmt.Sprintf("All %d recurring contracts have ended.", n))
	case n:
		if n == 1 {
			return e.Words("定期の契約1件が、いまも続いている。", "The one recurring contract still runs.")
		}
		return e.Words(fmt.Sprintf("定期の契約%d件が、すべて続いている。", n), fmt.Sprintf("All %d recurring contracts still run.", n))
	}
	return e.Words(fmt.Sprintf("定期の契約%d件のうち%d件が、いまも続いている。", n, running),
		fmt.Sprintf("Of %d recurring contracts %s.", n, plural(running, "still runs", "still run")))
}

// meanLead states the mean against its target, and that those that run on will raise it.
func (e *Env) meanLead(f *kpi.Figure, all []term) string {
	text := e.Words("平均は"+e.Value(f), "The mean is "+e.Value(f))
	if f.Target != nil {
		text += e.Words("（目標"+e.counted(f, *f.Target)+"）", " (target "+e.counted(f, *f.Target)+")")
	}
	text += e.Words("。", ".")
	running := len(all) - ended(all)
	if running > 0 {
		text += e.Words(fmt.Sprintf("続いている%d件は、この先も伸びる。", running), map[bool]string{true: " The one that runs will grow.",
			false: fmt.Sprintf(" The %d that run will grow.", running)}[running == 1])
	}
	return text
}

// lengthsFoot says until when lengths are counted, and how many contracts the slide has no room for.
func (e *Env) lengthsFoot(n int) string {
	text := e.Words("開始から"+e.era(e.Window.Clock.At())+"までの長さ。", "From the start to "+e.era(e.Window.Clock.At())+".")
	if rest := n - mostOnSlide; rest > 0 {
		text += e.Words(fmt.Sprintf("長い順に%d件。ほかに%d件。", mostOnSlide, rest),
			fmt.Sprintf(" The %d longest; %d more.", mostOnSlide,
				rest))
	}
	return text
}
