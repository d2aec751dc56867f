package ods

import (
	"bytes"

	"pilot90/cohort/sheet/grid"
	"pilot90/cohort/sheet/xml"
)

// A richText is what the paragraphs of a cell show.
type richText struct {
	text       []byte
	runs       grid.Runs
	paragraphs int
}

func (r *richText) reset() { r.text, r.runs, r.paragraphs = r.text[:0], 0, 0 }

// paragraphs reads what stands in a cell, or in a list in it.
func (d *document) paragraphs(r *richText) error {
	return d.each(func() error {
		switch string(d.t.Name) {
		case "text:p", "text:h":
			return d.paragraph(r)
		case "text:list", "text:list-item", "text:list-header", "text:section":
			return d.paragraphs(r)
		}
		return d.skip()
	})
}

// paragraph reads a text:p. White space stands as LibreOffice shows it: what programs write into
// a paragraph is kept, and more than one blank is written as text:s.
func (d *document) paragraph(r *richText) error {
	if r.paragraphs++; r.paragraphs > 1 {
		r.text = append(r.text, '\n')
	}
	return d.inline(r, unsaid)
}

// inline reads to the end of an element of a paragraph whose characters have that line.
func (d *document) inline(r *richText, of line) error {
	for {
		if err := d.toks.Next(&d.t); err != nil {
			return err
		}
		var err error
		switch d.t.Kind {
		case xml.EndTag:
			return nil
		case xml.TextRun:
			err = d.add(r, d.t.Text, of)
		case xml.StartTag:
			err = d.inlineElement(r, of)
		}
		if err != nil {
			return err
		}
	}
}

// inlineElement reads an element of a paragraph. Furigana, notes, scripts and drawings are no part of
// a value; any other element may stand around a part of it.
func (d *document) inlineElement(r *richText, of line) error {
	name := d.t.Name
	switch string(name) {
	case "text:span":
		if own := d.styles.text(d.t.Attr("text:style-name")); own != unsaid {
			of = own
		}
	case "text:s":
		return d.blanks(r)
	case "text:tab":
		return d.sign(r, "\t")
	case "text:line-break":
		return d.sign(r, "\n")
	case "text:ruby-text", "text:note", "text:script":
		return d.skip()
	default:
		if len(name) > 0 && !bytes.HasPrefix(name, []byte("text:")) && !bytes.HasPrefix(name, []byte("loext:")) {
			return d.skip()
		}
	}
	return d.inline(r, of)
}

// blanks adds the blanks of a text:s.
func (d *document) blanks(r *richText) error {
	n, err := count(d.t.Attr("text:c"))
	if err != nil {
		return err
	}
	if most := d.limits.TextLength; n > most {
		return grid.LongText(most)
	}
	return d.sign(r, string(bytes.Repeat([]byte(" "), n)))
}

// sign adds what an element without content stands for.
func (d *document) sign(r *richText, text string) error {
	if err := d.add(r, []byte(text), unsaid); err != nil {
		return err
	}
	return d.skip()
}

// add adds characters. White space alone shows no line.
func (d *document) add(r *richText, text []byte, of line) error {
	const longest = 4 // bytes of a character
	if r.text = append(r.text, text...); len(r.text)/longest > d.limits.TextLength {
		return grid.LongText(d.limits.TextLength)
	}
	if len(bytes.TrimSpace(text)) > 0 {
		r.runs |= [...]grid.Runs{unsaid: grid.OwnRun, unstruck: grid.PlainRun, struck: grid.StruckRun}[of]
	}
	return nil
}
