package setting

import (
	"cmp"
	"fmt"
	"time"

	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

// Clock is the as-of date and the reporting period of one run.
type Clock struct {
	AsOf cell.Day // A
	From cell.Day // F
	To   cell.Day // T = min(end of period, A); both ends are included
	End  cell.Day // end of the period, which may still lie ahead of A
	// Named says that the command line names the period: who does so knows that A may lie after its end.
	Named bool
}

// At returns E = min(T, A), the evaluation date: the day on which stages and states are taken, and up to which
// rows are looked at. Payments alone are looked at up to A, for work done by E.
func (c Clock) At() cell.Day { return min(c.To, c.AsOf) }

// Settling reports whether A lies after the period's end, so that payments after it may count for the work of the
// period (出納整理期間).
func (c Clock) Settling() bool { return c.AsOf > c.At() }

// Overdue reports whether A lies after the period's end and nobody named the period: then the period that stands
// in pilot.toml may be last year's by oversight.
func (c Clock) Overdue() bool { return c.Settling() && !c.Named }

// OverdueNote is what every output of an overdue run says first, with the way to the new year.
func (c Clock) OverdueNote() lang.Text {
	page := c.OverdueOnPaper()
	return lang.Say(page.JA+"新しい年度を見るときは、pilot.toml の [period] か --period を直してください",
		page.EN+" For the new year change [period] in pilot.toml, or give --period.")
}

// OverdueOnPaper is OverdueNote for a page: settings and commands are nothing to its readers.
func (c Clock) OverdueOnPaper() lang.Text {
	end, asOf := c.End.EraString(lang.JA), c.AsOf.EraString(lang.JA)
	return lang.Say(fmt.Sprintf("対象期間は%sに終わっていて、基準日%sはその後です。%s時点の値を示します。", end, asOf, end),
		fmt.Sprintf("The period ended on %s, before the as-of date %s: what follows is as of %s.", c.End, c.AsOf, c.End))
}

// fiscalYear returns the first and last day of a fiscal year.
func fiscalYear(year int) (from, to cell.Day) {
	return cell.NewDay(year, time.April, 1), cell.NewDay(year+1, time.March, 31)
}

// Asked is what the command line says about the clock of one run; nil and empty mean "not said".
type Asked struct {
	AsOf       *cell.Day
	From, To   *cell.Day
	FiscalYear string   // in a form that ReadFiscalYear reads; anything else counts as not said
	Today      cell.Day // the as-of date when nobody says another
}

// NewClock settles the clock of a run: the as-of date is the one asked for, else pilot.toml's, else
// today; the period likewise, else the fiscal year that holds the as-of date. A period given by
// one end only takes the other from the fiscal year that holds the given end.
func NewClock(asked Asked, p Period) Clock {
	c := Clock{AsOf: asked.Today}
	for _, d := range []*cell.Day{p.AsOf, asked.AsOf} {
		if d != nil {
			c.AsOf = *d
		}
	}
	from, to := p.From, p.To
	if year, ok := ReadFiscalYear(asked.FiscalYear); ok {
		first, last := fiscalYear(year)
		from, to = &first, &last
	}
	if asked.From != nil || asked.To != nil {
		from, to = asked.From, asked.To
	}
	switch {
	case from == nil && to == nil:
		c.From, c.To = fiscalYear(c.AsOf.FiscalYear())
	case from == nil:
		c.From, _ = fiscalYear(to.FiscalYear())
		c.To = *to
	case to == nil:
		c.From = *from
		_, c.To = fiscalYear(from.FiscalYear())
	default:
		c.From, c.To = *from, *to
	}
	c.End, c.To = c.To, min(c.To, c.AsOf)
	_, year := ReadFiscalYear(asked.FiscalYear)
	c.Named = year || asked.From != nil || asked.To != nil
	return c
}

// codeAhead is the code of a period that has not begun.
const codeAhead = "P191"

// PeriodAhead is the P191 of a period that begins after the as-of date: no row is in it yet, as when
// a pilot is set up before its first day.
func PeriodAhead(pilot *Pilot, c Clock) finding.Finding {
	key := "period.from"
	if _, given := pilot.positions[key]; !given {
		key = "period.fiscal_year"
	}
	f := pilot.Wrong(codeAhead, key,
		lang.Sayf("対象期間は %[1]s に始まりますが、基準日は %[2]s です。まだ1日も含まれません。",
			"The period begins on %[1]s, and the as-of date is %[2]s: it does not hold a day yet.", c.From, c.AsOf),
		lang.Say("始まる前であれば、このままで構いません。ちがうときは、年度や期間、基準日を直してください。",
			"Nothing need be done before the first day; otherwise correct the period or the as-of date."))
	f.Severity, f.File = finding.Info, cmp.Or(f.File, File)
	return f
}

// Phase is a part of the cycle.
type Phase int

// Before is any day before day 1; After any day after the cycle's last.
const (
	Before Phase = iota
	TrainingPhase
	OJTPhase
	RetentionPhase
	After
)

// Cycle is the lengths in days of the three phases, by default 30/30/30.
type Cycle struct{ Training, OJT, Retention int }

// Length returns L, the whole cycle in days.
func (c Cycle) Length() int { return c.Training + c.OJT + c.Retention }

// Day returns d, the day of the cycle of date for a participant who started on start: 1 on the
// first day, 0 or less before it.
func (c Cycle) Day(start, date cell.Day) int { return int(date-start) + 1 }

// Phase returns the phase that day d of the cycle falls in.
func (c Cycle) Phase(d int) Phase {
	switch {
	case d < 1:
		return Before
	case d <= c.Training:
		return TrainingPhase
	case d <= c.Training+c.OJT:
		return OJTPhase
	case d <= c.Length():
		return RetentionPhase
	}
	return After
}

// Complete reports whether the cycle of a participant who started on start is over at asOf:
// start + L − 1 ≤ asOf.
func (c Cycle) Complete(start, asOf cell.Day) bool {
	return start+cell.Day(c.Length())-1 <= asOf
}

// Months returns (b − a + 1 day) / 30.4375, the length in months of [a, b], both ends included.
func Months(a, b cell.Day) float64 { return float64(b-a+1) / 30.4375 }
