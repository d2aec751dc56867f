// Package pptx turns the slides of a report into a presentation for PowerPoint and Impress: real titles, text boxes
// and notes, and native charts whose numbers lie beside them in a workbook and can be changed.
//
// The one idea: package deck has decided where everything stands; each item becomes the element of ECMA-376 that a
// person would have made by hand, on a master with two layouts. The parts that are the same in every file lie in
// the folder parts. The bytes depend on the report alone.
package pptx

import (
	"context"
	"fmt"
	"io"

	"pilot90/report/content"
	"pilot90/report/deck"
	"pilot90/report/step"
)

// Signature stands in every file that this package wrote; it tells our files from others.
const Signature = "<dc:creator>pilot90</dc:creator>"

// Write writes the slides of a report, which has slides alone. It fails when the built-in fonts are missing, a chart
// cannot be drawn, w cannot be written, or ctx ends, which it asks before each slide.
func Write(ctx context.Context, w io.Writer, r *content.Report) error {
	pages, err := deck.LayOut(r)
	if err != nil {
		return err
	}
	b := &book{pack: newPack(), report: r, lang: langOf(r.Lang)}
	if err := b.frame(len(pages)); err != nil {
		return fmt.Errorf("pptx: %w", err)
	}
	step.Expect(ctx, len(pages))
	for i := range pages {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := b.slide(i+1, &pages[i]); err != nil {
			return fmt.Errorf("pptx: slide %d: %w", i+1, err)
		}
		step.Done(ctx)
	}
	return b.write(w)
}

// book is a presentation under work.
type book struct {
	*pack
	report *content.Report
	lang   string
	charts int // written so far
}

// langOf is the language of all text.
func langOf(lang string) string {
	if lang == "en" {
		return "en-US"
	}
	return "ja-JP"
}
