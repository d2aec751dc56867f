// Package copies turns a checked ledger into copies of its files whose cells say what is to be corrected.
//
// The one idea: a copy is the file itself with marks on it, and no file is ever written over. Where the formats of a
// file cannot be kept, its text is, and that is said. What is found is not decided here.
package copies

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"

	"pilot90/cmd/pilot90/disk"
	"pilot90/cmd/pilot90/terminal"
	"pilot90/cohort"
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/setting"
	"pilot90/cohort/sheet"
	"pilot90/cohort/sheet/grid"
	"pilot90/report"
	"pilot90/report/step"
)

// Copier makes marked copies of the files of one ledger.
type Copier struct {
	term     *terminal.Terminal
	dir      string // the ledger's folder
	out      string // the folder the copies go to
	password string
	encoding string                 // of CSV files, when pilot.toml gives it
	files    []report.File          // named by their paths
	size     int                    // bytes of files
	most     int                    // how many files are made
	marked   map[finding.Place]bool // the sheets that have a copy
}

// New is a copier of the files in a ledger's folder, with what opens them and what pilot.toml says of them.
func New(term *terminal.Terminal, dir, out, password, encoding string) *Copier {
	return &Copier{term: term, dir: dir, out: out, password: password, encoding: encoding,
		marked: map[finding.Place]bool{}, most: mostCopies}
}

// Files are the copies made, under the folder they go to.
func (m *Copier) Files() []report.File { return m.files }

// Add makes every copy that is needed, one for each cohort or member of staff where by is not "".
func (m *Copier) Add(ctx context.Context, c *cohort.Ledger, by string) error {
	shares := split(c, by, m.term.Lang)
	step.Expect(ctx, len(shares)*len(c.Inputs)+1)
	defer step.Done(ctx)
	left := 0
	for _, s := range shares {
		of := byFile(s.findings)
		for _, in := range c.Inputs {
			step.Done(ctx)
			if !slices.ContainsFunc(of[in.File], ToCorrect) {
				continue
			}
			if err := ctx.Err(); err != nil {
				return err
			}
			if len(m.files) >= m.most || m.size > mostCopied {
				left++
				continue
			}
			if err := m.add(in, share{s.name, of[in.File]}); err != nil {
				return err
			}
		}
	}
	if left > 0 {
		fmt.Fprintln(m.term.Stderr, m.term.Sayf("写しは%[1]d個までつくりました（残り%[2]d個）。直してから、もう一度点検してください",
			"%[1]d copies were made, %[2]d more would be needed; correct these and check again", len(m.files), left))
	}
	return nil
}

// The bounds of the copies of one run: a ledger of thousands of files or cohorts would fill the memory and the disk.
const (
	mostCopies = 500
	mostCopied = 128 << 20 // bytes
)

// byFile are the findings of each file, in their order.
func byFile(fs []finding.Finding) map[string][]finding.Finding {
	of := map[string][]finding.Finding{}
	for _, f := range fs {
		of[f.File] = append(of[f.File], f)
	}
	return of
}

// ToCorrect reports whether a finding is about something to correct.
func ToCorrect(f finding.Finding) bool { return f.Severity != finding.Info }

// add makes the copy of one file for one share of the findings.
func (m *Copier) add(in cohort.Input, s share) error {
	original, err := setting.ReadWhole(filepath.Join(m.dir, filepath.FromSlash(in.File)), grid.DefaultLimits().FileBytes)
	if err != nil {
		return err
	}
	if sum := sha256.Sum256(original); hex.EncodeToString(sum[:]) != in.SHA256 {
		return m.term.Errorf("%s は点検のあいだに保存されました。もう一度点検してください", "%s was saved meanwhile; please check again", in.File)
	}
	if !keepsFormats(original) {
		m.warnOfText(in.File, original)
		return m.addCells(in.File, original, s)
	}
	opt := finding.WorkbookOptions{Lang: m.term.Lang}
	if sheet.IsEncrypted(original) {
		opt.Password = m.password
	}
	var data bytes.Buffer
	err = finding.WriteWorkbook(&data, original, in.File, s.findings, opt)
	if errors.Is(err, finding.ErrNoCopy) {
		fmt.Fprintln(m.term.Stderr, m.term.Sayf("%s は書式を残した写しをつくれないため、文字だけの写しをつくります",
			"%s cannot be copied with its formats; its text is copied", in.File))
		return m.addCells(in.File, original, s)
	}
	if err != nil {
		return err
	}
	m.mark(in.File, s.findings, func(finding.Finding) bool { return true })
	m.keep(in.File, s.name, data.Bytes())
	return nil
}

// addCells makes a new workbook of a file whose formats cannot be kept: all its sheets, the cells as
// text. A CSV is one sheet.
func (m *Copier) addCells(file string, original []byte, s share) error {
	book, findings, err := sheet.Read(file, bytes.NewReader(original), int64(len(original)),
		sheet.Options{Password: m.password, Encoding: m.encoding})
	if err != nil {
		return err
	}
	if book == nil {
		return fmt.Errorf("%s: %s", file, m.term.Say(findings[0].Message))
	}
	var sheets []finding.NewSheet
	for _, g := range book.Sheets {
		sheets = append(sheets, finding.NewSheet{Name: g.Sheet, Hidden: g.Hidden, Cells: cellsOf(g)})
	}
	onSheet := func(f finding.Finding) bool { return f.Sheet != "" }
	opt := finding.WorkbookOptions{Lang: m.term.Lang, Keep: onSheet}
	if sheet.IsEncrypted(original) {
		opt.Password = m.password
	}
	var data bytes.Buffer
	err = finding.WriteNewWorkbook(&data, sheets, file, s.findings, opt)
	if errors.Is(err, finding.ErrNoCopy) {
		fmt.Fprintln(m.term.Stderr, m.term.Sayf("%s は大きすぎるため、写しをつくれません。指摘の一覧は --format html でつくれます",
			"%s is too large to be copied; --format html makes a list of what was found", file))
		return nil
	}
	if err != nil {
		return err
	}
	m.mark(file, s.findings, onSheet)
	m.keep(file, s.name, data.Bytes())
	return nil
}

// mark notes the sheets of a file that have a copy; shown tells the findings that stand in it.
func (m *Copier) mark(file string, fs []finding.Finding, shown func(finding.Finding) bool) {
	for _, f := range fs {
		if f.File == file && shown(f) {
			m.marked[finding.Place{File: f.File, Sheet: f.Sheet}] = true
		}
	}
}

func cellsOf(g *grid.Grid) iter.Seq[finding.Cell] {
	return func(yield func(finding.Cell) bool) {
		for _, r := range g.Rows {
			for _, c := range r.Cells {
				if !yield(finding.Cell{Row: r.Number, Col: c.Col, Text: c.Text}) {
					return
				}
			}
		}
	}
}

// keepsFormats reports whether the bytes are those of a workbook whose formats the copy can keep: not of a
// text, an .xls or an .ods.
func keepsFormats(data []byte) bool {
	return bytes.HasPrefix(data, []byte("PK")) && !sheet.IsOpenDocument(data) || sheet.IsEncrypted(data)
}

// warnOfText says that the copy of a workbook of another format is an .xlsx and holds its text only.
func (m *Copier) warnOfText(file string, original []byte) {
	switch {
	case sheet.IsCompound(original):
		fmt.Fprintln(m.term.Stderr, m.term.Errorf(
			"%s は古い形式（.xls）のため、写しは Excel ブック（.xlsx）として、文字だけでつくります",
			"%s is of the old format .xls; its copy is an Excel workbook (.xlsx) with the text only", file))
	case sheet.IsOpenDocument(original):
		fmt.Fprintln(m.term.Stderr, m.term.Errorf(
			"%s は LibreOffice などの形式（.ods）のため、写しは Excel ブック（.xlsx）として、文字だけでつくります",
			"%s is an OpenDocument spreadsheet (.ods); its copy is an Excel workbook (.xlsx) with the text only", file))
	}
}

// Write writes the copies, or none when one of them is there already.
func (m *Copier) Write(ctx context.Context) error {
	disk.SettleAll(m.files)
	for _, o := range m.files {
		if _, err := os.Lstat(o.Name); err == nil {
			return m.term.Errorf("%s はすでにあるため、何も書き出しませんでした。--out で別のフォルダーを指定するか、前の点検結果を移してからやり直してください",
				"%s exists already, so nothing was written; name another folder with --out or move the earlier copies", o.Name)
		} else if !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	if err := disk.PlaceNew(ctx, m.files); err != nil {
		return err
	}
	for _, file := range m.files {
		fmt.Fprintln(m.term.Stdout, file.Name)
	}
	return nil
}

// Report prints the summary, and the findings with something to correct that no copy shows.
func (m *Copier) Report(all []finding.Finding) error {
	l := m.term.Lang
	if !slices.ContainsFunc(all, ToCorrect) {
		_, err := fmt.Fprintln(m.term.Stdout, finding.Clean.In(l))
		return err
	}
	var rest []finding.Finding
	for _, f := range all {
		if ToCorrect(f) && !m.marked[finding.Place{File: f.File, Sheet: f.Sheet}] {
			rest = append(rest, f)
		}
	}
	if len(rest) == 0 {
		_, err := fmt.Fprintln(m.term.Stdout, finding.Summary(all).In(l))
		return err
	}
	fmt.Fprintln(m.term.Stdout, m.term.Say(lang.Text{JA: "\n写しに印を付けられなかった点は次のとおりです。\n",
		EN: "\nNot marked in a copy:\n"}))
	return finding.WriteText(m.term.Stdout, rest,
		finding.TextOptions{Lang: l, MinSeverity: finding.Info, Paint: m.term.Paint()})
}
