package report

import (
	"errors"
	"strings"
	"testing"

	"pilot90/cohort/lang"
	"pilot90/cohort/setting"
	"pilot90/cohort/tomlplace"
	"pilot90/kpi/catalog"
	"pilot90/kpi/disclose"
	"pilot90/report/block"
	"pilot90/report/content"
	"pilot90/report/plan"
	"pilot90/templates"
)

// six lines
const head = "edition = \"own\"\nprofile = \"public\"\ntitle = \"題\"\n[[section]]\nid = \"a\"\ntitle = \"節\"\n"

// TestParsePlanSaysWhere: each fault with its line and column, counted by hand.
func TestParsePlanSaysWhere(t *testing.T) {
	for _, c := range []struct {
		name, text string
		at         tomlplace.Position
		want       string // in the Japanese line
	}{
		{"syntax", "edition = \"x\"\ntitle = = 1\n", tomlplace.Position{Line: 2, Col: 9}, "書き方"},
		{"twice", "edition = \"x\"\nedition = \"y\"\n", tomlplace.Position{Line: 2, Col: 15}, "書き方"},
		{"encoding", "edition = \"\x94\xc5\"\n", tomlplace.Position{Line: 1, Col: 1}, "UTF-8"},
		{"unknown key", head + "sektion = 1\n", tomlplace.Position{Line: 7, Col: 1}, "sektion"},
		{"nearest key", head + "new_pag = true\n", tomlplace.Position{Line: 7, Col: 1}, "「new_page」のこと"},
		{"type of a title", strings.Replace(head, `"節"`, "3", 1), tomlplace.Position{Line: 6, Col: 1}, "種類が違います"},
		{"type of a list", head + "[[section.block]]\nkind = \"cards\"\nfigures = \"a\"\n",
			tomlplace.Position{Line: 9, Col: 1}, "種類が違います"},
		{"type of a block", head + "block = \"rule\"\n", tomlplace.Position{Line: 7, Col: 1}, "種類が違います"},
		{"type of an element", head + "[[section.block]]\nkind = \"cards\"\nfigures = [\"leaders\",\n 5]\n",
			tomlplace.Position{Line: 10, Col: 2}, "種類が違います"},
		{"kind", head + "[[section.block]]\nkind = \"pie\"\n", tomlplace.Position{Line: 8, Col: 1}, "pie"},
		{"no kind", head + "[[section.block]]\ntext = \"x\"\n", tomlplace.Position{Line: 7, Col: 1}, "kind がありません"},
		{"figure", head + "[[section.block]]\nkind = \"cards\"\nfigures = [\"leders\"]\n",
			tomlplace.Position{Line: 9, Col: 12}, "「leaders」のこと"},
		{"no figures", head + "[[section.block]]\nkind = \"cards\"\n", tomlplace.Position{Line: 7, Col: 1}, "cards"},
		{"no words", head + "[[section.block]]\nkind = \"text\"\n", tomlplace.Position{Line: 7, Col: 1}, "文章"},
		{"inline", "edition=\"own\"\nprofile=\"public\"\ntitle=\"題\"\nsection=[{id=\"a\",title=\"t\",block=[{kind=\"pie\"}" +
			"]}]\n", tomlplace.Position{Line: 4, Col: 36}, "pie"},
		{"no title", strings.Replace(head, "title = \"節\"", "title = \"\"", 1), tomlplace.Position{Line: 6, Col: 1}, "見出し"},
		{"no profile", strings.Replace(head, "profile = \"public\"", "", 1), tomlplace.Position{Line: 1, Col: 1},
			"profile がありません"},
		{"profile", strings.Replace(head, "\"public\"", "\"publik\"", 1), tomlplace.Position{Line: 2, Col: 1}, "「public」のこと"},
		{"names", "names = true\n" + head, tomlplace.Position{Line: 1, Col: 1}, "氏名"},
		{"no sections", "edition = \"own\"\nprofile = \"hub\"\ntitle = \"題\"\n", tomlplace.Position{Line: 1, Col: 1},
			"[[section]]"},
		{"too many blocks", head + strings.Repeat("[[section.block]]\nkind = \"checks\"\n", 401),
			tomlplace.Position{Line: 1, Col: 1}, "401"},
		{"weaker", strings.Replace(strings.Replace(head, "own", "public", 1), `"public"`+"\ntitle", `"grant"`+"\ntitle", 1),
			tomlplace.Position{Line: 2, Col: 1}, "緩くできません"},
	} {
		_, err := ParsePlan("own.toml", []byte(c.text))
		faults, ok := errors.AsType[*plan.Error](err)
		if !ok || len(faults.Faults) != 1 {
			t.Errorf("%s: %v, want one fault", c.name, err)
			continue
		}
		if f := faults.Faults[0]; f.At != c.at || !strings.Contains(f.In(lang.JA), c.want) || f.Message.EN == "" ||
			f.Fix.EN == "" {
			t.Errorf("%s: %s, want %v and %s", c.name, f.In(lang.JA), c.at, c.want)
		}
	}
	if _, err := BuiltinPlan("weekly"); err == nil || !strings.Contains(err.Error(), "overview") {
		t.Errorf("an unknown edition must name those there are; got %v", err)
	}
}

// TestStricterIsAllowed: a plan may show less than its edition.
func TestStricterIsAllowed(t *testing.T) {
	for edition, profiles := range map[string][]string{
		"hub":     {"hub", "grant", "council", "public"},
		"grant":   {"grant", "council", "public"},
		"council": {"grant", "public"},
		"public":  {"public"},
		"own":     {"hub"},
	} {
		for _, profile := range profiles {
			text := strings.Replace(strings.Replace(head, "own", edition, 1), "profile = \"public\"",
				"profile = \""+profile+"\"", 1)
			if _, err := ParsePlan("x.toml", []byte(text)); err != nil {
				t.Errorf("%s with profile %s: %v", edition, profile, err)
			}
		}
	}
}

// TestCopiedPlanIsTheSame: a copy reads as the plan it was made from and names every kind of block.
func TestCopiedPlanIsTheSame(t *testing.T) {
	t.Parallel()
	for _, edition := range templates.Plans() {
		data, err := CopyPlan(edition)
		if err != nil {
			t.Fatal(err)
		}
		if p, err := ParsePlan("copy", data); err != nil || dump(built(t, p)) != dump(built(t, builtin(t, edition))) {
			t.Errorf("%s: the copy differs (%v)", edition, err)
		}
	}
}

func built(t *testing.T, p *plan.Plan) *content.Report {
	t.Helper()
	r, _ := Build(p, runOf(t, "../samples/midorino", lang.JA))
	return r
}

// everything is a plan with every kind of block and every figure.
func everything(profile string) *plan.Plan {
	p := &plan.Plan{Edition: "own", Profile: profile, Title: plan.Words{JA: "全部", EN: "all"}, Names: true,
		Sections: []plan.Section{{ID: "a", Title: plan.Words{JA: "節", EN: "s"}}}}
	var ids []string
	for _, d := range catalog.All() {
		ids = append(ids, d.ID)
	}
	for _, kind := range block.Kinds() {
		p.Sections[0].Blocks = append(p.Sections[0].Blocks,
			plan.Block{Kind: kind.Name, Figures: ids, Text: plan.Words{JA: "文章", EN: "words"}})
	}
	return p
}

// TestMarking: what may name persons is marked, whatever the plan says; nothing else is.
// TestFormerKind: a plan, as that of an edition that was kept, may name a kind of block as it was called before.
func TestFormerKind(t *testing.T) {
	const text = `edition = "own"
profile = "hub"
title = { ja = "題" }
[[section]]
id = "a"
title = { ja = "節" }
[[section.block]]
kind = "leak"
`
	p, err := ParsePlan("own.toml", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	if got := p.Sections[0].Blocks[0].Kind; got != "attrition" || !p.Has("attrition") {
		t.Errorf("kind %q", got)
	}
}

func TestMarking(t *testing.T) {
	for _, c := range []struct {
		profile, marking, want string
	}{{"hub", "", "内部限り"}, {"hub", "庁内限り", "庁内限り"}, {"hub", "議員各位", "内部限り 議員各位"}, {"grant", "", ""},
		{"hub", "ご案内のとおり", "内部限り ご案内のとおり"}, {"public", "速報", "速報"}} {
		p := &plan.Plan{Marking: plan.Words{JA: c.marking}}
		if got := p.Marked(disclose.ProfileOf(c.profile, setting.Default().Privacy), lang.JA); got != c.want {
			t.Errorf("%s, %q: marked %q, want %q", c.profile, c.marking, got, c.want)
		}
	}
}
