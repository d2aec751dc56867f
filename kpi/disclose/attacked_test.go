package disclose_test

import (
	"fmt"
	"strings"
	"testing"

	"pilot90/cohort/lang"
	"pilot90/kpi"
	"pilot90/kpi/disclose"
	"pilot90/kpi/result"
)

// sizes are how many people the attacked ledgers have.
var sizes = []int{8, 8, 9, 9, 10, 10, 10, 11, 11, 12, 12, 12, 13, 14, 15, 16, 17, 18, 19, 20, 20, 20, 21, 22, 23, 24,
	25, 26, 28, 30, 32, 35, 38, 40, 45, 50, 55, 60, 80, 120, 200, 300}

// TestAttack publishes the grant, council and public editions of many ledgers on three days, each compared with those
// before, and attacks them all together: by the settings as they are and where the council's paper is not public.
func TestAttack(t *testing.T) {
	told := map[string]int{}
	for seed, people := range sizes {
		if testing.Short() && seed%4 != 0 {
			continue
		}
		for _, public := range []bool{true, false} {
			rules := defaults()
			rules.CouncilIsPublic = public
			days := publish(t, randomLedger(uint64(seed), people), rules, "2025-09-30", "2025-10-15", "2025-12-15")
			for _, found := range attack(days) {
				t.Errorf("ledger %d of %d people, council public %v: %s", seed, people, public, found)
			}
			for _, d := range days {
				for _, name := range outside {
					for i, f := range d.editions[name].Figures {
						if f.Value != nil || f.Coded != nil {
							told[string(d.hub.Figures[i].Class)]++
						}
						if len(f.Parts) > 0 && d.hub.Figures[i].Disclosure.Table != nil {
							told["table"]++
						}
					}
				}
			}
		}
	}
	t.Logf("told: %v", told)
	for _, class := range []string{"A", "B", "C", "table"} {
		if told[class] < 20 {
			t.Errorf("only %d of %s are told: the attack has nothing to read", told[class], class)
		}
	}
}

// TestAttackHasTeeth: the same attack finds much in editions that are the hub's own, and in those of two days of which
// the second knows nothing of the first.
func TestAttackHasTeeth(t *testing.T) {
	if testing.Short() {
		t.Skip("attacks a town")
	}
	open, forgetful := 0, 0
	for seed := range uint64(12) {
		ledger := randomLedger(seed, 20+int(seed))
		days := publish(t, ledger, defaults(), "2025-10-15")
		for _, name := range outside {
			days[0].read(t, name, days[0].hub)
		}
		open += len(attack(days))
		apart := publish(t, ledger, defaults(), "2025-09-30")
		apart = append(apart, publish(t, ledger, defaults(), "2025-10-15")...)
		forgetful += len(attack(apart))
	}
	if open < 200 || forgetful < 5 {
		t.Errorf("%d found in open editions, %d between days that do not know of each other", open, forgetful)
	}
}

// read takes a result for an edition as it is.
func (d *day) read(t *testing.T, name string, r *result.Result) {
	t.Helper()
	d.files[name] = editionJSON(t, r)
	d.editions[name] = &published{}
	decode(t, d.files[name], d.editions[name])
}

// TestAccountability: with fewer than five registered only their number, contracts, budget and grant indicators are
// told; where the settings say so, what counts persons is a range of the fixed grid or a share in tenths, or hidden;
// what counts contracts never. Of 12 people 7 are at work, of 5 people 3: those of whom i × 12 < 7 × people.
func TestAccountability(t *testing.T) {
	for _, tt := range []struct {
		people                        int
		how                           string
		registered, active, contracts string
	}{
		{12, "show", "12", "7", "0.5"}, {4, "show", "4", "x", "0.5"}, {5, "show", "5", "3", "0.5"},
		{12, "range", "10〜14人", "5〜9人", "0.5"}, {4, "range", "4", "x", "0.5"}, {12, "hide", "x", "x", "0.5"},
	} {
		var people, tasks strings.Builder
		for i := range tt.people {
			fmt.Fprintf(&people, "P%02d | 2025-05-01\n", i)
			if i*12 < 7*tt.people {
				fmt.Fprintf(&tasks, "2025-12-10 | P%02d | C1 | 2\n", i)
			}
		}
		rules := defaults()
		rules.Accountability = tt.how
		hub := resultOf(t, "\n## 参加者\n参加者ID | 開始日\n"+people.String()+
			"\n## 案件\n案件ID | 発注者ID | 種別 | 開始日\nC1 | A | 定期 | 2025-04-01\nC2 | B | 単発 | 2025-04-01\n"+
			"\n## 作業ログ\n作業日 | 参加者ID | 案件ID | 時間\n"+tasks.String(), "2025-12-15")
		for _, name := range outside {
			r := disclose.Apply(hub, disclose.ProfileOf(name, rules), nil)
			for id, want := range map[string]string{"registered_workers": tt.registered, "active_workers": tt.active,
				"recurring_contract_ratio": tt.contracts} {
				f := kpi.Find(r.Figures, id)
				got := f.Symbol().JA
				if f.Value != nil {
					got = lang.Plain(*f.Value)
				}
				if got != want {
					t.Errorf("%d people, %s: %s of the %s edition is %s, want %s", tt.people, tt.how, id, name, got, want)
				}
			}
			if told := len(r.Funnel.Phases) > 0; told != (tt.how == "show" && tt.people >= 5) {
				t.Errorf("%d people, %s: the flow is told: %v", tt.people, tt.how, told)
			}
		}
	}
}

// TestPay: five earn 10, 20, 30, 40 and so many thousand yen. The second largest knows the largest to (10+20+30)/x, and
// the two largest have (40+x)/(100+x).
func TestPay(t *testing.T) {
	for _, tt := range []struct {
		largest int
		p, top2 float64
		want    bool
	}{
		{100, 15, 0.85, true},  // 60 %, 70 %
		{300, 15, 0.85, true},  // 20 %, 85 %
		{310, 15, 0.85, false}, // 85.4 %
		{100, 59, 0.85, true},
		{100, 61, 0.85, false},
	} {
		rules := defaults()
		rules.PayP, rules.PayTop2 = tt.p, tt.top2
		var people, tasks strings.Builder
		for i, yen := range []int{10, 20, 30, 40, tt.largest} {
			fmt.Fprintf(&people, "P%d | 2025-05-01\n", i)
			fmt.Fprintf(&tasks, "2025-06-10 | P%d | C1 | 2 | %d000\n", i, yen)
		}
		hub := resultOf(t, "\n## 参加者\n参加者ID | 開始日\n"+people.String()+
			"\n## 案件\n案件ID | 発注者ID | 種別 | 開始日 | 月額\nC1 | A | 定期 | 2025-04-01 | 900000\n"+
			"\n## 作業ログ\n作業日 | 参加者ID | 案件ID | 時間 | 報酬\n"+tasks.String(), "2025-12-15")
		f := kpi.Find(disclose.Apply(hub, disclose.ProfileOf("public", rules), nil).Figures, "payout_ratio")
		if (f.Value != nil) != tt.want {
			t.Errorf("largest %d, p %v, top %v: value %v, want told %v", tt.largest, tt.p, tt.top2, f.Value, tt.want)
		}
	}
}
