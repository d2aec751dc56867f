// Package ods turns the content.xml of an .ods, the spreadsheet of LibreOffice, into grids.
//
// The one idea: a cell gives the value that the same cell gives in an .xlsx. Number formats are
// written as format codes of Excel and read as those; what a cell shows is used only where the
// file stores nothing else. The bounds are those of an .xlsx, and numbers of repetition cost
// nothing until something stands in the cells.
package ods

import (
	"bytes"
	"errors"

	"pilot90/cohort/sheet/grid"
	"pilot90/cohort/sheet/pack"
)

// The parts that are read.
const (
	contentPart   = "content.xml"
	stylesPart    = "styles.xml"
	manifestPart  = "META-INF/manifest.xml"
	encryptedPart = "encrypted-package" // all the rest, in the newer way of encryption
)

// Holds reports whether an archive is an OpenDocument file: an .ods, or one of the same family.
func Holds(p *pack.Pack) bool { return p.Has(contentPart) || p.Has(encryptedPart) }

// Read reads every sheet of an .ods; file is its name in faults. An error is a *grid.Fault for a
// file that cannot be used, another for a failure to read.
func Read(p *pack.Pack, file string) ([]*grid.Grid, error) {
	d := &document{
		pack: p, file: file, limits: p.Limits, styles: newScopes(),
		values: grid.Values{TextLength: p.Limits.TextLength}, build: grid.NewBuilder(p.Limits),
	}
	grids, err := d.read()
	if f, ok := errors.AsType[*grid.Fault](err); ok && f.Code == grid.CodeUnreadable {
		f.Fix = saveAgain
	}
	return grids, err
}

// A document is one .ods that is being read.
type document struct {
	*elements
	pack   *pack.Pack
	file   string
	limits grid.Limits
	styles *scopes
	values grid.Values
	build  *grid.Builder
	grids  []*grid.Grid
	bodies int
	// nullDays is the serial of the first day that plain numbers count from, where it is neither
	// that of Excel nor 1904-01-01.
	nullDays float64
}

// read reads the parts.
func (d *document) read() ([]*grid.Grid, error) {
	if err := d.checkEncryption(); err != nil {
		return nil, err
	}
	if d.pack.Has(stylesPart) {
		toks, err := d.pack.SmallTokensIn(stylesPart, words)
		if err != nil {
			return nil, err
		}
		if err := d.readPart(toks, "office:document-styles", d.stylesSection); err != nil {
			return nil, err
		}
	}
	toks, err := d.pack.TokensIn(contentPart, words)
	if err != nil {
		return nil, err
	}
	if err := d.readPart(toks, "office:document-content", d.contentSection); err != nil {
		return nil, err
	}
	switch {
	case d.bodies == 0:
		return nil, grid.Damaged("「content.xml」に表がありません", "content.xml has no spreadsheet")
	case len(d.grids) == 0:
		return nil, grid.NoSheets()
	}
	return d.grids, nil
}

// readPart reads a part to its end, closes it, and calls section for each child of its root.
func (d *document) readPart(toks *pack.Tokens, root string, section func() error) error {
	defer toks.Close()
	d.elements = &elements{toks: toks}
	if err := d.toks.Next(&d.t); err != nil {
		return err
	}
	if string(d.t.Name) != root {
		return grid.OtherKind("OpenDocumentの表計算ではない形式", "not an OpenDocument spreadsheet", saveAsSpreadsheet)
	}
	if err := d.each(section); err != nil {
		return err
	}
	return d.toks.Next(&d.t) // the end of the part, with its checksum
}

// stylesSection reads a child of the root of styles.xml.
func (d *document) stylesSection() error {
	switch string(d.t.Name) {
	case "office:styles":
		return d.readStyles(&d.styles.common)
	case "office:automatic-styles":
		return d.readStyles(&d.styles.page)
	}
	return d.skip()
}

// contentSection reads a child of the root of content.xml. Styles stand before what they are of.
func (d *document) contentSection() error {
	switch string(d.t.Name) {
	case "office:automatic-styles":
		if d.bodies > 0 {
			return grid.Damaged("書式が表の後にあります", "styles stand behind the tables")
		}
		return d.readStyles(&d.styles.auto)
	case "office:body":
		return d.each(d.body)
	}
	return d.skip()
}

// otherBodies are the contents of files of the same family.
var otherBodies = map[string][2]string{
	"office:text":         {"OpenDocumentの文書（.odt）", "an OpenDocument text (.odt)"},
	"office:presentation": {"OpenDocumentのスライド（.odp）", "an OpenDocument presentation (.odp)"},
	"office:drawing":      {"OpenDocumentの図（.odg）", "an OpenDocument drawing (.odg)"},
	"office:image":        {"OpenDocumentの画像", "an OpenDocument image"},
	"office:chart":        {"OpenDocumentのグラフ", "an OpenDocument chart"},
	"office:database":     {"OpenDocumentのデータベース（.odb）", "an OpenDocument database (.odb)"},
}

// body reads a child of office:body.
func (d *document) body() error {
	name := string(d.t.Name)
	if other, ok := otherBodies[name]; ok {
		return grid.OtherKind(other[0], other[1], grid.UseSpreadsheet)
	}
	if name != "office:spreadsheet" {
		return d.skip()
	}
	d.bodies++
	return d.each(d.spreadsheetPart)
}

// spreadsheetPart reads a child of office:spreadsheet; what is neither a table nor a setting of all
// of them (tracked changes, links, pivot tables, names) holds no cell.
func (d *document) spreadsheetPart() error {
	switch string(d.t.Name) {
	case "table:calculation-settings":
		return d.each(d.calculationSetting)
	case "table:table":
		return d.table()
	}
	return d.skip()
}

// calculationSetting takes the day that serials count from.
func (d *document) calculationSetting() error {
	if string(d.t.Name) != "table:null-date" {
		return d.skip()
	}
	day := string(bytes.TrimSpace(d.t.Attr("table:date-value")))
	if len(d.grids) > 0 {
		return grid.Damaged("日付の起点が表の後にあります", "the null date stands behind a table")
	}
	if day == "1904-01-01" {
		d.values.Epoch1904 = true
	} else if serial, ok := firstDay(day); ok {
		d.nullDays = serial
	}
	return d.skip()
}
