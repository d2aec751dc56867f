package disclose_test

import (
	"slices"
	"testing"

	"pilot90/cohort/cohorttest"
	"pilot90/cohort/lang"
	"pilot90/kpi"
	"pilot90/kpi/catalog"
	"pilot90/kpi/disclose"
	"pilot90/kpi/result"
)

// TestDerivedNamesEveryHiddenCell: of every number that an outer edition hides the hub is told an interval, and the
// number lies in it: values of figures, lines and columns of tables that are not there, merged lines, outcomes told as
// ranges. Nothing is named that the edition tells.
func TestDerivedNamesEveryHiddenCell(t *testing.T) {
	kinds := map[string]int{}
	for seed := range uint64(14) {
		hub := resultOf(t, randomLedger(seed, 4+4*int(seed)), "2025-12-15")
		for _, public := range []bool{true, false} {
			rules := defaults()
			rules.CouncilIsPublic = public
			all := disclose.Derived(hub, rules, nil)
			for _, name := range outside {
				shown := disclose.Apply(hub, disclose.ProfileOf(name, rules), nil)
				mine := slices.DeleteFunc(slices.Clone(all), func(h disclose.Hidden) bool { return h.Edition != name })
				for i := range hub.Figures {
					if f := &hub.Figures[i]; f.Value != nil && f.Class != kpi.Internal {
						namedCells(t, f, &shown.Figures[i], mine, kinds)
					}
				}
			}
		}
	}
	for _, kind := range []string{"value", "no table", "merged", "outcome", "median"} {
		if kinds[kind] < 5 {
			t.Errorf("only %d hidden cells of the kind %q", kinds[kind], kind)
		}
	}
}

func namedCells(t *testing.T, f, shown *kpi.Figure, all []disclose.Hidden, kinds map[string]int) {
	t.Helper()
	mine := slices.DeleteFunc(slices.Clone(all), func(h disclose.Hidden) bool { return h.Figure != f.Title })
	if f.Disclosure.Table == nil {
		if shown.Suppressed != (len(mine) == 1) {
			t.Errorf("%s: hidden %v, named %d times", f.ID, shown.Suppressed, len(mine))
		}
		for _, h := range mine {
			kinds["value"]++
			holds(t, f.ID, h, *f.Value)
		}
		return
	}
	told := groupsOf(shown)
	for _, g := range groupsOf(f) {
		for _, p := range g.Parts {
			real, known := p.Value.(float64)
			if !known || exactly(told, g.Key, p.Key) {
				continue
			}
			i := slices.IndexFunc(mine, func(h disclose.Hidden) bool {
				return h.Column == p.Title && (h.Line == g.Title || h.Line.Empty() || p.Key != "registered")
			})
			if i < 0 {
				t.Errorf("%s: %s of %s is hidden and not named", f.ID, p.Key, g.Key)
				continue
			}
			switch h := mine[i]; {
			case p.Key == "median_monthly_income":
				kinds["median"]++
			case h.Line.Empty():
				kinds["no table"]++
				holds(t, f.ID+" "+g.Key, h, real)
			case h.Line == g.Title && p.Key == "registered":
				kinds["merged"]++
				holds(t, f.ID+" "+g.Key, h, real)
			case h.Line == g.Title:
				kinds["outcome"]++
				holds(t, f.ID+" "+g.Key, h, real)
			}
		}
	}
}

func holds(t *testing.T, what string, h disclose.Hidden, real float64) {
	t.Helper()
	if h.Low != nil && real < *h.Low || h.High != nil && real > *h.High {
		t.Errorf("%s, %s: %s %v lies outside the interval that is named", h.Edition, what, h.Column.JA, real)
	}
}

func groupsOf(f *kpi.Figure) []kpi.Group {
	for _, p := range f.Parts {
		if groups, ok := p.Value.([]kpi.Group); ok {
			return groups
		}
	}
	return nil
}

// exactly reports whether lines tell a number of one line of the figure by itself.
func exactly(lines []kpi.Group, key, part string) bool {
	for _, g := range lines {
		for _, p := range g.Parts {
			if _, number := p.Value.(float64); number && g.Key == key && p.Key == part {
				return true
			}
		}
	}
	return false
}

// TestDerivedByEnumeration: twelve people, 3 men and 9 women, of whom 10 are at work in the last 30 days; whichever way
// they are shared out, the reader of the table knows the sizes of the lines, the total of 10 and that of 3 men 2 or
// more and of 9 women 7 or more are at work. All ways to share 10 out that agree leave just the interval that is
// named.
func TestDerivedByEnumeration(t *testing.T) {
	for _, men := range []int{1, 2, 3} {
		var people, tasks string
		for i := range 12 {
			gender, works := "女性", i-3 < 10-men
			if i < 3 {
				gender, works = "男性", i < men
			}
			id := string(rune('A' + i))
			people += id + " | " + gender + " | 2025-05-01\n"
			if works {
				tasks += "2025-12-10 | " + id + " | 2\n"
			}
		}
		hub := resultOf(t, "\n## 参加者\n参加者ID | 性別 | 開始日\n"+people+"\n## 作業ログ\n作業日 | 参加者ID | 時間\n"+tasks,
			"2025-12-15")
		shown := groupsOf(kpi.Find(disclose.Apply(hub, disclose.ProfileOf("council", defaults()), nil).Figures, "by_gender"))
		sizes := map[string]int{"male": 3, "female": 9}
		box := map[string][2]int{"male": {0, 3}, "female": {0, 9}}
		for _, g := range shown {
			for _, p := range g.Parts {
				if s, ranged := p.Value.(kpi.Span); ranged && p.Key == "active" {
					box[g.Key] = [2]int{int(s.Low), int(s.High)}
				}
			}
		}
		left := map[string][2]int{"male": {12, 0}, "female": {12, 0}}
		for m := box["male"][0]; m <= box["male"][1]; m++ {
			w := 10 - m
			if w < box["female"][0] || w > min(box["female"][1], sizes["female"]) {
				continue
			}
			for key, n := range map[string]int{"male": m, "female": w} {
				left[key] = [2]int{min(left[key][0], n), max(left[key][1], n)}
			}
		}
		named := 0
		for _, h := range disclose.Derived(hub, defaults(), nil) {
			if h.Edition != "council" || h.Figure != kpi.Find(hub.Figures, "by_gender").Title || h.Column.JA != "稼働者" {
				continue
			}
			key := map[string]string{"男性": "male", "女性": "female"}[h.Line.JA]
			if key == "" || int(*h.Low) != left[key][0] || int(*h.High) != left[key][1] {
				t.Errorf("%d men at work: %s %v to %v is named, %v is left by enumeration", men, h.Line.JA, *h.Low, *h.High,
					left[key])
			}
			named++
		}
		if named != 2 {
			t.Errorf("%d men at work: %d cells are named, want 2", men, named)
		}
	}
}

// shareOf counts the first so many of 16 people.
func shareOf(id string, hits int, weight kpi.Line) kpi.Definition {
	d := regulars
	d.ID, d.Title, d.Class = id, lang.Text{JA: id, EN: id}, kpi.Attribute
	d.Line = weight
	d.Needs, d.Columns, d.Assumes = nil, nil, nil
	d.Compute = func(*kpi.Window) kpi.Figure {
		return kpi.Figure{Value: new(float64(hits)), N: 16}
	}
	return d
}

// TestLeastIsKeptBack: of counts of which no two may be exact (7 and 9, 9 and 11 differ by less than three), those are
// told as ranges that weigh least together: one between two others, or the one of no line (1) beside one of the women
// (20), whatever their order.
func TestLeastIsKeptBack(t *testing.T) {
	women, nobody := kpi.Line{Figure: "by_gender", Key: "female"}, kpi.Line{}
	for _, tt := range []struct {
		counts []int
		lines  []kpi.Line
		exact  []bool
	}{
		{[]int{7, 9, 11}, []kpi.Line{nobody, nobody, nobody}, []bool{true, false, true}},
		{[]int{9, 7, 11}, []kpi.Line{nobody, nobody, nobody}, []bool{false, true, true}},
		{[]int{7, 9}, []kpi.Line{nobody, women}, []bool{false, true}},
		{[]int{9, 7}, []kpi.Line{women, nobody}, []bool{true, false}},
		{[]int{7, 9, 11}, []kpi.Line{nobody, women, nobody}, []bool{false, true, false}},
		{[]int{7, 11}, []kpi.Line{nobody, nobody}, []bool{true, true}},
	} {
		var people string
		for i := range 16 {
			people += string(rune('A'+i)) + " | " + []string{"女性", "男性"}[i%2] + " | 2025-05-01\n"
		}
		var defs []kpi.Definition
		for i, n := range tt.counts {
			defs = append(defs, shareOf(string(rune('a'+i)), n, tt.lines[i]))
		}
		hub := computed(t, "\n## 参加者\n参加者ID | 性別 | 開始日\n"+people, defs)
		for _, name := range []string{"grant", "council"} {
			shown := disclose.Apply(hub, disclose.ProfileOf(name, defaults()), nil)
			for i, want := range tt.exact {
				f := kpi.Find(shown.Figures, string(rune('a'+i)))
				if (f.Value != nil) != want || f.Value == nil && f.Coded == nil {
					t.Errorf("%v, %s: %d is told as %v, want exact %v", tt.counts, name, tt.counts[i], f.Symbol().JA, want)
				}
			}
		}
	}
}

// computed is the result of the catalogue and more definitions.
func computed(t *testing.T, ledger string, more []kpi.Definition) *result.Result {
	t.Helper()
	return result.Compute(append(catalog.All(), more...), kpi.NewWindow(
		cohorttest.Load(t, "as_of: 2025-12-15\nfrom: 2025-04-01\nto: 2026-03-31\n"+ledger)))
}
