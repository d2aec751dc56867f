package biff_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"math"
	"strconv"
	"strings"
	"testing"

	"pilot90/cohort/sheet"
	"pilot90/cohort/sheet/grid"
)

// xlsxOf writes a workbook of one sheet.
func xlsxOf(t *testing.T, styles, rows string, epoch1904 bool) []byte {
	t.Helper()
	const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	const rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	const links = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">%s</Relationships>`
	link := func(id, kind, target string) string {
		return fmt.Sprintf(`<Relationship Id="%s" Type="%s/%s" Target="%s"/>`, id, rel, kind, target)
	}
	var file bytes.Buffer
	z := zip.NewWriter(&file)
	for _, p := range [][2]string{
		{"_rels/.rels", fmt.Sprintf(links, link("a", "officeDocument", "xl/workbook.xml"))},
		{"xl/workbook.xml", `<workbook xmlns="` + main + `" xmlns:r="` + rel + `">` +
			`<workbookPr date1904="` + strconv.FormatBool(epoch1904) + `"/>` +
			`<sheets><sheet name="表" sheetId="1" r:id="a"/></sheets></workbook>`},
		{"xl/_rels/workbook.xml.rels",
			fmt.Sprintf(links, link("a", "worksheet", "sheet.xml")+link("b", "styles", "styles.xml"))},
		{"xl/sheet.xml", `<worksheet xmlns="` + main + `"><sheetData>` + rows + `</sheetData></worksheet>`},
		{"xl/styles.xml", `<styleSheet xmlns="` + main + `">` + styles + `</styleSheet>`},
	} {
		w, err := z.Create(p[0])
		if err == nil {
			_, err = w.Write([]byte(p[1]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return file.Bytes()
}

// TestSameAsXLSX: a number has the same value in both formats, whatever its number format.
func TestSameAsXLSX(t *testing.T) {
	codes := []string{"General", "0", "0000", "000-0000", `"No."0000`, "#,##0", `#,##0"千円"`, `#,##0,"千円"`, `0"分"`,
		`0"時間"00"分"`, "0.0%", "yyyy/m/d", `ggge"年"m"月"d"日"`, "[$-411]ge.m.d", "aaa", "m/d", "h:mm", "[h]:mm", "[mm]",
		"mm:ss.0", `yyyy"年"m"月"`, `[Red]0;-0`, "@", `\D0`}
	numbers := []float64{0, 1, -1, 0.5, 1.0 / 3, 0.1 + 0.2, 12, 1234567, 45748, 45748.5, 1e15, 1e21, 1e-10,
		123456789012345678, -0.25, 60, 2958466, 130}
	var fonts, formats, xfs, records, rows, cells strings.Builder
	add := func(number int) {
		for font := range 2 {
			fmt.Fprintf(&xfs, `<xf numFmtId="%d" fontId="%d"/>`, number, font)
			records.WriteString(stylesOf(font, number))
		}
	}
	for i, code := range codes {
		var quoted bytes.Buffer
		if err := xml.EscapeText(&quoted, []byte(code)); err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&formats, `<numFmt numFmtId="%d" formatCode="%s"/>`, 164+i, quoted.String())
		records.WriteString(formatOf(uint16(164+i), code))
		add(164 + i)
	}
	for id := range 60 { // those that are not declared
		add(id)
	}
	fonts.WriteString(`<fonts><font/><font><strike/></font></fonts>`)
	count := 2 * (len(codes) + 60)
	for r, f := range numbers {
		fmt.Fprintf(&rows, `<row r="%d">`, r+1)
		for s := range count {
			fmt.Fprintf(&rows, `<c r="%s" s="%d"><v>%s</v></c>`, grid.Ref(r+1, s+1), s, strconv.FormatFloat(f, 'g', 17, 64))
			cells.WriteString(rec(number, at(r+1, s+1, s), f))
		}
		rows.WriteString(`</row>`)
	}
	styles := `<numFmts>` + formats.String() + `</numFmts>` + fonts.String() + `<cellXfs>` + xfs.String() + `</cellXfs>`
	for _, epoch1904 := range []bool{false, true} {
		epoch := rec(dateMode, uint16(0))
		if epoch1904 {
			epoch = rec(dateMode, uint16(1))
		}
		xlsx := xlsxOf(t, styles, rows.String(), epoch1904)
		want, findings, err := sheet.Read("a.xlsx", bytes.NewReader(xlsx), int64(len(xlsx)), sheet.Options{})
		if err != nil || want == nil {
			t.Fatal(findings, err)
		}
		got, f := read(t, one(fontOf(false)+fontOf(true)+records.String()+epoch, cells.String()), grid.DefaultLimits())
		if f != nil {
			t.Fatal(f)
		}
		if d := differences(want, got); len(d) > 0 || len(got.Sheets[0].Rows) != len(numbers) {
			t.Errorf("%d differences: %s", len(d), strings.Join(d[:min(5, len(d))], "; "))
		}
	}
}

// differences lists what differs between two books.
func differences(a, b *grid.Book) (out []string) {
	if len(a.Sheets) != len(b.Sheets) {
		return []string{fmt.Sprintf("%d and %d sheets", len(a.Sheets), len(b.Sheets))}
	}
	for i, g := range a.Sheets {
		h := b.Sheets[i]
		head := func(g *grid.Grid) string { return fmt.Sprint(g.Sheet, g.Hidden, g.Merges, g.HiddenCols) }
		if head(g) != head(h) {
			out = append(out, head(g)+" and "+head(h))
		}
		out = append(out, rowsThatDiffer(g, h)...)
	}
	return out
}

// rowsThatDiffer compares the rows of two sheets.
func rowsThatDiffer(g, h *grid.Grid) (out []string) {
	if len(g.Rows) != len(h.Rows) {
		out = append(out, fmt.Sprintf("%s: %d and %d rows", g.Sheet, len(g.Rows), len(h.Rows)))
	}
	for i := range min(len(g.Rows), len(h.Rows)) {
		a, b := g.Rows[i], h.Rows[i]
		if a.Number != b.Number || a.Hidden != b.Hidden || len(a.Cells) != len(b.Cells) {
			out = append(out, fmt.Sprintf("%s: rows %d (hidden %v, %d cells) and %d (hidden %v, %d cells)",
				g.Sheet, a.Number, a.Hidden, len(a.Cells), b.Number, b.Hidden, len(b.Cells)))
			continue
		}
		for j, c := range a.Cells {
			if d := b.Cells[j]; c != d || math.Signbit(c.Number) != math.Signbit(d.Number) {
				out = append(out, fmt.Sprintf("%s!%s %+v and %+v", g.Sheet, grid.Ref(a.Number, c.Col), c, d))
			}
		}
	}
	return out
}
