package report

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"pilot90/cohort/lang"
	"pilot90/cohort/setting"
	"pilot90/kpi"
	"pilot90/kpi/catalog"
	"pilot90/kpi/result"
	"pilot90/report/block"
	"pilot90/report/plan"
	"pilot90/templates"
)

// newName is what the test calls a figure.
func newName(id string) string { return "renamed_" + id }

// renamedCatalogue is the catalogue with every figure of its own named anew; those that a ledger names stay as they
// are.
func renamedCatalogue() (defs []kpi.Definition, ids []string) {
	for _, d := range catalog.All() {
		if d.Expand == nil {
			ids = append(ids, d.ID)
			d.ID = newName(d.ID)
		}
		if d.Line.Figure != "" {
			d.Line.Figure = newName(d.Line.Figure)
		}
		if d.Table != nil {
			table := *d.Table
			table.Columns = slices.Clone(table.Columns)
			for i := range table.Columns {
				table.Columns[i].Total = newName(table.Columns[i].Total)
			}
			d.Table = &table
		}
		defs = append(defs, d)
	}
	return defs, ids
}

// renameTargets names the figures of a pilot.toml anew.
func renameTargets(p *setting.Pilot, own func(id string) bool) {
	anew := func(of map[string]float64) map[string]float64 {
		out := map[string]float64{}
		for id, v := range of {
			if own(id) {
				id = newName(id)
			}
			out[id] = v
		}
		return out
	}
	p.Targets, p.YearTargets = anew(p.Targets), maps.Clone(p.YearTargets)
	for year, of := range p.YearTargets {
		p.YearTargets[year] = anew(of)
	}
	for i := range p.Grants {
		for k := range p.Grants[i].KPIs {
			if figure := &p.Grants[i].KPIs[k].Figure; own(*figure) {
				*figure = newName(*figure)
			}
		}
	}
}

// TestRenamedFigures: with every figure named anew in its definition, in the plans and in pilot.toml, every edition
// says what it said before, word for word. So no code knows a figure by its id, and one that is added with a topic or a
// stage takes the place of another in all papers.
func TestRenamedFigures(t *testing.T) {
	if testing.Short() {
		t.Skip("makes every edition twice")
	}
	t.Parallel()
	defs, ids := renamedCatalogue()
	own := func(id string) bool { return slices.Contains(ids, id) }
	quoted := regexp.MustCompile(`"(` + strings.Join(ids, "|") + `)"`)
	words := &plan.Vocabulary{Kinds: block.Kinds(), Figures: defs}
	for _, sample := range []string{"midorino", "three-years"} {
		before, after := runOf(t, "../samples/"+sample, lang.JA), runOf(t, "../samples/"+sample, lang.JA)
		renameTargets(after.Window.Pilot, own)
		after.Result, after.Definitions = result.Compute(defs, after.Window), kpi.Expanded(defs, after.Window)
		for _, edition := range plan.Editions() {
			source, err := templates.Plan(edition)
			if err != nil {
				t.Fatal(err)
			}
			renamed, err := words.Parse(edition, quoted.ReplaceAll(source, []byte(`"`+newName("$1")+`"`)))
			if err != nil {
				t.Fatal(err)
			}
			was, _ := Build(builtin(t, edition), before)
			is, _ := Build(renamed, after)
			want, got := strings.Split(dump(was), "\n"), strings.Split(dump(is), "\n")
			for i := range want {
				if i >= len(got) || strings.ReplaceAll(got[i], newName(""), "") != want[i] {
					t.Errorf("%s, %s: line %d is %q, was %q", sample, edition, i+1, got[min(i, len(got)-1)], want[i])
					break
				}
			}
			if len(got) != len(want) {
				t.Errorf("%s, %s: %d lines, were %d", sample, edition, len(got), len(want))
			}
		}
	}
}

// TestAddedFigureIsPrinted: a definition and its name in a plan are all that it takes to print a figure: its title,
// the words for residents and for a hall, its target and its formula. Of the sample's 12 participants 12 are counted.
func TestAddedFigureIsPrinted(t *testing.T) {
	t.Parallel()
	added := kpi.Definition{ID: "named_people", Title: lang.Text{JA: "名簿の人"}, PlainTitle: lang.Text{JA: "名簿にある人"},
		Spoken: lang.Text{JA: "名簿に載った人"}, Formula: lang.Text{JA: "名簿を数えた人数"}, Unit: kpi.Count,
		Better: kpi.Higher, Counts: kpi.Persons, Class: kpi.Accountability, About: kpi.AboutPersons,
		Compute: func(w *kpi.Window) kpi.Figure {
			var n kpi.Tally
			for _, p := range w.Participants {
				n.Add(true, w.UseParticipant(p))
			}
			return n.Count(lang.Text{JA: "人"})
		}}
	defs := append(catalog.All(), added)
	run := runOf(t, "../samples/midorino", lang.JA)
	run.Window.Pilot.Targets["named_people"] = 11
	run.Result, run.Definitions = result.Compute(defs, run.Window), kpi.Expanded(defs, run.Window)
	one := func(kind string) string {
		return "[[section.block]]\nkind = \"" + kind + "\"\nfigures = [\"named_people\"]\n"
	}
	text := "edition = \"own\"\nprofile = \"public\"\ntitle = \"版\"\n[[section]]\nid = \"a\"\ntitle = \"節\"\n" +
		one("cards") + one("public_cards") + one("definitions") +
		"[[section]]\nid = \"b\"\ntitle = \"図\"\nform = \"slide\"\n" + one("slide_targets")
	p, err := (&plan.Vocabulary{Kinds: block.Kinds(), Figures: defs}).Parse("own.toml", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	doc, _ := Build(p, run)
	got := dump(doc)
	for _, want := range []string{"名簿の人 = 12人", "名簿にある人 = 12人", "名簿に載った人", "名簿を数えた人数", "11人"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not printed in\n%s", want, got)
		}
	}
	if _, err := vocabulary().Parse("own.toml", []byte(text)); err == nil {
		t.Error("a plan may name a figure that the catalogue has not")
	}
}
