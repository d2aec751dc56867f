package catalog

import (
	"go/ast"
	"go/parser"
	"go/token"
	"strconv"
	"testing"

	"pilot90/cohort/setting"
	"pilot90/kpi"
	"pilot90/kpi/facts"
	"pilot90/kpi/result"
)

// declaredOf are the values of the constants of a type that a file of package kpi declares.
func declaredOf(t *testing.T, path, typ string) (values []string) {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	ast.Inspect(file, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok {
			return true
		}
		if name, ok := spec.Type.(*ast.Ident); ok && name.Name == typ {
			value, err := strconv.Unquote(spec.Values[0].(*ast.BasicLit).Value)
			if err != nil {
				t.Fatal(err)
			}
			values = append(values, value)
		}
		return true
	})
	if len(values) < 5 {
		t.Fatalf("%s declares %q of type %s", path, values, typ)
	}
	return values
}

// TestEachTopicHasAFigure: papers and rules find one figure for each topic, theme and point of the checklist that
// package kpi declares: of a topic exactly one, of a theme and a point one or more.
func TestEachTopicHasAFigure(t *testing.T) {
	topics, themes, points := map[string]int{}, map[string]int{}, map[string]int{}
	for _, d := range all {
		topics[string(d.Topic)]++
		themes[string(d.Theme)]++
		for _, l := range d.Limits {
			points[string(l.Point)]++
		}
	}
	for _, topic := range declaredOf(t, "../topic.go", "Topic") {
		if topics[topic] != 1 {
			t.Errorf("%d figures have the topic %s, want one", topics[topic], topic)
		}
		if d := kpi.DefinitionOf(all, kpi.Topic(topic)); d == nil || string(d.Topic) != topic {
			t.Errorf("the definition of %s is not found", topic)
		}
	}
	for _, theme := range declaredOf(t, "../topic.go", "Theme") {
		if themes[theme] == 0 {
			t.Errorf("no figure has the theme %s", theme)
		}
	}
	for _, point := range declaredOf(t, "../limit.go", "Asked") {
		if points[point] == 0 {
			t.Errorf("no figure answers %s", point)
		}
		delete(points, point)
	}
	if len(points) > 0 {
		t.Errorf("points that no checklist has: %v", points)
	}
}

// TestEachStageHasOneShare: of those who came to a stage there is one share, and it is a share; each point of the
// checklist is asked, that of pay and payments after what is a matter of degree.
func TestEachStageHasOneShare(t *testing.T) {
	shares := map[facts.Stage]int{}
	for _, d := range all {
		if d.Reach == nil {
			continue
		}
		if want := map[bool]kpi.Unit{true: kpi.Count, false: kpi.Ratio}[d.Reach.Newcomers]; d.Unit != want {
			t.Errorf("%s is compared as %s, and is %s", d.ID, want, d.Unit)
		}
		if !d.Reach.Newcomers {
			shares[d.Reach.Stage]++
		}
	}
	for stage, n := range shares {
		if n != 1 {
			t.Errorf("%d shares of %s", n, stage)
		}
	}
	for _, s := range []facts.Stage{facts.TrainingCompleted, facts.OJTStarted, facts.FirstIncome, facts.RecurringWork,
		facts.Retained} {
		if shares[s] == 0 {
			t.Errorf("no share of %s", s)
		}
	}
	for _, c := range result.Checklist(all, nil, setting.Thresholds{}) {
		var grave bool
		for _, one := range c.Conditions {
			if grave && !one.Grave {
				t.Errorf("%s: %s is a matter of degree and stands behind what is none", c.ID, one.Figure)
			}
			grave = grave || one.Grave
		}
		if len(c.Conditions) == 0 || c.Status != result.Unknown {
			t.Errorf("%s without figures: %d conditions, %s", c.ID, len(c.Conditions), c.Status)
		}
	}
}
