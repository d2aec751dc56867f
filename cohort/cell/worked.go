package cell

import (
	"slices"
	"strconv"

	"pilot90/cohort/lang"
)

// maxWrapped is the longest work whose end, earlier than its start, is taken for one of the next day.
const maxWrapped = 12 * 3600

var workedForm = form{
	code:     CodeSpan,
	expected: lang.Text{JA: "始めと終わりの時刻", EN: "a start and an end"},
	fix: lang.Text{
		JA: "始めと終わりの時刻をお確かめください。日付をまたぐときは、終わりを 25:30 または 翌1:30 のように書きます。",
		EN: "Check start and end; for work past midnight write the end as 25:30 or 翌1:30.",
	},
}

var whyNextDayEnd = lang.Text{
	JA: "始めより前の終わりの時刻を、翌日の時刻として読みました",
	EN: "an end before its start was read as one of the next day",
}

// Worked returns the hours of spans of work less a rest in seconds: end − start − rest, in whole seconds
// and then in hours. An end over 24:00, with 翌 or with a later day is on the next day; an end
// before its start is a fault, but in pairs (paired, or more spans than one) it is on the next day, when
// the work then lasts up to twelve hours, with a note. Faults are also a span over 24 hours, spans that overlap,
// a rest below zero or longer than the work, and no span. at is the index of the span that the note or
// fault is about, and len(spans) when it is about the rest or the whole.
func Worked(spans []Span, rest int, paired bool) (hours float64, at int, n *Note, f *Fault) {
	if len(spans) == 0 {
		return 0, 0, nil, workedForm.blank()
	}
	total := 0
	spans = onOneDay(spans)
	for i := range spans {
		more, wrapped, fault := spans[i].length(paired || len(spans) > 1)
		if fault != nil {
			return 0, i, nil, fault
		}
		if wrapped {
			at, n = i, spans[i].wrappedNote()
		}
		total += more
	}
	if i, fault := overlap(spans); fault != nil {
		return 0, i, nil, fault
	}
	if total > daySeconds {
		return 0, len(spans), nil, overADay(spans[0].Start.shown(), spans[len(spans)-1].End.shown(), total)
	}
	if fault := restFault(total, rest); fault != nil {
		return 0, len(spans), nil, fault
	}
	if n == nil {
		at = len(spans)
	}
	return float64(total-rest) / 3600, at, n, nil
}

// onOneDay gives a start or an end without a day that of the other, and a span without one that of the
// span before it.
func onOneDay(spans []Span) []Span {
	spans = slices.Clone(spans)
	var day Day
	for i := range spans {
		s := &spans[i]
		switch {
		case s.Start.HasDay:
			day = s.Start.Day
		case s.End.HasDay:
			day = s.End.Day
		}
		if s.Start.Day = day; !s.End.HasDay {
			s.End.Day = day
		}
	}
	return spans
}

// length returns the seconds of a span and whether its end was taken for one of the next day; the end is then
// put there.
func (s *Span) length(paired bool) (seconds int, wrapped bool, f *Fault) {
	dated := s.Start.HasDay && s.End.HasDay
	seconds = s.End.Seconds - s.Start.Seconds
	if dated {
		seconds += daySeconds * int(s.End.Day-s.Start.Day)
	}
	if seconds < 0 && !dated {
		// 翌1:00 to 5:00: the start has said it for both.
		said := s.Start.Next && !s.End.Next && s.Start.Seconds >= daySeconds
		if next := seconds + daySeconds; said && next >= 0 || paired && next <= maxWrapped {
			seconds, wrapped = next, true
			s.End.Seconds += daySeconds
		}
	}
	switch {
	case seconds < 0:
		return 0, false, s.endsEarly(dated)
	case seconds > daySeconds:
		return 0, false, overADay(s.Start.shown(), s.End.shown(), seconds)
	}
	return seconds, wrapped, nil
}

// endsEarly is the fault of 22:00 to 1:30.
func (s *Span) endsEarly(dated bool) *Fault {
	start, end := s.Start.shown(), s.End.shown()
	f := workedForm.fault(CodeSpan, lang.Text{
		JA: "終わりの時刻 " + end + " が、始めの時刻 " + start + " より前です。",
		EN: "The end " + end + " is before the start " + start + ".",
	})
	next := TimeOfDay{Seconds: s.End.Seconds + daySeconds}
	if dated || s.End.Seconds >= daySeconds || next.Seconds > MaxTimeOfDay {
		f.Fix = lang.Text{JA: "始めと終わりの時刻をお確かめください。", EN: "Check start and end."}
		return f
	}
	f.Suggest = []string{next.String(), "翌" + s.End.String()}
	f.Fix = lang.Text{
		JA: "日付をまたぐときは " + f.Suggest[0] + " または " + f.Suggest[1] + " と書いてください。そうでなければ、始めと終わりの時刻をお確かめください。",
		EN: "For work past midnight write " + f.Suggest[0] + " or " + f.Suggest[1] + "; otherwise check start and end.",
	}
	return f
}

// overADay is the fault of work over 24 hours.
func overADay(start, end string, seconds int) *Fault {
	length := TimeOfDay{Seconds: seconds}.String()
	return workedForm.fault(CodeSpan, lang.Text{
		JA: start + " から " + end + " までの時間が24時間を超えています（" + length + "）。",
		EN: "The work from " + start + " to " + end + " is over 24 hours (" + length + ").",
	})
}

// shown is the time with its day, where it has one.
func (c TimeOfDay) shown() string {
	if c.HasDay {
		return c.Day.String() + " " + c.String()
	}
	return c.String()
}

func (s *Span) wrappedNote() *Note {
	start, end := s.Start.shown(), TimeOfDay{Seconds: s.End.Seconds - daySeconds}.String()
	return &Note{
		Text: lang.Text{
			JA: start + " から " + end + " まで → 翌日の " + end + " までと読みました",
			EN: start + " to " + end + " was read as ending at " + end + " of the next day",
		},
		Why: whyNextDayEnd,
	}
}

// overlap returns the fault of the first span that lies partly inside one before it.
func overlap(spans []Span) (at int, f *Fault) {
	for i, s := range spans {
		for _, earlier := range spans[:i] {
			if s.from() >= earlier.to() || earlier.from() >= s.to() {
				continue
			}
			one, other := earlier.shown(), s.shown()
			fault := workedForm.fault(CodeSpan, lang.Text{
				JA: one + " と " + other + " が重なっています。",
				EN: one + " and " + other + " overlap.",
			})
			fault.Fix = lang.Text{
				JA: "同じ時間を2回数えないように、始めと終わりの時刻を直してください。",
				EN: "Mend start and end so that no time counts twice.",
			}
			return i, fault
		}
	}
	return 0, nil
}

// from and to are the ends of a span in seconds since a day that is the same for all that have none.
func (s *Span) from() int { return daySeconds*int(s.Start.Day) + s.Start.Seconds }
func (s *Span) to() int   { return daySeconds*int(s.End.Day) + s.End.Seconds }

func (s *Span) shown() string { return s.Start.shown() + "〜" + s.End.shown() }

// restFault returns the fault of a rest that does not fit into the work.
func restFault(total, rest int) *Fault {
	length, work := TimeOfDay{Seconds: rest}.String(), TimeOfDay{Seconds: total}.String()
	var fault *Fault
	switch {
	case rest < 0:
		fault = workedForm.fault(CodeSpan, lang.Text{
			JA: "休憩が0より小さい値（" + strconv.Itoa(rest/60) + "分）です。",
			EN: "The rest is below zero (" + strconv.Itoa(rest/60) + " minutes).",
		})
	case rest > total:
		fault = workedForm.fault(CodeSpan, lang.Text{
			JA: "休憩（" + length + "）が、始めから終わりまでの時間（" + work + "）より長くなっています。",
			EN: "The rest (" + length + ") is longer than the time from start to end (" + work + ").",
		})
	default:
		return nil
	}
	fault.Fix = lang.Text{
		JA: "休憩と、始めと終わりの時刻をお確かめください。",
		EN: "Check the rest, the start and the end.",
	}
	return fault
}
