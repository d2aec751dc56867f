package xlsx

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"pilot90/cohort/lang"
	"pilot90/cohort/sheet/grid"
	"pilot90/cohort/sheet/pack"
	"pilot90/cohort/sheet/xml"
)

// A listedSheet is one entry of the list of sheets, as it stands there.
type listedSheet struct {
	name     string
	hidden   bool
	relation string // r:id
	related  bool   // there is an r:id
}

// readSheets reads the list of sheets and leaves out charts, dialogs and macro sheets.
func (w *Workbook) readSheets(part string, rels relations) error {
	var listed []listedSheet
	err := w.pack.ReadSmall(part, func(e *xml.Elements) error {
		switch string(e.Token.Name) {
		case "workbookPr":
			w.epoch1904 = xml.IsTrue(e.Token.Attr("date1904"))
		case "sheets":
			return e.Children("sheet", func() error {
				s, err := w.listedSheet(&e.Token, len(listed))
				listed = append(listed, s)
				return err
			})
		}
		return xml.SkipElement(e.Tokens, &e.Token)
	})
	if err != nil {
		return err
	}
	if err := w.locate(listed, rels); err != nil {
		return err
	}
	if len(w.Sheets) == 0 {
		return grid.NoSheets()
	}
	return nil
}

// listedSheet reads one entry; before is the number of those before it.
func (w *Workbook) listedSheet(t *xml.Token, before int) (listedSheet, error) {
	limits := w.pack.Limits
	if before >= limits.Sheets {
		return listedSheet{}, grid.OverLimit("シートの数", "The number of sheets", int64(limits.Sheets))
	}
	s := listedSheet{name: string(t.Attr("name"))}
	if utf8.RuneCountInString(s.name) > limits.SheetName {
		return s, grid.LongSheetName(limits.SheetName)
	}
	state := string(t.Attr("state"))
	s.hidden = state == "hidden" || state == "veryHidden"
	s.relation, s.related = relationID(t)
	return s, nil
}

// relationID returns r:id, whatever its prefix and namespace.
func relationID(t *xml.Token) (id string, ok bool) {
	for _, a := range t.Attrs {
		if i := bytes.LastIndexByte(a.Name, ':'); i >= 0 && string(a.Name[i+1:]) == "id" {
			return string(a.Value), true
		}
	}
	return "", false
}

// otherSheets are the ends of the types of sheets that hold no table.
var otherSheets = []string{"/chartsheet", "/dialogsheet", "/xlMacrosheet", "/xlIntlMacrosheet"}

// locate finds the part of each sheet. A module of Excel 95 has an r:id without a text: there is
// nothing of a table in it either.
func (w *Workbook) locate(listed []listedSheet, rels relations) error {
	known := map[string]string{} // name of the sheet by part
	for _, s := range listed {
		if s.related && s.relation == "" {
			continue
		}
		name := lang.Quote(s.name)
		rel, ok := rels.byID(s.relation)
		if !ok || !s.related {
			return grid.Damaged("シート「"+name+"」の場所がわかりません", "no part for the sheet "+name)
		}
		if hasAnySuffix(rel.Type, otherSheets) {
			continue
		}
		if !strings.HasSuffix(rel.Type, "/worksheet") {
			return grid.Damaged("シート「"+name+"」の種類がわかりません", "unknown kind of the sheet "+name)
		}
		part := pack.PartName(rel.Target)
		if first, twice := known[part]; twice {
			return grid.Damaged("シート「"+first+"」と「"+name+"」の中身が同じ場所にあります", "the sheets "+first+" and "+name+" have one part")
		}
		known[part] = name
		w.Sheets = append(w.Sheets, sheetEntry{s.name, s.hidden, rel.Target})
	}
	return nil
}

func hasAnySuffix(s string, suffixes []string) bool {
	for _, suffix := range suffixes {
		if strings.HasSuffix(s, suffix) {
			return true
		}
	}
	return false
}
