package xlsx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"pilot90/cohort/pattern"
	"pilot90/cohort/sheet/grid"
)

// mostForm bounds what a form may unpack to, and mostBook what its list of sheets and names may, in bytes: a form is
// small, and an archive may be made to grow.
const (
	mostForm = 64 << 20
	mostBook = 16 << 20
)

const (
	workbookPart  = "xl/workbook.xml"
	relationsPart = "xl/_rels/workbook.xml.rels"
	stringsPart   = "xl/sharedStrings.xml"
)

// load reads the parts that tell where the cells are.
func (f *form) load(z *zip.Reader) error {
	left := int64(mostForm)
	for _, file := range z.File {
		if !strings.HasPrefix(file.Name, "xl/") || path.Ext(file.Name) != ".xml" && path.Ext(file.Name) != ".rels" {
			continue
		}
		r, err := file.Open()
		if err != nil {
			return fmt.Errorf("%w: %v", ErrForm, err)
		}
		most := left
		if file.Name == workbookPart || file.Name == relationsPart {
			most = min(most, mostBook)
		}
		data, err := io.ReadAll(io.LimitReader(r, most+1))
		r.Close()
		if err != nil {
			return fmt.Errorf("%w: %v", ErrForm, err)
		}
		if left -= int64(len(data)); int64(len(data)) > most {
			return fmt.Errorf("%w: 展開すると大きすぎます", ErrForm)
		}
		f.parts[file.Name] = data
	}
	if err := f.loadStrings(); err != nil {
		return err
	}
	return f.loadSheets()
}

// loadStrings reads the shared strings that hold a mark; of rich text the runs are joined, and readings above
// kanji are left out.
func (f *form) loadStrings() error {
	data, ok := f.parts[stringsPart]
	if !ok {
		return nil
	}
	f.shared = map[int]string{}
	dec, number := xml.NewDecoder(bytes.NewReader(data)), 0
	var text cellText
	for {
		token, err := dec.RawToken()
		switch t := token.(type) {
		case xml.StartElement:
			text.open(t.Name.Local)
			if t.Name.Local == "si" {
				text.reset()
			}
		case xml.CharData:
			text.add("t", t)
		case xml.EndElement:
			if text.close(); t.Name.Local == "si" {
				if s := text.String(); marked(s) {
					f.shared[number] = s
				}
				number++
			}
		}
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("%w: %v", ErrForm, err)
		}
	}
}

// workbookXML is what is read of xl/workbook.xml.
type workbookXML struct {
	Sheets []struct {
		Name string `xml:"name,attr"`
		ID   string `xml:"http://schemas.openxmlformats.org/officeDocument/2006/relationships id,attr"`
	} `xml:"sheets>sheet"`
	Names []struct {
		Name string `xml:"name,attr"`
		Text string `xml:",chardata"`
	} `xml:"definedNames>definedName"`
}

// loadSheets finds the part of each sheet.
func (f *form) loadSheets() error {
	var rels struct {
		Relations []struct {
			ID     string `xml:"Id,attr"`
			Target string `xml:"Target,attr"`
		} `xml:"Relationship"`
	}
	book, err := f.workbook()
	if err != nil {
		return err
	}
	if err := xml.Unmarshal(f.parts[relationsPart], &rels); err != nil {
		return fmt.Errorf("%w: %v", ErrForm, err)
	}
	targets := map[string]string{}
	for _, r := range rels.Relations {
		targets[r.ID] = r.Target
	}
	f.sheets = map[string]string{}
	for _, s := range book.Sheets {
		target, known := targets[s.ID]
		if _, twice := f.sheets[s.Name]; !known || twice {
			continue
		}
		part := path.Join("xl", target)
		if strings.HasPrefix(target, "/") {
			part = target[1:]
		}
		f.sheets[s.Name] = part
		f.order = append(f.order, s.Name)
	}
	return nil
}

func (f *form) workbook() (*workbookXML, error) {
	var book workbookXML
	if err := xml.Unmarshal(f.parts[workbookPart], &book); err != nil {
		return nil, fmt.Errorf("%w: %v", ErrForm, err)
	}
	return &book, nil
}

// target is a cell that a defined name asks to be filled.
type target struct {
	row, col int
	key      string
	value    Value
}

var ownName = pattern.New(`\.(value|numerator|denominator|target|text|n)$`)

// targets are the cells that defined names point to, by part. Names that look like none of ours
// are the municipality's own.
func (f *form) targets() (map[string][]target, error) {
	book, err := f.workbook()
	if err != nil {
		return nil, err
	}
	all := map[string][]target{}
	for _, n := range book.Names {
		if _, ours := f.values[n.Name]; !ours && !ownName.MatchString(n.Name) {
			continue
		}
		at := strings.LastIndex(n.Text, "!")
		if at < 0 {
			continue
		}
		name := strings.TrimSpace(n.Text[:at])
		if strings.HasPrefix(name, "'") {
			name = strings.ReplaceAll(strings.Trim(name, "'"), "''", "'")
		}
		first, _, _ := strings.Cut(n.Text[at+1:], ":")
		row, col, ok := grid.ParseRef(first)
		part := f.sheets[name]
		if !ok || part == "" {
			continue
		}
		f.at = Placeholder{Sheet: name, Cell: grid.Ref(row, col)}
		if v, ok := f.lookup(n.Name); ok {
			all[part] = append(all[part], target{row, col, n.Name, v})
		}
		if err := f.within(); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// fill returns the parts that change.
func (f *form) fill() (map[string][]byte, error) {
	targets, err := f.targets()
	if err != nil {
		return nil, err
	}
	changed, done := map[string][]byte{}, map[string]bool{}
	for _, name := range f.order {
		part := f.sheets[name]
		f.at.Sheet = name
		data, ok := f.parts[part]
		if !ok || done[part] || !strings.HasPrefix(part, "xl/worksheets/") {
			continue
		}
		done[part] = true
		filled, err := f.fillSheet(data, targets[part])
		switch {
		case errors.Is(err, ErrForm):
			return nil, err
		case err != nil:
			return nil, fmt.Errorf("%w: %s: %v", ErrForm, part, err)
		}
		if filled != nil {
			changed[part] = filled
		}
	}
	if len(changed) > 0 {
		changed[workbookPart] = recalculating(f.parts[workbookPart])
	}
	return changed, nil
}

var (
	calcTag  = pattern.New(`<((?:\w+:)?)calcPr\b([^>]*?)(/?)>`)
	onLoad   = pattern.New(`\s*fullCalcOnLoad="[^"]*"`)
	afterTag = pattern.New(`</((?:\w+:)?)(?:definedNames|externalReferences|functionGroups|sheets)>`)
)

// recalculating tells the workbook to work its formulas out when it is opened, since they may
// rest on cells that were filled in.
func recalculating(book []byte) []byte {
	if at := calcTag.FindSubmatchIndex(book); at != nil {
		attributes := onLoad.ReplaceAll(book[at[4]:at[5]], nil)
		tag := fmt.Sprintf(`<%scalcPr%s fullCalcOnLoad="1"%s>`, book[at[2]:at[3]], attributes, book[at[6]:at[7]])
		return bytes.Join([][]byte{book[:at[0]], []byte(tag), book[at[1]:]}, nil)
	}
	ends := afterTag.FindAllSubmatchIndex(book, -1)
	if len(ends) == 0 {
		return book
	}
	last := ends[len(ends)-1]
	tag := fmt.Sprintf(`<%scalcPr fullCalcOnLoad="1"/>`, book[last[2]:last[3]])
	return bytes.Join([][]byte{book[:last[1]], []byte(tag), book[last[1]:]}, nil)
}
