package layout

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strconv"

	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/sheet/grid"
)

// TemplateVersion is the version of the workbook that "pilot90 init" makes from the schema. It
// rises when the schema changes so that an old workbook lacks something.
const TemplateVersion = 1

// TemplateSheet is the hidden sheet by which a workbook made from the schema is known: in column
// A the words below, in column B their values.
const TemplateSheet = "_pilot90"

// Words of column A of TemplateSheet. There is one TemplateOwnWord for each sheet that explains the
// workbook and holds no records, with the SheetSum of that sheet.
const (
	TemplateVersionWord = "template_version"
	TemplateOwnWord     = "own_sheet"
)

// codeOldTemplate is the code of a workbook made by another version.
const codeOldTemplate = "C323"

// template is what the hidden sheet of a workbook says; the zero value is a workbook without one.
type template struct {
	sheet   *grid.Grid
	version int
	sums    []string
}

// templateOf reads the hidden sheet of a workbook.
func templateOf(b *grid.Book) template {
	i := slices.IndexFunc(b.Sheets, func(g *grid.Grid) bool { return g.Sheet == TemplateSheet && g.Hidden })
	if i < 0 {
		return template{}
	}
	t := template{sheet: b.Sheets[i]}
	for _, r := range t.sheet.Rows {
		switch value := r.At(2).Text; r.At(1).Text {
		case TemplateVersionWord:
			if n, err := strconv.Atoi(value); err == nil {
				t.version = n
			}
		case TemplateOwnWord:
			t.sums = append(t.sums, value)
		}
	}
	return t
}

// owns reports that the sheet is the template's own and holds nothing but what the template
// wrote. A sheet in which somebody has written since is treated like any other.
func (t template) owns(g *grid.Grid) bool {
	return t.sheet != nil && (g == t.sheet || slices.Contains(t.sums, SheetSum(g)))
}

// finding is the C323 of a workbook made by another version.
func (t template) finding() (finding.Finding, bool) {
	if t.sheet == nil || t.version == 0 || t.version == TemplateVersion {
		return finding.Finding{}, false
	}
	f := finding.Finding{Code: codeOldTemplate, Severity: finding.Info, Place: finding.Place{File: t.sheet.File},
		Value: strconv.Itoa(t.version)}
	if t.version > TemplateVersion {
		f.Message = lang.Sayf("このプログラムより新しいひな形（第%[1]d版）で作られた台帳です（このプログラムのひな形は第%[2]d版）。",
			"The workbook was made from a newer template (version %[1]d) than this program's (version %[2]d).", t.version,
			TemplateVersion)
		f.Fix = lang.Say("新しい pilot90 で点検してください。知らない列は読みません。",
			"Check it with a newer pilot90; columns it does not know are not read.")
		return f, true
	}
	f.Message = lang.Sayf("前の版のひな形（第%[1]d版）で作られた台帳です（今は第%[2]d版）。このまま読めます。",
		"The workbook was made from an older template (version %[1]d; now version %[2]d). It can be read as it is.",
		t.version, TemplateVersion)
	f.Fix = lang.Say("新しい列を使うときは、「pilot90 init 新しいフォルダー --migrate このフォルダー」で新しいひな形に移せます。",
		"To use the new columns, move it with \"pilot90 init NEWFOLDER --migrate THISFOLDER\".")
	return f, true
}

// SheetSum is the SHA-256, in hexadecimal, of the addresses and texts of a sheet's cells.
func SheetSum(g *grid.Grid) string {
	h := sha256.New()
	for _, r := range g.Rows {
		for _, c := range r.Cells {
			fmt.Fprintf(h, "%d %d %q\n", r.Number, c.Col, c.Text)
		}
	}
	return hex.EncodeToString(h.Sum(nil))
}
