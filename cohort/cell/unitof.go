package cell

import (
	"math"
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"

	"pilot90/cohort/lang"
	"pilot90/cohort/pattern"
)

// maxNoteBytes bounds the text of a note or heading; a longer one is no unit.
const maxNoteBytes = 200

// UnitOf returns what a note says of the numbers of a column: 分 beside hours of work is minutes,
// 千円 beside money a thousand yen, 予定 that they are no facts. Case, width and spaces do not matter, nor do 単位：
// before and 単位 behind it. The zero Unit with the Text is one whose words are not known.
func UnitOf(m Measure, note string) Unit {
	if len(note) > maxNoteBytes {
		return Unit{Text: lang.Quote(note)}
	}
	u := unitOfKey(m, unitKey(note))
	u.Text = lang.Quote(note)
	return u.reasoned(m)
}

// unitOfKey looks a note up, and failing that reads it as one with numbers.
func unitOfKey(m Measure, key string) Unit {
	if m == TimeMeasure {
		if u, ok := stepUnit(key); ok { // 15分単位, which is no 分
			return u
		}
	}
	for _, form := range []string{key, bareUnit(key)} {
		if u, ok := unitWords()[m][form]; ok {
			return u
		}
	}
	switch {
	case yearTag.MatchString(key), footnoteMark.MatchString(key), digitsAsked.MatchString(key):
		return Unit{Kind: UnitNone}
	case monthTag(key):
		return Unit{Kind: UnitNone}
	case m == MoneyMeasure && forOneMonth.MatchString(key):
		return Unit{Kind: UnitMonthly}
	case m == MoneyMeasure && forTheTerm.MatchString(key):
		return Unit{Kind: UnitNone}
	case m == TimeMeasure:
		if u, ok := exampleUnit(key); ok {
			return u
		}
		return lengthUnit(key)
	case m == ScoreMeasure:
		return scaleOf(key)
	}
	return Unit{}
}

// reasoned adds why a unit is not read.
func (u Unit) reasoned(m Measure) Unit {
	r, refused := reasons[u.Kind]
	switch {
	case m == TimeMeasure && (u.Kind == UnitCount || u.Kind == UnitShare), m == MoneyMeasure && u.Kind == UnitShare:
		r, refused = otherUnit, true
	case (u.Kind == UnitLessons || u.Kind == UnitDays) && u.Factor > 0:
		return u
	}
	if refused {
		u.Why = lang.Text{JA: strings.Replace(r.why.JA, "%s", u.Text, 1), EN: strings.Replace(r.why.EN, "%s", u.Text, 1)}
		u.Fix = r.fix
	}
	return u
}

// unitKey brings a note to the form of the tables: NFKC, small letters, no spaces, no brackets around it.
func unitKey(s string) string {
	s = strings.ToLower(norm.NFKC.String(strings.ToValidUTF8(s, "\uFFFD")))
	s = strings.Map(func(r rune) rune {
		switch {
		case r == ' ' || r == '\n' || r == '\r' || r == '\t' || lang.Invisible(r):
			return -1
		case lang.IsDash(r):
			return '-'
		case r == '〜':
			return '~'
		case r == '⇒':
			return '→'
		}
		return r
	}, s)
	return strings.Trim(s, "()[]{}【】〔〕「」『』〈〉《》<>※*:.,、。/_")
}

// before and behind are what stands around a unit without being part of it.
var (
	beforeUnit = pattern.New(`^(単位[はがを]?[:=]?|in)`)
	behindUnit = pattern.New(`(単位)?(です|とする|とします|で?(記入|入力|表示|表記|記載|換算|計算)` +
		`(する|してください|して下さい|のこと|しています|しております|しました|すること|願います|お願いします)?|を記入|を入力|で)?$`)
)

// bareUnit cuts 単位： and the like off a note.
func bareUnit(key string) string {
	bare := behindUnit.ReplaceAllString(beforeUnit.ReplaceAllString(key, ""), "")
	return strings.Trim(bare, "()[]:.")
}

// yearTag is the year that a table is about: 令和7年度, R7, 2025年度.
var yearTag = pattern.New(`^(令和|平成|r|h)?([0-9]{1,4}|元)(年度|年)$|^r[0-9]{1,2}$`)

// Notes that change no number: the mark of a footnote (※1, 注2), and how many digits are wanted (小数点以下2桁まで).
var (
	footnoteMark = pattern.New(`^注?[0-9]{1,2}$`)
	digitsAsked  = pattern.New(`^小数点?(以下)?第?[0-9一二三](位|桁|けた)(まで|で|四捨五入)*$`)
)

// An amount for one month, and one for a term of so many.
var (
	forOneMonth = pattern.New(`^1(か|ヶ|ケ|カ|ヵ|箇)月(分|間)?(当たり|あたり)?$`)
	forTheTerm  = pattern.New(`^[0-9]{1,2}((か|ヶ|ケ|カ|ヵ|箇)月|年)(分|間)$`)
)

// monthTag reports the month that a table is about: 4月分, 令和7年8月.
func monthTag(key string) bool {
	_, ok := parseMonth(key)
	return ok && strings.Contains(key, "月")
}

// step is a grain of time: 15分単位, 30分刻み, 15分きざみ.
var step = pattern.New(`^([0-9]{1,2})(分|min)(単位|刻み|刻|きざみ|ごと|毎)`)

// hourStep is one that leaves no doubt: 0.5時間単位.
var hourStep = pattern.New(`^[0-9]+(\.[0-9]+)?(時間|h)(単位|刻み|刻|きざみ|ごと|毎)`)

func stepUnit(key string) (Unit, bool) {
	key = beforeUnit.ReplaceAllString(key, "")
	m := step.FindStringSubmatch(key)
	if m == nil {
		return Unit{Kind: UnitHours, Factor: 1}, hourStep.MatchString(key)
	}
	n, err := strconv.Atoi(m[1])
	return Unit{Kind: UnitStep, Factor: float64(n)}, err == nil && n > 1
}

// countedUnits are the units whose length has to be told.
const countedUnits = `コマ|こま|時限|限|枠|スロット|ユニット|セット|口|人日|日|人工`

// lengths say how long a lesson or a day of work is: 1コマ90分, 1コマ=1.5時間, 90分/コマ, コマ(90分), 1人日=8h.
var (
	lengthAfter  = pattern.New(`^1?(` + countedUnits + `)[:=は(]?([0-9]+(?:\.[0-9]+)?)(分|min|時間|h|hours?)(間)?\)?$`)
	lengthBefore = pattern.New(`^([0-9]+(?:\.[0-9]+)?)(分|min|時間|h|hours?)[/=]?1?(` + countedUnits + `)$`)
)

// lengthUnit reads a unit that comes with its length.
func lengthUnit(key string) Unit {
	word, number, measure := "", "", ""
	if m := lengthAfter.FindStringSubmatch(key); m != nil {
		word, number, measure = m[1], m[2], m[3]
	} else if m := lengthBefore.FindStringSubmatch(key); m != nil {
		number, measure, word = m[1], m[2], m[3]
	}
	n, err := strconv.ParseFloat(number, 64)
	if err != nil || n <= 0 || n > 1440 {
		return Unit{}
	}
	if measure == "分" || measure == "min" {
		n /= 60
	}
	return Unit{Kind: unitWords()[TimeMeasure][word].Kind, Factor: n}
}

// example is a value with what it means: 1.30=1時間30分.
var (
	exampleAfter  = pattern.New(`([0-9]+(?:[.:][0-9]{1,2})?)(?:=|→|は|が)([0-9]+)時間([0-9]{1,2})分`)
	exampleBefore = pattern.New(`([0-9]+)時間([0-9]{1,2})分(?:=|→|は|が|なら)([0-9]+(?:[.:][0-9]{1,2})?)`)
	exampleHours  = pattern.New(`^(?:例|記入例|ex|e\.g)[:.]*[0-9]+\.(?:0|5|25|75)(?:h|時間)?$`) // 1.30 may be either
	exampleColon  = pattern.New(`^(?:例|記入例|ex|e\.g)[:.]*[0-9]+:[0-9]{2}$`)
)

// exampleUnit reads a unit that is told by an example.
func exampleUnit(key string) (Unit, bool) {
	switch {
	case exampleHours.MatchString(key):
		return Unit{Kind: UnitHours, Factor: 1}, true
	case exampleColon.MatchString(key):
		return Unit{Kind: UnitColon}, true
	}
	number, hours, minutes := "", "", ""
	if m := exampleAfter.FindStringSubmatch(key); m != nil {
		number, hours, minutes = m[1], m[2], m[3]
	} else if m := exampleBefore.FindStringSubmatch(key); m != nil {
		hours, minutes, number = m[1], m[2], m[3]
	}
	h, _ := strconv.Atoi(hours)
	m, _ := strconv.Atoi(minutes)
	n, err := strconv.ParseFloat(strings.Replace(number, ":", "", 1), 64)
	if err != nil || h > 99 {
		return Unit{}, false
	}
	is := func(n float64, whole int) bool { return math.Abs(n-float64(whole)) < 1e-9 }
	switch {
	case strings.Contains(number, ":"):
		return Unit{Kind: UnitColon}, is(n, 100*h+m)
	case is(float64(n*60), 60*h+m):
		return Unit{Kind: UnitHours, Factor: 1}, true
	case is(float64(n*100), 100*h+m):
		return Unit{Kind: UnitBase60}, true
	case is(n, 60*h+m):
		return Unit{Kind: UnitMinutes, Factor: 1.0 / 60}, true
	}
	return Unit{Kind: UnitHMM}, is(n, 100*h+m)
}
