// Package html draws a content.Report as one HTML file.
//
// The one idea: a file that a town hall can mail, store and open from a disk in ten years. Style,
// script, ECharts and every chart's data lie inside it; it asks no server for anything, and its
// content security policy, made of the hashes of exactly these scripts and styles, lets nothing
// else run. Without script it shows the same charts as images and the same tables.
//
// All text of the report is escaped by html/template; chart data travel as JSON in blocks that
// are not run. The package decides nothing about the report's words or numbers.
package html

import (
	"context"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"io"
	"strings"
	"sync"

	"pilot90/report/chart"
	"pilot90/report/content"
)

//go:embed page.tmpl
var pageTemplate string

//go:embed page.css
var pageStyle string

//go:embed page.js
var pageScript string

var page = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("page").Parse(pageTemplate))
})

// view is what the template draws.
type view struct {
	Lang     string
	Policy   string
	Style    template.CSS
	Palettes template.JS // the colours of charts
	Scripts  []template.JS
	Words    words
	Report   *content.Report
	Logo     *logo
	Heading  string       // of the bar above the page: whose it is
	Figures  template.URL // the figures as a file within the page; empty = none
	Contents bool         // it is long enough for a list of its sections
	Sections []section
}

// Write writes r as one self-contained HTML file; equal reports give equal bytes. ECharts lies in it only where a chart
// is drawn by it. Errors are those of drawing a chart, of w and of ctx, which it asks before each chart.
func Write(ctx context.Context, w io.Writer, r *content.Report) error {
	b := newBuilder(ctx, r, false)
	parts, err := b.sections(r)
	if err != nil {
		return fmt.Errorf("html: %w", err)
	}
	scripts := []string{pageScript}
	v := viewOf(r, parts)
	if b.lively {
		library, err := chart.Library()
		if err != nil {
			return fmt.Errorf("html: %w", err)
		}
		scripts = []string{library, chart.Renderers(), pageScript}
		v.Palettes = template.JS(chart.Palettes())
	}
	for _, s := range scripts {
		v.Scripts = append(v.Scripts, template.JS(s))
	}
	v.Policy = policy(scripts, pageStyle)
	return execute(w, v)
}

// WriteStill is Write for a page that is kept and not looked around in: it has no script, so its charts are images.
// It is smaller by the script and the charts' data.
func WriteStill(ctx context.Context, w io.Writer, r *content.Report) error {
	parts, err := newBuilder(ctx, r, true).sections(r)
	if err != nil {
		return fmt.Errorf("html: %w", err)
	}
	v := viewOf(r, parts)
	v.Policy = policy(nil, pageStyle)
	return execute(w, v)
}

// viewOf is the page without its scripts and its policy.
func viewOf(r *content.Report, parts []section) view {
	v := view{Lang: language(r.Lang), Style: template.CSS(pageStyle), Words: wordsOf(r.Lang), Report: r,
		Logo:     logoOf(r.Logo),
		Sections: parts, Contents: len(parts) > mostUnfolded}
	if v.Heading = r.Owner; v.Heading == "" {
		v.Heading = r.Title
	}
	if len(r.Figures) > 0 {
		v.Figures = template.URL("data:text/csv;charset=utf-8;base64," + base64.StdEncoding.EncodeToString(r.Figures))
	}
	return v
}

func execute(w io.Writer, v view) error {
	if err := page().Execute(w, v); err != nil {
		return fmt.Errorf("html: %w", err)
	}
	return nil
}

// policy allows the scripts and the style by their hashes, images that are written into the page,
// and nothing else.
func policy(scripts []string, style string) string {
	hashes := make([]string, len(scripts))
	for i, s := range scripts {
		hashes[i] = digest(s)
	}
	if len(hashes) == 0 {
		hashes = []string{"'none'"}
	}
	return "default-src 'none'; script-src " + strings.Join(hashes, " ") +
		"; style-src " + digest(style) + "; img-src data:; base-uri 'none'; form-action 'none'"
}

func digest(text string) string {
	sum := sha256.New()
	_, _ = io.WriteString(sum, text) // a hash takes everything
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum.Sum(nil)) + "'"
}

func language(lang string) string {
	if lang == "en" {
		return "en"
	}
	return "ja"
}
