package sheet

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// A listedSheet is one entry of the list of sheets, as it stands there.
type listedSheet struct {
	name     string
	hidden   bool
	relation string // r:id
	related  bool   // there is an r:id
}

// readSheets reads the list of sheets and leaves out charts, dialogs and macro sheets.
func (w *workbook) readSheets(part string, rels relations) error {
	var listed []listedSheet
	err := w.pack.readSmall(part, func(e *elements) error {
		switch string(e.t.name) {
		case "workbookPr":
			w.epoch1904 = isTrue(e.t.attr("date1904"))
		case "sheets":
			return e.children("sheet", func() error {
				s, err := w.listedSheet(&e.t, len(listed))
				listed = append(listed, s)
				return err
			})
		}
		return skipElement(e.toks, &e.t)
	})
	if err != nil {
		return err
	}
	if err := w.locate(listed, rels); err != nil {
		return err
	}
	if len(w.sheets) == 0 {
		return noSheets()
	}
	return nil
}

// listedSheet reads one entry; before is the number of those before it.
func (w *workbook) listedSheet(t *token, before int) (listedSheet, error) {
	limits := w.pack.limits
	if before >= limits.Sheets {
		return listedSheet{}, overLimit("シートの数", "The number of sheets", int64(limits.Sheets))
	}
	s := listedSheet{name: string(t.attr("name"))}
	if utf8.RuneCountInString(s.name) > limits.SheetName {
		return s, longSheetName(limits.SheetName)
	}
	state := string(t.attr("state"))
	s.hidden = state == "hidden" || state == "veryHidden"
	s.relation, s.related = relationID(t)
	return s, nil
}

// relationID returns r:id, whatever its prefix and namespace.
func relationID(t *token) (id string, ok bool) {
	for _, a := range t.attrs {
		if i := bytes.LastIndexByte(a.name, ':'); i >= 0 && string(a.name[i+1:]) == "id" {
			return string(a.value), true
		}
	}
	return "", false
}

// otherSheets are the ends of the types of sheets that hold no table.
var otherSheets = []string{"/chartsheet", "/dialogsheet", "/xlMacrosheet", "/xlIntlMacrosheet"}

// locate finds the part of each sheet. A module of Excel 95 has an r:id without a text: there is
// nothing of a table in it either.
func (w *workbook) locate(listed []listedSheet, rels relations) error {
	known := map[string]string{} // name of the sheet by part
	for _, s := range listed {
		if s.related && s.relation == "" {
			continue
		}
		name := clip(s.name)
		rel, ok := rels.byID(s.relation)
		if !ok || !s.related {
			return damaged("シート「"+name+"」の場所がわかりません", "no part for the sheet "+name)
		}
		if hasAnySuffix(rel.Type, otherSheets) {
			continue
		}
		if !strings.HasSuffix(rel.Type, "/worksheet") {
			return damaged("シート「"+name+"」の種類がわかりません", "unknown kind of the sheet "+name)
		}
		part := partName(rel.Target)
		if first, twice := known[part]; twice {
			return damaged("シート「"+first+"」と「"+name+"」の中身が同じ場所にあります", "the sheets "+first+" and "+name+" have one part")
		}
		known[part] = name
		w.sheets = append(w.sheets, sheetEntry{s.name, s.hidden, rel.Target})
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
