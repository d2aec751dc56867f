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

// sameThing are the names that are a word of the glossary and mean what it says, though their type is another: the text
// of one, a view of one on a page, what is done with one.
var sameThing = []string{
	"Fault cmd/pilot90/web/settings", "Faults cmd/pilot90/web", "Finding cmd/pilot90/web",
	"Findings cmd/pilot90/web", "Plan report/edition", "Plan templates", "Plans templates", "Rule cmd/pilot90/web",
	"Rule report/bridge", "Subjects kpi/survival",
}

// TestOneWordForFields: a field, method, function, constant or variable with the name of a word that has a type of its
// own in the glossary is of that type, or of one made of it, or is among those that mean the same.
func TestOneWordForFields(t *testing.T) {
	words := map[string]string{}
	for _, row := range glossaryRow.FindAllStringSubmatch(contributing(t), -1) {
		if strings.TrimSpace(row[2]) != "" {
			words[row[1]], words[row[1]+"s"] = row[1], row[1]
		}
	}
	used := map[string]bool{}
	for _, path := range sources(t) {
		if strings.HasSuffix(path, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		room := filepath.ToSlash(filepath.Dir(path))
		ast.Inspect(file, func(n ast.Node) bool {
			for _, d := range namedIn(n) {
				word := words[d.name]
				if word == "" || ofType(d.of, word) {
					continue
				}
				used[d.name+" "+room] = true
				if !slices.Contains(sameThing, d.name+" "+room) {
					t.Errorf("%s names a %s that is none of the glossary in CONTRIBUTING.md", path, d.name)
				}
			}
			return true
		})
	}
	for _, one := range sameThing {
		if !used[one] {
			t.Errorf("%q is not in the program any more", one)
		}
	}
}

// naming is a name that something has, and what its type is written as.
type naming struct {
	name string
	of   ast.Node
}

// namedIn are the fields, methods, functions, constants and variables that a node names.
func namedIn(n ast.Node) (all []naming) {
	add := func(names []*ast.Ident, of ast.Node) {
		for _, name := range names {
			all = append(all, naming{name.Name, of})
		}
	}
	fields := func(list *ast.FieldList) {
		for _, f := range list.List {
			add(f.Names, f.Type)
		}
	}
	switch n := n.(type) {
	case *ast.FuncDecl:
		add([]*ast.Ident{n.Name}, n.Type)
	case *ast.ValueSpec:
		add(n.Names, n)
	case *ast.StructType:
		fields(n.Fields)
	case *ast.InterfaceType:
		fields(n.Methods)
	}
	return all
}

// ofType reports whether a type is written with a word in it: setting.Clock, []Mark, editionView.
func ofType(of ast.Node, word string) (is bool) {
	named := of
	if value, ok := of.(*ast.ValueSpec); ok {
		if value.Type == nil {
			return false
		}
		named = value.Type
	}
	ast.Inspect(named, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && strings.Contains(strings.ToLower(id.Name), strings.ToLower(word)) {
			is = true
		}
		return !is
	})
	return is
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
