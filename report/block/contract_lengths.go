package block

import (
	"cmp"
	"fmt"
	"slices"

	"pilot90/cohort/record"
	"pilot90/cohort/setting"
	"pilot90/kpi"
	"pilot90/report/content"
	"pilot90/report/plan"
)

var contractLengthsKind = Kind{
	Name:  "contract_lengths",
	About: "定期の契約の長さ（仕事の種類ごと。発注者は載せない）",
	Build: (*Env).contractLengths,
}

// mostLengths is how many contracts are drawn; the rest is counted.
const mostLengths = 12

// term is how long a recurring contract has lasted.
type term struct {
	name   string // its kind of work
	work   string // what it is about
	months float64
	ended  bool
}

// contractLengths draws each recurring contract as a bar, by its kind of work and never by its client. The bars are
// those that the figure of the mean counts; where that is not told, nothing is drawn.
func (e *Env) contractLengths(plan.Block) []content.Block {
	f := e.on(kpi.TopicContractLength)
	terms := e.terms()
	if f == nil || f.Value == nil || f.Suppressed || len(terms) != f.N {
		return nil
	}
	going := len(terms) - ended(terms)
	c := &content.Chart{ID: "contract_lengths", Kind: content.Lengths, Unit: e.Words("か月", " months"),
		Title: e.lengthsTitle(going, len(terms)),
		Marks: []content.Mark{{Axis: "x", Value: *f.Value, Label: e.Words("平均"+e.Value(f), "mean "+e.Value(f))}},
		Twin: &content.Table{Caption: e.Words("定期の契約の長さ", "Lengths of recurring contracts"), Columns: []content.Column{
			{Head: e.Words("仕事の種類", "Kind of work")}, {Head: e.Words("長さ", "Length"), Align: content.Right},
			{Head: e.Words("状態", "State")}}}}
	s := content.Series{Name: e.Words("長さ", "length")}
	for _, t := range longest(terms, mostLengths) {
		length, state := e.Quantity(t.months, kpi.Months), e.Words("継続中", "running")
		drawn := e.Words(length, content.Round(t.months, 1)+" mo.")
		if t.ended {
			state = e.Words("終了", "ended")
		}
		c.Categories = append(c.Categories, t.name)
		s.Values, s.Labels = append(s.Values, new(t.months)), append(s.Labels, drawn+" "+state)
		s.Ended = append(s.Ended, t.ended)
		c.Twin.Rows = append(c.Twin.Rows, []string{t.name, length, state})
	}
	c.Series = []content.Series{s}
	return []content.Block{content.Heading{Text: c.Title}, c,
		content.Paragraph{Text: e.lengthsNote(f, terms), Tone: content.Note}}
}

// terms are the recurring contracts that have started, the longest first.
func (e *Env) terms() []term {
	var out []term
	at, names := e.Window.Clock.At(), e.outerNaming()
	for _, c := range e.Window.Contracts {
		if !c.Kind.Known || !kpi.Recurring(c) {
			continue
		}
		t := term{name: e.kindOfWork(c, names), work: e.workOf(c, names)}
		end := at
		if c.EndDate.Known && c.EndDate.Value <= at {
			end, t.ended = c.EndDate.Value, true
		}
		if end < c.StartDate.Value {
			continue
		}
		t.months = setting.Months(c.StartDate.Value, end)
		out = append(out, t)
	}
	slices.SortStableFunc(out, func(a, b term) int { return cmp.Compare(b.months, a.months) })
	return out
}

// outerNaming tells, outside the hub, which typed texts say for whom a contract is or who works on it.
func (e *Env) outerNaming() func(text string) bool {
	if e.Profile.Open() {
		return func(string) bool { return false }
	}
	return e.Window.Naming()
}

func (e *Env) kindOfWork(c *record.Contract, names func(text string) bool) string {
	if c.Category.Known && c.Category.Value != "" && !names(c.Category.Value) {
		return c.Category.Value
	}
	return e.Words(e.monthOf(c.StartDate.Value)+"から", "since "+e.monthOf(c.StartDate.Value))
}

// workOf is what a contract is about, as far as its title names nobody, else its kind of work.
func (e *Env) workOf(c *record.Contract, names func(text string) bool) string {
	if c.Title.Known && c.Title.Value != "" && !names(c.Title.Value) {
		return c.Title.Value
	}
	return e.kindOfWork(c, names)
}

// longest are at most so many of the terms, the longest first: half of them those that run on and half those that
// ended, more of one where there are fewer of the other.
func longest(terms []term, most int) []term {
	if len(terms) <= most {
		return terms
	}
	over := min(ended(terms), max(most/2, most-(len(terms)-ended(terms))))
	running := most - over
	var out []term
	for _, t := range terms {
		room := &running
		if t.ended {
			room = &over
		}
		if *room > 0 {
			*room--
			out = append(out, t)
		}
	}
	return out
}

func ended(terms []term) int {
	n := 0
	for _, t := range terms {
		if t.ended {
			n++
		}
	}
	return n
}

func (e *Env) lengthsTitle(going, all int) string {
	switch {
	case all == 1 && going == 0:
		return e.Words("定期の契約1件は終わった", "The one recurring contract has ended")
	case all == 1:
		return e.Words("定期の契約1件が続いている", "The one recurring contract goes on")
	case going == 0:
		return e.Words(fmt.Sprintf("定期の契約は%d件すべてが終わった", all), fmt.Sprintf("All %d recurring contracts have ended", all))
	case going == all:
		return e.Words(fmt.Sprintf("定期の契約は%d件すべてが続いている", all), fmt.Sprintf("All %d recurring contracts go on", all))
	}
	return e.Words(fmt.Sprintf("定期の契約は%d件中%d件が続いている", all, going),
		fmt.Sprintf("%d of %d recurring contracts %s", going, all, map[bool]string{true: "goes on",
			false: "go on"}[going == 1]))
}

func (e *Env) lengthsNote(f *kpi.Figure, terms []term) string {
	day := e.Day(e.Window.Clock.At())
	text := e.Words("開始から"+day+"までの長さ。", "From the start to "+day+". ")
	if ended(terms) < len(terms) {
		text += e.Words("続いている契約はこの先も伸びるため、平均"+e.Value(f)+"は少なくともの値。",
			"Running contracts go on, so the mean of "+e.Value(f)+" is the least it can be. ")
	}
	return text + e.leftOut(terms, mostLengths)
}

// leftOut says which of the terms are drawn where there is no room for all.
func (e *Env) leftOut(terms []term, most int) string {
	if len(terms) <= most {
		return ""
	}
	over := ended(longest(terms, most))
	if all := ended(terms); over > 0 && over < most {
		return e.Words(fmt.Sprintf("続いている%d件のうち%d件と、終わった%d件のうち%d件を、長い順に示す。", len(terms)-all, most-over, all, over),
			fmt.Sprintf("The longest %d of %d running and %d of %d ended.", most-over, len(terms)-all, over, all))
	}
	return e.Words(fmt.Sprintf("長いものから%d件を示し、ほかに%d件ある。", most, len(terms)-most),
		fmt.Sprintf("The %d longest; there are %d more.", most, len(terms)-most))
}
