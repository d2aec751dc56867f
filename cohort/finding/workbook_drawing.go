package finding

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"slices"

	"pilot90/cohort/pattern"
)

// aroundCells splits a sheet into what stands before and behind its cells.
func aroundCells(sheet []byte) (head, tail []byte) {
	from := cellsBegin.FindIndex(sheet)
	if from == nil {
		return nil, nil
	}
	to := from[1]
	if end := []byte("sheetData>"); bytes.Contains(sheet[from[1]:], end) {
		to = bytes.LastIndex(sheet, end) + len(end)
	}
	return append(slices.Clone(sheet[:from[0]]), "</worksheet>"...), sheet[to:]
}

var (
	cellsBegin    = pattern.New(`<(\w+:)?sheetData[\s/>]`)
	legacyDrawing = pattern.New(`<(?:\w+:)?legacyDrawing\s[^>]*?:id\s*=\s*["']([^"']+)["']`)
)

// drawingOf is the relation of the drawing that holds the boxes of a sheet's notes.
func drawingOf(tail []byte) string {
	if m := legacyDrawing.FindSubmatch(tail); m != nil {
		return string(m[1])
	}
	return ""
}

// addDrawing refers to a new drawing from a sheet whose part behind the cells begins at from.
func (a *archive) addDrawing(part string, sheet []byte, from int, drawing string) error {
	id, err := a.relate(part, "vmlDrawing", drawing)
	if err != nil {
		return err
	}
	prefix := ""
	if m := cellsBegin.FindSubmatch(sheet); m != nil {
		prefix = string(m[1])
	}
	at, err := placeOfDrawing(sheet[from:])
	if err != nil {
		return err
	}
	at += from
	line := fmt.Sprintf(
		`<%slegacyDrawing xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="%s"/>`, prefix,
		id)
	a.set(part, edited(sheet, []edit{{span{at, at}, line}}))
	const kind = `<Default xmlns="http://schemas.openxmlformats.org/package/2006/content-types" Extension="vml"` +
		` ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>`
	return a.declare(kind, `Extension="vml"`)
}

// behindDrawing are the elements of a sheet that stand behind the reference to the drawing.
var behindDrawing = map[string]bool{
	"legacyDrawingHF": true, "drawingHF": true, "picture": true, "oleObjects": true, "controls": true,
	"webPublishItems": true, "tableParts": true, "extLst": true, "AlternateContent": true,
}

// placeOfDrawing is where the reference to a drawing goes in the part of a sheet behind its cells.
func placeOfDrawing(tail []byte) (int, error) {
	d := xml.NewDecoder(bytes.NewReader(tail))
	for depth := 0; ; {
		at := int(d.InputOffset())
		token, err := d.RawToken()
		if err != nil {
			return 0, err
		}
		switch t := token.(type) {
		case xml.StartElement:
			if depth == 0 && behindDrawing[t.Name.Local] {
				return at, nil
			}
			depth++
		case xml.EndElement:
			if depth == 0 {
				return at, nil
			}
			depth--
		}
	}
}
