package kpi

import (
	"strings"

	"pilot90/cohort"
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/layout"
	"pilot90/cohort/schema"
)

// codesOfFiles is how the codes of findings begin that refuse a whole file.
const codesOfFiles = "C30"

// overLimit is the code of a file that is over a limit of size or time.
const overLimit = "C307"

// Unread says that files of the ledger were not read, so that every figure lacks their records; empty: all were. It
// names none of them: a file may bear the name of a worker, and public editions print it too. pilot90 check names them.
func Unread(c *cohort.Ledger) lang.Text {
	refused, large := false, false
	for _, f := range c.Findings {
		if f.Severity == finding.Error && strings.HasPrefix(f.Code, codesOfFiles) {
			refused, large = true, large || f.Code == overLimit
		}
	}
	switch {
	case large:
		return lang.Text{JA: "大きすぎて読まなかったファイルがあり、その記録は入っていません（台帳の点検の結果に、どのファイルかがあります）",
			EN: "a file was too large to be read, and its records are not in this (the check of the ledger names it)"}
	case refused:
		return lang.Text{JA: "読めなかったファイルがあり、その記録は入っていません（台帳の点検の結果に、どのファイルかがあります）",
			EN: "a file could not be read, and its records are not in this (the check of the ledger names it)"}
	}
	return lang.Text{}
}

// sayUnread puts it into the figure: as the reason where sheets are lacking, which may be in such a file, else as a
// warning.
func (w *Window) sayUnread(f *Figure, lack bool) {
	switch unread := w.unread; {
	case unread.Empty():
	case lack:
		f.Reason = lang.Text{JA: unread.JA + "。" + f.Reason.JA, EN: unread.EN + "; " + f.Reason.EN}
	default:
		f.Warnings = append([]lang.Text{unread}, f.Warnings...)
	}
}

// unreadSheets are the tables of which a sheet bears the name that was not read as one.
func unreadSheets(c *cohort.Ledger) map[schema.Key]bool {
	unread := map[schema.Key]bool{}
	for _, in := range c.Inputs {
		for _, name := range in.Unread {
			if key := layout.TableNamed(name).Key; key != "" {
				unread[key] = true
			}
		}
	}
	return unread
}

// sayUnreadSheets says of the tables that the figure uses where they are present that a sheet of their name was not
// read: in the reason where there is no value, else as a warning.
func (w *Window) sayUnreadSheets(d *Definition, f *Figure) {
	for _, k := range d.Also {
		if w.Present(k) || !w.unreadSheets[k] {
			continue
		}
		s := schema.ByKey(k).Sheet
		said := lang.Text{JA: "「" + s.JA + "」のシートはありますが、読めていません（台帳の点検の結果に理由があります）",
			EN: "there is a sheet of " + s.EN + ", and it could not be read (the check of the ledger says why)"}
		if f.Value == nil {
			f.Reason = lang.Text{JA: f.Reason.JA + "。" + said.JA, EN: f.Reason.EN + "; " + said.EN}
			continue
		}
		f.Warnings = append(f.Warnings, said)
	}
}
