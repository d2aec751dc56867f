package grid

import (
	"cmp"
	"time"

	"pilot90/cohort/lang"
)

// Limits bounds what one file may cost. A zero field means its default. A file over a limit is
// refused with C307, which names the limit; nothing of it is used.
type Limits struct {
	FileBytes     int64         // the file as stored
	PartBytes     int64         // one part of a workbook unpacked, or a CSV as UTF-8
	TotalBytes    int64         // all parts of a workbook that are read, unpacked
	GeneralXML    int64         // the parts that the scanner cannot read, together, unpacked
	Ratio         int64         // unpacked : packed size of one part, and of all parts to the file, beyond RatioFloor
	Parts         int           // entries of the zip archive, and links of one part to others
	Sheets        int           // sheets of one workbook
	SheetName     int           // characters in the name of a sheet; Excel has 31
	Rows          int           // the highest row number
	Columns       int           // the highest column number, and settings of hidden columns of one sheet
	Cells         int           // non-blank cells and hidden columns of one Book; not applied when rows are streamed
	BookRows      int           // rows with a cell of one Book; not applied when rows are streamed
	Merges        int           // merged ranges of one Book, or of one sheet when rows are streamed
	TextLength    int           // characters in one cell
	SharedStrings int           // entries of the table of shared strings
	Styles        int           // cell formats of one workbook, also fonts and number formats
	TextBytes     int64         // text kept: shared strings, and the cells of a Book
	CellTexts     int64         // bytes of the texts of all cells of one Book: one that many share counts for each of them
	Time          time.Duration // to read a Book; rows that are streamed have the caller's context only
}

// DefaultLimits returns the limits that hold unless the caller sets others. Rows, Columns and
// TextLength are Excel's own. The others leave a year's ledger of a large hub (500,000 rows of
// 10 columns: 25 MB stored, 250 MB unpacked) far inside.
func DefaultLimits() Limits {
	return Limits{
		FileBytes:     100 << 20,
		PartBytes:     1 << 30,
		TotalBytes:    2 << 30,
		GeneralXML:    64 << 20,
		Ratio:         250,
		Parts:         20_000,
		Sheets:        5_000,
		SheetName:     255,
		Rows:          maxRow,
		Columns:       MaxCol,
		Cells:         6_000_000,
		BookRows:      2_000_000, // two full sheets
		Merges:        500_000,
		TextLength:    32_767,
		SharedStrings: 2_000_000,
		Styles:        100_000,
		TextBytes:     128 << 20,
		CellTexts:     512 << 20,   // what follows looks into the text of every cell
		Time:          time.Minute, // what Excel can hold takes seconds
	}
}

// RatioFloor is the unpacked size below which the ratio says nothing: small parts full of
// blanks pack very well.
const RatioFloor = 16 << 20

// OrDefault fills the zero fields.
func (l Limits) OrDefault() Limits {
	d := DefaultLimits()
	return Limits{
		FileBytes:     cmp.Or(l.FileBytes, d.FileBytes),
		PartBytes:     cmp.Or(l.PartBytes, d.PartBytes),
		TotalBytes:    cmp.Or(l.TotalBytes, d.TotalBytes),
		GeneralXML:    cmp.Or(l.GeneralXML, d.GeneralXML),
		Ratio:         cmp.Or(l.Ratio, d.Ratio),
		Parts:         cmp.Or(l.Parts, d.Parts),
		Sheets:        cmp.Or(l.Sheets, d.Sheets),
		SheetName:     cmp.Or(l.SheetName, d.SheetName),
		Rows:          cmp.Or(l.Rows, d.Rows),
		Columns:       cmp.Or(l.Columns, d.Columns),
		Cells:         cmp.Or(l.Cells, d.Cells),
		BookRows:      cmp.Or(l.BookRows, d.BookRows),
		Merges:        cmp.Or(l.Merges, d.Merges),
		TextLength:    cmp.Or(l.TextLength, d.TextLength),
		SharedStrings: cmp.Or(l.SharedStrings, d.SharedStrings),
		Styles:        cmp.Or(l.Styles, d.Styles),
		TextBytes:     cmp.Or(l.TextBytes, d.TextBytes),
		CellTexts:     cmp.Or(l.CellTexts, d.CellTexts),
		Time:          cmp.Or(l.Time, d.Time),
	}
}

// TooManyMerges is the C307 of merged ranges.
func TooManyMerges(limits Limits) *Fault {
	return OverLimit("結合セルの数", "The number of merged ranges", int64(limits.Merges))
}

// LongSheetName is the C307 of a name of a sheet with more characters than that.
func LongSheetName(most int) *Fault {
	f := OverLimit("シート名の文字数", "The number of characters in the name of a sheet", int64(most))
	f.Fix = lang.Text{JA: "シート名を短くして、保存し直してください。", EN: "Shorten the name of the sheet, and save it again."}
	return f
}
