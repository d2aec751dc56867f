package sheet

import "strings"

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
	part, err := workbookPart(p)
	if err != nil {
		return nil, err
	}
	w := &workbook{pack: p, texts: &arena{limit: p.limits.TextBytes}}
	rels, err := relationsOf(p, part)
	if err != nil {
		return nil, err
	}
	if err := w.readSheets(part, rels); err != nil {
		return nil, err
	}
	if target := rels.byType("/styles"); p.has(target) {
		if w.styles, err = readStyles(p, target); err != nil {
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
func workbookPart(p *pack) (string, error) {
	rels, err := relationsOf(p, "")
	if err != nil {
		return "", err
	}
	for _, name := range []string{rels.byType("/officeDocument"), "xl/workbook.xml"} {
		if name != "" && p.has(name) && strings.HasSuffix(partName(name), ".xml") {
			if kind, other := otherPack(p); other {
				return "", kind
			}
			return name, nil
		}
	}
	if kind, other := otherPack(p); other {
		return "", kind
	}
	return "", damaged("ブックの本体「xl/workbook.xml」がありません", "xl/workbook.xml is missing")
}

// otherPack recognises the zip files that are no .xlsx.
func otherPack(p *pack) (*Fault, bool) {
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
