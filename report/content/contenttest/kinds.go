// Package contenttest tells tests what package content declares, so that what draws charts is tried with
// every kind. Nothing of it is in the program.
package contenttest

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strconv"
	"testing"

	"pilot90/report/content"
)

// Kinds are the chart kinds that package content, whose folder is given, declares, in their order.
func Kinds(t *testing.T, folder string) (kinds []content.ChartKind) {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), filepath.Join(folder, "chart.go"), nil, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	ast.Inspect(file, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok || len(spec.Values) != 1 {
			return true
		}
		if kind, ok := spec.Type.(*ast.Ident); ok && kind.Name == "ChartKind" {
			name, err := strconv.Unquote(spec.Values[0].(*ast.BasicLit).Value)
			if err != nil {
				t.Fatal(err)
			}
			kinds = append(kinds, content.ChartKind(name))
		}
		return true
	})
	if len(kinds) < 10 {
		t.Fatalf("content declares the kinds %v only", kinds)
	}
	return kinds
}
