package cell

import (
	"math"

	"pilot90/cohort/lang"
)

var restForm = form{
	code:     CodeHours,
	expected: lang.Text{JA: "休憩の長さ", EN: "the length of a rest"},
	fix: lang.Text{
		JA: "0:45 または 45分 のように書いてください。数だけを書くときは、見出しに「休憩（分）」のように単位を書きます。",
		EN: "Write 0:45 or 45分; for plain numbers give the unit in the heading, such as 休憩（分）.",
	},
	optional: lang.Text{JA: "休憩がないときは空欄にしてください。", EN: "Leave the cell blank if there was none."},
}

var (
	whyRestMinutes = lang.Text{
		JA: "単位のない10以上の休憩を「分」として読みました",
		EN: "a rest of ten or more without a unit was read as minutes",
	}
	whyRestSpan = lang.Text{JA: "休憩の始めと終わりから長さを計算しました", EN: "the rest was worked out from its start and end"}
	whyNoRest   = lang.Text{JA: "休憩なしとして読みました", EN: "it was read as no rest"}
)

// noRest are the words for no rest at all.
var noRest = map[string]bool{"なし": true, "無し": true, "無": true, "-": true, "×": true, "取らず": true}

// maxRest is the longest rest that is read, in hours.
const maxRest = 12

// ReadRest reads the length of a rest in seconds: 0:45, 45分, 1時間, an Excel time, 12:00-13:00, なし, or a
// number in the unit of the column. Where that is unknown, a number of ten or more is minutes and one
// below five hours; between them it is a fault. A blank is CodeBlank: that it is no rest is the caller's
// to say.
func ReadRest(v Value, u Unit) (seconds int, n *Note, f *Fault) {
	if fault := restForm.unreadable(v); fault != nil {
		return 0, nil, fault
	}
	hours, n, f := restHours(v, u)
	switch {
	case f == nil && hours > maxRest:
		f = restForm.fault(CodeRange, lang.Text{
			JA: "「" + lang.Quote(v.Text) + "」は、休憩としては12時間を超えています。",
			EN: "“" + lang.Quote(v.Text) + "” is a rest of over 12 hours.",
		})
	case f != nil && f.Code == CodeHours:
		f.Expected, f.Fix, f.Blank = restForm.expected, restForm.fix, restForm.optional
	}
	if f != nil {
		return 0, nil, f
	}
	return int(math.Round(hours * 3600)), n, nil
}

// restHours reads the length of a rest in hours.
func restHours(v Value, u Unit) (float64, *Note, *Fault) {
	if v.Kind == Text {
		if noRest[lang.Key(v.Text)] {
			return 0, note(v, "0分", whyNoRest), nil
		}
		if spans, _, fault := ReadSpans(v); fault == nil {
			hours, _, _, fault := Worked(spans, 0, false)
			return hours, note(v, formatHours(hours), whyRestSpan), fault
		}
	}
	if bare, ok := bareHours(v); ok && u.Kind == UnknownUnit && bare >= 5 {
		if bare < 10 {
			return 0, nil, restForm.reject(v, lang.Text{JA: "時間か分か分かりません。", EN: "It may be hours or minutes."})
		}
		return inUnit(v, bare/60, NonNegative, whyRestMinutes)
	}
	return ReadHoursIn(v, u, NonNegative)
}
