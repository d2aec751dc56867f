package pdf

// element is one node of the document's logical structure: what a screen reader follows and
// what a search keeps together. It is built in reading order while blocks are laid out, and
// gets its marks while pages are painted.
type element struct {
	kind   string // structure type of the file format: "H1", "P", "Table", "TD", ...
	alt    string // text in place of a figure
	actual string // the word a drawn sign stands for
	scope  string // TH: "Row" or "Column"
	span   int    // TD, TH: columns covered, when more than 1
	kids   []*element
	marks  []mark
	bounds *bounds // Figure: where it stands
}

// mark is one stretch of drawing on a page that belongs to an element.
type mark struct{ page, id int }

// bounds is a rectangle on a page of the sheet, in its points from the top left corner.
type bounds struct {
	sheet      *sheet
	x, y, w, h float64
}

// add appends a new child and returns it.
func (e *element) add(kind string) *element {
	kid := &element{kind: kind}
	e.kids = append(e.kids, kid)
	return kid
}

// empty reports whether nothing was drawn for the element and all below it.
func (e *element) empty() bool {
	for _, kid := range e.kids {
		if !kid.empty() {
			return false
		}
	}
	return len(e.marks) == 0 && e.kind != "TD" && e.kind != "TH"
}
