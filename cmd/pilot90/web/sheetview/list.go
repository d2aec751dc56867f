package sheetview

import (
	"net/url"
	"slices"

	"pilot90/cohort"
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/layout"
	"pilot90/cohort/schema"
)

// File is a file with its sheets, as the page 読み取り lists them.
type File struct {
	File   string
	Sheets []Entry
}

// Entry is a sheet with what it was read as.
type Entry struct {
	Sheet         string
	As            lang.Text // the tables; empty: it is not read
	Rows, Read    int
	Errors        int
	Why           lang.Text // it is not read
	Address       string
	Here          bool
	Records, Asks bool
}

// Bad reports a sheet of which something cannot be read, or nothing is and it is not known why that is right.
func (e Entry) Bad() bool { return e.Errors > 0 || e.Asks }

// Address is the page of a sheet.
func Address(file, sheet string) string {
	return "/reading?" + url.Values{"file": {file}, "sheet": {sheet}}.Encode()
}

// List lists the files and sheets of a ledger that was read so; the one shown is marked.
func List(c *cohort.Ledger, r *cohort.Reading, file, sheet string) []File {
	errors := map[[2]string]int{}
	for _, f := range c.Findings {
		if f.Severity == finding.Error {
			errors[[2]string{f.File, f.Sheet}]++
		}
	}
	var out []File
	for _, f := range r.Files {
		list := File{File: f.File}
		for _, t := range f.Tables {
			title := schema.ByKey(t.Table).Sheet
			asks := slices.ContainsFunc(t.Columns, func(c cohort.ColumnReading) bool { return layout.AsksUnit(c.Why.Code) })
			if n := len(list.Sheets); n > 0 && list.Sheets[n-1].Sheet == t.Sheet {
				e := &list.Sheets[n-1]
				e.As = lang.Say(e.As.JA+"・"+title.JA, e.As.EN+", "+title.EN)
				e.Rows, e.Read, e.Asks = e.Rows+t.Rows, e.Read+t.Rows-t.Excluded, e.Asks || asks
				continue
			}
			list.Sheets = append(list.Sheets, Entry{Sheet: t.Sheet, As: title, Rows: t.Rows, Read: t.Rows - t.Excluded,
				Records: true, Asks: asks})
		}
		for _, u := range f.Unread {
			e := Entry{Sheet: u.Sheet}
			for _, why := range u.Why {
				if why.Severity != finding.Info && e.Why.Empty() {
					e.Why, e.Asks = why.Message, true
				}
			}
			list.Sheets = append(list.Sheets, e)
		}
		for i := range list.Sheets {
			e := &list.Sheets[i]
			e.Errors = errors[[2]string{f.File, e.Sheet}]
			e.Address, e.Here = Address(f.File, e.Sheet), f.File == file && e.Sheet == sheet
		}
		out = append(out, list)
	}
	return out
}

// First is the sheet with which the page begins: one of which something cannot be read, else the first.
func First(files []File) (file, sheet string) {
	for _, bad := range []bool{true, false} {
		for _, f := range files {
			for _, e := range f.Sheets {
				if e.Bad() || !bad {
					return f.File, e.Sheet
				}
			}
		}
	}
	return "", ""
}

// Asked counts the sheets of which a unit must be said before all of their figures are there.
func Asked(r *cohort.Reading) int {
	n := 0
	for _, f := range r.Files {
		sheets := map[string]bool{}
		for _, t := range f.Tables {
			if slices.ContainsFunc(t.Columns, func(c cohort.ColumnReading) bool { return layout.AsksUnit(c.Why.Code) }) {
				sheets[t.Sheet] = true
			}
		}
		n += len(sheets)
	}
	return n
}

// Unfamiliar reports a ledger in which no sheet is known as that of people or of work, so that the first thing is to
// say what its sheets are.
func Unfamiliar(c *cohort.Ledger) bool {
	sheets := 0
	for _, in := range c.Inputs {
		sheets += len(in.Sheets) + len(in.Unread)
	}
	return sheets > 0 && len(c.Participants.Sources) == 0 && len(c.Tasks.Sources) == 0
}
