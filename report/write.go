package report

import (
	"bytes"
	"fmt"

	"pilot90/report/content"
	"pilot90/report/html"
	"pilot90/report/pdf"
	"pilot90/report/xlsx"
)

// File is one output, whole and in memory.
type File struct {
	Name string
	Data []byte
}

// Formats are the output formats; Usual are those made when none is asked for.
var (
	Formats = []string{"pdf", "html", "xlsx", "json"}
	Usual   = []string{"pdf", "html", "json"}
)

// Render makes the files of an edition that Build returned: report.pdf, report.html, figures.json.
// Same run, same bytes. Replaced are the characters that no built-in font can draw; the PDF has 〓 in their place.
// The error names the format that could not be made.
func Render(r *content.Report, run Run, formats []string) (files []File, replaced []rune, err error) {
	for _, format := range formats {
		var buf bytes.Buffer
		name := "report." + format
		switch format {
		case "pdf":
			var notes pdf.Notes
			notes, err = pdf.Write(&buf, r)
			replaced = notes.Replaced
		case "html":
			err = html.Write(&buf, r)
		case "xlsx":
			err = xlsx.Write(&buf, r, run.Result, run.Definitions, xlsx.Options{Lang: run.Lang, Rows: run.profile.Open()})
		case "json":
			name = "figures.json"
			err = run.Result.WriteJSON(&buf, run.Lang)
		default:
			err = fmt.Errorf("そのような形式はありません")
		}
		if err != nil {
			return nil, nil, fmt.Errorf("%s: %w", format, err)
		}
		files = append(files, File{name, buf.Bytes()})
	}
	return files, replaced, nil
}

// Ours reports whether the data of a file of that name was made by pilot90, so that a run may
// put a newer one in its place.
func Ours(name string, data []byte) bool {
	for suffix, mark := range map[string]string{
		".pdf":  pdf.Mark,
		".html": `<meta name="generator" content="pilot90`,
		".xlsx": xlsx.Mark,
		".json": `"schema": "pilot90/figures/`,
	} {
		if len(name) > len(suffix) && name[len(name)-len(suffix):] == suffix {
			return bytes.Contains(data, []byte(mark))
		}
	}
	return false
}
