package rollup_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"pilot90/cohort/lang"
	"pilot90/kpi"
	"pilot90/kpi/catalog"
	"pilot90/kpi/merge"
	"pilot90/report/rollup"
)

// country are 3 to 9 municipalities in three prefectures with 1 to 25 people each, two cohorts, a grant, and some of
// them with practice to share.
func country(r *rand.Rand) (all []*rollup.Submission, people map[string]int) {
	people = map[string]int{}
	for i := range 3 + r.IntN(7) {
		five, sum := fmt.Sprintf("%02d3%02d", 20+i%3, 1+i), 0
		for k, d := range five {
			sum += int(d-'0') * (6 - k)
		}
		n := 1 + r.IntN(25)
		earners := r.IntN(n + 1)
		s := handed(five+fmt.Sprint((11-sum%11)%10), "2026-03-31", float64(n), float64(earners), float64(r.IntN(1e6)))
		people[s.Municipality.Code] = n
		s.SharesPractice = r.IntN(2) > 0
		share := func(id string, class kpi.Class, hits, of int) {
			s.Figures = append(s.Figures, merge.Part{ID: id, Law: kpi.Divided, Class: class, Unit: kpi.Ratio,
				Value: new(float64(hits) / float64(of)), N: of,
				Terms: &merge.Terms{Numerator: float64(hits), Denominator: float64(of), Known: []int{of}, Trials: true}})
		}
		share("retention_ratio", kpi.Accountability, r.IntN(n+1), n)
		share("student_participation_ratio", kpi.Attribute, r.IntN(n+1), n)
		share("worker_survival_180", kpi.Amount, r.IntN(n+1), n)
		s.Grants = []rollup.Grant{{Grant: 1, Figure: "first_income_residents", Unit: kpi.Count, FiscalYear: 2025,
			Target: new(5.0), Actual: new(float64(earners))}}
		for c, in := range []int{n - n/3, n / 3} {
			if in < 5 {
				s.CohortsRest += in
				continue
			}
			s.Cohorts = append(s.Cohorts, rollup.Cohort{First: fmt.Sprintf("2025-0%d-01", 4+c), People: in, Length: 90,
				Days: []rollup.CohortDay{{Day: 90, Figures: []rollup.CohortHits{{Figure: "first_income_residents",
					Hits: r.IntN(in + 1), Of: in}}}}})
		}
		all = append(all, s)
	}
	return all, people
}

// written is what an attack reads of a rollup that left the office.
type written struct {
	Figures []struct {
		ID          string
		Value       *float64
		Numerator   *float64
		Denominator *float64
	}
	Municipalities []struct {
		Code    string
		Figures []figureWritten
	}
	Groups []struct {
		Municipalities int
		Figures        []figureWritten
	}
	Goals []struct {
		Code   string
		Actual *float64
	} `json:"grant_targets"`
	Cohorts *struct {
		Each     []struct{ Code string }
		Together []struct{ Municipalities int }
	}
	Practice *struct {
		Municipalities []struct{ Code string }
		Figures        []struct{ Figure string }
	}
}

type figureWritten struct {
	ID    string
	Value *float64
	Num   *float64 `json:"numerator"`
	N     *int
}

func (f figureWritten) told() bool { return f.Value != nil || f.Num != nil || f.N != nil }

// TestAttackOfTheMany reads what was written of random countries: of a pilot of fewer than five nothing of persons is
// told but how many there are; what the sum of all leaves over once the others are taken off is of two municipalities
// and five people or more; attributes and amounts of persons are told of all together alone.
func TestAttackOfTheMany(t *testing.T) {
	classes, persons := map[string]kpi.Class{}, map[string]bool{}
	for _, d := range catalog.All() {
		classes[d.ID], persons[d.ID] = d.Class, d.About == kpi.AboutPersons || d.About == kpi.AboutWork
	}
	told := 0
	for seed := range 300 {
		all, people := country(rand.New(rand.NewPCG(uint64(seed), 18)))
		for _, profile := range []string{"council", "public"} {
			for _, by := range []string{"", "prefecture"} {
				r := rollup.Shown(rollup.Pooled(from(all...), nil, rollup.Options{By: by}, lang.JA), profile)
				var out bytes.Buffer
				if err := r.WriteJSON(&out, lang.JA); err != nil {
					t.Fatal(err)
				}
				var w written
				if err := json.Unmarshal(out.Bytes(), &w); err != nil {
					t.Fatal(err)
				}
				told += attack(t, fmt.Sprint(seed, " ", profile, " ", by), &w, people, classes, persons)
			}
		}
		if t.Failed() {
			return
		}
	}
	if told < 1000 {
		t.Errorf("%d values of single municipalities are told in all: too few to say that anything is shown", told)
	}
}

func attack(t *testing.T, where string, w *written, people map[string]int, classes map[string]kpi.Class,
	persons map[string]bool) (told int) {
	t.Helper()
	untold := map[string]map[string]bool{} // by figure
	for _, m := range w.Municipalities {
		for _, f := range m.Figures {
			switch {
			case !f.told():
				if untold[f.ID] == nil {
					untold[f.ID] = map[string]bool{}
				}
				untold[f.ID][m.Code] = true
				continue
			case classes[f.ID] != kpi.Accountability:
				t.Errorf("%s: %s of %s is told, which is of persons", where, f.ID, m.Code)
			case people[m.Code] < 5 && persons[f.ID] && f.ID != "registered_workers":
				t.Errorf("%s: %s of %s with %d people is told", where, f.ID, m.Code, people[m.Code])
			}
			told++
		}
	}
	for _, f := range w.Figures {
		if n := rest(untold[f.ID], people); f.Value != nil && classes[f.ID] == kpi.Accountability && len(untold[f.ID]) > 0 &&
			(len(untold[f.ID]) < 2 || n < 5) {
			t.Errorf("%s: %s of all leaves that of %d municipalities with %d people", where, f.ID, len(untold[f.ID]), n)
		}
	}
	for _, g := range w.Groups {
		few := slices.ContainsFunc(g.Figures, func(f figureWritten) bool {
			return f.ID == "registered_workers" && f.Value != nil && *f.Value < 5
		})
		for _, f := range g.Figures {
			if few && f.told() && persons[f.ID] && f.ID != "registered_workers" {
				t.Errorf("%s: %s of a group of few is told", where, f.ID)
			}
			if f.told() && (classes[f.ID] != kpi.Accountability || persons[f.ID] && len(untold[f.ID]) > 0) {
				t.Errorf("%s: %s of a prefecture is told", where, f.ID)
			}
		}
	}
	hidden := untold["first_income_residents"]
	for _, g := range w.Goals {
		if g.Actual != nil && hidden[g.Code] {
			t.Errorf("%s: the grant tells the first incomes of %s", where, g.Code)
		}
	}
	if c := w.Cohorts; c != nil {
		if slices.ContainsFunc(c.Each, func(at struct{ Code string }) bool { return hidden[at.Code] }) {
			t.Errorf("%s: cohorts of a municipality that is kept back", where)
		}
		if len(c.Together) > 0 && len(hidden) > 0 {
			all := 0
			for _, at := range c.Together {
				all += at.Municipalities
			}
			if all != len(c.Each) {
				t.Errorf("%s: the sums of cohorts have more than each", where)
			}
		}
	}
	if p := w.Practice; p != nil {
		for _, f := range p.Figures {
			if classes[f.Figure] != kpi.Accountability {
				t.Errorf("%s: practice tells %s", where, f.Figure)
			}
		}
		if slices.ContainsFunc(p.Municipalities, func(at struct{ Code string }) bool { return hidden[at.Code] }) {
			t.Errorf("%s: practice of a municipality that is kept back", where)
		}
	}
	return told
}

func rest(of map[string]bool, people map[string]int) int {
	n := 0
	for code := range of {
		n += people[code]
	}
	return n
}
