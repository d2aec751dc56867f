package pptx

import (
	"fmt"

	"pilot90/report/content"
	"pilot90/report/deck"
)

// chart adds a chart: a native one with its workbook where programs know the kind, else its drawing as shapes.
func (c *canvas) chart(item deck.Chart) error {
	draw, known := natives[item.Chart.Kind]
	if !known || len(item.Chart.Categories) == 0 || len(item.Chart.Series) == 0 || item.Chart.Series[0].Least != nil {
		return c.drawn(item)
	}
	n := draw(item.Chart)
	n.em, n.lang = item.Em, c.lang
	data, err := n.grid.workbook()
	if err != nil {
		return err
	}
	c.charts++
	part := fmt.Sprintf("ppt/charts/chart%d.xml", c.charts)
	book := fmt.Sprintf("ppt/embeddings/Microsoft_Excel_Worksheet%d.xlsx", c.charts)
	at := c.relate(c.part, "chart", part)
	n.data = c.relate(part, "package", book)
	c.add(part, kinds+"drawingml.chart+xml", n.xml())
	c.add(book, "", data)
	id, ph := c.next(), ""
	if !c.filled && !c.cover {
		ph, c.filled = `<p:ph idx="1"/>`, true
	}
	fmt.Fprintf(&c.shapes, `<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="%d" name="Chart %d" descr="%s"/>`+
		`<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr>%s</p:nvPr>`+
		`</p:nvGraphicFramePr>%s`+
		`<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">`+
		`<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="%s"/></a:graphicData></a:graphic>`+
		`</p:graphicFrame>`, id, id, escaped(described(item.Chart)), ph, place("p:xfrm", item.X, item.Y, item.W, item.H), at)
	return nil
}

// described is the text in place of a chart.
func described(c *content.Chart) string {
	if c.Alt != "" {
		return deck.Clean(c.Alt)
	}
	return deck.Clean(c.Title)
}

// drawn adds the drawing of a chart as a group of shapes with a text in its place.
func (c *canvas) drawn(item deck.Chart) error {
	p, err := item.Drawing(c.report.Lang)
	if err != nil {
		return err
	}
	id := c.next()
	box := place("a:xfrm", item.X, item.Y, item.W, item.H)
	box = box[:len(box)-len("</a:xfrm>")] + fmt.Sprintf(`<a:chOff x="0" y="0"/><a:chExt cx="%d" cy="%d"/></a:xfrm>`,
		emu(item.W), emu(item.H))
	fmt.Fprintf(&c.shapes, `<p:grpSp><p:nvGrpSpPr><p:cNvPr id="%d" name="Chart %d" descr="%s"/><p:cNvGrpSpPr/><p:nvPr/>`+
		`</p:nvGrpSpPr><p:grpSpPr>%s</p:grpSpPr>`, id, id, escaped(described(item.Chart)), box)
	for _, s := range p.Shapes {
		if s.Text == "" {
			c.shapes.WriteString(c.outlined("mark", s.Outline, s.Fill, s.Stroke, s.Line))
			continue
		}
		c.label(s)
	}
	c.shapes.WriteString(`</p:grpSp>`)
	return nil
}
