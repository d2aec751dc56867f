package cell

import (
	"strings"

	"pilot90/cohort/lang"
)

// A Span is work without a rest between.
type Span struct{ Start, End TimeOfDay }

// maxSpans bounds the spans of one cell.
const maxSpans = 12

var spanForm = form{
	code:     CodeClock,
	expected: lang.Text{JA: "始めと終わりの時刻", EN: "a start and an end"},
	fix: lang.Text{
		JA: "9:00〜12:00 のように書いてください。2つ以上あるときは「、」で区切ります（9:00〜12:00、13:00〜15:00）。",
		EN: "Write 9:00-12:00, several with a comma between them (9:00-12:00, 13:00-15:00).",
	},
	optional: clockForm.optional,
}

// ReadSpans reads the spans of work that stand in one cell: 9:00-12:00, 9時〜12時半, 9:00～12:00、13:00～15:00,
// 午後1:00〜3:30, 22:00〜翌1:30, also behind a day, which is then that of every start and end. What a span
// lasts is Worked's to say.
func ReadSpans(v Value) ([]Span, *Note, *Fault) {
	if fault := spanForm.unreadable(v); fault != nil {
		return nil, nil, fault
	}
	if v.Kind != Text {
		return nil, nil, spanForm.reject(v, formatReason(v))
	}
	s, changed := fold(v.Text)
	texts, ok := parseSpans(s)
	var day TimeOfDay
	if !ok {
		t, dated := parseDate(s)
		if !dated || t.fault != noDateFault || len(t.spans) == 0 {
			return nil, nil, spanForm.reject(v, lang.Text{})
		}
		d, fault := t.resolve(v)
		if fault != nil {
			return nil, nil, fault
		}
		texts, day = t.spans, TimeOfDay{Day: d, HasDay: true}
	}
	return spansOfTexts(v, texts, day, changed)
}

// spansOfTexts checks the times of a cell.
func spansOfTexts(v Value, texts []spanText, day TimeOfDay, changed bool) ([]Span, *Note, *Fault) {
	spans := make([]Span, len(texts))
	var why lang.Text
	var words []string
	for i, text := range texts {
		for _, t := range []timeOfDay{text.start, text.end} {
			if flaw := t.fault(maxClockHour); flaw != noTimeFault {
				return nil, nil, clockFault(v, "", t, flaw)
			}
			if w := t.why(changed); why.Empty() {
				why = w
			}
		}
		start, end := day, day
		start.Seconds, start.Next = text.start.seconds(), text.start.next
		end.Seconds, end.Next = text.end.seconds(), text.end.next
		spans[i] = Span{start, end}
		words = append(words, start.String()+"-"+end.String())
	}
	if !why.Empty() {
		return spans, note(v, strings.Join(words, "、"), why), nil
	}
	return spans, nil, nil
}

// A spanText is a start and an end as their text says them.
type spanText struct{ start, end timeOfDay }

// parseSpans reads folded text as nothing but spans.
func parseSpans(s string) ([]spanText, bool) {
	p := &scanner{s}
	spans, ok := p.spans()
	return spans, ok && p.done()
}

// spans takes one span or more.
func (p *scanner) spans() ([]spanText, bool) {
	var all []spanText
	for len(all) < maxSpans {
		before := p.s
		if len(all) > 0 {
			p.eat("、", ",", ";", "/", "&", "+", "・", "と", "および", "及び")
		}
		span, ok := p.span()
		if !ok {
			p.s = before
			break
		}
		all = append(all, span)
	}
	return all, len(all) > 0
}

// span takes 9:00-12:00, 9時から12時まで and 9〜12時.
func (p *scanner) span() (s spanText, ok bool) {
	if s.start, ok = p.spanTime(); !ok || !p.eat("-", "~", "〜", "→", "から", "より") {
		return s, false
	}
	if s.end, ok = p.spanTime(); !ok || s.end.bare {
		return s, false
	}
	p.eat("まで")
	if s.start.bare && !s.end.words || s.start.zoned || s.end.zoned {
		return s, false
	}
	// 午後1:00〜3:30: the half is said once.
	if s.start.half == afternoon && s.end.half == noHalf && !s.end.next && s.end.hour < 12 {
		s.end.half = afternoon
	}
	return s, true
}

// spanTime takes a time, 0900 too.
func (p *scanner) spanTime() (timeOfDay, bool) {
	p.space()
	if digits, end := asciiDigits(p.s, 0); end == 4 && !strings.HasPrefix(p.s[end:], ":") {
		n, _ := shortInt(digits, 0, 4)
		p.s = p.s[end:]
		return timeOfDay{hour: n / 100, minute: n % 100, words: true}, true
	}
	return p.timeOfDay()
}
