package layout

import (
	"slices"
	"strings"

	"pilot90/cohort/cell"
	"pilot90/cohort/pattern"
	"pilot90/cohort/schema"
	"pilot90/cohort/sheet/grid"
)

// totalText is how a row of totals or of other summaries is marked, after headingForm.
var totalText = pattern.New(
	`^(.{0,12}(合計|小計|総計|累計|月計|年計|合計額|合計時間)(です)?|` +
		`.{0,8}[月日年度期分名人計]計|計|(grand|sub)?total|sum|average|平均.{0,2}|` +
		`(延べ)?(件数|人数|回数|日数)計?|最大.?|最小.?|最高.?|最低.?|中央値|` +
		`(合計|総計|小計|計)[0-9,]+(名|人|件|時間|円|回)?)$`)

// keyTotalText is how one is marked where a date or an id would stand: 集計 and P01 集計 as Excel
// writes them, 佐藤花子 計, A社計, ①＋②.
var keyTotalText = pattern.New(`^(.{0,16}(集計|計)|[0-9a-z]([+×][0-9a-z])+)$`)

// noTotalText are words that end like totals and are none, such as a firm's name.
var noTotalText = pattern.New(`(会計|時計|設計|統計|家計)$`)

// summaryText is what stands between or below totals in a row without a date or an id of its own.
var summaryText = pattern.New(
	`^(うち)?(源泉徴収|源泉|所得税|消費税)(税|税額|額)?$|^差引.{0,5}$|^(振込)?手数料$|^(支払|支給|報酬|売上)?総額$|^(ワーカー|作業者|参加者|対象者)数$|` +
		`^(前月|前年|前期|前年度|前年同月)(比|差)$`)

// carriedText is what is carried from one page or month to the next.
var carriedText = pattern.New(`^(前|翌|次)(月|期|年度|頁|ページ)(より|へ|から)?繰越(額|分)?$`)

// uncheckedText are summaries that sum nothing up.
var uncheckedText = pattern.New(`平均|average|件数|人数|回数|日数|最大|最小|最高|最低|中央値|[+×＋]`)

// SumsNothingUp reports the label of a summary that is no sum of rows.
func SumsNothingUp(label string) bool {
	return uncheckedText.MatchString(strings.ToLower(label)) || labelled(label, summaryText) ||
		labelled(label, carriedText)
}

// labelled reports a text that is wholly of the form, with or without what stands in brackets.
func labelled(s string, form *pattern.Pattern) bool {
	whole, bare, _ := headingForm(s)
	return form.MatchString(whole) || form.MatchString(bare)
}

// saysTotal reports a word for a total, such as 合計, 4月小計 or Total.
func saysTotal(s string) bool {
	if !containsAny(s, "計", "平均", "数", "最", "中央", "otal", "OTAL", "um", "UM", "verage") {
		return false
	}
	return labelled(s, totalText)
}

// isTotal reports a row of totals: a cell in the table or left of it says so, and the row is no
// complete record or says so in a required column.
func (s *Scan) isTotal(row *grid.Row, complete bool) bool {
	for j := range row.Cells {
		c := &row.Cells[j]
		if c.Col > s.to {
			break
		}
		if c.Kind != cell.Text || len(c.Text) > 80 {
			continue
		}
		slot := s.slotOf[c.Col]
		key := slot >= 0 && s.Schema.Columns[slot].Required && s.Schema.Columns[slot].Kind != schema.TextKind
		if saysTotal(c.Text) && (!complete || key) || !complete && s.saysSummary(c, key) {
			s.data.Label = c.Text
			return true
		}
	}
	return false
}

// saysSummary reports the words of a row that is no complete record which would say less in one:
// in place of a date or an id, left of the table, or in a row without date and id.
func (s *Scan) saysSummary(c *grid.Cell, key bool) bool {
	if !containsAny(c.Text, "計", "数", "額", "税", "差", "比", "越", "+", "＋", "×") {
		return false
	}
	if labelled(c.Text, carriedText) {
		return true
	}
	if (key || c.Col < s.from) && labelled(c.Text, keyTotalText) && !labelled(c.Text, noTotalText) {
		return true
	}
	return labelled(c.Text, summaryText) && s.keyless(c.Col)
}

// keyless reports that no date and no id of the row is filled in beside the cell in column col.
func (s *Scan) keyless(col int) bool {
	for slot, c := range s.Columns {
		k := s.Schema.Columns[slot].Kind
		if c.From > 0 && s.data.Cols[slot] != col && (k == schema.DateKind || k == schema.IDKind) &&
			!s.data.Values[slot].IsBlank() {
			return false
		}
	}
	return true
}

// titledTotal is the cell of a complete record that says, in a column of text or one that is not
// read, that the row is a total: 8月合計 for the name of a task. A title may be that by chance, so
// the row is a total only if it sums up rows (see record.totalCheck.sumsUp). Nobody gives a total an id of
// its own, as participants, clients and contracts have one.
func (s *Scan) titledTotal(row *grid.Row) *grid.Cell {
	if k := s.Schema.Key; !s.telling || k == schema.Participants || k == schema.Clients || k == schema.Contracts {
		return nil
	}
	for j := range row.Cells {
		c := &row.Cells[j]
		if c.Col > s.to {
			break
		}
		if c.Kind != cell.Text || len(c.Text) > 80 || !containsAny(c.Text, "計", "越", "otal", "OTAL", "um", "UM") ||
			!s.mayTitle(c.Col) {
			continue
		}
		_, bare, inBrackets := headingForm(c.Text)
		if bare == "" {
			bare = inBrackets
		}
		if saysTotal(bare) && !uncheckedText.MatchString(bare) || carriedText.MatchString(bare) {
			return c
		}
	}
	return nil
}

// mayTitle reports a column of text, or one that is not read and has a heading of its own: what
// stands beside the table, or under another heading for a column that is read, is no part of the
// record.
func (s *Scan) mayTitle(col int) bool {
	if slot := s.slotOf[col]; slot >= 0 {
		return s.Schema.Columns[slot].Kind == schema.TextKind
	}
	heading := s.HeadingOf(col)
	_, names := headingIndexes()[s.Schema.Key].match(heading)
	return heading != "" && !names
}

// IsNoTotal takes a row off the list of those that were skipped as totals.
func (s *Scan) IsNoTotal(row int) {
	s.skipped[totalRow] = slices.DeleteFunc(s.skipped[totalRow], func(r int) bool { return r == row })
}

// titledKind tells a total that is filled in like a record from a record.
func (s *Scan) titledKind(row *grid.Row) rowKind {
	c := s.titledTotal(row)
	if c == nil {
		return recordRow
	}
	s.data.Label = c.Text
	if s.reader.SumsUp(&s.data) {
		return totalRow
	}
	s.data.Titled = c
	return recordRow
}
