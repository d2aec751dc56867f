package main

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"pilot90/cohort/sheet"
	"pilot90/cohort/sheet/biff/bifftest"
	"pilot90/cohort/sheet/grid"
	"pilot90/cohort/sheet/sheettest"
)

// ledgerOf writes files into a folder and returns it.
func ledgerOf(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// pilot90 runs the command in this process.
func pilot90(t *testing.T, want int, args ...string) (stdout, stderr string) {
	t.Helper()
	var out, errs bytes.Buffer
	if got := run(context.Background(), args, strings.NewReader(""), &out, &errs); got != want {
		t.Fatalf("pilot90 %q: exit code %d, want %d\n%s%s", args, got, want, out.String(), errs.String())
	}
	return out.String(), errs.String()
}

// opened reads a workbook that was written.
func opened(t *testing.T, name, password string) *excelize.File {
	t.Helper()
	book, err := excelize.OpenFile(name, excelize.Options{Password: password})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { book.Close() })
	return book
}

// isMarked reports whether a cell has a comment with the code and a fill.
func isMarked(t *testing.T, book *excelize.File, sheet, ref, code string) bool {
	t.Helper()
	comments, err := book.GetComments(sheet)
	if err != nil {
		t.Fatal(err)
	}
	id, err := book.GetCellStyle(sheet, ref)
	if err != nil {
		t.Fatal(err)
	}
	style, err := book.GetStyle(id)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range comments {
		text := c.Text
		for _, p := range c.Paragraph {
			text += p.Text
		}
		if c.Cell == ref && strings.Contains(text, code) {
			return style.Fill.Pattern != 0
		}
	}
	return false
}

// faulty is a ledger with one fault in the cohort 第1期 (D2), two neighbouring ones in 第2期
// (D3:D4, folded) and one that is nobody's (案件 D3).
var faulty = map[string]string{
	"参加者.csv": "参加者ID,コホート,開始日\nP01,第1期,2025-06-02\nP02,第2期,2025-06-02\n",
	"案件.csv":  "案件ID,発注者ID,種別,開始日,月額\nA01,K01,定期,2025-07-01,10000\nA02,K01,定期,いつか,10000\n",
	"作業ログ.csv": "作業日,参加者ID,案件ID,時間,報酬,支払日\n2025-07-10,P01,A01,半日,2400,2025-08-31\n2025-07-11,P02,A01,半日,2400,2025-08-31" +
		"\n2025-07-12,P02,A01,半日,2400,2025-08-31\n",
}

// TestCopiesByCohort: each copy marks its own cohort's cells and no other.
func TestCopiesByCohort(t *testing.T) {
	dir, out := ledgerOf(t, faulty), t.TempDir()
	stdout, _ := pilot90(t, exitFindings, "check", dir, "--as-of", "2025-08-31",
		"--format", "xlsx", "--by", "cohort", "--out", out)
	if first, last := strings.Index(stdout, "第1期"), strings.Index(stdout, "共通"); first < 0 || last < first {
		t.Errorf("what is common to all is not last: %q", stdout)
	}
	for _, c := range []struct {
		file, sheet     string
		marked, cleared []string
	}{
		{"作業ログ.csv_第1期.xlsx", "作業ログ", []string{"D2"}, []string{"D3", "D4"}},
		{"作業ログ.csv_第2期.xlsx", "作業ログ", []string{"D3", "D4"}, []string{"D2"}},
		{"案件.csv_共通.xlsx", "案件", []string{"D3"}, []string{"D2"}},
	} {
		book := opened(t, filepath.Join(out, c.file), "")
		if front := book.GetSheetList()[0]; front != "点検結果" {
			t.Errorf("%s: the first sheet is %s", c.file, front)
		}
		for _, ref := range c.marked {
			if !isMarked(t, book, c.sheet, ref, "C10") {
				t.Errorf("%s: %s is not marked", c.file, ref)
			}
		}
		for _, ref := range c.cleared {
			if isMarked(t, book, c.sheet, ref, "C") {
				t.Errorf("%s: %s is marked", c.file, ref)
			}
		}
	}
	files, err := os.ReadDir(out)
	if err != nil || len(files) != 3 {
		t.Errorf("%d files, want 3 (%v)", len(files), err)
	}
}

// TestCopyOfEncrypted: an encrypted workbook's copy has the same password, and a plain one
// beside it stays plain.
func TestCopyOfEncrypted(t *testing.T) {
	dir, out := ledgerOf(t, faulty), t.TempDir()
	password := filepath.Join(t.TempDir(), "password")
	if err := os.WriteFile(password, []byte("みどり2025\r\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	asWorkbook(t, dir, "案件", "")
	asWorkbook(t, dir, "作業ログ", "みどり2025")
	original, err := os.ReadFile(filepath.Join(dir, "作業ログ.xlsx"))
	if err != nil {
		t.Fatal(err)
	}

	pilot90(t, exitFindings, "check", dir, "--as-of", "2025-08-31", "--format", "xlsx", "--out", out, "--password-file",
		password)
	if !isMarked(t, opened(t, filepath.Join(out, "作業ログ.xlsx"), "みどり2025"), "作業ログ", "D2", "C109") {
		t.Error("the encrypted workbook's fault is not marked")
	}
	if _, err := excelize.OpenFile(filepath.Join(out, "作業ログ.xlsx")); err == nil {
		t.Error("the copy of an encrypted workbook opens without its password")
	}
	if !isMarked(t, opened(t, filepath.Join(out, "案件.xlsx"), ""), "案件", "D3", "C102") {
		t.Error("the plain workbook's fault is not marked")
	}
	after, err := os.ReadFile(filepath.Join(dir, "作業ログ.xlsx"))
	if err != nil || !bytes.Equal(original, after) {
		t.Errorf("the original changed (%v)", err)
	}
}

// asWorkbook makes a workbook of one of the faulty ledger's CSVs.
func asWorkbook(t *testing.T, dir, name, password string) {
	t.Helper()
	book := excelize.NewFile()
	err := book.SetSheetName("Sheet1", name)
	for i, line := range strings.Split(strings.TrimSpace(faulty[name+".csv"]), "\n") {
		for j, text := range strings.Split(line, ",") {
			ref, refErr := excelize.CoordinatesToCellName(j+1, i+1)
			err = errors.Join(err, refErr, book.SetCellStr(name, ref, text))
		}
	}
	err = errors.Join(err, book.SaveAs(filepath.Join(dir, name+".xlsx"), excelize.Options{Password: password}))
	if err = errors.Join(err, os.Remove(filepath.Join(dir, name+".csv"))); err != nil {
		t.Fatal(err)
	}
}

// TestCopyWithoutFormats: a workbook that cannot be copied with its formats is handed back as
// text, and that is said. This one's style table is in UTF-16, which Excel reads.
func TestCopyWithoutFormats(t *testing.T) {
	dir, out := ledgerOf(t, faulty), t.TempDir()
	asWorkbook(t, dir, "作業ログ", "")
	stylesInUTF16(t, filepath.Join(dir, "作業ログ.xlsx"))
	_, stderr := pilot90(t, exitFindings, "check", dir, "--as-of", "2025-08-31", "--format", "xlsx", "--out", out)
	if !strings.Contains(stderr, "作業ログ.xlsx は書式を残した写しをつくれない") {
		t.Errorf("stderr: %q", stderr)
	}
	book := opened(t, filepath.Join(out, "作業ログ.xlsx"), "")
	if text, err := book.GetCellValue("作業ログ", "D2"); text != "半日" || err != nil ||
		!isMarked(t, book, "作業ログ", "D2", "C109") {
		t.Errorf("D2 = %q (%v), or it is not marked", text, err)
	}
}

// TestCopyOfOldWorkbook: the copy of an .xls is an .xlsx with all its sheets, and that is said.
func TestCopyOfOldWorkbook(t *testing.T) {
	dir, out := ledgerOf(t, faulty), t.TempDir()
	book := &grid.Book{}
	for _, name := range []string{"参加者", "作業ログ"} {
		part, findings, err := sheet.Open(dir, name+".csv", sheet.Options{})
		if err != nil || part == nil {
			t.Fatal(findings, err)
		}
		book.Sheets = append(book.Sheets, part.Sheets...)
		if err := os.Remove(filepath.Join(dir, name+".csv")); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(dir, "台帳.xls"), bifftest.File(book), 0o644); err != nil {
		t.Fatal(err)
	}
	_, stderr := pilot90(t, exitFindings, "check", dir, "--as-of", "2025-08-31", "--format", "xlsx", "--out", out)
	if !strings.Contains(stderr, "台帳.xls は古い形式（.xls）のため、写しは Excel ブック（.xlsx）として") {
		t.Errorf("stderr: %q", stderr)
	}
	copied := opened(t, filepath.Join(out, "台帳.xls.xlsx"), "")
	if got := copied.GetSheetList(); !slices.Equal(got, []string{"点検結果", "参加者", "作業ログ"}) {
		t.Errorf("sheets %v", got)
	}
	if text, err := copied.GetCellValue("作業ログ", "D2"); text != "半日" || err != nil ||
		!isMarked(t, copied, "作業ログ", "D2", "C109") {
		t.Errorf("D2 = %q (%v), or it is not marked", text, err)
	}
}

// TestCopyOfOpenDocument: the copy of an .ods is an .xlsx with all its sheets, and that is said.
func TestCopyOfOpenDocument(t *testing.T) {
	dir, out := ledgerOf(t, faulty), t.TempDir()
	for _, name := range []string{"参加者", "作業ログ"} {
		text, err := os.ReadFile(filepath.Join(dir, name+".csv"))
		if err != nil {
			t.Fatal(err)
		}
		data := sheettest.OpenDocument(t, sheettest.Table(name, string(text)), sheettest.Table("メモ", "控え"))
		if err := os.WriteFile(filepath.Join(dir, name+".ods"), data, 0o644); err != nil {
			t.Fatal(err)
		}
		if err := os.Remove(filepath.Join(dir, name+".csv")); err != nil {
			t.Fatal(err)
		}
	}
	_, stderr := pilot90(t, exitFindings, "check", dir, "--as-of", "2025-08-31", "--format", "xlsx", "--out", out)
	if !strings.Contains(stderr, "作業ログ.ods は LibreOffice などの形式（.ods）のため、写しは Excel ブック（.xlsx）として") {
		t.Errorf("stderr: %q", stderr)
	}
	copied := opened(t, filepath.Join(out, "作業ログ.ods.xlsx"), "")
	if got := copied.GetSheetList(); !slices.Equal(got, []string{"点検結果", "作業ログ", "メモ"}) {
		t.Errorf("sheets %v", got)
	}
	if text, err := copied.GetCellValue("作業ログ", "D2"); text != "半日" || err != nil ||
		!isMarked(t, copied, "作業ログ", "D2", "C109") {
		t.Errorf("D2 = %q (%v), or it is not marked", text, err)
	}
}

// stylesInUTF16 writes a workbook again with its style table in UTF-16.
func stylesInUTF16(t *testing.T, name string) {
	t.Helper()
	old, err := zip.OpenReader(name)
	if err != nil {
		t.Fatal(err)
	}
	defer old.Close()
	var data bytes.Buffer
	z := zip.NewWriter(&data)
	for _, f := range old.File {
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		part, err := io.ReadAll(in)
		if f.Name == "xl/styles.xml" {
			text := strings.Replace(string(part), `encoding="UTF-8"`, `encoding="UTF-16"`, 1)
			part = []byte{0xfe, 0xff}
			for _, unit := range utf16.Encode([]rune(text)) {
				part = append(part, byte(unit>>8), byte(unit))
			}
		}
		w, createErr := z.Create(f.Name)
		if err = errors.Join(err, createErr); err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write(part); err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(z.Close(), os.WriteFile(name, data.Bytes(), 0o644)); err != nil {
		t.Fatal(err)
	}
}

// TestEveryErrorIsMarked: whatever the names of files are, the cell of each error has its colour
// and note in one of the copies.
func TestEveryErrorIsMarked(t *testing.T) {
	long := "令和7年度在宅ワーク推進事業_みどり野町役場_作業ログ_上半期分_'修正版'[2]"
	dir := ledgerOf(t, map[string]string{"参加者.csv": faulty["参加者.csv"], "案件.csv": faulty["案件.csv"],
		long + ".csv": faulty["作業ログ.csv"]})
	out := t.TempDir()
	pilot90(t, exitFindings, "check", dir, "--as-of", "2025-08-31", "--format", "xlsx", "--out", out)
	for file, refs := range map[string][]string{long + ".csv.xlsx": {"D2", "D3", "D4"}, "案件.csv.xlsx": {"D3"}} {
		book := opened(t, filepath.Join(out, file), "")
		for _, ref := range refs {
			if !isMarked(t, book, book.GetSheetList()[1], ref, "C10") {
				t.Errorf("%s: %s is not marked", file, ref)
			}
		}
	}
}
