package cell

import (
	"strconv"
	"strings"

	"pilot90/cohort/pattern"
)

// The forms in which a scale of scores is told.
var (
	scaleSteps = pattern.New(`([0-9]{1,3}|[三四五七十])段階`)
	scaleTop   = pattern.New(`([0-9]{1,3})点(?:満点|中|法)|満点([0-9]{1,3})|[★星]([0-9]{1,2})|/([0-9]{1,3})点?$` +
		`|^([0-9]{1,3})点$`)
	scaleRange  = pattern.New(`([0-9]{1,3})点?(?:[~-]|から)([0-9]{1,3})`)
	scalePole   = pattern.New(`([0-9]{1,3})点?[:=.はが(\s]*([^0-9~、,・/():;→-]+)`)
	leastIsBest = pattern.New(`小さいほど(良|よ|高)|少ないほど(良|よ|高)|低いほど(良|よ)|逆順|逆転|反転`)
)

// badWords and goodWords tell which end of a scale is which; the bad ones are looked for first, as 不満 has 満 in it.
var (
	badWords  = strings.Fields("不満 悪 低 不良 思わない 役に立たな 役立たな 最下 劣 できな bad poor worst disagree dissatisf unsatisf")
	goodWords = strings.Fields("満足 良 よい よかった 高 優 思う 役立 役に立 最上 最も 一番 いちばん できた good best agree satisf excellent")
)

// scaleOf reads a note that tells a scale of scores: 5段階, 10点満点, 1:とても満足~5:とても不満, NPS. The zero Unit
// is none.
func scaleOf(key string) Unit {
	least, most, told := scaleEnds(key)
	switch poles := polesOf(key, most); {
	case leastIsBest.MatchString(key), poles < 0:
		return Unit{Kind: UnitBestIsLeast}
	case strings.Contains(key, "nps") || strings.Contains(key, "ネットプロモーター"):
		return Unit{Kind: UnitOtherScale}
	case told && most == 5 && least <= 1, !told && poles > 0 && most == 5:
		return Unit{Kind: UnitScale, Factor: 1}
	case told || poles > 0:
		return Unit{Kind: UnitOtherScale}
	}
	return Unit{}
}

// scaleEnds returns the least and the most of a scale, and whether the text tells them.
func scaleEnds(key string) (least, most int, told bool) {
	if m := scaleRange.FindStringSubmatch(key); m != nil {
		a, b := scaleNumber(m[1]), scaleNumber(m[2])
		return min(a, b), max(a, b), true
	}
	if m := scaleSteps.FindStringSubmatch(key); m != nil {
		return 1, scaleNumber(m[1]), true
	}
	if m := scaleTop.FindStringSubmatch(key); m != nil {
		for _, group := range m[1:] {
			most = max(most, scaleNumber(group))
		}
		return 1, most, true
	}
	for i, m := range scalePole.FindAllStringSubmatch(key, -1) {
		n := scaleNumber(m[1])
		if most = max(most, n); i == 0 {
			least = n
		}
		least = min(least, n)
		told = i > 0 && least < most
	}
	return least, most, told
}

// scaleNumber is the value of a few digits or of one kanji numeral; 0 for anything else.
func scaleNumber(s string) int {
	if n, size, ok := kanjiCount(s); ok && size == len(s) {
		return n
	}
	n, _ := strconv.Atoi(s)
	return n
}

// polesOf tells from the words beside the numbers whether the greater one is the better (1), the worse (-1), or
// neither is said (0).
func polesOf(key string, most int) int {
	sign := 0
	for _, m := range scalePole.FindAllStringSubmatch(key, -1) {
		good := feeling(m[2])
		if n := scaleNumber(m[1]); n < most || most == 1 {
			good = -good
		}
		if good != 0 && sign == 0 {
			sign = good
		}
	}
	return sign
}

// feeling is 1 for a word of praise, -1 for one of blame and 0 for any other.
func feeling(label string) int {
	switch {
	case containsAny(label, badWords):
		return -1
	case containsAny(label, goodWords):
		return 1
	}
	return 0
}
