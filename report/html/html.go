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

	"pilot90/report/chart"
	"pilot90/report/content"
)

//go:embed page.tmpl
var pageTemplate string

//go:embed page.css
var pageStyle string

//go:embed page.js
var pageScript string

var page = template.Must(template.New("page").Parse(pageTemplate))

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
	Sections []section
}

// Write writes r as one self-contained HTML file; equal reports give equal bytes. Errors are those
// of drawing a chart, of w and of ctx, which it asks before each chart.
func Write(ctx context.Context, w io.Writer, r *content.Report) error {
	library, err := chart.Library()
	if err != nil {
		return fmt.Errorf("html: %w", err)
	}
	scripts := []string{library, chart.Renderers(), pageScript}
	v := view{
		Lang: language(r.Lang), Policy: policy(scripts, pageStyle), Style: template.CSS(pageStyle),
		Words: wordsOf(r.Lang), Report: r, Logo: logoOf(r.Logo), Palettes: template.JS(chart.Palettes()),
	}
	for _, s := range scripts {
		v.Scripts = append(v.Scripts, template.JS(s))
	}
	if v.Sections, err = sections(ctx, r, nil, false); err != nil {
		return fmt.Errorf("html: %w", err)
	}
	if err := page.Execute(w, v); err != nil {
		return fmt.Errorf("html: %w", err)
	}
	return nil
}

// WriteStill is Write for a page that is kept and not looked around in: it has no script, so its charts are images.
// It is smaller by the script and the charts' data, more than a megabyte.
func WriteStill(ctx context.Context, w io.Writer, r *content.Report) error {
	v := view{Lang: language(r.Lang), Policy: policy(nil, pageStyle), Style: template.CSS(pageStyle),
		Words:  wordsOf(r.Lang),
		Report: r, Logo: logoOf(r.Logo)}
	var err error
	if v.Sections, err = sections(ctx, r, nil, true); err != nil {
		return fmt.Errorf("html: %w", err)
	}
	if err := page.Execute(w, v); err != nil {
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
