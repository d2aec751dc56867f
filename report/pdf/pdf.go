// Package pdf turns a report as plain values (package content) into one A4 PDF that can be
// read, searched, printed in grey and followed by a screen reader.
//
// The one idea: three passes. Layout decides every position and the logical structure and
// yields plain lists of operations; painting writes those with gofpdf; finishing rewrites
// the file with what gofpdf cannot say (language, tags, character maps, a fixed
// identifier). The package decides nothing about contents: no number is formatted, nothing
// is left out or added but page numbers and the words for a tone.
package pdf

import (
	"context"
	"io"

	"pilot90/report/content"
)

// Signature is the comment near the start of every file that this package wrote; it tells our files
// from others.
const Signature = "%pilot90"

// Notes is what the reader of a finished file should be told.
type Notes struct {
	Replaced []rune // runes that no built-in font can draw; 〓 stands in their place
	Pages    int
}

// Write writes the report as a PDF. The bytes depend on the report alone. It fails only when
// the built-in fonts are missing, a chart cannot be drawn, w cannot be written or ctx ends, which it
// asks before each chart.
func Write(ctx context.Context, w io.Writer, r *content.Report) (Notes, error) {
	t, err := newTypesetter()
	if err != nil {
		return Notes{}, err
	}
	d, err := layOut(ctx, t, r)
	if err != nil {
		return Notes{}, err
	}
	return d.written(w)
}

// written paints and finishes what was laid out.
func (d *document) written(w io.Writer) (Notes, error) {
	raw, owners, err := render(d)
	if err != nil {
		return Notes{}, err
	}
	whole, err := finish(raw, d, owners)
	if err != nil {
		return Notes{}, err
	}
	_, err = w.Write(whole)
	return Notes{Replaced: d.t.missing(), Pages: len(d.flow.pages)}, err
}
