package report

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"pilot90/report/content"
	"pilot90/report/csv"
	"pilot90/report/html"
	"pilot90/report/pdf"
	"pilot90/report/png"
	"pilot90/report/pptx"
	"pilot90/report/step"
	"pilot90/report/xlsx"
)

// File is one output.
type File struct {
	Name string // slash-separated, below the folder of the report
	Data []byte
	// Write writes it in place of Data, where it would be too large for the memory; nil of most.
	Write func(io.Writer) error
}

// Whole is the file in memory.
func (f File) Whole() (File, error) {
	if f.Write == nil {
		return f, nil
	}
	return rendered(f.Name, f.Write)
}

// format is one output format: its name, which is also how its files end, how one of ours is known, and how
// they are made. replaced are the characters that no built-in font can draw.
type format struct {
	name string
	ours func(data []byte) bool
	make func(ctx context.Context, r *content.Report, run Run) (files []File, replaced []rune, err error)
}

// formats are all of them, in the order in which they are listed and made.
var formats = []format{
	{"pdf", marked(pdf.Signature), func(ctx context.Context, r *content.Report, _ Run) ([]File, []rune, error) {
		return renderPDF(ctx, r)
	}},
	{"html", marked(`<meta name="generator" content="pilot90`),
		renderHTML},
	{"xlsx", marked(xlsx.Signature),
		single("report.xlsx", func(_ context.Context, w io.Writer, r *content.Report, run Run) error {
			return xlsx.Write(w, r, run.Result, run.Definitions,
				xlsx.Options{Lang: run.Lang, Rows: run.profile.Open(), Sender: run.sender()})
		})},
	{"pptx", marked(pptx.Signature), func(ctx context.Context, r *content.Report, _ Run) ([]File, []rune, error) {
		files, err := renderSlides(ctx, r)
		return files, nil, err
	}},
	{"json", marked(`"schema": "pilot90/figures/`),
		single("figures.json", func(_ context.Context, w io.Writer, _ *content.Report, run Run) error {
			return run.Result.WriteJSON(w, run.Lang)
		})},
	{"csv", csv.Ours,
		single("figures.csv", func(_ context.Context, w io.Writer, _ *content.Report, run Run) error {
			return csv.Write(w, run.Result, run.Definitions, run.Lang)
		})},
	{"png", marked(png.Signature), func(ctx context.Context, r *content.Report, _ Run) ([]File, []rune, error) {
		files, err := renderCharts(ctx, r)
		return files, nil, err
	}},
}

// Formats are the names of the output formats. Those of an edition when none is asked for: plan.Plan.Usual.
var Formats = func() []string {
	names := make([]string, len(formats))
	for i, f := range formats {
		names[i] = f.name
	}
	return names
}()

// Render makes the files of an edition that Build returned: report.pdf, report.html, both also for sections that are a
// file of their own, its slides as deck.pdf and deck.pptx, report.xlsx, figures.json, figures.csv, and
// charts/<chart>.png for each chart. Same run, same
// bytes. Replaced are the characters that no built-in font can draw; the PDF has 〓 in their place. The error
// names the format that could not be made. Each format and each chart is begun only while ctx lasts; the error is
// then that of ctx.
func Render(ctx context.Context, r *content.Report, run Run,
	names []string) (files []File, replaced []rune, err error) {
	step.Expect(ctx, len(names))
	for _, name := range names {
		if err := ctx.Err(); err != nil {
			return nil, nil, err
		}
		i := slices.Index(Formats, name)
		if i < 0 {
			return nil, nil, fmt.Errorf("%s: そのような形式はありません", name)
		}
		made, missing, err := formats[i].make(ctx, r, run)
		if err != nil {
			return nil, nil, fmt.Errorf("%s: %w", name, err)
		}
		files, replaced = append(files, made...), append(replaced, missing...)
		step.Done(ctx)
	}
	return files, replaced, nil
}

// marked tells a file of ours by what stands in it.
func marked(signature string) func(data []byte) bool {
	return func(data []byte) bool { return bytes.Contains(data, []byte(signature)) }
}

// single makes the one file of a format that leaves nothing else to tell.
func single(name string, write func(context.Context, io.Writer, *content.Report, Run) error) func(context.Context,
	*content.Report, Run) ([]File, []rune, error) {
	return func(ctx context.Context, r *content.Report, run Run) ([]File, []rune, error) {
		file, err := rendered(name, func(w io.Writer) error { return write(ctx, w, r, run) })
		return []File{file}, nil, err
	}
}

func rendered(name string, write func(io.Writer) error) (File, error) {
	var buf bytes.Buffer
	err := write(&buf)
	return File{Name: name, Data: buf.Bytes()}, err
}

// DeckFile is the name of the slides of an edition that has some.
const DeckFile = "deck.pdf"

// renderPDF makes the report and, of an edition with slides, the slides alone.
func renderPDF(ctx context.Context, r *content.Report) (files []File, replaced []rune, err error) {
	for _, p := range parts(r) {
		file, err := rendered(p.name+".pdf", func(w io.Writer) error {
			notes, err := pdf.Write(ctx, w, p.report)
			replaced = append(replaced, notes.Replaced...)
			return err
		})
		if err != nil {
			return nil, nil, err
		}
		files = append(files, file)
	}
	if deck := Deck(r); deck != nil {
		slides, err := rendered(DeckFile, func(w io.Writer) error {
			notes, err := pdf.WriteDeck(ctx, w, deck)
			replaced = append(replaced, notes.Replaced...)
			return err
		})
		return append(files, slides), replaced, err
	}
	return files, replaced, nil
}

// renderHTML makes a page of the report and of each section that is a file of its own.
func renderHTML(ctx context.Context, r *content.Report, run Run) (files []File, replaced []rune, err error) {
	for _, p := range parts(r) {
		if p.name == mainPart && run.plan != nil && run.plan.Profile == "public" {
			offered, err := withFigures(p.report, &run)
			if err != nil {
				return nil, nil, err
			}
			p.report = offered
		}
		file, err := rendered(p.name+".html", func(w io.Writer) error {
			if run.Still {
				return html.WriteStill(ctx, w, p.report)
			}
			return html.Write(ctx, w, p.report)
		})
		if err != nil {
			return nil, nil, err
		}
		files = append(files, file)
	}
	return files, nil, nil
}

// withFigures is the page for residents with the figures as a table that it offers.
func withFigures(r *content.Report, run *Run) (*content.Report, error) {
	var b bytes.Buffer
	if err := csv.Write(&b, run.Result, run.Definitions, run.Lang); err != nil {
		return nil, err
	}
	offered := *r
	offered.Figures = b.Bytes()
	return &offered, nil
}

// renderSlides makes the presentation of an edition with slides; one without has none.
func renderSlides(ctx context.Context, r *content.Report) ([]File, error) {
	deck := Deck(r)
	if deck == nil {
		return nil, nil
	}
	file, err := rendered("deck.pptx", func(w io.Writer) error { return pptx.Write(ctx, w, deck) })
	return []File{file}, err
}

// sender is the head of the report form, for an edition that has one.
func (r *Run) sender() *xlsx.Sender {
	if r.plan == nil || !r.plan.Has("grant_sheet") {
		return nil
	}
	p, e := r.Cohort.Pilot.Program, r.env()
	return &xlsx.Sender{Prefecture: p.Prefecture, Municipality: p.Municipality, Code: p.Code, Department: p.Department,
		Contact: p.Contact, Program: p.Name, Day: e.Words(e.Window.Clock.At().EraString(e.Lang)+"現在",
			"as of "+e.Window.Clock.At().String()), Feet: e.GrantFeet()}
}

// Ours reports whether the data of a file of that name was made by pilot90, so that a run may
// put a newer one in its place.
func Ours(name string, data []byte) bool {
	for _, f := range formats {
		if strings.HasSuffix(name, "."+f.name) {
			return f.ours(data)
		}
	}
	return false
}
