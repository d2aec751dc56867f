package block

import (
	"cmp"
	"fmt"
	"slices"

	"pilot90/cohort/record"
	"pilot90/kpi"
	"pilot90/kpi/facts"
	"pilot90/report/content"
	"pilot90/report/plan"
)

var slideLengthsKind = Kind{
	Name:  "slide_lengths",
	About: "スライド：定期の契約がどれだけ続いたか",
	Build: (*Env).slideLengths,
}

// mostLengths is how many contracts one slide shows.
const mostLengths = 8

// lasted is a recurring contract by the name of its work, never that of the client.
type lasted struct {
	name  string
	spell facts.Spell
}

// slideLengths shows how long each recurring contract has lasted, the longest first.
func (e *Env) slideLengths(b plan.Block) []content.Block {
	all := e.lastedContracts()
	if len(all) == 0 {
		return nil
	}
	f := e.figure("average_continuation_months")
	c := &content.Chart{ID: "contract_lengths", Kind: content.Lengths, Unit: e.Words("か月", " months"),
		Figures: []string{"average_continuation_months"},
		Twin: &content.Table{Caption: e.Words("定期の契約の長さ", "Length of recurring contracts"), Columns: []content.Column{
			{Head: e.Words("仕事", "Work")}, {Head: e.Words("長さ", "Length"), Align: content.Right}}}}
	s := content.Series{Name: e.Words("長さ", "length")}
	for _, one := range all[:min(len(all), mostLengths)] {
		months, state := one.spell.Months(), e.Words(" 継続中", ", running")
		if one.spell.Ended {
			state = e.Words(" 終了", ", ended")
		}
		label := e.Quantity(months, kpi.Months) + state
		c.Categories = append(c.Categories, one.name)
		s.Values, s.Labels = append(s.Values, &months), append(s.Labels, label)
		s.Ended = append(s.Ended, one.spell.Ended)
		c.Twin.Rows = append(c.Twin.Rows, []string{one.name, label})
	}
	c.Series = []content.Series{s}
	slide := &content.SlideParts{Title: e.lengthsTitle(all), Chart: c, Foot: e.lengthsFoot(len(all)),
		Notes: e.sources("average_continuation_months")}
	if f != nil && f.Value != nil && len(all) > 1 {
		c.Marks = []content.Mark{{Axis: "x", Value: *f.Value, Label: e.Words("平均"+e.Value(f), "mean "+e.Value(f))}}
		slide.Lead = []string{e.meanLead(f, all)}
	}
	return e.slide(b, slide)
}

// lastedContracts are the recurring contracts of the figure, the longest first.
func (e *Env) lastedContracts() []lasted {
	if e.Cohort.Contracts.Derived {
		return nil
	}
	var all []lasted
	n := 0
	for _, c := range e.Window.Contracts {
		if !kpi.Recurring(c) {
			continue
		}
		n++
		s := facts.Spell{From: c.StartDate.Value, To: e.Window.Clock.At()}
		if c.EndDate.Known && c.EndDate.Value <= s.To {
			s.To, s.Ended = c.EndDate.Value, true
		}
		if s.To >= s.From {
			all = append(all, lasted{e.workName(c, n), s})
		}
	}
	slices.SortStableFunc(all, func(a, b lasted) int { return cmp.Compare(b.spell.Days(), a.spell.Days()) })
	return all
}

// workName is what a contract is about, or its kind of work, or a running number.
func (e *Env) workName(c *record.Contract, n int) string {
	switch {
	case c.Title.Known:
		return c.Title.Value
	case c.Category.Known:
		return c.Category.Value
	}
	return e.Words(fmt.Sprintf("契約%d", n), fmt.Sprintf("contract %d", n))
}

func (e *Env) lengthsTitle(all []lasted) string {
	running := 0
	for _, one := range all {
		if !one.spell.Ended {
			running++
		}
	}
	n := len(all)
	switch running {
	case 0:
		return e.Words(fmt.Sprintf("定期の契約%d件は、すべて終わった。", n), "All of the "+plural(n, "recurring contract", "recurring contracts")+
			" ended.")
	case n:
		if n == 1 {
			return e.Words("定期の契約1件が、いまも続いている。", "The one recurring contract still runs.")
		}
		return e.Words(fmt.Sprintf("定期の契約%d件が、すべて続いている。", n), fmt.Sprintf("All %d recurring contracts still run.", n))
	}
	return e.Words(fmt.Sprintf("定期の契約%d件のうち%d件が、いまも続いている。", n, running),
		fmt.Sprintf("Of %d recurring contracts %d still run.", n, running))
}

// meanLead states the mean against its target, and that those that run on will raise it.
func (e *Env) meanLead(f *kpi.Figure, all []lasted) string {
	text := e.Words("平均は"+e.Value(f), "The mean is "+e.Value(f))
	if f.Target != nil {
		text += e.Words("（目標"+e.counted(f, *f.Target)+"）", " (target "+e.counted(f, *f.Target)+")")
	}
	text += e.Words("。", ".")
	running := 0
	for _, one := range all {
		if !one.spell.Ended {
			running++
		}
	}
	if running > 0 {
		text += e.Words(fmt.Sprintf("続いている%d件は、この先も伸びる。", running), fmt.Sprintf(" The %d that run will grow.", running))
	}
	return text
}

// lengthsFoot says until when lengths are counted, and how many contracts the slide has no room for.
func (e *Env) lengthsFoot(n int) string {
	text := e.Words("開始から"+e.era(e.Window.Clock.At())+"までの長さ。", "From the start to "+e.era(e.Window.Clock.At())+".")
	if rest := n - mostLengths; rest > 0 {
		text += e.Words(fmt.Sprintf("長い順に%d件。ほかに%d件。", mostLengths, rest), fmt.Sprintf(" The %d longest; %d more.", mostLengths,
			rest))
	}
	return text
}
