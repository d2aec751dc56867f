package bridge

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
	"pilot90/cohort/schema"
	"pilot90/kpi"
	"pilot90/report/content"
)

// mostRows is how many rows of one kind are listed for a table or a figure; the rest is counted.
const mostRows = 10

// WriteText prints the comparison for people. all lists every row.
func WriteText(out io.Writer, r *Result, lang lang.Lang, all bool) error {
	p := &printer{Writer: bufio.NewWriter(out), lang: lang, most: mostRows, rows: r.Rows, named: map[int]bool{}}
	if all {
		p.most = len(r.Rows)
	}
	p.line(p.say("前: %s", "old: %s"), p.side(r.Old))
	p.line(p.say("後: %s", "new: %s"), p.side(r.New))
	if r.Old.Cohort != nil || r.New.Cohort != nil {
		p.line("%s", p.say("（庁内限り。台帳の中身を含みます）", "(internal: this quotes the ledger)"))
	}
	p.restated(&r.Restated, r.HasRows)
	p.rowsByTable(r)
	p.bridges(r)
	return p.Flush()
}

type printer struct {
	*bufio.Writer
	lang lang.Lang
	most int
	rows []RowChange

	named map[int]bool // the rows that months and figures refer to
}

func (p *printer) say(ja, en string) string { return lang.Text{JA: ja, EN: en}.In(p.lang) }

func (p *printer) line(format string, args ...any) { fmt.Fprintf(p, format+"\n", args...) }

func (p *printer) side(s *Side) string {
	text := s.Name + p.say("（基準日 ", " (as of ") + s.Clock.AsOf.String()
	if s.Definitions != "" {
		text += p.say("、定義 ", ", definitions ") + s.Definitions
	}
	if s.Cohort == nil {
		text += p.say("、数字だけ", ", figures only")
	}
	return text + p.say("）", ")")
}

// causeWords are the causes in words.
var causeWords = map[Cause]lang.Text{
	Definition:  {JA: "定義・道具", EN: "definitions, tool"},
	Settings:    {JA: "設定", EN: "settings"},
	Time:        {JA: "時間の経過", EN: "time"},
	Filled:      {JA: "記入", EN: "filled in"},
	Corrected:   {JA: "訂正", EN: "corrected"},
	Removed:     {JA: "削除", EN: "removed"},
	Added:       {JA: "追加", EN: "added"},
	Renamed:     {JA: "名前・IDの変更", EN: "renamed"},
	Rule:        {JA: "誤りの有無", EN: "a finding came or went"},
	Late:        {JA: "あとからの記入", EN: "late entry"},
	Rows:        {JA: "台帳の書き換え（記入・訂正・削除・追加）または定義の変更", EN: "rows filled in, corrected, removed or added, or definitions"},
	Numerator:   {JA: "分子の変化", EN: "numerator"},
	Denominator: {JA: "分母の変化", EN: "denominator"},
}

func (p *printer) causes(all []Cause) string {
	var words []string
	for _, c := range all {
		words = append(words, causeWords[c].In(p.lang))
	}
	if len(words) == 0 {
		return p.say("原因は分かりません", "cause not known")
	}
	if len(words) > 1 {
		return strings.Join(words, p.say("と", " and ")) + p.say("（合わせて）", " (together)")
	}
	return words[0]
}

// rowsByTable lists the rows that differ, table by table.
func (p *printer) rowsByTable(r *Result) {
	if !r.HasRows {
		return
	}
	p.line("\n%s", p.say("■ 行の違い", "# Rows"))
	if len(r.Rows) == 0 {
		p.line("  %s", p.say("違う行はありません。", "No row differs."))
		return
	}
	for _, schema := range schema.Tables() {
		counts := map[Cause]int{}
		var own []int
		for i, c := range r.Rows {
			if c.Table == schema.Key {
				counts[c.Kind]++
				own = append(own, i)
			}
		}
		if len(own) == 0 {
			continue
		}
		var words []string
		for _, cause := range rowSteps {
			if counts[cause] > 0 {
				words = append(words, fmt.Sprintf("%s %d", causeWords[cause].In(p.lang), counts[cause]))
			}
		}
		p.line(p.say("  %s　%s", "  %s: %s"), schema.Sheet.In(p.lang), strings.Join(words, p.say("、", ", ")))
		p.list(own, "    ")
	}
}

// refer names rows by their numbers.
func (p *printer) refer(indexes []int, indent string) {
	if len(indexes) == 0 {
		return
	}
	var numbers []string
	for _, i := range indexes[:min(len(indexes), 3*mostRows)] {
		p.named[i] = true
		numbers = append(numbers, fmt.Sprintf("[%d]", i+1))
	}
	if n := len(indexes) - len(numbers); n > 0 {
		numbers = append(numbers, fmt.Sprintf(p.say("ほか %d", "and %d more"), n))
	}
	p.line("%s%s%s", indent, p.say("もとの行 ", "rows "), strings.Join(numbers, " "))
}

// list prints rows: those that restate the past all of them, of the others the first few.
func (p *printer) list(indexes []int, indent string) {
	others := 0
	for _, i := range indexes {
		if !p.named[i] {
			if others++; others > p.most {
				continue
			}
		}
		p.row(i, indent)
	}
	if others > p.most {
		p.line(p.say("%sほか%d行（--all で全部）", "%s%d more rows (--all lists them)"), indent, others-p.most)
	}
}

// row prints a row under its number, by which months and figures refer to it.
func (p *printer) row(i int, indent string) {
	c := &p.rows[i]
	p.line("%s[%d] %s  %s  %s%s", indent, i+1, causeWords[c.Kind].In(p.lang), c.Line().Name(), p.where(c), p.moved(c))
	if c.Kind == Removed || c.Kind == Added {
		p.line("%s    %s", indent, p.contents(c))
		return
	}
	for _, cell := range c.Cells() {
		p.line("%s    %s %s  %s → %s", indent, p.cellPlaces(cell), p.heading(c.Table, cell.Column), p.quoted(cell.Old),
			p.quoted(cell.New))
	}
}

// where is the place of a row as a whole: its sheet, and its number before and now.
func (p *printer) where(c *RowChange) string {
	sheet := func(l *record.Line) string {
		return finding.Place{File: l.Source.File, Sheet: l.Source.Sheet}.String()
	}
	row := func(l *record.Line) string { return fmt.Sprintf(p.say("%d行目", "row %d"), l.Number) }
	switch {
	case c.Old == nil || c.New == nil:
		return sheet(c.Line()) + " " + row(c.Line())
	case sheet(c.Old) != sheet(c.New):
		return sheet(c.Old) + " " + row(c.Old) + " → " + sheet(c.New) + " " + row(c.New)
	case c.Old.Number != c.New.Number:
		return sheet(c.New) + " " + row(c.Old) + " → " + row(c.New)
	}
	return sheet(c.New) + " " + row(c.New)
}

func (p *printer) moved(c *RowChange) string {
	switch {
	case !c.Moved:
		return ""
	case c.New.Excluded:
		return p.say("（誤りのため、集計から外れました）", " (left the figures because of an error)")
	}
	return p.say("（誤りがなくなり、集計に入りました）", " (came into the figures)")
}

// contents is what stood in a row that was removed, or stands in one that was added.
func (p *printer) contents(c *RowChange) string {
	var texts []string
	for _, cell := range c.Cells() {
		text := cell.New
		if c.Kind == Removed {
			text = cell.Old
		}
		texts = append(texts, p.heading(c.Table, cell.Column)+p.say("", " ")+p.quoted(text))
	}
	return strings.Join(texts, p.say(" ", ", "))
}

func (p *printer) heading(table schema.Key, column string) string {
	return schema.ByKey(table).Column(column).Heading.In(p.lang)
}

func (p *printer) quoted(text string) string {
	if text == "" {
		return p.say("（空欄）", "(blank)")
	}
	return p.say("「", "“") + strings.Join(strings.Fields(text), " ") + p.say("」", "”")
}

func (p *printer) cellPlaces(c CellChange) string {
	if c.OldPlace == c.NewPlace || c.NewPlace.Range == "" {
		return c.OldPlace.Range
	}
	if c.OldPlace.Range == "" || c.OldPlace.Range == c.NewPlace.Range {
		return c.NewPlace.Range
	}
	return c.OldPlace.Range + "→" + c.NewPlace.Range
}

func (p *printer) quantity(v float64, unit kpi.Unit) string {
	return content.Quantity(v, string(unit), string(p.lang))
}
