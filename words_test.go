package pilot90

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// glossaryRow is a row of the table in CONTRIBUTING.md: the word, and the packages that may declare a type of the name.
var glossaryRow = regexp.MustCompile(`(?m)^\| ([A-Z][a-z]+) \| [^|]+ \| ([^|]*) \|$`)

// others are words for a fault that no type has: a finding or a fault is said.
var others = []string{"Trouble", "Problem", "Issue", "Defect", "Flaw", "Mistake", "Complaint"}

// TestOneWord: a type that has the name of a word of the glossary is declared where the glossary says, and no type has
// another word for a fault.
func TestOneWord(t *testing.T) {
	text, err := os.ReadFile("CONTRIBUTING.md")
	if err != nil {
		t.Fatal(err)
	}
	homes := map[string][]string{}
	for _, word := range others {
		homes[word] = nil
	}
	rows := glossaryRow.FindAllStringSubmatch(string(text), -1)
	if len(rows) < 9 {
		t.Fatalf("the glossary has %d words", len(rows))
	}
	for _, row := range rows {
		for _, room := range strings.Split(row[2], ",") {
			homes[row[1]] = append(homes[row[1]], strings.Trim(room, " `"))
		}
	}
	found := map[string]bool{}
	for _, at := range exportedTypes(t) {
		word, room, _ := strings.Cut(at, " ")
		allowed, isWord := homes[word]
		if !isWord {
			continue
		}
		found[at] = true
		if !slices.Contains(allowed, room) {
			t.Errorf("package %s declares a type %s, which is a word of the glossary in CONTRIBUTING.md for another thing", room,
				word)
		}
	}
	for word, allowed := range homes {
		for _, room := range allowed {
			if room != "" && !found[word+" "+room] {
				t.Errorf("the glossary says that %s is declared in %s", word, room)
			}
		}
	}
}

// exportedTypes are those of all packages: "Name folder".
func exportedTypes(t *testing.T) (all []string) {
	t.Helper()
	for _, top := range []string{"cmd", "cohort", "kpi", "report"} {
		err := filepath.WalkDir(top, func(path string, _ os.DirEntry, err error) error {
			if err != nil || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
				return err
			}
			file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
			if err != nil {
				return err
			}
			for _, d := range file.Decls {
				group, ok := d.(*ast.GenDecl)
				if !ok || group.Tok != token.TYPE {
					continue
				}
				for _, s := range group.Specs {
					if name := s.(*ast.TypeSpec).Name.Name; ast.IsExported(name) {
						all = append(all, name+" "+filepath.ToSlash(filepath.Dir(path)))
					}
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return all
}
