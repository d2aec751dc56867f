package layout

import (
	"path"
	"slices"
	"strings"

	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/pattern"
	"pilot90/cohort/sheet/grid"
)

// dropCopies reports tables that are copies of another: in a sheet marked as a copy, or in the
// same sheet of a file that is one. Which of them counts is for the hub to say.
func (p *planner) dropCopies() {
	all := slices.Clone(p.tables)
	p.tables = slices.DeleteFunc(p.tables, func(t *Table) bool {
		if p.pilot.Located(t.Schema.Key) {
			return false
		}
		original := p.originalOf(t, all)
		if original == nil {
			return false
		}
		p.findings = append(p.findings, TwoSheets(t, original))
		return true
	})
}

// originalOf returns the table of which t is a copy by name, or nil; one of exactly the name
// without its mark comes before one whose name is like it.
func (p *planner) originalOf(t *Table, all []*Table) *Table {
	was := p.stateOf(t)
	for _, alike := range []func(a, b nameKey) bool{func(a, b nameKey) bool { return a.lower == b.lower }, nameKey.like} {
		i := slices.IndexFunc(all, func(o *Table) bool {
			return o != t && o.Schema == t.Schema && p.copies(t, o, was, alike)
		})
		if i >= 0 {
			return all[i]
		}
	}
	return nil
}

// state is what the names of a table's sheet and file are without their marks of a copy.
type state struct {
	sheet, file             nameKey
	sheetMarked, fileMarked bool
}

func (p *planner) stateOf(t *Table) state {
	sheet, sheetMarked := copyOf(t.Grid.Sheet)
	file, fileMarked := copyOf(FileTitle(t.Grid.File))
	return state{p.keyOf(sheet), p.keyOf(file), sheetMarked, fileMarked}
}

// copies reports whether table t, whose names have that state, is a copy of o.
func (p *planner) copies(t, o *Table, was state, alike func(a, b nameKey) bool) bool {
	if t.Grid.File == o.Grid.File {
		return was.sheetMarked && t.Grid.Sheet != o.Grid.Sheet && alike(p.keyOf(o.Grid.Sheet), was.sheet)
	}
	if !sameSheet(t.Grid, o.Grid) {
		return false
	}
	return was.fileMarked && p.keyOf(FileTitle(o.Grid.File)).lower == was.file.lower || p.hashes[t.Grid.File] != "" &&
		p.hashes[t.Grid.File] == p.hashes[o.Grid.File] && t.Grid.File > o.Grid.File
}

// sameSheet reports the sheets of two files that have one name, or that have that of their file.
func sameSheet(a, b *grid.Grid) bool {
	return a.Sheet == b.Sheet || strings.HasPrefix(a.Sheet, FileTitle(a.File)) &&
		strings.HasPrefix(b.Sheet, FileTitle(b.File))
}

// Names tells two tables apart: by their sheets, and by their files if those differ.
func Names(a, b *Table) (string, string) {
	if a.Grid.File == b.Grid.File {
		return a.Grid.Sheet, b.Grid.Sheet
	}
	return FileAndSheet(a.Grid.File, a.Grid.Sheet), FileAndSheet(b.Grid.File, b.Grid.Sheet)
}

// FileAndSheet names a sheet with its file; a CSV is named once.
func FileAndSheet(file, sheet string) string {
	if FileTitle(file) == sheet {
		return file
	}
	return file + " " + sheet
}

// Words of names that hold an earlier state of another sheet or file, a state of some day, or a
// later one.
var (
	copyName  = pattern.New(`(の)?コピー|複製|バックアップ|控え|旧|修正前|訂正前|backup|bak$|copy|old|\([1-9]\)$`)
	dayName   = pattern.New(`[-_(]20[0-9]{2}[-_.]?[01][0-9][-_.]?[0-3][0-9]\)?$`)
	newerName = pattern.New(`修正版|修正後|修正済み?|訂正版|訂正後|改訂版|改定版|更新版|確定版|決定版|最新版?|最終版?|new$`)
)

// copyOf returns the name without the mark of an earlier state, and whether there was one.
func copyOf(name string) (string, bool) { return without(copyName, name) }

// without takes the mark and the joints around it from a name.
func without(mark *pattern.Pattern, name string) (string, bool) {
	lower := lang.CompactLower(name)
	bare := mark.ReplaceAllString(lower, "")
	return strings.Trim(bare, "-_~()[]【】の "), bare != lower
}

// nameKey is a name as it is compared with others: whole, without the words of a period, and the digits in it.
type nameKey struct{ lower, form, digits string }

// keyOf makes the key of a name once: every sheet of a workbook is held against every other.
func (p *planner) keyOf(name string) nameKey {
	key, known := p.names[name]
	if !known {
		key = nameKey{lang.CompactLower(name), nameForm(name), digitsOf(name)}
		p.names[name] = key
	}
	return key
}

// like reports two names that are alike but for the words of a period, which must not differ.
func (k nameKey) like(o nameKey) bool {
	return k.lower == o.lower ||
		k.form != "" && k.form == o.form && (k.digits == "" || o.digits == "" || k.digits == o.digits)
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
	files := a.Grid.File != b.Grid.File
	if files && !sameSheet(a.Grid, b.Grid) {
		return false
	}
	from, to := a.nameState(files), b.nameState(files)
	return to.newer && to.withoutNewer == from.lower || from.dated && from.withoutDay == to.lower
}

// nameState is what the name of a table says of its state: the name, and what it is without the mark of a later one
// or of a day, where it has such.
type nameState struct {
	lower, withoutNewer, withoutDay string
	newer, dated                    bool
}

// nameState is told once of each table, from the name of its sheet or of its file: every one is held against every
// other.
func (t *Table) nameState(ofFile bool) *nameState {
	known, name := &t.sheetState, t.Grid.Sheet
	if ofFile {
		known, name = &t.fileState, FileTitle(t.Grid.File)
	}
	if *known == nil {
		s := &nameState{lower: lang.CompactLower(name)}
		s.withoutNewer, s.newer = without(newerName, name)
		s.withoutDay, s.dated = without(dayName, name)
		*known = s
	}
	return *known
}

// dropSecond reports the sheets of one workbook that are by their names one and the same table,
// such as 案件 and 案件一覧: with both, every contract would be counted twice, and which of them
// counts is for the hub to say. Sheets for a month, a term or a worker are parts of one table.
func (p *planner) dropSecond() {
	first := map[string]*Table{} // file and table -> the sheet that is read
	for _, t := range p.tables {
		if !p.plainlyNamed(t) {
			continue
		}
		key := t.Grid.File + "\x00" + string(t.Schema.Key)
		if f := first[key]; f == nil || f.Grid.Sheet != f.Schema.Sheet.JA && t.Grid.Sheet == t.Schema.Sheet.JA {
			first[key] = t
		}
	}
	p.tables = slices.DeleteFunc(p.tables, func(t *Table) bool {
		f := first[t.Grid.File+"\x00"+string(t.Schema.Key)]
		if f == nil || f == t || f.Grid.Sheet == t.Grid.Sheet || !p.plainlyNamed(t) { // of one sheet: its parts
			return false
		}
		p.findings = append(p.findings, sameRole(t, f))
		return true
	})
}

// plainlyNamed reports a sheet of a workbook whose name says which table it is and nothing more,
// and that no pin names.
func (p *planner) plainlyNamed(t *Table) bool {
	ext := strings.ToLower(path.Ext(t.Grid.File))
	name := lang.Lower(t.Grid.Sheet)
	return ext != ".csv" && ext != ".tsv" && !p.pilot.Located(t.Schema.Key) && !periodInName.MatchString(name) &&
		TableNamed(t.Grid.Sheet) == nameMatch{t.Schema.Key, true}
}

// sameRole is the C313 of a sheet beside another of the same table.
func sameRole(second, first *Table) finding.Finding {
	return finding.Finding{
		Code: codeTwoSheets, Severity: finding.Error, Place: sheetPlace(second.Grid),
		Message: lang.Sayf("「%[1]s」のシートが2枚（「%[2]s」と「%[3]s」）あります。「%[3]s」は読みませんでした。",
			"There are two sheets of %[4]s (%[2]s and %[3]s). %[3]s was not read.",
			second.Schema.Sheet.JA, first.Grid.Sheet, second.Grid.Sheet, second.Schema.Sheet.EN),
		Fix: lang.Say("使わない方のシートを削除するか、読み取りの設定で「読まない」にしてください。両方を使うときは、シート名に「4月」「第1期」のような区切りを入れてください。",
			"Delete the one that is not used, or set it to be not read in the settings of reading. To use both, put a month or "+
				"a term into their names."),
		Related: []finding.Place{sheetPlace(first.Grid)},
	}
}
