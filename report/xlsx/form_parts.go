package xlsx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"path"
	"strings"

	"pilot90/cohort/pattern"
	"pilot90/cohort/sheet/grid"
)

// mostForm bounds what a form may unpack to: a form is small, and an archive may be made to grow.
const mostForm = 256 << 20

const (
	workbookPart = "xl/workbook.xml"
	stringsPart  = "xl/sharedStrings.xml"
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
		data, err := io.ReadAll(io.LimitReader(r, left+1))
		r.Close()
		if err != nil {
			return fmt.Errorf("%w: %v", ErrForm, err)
		}
		if left -= int64(len(data)); left < 0 {
			return fmt.Errorf("%w: 展開すると大きすぎます", ErrForm)
		}
		f.parts[file.Name] = data
	}
	if err := f.loadStrings(); err != nil {
		return err
	}
	return f.loadSheets()
}

// loadStrings reads the shared strings; of rich text the runs are joined, and readings above
// kanji are left out.
func (f *form) loadStrings() error {
	var table struct {
		Items []struct {
			T string `xml:"t"`
			R []struct {
				T string `xml:"t"`
			} `xml:"r"`
		} `xml:"si"`
	}
	data, ok := f.parts[stringsPart]
	if !ok {
		return nil
	}
	if err := xml.Unmarshal(data, &table); err != nil {
		return fmt.Errorf("%w: %v", ErrForm, err)
	}
	for _, item := range table.Items {
		s := item.T
		for _, r := range item.R {
			s += r.T
		}
		f.shared = append(f.shared, s)
	}
	return nil
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
	if err := xml.Unmarshal(f.parts["xl/_rels/workbook.xml.rels"], &rels); err != nil {
		return fmt.Errorf("%w: %v", ErrForm, err)
	}
	f.sheets = map[string]string{}
	for _, s := range book.Sheets {
		for _, r := range rels.Relations {
			if r.ID != s.ID {
				continue
			}
			part := path.Join("xl", r.Target)
			if strings.HasPrefix(r.Target, "/") {
				part = r.Target[1:]
			}
			f.sheets[s.Name] = part
			f.order = append(f.order, s.Name)
		}
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
	}
	return all, nil
}

// fill returns the parts that change.
func (f *form) fill() (map[string][]byte, error) {
	targets, err := f.targets()
	if err != nil {
		return nil, err
	}
	changed := map[string][]byte{}
	for _, name := range f.order {
		part := f.sheets[name]
		f.at.Sheet = name
		data, ok := f.parts[part]
		if !ok || !strings.HasPrefix(part, "xl/worksheets/") {
			continue
		}
		filled, err := f.fillSheet(data, targets[part])
		if err != nil {
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
