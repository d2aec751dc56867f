package xlsx

import (
	"io"

	"github.com/xuri/excelize/v2"

	"pilot90/cohort/lang"
)

// font is the face of every cell: it tells 0 from O and 1 from l, and current systems have it.
const font = "BIZ UDPGothic"

// book is a workbook being made: the file, its styles by look, and the links of its sheets.
type book struct {
	file   *excelize.File
	o      Options
	sheets []string
	styles map[look]int
	links  map[string][]link // by sheet
	long   []longSheet
}

// look is how a cell is drawn; the zero value is a plain cell.
type look struct {
	format  string // number format; "@" for text; empty = general
	bold    bool
	size    float64
	wrap    bool
	framed  bool
	shaded  bool
	yellow  bool // for somebody to fill in
	centred bool
	small   bool // a remark
	inset   bool // a little off the frame
	right   bool
	linked  bool // drawn as a link
	literal bool // text that would be taken for a formula if it were typed again
}

func newBook(o Options) (*book, error) {
	b := &book{file: excelize.NewFile(), o: o, styles: map[look]int{}, links: map[string][]link{}}
	return b, b.file.SetDefaultFont(font)
}

// sheet adds an empty sheet behind the others.
func (b *book) sheet(name lang.Text) (string, error) {
	n := b.name(name)
	b.sheets = append(b.sheets, n)
	if len(b.sheets) == 1 {
		return n, b.file.SetSheetName("Sheet1", n)
	}
	_, err := b.file.NewSheet(n)
	return n, err
}

// printed sets a sheet up for A4 paper on its side, so many pages wide, with the name of the sheet
// and the number of the page below.
func (b *book) printed(sheet string, pages int) error {
	const a4 = 9
	if err := b.file.SetSheetProps(sheet, &excelize.SheetPropsOptions{FitToPage: new(true)}); err != nil {
		return err
	}
	side, top, foot := 0.5, 0.5, 0.3 // inches
	margins := excelize.PageLayoutMarginsOptions{Left: &side, Right: &side, Top: &top, Bottom: &side, Header: &foot,
		Footer: &foot}
	if err := b.file.SetPageMargins(sheet, &margins); err != nil {
		return err
	}
	if err := b.file.SetHeaderFooter(sheet, &excelize.HeaderFooterOptions{OddFooter: "&L&A&R&P / &N"}); err != nil {
		return err
	}
	return b.file.SetPageLayout(sheet, &excelize.PageLayoutOptions{Orientation: new("landscape"), Size: new(a4),
		FitToWidth: new(pages), FitToHeight: new(0)})
}

func (b *book) words(ja, en string) string { return lang.Text{JA: ja, EN: en}.In(b.o.Lang) }

// style returns the number of the style with that look.
func (b *book) style(l look) (int, error) {
	if id, ok := b.styles[l]; ok {
		return id, nil
	}
	s := &excelize.Style{
		Font:      &excelize.Font{Family: font, Size: max(l.size, 11), Bold: l.bold},
		Alignment: &excelize.Alignment{Vertical: "center", WrapText: l.wrap},
	}
	if l.size == 0 {
		s.Font.Size = 10.5
	}
	if l.format != "" {
		s.CustomNumFmt = &l.format
	}
	if l.right {
		s.Alignment.Horizontal = "right"
	}
	if l.linked {
		s.Font.Color, s.Font.Underline = "0B4A8F", "single"
	}
	if l.small {
		s.Font.Size = 9
	}
	if l.centred {
		s.Alignment.Horizontal = "center"
	}
	if l.inset {
		s.Alignment.Indent = 1
		if !l.right {
			s.Alignment.Horizontal = "left"
		}
	}
	if l.yellow {
		s.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"FFF8E1"}}
	}
	if l.shaded {
		s.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"E4EAF1"}}
	}
	if l.framed {
		for _, side := range []string{"left", "right", "top", "bottom"} {
			s.Border = append(s.Border, excelize.Border{Type: side, Color: "7F7F7F", Style: 1})
		}
	}
	id, err := b.file.NewStyle(s)
	if err == nil && l.literal {
		id, err = b.quoted(id, s)
	}
	b.styles[l] = id
	return id, err
}

// quoted marks a style as that of quoted text (the leading ' of a spreadsheet program). The
// library would hand the same number out again for an equal style without the mark, so the
// protection, which is off in every sheet here, makes it a style of its own.
func (b *book) quoted(_ int, s *excelize.Style) (int, error) {
	own := *s
	own.Protection = &excelize.Protection{Locked: true}
	id, err := b.file.NewStyle(&own)
	if err != nil {
		return 0, err
	}
	yes := true
	b.file.Styles.CellXfs.Xf[id].QuotePrefix = &yes
	return id, nil
}

// write finishes the book: properties without a clock, then the package in a fixed order.
func (b *book) write(w io.Writer, title string) error {
	err := b.file.SetDocProps(&excelize.DocProperties{
		Creator: "pilot90", LastModifiedBy: "pilot90", Title: title, Language: string(b.o.Lang),
		Created: epoch, Modified: epoch,
	})
	if err != nil {
		return err
	}
	b.file.SetActiveSheet(0)
	b.file.SetZipWriter(func(out io.Writer) excelize.ZipWriter { return newPack(out, b) })
	return b.file.Write(w)
}

// epoch is the date of every document: the workbook tells its as-of date in its cells.
const epoch = "1980-01-01T00:00:00Z"
