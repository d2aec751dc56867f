package layout

import (
	"strings"
	"sync"
	"unicode"

	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
	"pilot90/cohort/schema"
)

// headingForm reduces a heading to what is compared: NFKC, small letters, no spaces, line breaks
// or decoration. whole keeps what stands in brackets ("支払(予定)額" -> 支払予定額), bare drops
// it ("時間(h)" -> 時間), and bracketed is what was dropped ("h").
func headingForm(s string) (whole, bare, bracketed string) {
	form := headingForms.get(s)
	return form[0], form[1], form[2]
}

var headingForms = remember(formOf)

// formOf works out what headingForm returns.
func formOf(s string) [3]string {
	var w, b, in strings.Builder
	depth := 0
	for _, r := range lang.Lower(s) {
		switch letter := 'ぁ' <= r && r <= '龯' && r != '・' || 'a' <= r && r <= 'z'; { // by far the most are
		case !letter && strings.ContainsRune("([{<【「『〔〈《", r):
			depth++
		case !letter && strings.ContainsRune(")]}>】」』〕〉》", r):
			depth = max(depth-1, 0)
		case !letter && ignoredInHeading(r):
		default:
			w.WriteRune(r)
			if depth == 0 {
				b.WriteRune(r)
			} else {
				in.WriteRune(r)
			}
		}
	}
	return [3]string{w.String(), b.String(), in.String()}
}

// ignoredInHeading reports spaces, joints and the marks that decorate headings.
func ignoredInHeading(r rune) bool {
	return unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Cc, r) ||
		strings.ContainsRune("_-‐–—―/.,、。・:;*※●○◎■□★☆◆◇▼▽▲△#'\"|", r)
}

// How well a heading names a column, best first: pinned, its own heading or key, a synonym, one
// with a unit or note dropped, one with more dropped, one that may mean something else too, one
// that says it is only planned, one that no table is known by.
const (
	pinnedRank = iota
	exactRank
	synonymRank
	bracketRank
	trimmedRank
	weakRank
	plannedRank
	lastRank
)

// headingIndex maps the reduced headings of a table to its columns.
type headingIndex struct {
	table *schema.Table
	words map[string]headingMatch
	stems map[string]headingMatch // 参加者 of 参加者ID: with any other ending it is the same id
}

// headingMatch is the column that a heading names and how well it names it, or why it is not read
// as that column.
type headingMatch struct {
	column, rank int
	refused      refusal
}

var headingIndexes = sync.OnceValue(func() map[schema.Key]headingIndex {
	all := map[schema.Key]headingIndex{}
	for _, t := range schema.Tables() {
		all[t.Key] = indexHeadings(t)
	}
	return all
})

func indexHeadings(t *schema.Table) headingIndex {
	index := headingIndex{table: t, words: map[string]headingMatch{}}
	addForm := func(form string, column, rank int) {
		if old, taken := index.words[form]; !taken || rank < old.rank {
			index.words[form] = headingMatch{column: column, rank: rank}
		}
	}
	// Thousands of words, each once: they are not remembered, which would push the headings out.
	add := func(word string, column, rank int) { addForm(formOf(word)[0], column, rank) }
	index.stems = idStems(t)
	for i, c := range t.Columns {
		for _, own := range []string{c.Key, c.Heading.JA, c.Heading.EN} {
			add(own, i, exactRank)
		}
		for _, word := range c.Synonyms {
			if c.Kind == schema.AmountKind && planned(word) { // 報酬予定額 gives way to 報酬(確定)
				add(word, i, trimmedRank)
				continue
			}
			add(word, i, synonymRank)
		}
		for _, word := range c.Weak {
			add(word, i, weakRank)
		}
		for _, word := range c.Last {
			add(word, i, lastRank)
		}
	}
	for i, c := range t.Columns {
		for _, word := range c.Compounds() {
			if form := formOf(word)[0]; index.words[form] == (headingMatch{}) { // a word of a list counts for more
				addForm(form, i, synonymRank)
			}
		}
	}
	return index
}

// reduced is a heading in the forms that are compared.
type reduced struct {
	whole, bare string
	bracketed   string
	note        string   // bracketed, and what a unit for one of something says
	trimmed     []string // without a number in front or a unit at the end
	rank        int      // how well bare can name a column
	unit        bool     // it is a unit: 円, (時間)
}

// maxHeadingBytes is the length beyond which a text is no heading.
const maxHeadingBytes = 200

// reduce prepares a heading for comparison with the columns of any table.
func reduce(heading string) reduced { return reducedHeadings.get(heading) }

var reducedHeadings = remember(reduceAnew)

func reduceAnew(heading string) reduced {
	if len(heading) > maxHeadingBytes {
		return reduced{}
	}
	whole, bare, bracketed := headingForm(withoutFootnote(heading))
	r := reduced{whole: whole, bare: bare, bracketed: bracketed, note: noteOf(heading, bracketed), rank: bracketRank,
		unit: isUnitWord(heading)}
	switch {
	case otherThing(bracketed):
		r.bare = ""
	case planned(bracketed):
		r.rank = plannedRank
	}
	if r.bare != "" {
		r.trimmed = append(trims(bare), asked(bare)...)
		if s, ok := withoutUnit(heading); ok {
			r.trimmed = append(r.trimmed, s)
		}
		if strings.Contains(bare, "の") { // 報酬の支払日
			r.trimmed = append(r.trimmed, strings.ReplaceAll(bare, "の", ""))
		}
		if bracketed != "" && nameOf.MatchString(bare) { // 仕事の名前（案件名）
			r.trimmed = append(r.trimmed, bracketed)
		}
		if strings.ContainsAny(heading, "/／・_\n") { // 作業時間・分, 作業時間/分
			words, _ := cell.HeadingNotes(cell.TimeMeasure, heading)
			if _, s, _ := headingForm(words); s != bare {
				r.trimmed = append(r.trimmed, s)
			}
		}
	}
	return r
}

// match returns the column that the heading names.
func (index headingIndex) match(heading string) (headingMatch, bool) {
	m, ok := index.name(reduce(heading))
	return m, ok && m.refused == notRefused
}

// name returns the column whose words the heading has; what stands in its brackets may refuse it.
func (index headingIndex) name(r reduced) (headingMatch, bool) {
	if r.whole == "" {
		return headingMatch{}, false
	}
	if m, ok := index.words[r.whole]; ok && !index.countsDays(r) {
		return m, true
	}
	if r.bare == "" {
		return headingMatch{}, false
	}
	if m, ok := index.words[r.bare]; ok {
		m.rank = max(r.rank, m.rank)
		return index.judged(m, r.note), true
	}
	for _, trimmed := range r.trimmed {
		if m, ok := index.words[trimmed]; ok {
			m.rank = max(r.rank, trimmedRank)
			return index.judged(m, r.note), true
		}
	}
	return index.idOf(r)
}

// countsDays reports a heading of hours with days for its unit, which is no heading of a day: 稼働（日） is not 稼働日.
func (index headingIndex) countsDays(r reduced) bool {
	m, ok := index.words[r.bare]
	return ok && r.bare != r.whole && index.table.Columns[m.column].Kind == schema.HoursKind &&
		cell.UnitOf(cell.TimeMeasure, r.bracketed).Kind == cell.UnitDays
}

// otherThing reports a note in brackets that makes the column another one: 氏名(フリガナ).
func otherThing(bracketed string) bool {
	return containsAny(bracketed, "ふりがな", "フリガナ", "かな", "カナ", "よみ", "読み", "ローマ字", "前年", "昨年", "前期", "前月", "累計", "差額")
}

// planned reports a note in brackets that makes the column the lesser one of two.
func planned(bracketed string) bool {
	return containsAny(bracketed, "予定", "見込", "計画", "見積", "目標", "仮")
}

func containsAny(s string, parts ...string) bool {
	for _, p := range parts {
		if strings.Contains(s, p) {
			return true
		}
	}
	return false
}

// trims returns the heading without a leading number ("①作業日", "1.作業日"), without a unit
// that stands at its end without brackets ("報酬円"), without a mark of duty, and with the day in
// its shortest form ("お支払年月日", "支払った日" and "支払日付" are days of payment).
func trims(bare string) []string {
	numbered := strings.TrimLeft(bare, "0123456789")
	var out []string
	for _, s := range []string{numbered, bare} {
		if day := shortDay(strings.TrimPrefix(s, "お")); day != bare {
			out = append(out, day)
		}
		for _, end := range []string{"", "円", "h", "hr", "hour", "yen", "必須", "任意", "記入欄", "欄"} {
			if t := strings.TrimSuffix(s, end); t != bare && t != "" {
				out = append(out, t)
			}
		}
	}
	return out
}

// dayEnds are the ends of headings that say 日 in more words.
var dayEnds = []string{"年月日", "の日付", "した日", "った日", "の日", "日付", "日時"}

// shortDay puts 日 for the words that say no more.
func shortDay(s string) string {
	for _, end := range dayEnds {
		if stem, ok := strings.CutSuffix(s, end); ok && stem != "" {
			return stem + "日"
		}
	}
	return s
}

// MayBeNames reports a heading of a table whose cells may as well be names as ids: 氏名, 担当者, 発注者, but not
// 参加者ID.
func MayBeNames(table schema.Key, heading string) bool {
	m, ok := headingIndexes()[table].match(heading)
	return !ok || m.rank >= weakRank
}
