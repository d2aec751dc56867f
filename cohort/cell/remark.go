package cell

import (
	"slices"
	"strings"
	"unicode/utf8"

	"pilot90/cohort/lang"
)

// doubts are words of a remark that leave open whether the word before it holds.
var doubts = []string{"検討", "希望", "または", "又は", "以前", "もと", "元", "旧", "から", "→", "変更", "まで", "以降"}

// withRemark reads 定期（月次）, スポット（1回）, 定期・月額 and 定期※: a word of the list with a remark
// behind one of the marks. A remark that takes the word back, or names another choice, leaves open
// what is meant.
func withRemark(s, marks string, choices []Choice) (Choice, bool) {
	if len(s) > maxScalarBytes {
		return Choice{}, false
	}
	key := lang.Key(s)
	at := strings.IndexAny(key, marks)
	if at <= 0 {
		return Choice{}, false
	}
	c, ok := find(key[:at], choices)
	mark, size := utf8.DecodeRuneInString(key[at:])
	remark := key[at+size:]
	if mark == '(' {
		closed := strings.HasSuffix(remark, ")")
		if remark = strings.TrimSuffix(remark, ")"); !closed || strings.ContainsAny(remark, "()") {
			return Choice{}, false
		}
	}
	if !ok || takesBack(remark) || containsAny(remark, doubts) {
		return Choice{}, false
	}
	return c, (remark != "" || mark == '※' || mark == '*') && !namesAnother(remark, c, choices)
}

// namesAnother reports a remark that is a word of another choice than c, or has one in it; 月1回 has
// only a number in common with 1回.
func namesAnother(remark string, c Choice, choices []Choice) bool {
	if own, ok := find(remark, choices); ok {
		return own.Key != c.Key
	}
	for _, other := range choices {
		for _, w := range other.Words {
			w = lang.Key(w)
			telling := utf8.RuneCountInString(w) > 1 && !strings.ContainsAny(w, "0123456789")
			if other.Key != c.Key && telling && strings.Contains(remark, w) {
				return true
			}
		}
	}
	return false
}

// containsAny reports whether one of the words stands in s.
func containsAny(s string, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(s, w) })
}

// dateDoubts are words of a remark behind a date that leave open which day it is.
var dateDoubts = []string{"頃", "ごろ", "ころ", "前後", "訂正", "延期", "中止", "取消", "取り消し", "誤", "目標", "現在", "締", "以内", "~", "〜"}

// planned are words that say that a day has not come yet.
var planned = []string{"予定", "見込", "仮", "未定"}

// dateRemark takes the remark in brackets that ends a date, 2026/3/31(自動更新), and reports whether
// it leaves the date as it is; if not, what it makes of the date.
func (p *scanner) dateRemark() (remark bool, f dateFault) {
	text, bracket := strings.CutPrefix(p.s, "(")
	text, closed := strings.CutSuffix(strings.TrimSpace(text), ")")
	switch {
	case !bracket || !closed || text == "" || strings.ContainsAny(text, "()0123456789"):
		return false, trailing
	case containsAny(text, planned):
		return false, onlyPlanned
	case takesBack(text) || containsAny(text, doubts) && !strings.Contains(text, "自動更新") || containsAny(text, dateDoubts):
		return false, trailing
	}
	return true, noDateFault
}

// cutMark takes the mark of a remark off the end of a number: 3,300円※, 3.5※1.
func cutMark(s string) (bare string, marked bool) {
	bare, digits, marked := strings.Cut(s, "※")
	if !marked || strings.Trim(digits, "0123456789 ") != "" {
		return s, false
	}
	return strings.TrimSpace(bare), true
}
