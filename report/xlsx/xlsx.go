// Package xlsx turns a report and the figures behind it into a workbook: 概要, 指標, グラフ, 期ごと and 定義, which
// are printed, a sheet one page wide, and 根拠 and 内訳, which are for looking things up and are not; for a grant also
// 実績報告 in the columns of the report form.
//
// The one idea: the workbook can be checked in the spreadsheet program itself. A figure whose
// numerator or denominator is the sum of what its rows contribute is a formula over those rows,
// with the engine's value beside it as the cached result; a formula is used only where it gives
// the engine's value. Text is always written as text, so nothing that was typed into a ledger can
// become a formula. The package computes no figure, decides nothing about disclosure, and reads
// no clock: the same report gives the same bytes.
package xlsx

import (
	"fmt"
	"io"

	"github.com/xuri/excelize/v2"

	"pilot90/cohort/lang"
	"pilot90/kpi"
	"pilot90/kpi/result"
	"pilot90/report/content"
)

// Signature stands uncompressed in every workbook of this package and tells it from the user's own.
const Signature = "<dc:creator>pilot90</dc:creator>"

// Options chooses what goes into the workbook.
type Options struct {
	Lang lang.Lang
	// Rows puts the ledger rows behind the figures in. They name persons: only an edition that
	// may show them sets it. Without it every numerator and denominator is a plain number.
	Rows bool
	// Ledger is the slash-separated path from the workbook's folder to the ledger's, "." for
	// the same one; cells are linked there. Empty: no links to files.
	Ledger string
	// Sender, when it is set, adds the report form of the grants, ready to be pasted, and the
	// proposed ratings behind 概要.
	Sender *Sender
}

// Write writes the workbook. The definitions are those of the figures (kpi.Expanded).
func Write(w io.Writer, r *content.Report, result *result.Result, defs []kpi.Definition, o Options) error {
	b, err := newBook(o)
	if err != nil {
		return err
	}
	defer b.file.Close()
	e := &edition{book: b, report: r, result: result, defs: defs, nextPart: 2}
	if o.Rows {
		e.lines = linesOf(result.Figures)
	}
	steps := []func() error{e.overview, e.grantSheets, e.figures, e.charts, e.cohorts, e.towns, e.definitions, e.rows,
		e.parts, e.toPaste}
	for _, step := range steps {
		if err := step(); err != nil {
			return fmt.Errorf("workbook: %w", err)
		}
	}
	return b.write(w, r.Title)
}

// edition is one workbook while it is being written.
type edition struct {
	*book
	report *content.Report
	result *result.Result
	defs   []kpi.Definition
	lines  lines

	nextPart int // row of 内訳 at which the parts of the next figure begin
}

// name is the name of a sheet in the edition's language.
func (b *book) name(t lang.Text) string { return t.In(b.o.Lang) }

// The sheets, in their order.
var (
	overviewSheet    = lang.Text{JA: "概要", EN: "Summary"}
	figuresSheet     = lang.Text{JA: "指標", EN: "Figures"}
	rowsSheet        = lang.Text{JA: "根拠", EN: "Rows"}
	chartsSheet      = lang.Text{JA: "グラフ", EN: "Charts"}
	definitionsSheet = lang.Text{JA: "定義", EN: "Definitions"}
)

// cell returns the address of a cell; row and column are 1-based.
func address(col, row int) string {
	name, err := excelize.CoordinatesToCellName(col, row)
	if err != nil {
		panic(err) // columns and rows come from this package's own counting
	}
	return name
}
