package sheet

import (
	"encoding/xml"
	"strings"

	"pilot90/cohort/finding"
)

// A workbook is what the small parts say: which sheets there are, how numbers are shown.
type workbook struct {
	pack      *pack
	epoch1904 bool
	sheets    []sheetEntry
	styles    []numStyle // by the index that cells name
	strings   []string
	rich      map[int]runs // of the strings that have runs with formats of their own
	texts     *arena
}

// A sheetEntry is one line of the list of sheets.
type sheetEntry struct {
	name   string
	hidden bool
	part   string
}

// openWorkbook reads the small parts and the shared strings.
func openWorkbook(p *pack) (*workbook, error) {
	part, err := p.workbookPart()
	if err != nil {
		return nil, err
	}
	w := &workbook{pack: p, texts: &arena{limit: p.limits.TextBytes}}
	rels, err := p.relations(part)
	if err != nil {
		return nil, err
	}
	if err := w.readSheets(part, rels); err != nil {
		return nil, err
	}
	if target := rels.byType("/styles"); p.has(target) {
		if w.styles, err = p.readStyles(target); err != nil {
			return nil, err
		}
	}
	if target := rels.byType("/sharedStrings"); p.has(target) {
		if err := w.readSharedStrings(target); err != nil {
			return nil, err
		}
	}
	return w, nil
}

// workbookPart returns the name of the main part, or the finding for another kind of file.
func (p *pack) workbookPart() (string, error) {
	rels, err := p.relations("")
	if err != nil {
		return "", err
	}
	for _, name := range []string{rels.byType("/officeDocument"), "xl/workbook.xml"} {
		if name != "" && p.has(name) && strings.HasSuffix(partName(name), ".xml") {
			if kind, other := p.otherKind(); other {
				return "", kind
			}
			return name, nil
		}
	}
	if kind, other := p.otherKind(); other {
		return "", kind
	}
	return "", damaged("ブックの本体「xl/workbook.xml」がありません", "xl/workbook.xml is missing")
}

// otherKind recognises the zip files that are no .xlsx.
func (p *pack) otherKind() (*Fault, bool) {
	switch {
	case p.has("content.xml"):
		return otherKind("OpenDocument形式（.odsなど）", "an OpenDocument file (.ods)", resaveInExcel), true
	case p.has("xl/workbook.bin"):
		return otherKind("Excelバイナリブック（.xlsb）", "a binary workbook (.xlsb)", resaveInExcel), true
	case p.has("word/document.xml"):
		return otherKind("Word文書", "a Word document", useSpreadsheet), true
	case p.has("ppt/presentation.xml"):
		return otherKind("PowerPointのファイル", "a PowerPoint file", useSpreadsheet), true
	case p.has("index/document.iwa"), p.has("index.zip"):
		return otherKind("Numbersのファイル", "a Numbers file", exportFromNumbers), true
	case len(p.parts) > 0 && !p.has("[content_types].xml") && !p.hasFolder("xl/") && !p.hasFolder("_rels/"):
		return otherKind("ZIPファイル", "a zip archive", unpackFirst), true
	}
	return nil, false
}

// readSheets reads the list of sheets and leaves out charts, dialogs and macro sheets.
func (w *workbook) readSheets(part string, rels relations) error {
	var doc struct {
		Properties struct {
			Date1904 string `xml:"date1904,attr"`
		} `xml:"workbookPr"`
		Sheets []struct {
			Name  string     `xml:"name,attr"`
			State string     `xml:"state,attr"`
			Attrs []xml.Attr `xml:",any,attr"`
		} `xml:"sheets>sheet"`
	}
	if err := w.pack.readXML(part, &doc); err != nil {
		return err
	}
	w.epoch1904 = isTrue([]byte(doc.Properties.Date1904))
	for _, s := range doc.Sheets {
		rel, ok := rels.byID(relationID(s.Attrs))
		if !ok {
			return damaged("シート「"+s.Name+"」の場所がわかりません", "no part for the sheet "+s.Name)
		}
		if !strings.HasSuffix(rel.Type, "/worksheet") {
			continue
		}
		w.sheets = append(w.sheets, sheetEntry{s.Name, s.State == "hidden" || s.State == "veryHidden", rel.Target})
	}
	if len(w.sheets) > w.pack.limits.Sheets {
		return overLimit("シートの数", "The number of sheets", int64(w.pack.limits.Sheets))
	}
	if len(w.sheets) == 0 {
		return fault(CodeEmpty, finding.Text{JA: "表のシートが1枚もありません。", EN: "There is no worksheet in the file."}, checkFile)
	}
	return nil
}

// relationID returns r:id, whatever its prefix and namespace.
func relationID(attrs []xml.Attr) string {
	for _, a := range attrs {
		if a.Name.Local == "id" && strings.HasSuffix(a.Name.Space, "relationships") {
			return a.Value
		}
	}
	return ""
}
