package finding

import (
	"bytes"
	"encoding/xml"
	"slices"

	"pilot90/cohort/pattern"
)

// keptElements are the parts of a sheet that the library reads in one way and writes in another:
// the keyboard of an input rule, what a protection allows, the order of a filter.
var keptElements = []string{"sheetProtection", "autoFilter", "dataValidations"}

// restore puts these parts, and the protection of the whole book, back into the copy as they
// stand in the original. What cannot be put back stays as the library wrote it.
func restore(original, copied []byte) ([]byte, error) {
	from, err := openArchive(original)
	if err != nil {
		return nil, err
	}
	to, err := openArchive(copied)
	if err != nil {
		return nil, err
	}
	before, err := from.sheetParts()
	if err != nil {
		return nil, err
	}
	after, err := to.sheetParts()
	if err != nil {
		return nil, err
	}
	for sheet, part := range before {
		old, err := from.part(part)
		if err != nil {
			return nil, err
		}
		now, err := to.part(after[sheet])
		if err != nil {
			return nil, err
		}
		to.put(after[sheet], now, restoredSheet(old, now))
	}
	if err := restoreBook(from, to); err != nil {
		return nil, err
	}
	if len(to.changed) == 0 {
		return copied, nil
	}
	return to.bytes()
}

// put sets a part that changed.
func (a *archive) put(name string, before, after []byte) {
	if name != "" && !bytes.Equal(before, after) {
		a.set(name, after)
	}
}

// restoredSheet is a sheet of the copy with the kept elements of the original.
func restoredSheet(old, now []byte) []byte {
	_, oldTail := aroundCells(old)
	_, tail := aroundCells(now)
	if oldTail == nil || tail == nil {
		return now
	}
	kept, there := children(oldTail, 0), children(tail, 0)
	var edits []edit
	for _, name := range keptElements {
		was, is := kept[name], there[name]
		if text, ok := portable(oldTail[was.from:was.to]); ok && is.to > 0 {
			edits = append(edits, edit{is, text})
		}
	}
	return append(now[:len(now)-len(tail):len(now)-len(tail)], edited(tail, edits)...)
}

// restoreBook puts the passwords of the book's structure and of its saving back.
func restoreBook(from, to *archive) error {
	oldName, err := from.bookPart()
	if err != nil {
		return err
	}
	name, err := to.bookPart()
	if err != nil {
		return err
	}
	old, err := from.part(oldName)
	if err != nil {
		return err
	}
	now, err := to.part(name)
	if err != nil {
		return err
	}
	kept, there := children(old, 1), children(now, 1)
	var edits []edit
	for _, name := range []string{"fileSharing", "workbookProtection"} {
		was, is := kept[name], there[name]
		if text, ok := portable(old[was.from:was.to]); ok && is.to > 0 {
			edits = append(edits, edit{is, text})
		}
	}
	to.put(name, now, edited(now, edits))
	return nil
}

// bookPart is the part that lists the sheets.
func (a *archive) bookPart() (string, error) {
	top, err := a.relations("")
	return targetOf(top, func(r relation) bool { return r.kind == "officeDocument" }), err
}

// children are the elements at a depth of a part, by name; the last of a name counts.
func children(data []byte, depth int) map[string]span {
	found := map[string]span{}
	d := xml.NewDecoder(bytes.NewReader(data))
	at, from := 0, 0
	for {
		before := int(d.InputOffset())
		token, err := d.RawToken()
		if err != nil {
			return found
		}
		switch t := token.(type) {
		case xml.StartElement:
			if at == depth {
				from = before
			}
			at++
		case xml.EndElement:
			at--
			if at == depth && t.Name.Space == "" {
				found[t.Name.Local] = span{from, int(d.InputOffset())}
			}
		}
	}
}

// revision is a mark of joint editing, which a copy does not need.
var revision = pattern.New(`\sxr\d*:\w+="[^"]*"`)

// portable is an element that can stand in another part: it has no names declared elsewhere.
func portable(element []byte) (string, bool) {
	element = revision.ReplaceAll(element, nil)
	d := xml.NewDecoder(bytes.NewReader(element))
	for {
		token, err := d.RawToken()
		if err != nil {
			return string(element), len(element) > 0
		}
		if t, ok := token.(xml.StartElement); ok {
			foreign := func(a xml.Attr) bool { return a.Name.Space != "" && a.Name.Space != "xml" }
			if t.Name.Space != "" || slices.ContainsFunc(t.Attr, foreign) {
				return "", false
			}
		}
	}
}
