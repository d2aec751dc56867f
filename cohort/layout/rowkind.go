package layout

import (
	"strconv"
	"strings"

	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
	"pilot90/cohort/pattern"
	"pilot90/cohort/schema"
	"pilot90/cohort/sheet/grid"
)

// kind tells what the row is; own is how many of its columns are filled in by itself, complete that none is blank which
// is required. A row that
// gives every required value is a record whatever else it says, so the wording of a remark can
// never hide one; only where a table needs a single value may that value be a remark (isNote).
func (s *Scan) kind(row *grid.Row, own int, complete bool) rowKind {
	if s.away {
		if k, ok := s.headingKind(row); ok {
			return k
		}
		return awayRow
	}
	if !s.begun && s.statesUnit(row, complete) {
		return unitRow
	}
	if row.Number == s.afterHead {
		if s.allUnits(row) || s.numbersColumns(row) {
			return unitRow
		}
		if s.isInstruction() {
			return noteRow
		}
	}
	if s.telling && s.isExample(row) {
		return exampleRow
	}
	if s.telling && s.isTotal(row, complete) {
		return totalRow
	}
	if own == 0 {
		return s.outside(row)
	}
	if k, ok := s.headingKind(row); ok {
		return k
	}
	if s.isAppendix(row) {
		return noteRow
	}
	if complete && !(own == 1 && s.onlyDate()) {
		if own <= 2 && s.isNote(row) {
			return noteRow
		}
		if s.isDayAhead(row) {
			return preparedRow
		}
		return recordRow
	}
	if s.onlySums() {
		return totalRow
	}
	return s.incomplete(row, own)
}

// filled counts the columns with a value that someone typed — a prepared 0 or FALSE is none —
// and the required columns without a value.
func (s *Scan) filled() (filled, requiredBlank int) {
	for slot, c := range s.Columns {
		v := s.data.Values[slot]
		if v.IsBlank() {
			if s.needs[slot] {
				requiredBlank++
			}
			continue
		}
		if c.From > 0 && !(v.Kind == cell.Number && v.Number == 0 || v.Kind == cell.Bool && v.Number == 0) {
			filled++
		}
	}
	return filled, requiredBlank
}

// onlyDate reports a row in which the pins give the required values and the sheet only a date:
// one prepared for a day without work.
func (s *Scan) onlyDate() bool {
	if len(s.Constants) == 0 {
		return false
	}
	for slot, v := range s.data.Values {
		if !v.IsBlank() && s.Columns[slot].From > 0 {
			return s.Schema.Columns[slot].Kind == schema.DateKind
		}
	}
	return false
}

// onlySums reports a row with amounts or hours and nothing else: totals without a label.
func (s *Scan) onlySums() bool {
	sums := 0
	for slot, v := range s.data.Values {
		if v.IsBlank() || s.Columns[slot].From == 0 {
			continue
		}
		if k := s.Schema.Columns[slot].Kind; k != schema.AmountKind && k != schema.HoursKind {
			return false
		}
		sums++
	}
	return sums > 0
}

// inTable visits the row's non-blank cells within the columns of the table.
func (s *Scan) inTable(row *grid.Row, visit func(c *grid.Cell) bool) {
	for j := range row.Cells {
		c := &row.Cells[j]
		if c.Col >= s.from && c.Col <= s.to && !c.IsBlank() && !visit(c) {
			return
		}
	}
}

// allUnits reports a row of unit words only.
func (s *Scan) allUnits(row *grid.Row) bool {
	all, some := true, false
	s.inTable(row, func(c *grid.Cell) bool {
		some = true
		all = c.Kind == cell.Text && isUnitWord(c.Text)
		return all
	})
	return some && all
}

// numbersColumns reports a row that numbers the columns, as official forms do: (1) (2) (3), ① ② ③,
// with or without how a column is worked out: ③=①×②.
func (s *Scan) numbersColumns(row *grid.Row) bool {
	last, cells := 0, 0
	s.inTable(row, func(c *grid.Cell) bool {
		number, _, _ := strings.Cut(lang.Compact(c.Text), "=")
		n, err := strconv.Atoi(strings.Trim(number, "()"))
		if err != nil || n > 99 || cells > 0 && n != last+1 {
			cells = 0
			return false
		}
		last = n
		cells++
		return true
	})
	return cells >= 3
}

// instructionText is what a row below the headings says that tells how to fill them in.
var instructionText = pattern.New(`(?i)入力|記入|選択|形式|自動|プルダウン|半角|全角|yyyy|してください`)

// isInstruction reports that the required columns hold text that tells how to fill them in.
func (s *Scan) isInstruction() bool {
	told := false
	for slot, c := range s.Columns {
		v := s.data.Values[slot]
		if c.From == 0 || v.IsBlank() {
			continue
		}
		k := s.Schema.Columns[slot].Kind
		if v.Kind != cell.Text || k == schema.DateKind && !instructionText.MatchString(lang.Compact(v.Text)) {
			return false
		}
		told = told || (k == schema.DateKind || k == schema.IDKind) && instructionText.MatchString(lang.Compact(v.Text))
	}
	return told
}

// exampleLabel is the whole of a cell that marks a row as an example; exampleStart is how a cell
// begins that does so within a value: (例)山田花子.
var (
	exampleLabel = pattern.New(`^[(\[【<]?(記入例|入力例|記載例|記入見本|見本|サンプル|sample|example|例)[0-9]?[)\]】>:]?$`)
	exampleStart = pattern.New(`^([(\[【<](記入例|入力例|記載例|見本|例)[)\]】>]|(記入例|入力例|記載例|例)[):])`)
)

// isExample reports a row marked as an example in the table or left of it. A column of free text
// may well say サンプル; there only an explicit mark counts.
func (s *Scan) isExample(row *grid.Row) bool {
	for j := range row.Cells {
		c := &row.Cells[j]
		if c.Col > s.to {
			break
		}
		if c.Kind != cell.Text || len(c.Text) > 100 || !likeExample(c.Text) {
			continue
		}
		form := lang.CompactLower(c.Text)
		free := s.slotOf[c.Col] >= 0 && s.Schema.Columns[s.slotOf[c.Col]].Kind == schema.TextKind
		if exampleStart.MatchString(form) || !free && exampleLabel.MatchString(form) {
			return true
		}
	}
	return false
}

// tells is a quick look that spares most rows the search for the words of totals and examples: one text at least has a
// letter of one of them.
func (s *Scan) tells(row *grid.Row) bool {
	for j := range row.Cells {
		c := &row.Cells[j]
		if c.Kind == cell.Text && len(c.Text) <= longestWord && strings.ContainsFunc(c.Text, tellingLetter) {
			return true
		}
	}
	return false
}

// longestWord is how many bytes a heading, a date or a word of a total has at most. Longer texts are remarks, and
// looked into once for each of their cells they take minutes: one text may fill a whole sheet.
const longestWord = 1000

// tellingLetter reports a letter of each word, or part of one, that likeExample, saysTotal, saysSummary or titledTotal
// looks for.
func tellingLetter(r rune) bool {
	switch r {
	case '例', '見', 'サ', 'ｻ', 'm', 'M', // 見本, サンプル, ample
		'計', '平', '数', '最', '央', 'o', 'O', 'u', 'U', 'g', // 平均, 中央, otal, um, verage
		'額', '税', '差', '比', '越', '+', '＋', '×':
		return true
	}
	return false
}

// likeExample is a quick look that spares most cells the regular expressions.
func likeExample(s string) bool {
	return containsAny(s, "例", "見本", "サンプル", "ｻﾝﾌﾟﾙ", "ample", "AMPLE")
}

// outside tells a remark beside the table's columns from nothing at all.
func (s *Scan) outside(row *grid.Row) rowKind {
	kind := blankRow
	s.inTable(row, func(c *grid.Cell) bool {
		if c.Kind == cell.Text {
			kind = noteRow
		}
		return kind == blankRow
	})
	return kind
}

// incomplete tells what a row is that lacks a required value: a remark, a row prepared
// beforehand, or a record with a value missing.
func (s *Scan) incomplete(row *grid.Row, own int) rowKind {
	var only *grid.Cell
	texts, cells := 0, 0
	s.inTable(row, func(c *grid.Cell) bool {
		if only == nil {
			only = c
		}
		cells++
		if c.Kind == cell.Text {
			texts++
		}
		return true
	})
	if only == nil {
		return blankRow
	}
	if only.Kind == cell.Text && noteText.MatchString(lang.Compact(only.Text)) && cells == texts && cells <= 2 ||
		cells == texts && (s.overHeading(row) || s.namesMonth()) {
		return noteRow
	}
	if own+len(s.fromAbove) > 1 || s.score == 1 {
		return recordRow
	}
	if texts == cells && s.isRemark() {
		if only.Col == s.from || !s.isGap(row) {
			return noteRow
		}
		return recordRow
	}
	if s.isGap(row) {
		return recordRow
	}
	return preparedRow
}

// isRemark reports that the only value of the row is no date and no id.
func (s *Scan) isRemark() bool {
	for slot, v := range s.data.Values {
		if v.IsBlank() || s.Columns[slot].From == 0 {
			continue
		}
		switch s.Schema.Columns[slot].Kind {
		case schema.DateKind:
			_, _, fault := cell.ReadDate(v)
			return fault != nil
		case schema.IDKind:
			return !strings.ContainsAny(lang.Compact(v.Text), "0123456789")
		}
	}
	return true
}
