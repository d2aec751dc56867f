package catalog

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// asLedgers are the folders that name figures as a ledger or its reader does: they write pilot.toml, or work figures
// out anew to hold ours against them.
var asLedgers = []string{"samples", "bench", "cohort/yearstest", "cohort/blank"}

// TestNamedFigures: no code outside this folder names a figure. What is to be known of one stands in its definition:
// what it is to papers (Topic, Reach), to rules (Ends, Limits) and beside others (Theme); what is shown where is named
// by the plans of package templates. Examples of commands and forms name figures as a user would.
func TestNamedFigures(t *testing.T) {
	var ids []string
	for _, d := range All() {
		if d.Expand == nil { // else it is the beginning of what a ledger names itself
			ids = append(ids, d.ID)
		}
	}
	if len(ids) < 50 {
		t.Fatalf("%d figures in the catalogue", len(ids))
	}
	looked := 0
	err := filepath.WalkDir("../..", func(path string, e os.DirEntry, err error) error {
		file := strings.TrimPrefix(filepath.ToSlash(path), "../../")
		switch {
		case err != nil:
			return err
		case e.IsDir() && (slices.Contains(asLedgers, file) || file == "kpi/catalog" || file == "node_modules" ||
			strings.HasPrefix(e.Name(), ".") && e.Name() != ".." && file != ""):
			return filepath.SkipDir
		case !strings.HasSuffix(file, ".go") || strings.HasSuffix(file, "_test.go"):
			return nil
		}
		looked++
		for _, text := range literals(t, path) {
			if id := namedIn(text, ids); id != "" {
				t.Errorf("%s names %q; say in the definition of the figure what is to be known of it", file, id)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if looked < 300 {
		t.Errorf("only %d files were looked at", looked)
	}
}

// namedIn is the first word of a text that is an id, or the beginning of a part of one; "" where none is. In a sentence
// an id is known by its underline. What stands behind the name of the program or between braces is an example.
func namedIn(text string, ids []string) string {
	if strings.Contains(text, "pilot90 explain ") || strings.Contains(text, "{{") {
		return ""
	}
	words := strings.Fields(text)
	for _, word := range words {
		id, _, _ := strings.Cut(word, ".")
		if slices.Contains(ids, id) && (len(words) == 1 || strings.Contains(id, "_")) {
			return id
		}
	}
	return ""
}

// literals are the texts in the code of a file.
func literals(t *testing.T, path string) []string {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	var texts []string
	ast.Inspect(file, func(n ast.Node) bool {
		if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
			text, err := strconv.Unquote(lit.Value)
			if err != nil {
				t.Fatal(err)
			}
			texts = append(texts, text)
		}
		return true
	})
	return texts
}
