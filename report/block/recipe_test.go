package block

import (
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// declared finds the name of the kind that a file declares.
var declared = regexp.MustCompile(`(?m)^var \w+ = Kind\{\n\tName:\s+"([^"]+)"`)

// TestEveryKindIsAFile: a kind of block is declared in the file of its name, at most one in a file, and each of
// them is in the list.
func TestEveryKindIsAFile(t *testing.T) {
	paths, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]bool{}
	for _, path := range paths {
		source, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasSuffix(path, "_test.go") {
			continue
		}
		for _, m := range declared.FindAllSubmatch(source, -1) {
			name := string(m[1])
			files[name] = true
			if name+".go" != path {
				t.Errorf("%s declares the kind %s; want it in %s.go", path, name, name)
			}
		}
	}
	var listed []string
	for _, k := range everyKind {
		listed = append(listed, k.Name)
	}
	if found := slices.Sorted(maps.Keys(files)); !slices.Equal(found, listed) {
		t.Errorf("the files declare %q, the list has %q", found, listed)
	}
}
