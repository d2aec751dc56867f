package web

import (
	"net/http"
	"os"
	"strings"
	"testing"
)

// TestCleanName: what becomes of the names that a browser sends.
func TestCleanName(t *testing.T) {
	for name, want := range map[string]string{ // "" = not taken
		"台帳.xlsx":                         "台帳.xlsx",
		"ledger/作業ログ/2025-07.CSV":         "ledger/作業ログ/2025-07.CSV",
		`ledger\作業 ログ.csv`:                "ledger/作業 ログ.csv",
		"/abs/台帳.xlsx":                    "abs/台帳.xlsx",
		"./a//b.tsv":                      "a/b.tsv",
		"pilot.toml":                      "pilot.toml",
		"=cmd|'/C calc'!A0.csv":           "=cmd|'/C calc'!A0.csv",
		"古い.xls":                          "古い.xls", // read like an .xlsx
		"LibreOffice.ods":                 "LibreOffice.ods",
		"../台帳.xlsx":                      "",
		"a/../../b.csv":                   "",
		`..\..\b.csv`:                     "",
		`C:\Users\b.csv`:                  "",
		"a.csv:stream":                    "",
		"a\x00.csv":                       "",
		"a\n.csv":                         "",
		"~$台帳.xlsx":                       "",
		".隠し.csv":                         "",
		"other.toml":                      "",
		"写真.jpg":                          "",
		"":                                "",
		"/":                               "",
		strings.Repeat("長", 400) + ".csv": "",
	} {
		got, ok := cleanName(name)
		if !ok {
			got = ""
		}
		if got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
}

// TestUpload: a folder that was dropped is read in memory, without the folder's own name; nothing
// reaches the disk; reports stay in memory until a folder is chosen.
func TestUpload(t *testing.T) {
	s := serve(t)
	t.Chdir(t.TempDir())
	got := s.drop("緑野/参加者.csv", small["参加者.csv"], "緑野/案件.csv", small["案件.csv"], "緑野/作業ログ.csv", small["作業ログ.csv"],
		"緑野/~$案件.xlsx", "lock", "緑野/写真.jpg", "jpg", "../../evil.csv", "x")
	if got.status != http.StatusSeeOther {
		t.Fatalf("%d\n%s", got.status, got.text)
	}
	if got := s.get("/check"); !strings.Contains(got.text, "「すこし」") || !strings.Contains(got.text, "緑野") {
		t.Errorf("the findings are not shown:\n%s", got.text)
	}
	if got := s.get("/cells?file=作業ログ.csv&sheet=作業ログ&range=D4"); !strings.Contains(got.text, "すこし") {
		t.Error("the row is not shown")
	}
	if got := s.post("/make", "make", "hub/html"); got.status != http.StatusSeeOther {
		t.Fatalf("%d", got.status)
	}
	if got := s.get("/report"); !strings.Contains(got.text, "パソコンには書き出していません") || len(s.program.placed) > 0 {
		t.Errorf("placed %v", s.program.placed)
	}
	if files, err := os.ReadDir("."); err != nil || len(files) > 0 || s.program.saved != nil {
		t.Errorf("on the disk: %v %v", files, err)
	}
	dir := t.TempDir()
	if got := s.post("/save", "folder", dir); got.status != http.StatusSeeOther || len(s.program.saved) != 3 ||
		s.program.saved["参加者.csv"] == nil {
		t.Errorf("saving: %d, %d files", got.status, len(s.program.saved))
	}
}

// TestUploadNothing: without a file of a ledger the old one stays.
func TestUploadNothing(t *testing.T) {
	s := serve(t)
	s.folder()
	for _, files := range [][]string{{}, {"写真.jpg", "jpg", "メモ.docx", "docx"}, {"../a.csv", "x"}} {
		got := s.drop(files...)
		if got.status != http.StatusUnprocessableEntity || !strings.Contains(got.text, "台帳に使うファイル") {
			t.Errorf("%v: %d", files, got.status)
		}
	}
	if got := s.do("POST", "/upload", strings.NewReader("no form"), nil); got.status != http.StatusUnprocessableEntity {
		t.Errorf("no form: %d", got.status)
	}
	if s.desk.current().source.inMemory() {
		t.Error("the open ledger was given up")
	}
}
