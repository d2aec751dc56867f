package pilot90

import (
	"go/ast"
	"go/parser"
	"go/token"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// TestPatterns compiles the text of every pattern.New of the tree: nobody does before it is used for the first time.
func TestPatterns(t *testing.T) {
	checked := 0
	for _, path := range sources(t) {
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok || !isPatternNew(call.Fun) || strings.HasSuffix(path, "_test.go") {
				return true
			}
			if _, err := regexp.Compile(patternText(t, call.Args[0])); err != nil {
				t.Errorf("%s: %v", path, err)
			}
			checked++
			return true
		})
	}
	if checked < 100 {
		t.Errorf("found %d patterns only", checked)
	}
}

func isPatternNew(fun ast.Expr) bool {
	call, ok := fun.(*ast.SelectorExpr)
	if !ok || call.Sel.Name != "New" {
		return false
	}
	of, ok := call.X.(*ast.Ident)
	return ok && of.Name == "pattern"
}

// patternText is the text of an expression; a name or a call in it stands for one letter.
func patternText(t *testing.T, e ast.Expr) string {
	switch e := e.(type) {
	case *ast.BasicLit:
		text, err := strconv.Unquote(e.Value)
		if err != nil {
			t.Fatal(err)
		}
		return text
	case *ast.BinaryExpr:
		return patternText(t, e.X) + patternText(t, e.Y)
	}
	return "x"
}
