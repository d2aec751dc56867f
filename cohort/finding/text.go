package finding

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"

	"pilot90/cohort/lang"
)

// mostRelated is how many related cells a line names before it says "and n more".
const mostRelated = 5

// TextOptions chooses what WriteText prints. The zero value prints all errors in Japanese.
type TextOptions struct {
	Lang        lang.Lang
	Limit       int      // most findings listed; 0 = all
	MinSeverity Severity // the mildest kind that is listed: Info lists everything
	// Paint colours a severity word for a terminal; nil leaves it as it is.
	Paint func(s Severity, word string) string
}

// WriteText prints the findings, errors first, each kind in the order given: the record and
// date and what is wrong, an indented fix, then the cell and the code. A line on how many are
// shown follows when the list is cut, then the summary.
func WriteText(w io.Writer, fs []Finding, o TextOptions) error {
	b := bufio.NewWriter(w)
	listed := gravestFirst(fs)
	listed = slices.DeleteFunc(listed, func(f Finding) bool { return f.Severity > o.MinSeverity })
	all := len(listed)
	if o.Limit > 0 && all > o.Limit {
		listed = listed[:o.Limit]
	}
	for _, f := range listed {
		writeOne(b, f, o)
	}
	if len(listed) < all {
		fmt.Fprintln(b, lang.Text{
			JA: fmt.Sprintf("%d 件中 %d 件を表示", all, len(listed)),
			EN: fmt.Sprintf("%d of %d shown", len(listed), all),
		}.In(o.Lang))
	}
	writeSummary(b, fs, o.Lang)
	return b.Flush()
}

func writeOne(b *bufio.Writer, f Finding, o TextOptions) {
	head := lang.OneLine(f.Message.In(o.Lang))
	if s := f.subject(); s != "" {
		head = lang.OneLine(s) + "  " + head
	}
	fmt.Fprintln(b, head)
	if fix := f.Fix.In(o.Lang); fix != "" {
		fmt.Fprintln(b, "    → "+lang.OneLine(fix))
	}
	word := f.Severity.Word().In(o.Lang)
	if o.Paint != nil {
		word = o.Paint(f.Severity, word)
	}
	place := lang.OneLine(f.where(o.Lang))
	if place != "" {
		place += " "
	}
	fmt.Fprintf(b, "    %s[%s %s]\n", place, f.Code, word)
	if related := f.related(o.Lang); related != "" {
		fmt.Fprintln(b, "    "+lang.OneLine(related))
	}
	fmt.Fprintln(b)
}

// related names the related cells, at most five, without repeating the file and sheet of the
// finding itself.
func (f Finding) related(l lang.Lang) string {
	if len(f.Related) == 0 {
		return ""
	}
	names := make([]string, 0, mostRelated)
	for _, p := range f.Related[:min(len(f.Related), mostRelated)] {
		names = append(names, f.near(p))
	}
	more := ""
	if n := len(f.Related) - len(names); n > 0 {
		more = lang.Text{JA: fmt.Sprintf(" ほか%dか所", n), EN: fmt.Sprintf(" and %d more", n)}.In(l)
	}
	label := lang.Text{JA: "関係するセル: ", EN: "related: "}.In(l)
	return label + strings.Join(names, comma.In(l)) + more
}

// near is the shortest name of p that is clear beside the finding's own place.
func (f Finding) near(p Place) string {
	if p.File == f.File {
		p.File = ""
		if p.Sheet == f.Sheet && p.Range != "" {
			p.Sheet = ""
		}
	}
	return p.String()
}

func writeSummary(b *bufio.Writer, fs []Finding, l lang.Lang) {
	errors, warnings, infos := Counts(fs)
	if errors+warnings == 0 {
		fmt.Fprintln(b, Clean.In(l))
		if infos == 0 {
			return
		}
	}
	fmt.Fprintln(b, Summary(fs).In(l))
	if errors > 0 {
		fmt.Fprintln(b, Error.Meaning().In(l))
	}
}
