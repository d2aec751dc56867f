package block

import (
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pilot90/kpi/catalog"
)

// topics are the files of report that name figures, and why: each says in words of its own what they mean.
// All else that is to be known of a figure stands in its definition, so a file comes onto this list only with words of
// its own.
var topics = map[string]string{
	"block/revenue_years.go":    "draws revenue by fiscal year",
	"block/income_bands.go":     "draws the bands of monthly income",
	"block/contract_curve.go":   "draws the one curve of contracts",
	"block/worker_curve.go":     "draws the one curve of workers",
	"block/questions.go":        "answers questions of the assembly from figures",
	"block/council_title.go":    "says of first incomes what they are, not their title",
	"block/cohort_words.go":     "says in words who is counted by the figures by which cohorts are compared",
	"block/conclusion.go":       "tells course, goals and money in three sentences",
	"block/contract_lengths.go": "draws the contracts behind their mean",
	"block/front_chart.go":      "draws students by the two figures of the education model",
	"block/precedent_dots.go":   "sets only those beside the nation whose cycle is over",
	"block/target_cards.go":     "says of how many enrolled a count is, but of the count of those",
	"block/failures.go":         "tells what is behind three misses",
	"block/slide_cover.go":      "says the result and its cost in one sentence each",
	"block/slide_income.go":     "says what a typical month is, and an hour",
	"block/slide_lengths.go":    "draws the contracts behind their mean",
	"block/slide_money.go":      "says what a result cost, and what was sold",
	"block/slide_months.go":     "says how contracts changed from month to month, and their share of all",
	"block/slide_next.go":       "notes where late payments are from",
	"block/slide_stages.go":     "tells who came within the cycle from who came later",
	"block/slide_years.go":      "notes where the revenue of years is from",
	"block/slide_targets.go":    "names three figures as they are called in a hall",
	"block/errands.go":          "counts late payments",
	"block/goal_row.go":         "says of how many residents earned for the first time",
	"block/headline_public.go":  "says what came of it for residents",
	"block/in_words.go":         "tells course, contracts and money in sentences",
	"block/learned.go":          "tells residents what was missed",
	"block/money_lines.go":      "tells residents of income, cost and sales",
	"block/public_cards.go":     "names three figures as residents say them",
	"block/public_steps.go":     "tells first incomes of residents from all",
	"block/coming.go":           "works out what the next year's contracts and payments take",
	"rollup/bridges.go":         "splits the change of revenue by the share that recurs",
	"rollup/cohorts.go":         "counts of each cohort the residents with a first income",
	"rollup/lengths.go":         "groups how long contracts and workers have gone on",
	"rollup/outer.go":           "limits what is told by how many are registered in all towns",
	"rollup/paper_each.go":      "sets main figures of each town in a row",
	"rollup/paper_hubs.go":      "sets the parts of a hub under each other that add up",
	"rollup/paper_limits.go":    "draws shares of towns of different size by the limits of chance",
	"rollup/paper_ways.go":      "tells how far people of all towns came",
	"rollup/practice.go":        "chooses what says how a pilot is run, not what came of it",
	"block/week_changes.go":     "tells the revenue so far, a week ago and now",
	"block/grant_before.go":     "lists what could be an indicator of a grant",
	"block/grant_entries.go":    "prints what a grant cost by fund",
	"block/grant_words.go":      "says what a result cost",
	"xlsx/grant_cost.go":        "writes what a grant cost by fund",
}

// TestNamedFigures: no file of report names a figure of the catalogue but those that are about it.
func TestNamedFigures(t *testing.T) {
	var ids []string
	for _, d := range catalog.All() {
		if d.Expand == nil { // else it is the beginning of what a ledger names itself
			ids = append(ids, d.ID)
		}
	}
	if len(ids) < 50 {
		t.Fatalf("%d figures in the catalogue", len(ids))
	}
	naming := map[string][]string{}
	err := filepath.WalkDir("..", func(path string, _ os.DirEntry, err error) error {
		if err == nil && strings.HasSuffix(path, ".go") && !strings.HasSuffix(path, "_test.go") {
			file := strings.TrimPrefix(filepath.ToSlash(path), "../")
			for _, text := range literals(t, path) {
				if id, _, _ := strings.Cut(text, "."); slices.Contains(ids, id) {
					naming[file] = append(naming[file], text)
				}
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range slices.Sorted(maps.Keys(naming)) {
		if topics[file] == "" {
			t.Errorf("report/%s names %q; say in the definition of the figure what is to be known of it", file, naming[file])
		}
	}
	for file := range topics {
		if len(naming[file]) == 0 {
			t.Errorf("report/%s names no figure any more; take it off the list", file)
		}
	}
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
