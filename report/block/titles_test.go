package block

import (
	"strings"
	"testing"

	"pilot90/cohort"
	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
	"pilot90/cohort/setting"
	"pilot90/kpi"
	"pilot90/kpi/facts"
	"pilot90/kpi/forecast"
	"pilot90/kpi/result"
	"pilot90/kpi/state"
)

func speaking(lang lang.Lang) *Env { return &Env{Lang: lang} }

// TestShareTitle: a title tells a change only where there was one.
func TestShareTitle(t *testing.T) {
	may, june := sharePoint{"2025年5月", "100.0%"}, sharePoint{"2025年6月", "100.0%"}
	for _, c := range []struct {
		name     string
		from, to sharePoint
		steady   bool
		want     string
	}{
		{"a change", may, sharePoint{"2025年6月", "60.0%"}, false, "案件にしめる定期の割合は、2025年5月の100.0%から2025年6月の60.0%になりました"},
		{"down and up again", may, june, false, "案件にしめる定期の割合は、2025年5月も2025年6月も100.0%でした"},
		{"every month the same", may, june, true, "案件にしめる定期の割合は、2025年5月から2025年6月まで100.0%のままでした"},
		{"one month", may, may, true, "案件にしめる定期の割合は、2025年5月に100.0%でした"},
	} {
		if got := speaking(lang.JA).shareTitle(c.from, c.to, c.steady); got != c.want {
			t.Errorf("%s: %s", c.name, got)
		}
	}
}

// TestYearsTitle: amounts as titles give them, half up (139.7 is 140, 56.6 is 57);
// what a running year has so far is not told as where revenue went.
func TestYearsTitle(t *testing.T) {
	year := func(title string, yen float64) *kpi.Group {
		return &kpi.Group{Title: lang.Text{JA: title}, Parts: kpi.Parts{{Key: "revenue", Unit: kpi.Yen, Value: yen}}}
	}
	first, last := year("2025年度", 1397011), year("2026年度", 566301)
	for running, want := range map[bool]string{
		true:  "売上は2025年度に140万円、2026年度は途中までで57万円",
		false: "売上は2025年度の140万円から、2026年度の57万円になった",
	} {
		if got := speaking(lang.JA).yearsTitle(first, last, running); got != want {
			t.Errorf("running %v: %s", running, got)
		}
	}
}

// TestWeakTitle: that no target was missed is said only where there are targets and nothing else
// went badly; English numbers agree with their nouns.
func TestWeakTitle(t *testing.T) {
	target := 0.6
	holding := func(figures ...kpi.Figure) *Env {
		return &Env{Lang: lang.EN, Result: &result.Result{Figures: figures}}
	}
	with := holding(kpi.Figure{Target: &target, Value: &target})
	hidden := holding(kpi.Figure{Target: &target, Suppressed: true})
	some := holding(kpi.Figure{Target: &target, Value: &target}, kpi.Figure{Target: &target, Suppressed: true})
	without := holding()
	for _, c := range []struct {
		e              *Env
		missed, listed int
		want           string
	}{
		{with, 2, 3, "2 targets were missed"},
		{with, 1, 1, "1 target was missed"},
		{with, 0, 1, "1 thing went badly"},
		{without, 0, 6, "6 things went badly"},
		{with, 0, 0, "No target was missed"},
		{without, 0, 0, "No targets have been set"},
		{hidden, 0, 0, "No figure can be shown against its target"},
		{some, 0, 0, "Of the figures that can be shown, none missed its target"},
	} {
		if got := c.e.weakTitle(c.missed, c.listed); got != c.want {
			t.Errorf("%d missed, %d listed: %q, want %q", c.missed, c.listed, got, c.want)
		}
	}
}

// TestNothingOutside: what is hidden or unknown is not called good.
func TestNothingOutside(t *testing.T) {
	value := 1.0
	for _, c := range []struct {
		name       string
		conditions []result.Condition
		want       string
	}{
		{"all known", []result.Condition{{Value: &value}}, "点検で目安の外になった項目はありません"},
		{"one hidden", []result.Condition{{Value: &value}, {Suppressed: true}}, "伏せた項目（x）のほかには、点検で目安の外になった項目はありません"},
		{"no data", []result.Condition{{}}, "点検に要る記録がまだありません"},
	} {
		e := &Env{Lang: lang.JA, Result: &result.Result{Checklist: []result.Check{{Conditions: c.conditions}}}}
		if got := e.nothingOutside(); got != c.want {
			t.Errorf("%s: %s", c.name, got)
		}
	}
}

// TestFunnelTitle: the title names the last stage that somebody reached, and says where nobody is yet.
func TestFunnelTitle(t *testing.T) {
	n := func(i int) *int { return &i }
	stage := func(title string, count *int) state.StageCount {
		return state.StageCount{Title: lang.Text{JA: title}, Count: count}
	}
	for _, c := range []struct {
		stages []state.StageCount
		want   string
	}{
		{[]state.StageCount{stage("参加", n(5)), stage("研修修了", n(4)), stage("定着", n(2))}, "参加した5人のうち、2人が「定着」まで進みました"},
		{[]state.StageCount{stage("参加", n(5)), stage("研修修了", n(4)), stage("定着", n(0))},
			"参加した5人のうち、4人が「研修修了」まで進みました（「定着」はまだいません）"},
		{[]state.StageCount{stage("参加", n(5)), stage("研修修了", n(0)), stage("定着", n(0))}, "参加した人は5人で、「研修修了」はまだいません"},
		{[]state.StageCount{stage("参加", n(5)), stage("研修修了", nil)}, "参加した人は5人です（ほかの段階は数字を示していません）"},
	} {
		if got := speaking(lang.JA).funnelChart(c.stages).Title; got != c.want {
			t.Errorf("got %s, want %s", got, c.want)
		}
	}
}

// TestGap: what is missing to a target, worked out in whole records where both counts may be shown.
func TestGap(t *testing.T) {
	march, june := cell.NewDay(2026, 3, 31), cell.NewDay(2025, 6, 30)
	v := func(x float64) *float64 { return &x }
	ratio := func(id string, hits, n, target float64) kpi.Figure {
		return kpi.Figure{ID: id, Title: lang.Text{JA: "率"}, Unit: kpi.Ratio, Better: kpi.Higher, Value: v(hits / n),
			Numerator: v(hits), Denominator: v(n), Target: v(target)}
	}
	come := func(n int) []kpi.Forecast { return []kpi.Forecast{{Figure: "cycle", ToCome: &n}} }
	for _, c := range []struct {
		f         kpi.Figure
		asOf      cell.Day
		forecasts []kpi.Forecast
		want      string
	}{
		// (6 + x) ÷ (11 + x) ≥ 0.6 from x = 1.5: 7/12 are 58.3 %, 8/13 61.5 %.
		{ratio("records", 6, 11, 0.6), march, nil, "率：あてはまるものがあと2件加わると目標に届く（いま 6 / 11、加われば 8 / 13）"},
		// (4 + 10) ÷ (10 + 10) is 0.7; in binary 3 ÷ 0.3 is a hair over 10.
		{ratio("records", 4, 10, 0.7), march, nil, "率：あてはまるものがあと10件加わると目標に届く（いま 4 / 10、加われば 14 / 20）"},
		{ratio("records", 4, 10, 1), march, nil, "率：あてはまらない6件が変わると目標に届く（いま 4 / 10）"},
		{ratio("cycle", 4, 8, 0.7), march, come(3), "率：対象期間のサイクルは終わり、この値（4 / 8）はもう変わらない。次のサイクルで取り組む"},
		// 0.6 × 12 = 7.2: 8 of 12, 4 more, of the 4 still to come.
		{ratio("cycle", 4, 8, 0.6), june, come(4), "率：これから結果の出る4人のうち、4人以上で目標に届く（いま 4 / 8）"},
		{ratio("cycle", 4, 8, 0.7), june, come(4), "率：いま 4 / 8。これから結果の出る4人の全員が届いても、目標には届かない"},
		{ratio("cycle", 4, 8, 0.7), june, come(0), "率：いま 4 / 8。期間の終わりまでに結果の出る人はもうなく、この値は変わらない"},
		{ratio("cycle", 4, 8, 0.7), june, nil, "率：いま 4 / 8。これから結果の出る人で決まる"},
		{ratio("other", 4, 8, 0.7), june, nil, "率：目標まで20.0ポイント"},
		{kpi.Figure{Title: lang.Text{JA: "率"}, Unit: kpi.Ratio, Value: v(0.55), Target: v(0.6)}, march, nil,
			"率：目標まで5.0ポイント"},
		{kpi.Figure{Title: lang.Text{JA: "率"}, Unit: kpi.Months, Value: v(4.5), Target: v(6)}, march, nil, "率：目標まであと1.5か月"},
	} {
		e := &Env{Lang: lang.JA, Result: &result.Result{Forecasts: c.forecasts},
			Window: &kpi.Window{Clock: setting.Clock{AsOf: c.asOf, To: c.asOf, End: march}},
			Definitions: []kpi.Definition{{ID: "cycle", Outlook: forecast.Completions{}},
				{ID: "records", Outlook: forecast.Arrivals{}}}}
		if got := e.gap(&c.f); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}

// TestThreeIncomes: 10 of those on a cycle, 8 without prior income, 7 within 90 days are told apart in one line; where
// they are the same, or only one may be shown, nothing is said.
func TestThreeIncomes(t *testing.T) {
	env := func(ever *int, residents, within *float64) *Env {
		return &Env{Lang: lang.JA, Cohort: &cohort.Ledger{Pilot: setting.Default()}, Result: &result.Result{
			Funnel: state.Funnel{Stages: []state.StageCount{{Stage: facts.FirstIncome, Count: ever}}},
			Figures: []kpi.Figure{{ID: "first_income_residents", Value: residents},
				{ID: "first_income_within_cycle_ratio", Numerator: within}}}}
	}
	got := env(new(10), new(8.0), new(7.0)).threeIncomes()
	for _, part := range []string{"初収入のあった人 10人", "初収入が対象期間に入る人 8人", "90日目までに初収入のあった人 7人"} {
		if !strings.Contains(got, part) {
			t.Errorf("%q is not in %q", part, got)
		}
	}
	for _, e := range []*Env{env(new(8), new(8.0), new(8.0)), env(new(8), nil, nil), env(nil, nil, new(7.0))} {
		if got := e.threeIncomes(); got != "" {
			t.Errorf("got %q", got)
		}
	}
}
