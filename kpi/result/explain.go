package result

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
	"pilot90/cohort/setting"
	"pilot90/kpi"
)

// Explain writes what a figure means and how it came about, as plain lines: definition,
// arithmetic with the numbers put in, parts, warnings, then every cell that was used (file,
// sheet, address, text as typed) and every row left out, with why. Of a
// suppressed figure it says only that, and the range.
func Explain(out io.Writer, d kpi.Definition, f kpi.Figure, clock setting.Clock, l lang.Lang) error {
	p := &printer{w: bufio.NewWriter(out), lang: l}
	if clock.Overdue() {
		p.line("%s", clock.OverdueNote().In(l))
	}
	p.line("%s  %s", f.ID, f.Title.In(l))
	p.label(lang.Text{JA: "定義", EN: "definition"}, d.Formula.In(l))
	p.label(lang.Text{JA: "出典", EN: "source"}, d.Origin.In(l))
	p.label(lang.Text{JA: "基準日", EN: "as of"}, clock.AsOf.String())
	p.label(lang.Text{JA: "対象期間", EN: "period"}, clock.From.String()+" – "+clock.To.String())
	if f.Suppressed {
		told := kpi.Withheld
		if f.Coded != nil {
			told = f.Coded.Text
		}
		p.label(lang.Text{JA: "値", EN: "value"}, told.In(l))
		return p.w.Flush()
	}
	p.value(f)
	p.parts(f.Parts, "")
	for _, w := range f.Notes() {
		p.label(lang.Text{JA: "注意", EN: "note"}, w.In(l))
	}
	rows := f.Evidence()
	p.rows(rows, false, lang.Text{JA: "使ったセル", EN: "cells used"})
	p.rows(rows, true, lang.Text{JA: "除いた行", EN: "rows left out"})
	return p.w.Flush()
}

// List writes one line for each definition: id, title and unit.
func List(out io.Writer, defs []kpi.Definition, l lang.Lang) error {
	w := bufio.NewWriter(out)
	for _, d := range defs {
		fmt.Fprintf(w, "%-34s %s (%s)\n", d.ID, d.Title.In(l), d.Unit)
	}
	return w.Flush()
}

// printer writes lines; the buffered writer keeps the first error for Flush.
type printer struct {
	w    *bufio.Writer
	lang lang.Lang
}

func (p *printer) line(format string, args ...any) { fmt.Fprintf(p.w, format+"\n", args...) }

func (p *printer) label(name lang.Text, text string) {
	if text != "" {
		p.line("%s: %s", name.In(p.lang), text)
	}
}

func (p *printer) value(f kpi.Figure) {
	if f.Value == nil {
		p.label(lang.Text{JA: "値なし", EN: "no value"}, f.Reason.In(p.lang))
	} else {
		p.label(lang.Text{JA: "計算", EN: "arithmetic"}, f.Arithmetic.In(p.lang))
		p.label(lang.Text{JA: "値", EN: "value"}, p.inWords(*f.Value, f.Unit, f.Counts))
	}
	n := fmt.Sprint(f.N)
	if f.Hides("n") {
		n = kpi.Symbol
	}
	p.label(lang.Text{JA: "件数", EN: "n"}, n)
	if f.Excluded > 0 {
		p.label(lang.Text{JA: "除外", EN: "left out"}, fmt.Sprintf("%d", f.Excluded))
	}
	if f.Interval != nil {
		p.label(lang.Text{JA: "95％区間", EN: "95% interval"}, pair(*f.Interval))
	}
	if f.Range != nil {
		p.label(lang.Text{JA: "確認後にとりうる範囲", EN: "range once the errors are settled"}, pair(*f.Range))
	}
	if f.Target != nil {
		p.label(lang.Text{JA: "目標", EN: "target"}, p.inWords(*f.Target, f.Unit, f.Counts))
	}
}

// counters are the words behind a count.
var counters = map[kpi.Things]lang.Text{kpi.Records: {JA: "件"}, kpi.Persons: {JA: "人", EN: "people"}}

// inWords writes a value unrounded with its unit in words; a date is written as one.
func (p *printer) inWords(v float64, unit kpi.Unit, counts kpi.Things) string {
	word := unit.Word()
	switch unit {
	case kpi.Date:
		return cell.Day(v).String()
	case kpi.Count:
		word = counters[counts]
	}
	return strings.TrimRight(lang.Plain(v)+" "+word.In(p.lang), " ")
}

func pair(v [2]float64) string { return lang.Plain(v[0]) + " – " + lang.Plain(v[1]) }

func (p *printer) parts(parts kpi.Parts, indent string) {
	for _, part := range parts {
		name := indent + "  " + part.Title.In(p.lang) + " [" + part.Key + "]"
		switch v := part.Value.(type) {
		case nil:
			p.line("%s: %s", name, lang.Text{JA: "なし（または未到達）", EN: "none, or not reached"}.In(p.lang))
		case float64:
			p.line("%s: %s", name, strings.TrimRight(lang.Plain(v)+" "+part.Unit.Word().In(p.lang), " "))
		case [2]float64:
			p.line("%s: %s", name, pair(v))
		case kpi.Parts:
			p.line("%s:", name)
			p.parts(v, indent+"  ")
		case []kpi.Risk:
			p.line("%s:", name)
			for _, r := range v {
				p.line("%s    %s: n = %d", indent, lang.Plain(r.Time), r.N)
			}
		case []kpi.Point:
			p.line("%s:", name)
			for _, c := range v {
				p.line("%s    t = %s: S = %s, n = %d", indent, lang.Plain(c.Time), lang.Plain(c.S), c.N)
			}
		case []kpi.Group:
			p.line("%s:", name)
			for _, g := range v {
				p.line("%s    %s", indent, g.Title.In(p.lang))
				p.parts(g.Parts, indent+"    ")
			}
		default:
			p.line("%s: %v", name, v)
		}
	}
}

// rows writes the rows of one kind, each with its note, and a line for each of its cells.
func (p *printer) rows(rows []kpi.RowUse, excluded bool, head lang.Text) {
	first := true
	for _, r := range rows {
		if r.Excluded != excluded {
			continue
		}
		if first {
			p.line("%s:", head.In(p.lang))
			first = false
		}
		p.line("  %s  %s", r.Record, r.Note.In(p.lang))
		for i, col := range r.Columns {
			at := r.Row.Origin(col, r.Texts[i])
			p.line("    %s %s!%s  %s  「%s」", at.File, at.Sheet, at.Range, r.Row.Source.Headings[col], r.Texts[i])
		}
	}
}
