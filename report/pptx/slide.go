package pptx

import (
	"fmt"
	"strings"

	"pilot90/report/deck"
)

// canvas is one slide under work.
type canvas struct {
	*book
	part   string
	cover  bool
	shapes strings.Builder
	id     int  // of the last shape
	filled bool // the place of the layout for contents is taken
}

// slide adds a slide with its notes.
func (b *book) slide(number int, p *deck.Page) error {
	c := &canvas{book: b, part: slidePart(number), cover: p.Cover, id: 1}
	layout := bodyLayout
	if p.Cover {
		layout = coverLayout
	}
	b.relate(c.part, "slideLayout", layout)
	at := len(b.parts)
	b.add(c.part, kinds+"presentationml.slide+xml", nil)
	for _, item := range p.Items {
		switch item := item.(type) {
		case deck.Text:
			c.text(item)
		case deck.Shape:
			c.shape(item)
		case deck.Chart:
			if err := c.chart(item); err != nil {
				return err
			}
		}
	}
	b.notes(number, p, c.part)
	b.parts[at].data = []byte(head + `<p:sld` + namespaces + `><p:cSld name="` + escaped(p.Title) + `"><p:spTree>` +
		rootGroup +
		c.shapes.String() + `</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>`)
	return nil
}

// rootGroup begins every tree of shapes.
const rootGroup = `<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>` +
	`<a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>`

// next is the id of a new shape.
func (c *canvas) next() int {
	c.id++
	return c.id
}

// placeholder is the place of the layout that a text takes; empty: none.
func (c *canvas) placeholder(role deck.Role) (element, name string) {
	switch role {
	case deck.Title:
		if c.cover {
			return `<p:ph type="ctrTitle"/>`, "Title"
		}
		return `<p:ph type="title"/>`, "Title"
	case deck.Foot:
		return `<p:ph type="ftr" sz="quarter" idx="11"/>`, "Footer"
	case deck.Number:
		return `<p:ph type="sldNum" sz="quarter" idx="12"/>`, "Slide number"
	}
	return "", "Text"
}

// text adds a box of text. Lines that were broken for want of room are one paragraph, so that whoever changes the text
// has it broken anew; the box is a little wider than it needs to be where its right is free.
func (c *canvas) text(t deck.Text) {
	if len(t.Lines) == 0 {
		return
	}
	ph, name := c.placeholder(t.Role)
	id := c.next()
	kind := `<p:cNvSpPr txBox="1"/>`
	if ph != "" {
		kind = `<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>`
	}
	const spare = 12.0 // beside the text: other programs set some texts wider
	x, w := t.X, t.W+spare
	if t.Right {
		x = t.X - spare
	}
	fmt.Fprintf(&c.shapes, `<p:sp><p:nvSpPr><p:cNvPr id="%d" name="%s %d"/>%s<p:nvPr>%s</p:nvPr></p:nvSpPr>`, id, name, id,
		kind,
		ph)
	fmt.Fprintf(&c.shapes, `<p:spPr>%s<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr><p:txBody>`+
		`<a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"><a:noAutofit/></a:bodyPr><a:lstStyle/>`,
		place("a:xfrm", x, t.Y, w, t.H()))
	c.paragraphs(t)
	c.shapes.WriteString(`</p:txBody></p:sp>`)
}

func (c *canvas) paragraphs(t deck.Text) {
	align := ""
	if t.Right {
		align = ` algn="r"`
	}
	open := fmt.Sprintf(
		`<a:p><a:pPr marL="0" indent="0"%s><a:lnSpc><a:spcPts val="%d"/></a:lnSpc><a:spcBef><a:spcPts val="0"/>`+
			`</a:spcBef><a:buNone/></a:pPr>`, align, hundredths(t.Lead))
	begun := false
	for i, line := range t.Lines {
		if !begun {
			c.shapes.WriteString(open)
			begun = true
		}
		for k, r := range line.Runs {
			text := r.Text
			if k == len(line.Runs)-1 {
				text += line.After
			}
			c.run(r, text)
		}
		if line.Ends || i == len(t.Lines)-1 {
			c.shapes.WriteString(`</a:p>`)
			begun = false
		}
	}
}

// run adds a stretch of text; the number of the page is one that the program keeps right.
func (c *canvas) run(r deck.Run, text string) {
	bold := 0
	if r.Bold {
		bold = 1
	}
	look := fmt.Sprintf(`<a:rPr lang="%s" altLang="en-US" sz="%d" b="%d" dirty="0">%s<a:latin typeface="+mn-lt"/>`+
		`<a:ea typeface="+mn-ea"/></a:rPr>`, c.lang, hundredths(r.Size), bold, fill(r.Colour))
	if r.Page {
		fmt.Fprintf(&c.shapes, `<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum">%s<a:t>%s</a:t></a:fld>`,
			look,
			escaped(text))
		return
	}
	fmt.Fprintf(&c.shapes, `<a:r>%s<a:t>%s</a:t></a:r>`, look, escaped(text))
}
