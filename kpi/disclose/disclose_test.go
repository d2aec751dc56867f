package disclose_test

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"pilot90/cohort/lang"
	"pilot90/kpi"
	"pilot90/kpi/catalog"
	"pilot90/kpi/disclose"
	"pilot90/kpi/result"
)

// TestDisclosedHoldsNoPerson reads what is left in a closed edition: no row, no state, no id, no
// file, in the value, in the JSON and in the explanations.
func TestDisclosedHoldsNoPerson(t *testing.T) {
	person := regexp.MustCompile(`P[0-9][0-9]|台帳\.xlsx`)
	for seed := range uint64(3) {
		hub := resultOf(t, randomLedger(seed), "2025-12-15")
		if got := disclose.Apply(hub, disclose.Hub(), nil); got != hub || !person.Match(editionJSON(t, hub)) {
			t.Error("the hub's edition should be the result itself, with its files")
		}
		for _, p := range []disclose.Profile{disclose.Official("grant"), disclose.Official("council"), disclose.Public(5)} {
			r := disclose.Apply(hub, p, nil)
			if at := person.Find(editionJSON(t, r)); at != nil || r.States != nil {
				t.Errorf("%s: the JSON holds %q; %d states", p.Name, at, len(r.States))
			}
			if l := r.Attrition; l != nil && (l.Stuck != nil || l.Exited != nil) {
				t.Errorf("%s: the leak names people", p.Name)
			}
			for i, d := range catalog.All() {
				if d.Expand != nil {
					break
				}
				var b bytes.Buffer
				if err := result.Explain(&b, d, r.Figures[i], r.Clock, lang.JA); err != nil {
					t.Fatal(err)
				}
				if r.Figures[i].Rows != nil || person.Match(b.Bytes()) || r.Figures[i].Suppressed &&
					!strings.Contains(b.String(), "秘匿（x）") {
					t.Errorf("%s: %s explains itself with\n%s", p.Name, d.ID, b.String())
				}
			}
		}
	}
}

// TestDisclosedLeavesTheResultAlone: the hub's edition of the same run is unchanged.
func TestDisclosedLeavesTheResultAlone(t *testing.T) {
	hub := resultOf(t, randomLedger(3), "2025-12-15")
	before := editionJSON(t, hub)
	first := editionJSON(t, disclose.Apply(hub, disclose.Public(5), nil))
	if !bytes.Equal(before, editionJSON(t, hub)) {
		t.Error("the result has changed")
	}
	if !bytes.Equal(first, editionJSON(t, disclose.Apply(hub, disclose.Public(5), nil))) {
		t.Error("the same result gives two public editions")
	}
}

// twelve has 12 people, of whom 2 have left, at work for 4 clients; 1 of the 12 is of another
// gender than the rest.
const twelve = `
## 参加者
参加者ID | 性別 | 開始日 | 離脱日
P01 | 男性 | 2025-04-01 | 2025-05-31
P02 | 女性 | 2025-04-01 | 2025-06-30
P03 | 女性 | 2025-04-01
P04 | 女性 | 2025-04-01
P05 | 女性 | 2025-04-01
P06 | 女性 | 2025-04-01
P07 | 女性 | 2025-04-01
P08 | 女性 | 2025-04-01
P09 | 女性 | 2025-04-01
P10 | 女性 | 2025-04-01
P11 | 女性 | 2025-04-01
P12 | 女性 | 2025-04-01
## 案件
案件ID | 発注者ID | 種別 | 開始日 | 月額 | 受託形態
C1 | A | 定期 | 2025-04-01 | 900000 | チーム
C2 | B | 定期 | 2025-04-01 | 50000 | チーム
C3 | C | 単発 | 2025-04-01 | 40000 | チーム
C4 | D | 単発 | 2025-04-01 | 10000 | マッチング
## 作業ログ
作業日 | 参加者ID | 案件ID | 時間 | 報酬 | 納品日 | 支払日
2025-04-10 | P03 | C1 | 2 | 1000 | 2025-04-11 | 2025-04-20
## 満足度
日付 | 回答者区分 | 点数
2025-05-01 | ワーカー | 5
2025-05-01 | ワーカー | 4
`

// TestProfiles reads single numbers of one ledger in each edition, by hand.
func TestProfiles(t *testing.T) {
	hub := resultOf(t, twelve, "2025-09-30")
	editions := map[string]*result.Result{
		"hub":     hub,
		"council": disclose.Apply(hub, disclose.Official("council"), nil),
		"public":  disclose.Apply(hub, disclose.Public(5), nil),
	}
	for _, tt := range []struct{ id, hub, council, public string }{
		{"registered_workers", "12", "12", "12"},
		{"first_income_residents", "1", "x", "x"},         // P03
		{"satisfaction_worker", "4.5", "x", "x"},          // two answers
		{"effective_hourly_pay", "500", "x", "x"},         // of one worker
		{"recurring_contract_ratio", "0.5", "0.5", "0.5"}, // contracts are no persons
		// A has 900,000 of 1,000,000 a month: 90 % of the revenue, April to September.
		{"revenue_total", "6000000", "6000000", "x"},
		{"payout_ratio", "0.00016666666666666666", "x", "x"},
	} {
		for edition, want := range map[string]string{"hub": tt.hub, "council": tt.council, "public": tt.public} {
			f := kpi.Find(editions[edition].Figures, tt.id)
			got := kpi.Mark
			if f.Value != nil {
				got = lang.Plain(*f.Value)
			}
			if got != want || f.Suppressed != (want == kpi.Mark) {
				t.Errorf("%s of the %s edition is %s (suppressed %v), want %s", tt.id, edition, got, f.Suppressed, want)
			}
		}
	}
	// 12 − 10 = 2 have left.
	if now := kpi.Find(editions["council"].Figures, "registered_workers").Parts[0].Value; !kpi.IsHidden(now) {
		t.Errorf("registered_now of the council edition is %v", now)
	}
	// 11 women and 1 man: with 11 shown, 12 − 11 is the man.
	groups := kpi.Find(editions["council"].Figures, "by_gender").Parts[0].Value.([]kpi.Group)
	for _, g := range groups {
		if !kpi.IsHidden(g.Parts[0].Value) {
			t.Errorf("by_gender %s of the council edition is %v", g.Key, g.Parts[0].Value)
		}
	}
	// チーム is A, B and C, of which A has 900,000 of 990,000: hidden, and so is マッチング.
	for _, g := range kpi.Find(editions["public"].Figures, "form_mix").Parts[0].Value.([]kpi.Group) {
		if !kpi.IsHidden(g.Parts[1].Value) || kpi.IsHidden(g.Parts[0].Value) {
			t.Errorf("form_mix %s of the public edition: %v contracts, revenue %v", g.Key, g.Parts[0].Value, g.Parts[1].Value)
		}
	}
}

// TestBandsOfFewPersons: the months of two workers are many, and still say what each of them earns.
func TestBandsOfFewPersons(t *testing.T) {
	ledger := func(workers int) string {
		var people, tasks strings.Builder
		for i := 1; i <= 4; i++ {
			fmt.Fprintf(&people, "P%02d | 2025-05-01\n", i)
			for month := 5; i <= workers && month <= 10; month++ {
				fmt.Fprintf(&tasks, "2025-%02d-10 | P%02d | A1 | 2 | 3000\n", month, i)
			}
		}
		return "## 参加者\n参加者ID | 開始日\n" + people.String() +
			"## 案件\n案件ID | 発注者ID | 種別 | 開始日\nA1 | K1 | 定期 | 2025-04-01\n" +
			"## 作業ログ\n作業日 | 参加者ID | 案件ID | 時間 | 報酬\n" + tasks.String()
	}
	for workers, want := range map[int]any{2: kpi.Hidden, 3: 18.0} { // 3 workers × 6 months of up to 5,000 yen
		r := disclose.Apply(resultOf(t, ledger(workers), "2025-12-15"), disclose.Official("council"), nil)
		for _, p := range kpi.Find(r.Figures, "monthly_income").Parts {
			groups, ok := p.Value.([]kpi.Group)
			if !ok {
				continue
			}
			if got := groups[1].Parts[0].Value; groups[1].Key != "to_5000" || got != want {
				t.Errorf("%d workers: %s = %v, want %v", workers, groups[1].Key, got, want)
			}
		}
	}
}
