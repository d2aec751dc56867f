package layout

import (
	"regexp"
	"strings"

	"pilot90/cohort/lang"
)

// Words of names that hold an earlier state of another sheet or file, a state of some day, or a
// later one.
var (
	copyName  = regexp.MustCompile(`(の)?コピー|複製|バックアップ|控え|旧|修正前|訂正前|backup|bak$|copy|old|\([1-9]\)$`)
	dayName   = regexp.MustCompile(`[-_(]20[0-9]{2}[-_.]?[01][0-9][-_.]?[0-3][0-9]\)?$`)
	newerName = regexp.MustCompile(`修正版|修正後|修正済み?|訂正版|訂正後|改訂版|改定版|更新版|確定版|決定版|最新版?|最終版?|new$`)
)

// copyOf returns the name without the mark of an earlier state, and whether there was one.
func copyOf(name string) (string, bool) { return without(copyName, name) }

// without takes the mark and the joints around it from a name.
func without(mark *regexp.Regexp, name string) (string, bool) {
	lower := lang.CompactLower(name)
	bare := mark.ReplaceAllString(lower, "")
	return strings.Trim(bare, "-_~()[]【】の "), bare != lower
}

// sameName reports two names that are alike but for the words of a period, which must not differ.
func sameName(a, b string) bool {
	if lang.CompactLower(a) == lang.CompactLower(b) {
		return true
	}
	form, digits := nameForm(a), digitsOf(a)
	return form != "" && form == nameForm(b) && (digits == "" || digitsOf(b) == "" || digits == digitsOf(b))
}

func digitsOf(s string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, lang.Compact(s))
}

// Marked reports a name that says that the sheet or its file is an earlier state.
func (t *Table) Marked() bool {
	_, sheetMarked := copyOf(t.Grid.Sheet)
	_, fileMarked := copyOf(FileTitle(t.Grid.File))
	_, dated := without(dayName, FileTitle(t.Grid.File))
	return sheetMarked || fileMarked || dated
}

// IsEarlier reports that by their names table a is an earlier state of b: b has the mark of a later
// one, or a that of a day.
func IsEarlier(a, b *Table) bool {
	names := [2]string{a.Grid.Sheet, b.Grid.Sheet}
	if a.Grid.File != b.Grid.File {
		if !sameSheet(a.Grid, b.Grid) {
			return false
		}
		names = [2]string{FileTitle(a.Grid.File), FileTitle(b.Grid.File)}
	}
	if name, newer := without(newerName, names[1]); newer && name == lang.CompactLower(names[0]) {
		return true
	}
	name, dated := without(dayName, names[0])
	return dated && name == lang.CompactLower(names[1])
}
