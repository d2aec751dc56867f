package cohorttest

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"pilot90/cohort"
	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/setting"
	"pilot90/cohort/sheet/grid"
)

// defaultFile is the file of sheets that name none.
const defaultFile = "台帳.xlsx"

// Parse reads a ledger from text.
func Parse(text string) (*Ledger, error) {
	p := &parser{opt: cohort.LoadOptions{Today: cell.NewDay(2026, 3, 31)}}
	for i, line := range strings.Split(text, "\n") {
		if err := p.line(line); err != nil {
			return nil, fmt.Errorf("line %d: %w", i+1, err)
		}
	}
	return p.ledger()
}

// parser collects the parts of a ledger line by line.
type parser struct {
	opt    cohort.LoadOptions
	toml   map[string][]string // the lines of a file of settings, by its name
	inTOML string              // the file that the lines are of; "" for none
	sheet  *grid.Grid
	row    int            // the last row of sheet
	merged map[[2]int]int // cell of sheet -> index in its Merges
	grids  []*grid.Grid
	marks  []Caret
}

func (p *parser) line(line string) error {
	trimmed := strings.TrimSpace(line)
	switch {
	case strings.HasPrefix(trimmed, "## "):
		p.inTOML = ""
		name, code, marked := cutMark(strings.TrimSpace(trimmed[3:]))
		p.begin(name)
		if marked {
			p.marks = append(p.marks, Caret{finding.Place{File: p.sheet.File, Sheet: p.sheet.Sheet}, code})
		}
		return nil
	case strings.HasPrefix(trimmed, "# "+setting.File), strings.HasPrefix(trimmed, "# "+setting.ReadingFile):
		p.settings(trimmed)
		return nil
	case p.inTOML != "":
		p.toml[p.inTOML] = append(p.toml[p.inTOML], line)
		return nil
	case trimmed == "" || strings.HasPrefix(trimmed, "//"):
		return nil
	case p.sheet == nil && trimmed[0] == '^' && isCode(trimmed[1:]):
		p.marks = append(p.marks, Caret{finding.Place{File: defaultFile}, trimmed[1:]})
		return nil
	case p.sheet == nil:
		return p.setting(trimmed)
	}
	return p.cells(line)
}

// settings starts a file of settings.
func (p *parser) settings(line string) {
	name, code, marked := cutMark(strings.TrimPrefix(line, "# "))
	if marked {
		p.marks = append(p.marks, Caret{finding.Place{File: name}, code})
	}
	if p.toml == nil {
		p.toml = map[string][]string{}
	}
	p.inTOML, p.sheet, p.toml[name] = name, nil, []string{}
}

// begin starts a sheet.
func (p *parser) begin(name string) {
	file := defaultFile
	if sheetName, in, ok := strings.Cut(name, " in "); ok {
		name, file = strings.TrimSpace(sheetName), strings.TrimSpace(in)
	}
	name, hidden := strings.CutPrefix(name, "~")
	p.sheet = &grid.Grid{File: file, Sheet: strings.TrimSpace(name), Hidden: hidden}
	p.row, p.merged = 0, map[[2]int]int{}
	p.grids = append(p.grids, p.sheet)
}

// setting reads a line such as "as_of: 2026-03-31".
func (p *parser) setting(line string) error {
	key, value, ok := strings.Cut(line, ":")
	if !ok {
		return fmt.Errorf("%q is neither a setting nor part of a sheet", line)
	}
	value = strings.TrimSpace(value)
	if key == "fiscal_year" {
		p.opt.FiscalYear = value
		return nil
	}
	day, _, fault := cell.ReadDate(cell.Value{Kind: cell.Text, Text: value})
	if fault != nil {
		return fmt.Errorf("%s: %s", key, fault.Message.EN)
	}
	switch key {
	case "as_of":
		p.opt.AsOf = &day
	case "from":
		p.opt.From = &day
	case "to":
		p.opt.To = &day
	case "today":
		p.opt.Today = day
	default:
		return fmt.Errorf("unknown setting %q", key)
	}
	return nil
}

// cells reads one row, or a line of marks for the row above.
func (p *parser) cells(line string) error {
	line = strings.TrimSpace(line)
	hidden := strings.HasPrefix(line, "~") && !strings.HasPrefix(line, "~~")
	if hidden {
		line = line[1:]
	}
	cells := strings.Split(line, "|")
	if isMarks(cells) {
		for i, c := range cells {
			if c = strings.TrimSpace(c); c != "" {
				p.mark(i+1, c[1:])
			}
		}
		return nil
	}
	p.row++
	row := grid.Row{Number: p.row, Hidden: hidden}
	for i, c := range cells {
		text, code, marked := cutMark(strings.TrimSpace(c))
		if marked {
			p.mark(i+1, code)
		}
		switch text {
		case "←":
			p.merge(p.row, i, p.row, i+1)
			continue
		case "↑":
			p.merge(p.row-1, i+1, p.row, i+1)
			continue
		}
		text, strike := cutStrike(text)
		v, err := value(text)
		if err != nil {
			return err
		}
		v.Strike = strike
		if v.Kind != cell.Blank {
			row.Cells = append(row.Cells, grid.Cell{Col: i + 1, Value: v})
		}
	}
	if len(row.Cells) > 0 {
		p.sheet.Rows = append(p.sheet.Rows, row)
	}
	return nil
}

// merge joins a cell to the merged range of its neighbour to the left or above.
func (p *parser) merge(row, col, toRow, toCol int) {
	i, ok := p.merged[[2]int{row, col}]
	if !ok {
		i = len(p.sheet.Merges)
		p.sheet.Merges = append(p.sheet.Merges, grid.Range{FromRow: row, FromCol: col, ToRow: row, ToCol: col})
		p.merged[[2]int{row, col}] = i
	}
	m := &p.sheet.Merges[i]
	m.ToRow, m.ToCol = max(m.ToRow, toRow), max(m.ToCol, toCol)
	p.merged[[2]int{toRow, toCol}] = i
}

// isMarks reports a line that holds nothing but marks.
func isMarks(cells []string) bool {
	some := false
	for _, c := range cells {
		c = strings.TrimSpace(c)
		some = some || c != ""
		if c != "" && (c[0] != '^' || !isCode(c[1:])) {
			return false
		}
	}
	return some
}

// cutMark splits a mark from the end of a cell.
func cutMark(c string) (text, code string, marked bool) {
	i := strings.LastIndexByte(c, '^')
	if i < 0 || !isCode(c[i+1:]) {
		return c, "", false
	}
	return strings.TrimSpace(c[:i]), c[i+1:], true
}

// cutStrike takes the tildes from ~~text~~, all of a cell or a part of it.
func cutStrike(c string) (text string, strike cell.Strike) {
	pieces := strings.Split(c, "~~")
	switch {
	case len(pieces) < 3:
		return c, cell.NotStruck
	case len(pieces) == 3 && pieces[0] == "" && pieces[2] == "":
		return pieces[1], cell.WhollyStruck
	}
	return strings.Join(pieces, ""), cell.PartlyStruck
}

// isCode reports nothing, or a code such as C102.
func isCode(s string) bool {
	if s == "" {
		return true
	}
	_, err := strconv.Atoi(s[1:])
	return len(s) == 4 && (s[0] == 'C' || s[0] == 'P') && err == nil
}

func (p *parser) mark(col int, code string) {
	p.marks = append(p.marks, Caret{finding.Place{File: p.sheet.File, Sheet: p.sheet.Sheet, Range: grid.Ref(p.row, col)},
		code})
}

// value is the value that Excel would keep for the text.
func value(s string) (cell.Value, error) {
	if s == "" || s == "(空)" {
		return cell.Value{}, nil
	}
	if s[0] == '"' {
		text, err := strconv.Unquote(s)
		return cell.Value{Kind: cell.Text, Text: text}, err
	}
	if s == "TRUE" || s == "FALSE" {
		v := cell.Value{Kind: cell.Bool, Text: s}
		if s == "TRUE" {
			v.Number = 1
		}
		return v, nil
	}
	if strings.HasPrefix(s, "#") && strings.HasSuffix(strings.TrimRight(s, "!?"),
		strings.ToUpper(strings.Trim(s, "#!?"))) {
		return cell.Value{Kind: cell.ErrorValue, Text: s}, nil
	}
	if s[0] == '=' {
		return cell.Value{Kind: cell.Uncomputed, Text: s}, nil
	}
	if n, err := strconv.ParseFloat(s, 64); err == nil && plainNumber(s) {
		return cell.Value{Kind: cell.Number, Number: n, Text: lang.Plain(n)}, nil
	}
	return cell.Value{Kind: cell.Text, Text: s}, nil
}

// plainNumber reports digits with at most a sign and a point, and no zero in front of a digit.
func plainNumber(s string) bool {
	s = strings.TrimPrefix(s, "-")
	return strings.Trim(s, "0123456789.") == "" && !(len(s) > 1 && s[0] == '0' && s[1] != '.')
}

// ledger assembles what was collected.
func (p *parser) ledger() (*Ledger, error) {
	pilot, findings := setting.Default(), []finding.Finding(nil)
	if lines, ok := p.toml[setting.File]; ok {
		pilot, findings = setting.Read(setting.File, []byte(strings.Join(lines, "\n")))
	}
	findings = append(findings, pilot.Learn([]byte(strings.Join(p.toml[setting.ReadingFile], "\n")))...)
	c, clock := cohort.Assemble(p.books(), pilot, p.opt, findings)
	return &Ledger{Ledger: c, Clock: clock, Carets: p.marks}, nil
}

// books groups the sheets by file, files sorted by name as in a folder.
func (p *parser) books() []*grid.Book {
	var books []*grid.Book
	for _, g := range p.grids {
		i := slices.IndexFunc(books, func(b *grid.Book) bool { return b.File == g.File })
		if i < 0 {
			i = len(books)
			books = append(books, &grid.Book{File: g.File})
		}
		books[i].Sheets = append(books[i].Sheets, g)
	}
	slices.SortFunc(books, func(a, b *grid.Book) int { return strings.Compare(a.File, b.File) })
	return books
}
