package pdf

import (
	"fmt"
	"strings"

	"pilot90/report/picture"
)

// structure writes the logical structure as tags and returns the number of its root. owners
// holds the element of every mark of every page.
func (f *finisher) structure(owners [][]*element) int {
	root := f.add("")
	parents := f.add("")
	numbers := map[*element]int{}
	document := f.element(f.d.root, root, numbers)
	f.list[root].text = fmt.Sprintf("<</Type/StructTreeRoot/K[%d 0 R]/ParentTree %d 0 R/ParentTreeNextKey %d>>",
		document, parents, len(owners))
	var b strings.Builder
	for page, marks := range owners {
		fmt.Fprintf(&b, "%d[", page)
		for _, e := range marks {
			fmt.Fprintf(&b, "%d 0 R ", numbers[e])
		}
		b.WriteString("]")
	}
	f.list[parents].text = "<</Nums[" + b.String() + "]>>"
	return root
}

// element writes one element and all below it and returns its number.
func (f *finisher) element(e *element, parent int, numbers map[*element]int) int {
	number := f.add("")
	numbers[e] = number
	var kids strings.Builder
	for _, kid := range e.kids {
		if !kid.empty() {
			fmt.Fprintf(&kids, "%d 0 R ", f.element(kid, number, numbers))
		}
	}
	page := ""
	for i, m := range e.marks {
		switch {
		case i == 0:
			page = fmt.Sprintf("/Pg %d 0 R", f.pages[m.page])
			fallthrough
		case m.page == e.marks[0].page:
			fmt.Fprintf(&kids, "%d ", m.id)
		default:
			fmt.Fprintf(&kids, "<</Type/MCR/Pg %d 0 R/MCID %d>>", f.pages[m.page], m.id)
		}
	}
	f.list[number].text = fmt.Sprintf("<</Type/StructElem/S/%s/P %d 0 R%s%s/K[%s]>>",
		e.kind, parent, page, e.attributes(), strings.TrimSpace(kids.String()))
	return number
}

// attributes writes what a reader needs to know about an element besides its kind.
func (e *element) attributes() string {
	var b strings.Builder
	if e.alt != "" {
		b.WriteString("/Alt " + textString(plainLine(e.alt)))
	}
	if e.actual != "" {
		b.WriteString("/ActualText " + textString(e.actual))
	}
	switch {
	case e.scope != "":
		b.WriteString("/A<</O/Table/Scope/" + e.scope + ">>")
	case e.span > 1:
		fmt.Fprintf(&b, "/A<</O/Table/ColSpan %d>>", e.span)
	case e.kind == "L":
		b.WriteString("/A<</O/List/ListNumbering/Disc>>")
	case e.bounds != nil:
		r, z := e.bounds, e.bounds.sheet.zoom
		fmt.Fprintf(&b, "/A<</O/Layout/Placement/Block/BBox[%s %s %s %s]>>",
			picture.Number(r.x*z), picture.Number(r.sheet.fromFoot(r.y+r.h)), picture.Number((r.x+r.w)*z),
			picture.Number(r.sheet.fromFoot(r.y)))
	}
	return b.String()
}
