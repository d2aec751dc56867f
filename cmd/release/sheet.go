package main

import (
	"bytes"
	_ "embed"
	"fmt"
	"html/template"
	"strings"
	plain "text/template"
)

//go:embed sheet.tmpl
var sheetPage string

//go:embed readme.tmpl
var readmeText string

// words of the two pages about one program.
type pageData struct {
	Version, System, Program, GoVersion, SHA256 string
	MB                                          string
	Windows                                     bool
	Modules, Packages                           int
}

var systems = map[target]string{
	{"windows", "amd64"}: "Windows 10・11（64ビット、Intel・AMD）", {"windows", "arm64"}: "Windows 11（ARM）",
	{"linux", "amd64"}: "Linux（64ビット、Intel・AMD）", {"linux", "arm64"}: "Linux（ARM）",
	{"darwin", "amd64"}: "macOS（Intel）", {"darwin", "arm64"}: "macOS（Apple シリコン）",
}

func (m *made) data() pageData {
	d := pageData{
		Version: m.version, System: systems[m.target], Program: m.target.program(), GoVersion: m.goVersion, SHA256: m.sha256,
		MB: fmt.Sprintf("%.0f", float64(len(m.program))/1e6), Windows: m.target.os == "windows",
	}
	for _, p := range m.parts {
		if strings.HasPrefix(p.purl, "pkg:npm/") {
			d.Packages++
		} else {
			d.Modules++
		}
	}
	return d
}

// sheet is the page for an IT desk: what the program does to a computer, and how to check it.
// TestClaims holds every statement of it.
func (m *made) sheet() ([]byte, error) {
	page, err := template.New("sheet").Parse(sheetPage)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	err = page.Execute(&out, m.data())
	return out.Bytes(), err
}

// readme is the page for the user.
func (m *made) readme() ([]byte, error) {
	page, err := plain.New("readme").Parse(readmeText)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	err = page.Execute(&out, m.data())
	return out.Bytes(), err
}
