package edition

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"pilot90/cohort/setting"
	"pilot90/kpi/disclose"
	"pilot90/report"
)

// TestWriteFolder: a folder appears whole or not at all, and takes no other's place.
func TestWriteFolder(t *testing.T) {
	root := t.TempDir()
	target := filepath.Join(root, "editions", "2026-03-31-hub")
	impossible := []report.File{{Name: "a", Data: []byte("a file")}, {Name: "a/b", Data: []byte("inside a file")}}
	if err := WriteFolder(t.Context(), target, impossible); err == nil {
		t.Fatal("a file inside a file must be an error")
	}
	if left, err := os.ReadDir(root); err != nil || len(left) != 0 {
		t.Errorf("a failure leaves %v behind (%v)", left, err)
	}
	if err := WriteFolder(t.Context(), target, []report.File{{Name: "記録/3月.csv", Data: []byte("x")}}); err != nil {
		t.Fatal(err)
	}
	if data, err := os.ReadFile(filepath.Join(target, "記録", "3月.csv")); err != nil || string(data) != "x" {
		t.Errorf("read back %q, %v", data, err)
	}
	if err := WriteFolder(t.Context(), target, impossible); !errors.Is(err, fs.ErrExist) {
		t.Errorf("an existing folder: error %v, want fs.ErrExist", err)
	}
	if left, _ := os.ReadDir(filepath.Dir(target)); len(left) != 1 {
		t.Errorf("%d entries, want the edition alone", len(left))
	}
}

// TestCompareInputs: every way in which a file can stand to the manifest.
func TestCompareInputs(t *testing.T) {
	sealed := []Hashed{{"a.csv", "1"}, {"b.csv", "2"}, {"c.csv", "3"}}
	now := []Hashed{{"a.csv", "1"}, {"b.csv", "9"}, {"d.csv", "4"}}
	got := compareInputs(sealed, now)
	want := []FileState{{"b.csv", Changed}, {"c.csv", Missing}, {"d.csv", Added}}
	if len(got) != len(want) {
		t.Fatalf("%v, want %v", got, want)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("%v, want %v", got[i], want[i])
		}
	}
	if got := compareInputs(nil, now); len(got) != 0 {
		t.Errorf("a manifest that names no files: %v, want nothing named", got)
	}
}

// TestInputsStayInTheHub: outside the hub a manifest says nothing of the files, not even a hash: a row can be found
// from that by trying.
func TestInputsStayInTheHub(t *testing.T) {
	files := []Hashed{{"pilot.toml", "0"}, {"作業ログ_佐藤花子.csv", "1"}}
	for _, edition := range []string{"grant", "council", "public", "town"} {
		in := inputsFor(disclose.ProfileOf(edition, setting.Default().Privacy), files)
		if in.SHA256 != "" || in.Files != nil {
			t.Errorf("%s: the manifest holds %+v", edition, in)
		}
	}
	if in := inputsFor(disclose.Profile{Name: "hub"}, files); in.SHA256 == "" || len(in.Files) != 2 {
		t.Errorf("hub: the manifest holds %+v", in)
	}
}
