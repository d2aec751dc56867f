package finding

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"strconv"
	"strings"

	"pilot90/cohort/pattern"
)

// noteBox is the box of one note in a sheet's drawing.
type noteBox struct {
	span
	row, col int
}

// readBoxes finds the boxes of notes in a drawing. The drawing is HTML in parts, so that it is
// read leniently.
func readBoxes(drawing []byte) ([]noteBox, error) {
	d := xml.NewDecoder(bytes.NewReader(drawing))
	d.Strict, d.AutoClose, d.Entity = false, xml.HTMLAutoClose, xml.HTMLEntity
	var boxes []noteBox
	var box noteBox
	var inNote bool
	var name string
	for {
		from := int(d.InputOffset())
		token, err := d.Token()
		if token == nil {
			if err != nil && err.Error() != "EOF" {
				return nil, err
			}
			return boxes, nil
		}
		switch t := token.(type) {
		case xml.StartElement:
			name = t.Name.Local
			switch name {
			case "shape":
				box, inNote = noteBox{span: span{from: from}, row: -1, col: -1}, false
			case "ClientData":
				for _, a := range t.Attr {
					inNote = inNote || a.Name.Local == "ObjectType" && a.Value == "Note"
				}
			}
		case xml.CharData:
			n, err := strconv.Atoi(strings.TrimSpace(string(t)))
			switch {
			case err != nil:
			case name == "Row":
				box.row = n
			case name == "Column":
				box.col = n
			}
		case xml.EndElement:
			if name = ""; t.Name.Local == "shape" && inNote {
				box.to = int(d.InputOffset())
				boxes = append(boxes, box)
			}
		}
	}
}

// ref is the cell of the box, which counts rows and columns from 0.
func (b noteBox) ref() string {
	if b.row < 0 || b.col < 0 {
		return ""
	}
	return cellName(b.row+1, b.col+1)
}

// emptyDrawing is a drawing without a shape; the number is that of the part.
const emptyDrawing = `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"` +
	` xmlns:x="urn:schemas-microsoft-com:office:excel">` +
	`<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="%d"/></o:shapelayout></xml>`

// noteShape is the kind of shape that the box of a note is.
const noteShape = `<v:shapetype%s id="_x0000_t202" coordsize="21600,21600" o:spt="202"` +
	` path="m,l,21600r21600,l21600,xe">` +
	`<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>`

// boxShape is the box of one note: names that the drawing does not declare, number, place, row
// and column.
const boxShape = `<v:shape%s id="_x0000_s%d" type="#_x0000_t202"` +
	` style="position:absolute;z-index:1;visibility:hidden"` +
	` fillcolor="#fbfe82" strokecolor="#767676" o:insetmode="auto">` +
	`<v:fill color2="#fbfe82"/><v:shadow color="black" obscured="t"/><v:path o:connecttype="none"/>` +
	`<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>` +
	`<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>%s</x:Anchor>` +
	`<x:AutoFill>False</x:AutoFill>` +
	`<x:Row>%d</x:Row><x:Column>%d</x:Column></x:ClientData></v:shape>`

var (
	shapeNumber   = pattern.New(`_x0000_s(\d+)`)
	drawingNumber = pattern.New(`idmap\s[^>]*data="(\d+)`)
	vmlNames      = []string{`xmlns:v="urn:schemas-microsoft-com:vml"`,
		`xmlns:o="urn:schemas-microsoft-com:office:office"`, `xmlns:x="urn:schemas-microsoft-com:office:excel"`}
)

// writeBoxes takes the boxes of the removed notes out of a drawing and adds one for each added.
// Whatever else is drawn, such as a button, stays byte by byte.
func writeBoxes(drawing []byte, g sheetGrid, result noted, texts map[string]string) ([]byte, error) {
	boxes, err := readBoxes(drawing)
	if err != nil {
		return nil, err
	}
	removed := map[string]bool{}
	for _, ref := range result.removed {
		removed[ref] = true
	}
	var edits []edit
	for _, b := range boxes {
		if removed[b.ref()] {
			edits = append(edits, edit{b.span, ""})
		}
	}
	var names string
	for _, name := range vmlNames {
		if !bytes.Contains(drawing, []byte(name)) {
			names += " " + name
		}
	}
	var more strings.Builder
	if !bytes.Contains(drawing, []byte(`id="_x0000_t202"`)) {
		fmt.Fprintf(&more, noteShape, names)
	}
	number := nextShape(drawing)
	for i, ref := range result.added {
		row, col := parseCell(ref)
		fmt.Fprintf(&more, boxShape, names, number+i, g.anchor(row, col, noteWidth, int(commentHeight(texts[ref]))), row-1,
			col-1)
	}
	end := bytes.LastIndex(drawing, []byte("</"))
	if end < 0 {
		return nil, errNotes
	}
	return edited(drawing, append(edits, edit{span{end, end}, more.String()})), nil
}

// nextShape is the number behind the highest of a drawing's shapes.
func nextShape(drawing []byte) int {
	next := 1025
	if m := drawingNumber.FindSubmatch(drawing); m != nil {
		if n, err := strconv.Atoi(string(m[1])); err == nil {
			next = n*1024 + 1
		}
	}
	for _, m := range shapeNumber.FindAllSubmatch(drawing, -1) {
		if n, err := strconv.Atoi(string(m[1])); err == nil {
			next = max(next, n+1)
		}
	}
	return next
}
