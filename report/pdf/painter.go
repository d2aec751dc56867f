package pdf

import (
	"bytes"
	"fmt"
	"math"
	"time"

	"github.com/jung-kurt/gofpdf"

	"pilot90/report/picture"
)

var families = [faceCount]string{"plain", "bold", "rest"}

// painter writes operations to a file with gofpdf and numbers the stretches that belong to
// elements of the structure.
type painter struct {
	f      *gofpdf.Fpdf
	t      *typesetter
	page   int
	height float64    // of the page, in points of its file
	marks  []*element // owners of the marks of this page
	face   int
	size   float64
	spread float64
	owners [][]*element // owners of the marks of every page
}

// render writes all pages. The bytes depend on the document alone: dates are fixed and
// catalogues sorted.
func render(d *document) ([]byte, [][]*element, error) {
	p := &painter{f: gofpdf.New("P", "pt", "A4", ""), t: d.t}
	if err := p.setUp(d); err != nil {
		return nil, nil, fmt.Errorf("pdf: %w", err)
	}
	for i, c := range d.flow.pages {
		p.height = p.open(c.sheet)
		p.page, p.marks, p.face, p.size, p.spread = i, nil, -1, 0, 0
		p.paintPage(c.ops)
		p.f.RawWriteStr("Q")
		p.owners = append(p.owners, p.marks)
	}
	var b bytes.Buffer
	if err := p.f.Output(&b); err != nil {
		return nil, nil, fmt.Errorf("pdf: %w", err)
	}
	return b.Bytes(), p.owners, nil
}

// open begins a page of the form, zoomed, and returns its height in the file.
func (p *painter) open(s *sheet) float64 {
	width, height := float64(s.width*s.zoom), float64(s.height*s.zoom)
	form := "P"
	if width > height {
		form, width, height = "L", height, width
	}
	p.f.AddPageFormat(form, gofpdf.SizeType{Wd: width, Ht: height})
	_, tall := p.f.GetPageSize()
	p.f.RawWriteStr(fmt.Sprintf("q %.5f 0 0 %.5f 0 %s cm", s.zoom, s.zoom, picture.Number(tall*(1-s.zoom))))
	return tall
}

func (p *painter) setUp(d *document) error {
	f := p.f
	f.SetCompression(false) // finish compresses, once and better
	f.SetMargins(0, 0, 0)
	f.SetAutoPageBreak(false, 0)
	f.SetCatalogSort(true)
	long := time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)
	f.SetCreationDate(long)
	f.SetModificationDate(long)
	for face, codes := range d.codesUsed() {
		if len(codes) == 0 {
			continue
		}
		font, glyphs := p.t.faces[face], make(map[uint16]int, len(codes))
		for code, r := range codes {
			glyphs[code] = font.Glyph(r)
		}
		part, err := font.Part(glyphs)
		if err != nil {
			return err
		}
		f.AddUTF8FontFromBytes(families[face], "", part)
	}
	return nil
}

// textOf returns the text of an operation, if it sets any.
func textOf(o op) (textOp, bool) {
	switch o := o.(type) {
	case textOp:
		return o, true
	case upOp:
		return o.textOp, true
	}
	return textOp{}, false
}

// paintPage paints operations, neighbours of the same owner under one mark.
func (p *painter) paintPage(ops []drawn) {
	for i := 0; i < len(ops); {
		owner := ops[i].of
		p.begin(owner)
		for i < len(ops) && ops[i].of == owner {
			ops[i].op.paint(p)
			i++
		}
		p.f.RawWriteStr("EMC")
	}
}

func (p *painter) begin(owner *element) {
	if owner == nil {
		p.f.RawWriteStr("/Artifact BMC")
		return
	}
	id := len(p.marks)
	p.marks = append(p.marks, owner)
	owner.marks = append(owner.marks, mark{p.page, id})
	p.f.RawWriteStr(fmt.Sprintf("/%s <</MCID %d>> BDC", owner.kind, id))
}

// forget drops what is known of the state of the page, after it was put back by hand.
func (p *painter) forget() {
	p.face, p.spread = -1, math.NaN()
}

func (o textOp) paint(p *painter) {
	if o.face != p.face || o.size != p.size {
		p.f.SetFont(families[o.face], "", o.size)
		p.face, p.size = o.face, o.size
	}
	if o.spread != p.spread {
		p.f.RawWriteStr(fmt.Sprintf("%.3f Tc", o.spread))
		p.spread = o.spread
	}
	p.f.SetTextColor(int(o.colour.r), int(o.colour.g), int(o.colour.b))
	p.f.Text(o.x, o.y, p.t.encode(o.text, o.face))
}

// encode returns text as the codes of a face.
func (t *typesetter) encode(s string, face int) string {
	runes := []rune(s)
	for i, r := range runes {
		runes[i] = t.code(r, face)
	}
	return string(runes)
}

func (o rectOp) paint(p *painter) {
	p.f.SetFillColor(int(o.fill.r), int(o.fill.g), int(o.fill.b))
	p.f.Rect(o.x, o.y, o.w, o.h, "F")
}

func (o ruleOp) paint(p *painter) {
	p.f.SetDrawColor(int(o.colour.r), int(o.colour.g), int(o.colour.b))
	p.f.SetLineWidth(o.width)
	p.f.Line(o.x1, o.y1, o.x2, o.y2)
}

func (o shapeOp) paint(p *painter) {
	p.f.SetDrawColor(int(o.colour.r), int(o.colour.g), int(o.colour.b))
	p.f.SetFillColor(int(o.colour.r), int(o.colour.g), int(o.colour.b))
	manner := "F"
	if o.line > 0 {
		p.f.SetLineWidth(o.line)
		manner = "D"
	}
	if o.round > 0 {
		p.f.Circle(o.points[0].x, o.points[0].y, o.round, manner)
		return
	}
	p.f.MoveTo(o.points[0].x, o.points[0].y)
	for _, q := range o.points[1:] {
		p.f.LineTo(q.x, q.y)
	}
	if !o.open {
		p.f.ClosePath()
	}
	p.f.DrawPath(manner)
}
