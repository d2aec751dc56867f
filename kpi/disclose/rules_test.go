package disclose_test

import (
	"fmt"
	"strings"
	"testing"

	"pilot90/cohort/setting"
	"pilot90/kpi"
	"pilot90/kpi/disclose"
	"pilot90/kpi/result"
)

// ruled is a ledger of people of whom the first so many are women, children are cared for by the next of them, and so
// on; everybody but the last few works 2 hours a week for some weeks.
type ruled struct {
	people, men, old, caring, disabled, working int
	weeks                                       int  // of work
	low                                         bool // 500 yen an hour
	scores                                      string
}

func (d ruled) result(t *testing.T) *result.Result {
	t.Helper()
	var list, log, said strings.Builder
	for i := range d.people {
		gender, band, situation := "女性", "30代", ""
		if i%2 == 1 && i/2 < d.men {
			gender = "男性"
		}
		if i < d.old {
			band = "60代"
		} else if i%3 == 0 {
			band = "50代"
		}
		switch {
		case i < d.caring:
			situation = "子育て"
		case i < d.caring+d.disabled:
			situation = "障がい"
		case i < d.caring+d.disabled+6:
			situation = "学生"
		}
		fmt.Fprintf(&list, "P%03d | %s | %s | %s | 2025-05-01\n", i, gender, band, situation)
		if i >= d.working {
			continue
		}
		for k := range d.weeks {
			yen := 2400 + 37*i
			if d.low {
				yen = 1000
			}
			fmt.Fprintf(&log, "2025-%02d-%02d | P%03d | C1 | 2 | %d\n", 6+k/4, 1+7*(k%4), i, yen)
		}
	}
	for _, s := range d.scores {
		fmt.Fprintf(&said, "2025-06-01 | ワーカー | %c\n", s)
	}
	return resultOf(t, "\n# pilot.toml\n[program]\nprefecture = \"長野県\"\n\n## 参加者\n"+
		"参加者ID | 性別 | 年代 | 事情 | 開始日\n"+list.String()+
		"\n## 案件\n案件ID | 発注者ID | 種別 | 開始日 | 月額\nC1 | A | 定期 | 2025-04-01 | 900000\n"+
		"\n## 作業ログ\n作業日 | 参加者ID | 案件ID | 時間 | 報酬\n"+log.String()+
		"\n## 満足度\n日付 | 回答者区分 | 点数\n"+said.String(), "2025-07-10")
}

// says is a figure as an edition tells it: its value or mark, its lines with their registered, and the sentence in
// place of them.
func says(r *result.Result, edition, id string, rules setting.Privacy) string {
	f := kpi.Find(disclose.Apply(r, disclose.ProfileOf(edition, rules), nil).Figures, id)
	text := f.Symbol().JA
	if f.Value != nil {
		text = fmt.Sprint(*f.Value)
	}
	if !f.Absent.Empty() {
		text += " " + f.Absent.JA
	}
	for _, g := range groupsOf(f) {
		text += " " + g.Title.JA
		for _, p := range g.Parts {
			if s, coded := p.Value.(kpi.Span); coded {
				text += "/" + s.Text.JA
			} else {
				text += fmt.Sprint("/", p.Value)
			}
		}
	}
	return text
}

// TestRulesByHand: each rule of privacy.md that another test does not name (see the table in CONTRIBUTING), worked
// out by hand.
func TestRulesByHand(t *testing.T) {
	weeks := 6 // in June and July
	twelve := ruled{people: 12, men: 5, working: 8, weeks: weeks}
	for _, tt := range []struct {
		name, edition, figure string
		ledger                ruled
		want                  string
	}{
		// 2: a whole table or one sentence; base 10 for grant and council, 20 for public.
		{"nine people", "council", "by_gender", ruled{people: 9, men: 4, working: 5, weeks: weeks},
			"9 参加者が9人のため、属性別の内訳は載せません"},
		{"twelve, public", "public", "by_gender", twelve, "12 参加者が12人のため、属性別の内訳は載せません"},
		// Of 7 women and 5 men 4 each work: 4 to 7 and 3 to 5 beside the total of 8 would leave 4 or 5 women: the
		// column goes.
		{"twelve, council", "council", "by_gender", twelve, "12 女性/7 男性/5"},
		// 3: two men are in no table of their own, and there is no other line to put them with.
		{"two men", "council", "by_gender", ruled{people: 14, men: 2, working: 8, weeks: weeks},
			"14 少人数の区分が分かってしまうため、性別の内訳は載せません"},
		// 3: two of 60 and more go to those of 50: 14 people, 2 over 60, of 50 those divisible by 3: 3, 6, 9, 12. Of the 6, 4
		// work, of the 8 others 3; with the total of 7 each range leaves three values.
		{"two of 60", "council", "by_age_band", ruled{people: 14, old: 2, working: 7, weeks: weeks},
			"14 30代/8/4人以下/4人以下 50代以上/6/4人以上/4人以上"},
		// 4: 20 % of a line under 20, 10 % above: 30 women, of whom all but 2 work: 30 − max(5, 3) = 25人以上.
		{"nearly everybody", "public", "by_gender", ruled{people: 60, men: 30, working: 56, weeks: weeks},
			"60 女性/30/25人以上/25人以上"},
		// 5: scores from 5 answers on, one decimal: (1 + 3 + 4 + 4 + 5) ÷ 5 = 3.4.
		{"four answers", "council", "satisfaction_worker", ruled{people: 12, scores: "3444"}, "x"},
		{"five answers", "council", "satisfaction_worker", ruled{people: 12, scores: "13445"}, "3.4"},
		{"all but one point", "council", "satisfaction_worker", ruled{people: 12, scores: "55554"}, "4点台以上"},
		// 5: nobody below the reference is told as such, two are a range.
		{"nobody below", "council", "below_reference_workers", ruled{people: 12, working: 12, weeks: weeks}, "0"},
		{"two below", "council", "below_reference_workers", ruled{people: 12, working: 2, weeks: weeks, low: true}, "1〜4人"},
		// 5: 8 people work 2 months: 16 person-months of 2,400 + 37 i yen, 4 weeks of June and 2 of July; the
		// middle two are 2 × 2,659 and 4 × 2,400, their mean 7,459 yen is told in thousands.
		{"median", "council", "monthly_income", twelve, "7000 "},
	} {
		got := says(tt.ledger.result(t), tt.edition, tt.figure, defaults())
		t.Logf("%s: %s", tt.name, got)
		if !strings.HasPrefix(got, tt.want) {
			t.Errorf("%s: told as %q, want %q", tt.name, got, tt.want)
		}
	}
}

// TestKeysOfPrivacy: each key of [privacy] that TestAccountability and TestPay do not turn changes what is told.
func TestKeysOfPrivacy(t *testing.T) {
	twelve := ruled{people: 12, men: 5, working: 8, weeks: 6, scores: "13445"}
	below, sixty := ruled{people: 12, working: 2, weeks: 6, low: true}, ruled{people: 60, caring: 20, disabled: 20}
	for key, tt := range map[string]struct {
		ledger        ruled
		figure        string
		set           func(p *setting.Privacy)
		before, after string // how what the council is told begins
	}{
		"small_pilot": {twelve, "active_workers", func(p *setting.Privacy) { p.SmallPilot = 13 }, "8", "x"},
		"council_is_public": {below, "below_reference_workers", func(p *setting.Privacy) { p.CouncilIsPublic = false },
			"1〜4人", "1〜2人"},
		"k": {twelve, "by_gender", func(p *setting.Privacy) { p.K = setting.PerEdition{Grant: 6, Council: 6, Public: 6} },
			"12 女性/7 男性/5", "12 少人数の区分"},
		"attribute_base": {twelve, "by_gender", func(p *setting.Privacy) { p.AttributeBase.Council = 13 },
			"12 女性", "12 参加者が12人"},
		"sensitive": {sixty, "by_situation", func(p *setting.Privacy) { p.Sensitive = nil },
			"60 子育て/20/0/0 学生", "60 子育て/20/0/0 学生/6/0/0 障がい/20"},
		"sensitive_show": {sixty, "by_situation", func(p *setting.Privacy) { p.SensitiveShow = []string{"disability"} },
			"60 子育て/20/0/0 学生", "60 子育て/20/0/0 学生/6/0/0 障がい/20"},
		"pay_contributors": {twelve, "monthly_income", func(p *setting.Privacy) { p.PayContributors.Public = 9 },
			"7000", "x"},
		"pay_round":   {twelve, "monthly_income", func(p *setting.Privacy) { p.PayRound = 100 }, "7000", "7500"},
		"records_min": {twelve, "monthly_income", func(p *setting.Privacy) { p.RecordsMin = 17 }, "7000", "x"},
		"scores_min":  {twelve, "satisfaction_worker", func(p *setting.Privacy) { p.ScoresMin = 6 }, "3.4", "x"},
	} {
		r, rules := tt.ledger.result(t), defaults()
		if got := says(r, "council", tt.figure, rules); !strings.HasPrefix(got, tt.before) {
			t.Errorf("%s: %s is told as %q, want %q", key, tt.figure, got, tt.before)
		}
		tt.set(&rules)
		if got := says(r, "council", tt.figure, rules); !strings.HasPrefix(got, tt.after) {
			t.Errorf("%s turned: %s is told as %q, want %q", key, tt.figure, got, tt.after)
		}
	}
}
