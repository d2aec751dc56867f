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

// others are words for a fault that nothing is called that is declared: a finding or a fault is said.
var others = []string{"Trouble", "Problem", "Issue", "Defect", "Flaw", "Mistake", "Complaint", "Leak"}

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

// TestOneWordForAFault: no type, function, field, constant or variable of a package has another word for a fault in its
// name.
func TestOneWordForAFault(t *testing.T) {
	seen := 0
	for _, path := range sources(t) {
		if strings.HasSuffix(path, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range declaredIn(file) {
			seen++
			for _, word := range others {
				if strings.Contains(strings.ToLower(name), strings.ToLower(word)) {
					t.Errorf("%s declares %s: it is a finding, a fault or an error", path, name)
				}
			}
		}
	}
	if seen < 5000 {
		t.Errorf("%d names only", seen)
	}
}

// declaredIn are the names that a file declares for its package, with those of fields and methods.
func declaredIn(file *ast.File) (names []string) {
	add := func(all ...*ast.Ident) {
		for _, one := range all {
			names = append(names, one.Name)
		}
	}
	for _, d := range file.Decls {
		switch d := d.(type) {
		case *ast.FuncDecl:
			add(d.Name)
		case *ast.GenDecl:
			for _, s := range d.Specs {
				switch s := s.(type) {
				case *ast.ValueSpec:
					add(s.Names...)
				case *ast.TypeSpec:
					add(s.Name)
					if fields, ok := s.Type.(*ast.StructType); ok {
						for _, f := range fields.Fields.List {
							add(f.Names...)
						}
					}
				}
			}
		}
	}
	return names
}
