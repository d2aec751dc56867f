package chart

import (
	"go/ast"
	"go/parser"
	"go/token"
	"slices"
	"strconv"
	"testing"
)

// TestEveryKindOfContentHasAPainter: the kinds of chart that package content declares are those that are drawn, in
// the same order.
func TestEveryKindOfContentHasAPainter(t *testing.T) {
	file, err := parser.ParseFile(token.NewFileSet(), "../content/chart.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var declared []string
	ast.Inspect(file, func(n ast.Node) bool {
		c, ok := n.(*ast.ValueSpec)
		if !ok {
			return true
		}
		if kind, ok := c.Type.(*ast.Ident); ok && kind.Name == "ChartKind" {
			name, err := strconv.Unquote(c.Values[0].(*ast.BasicLit).Value)
			if err != nil {
				t.Fatal(err)
			}
			declared = append(declared, name)
		}
		return true
	})
	var drawn []string
	for _, k := range Kinds() {
		drawn = append(drawn, string(k))
	}
	if len(declared) == 0 || !slices.Equal(declared, drawn) {
		t.Errorf("content declares %q, drawn are %q", declared, drawn)
	}
}
