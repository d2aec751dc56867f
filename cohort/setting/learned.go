package setting

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/BurntSushi/toml"

	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/pattern"
	"pilot90/cohort/schema"
	"pilot90/cohort/tomlplace"
)

// ReadingFile is the name of the file beside pilot.toml in which the program keeps how sheets are read when
// somebody changed it.
const ReadingFile = "reading.toml"

// IsSettings reports the name of a file of settings in a ledger's folder, which is no spreadsheet.
func IsSettings(name string) bool { return name == File || name == ReadingFile }

// The shapes that a pin may give to a sheet.
const (
	RowsShape   = "rows"        // one row a record
	MonthShape  = "month_sheet" // a log of one month with the days 1 to 31
	MatrixShape = "day_matrix"  // persons by days
	PayShape    = "pay_matrix"  // what was paid, persons by months
)

// Shapes are the words for the shape of a sheet in pins.
func Shapes() []string { return []string{RowsShape, MonthShape, MatrixShape, PayShape} }

// Learn takes what a reading.toml says about the sheets of the ledger. Whatever is wrong in it is a finding, and
// does not hold.
func (p *Pilot) Learn(data []byte) []finding.Finding {
	if !utf8.Valid(data) {
		return []finding.Finding{notUTF8(ReadingFile)}
	}
	doc := strings.TrimPrefix(string(data), "\ufeff")
	var values map[string]any
	if err := tomlplace.Decode(doc, &values); err != nil {
		return []finding.Finding{syntaxFinding(ReadingFile, err)}
	}
	r := &tomlReader{file: ReadingFile, positions: keyPositions(doc)}
	root := &section{tomlReader: r, values: values}
	for _, t := range root.list("table") {
		pin, ok := t.pin()
		switch {
		case !ok:
		case !pin.Locates():
			t.report(codeWrongValue, t.path, nil, lang.Say("sheet も files もありません。", "There is neither sheet nor files."),
				lang.Say("どのシートのことかを sheet に書いてください。", "Say in sheet which sheet is meant."))
		default:
			pin.learned = true
			p.Learned = append(p.Learned, pin)
		}
	}
	root.done()
	return r.findings
}

// LearnedFor returns what reading.toml says about a sheet, nil for nothing. A pin that names the sheet itself is
// preferred to one that names it by a pattern.
func (p *Pilot) LearnedFor(file, sheet string) *Pin {
	return p.learnedFor(file, sheet, func(*Pin) bool { return true })
}

// LearnedOf returns what reading.toml says about one of the tables that stand in a sheet, nil for nothing.
func (p *Pilot) LearnedOf(file, sheet string, table schema.Key) *Pin {
	return p.learnedFor(file, sheet, func(pin *Pin) bool { return pin.Table == table && !pin.Ignore })
}

func (p *Pilot) learnedFor(file, sheet string, which func(*Pin) bool) *Pin {
	var found *Pin
	for i := range p.Learned {
		pin := &p.Learned[i]
		if which(pin) && pin.Holds(file, sheet) && (found == nil || found.byPattern() && !pin.byPattern()) {
			found = pin
		}
	}
	return found
}

// LearnedPin is a pin of reading.toml about a sheet and those of its form: next month's sheet or file.
func LearnedPin(file, sheet string) Pin {
	return Pin{Files: []string{Pattern(file)}, Sheet: Pattern(sheet), Columns: map[string]string{},
		Units: map[string]string{}, learned: true}
}

// Bare reports a pin that only says which table the sheet is.
func (pin *Pin) Bare() bool {
	return !pin.Ignore && pin.HeadingRow == 0 && pin.Shape == "" &&
		len(pin.Columns)+len(pin.Units)+len(pin.Constants)+len(pin.Ignored) == 0
}

// byPattern reports a pin that may mean several sheets.
func (pin *Pin) byPattern() bool {
	return strings.Contains(pin.Sheet, "*") || slices.ContainsFunc(pin.Files, func(g string) bool {
		return strings.ContainsAny(g, "*?[")
	})
}

// Over is the pin with what another one says about the same table where it says nothing itself.
func (pin Pin) Over(under *Pin) Pin {
	if under == nil || under.Table != pin.Table {
		return pin
	}
	out := pin
	out.HeadingRow = cmp.Or(pin.HeadingRow, under.HeadingRow)
	out.Shape = cmp.Or(pin.Shape, under.Shape)
	out.Columns = both(pin.Columns, under.Columns)
	out.Units = both(pin.Units, under.Units)
	out.Constants = both(pin.Constants, under.Constants)
	out.Ignored = slices.Clone(pin.Ignored)
	for _, column := range under.Ignored {
		if !slices.Contains(slices.Collect(maps.Values(pin.Columns)), column) {
			out.Ignored = append(out.Ignored, column)
		}
	}
	return out
}

// both are the entries of two maps; those of the first win.
func both(first, second map[string]string) map[string]string {
	out := maps.Clone(second)
	if out == nil {
		out = map[string]string{}
	}
	maps.Copy(out, first)
	return out
}

// ShapeOf is the shape that pins give to a sheet, and the table that they say it is; "" for none. A sheet that is not
// read is in rows.
func (p *Pilot) ShapeOf(file, sheet string) (shape string, table schema.Key) {
	for i := range p.Pins {
		if pin := &p.Pins[i]; pin.Shape != "" && pin.Holds(file, sheet) {
			return pin.Shape, pin.Table
		}
	}
	pin := p.LearnedFor(file, sheet)
	switch {
	case pin == nil:
		return "", ""
	case pin.Ignore:
		return RowsShape, ""
	}
	return pin.Shape, pin.Table
}

// Placed puts the file and the line of the pin on a finding about what reading.toml says.
func (pin *Pin) Placed(f finding.Finding) finding.Finding {
	return placeInTOML(ReadingFile, position{pin.Line, pin.Col}, f)
}

// anyNumber is the part of a pattern that stands for a number.
const anyNumber = "[0-9０-９]*"

// inPattern are the signs of a pattern as they stand for themselves in one. A backslash cannot, since globs have it
// for a slash.
var inPattern = strings.NewReplacer("[", "[[]", "*", "[*]", "?", "[?]", `\`, "?")

// Pattern is a name as a pattern with any number for each of its own, so that it is next month's file or sheet too.
func Pattern(name string) string {
	name = inPattern.Replace(name)
	return numbers.ReplaceAllString(name, anyNumber)
}

var numbers = pattern.New(`[0-9０-９]+`)

// A readingEntry is a pin as reading.toml has it; the order of the fields is that of the file.
type readingEntry struct {
	Key        schema.Key        `toml:"key,omitempty"`
	Files      []string          `toml:"files,omitempty"`
	Sheet      string            `toml:"sheet,omitempty"`
	HeadingRow int               `toml:"heading_row,omitzero"`
	Shape      string            `toml:"shape,omitempty"`
	Ignore     any               `toml:"ignore,omitempty"`
	Columns    map[string]string `toml:"columns,omitempty"`
	Units      map[string]string `toml:"units,omitempty"`
	Constants  map[string]string `toml:"constants,omitempty"`
}

// readingHead is how the file begins.
const readingHead = "# 表の読み取り方です。pilot90 が書きます（pilot90 read --set）。pilot.toml に書いたことが優先します。\n"

// WriteReading returns the text of a reading.toml with the pins, sorted by file and sheet. Equal pins give equal bytes.
func WriteReading(pins []Pin) ([]byte, error) {
	sorted := slices.Clone(pins)
	slices.SortStableFunc(sorted, func(a, b Pin) int {
		return cmp.Or(slices.Compare(a.Files, b.Files), cmp.Compare(a.Sheet, b.Sheet), cmp.Compare(a.Table, b.Table))
	})
	var doc struct {
		Table []readingEntry `toml:"table"`
	}
	for _, p := range sorted {
		e := readingEntry{p.Table, p.Files, p.Sheet, p.HeadingRow, p.Shape, nil, p.Columns, p.Units, p.Constants}
		switch {
		case p.Ignore:
			e.Ignore = true
		case len(p.Ignored) > 0:
			e.Ignore = p.Ignored
		}
		doc.Table = append(doc.Table, e)
	}
	var b strings.Builder
	b.WriteString(readingHead)
	enc := toml.NewEncoder(&b)
	enc.Indent = ""
	if err := enc.Encode(doc); err != nil {
		return nil, err
	}
	return []byte(b.String()), nil
}
