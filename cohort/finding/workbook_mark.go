package finding

import (
	"cmp"
	"maps"
	"slices"

	"github.com/xuri/excelize/v2"
)

// mostMarked is how many cells of one finding are coloured; a finding about a whole sheet
// need not colour a million of them.
const mostMarked = 2000

// target is one cell to be marked.
type target struct {
	sheet    string
	row, col int
}

// markCells colours the cells with errors and warnings. Sheets that the book does
// not have, or that hold no cells, are left to the front sheet.
func markCells(book *excelize.File, fs []Finding) error {
	marks := collectMarks(book, fs)
	cells := slices.SortedFunc(maps.Keys(marks), func(a, b target) int {
		return cmp.Or(cmp.Compare(a.sheet, b.sheet), cmp.Compare(a.row, b.row), cmp.Compare(a.col, b.col))
	})
	p := painter{book: book, styles: map[styleKey]int{}, fills: map[Severity]int{}}
	for _, c := range cells {
		if err := p.paint(c, marks[c]); err != nil {
			return err
		}
	}
	return nil
}

// collectMarks spreads the findings over their cells; each has the severity of its gravest.
func collectMarks(book *excelize.File, fs []Finding) map[target]Severity {
	marks := map[target]Severity{}
	for _, f := range Unfold(fs) {
		for _, p := range f.faulty() {
			if _, err := book.GetSheetProps(p.Sheet); err != nil {
				continue
			}
			for _, c := range p.area().cells(p.Sheet, mostMarked) {
				if s, marked := marks[c]; !marked || f.Severity < s {
					marks[c] = f.Severity
				}
			}
		}
	}
	return marks
}

// faulty are the places of its file that a finding marks: none for an info or a whole sheet.
func (f Finding) faulty() []Place {
	var places []Place
	for _, p := range append([]Place{f.Place}, f.Shared[:min(len(f.Shared), mostMarked)]...) {
		if f.Severity != Info && p.File == f.File && p.area() != (area{}) {
			places = append(places, p)
		}
	}
	return places
}

// cells lists the cells of the area row by row, at most limit of them.
func (a area) cells(sheet string, limit int) []target {
	var out []target
	for row := a.fromRow; row <= a.toRow; row++ {
		for col := a.fromCol; col <= a.toCol; col++ {
			if len(out) == limit {
				return out
			}
			out = append(out, target{sheet, row, col})
		}
	}
	return out
}

// painter gives cells a fill and leaves the rest of their format alone. It copies the format
// record itself, since going through excelize.Style would lose number formats that Excel knows
// only by their number, such as 27–36 and 50–58.
type painter struct {
	book   *excelize.File
	styles map[styleKey]int
	fills  map[Severity]int
}

type styleKey struct {
	original int
	severity Severity
}

// fillOf is colour and pattern of a severity: stripes for errors and dots for warnings, so that
// they differ on a grey print too.
var fillOf = map[Severity]struct {
	pattern         int
	ink, background string
}{
	Error:   {14, "FFE0503C", "FFFFD9D0"},
	Warning: {18, "FFB08A00", "FFFFF1C2"},
}

func (p *painter) paint(c target, s Severity) error {
	ref := cellName(c.row, c.col)
	original, err := p.book.GetCellStyle(c.sheet, ref)
	if err != nil {
		return err
	}
	key := styleKey{original, s}
	id, known := p.styles[key]
	if !known {
		if id, err = p.style(key); err != nil {
			return err
		}
		p.styles[key] = id
	}
	return p.book.SetCellStyle(c.sheet, ref, ref, id)
}

// style adds the original format with the fill of the severity to the book.
func (p *painter) style(k styleKey) (int, error) {
	fill, err := p.fill(k.severity)
	if err != nil {
		return 0, err
	}
	xfs := p.book.Styles.CellXfs
	if k.original >= len(xfs.Xf) {
		k.original = 0
	}
	xf := xfs.Xf[k.original]
	applied := true
	xf.FillID, xf.ApplyFill = &fill, &applied
	xfs.Xf = append(xfs.Xf, xf)
	xfs.Count = len(xfs.Xf)
	return len(xfs.Xf) - 1, nil
}

// fill returns the number of the severity's fill in the book's table of fills.
func (p *painter) fill(s Severity) (int, error) {
	if id, known := p.fills[s]; known {
		return id, nil
	}
	look := fillOf[s]
	carrier, err := p.book.NewStyle(&excelize.Style{
		Fill: excelize.Fill{Type: "pattern", Pattern: look.pattern, Color: []string{look.background[2:]}},
	})
	if err != nil {
		return 0, err
	}
	id := *p.book.Styles.CellXfs.Xf[carrier].FillID
	pattern := p.book.Styles.Fills.Fill[id].PatternFill
	ink, background := *pattern.FgColor, *pattern.FgColor
	ink.RGB, background.RGB = look.ink, look.background
	pattern.FgColor, pattern.BgColor = &ink, &background
	p.fills[s] = id
	return id, nil
}
