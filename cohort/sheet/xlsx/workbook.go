package xlsx

import (
	"strings"

	"pilot90/cohort/sheet/grid"
	"pilot90/cohort/sheet/pack"
)

// A Workbook is what the small parts say: which sheets there are, how numbers are shown.
type Workbook struct {
	pack      *pack.Pack
	epoch1904 bool
	Sheets    []sheetEntry
	styles    []grid.Style // by the index that cells name
	strings   []string
	rich      map[int]grid.Runs // of the strings that have runs with formats of their own
	texts     *grid.Arena
}

// A sheetEntry is one line of the list of sheets.
type sheetEntry struct {
	Name   string
	Hidden bool
	Part   string
}

// Open reads the small parts and the shared strings.
func Open(p *pack.Pack) (*Workbook, error) {
	part, err := workbookPart(p)
	if err != nil {
		return nil, err
	}
	w := &Workbook{pack: p, texts: &grid.Arena{Limit: p.Limits.TextBytes}}
	rels, err := relationsOf(p, part)
	if err != nil {
		return nil, err
	}
	if err := w.readSheets(part, rels); err != nil {
		return nil, err
	}
	if target := rels.byType("/styles"); p.Has(target) {
		if w.styles, err = readStyles(p, target); err != nil {
			return nil, err
		}
	}
	if target := rels.byType("/sharedStrings"); p.Has(target) {
		if err := w.readSharedStrings(target); err != nil {
			return nil, err
		}
	}
	return w, nil
}

// workbookPart returns the name of the main part, or the finding for another kind of file.
func workbookPart(p *pack.Pack) (string, error) {
	rels, err := relationsOf(p, "")
	if err != nil {
		return "", err
	}
	for _, name := range []string{rels.byType("/officeDocument"), "xl/workbook.xml"} {
		if name != "" && p.Has(name) && strings.HasSuffix(pack.PartName(name), ".xml") {
			if kind, other := otherPack(p); other {
				return "", kind
			}
			return name, nil
		}
	}
	if kind, other := otherPack(p); other {
		return "", kind
	}
	return "", grid.Damaged("ブックの本体「xl/workbook.xml」がありません", "xl/workbook.xml is missing")
}

// otherPack recognises the zip files that are no .xlsx.
func otherPack(p *pack.Pack) (*grid.Fault, bool) {
	switch {
	case p.Has("xl/workbook.bin"):
		return grid.OtherKind("Excelバイナリブック（.xlsb）", "a binary workbook (.xlsb)", grid.ResaveInExcel), true
	case p.Has("word/document.xml"):
		return grid.OtherKind("Word文書", "a Word document", grid.UseSpreadsheet), true
	case p.Has("ppt/presentation.xml"):
		return grid.OtherKind("PowerPointのファイル", "a PowerPoint file", grid.UseSpreadsheet), true
	case p.Has("index/document.iwa"), p.Has("index.zip"):
		return grid.OtherKind("Numbersのファイル", "a Numbers file", grid.ExportFromNumbers), true
	case len(p.Parts) > 0 && !p.Has("[content_types].xml") && !p.HasFolder("xl/") && !p.HasFolder("_rels/"):
		return grid.OtherKind("ZIPファイル", "a zip archive", grid.UnpackFirst), true
	}
	return nil, false
}
