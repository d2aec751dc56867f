package disclose_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pilot90/cohort/cohorttest"
	"pilot90/kpi"
	"pilot90/kpi/catalog"
	"pilot90/kpi/disclose"
	"pilot90/kpi/result"
)

// townOf has so many workers from outside and so many residents, each with one task of an hour, and so many
// answers of students.
func townOf(outside, residents, answers int) string {
	var people, tasks, said strings.Builder
	for i := range outside + residents {
		where := "住民"
		if i < outside {
			where = "町外"
		}
		fmt.Fprintf(&people, "P%02d | 2025-06-01 | %s\n", i, where)
		fmt.Fprintf(&tasks, "2025-07-01 | P%02d | 1\n", i)
	}
	for range answers {
		said.WriteString("2025-08-01 | 学生 | 4\n")
	}
	return "\n## 参加者\n参加者ID | 開始日 | 居住区分\n" + people.String() + "\n## 作業ログ\n作業日 | 参加者ID | 時間\n" +
		tasks.String() + "\n## 満足度\n日付 | 回答者 | 点数\n" + said.String()
}

// TestWhatAFigureIsAbout: hours of people are shown when three or more stand behind each side, however few the
// hours are; a mean of answers when there are five or more (see disclose.Public).
func TestWhatAFigureIsAbout(t *testing.T) {
	for _, tt := range []struct {
		id                          string
		outside, residents, answers int
		shown                       bool
	}{
		{"expert_share", 4, 8, 0, true}, // 4 hours of 12: a group of 4 workers, not 4 persons counted
		{"expert_share", 3, 8, 0, true},
		{"expert_share", 2, 8, 0, false},
		{"expert_share", 8, 2, 0, false},
		{"satisfaction_student", 0, 1, 5, true},
		{"satisfaction_student", 0, 1, 4, false},
		{"satisfaction_student", 0, 1, 1, false},
	} {
		hub := resultOf(t, townOf(tt.outside, tt.residents, tt.answers), "2025-12-31")
		if f := kpi.Find(hub.Figures, tt.id); f.Value == nil {
			t.Fatalf("%s has no value: %s", tt.id, f.Reason.JA)
		}
		f := kpi.Find(disclose.Apply(hub, disclose.Public(5), nil).Figures, tt.id)
		if (f.Value != nil) != tt.shown || f.Suppressed == tt.shown {
			t.Errorf("%s of %d and %d workers and %d answers: value %v, suppressed %v; want shown: %v", tt.id, tt.outside,
				tt.residents, tt.answers, f.Value, f.Suppressed, tt.shown)
		}
	}
}

// TestStaffBehindHours: hours of the hub's staff are shown when two or more of them stand behind, in the public
// edition three: of one alone they would be that person's working time.
func TestStaffBehindHours(t *testing.T) {
	for _, tt := range []struct {
		staff           int
		council, public bool
	}{{1, false, false}, {2, true, false}, {3, true, true}} {
		var support strings.Builder
		for i := range tt.staff {
			fmt.Fprintf(&support, "2025-07-0%d | 職員%d | P00 | 2\n", i+1, i)
		}
		hub := resultOf(t, townOf(0, 8, 0)+"\n## 伴走記録\n日付 | 担当者 | 参加者ID | 時間\n"+support.String(), "2025-12-31")
		for _, edition := range []struct {
			disclose.Profile
			want bool
		}{{disclose.Official("council"), tt.council}, {disclose.Public(5), tt.public}} {
			f := kpi.Find(disclose.Apply(hub, edition.Profile, nil).Figures, "hub_hours_per_worker_week")
			if (f.Value != nil) != edition.want || f.Suppressed == edition.want {
				t.Errorf("%d of the staff, %s edition: value %v (%s), want shown: %v", tt.staff, edition.Name, f.Value,
					f.Reason.JA, edition.want)
			}
		}
	}
}

// TestHowManyWereLeftOut: of a figure about people no edition but the hub's says how many records were left out.
func TestHowManyWereLeftOut(t *testing.T) {
	hub := result.Compute(catalog.All(), regularsLedger(t, 7)) // one task without a date
	left := 0
	for _, f := range disclose.Apply(hub, disclose.Official("council"), nil).Figures {
		was := kpi.Find(hub.Figures, f.ID)
		if was.Excluded == 0 || was.Subject == kpi.AboutPublicFunds || was.Subject == kpi.AboutContracts {
			continue
		}
		left++
		if f.Excluded != 0 || !f.Hides("excluded") {
			t.Errorf("%s: %d records left out are told, marked %v", f.ID, f.Excluded, f.Hides("excluded"))
		}
	}
	if left == 0 {
		t.Error("no figure leaves a record out")
	}
}

// TestForecastsThatLeaveTheHub: those of contracts go into the council's edition, of people into none, and into the
// public one none at all.
func TestForecastsThatLeaveTheHub(t *testing.T) {
	var contracts strings.Builder
	for i := range 8 {
		fmt.Fprintf(&contracts, "C%d | K | %s | 2025-0%d-01\n", i, []string{"定期", "単発"}[i%2], 4+i/2)
	}
	hub := result.Compute(catalog.All(), kpi.NewWindow(cohorttest.Load(t, "as_of: 2025-12-31\nto: 2026-03-31\n"+
		"from: 2025-04-01\n\n# pilot.toml\n[targets]\nrecurring_contract_ratio = 0.5\nactive_workers = 6\n"+
		"first_income_residents = 6\n"+townOf(0, 8, 0)+"\n## 案件\n案件ID | 発注者ID | 種別 | 開始日\n"+contracts.String())))
	figures := func(r *result.Result) (ids []string) {
		for _, f := range r.Forecasts {
			ids = append(ids, f.Figure)
		}
		return ids
	}
	if all := figures(hub); len(all) < 2 || !slices.Contains(all, "recurring_contract_ratio") {
		t.Fatalf("forecasts of %q", all)
	}
	if got := figures(disclose.Apply(hub, disclose.Official("council"), nil)); !slices.Equal(got,
		[]string{"recurring_contract_ratio"}) {
		t.Errorf("the council's edition has forecasts of %q", got)
	}
	if got := figures(disclose.Apply(hub, disclose.Public(5), nil)); len(got) > 0 {
		t.Errorf("the public edition has forecasts of %q", got)
	}
}
