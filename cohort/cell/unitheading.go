package cell

import (
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"pilot90/cohort/pattern"
)

// HeadingNotes splits a heading into its words and the notes beside them: what stands in brackets, and
// behind ※, a slash, a middle dot, an underline or a line break what is known as a note of the measure. 作業時間（分・実績）
// gives 作業時間 and 分, 実績; 定期/単発 has no note.
func HeadingNotes(m Measure, heading string) (words string, notes []string) {
	if len(heading) > maxNoteBytes {
		return strings.TrimSpace(heading), nil
	}
	words, bracketed := cutBrackets(norm.NFKC.String(strings.ToValidUTF8(heading, "\uFFFD")))
	if before, note, marked := strings.Cut(words, "※"); marked && UnitOf(m, note).Kind != UnknownUnit {
		words, bracketed = strings.TrimSpace(before), append(bracketed, note)
	}
	words, notes = cutBehind(m, words)
	for _, b := range bracketed {
		notes = append(notes, splitNote(m, b)...)
	}
	return words, notes
}

// HeadingUnits returns what the notes of a heading say of the numbers below it, and what its words say
// themselves where they end in a unit (秒数, 作業時間分, Total minutes).
func HeadingUnits(m Measure, heading string) []Unit {
	words, notes := HeadingNotes(m, heading)
	var units []Unit
	if u, ok := unitAtEnd(m, words); ok {
		units = append(units, u)
	}
	for _, n := range notes {
		units = append(units, UnitOf(m, n))
	}
	return units
}

// openers and closers are the brackets of headings and names.
const (
	openers = "([{<（［｛【「『〔〈《"
	closers = ")]}>）］｝】」』〕〉》"
)

// cutBrackets takes what stands in brackets out of a text; brackets inside brackets stay where they are.
func cutBrackets(s string) (outside string, inside []string) {
	var out, in strings.Builder
	depth := 0
	for _, r := range s {
		switch {
		case strings.ContainsRune(openers, r):
			if depth++; depth == 1 {
				continue
			}
		case strings.ContainsRune(closers, r) && depth > 0:
			if depth--; depth == 0 {
				inside = append(inside, in.String())
				in.Reset()
				continue
			}
		}
		if depth > 0 {
			in.WriteRune(r)
		} else {
			out.WriteRune(r)
		}
	}
	if depth > 0 { // never closed
		inside = append(inside, in.String())
	}
	inside = slices.DeleteFunc(inside, func(s string) bool { return strings.TrimSpace(s) == "" })
	return strings.TrimSpace(out.String()), inside
}

// cutBehind takes known notes off the end of the words of a heading. 作業時間・分 has hours and minutes.
func cutBehind(m Measure, words string) (rest string, notes []string) {
	for {
		at := strings.LastIndexAny(words, "/・_\n")
		if at <= 0 {
			return words, notes
		}
		before, note := strings.TrimSpace(words[:at]), strings.TrimLeft(words[at:], "/・_\n ")
		if strings.HasSuffix(before, "時間") && words[at:] == "・分" {
			note = "時間・分"
		}
		brokenWord := words[at] == '\n' && note == "時間" && !strings.Contains(before, "時間") // 作業時間 on two lines
		if UnitOf(m, note).Kind == UnknownUnit || brokenWord {
			return words, notes
		}
		words, notes = before, append([]string{note}, notes...)
	}
}

// splitNote splits 税込・千円 where every part is known; a note that is known as a whole, or not at all, stays whole.
func splitNote(m Measure, note string) []string {
	if UnitOf(m, note).Kind != UnknownUnit {
		return []string{note}
	}
	parts := strings.FieldsFunc(note, func(r rune) bool { return strings.ContainsRune("・、,;/ \n"+openers+closers, r) })
	if tax := taxBefore.FindStringSubmatch(note); tax != nil {
		parts = tax[1:]
	}
	for _, part := range parts {
		if UnitOf(m, part).Kind == UnknownUnit {
			return []string{note}
		}
	}
	return parts
}

// taxBefore is a unit with the tax before it and nothing between: 税込千円.
var taxBefore = pattern.New(`^(税込み?|税抜き?|税別)([^ /・、,]+)$`)

// endings are the units in which the words of a heading may end, with what must stand before a short one that is not
// the whole heading.
var endings = map[Measure][]struct {
	before []string
	words  string
	unit   string
}{
	TimeMeasure: {
		{nil, "秒数 seconds secs", "秒"}, {nil, "分数 minutes mins", "分"}, {nil, "コマ数 コマ", "コマ"}, {nil, "日数 人日", "日"},
		{nil, "hours hrs", "h"}, {[]string{"時間", "所要"}, "分", "分"}, {[]string{"時間", "所要"}, "秒", "秒"},
	},
	MoneyMeasure: {{nil, "千円", "千円"}, {nil, "万円", "万円"}, {nil, "ドル usd", "USD"}},
}

// unitAtEnd returns the unit in which the words of a heading end.
func unitAtEnd(m Measure, words string) (Unit, bool) {
	key := unitKey(words)
	if m == ScoreMeasure {
		u := UnitOf(m, words)
		return u, u.Kind == UnitScale || u.Kind == UnitOtherScale || u.Kind == UnitBestIsLeast
	}
	for _, e := range endings[m] {
		for _, word := range strings.Fields(e.words) {
			before, ok := strings.CutSuffix(key, word)
			fits := e.before == nil || before == "" ||
				slices.ContainsFunc(e.before, func(b string) bool { return strings.HasSuffix(before, b) })
			if ok && fits {
				return UnitOf(m, e.unit), true
			}
		}
	}
	return Unit{}, false
}
