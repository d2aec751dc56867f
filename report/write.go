package report

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"strings"

	"pilot90/report/content"
	"pilot90/report/csv"
	"pilot90/report/html"
	"pilot90/report/pdf"
	"pilot90/report/png"
	"pilot90/report/xlsx"
)

// File is one output, whole and in memory.
type File struct {
	Name string // slash-separated, below the folder of the report
	Data []byte
}

// Formats are the output formats. Those of an edition when none is asked for: plan.Plan.Usual.
var Formats = []string{"pdf", "html", "xlsx", "json", "csv", "png"}

// Render makes the files of an edition that Build returned: report.pdf (and deck.pdf, its slides
// alone), report.html, report.xlsx, figures.json, figures.csv, and charts/<chart>.png for each chart. Same run, same
// bytes. Replaced
// are the characters that no built-in font can draw; the PDF has 〓 in their place. The error
// names the format that could not be made. Each format and each chart is begun only while ctx lasts;
// the error is then that of ctx.
func Render(ctx context.Context, r *content.Report, run Run,
	formats []string) (files []File, replaced []rune, err error) {
	for _, format := range formats {
		if err := ctx.Err(); err != nil {
			return nil, nil, err
		}
		made := make([]File, 1)
		switch f, known := single[format]; {
		case format == "pdf":
			made, replaced, err = renderPDF(ctx, r)
		case format == "png":
			made, err = renderCharts(ctx, r)
		case known:
			made[0], err = rendered(f.name, func(w io.Writer) error { return f.write(ctx, w, r, run) })
		default:
			err = fmt.Errorf("そのような形式はありません")
		}
		if err != nil {
			return nil, nil, fmt.Errorf("%s: %w", format, err)
		}
		files = append(files, made...)
	}
	return files, replaced, nil
}

// single are the formats that are one file each and leave nothing else to tell.
var single = map[string]struct {
	name  string
	write func(context.Context, io.Writer, *content.Report, Run) error
}{
	"html": {"report.html", func(ctx context.Context, w io.Writer, r *content.Report, _ Run) error {
		return html.Write(ctx, w, r)
	}},
	"json": {"figures.json", func(_ context.Context, w io.Writer, _ *content.Report, run Run) error {
		return run.Result.WriteJSON(w, run.Lang)
	}},
	"csv": {"figures.csv", func(_ context.Context, w io.Writer, _ *content.Report, run Run) error {
		return csv.Write(w, run.Result, run.Definitions, run.Lang)
	}},
	"xlsx": {"report.xlsx", func(_ context.Context, w io.Writer, r *content.Report, run Run) error {
		return xlsx.Write(w, r, run.Result, run.Definitions,
			xlsx.Options{Lang: run.Lang, Rows: run.profile.Open(), Sender: run.sender()})
	}},
}

func rendered(name string, write func(io.Writer) error) (File, error) {
	var buf bytes.Buffer
	err := write(&buf)
	return File{name, buf.Bytes()}, err
}

// DeckFile is the name of the slides of an edition that has some.
const DeckFile = "deck.pdf"

// renderPDF makes the report and, of an edition with slides, the slides alone.
func renderPDF(ctx context.Context, r *content.Report) (files []File, replaced []rune, err error) {
	whole, err := rendered("report.pdf", func(w io.Writer) error {
		notes, err := pdf.Write(ctx, w, r)
		replaced = notes.Replaced
		return err
	})
	files = []File{whole}
	if deck := Deck(r); deck != nil && err == nil {
		var slides File
		slides, err = rendered(DeckFile, func(w io.Writer) error { _, err := pdf.Write(ctx, w, deck); return err })
		files = append(files, slides)
	}
	return files, replaced, err
}

// sender is the head of the report form, for an edition that has one.
func (r *Run) sender() *xlsx.Sender {
	if r.plan == nil || !r.plan.Has("grants") {
		return nil
	}
	p := r.Cohort.Pilot.Program
	return &xlsx.Sender{Prefecture: p.Prefecture, Municipality: p.Municipality, Code: p.Code, Department: p.Department,
		Contact: p.Contact}
}

// Ours reports whether the data of a file of that name was made by pilot90, so that a run may
// put a newer one in its place.
func Ours(name string, data []byte) bool {
	for suffix, mark := range map[string]string{
		".pdf":  pdf.Mark,
		".html": `<meta name="generator" content="pilot90`,
		".xlsx": xlsx.Mark,
		".json": `"schema": "pilot90/figures/`,
		".png":  png.Mark,
	} {
		if len(name) > len(suffix) && strings.HasSuffix(name, suffix) {
			return bytes.Contains(data, []byte(mark))
		}
	}
	return strings.HasSuffix(name, ".csv") && csv.Ours(data)
}
