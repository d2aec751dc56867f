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
	for _, one := range longest(all, mostOnSlide) {
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
	slide := &content.SlideParts{Title: e.lastingTitle(all), Chart: c, Foot: e.lengthsFoot(all),
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
	still, past, stillEN := "いまも続いている", "る", []string{"still runs", "still run"}
	if e.bygone() {
		day := e.era(e.Window.Clock.At())
		still, past, stillEN = day+"に続いていた", "た", []string{"ran on " + day, "ran on " + day}
	}
	switch running {
	case 0:
		if n == 1 {
			return e.Words("定期の契約1件は、終わった。", "The one recurring contract has ended.")
		}
		return e.Words(fmt.Sprintf("定期の契約%d件は、すべて終わった。", n), fmt.Sprintf("All %d recurring contracts have ended.", n))
	case n:
		if n == 1 {
			return e.Words("定期の契約1件が、"+still+"。", "The one recurring contract "+stillEN[0]+".")
		}
		return e.Words(fmt.Sprintf("定期の契約%d件が、すべて続いてい%s。", n, past),
			fmt.Sprintf("All %d recurring contracts %s.", n, stillEN[1]))
	}
	return e.Words(fmt.Sprintf("定期の契約%d件のうち%d件が、%s。", n, running, still),
		fmt.Sprintf("Of %d recurring contracts, %d %s.", n, running, stillEN[min(running, 2)-1]))
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

// lengthsFoot says until when lengths are counted, and which contracts the slide has no room for.
func (e *Env) lengthsFoot(all []term) string {
	until := e.era(e.Window.Clock.At())
	return joined(e.Words("", " "), e.Words("開始から"+until+"までの長さ。", "From the start to "+until+"."),
		e.leftOut(all, mostOnSlide))
}
