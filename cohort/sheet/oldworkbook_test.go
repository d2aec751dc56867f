package sheet

import (
	"encoding/binary"
	"errors"
	"strings"
	"testing"

	"pilot90/cohort/sheet/grid"
)

// TestOldWorkbook finds the stream of the workbook among others.
func TestOldWorkbook(t *testing.T) {
	data := strings.Repeat("0123456789", 20_000) // of more than one piece
	root := treeEntry{"Root Entry", 5, noEntry, 1}
	stream := func(name string, right uint32) treeEntry { return treeEntry{name, 2, right, noEntry} }
	deep := []treeEntry{root, stream("Workbook", 2)}
	for i := len(deep); i < maxEntries; i++ {
		deep = append(deep, stream("a", uint32(i+1)))
	}
	for _, c := range []struct {
		name    string
		entries []treeEntry
		code    string
		found   bool
	}{
		{"Workbook", []treeEntry{root, stream("Workbook", noEntry)}, "", true},
		{"in capitals", []treeEntry{root, stream("WORKBOOK", noEntry)}, "", true},
		{"Book", []treeEntry{root, stream("Book", noEntry)}, "", true},
		{"none", []treeEntry{root, stream("WordDocument", noEntry)}, "", false},
		{"in a storage", []treeEntry{root, {"ObjectPool", 1, noEntry, 2}, stream("Workbook", noEntry)}, "", false},
		{"too many entries", append(deep, stream("b", noEntry)), grid.CodeLimit, false},
		{"a tree without end", []treeEntry{root, stream("Workbook", 1)}, grid.CodeUnreadable, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := oldWorkbook(compoundTree(data, c.entries...))
			f, _ := errors.AsType[*grid.Fault](err)
			if (err == nil) != (c.code == "") || f != nil && f.Code != c.code {
				t.Fatalf("error %v, want %q", err, c.code)
			}
			if string(got) == data != c.found || !c.found && got != nil {
				t.Errorf("%d bytes of %d", len(got), len(data))
			}
		})
	}
}

// TestNewerWorkbookCounts: Excel can write a workbook for Excel 95 and itself into one file.
func TestNewerWorkbookCounts(t *testing.T) {
	for _, names := range [][2]string{{"Book", "Workbook"}, {"Workbook", "Book"}} {
		raw := compoundTree(strings.Repeat("x", 8000), treeEntry{"Root Entry", 5, noEntry, 1},
			treeEntry{names[0], 2, 2, noEntry}, treeEntry{names[1], 2, noEntry, noEntry})
		size := raw[512+128+120:] // of the first stream
		if names[0] == "Book" {
			size = raw[512+2*128+120:]
		}
		binary.LittleEndian.PutUint32(size, 5000)
		if got, err := oldWorkbook(raw); err != nil || len(got) != 5000 {
			t.Errorf("%v: %d bytes, %v", names, len(got), err)
		}
	}
}

// TestCutContainer: no part of a container is taken for the whole.
func TestCutContainer(t *testing.T) {
	const size, directory, content = 512, 1, 16 // sectors of the directory and of the stream
	root, workbook := treeEntry{"Root Entry", 5, noEntry, 1}, treeEntry{"Workbook", 2, noEntry, noEntry}
	raw := compoundTree(strings.Repeat("x", 8000), root, workbook)
	for n := 0; n < (1+directory+content)*size; n += 100 {
		if got, err := oldWorkbook(raw[:n]); err == nil {
			t.Errorf("%d bytes of the first %d", len(got), n)
		}
	}
	chain := raw[(1+directory+content)*size:] // where each sector's next one stands
	for name, next := range map[string]uint32{"ends early": 0xfffffffe, "leads out of the file": 5000} {
		binary.LittleEndian.PutUint32(chain[4*(directory+3):], next)
		_, err := oldWorkbook(raw)
		if f, ok := errors.AsType[*grid.Fault](err); !ok || f.Code != grid.CodeCutOff {
			t.Errorf("a chain that %s: %v", name, err)
		}
	}
}
