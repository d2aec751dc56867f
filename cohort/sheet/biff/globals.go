package biff

import (
	"pilot90/cohort/lang"
	"pilot90/cohort/sheet/grid"
)

// globals gathers what the first substream says.
type globals struct {
	*workbook
	listed  []listedSheet
	table   *continued         // the table of strings, which is read last: its runs name fonts
	formats map[int]grid.Style // by the number that XF records name
	xfs     []xf
	text    textReader
}

// readGlobals reads the first substream and returns the list of sheets.
func (w *workbook) readGlobals() ([]listedSheet, error) {
	in, bof, err := w.open(0)
	if err != nil {
		return nil, err
	}
	if bof.u16(typeOfStream) != globalsStream {
		return nil, grid.Damaged("ブックの始まりがありません", "the stream does not start with a workbook")
	}
	g := &globals{workbook: w, formats: map[int]grid.Style{}}
	for {
		rec, more, err := in.next()
		if err != nil {
			return nil, err
		}
		if !more {
			w.styles = g.styles()
			return g.listed, g.readStrings()
		}
		if err := g.add(rec, &in.records); err != nil {
			return nil, err
		}
	}
}

// add reads one record; more are the records behind it.
func (g *globals) add(rec record, more *records) error {
	switch rec.kind {
	case recFilePass:
		return encrypted()
	case recDateMode:
		g.epoch1904 = len(rec.data) > 0 && rec.data[0] == 1
	case recRecalcID:
		g.results.engine = true
	case recBoundSheet:
		return g.addSheet(rec, more)
	case recFont:
		return g.addFont(rec)
	case recFormat:
		return g.addFormat(rec, more)
	case recXF:
		return g.addXF(rec)
	case recSST:
		behind := *more
		g.table = &continued{&behind, rec.data}
	}
	return nil
}

// encrypted is the C305 of a workbook with a password. Excel encrypts a workbook whose sheets may not be moved, too.
func encrypted() *grid.Fault {
	return grid.NewFault(grid.CodeEncrypted, lang.Text{
		JA: "パスワードで保護された .xls のため、読めません。",
		EN: "The file is an .xls protected by a password and cannot be read.",
	}, lang.Text{
		JA: "Excelで開き、パスワードと「ブックの保護」を外してから、ファイルの種類を『Excelブック (*.xlsx)』にして保存し直してください。",
		EN: "Open it in Excel, remove the password and Protect Workbook, and save it as \"Excel Workbook (*.xlsx)\".",
	})
}
