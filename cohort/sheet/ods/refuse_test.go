package ods

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"

	"pilot90/cohort/sheet/grid"
	"pilot90/cohort/sheet/pack"
)

const manifestHead = `<?xml version="1.0" encoding="UTF-8"?><manifest:manifest` +
	` xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">`

// TestRefusals: files that cannot be used, and what is said of them.
func TestRefusals(t *testing.T) {
	good := content("", tableOf(rowOf(one)))
	body := func(inside string) string {
		return `<office:document-content` + spaces + `><office:body>` + inside + `</office:body></office:document-content>`
	}
	for _, c := range []struct {
		name, code, says string
		parts            parts
	}{
		{"encrypted", grid.CodeEncrypted, "パスワード", parts{"content.xml": "\x01\x02\x03",
			"META-INF/manifest.xml": manifestHead +
				`<manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data manifest:checksum="x">` +
				`<manifest:algorithm/></manifest:encryption-data></manifest:file-entry></manifest:manifest>`}},
		{"encrypted as a whole", grid.CodeEncrypted, "パスワード", parts{"encrypted-package": "\x01"}},
		{"text", grid.CodeOtherKind, ".odt", parts{"content.xml": body(`<office:text><text:p>x</text:p></office:text>`)}},
		{"presentation", grid.CodeOtherKind, ".odp", parts{"content.xml": body(`<office:presentation/>`)}},
		{"drawing", grid.CodeOtherKind, ".odg", parts{"content.xml": body(`<office:drawing/>`)}},
		{"OpenOffice 1", grid.CodeOtherKind, "OpenDocument",
			parts{"content.xml": `<office:document-content xmlns:office="http://openoffice.org/2000/office"/>`}},
		{"some XML", grid.CodeOtherKind, "OpenDocument", parts{"content.xml": `<a/>`}},
		{"some XML for the styles", grid.CodeOtherKind, "OpenDocument", parts{"content.xml": good, "styles.xml": `<a/>`}},
		{"no spreadsheet", grid.CodeUnreadable, "表がありません", parts{"content.xml": body("")}},
		{"no sheet", grid.CodeEmpty, "シート", parts{"content.xml": body(`<office:spreadsheet/>`)}},
		{"styles behind", grid.CodeUnreadable, "書式", parts{"content.xml": strings.Replace(body(`<office:spreadsheet/>`),
			`</office:body>`, `</office:body><office:automatic-styles/>`, 1)}},
		{"not well-formed", grid.CodeUnreadable, "XML", parts{"content.xml": strings.Replace(good, `</table:table>`,
			`</table>`, 1)}},
		{"manifest not well-formed", grid.CodeUnreadable, "XML", parts{"content.xml": good,
			"META-INF/manifest.xml": manifestHead + `</manifest:other-one>`}},
		{"manifest cut off", grid.CodeCutOff, "途中", parts{"content.xml": good, "META-INF/manifest.xml": manifestHead}},
		{"text behind", grid.CodeUnreadable, "XML", parts{"content.xml": good + "x"}},
		{"a second root", grid.CodeUnreadable, "XML", parts{"content.xml": good + good[strings.Index(good, "<office"):]}},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, f := readFile(t, zipped(t, c.parts), grid.Limits{})
			if f == nil {
				t.Fatal("read")
			}
			if f.Code != c.code || !strings.Contains(f.Message.JA, c.says) {
				t.Errorf("%s %q, want %s with %q", f.Code, f.Message.JA, c.code, c.says)
			}
			if fix := f.Fix.JA; (c.code == grid.CodeUnreadable || c.code == grid.CodeEncrypted) && !strings.Contains(fix,
				"LibreOffice") {
				t.Errorf("the fix does not name the program: %s", fix)
			}
		})
	}
	if got := shownSheet(t, good, parts{"META-INF/manifest.xml": manifestHead +
		`<manifest:file-entry manifest:full-path="content.xml"/></manifest:manifest>`}); got != "A1#=1" {
		t.Errorf("a manifest without encryption: %s", got)
	}
}

// TestCutOff: a part that ends too early is refused wherever it ends, never read in part.
func TestCutOff(t *testing.T) {
	xml := content(struckStyles, tableOf(rowOf(textCell(`<text:p>a<text:s/></text:p>`)+one)+rowOf(two)))
	for n := 1; n < len(xml); n += 7 {
		if got := shownSheet(t, xml[:n], nil); got != grid.CodeCutOff && !strings.HasPrefix(got, grid.CodeUnreadable) {
			t.Fatalf("cut off after %d bytes, %q: %s", n, xml[max(0, n-20):n], got)
		}
	}
	data := zipped(t, parts{"content.xml": xml})
	for n := 1; n < len(data); n += 11 {
		if grids, f := readFile(t, data[:n], grid.Limits{}); f == nil {
			t.Fatalf("a file of %d of %d bytes: %s", n, len(data), shown(grids, f))
		}
	}
}

// TestChecksum: a byte of the tables that was changed is found.
func TestChecksum(t *testing.T) {
	var file bytes.Buffer
	z := zip.NewWriter(&file)
	w, err := z.CreateHeader(&zip.FileHeader{Name: "content.xml", Method: zip.Store})
	if err == nil {
		_, err = w.Write([]byte(content("", tableOf(rowOf(numberCell("", "3000"))))))
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	if err != nil {
		t.Fatal(err)
	}
	if got := shown(readFile(t, bytes.Replace(file.Bytes(), []byte(`"3000"`), []byte(`"8000"`), 1),
		grid.Limits{})); got != grid.CodeUnreadable {
		t.Error(got)
	}
}

// TestHolds: what is taken for an OpenDocument file.
func TestHolds(t *testing.T) {
	for name, want := range map[string]bool{"content.xml": true, "encrypted-package": true, "xl/workbook.xml": false,
		"word/content.xml": false} {
		data := zipped(t, parts{name: "x"})
		p, err := pack.Open(t.Context(), bytes.NewReader(data), int64(len(data)), grid.DefaultLimits())
		if err != nil {
			t.Fatal(err)
		}
		if Holds(p) != want {
			t.Errorf("%s: %v", name, !want)
		}
	}
}
