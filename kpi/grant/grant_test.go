package grant_test

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"pilot90/cohort/cohorttest"
	"pilot90/cohort/lang"
	"pilot90/kpi"
	"pilot90/kpi/grant"
	"pilot90/kpi/result"
)

// grantWindow is a window at the end of fiscal 2025 with the grant tables of a pilot.toml.
func grantWindow(t *testing.T, tables string) *kpi.Window {
	t.Helper()
	return kpi.NewWindow(cohorttest.Load(t,
		"as_of: 2026-03-31\nfrom: 2025-04-01\nto: 2026-03-31\n\n# pilot.toml\n"+tables+`
## 予算
費目 | 区分 | 財源 | 執行額 | 日付
運営委託 | 伴走 | 交付金 | 700 | 2025-05-01
研修 | 研修 | 交付金 | 300 | 2026-03-31
前年度 | 研修 | 交付金 | 9000 | 2025-03-31
町費 | その他 | 一般財源 | 50 | 2025-05-01
`))
}

func oneIndicator(t *testing.T, kpiTable string, figures ...kpi.Figure) grant.Indicator {
	t.Helper()
	reports := grant.Reports(nil, grantWindow(t, "[[grant]]\nname = \"拠点\"\n[[grant.kpi]]\n"+kpiTable), figures)
	if len(reports) != 1 || len(reports[0].Indicators) != 1 {
		t.Fatalf("got %d reports", len(reports))
	}
	return reports[0].Indicators[0]
}

func TestRatings(t *testing.T) {
	const (
		very, considerable, some, none = grant.VeryEffective, grant.Considerable, grant.SomeEffect, grant.NoEffect
	)
	for _, tt := range []struct {
		name                   string
		baseline, step, actual string // the target is baseline + step
		direction              string
		level, gain, inverse   float64 // -1 = none
		want                   []grant.Effect
	}{
		// Baseline 10, target 20.
		{"above the target", "10", "10", "21", "higher", 21.0 / 20, 11.0 / 10, -1, []grant.Effect{very}},
		{"exactly on target", "10", "10", "20", "higher", 1, 1, -1, []grant.Effect{very, considerable}},
		{"just under", "10", "10", "19", "higher", 19.0 / 20, 9.0 / 10, -1, []grant.Effect{considerable}},
		{"exactly 70 %", "10", "10", "14", "higher", 0.7, 0.4, -1, []grant.Effect{considerable}},
		{"under 70 %", "10", "10", "13", "higher", 13.0 / 20, 0.3, -1, []grant.Effect{some}},
		{"as before", "10", "10", "10", "higher", 0.5, 0, -1, []grant.Effect{some, none}},
		{"worse than before", "10", "10", "9", "higher", 9.0 / 20, -0.1, -1, []grant.Effect{none}},
		// Baseline 80, target 100: 70 % of the target is no better than before.
		{"as before, over 70 %", "80", "20", "80", "higher", 0.8, 0, -1, []grant.Effect{considerable, some, none}},
		{"worse, over 70 %", "80", "20", "75", "higher", 0.75, -0.25, -1, []grant.Effect{considerable, none}},
		// The target is the baseline: there is no gain to speak of.
		{"no increase planned", "10", "0", "12", "higher", 1.2, -1, -1, []grant.Effect{very}},
		{"no increase planned, kept", "10", "0", "10", "higher", 1, -1, -1, []grant.Effect{very, considerable}},
		// 0.1 + 0.2 is 0.3 as written, whatever binary numbers make of it.
		{"decimals", "0.1", "0.2", "0.3", "higher", 1, 1, -1, []grant.Effect{very, considerable}},
		// Lower is better: baseline 100, target 50.
		{"lower, better than the target", "100", "-50", "49", "lower", 0.98, 1.02, 50.0 / 49, []grant.Effect{very}},
		{"lower, on target", "100", "-50", "50", "lower", 1, 1, 1, []grant.Effect{very, considerable}},
		{"lower, both ways over 70 %", "100", "-50", "60", "lower", 1.2, 0.8, 50.0 / 60, []grant.Effect{considerable}},
		{"lower, the ways disagree", "100", "-50", "70", "lower", 1.4, 0.6, 50.0 / 70, []grant.Effect{considerable, some}},
		{"lower, both ways under 70 %", "100", "-50", "80", "lower", 1.6, 0.4, 50.0 / 80, []grant.Effect{some}},
		{"lower, worse", "100", "-50", "110", "lower", 2.2, -0.2, 50.0 / 110, []grant.Effect{none}},
		// A target of 0 has no level.
		{"target 0, reached from below", "-10", "10", "-2", "higher", -1, 0.8, -1, []grant.Effect{considerable, some}},
		{"target 0, worse than before", "-10", "10", "-12", "higher", -1, -0.2, -1, []grant.Effect{considerable, none}},
		{"a target below 0, its level means nothing", "-20", "10", "-12", "higher", 1.2, 0.8, -1,
			[]grant.Effect{considerable, some}},
		{"lower, target 0", "10", "-10", "8", "lower", -1, 0.2, 0, []grant.Effect{considerable, some}},
	} {
		i := oneIndicator(t, "baseline = "+tt.baseline+"\nactual = "+tt.actual+"\ndirection = \""+tt.direction+
			"\"\nincrements = { 2025 = "+tt.step+" }\n")
		for _, v := range []struct {
			name string
			got  *float64
			want float64
		}{{"level", i.Level, tt.level}, {"gain", i.Gain, tt.gain}, {"target over actual", i.Inverse, tt.inverse}} {
			if got := orNone(v.got); !near(got, v.want) {
				t.Errorf("%s: %s = %v, want %v", tt.name, v.name, got, v.want)
			}
		}
		if !slices.Equal(i.Rating.Proposed, tt.want) {
			t.Errorf("%s: proposed %v, want %v (%s)", tt.name, i.Rating.Proposed, tt.want, i.Rating.Arithmetic.JA)
		}
		if open := len(tt.want) > 1; open == i.Rating.Open.Empty() || open && !strings.HasPrefix(i.Rating.Open.JA, "要判断") {
			t.Errorf("%s: open is %q", tt.name, i.Rating.Open.JA)
		}
		if reached := strings.Contains(i.Rating.Open.JA, "70％以上"); reached != (strings.HasPrefix(tt.name, "worse, over")) {
			t.Errorf("%s: open is %q", tt.name, i.Rating.Open.JA)
		}
	}
}

func orNone(v *float64) float64 {
	if v == nil {
		return -1
	}
	return *v
}

func near(a, b float64) bool { return a-b < 1e-12 && b-a < 1e-12 }

func TestPlanTable(t *testing.T) {
	i := oneIndicator(t, `figure = "leaders"
unit = "人"
baseline = 2
increments = { 2024 = 3, 2025 = 4, 2026 = 5 }
history = { 2024 = 6 }
target_year = 2027
target_month = 3
`, kpi.Figure{ID: "leaders", Title: lang.Text{JA: "リーダー", EN: "leaders"}, Unit: kpi.Count, Value: new(8.0)})
	// Cumulative: 2+3 = 5, 5+4 = 9, 9+5 = 14. Fiscal 2025 is reported: 8 of 9; (8−2)/(9−2).
	want := []grant.YearOf{
		{FiscalYear: 2024, Increment: new(3.0), Target: new(5.0), Actual: new(6.0)},
		{FiscalYear: 2025, Increment: new(4.0), Target: new(9.0), Actual: new(8.0)},
		{FiscalYear: 2026, Increment: new(5.0), Target: new(14.0)},
	}
	for n, y := range i.Years {
		if n >= len(want) || y.FiscalYear != want[n].FiscalYear || orNone(y.Increment) != orNone(want[n].Increment) ||
			orNone(y.Target) != orNone(want[n].Target) || orNone(y.Actual) != orNone(want[n].Actual) {
			t.Errorf("column %d: %+v", n, y)
		}
	}
	if len(i.Years) != 3 || orNone(i.Target) != 9 || orNone(i.Level) != 8.0/9 || orNone(i.Gain) != 6.0/7 ||
		i.Due != "2027-03" || i.Title.JA != "リーダー" || i.ByHand {
		t.Errorf("got %+v", i)
	}
}

func TestActuals(t *testing.T) {
	ratio := kpi.Figure{ID: "retention_ratio", Unit: kpi.Ratio, Value: new(11.0 / 20), Numerator: new(11.0),
		Denominator: new(20.0)}
	yen := kpi.Figure{ID: "revenue_total", Unit: kpi.Yen, Value: new(3256613.0)}
	none := kpi.Figure{ID: "leaders", Unit: kpi.Count, Reason: lang.Text{JA: "列がありません", EN: "no column"}}
	for _, tt := range []struct {
		name, table string
		figures     []kpi.Figure
		want        float64 // -1 = none
		hand        bool
		reason      string
	}{
		{"a ratio in per cent is exact", `figure = "retention_ratio"` + "\nunit = \"％\"\n", []kpi.Figure{ratio}, 55, false,
			""},
		{"a ratio as it is", `figure = "retention_ratio"` + "\n", []kpi.Figure{ratio}, 0.55, false, ""},
		{"yen in thousands", `figure = "revenue_total"` + "\nunit = \"千円\"\n", []kpi.Figure{yen}, 3256.613, false, ""},
		{"a ratio without its parts", `figure = "retention_ratio"` + "\nunit = \"%\"\n",
			[]kpi.Figure{{ID: "retention_ratio", Unit: kpi.Ratio, Value: new(0.29)}}, 29, false, ""},
		{"seven of twelve: 700 ÷ 12", `figure = "retention_ratio"` + "\nunit = \"%\"\n",
			[]kpi.Figure{{ID: "retention_ratio", Unit: kpi.Ratio, Value: new(7.0 / 12), Numerator: new(7.0),
				Denominator: new(12.0)}}, 700.0 / 12, false, ""},
		{"yen in yen", `figure = "revenue_total"` + "\nunit = \"円\"\n", []kpi.Figure{yen}, 3256613, false, ""},
		{"a count is no money", `figure = "leaders"` + "\nunit = \"千円\"\n",
			[]kpi.Figure{{ID: "leaders", Unit: kpi.Count, Value: new(8.0)}}, 8, false, ""},
		{"by hand", "actual = 7\n", nil, 7, true, ""},
		{"from the history", "history = { 2025 = 5 }\n", nil, 5, true, ""},
		{"the history of another year", "history = { 2024 = 5 }\n", nil, -1, false, "2025年度の実績値が記入されていません"},
		{"by hand where the figure has none", `figure = "leaders"` + "\nactual = 3\n", []kpi.Figure{none}, 3, true, ""},
		{"the figure's reason", `figure = "leaders"` + "\n", []kpi.Figure{none}, -1, false, "列がありません"},
		{"no such figure", `figure = "leader"` + "\n", []kpi.Figure{none}, -1, false, "「leader」という指標はありません"},
	} {
		i := oneIndicator(t, tt.table+"baseline = 0\nincrements = { 2025 = 1 }\n", tt.figures...)
		if got := orNone(i.Actual); got != tt.want || i.ByHand != tt.hand || i.Reason.JA != tt.reason {
			t.Errorf("%s: got %v, by hand %v, reason %q", tt.name, got, i.ByHand, i.Reason.JA)
		}
		if i.Actual == nil && (i.Level != nil || i.Gain != nil || len(i.Rating.Proposed) > 0) {
			t.Errorf("%s: rated without an actual", tt.name)
		}
	}
}

func TestNoTarget(t *testing.T) {
	for table, reason := range map[string]string{
		"increments = { 2025 = 1 }\n":               "事業開始前の値（baseline）がない",
		"baseline = 1\nincrements = { 2026 = 1 }\n": "2025年度までの増加分（increments）がない",
	} {
		i := oneIndicator(t, "actual = 7\n"+table)
		if i.Target != nil || i.Level != nil || len(i.Rating.Proposed) > 0 || !strings.HasPrefix(i.Reason.JA, reason) {
			t.Errorf("%s: got %+v", table, i)
		}
	}
}

func TestScales(t *testing.T) {
	const scales = `
[[scale]]
name = "水準"
steps = [
	{ at_least = 1, word = "◎" }, { at_least = 0.8, word = "○" },
	{ at_least = 0.5, word = "△" }, { at_least = 0, word = "▲" },
]
[[scale]]
name = "増加分"
basis = "gain"
steps = [ { at_least = 1, word = "A" }, { at_least = 0.5, word = "B" } ]
`
	for _, tt := range []struct {
		name, scale, actual, direction string
		word, reason                   string
	}{
		// Baseline 10, target 20.
		{"on the step", "水準", "20", "higher", "◎", ""},
		{"on a lower step", "水準", "16", "higher", "○", ""},
		{"just under it", "水準", "15.9", "higher", "△", ""},
		{"the last step", "水準", "1", "higher", "▲", ""},
		{"by gain", "増加分", "16", "higher", "B", ""},
		{"below every step", "増加分", "14", "higher", "", "どの段階にも届きません"},
		{"what should fall: 20 ÷ 25", "水準", "25", "lower", "○", ""},
		{"no such scale", "S", "20", "higher", "", "評価表（[[scale]]）がありません"},
	} {
		i := oneIndicator(t, "baseline = 10\nactual = "+tt.actual+"\ndirection = \""+tt.direction+
			"\"\nincrements = { 2025 = 10 }\nscale = \""+tt.scale+"\"\n"+scales)
		if i.Scale == nil || i.Scale.Word != tt.word || !strings.Contains(i.Scale.Reason.JA, tt.reason) ||
			(tt.reason == "") != i.Scale.Reason.Empty() {
			t.Errorf("%s: got %+v", tt.name, i.Scale)
		}
	}
}

func TestGrantAmount(t *testing.T) {
	for _, tt := range []struct {
		name, tables string
		want         float64
	}{
		{"as given", "[[grant]]\nname = \"A\"\namount = 5\n", 5},
		{"from the budget: 700 + 300 of the period's grant lines", "[[grant]]\nname = \"A\"\n", 1000},
		{"two grants cannot be told apart", "[[grant]]\nname = \"A\"\n[[grant]]\nname = \"B\"\n", -1},
	} {
		g := grant.Reports(nil, grantWindow(t, tt.tables), nil)[0]
		if got := orNone(g.Amount); got != tt.want || g.AmountReason.Empty() {
			t.Errorf("%s: got %v, %v", tt.name, got, g.AmountReason)
		}
	}
}

// TestDue: 目標年月, or the year alone.
func TestDue(t *testing.T) {
	for table, want := range map[string]string{
		"target_year = 2027\ntarget_month = 3\n": "2027-03", "target_year = 2027\n": "2027", "target_month = 3\n": "", "": "",
	} {
		if i := oneIndicator(t, "actual = 1\n"+table); i.Due != want {
			t.Errorf("%q: due %q, want %q", table, i.Due, want)
		}
	}
}

// TestGrantYear holds that a period which is not the whole fiscal year says so.
func TestGrantYear(t *testing.T) {
	for period, warning := range map[string]string{
		"as_of: 2026-03-31\nfrom: 2025-04-01\nto: 2026-03-31\n": "",
		"as_of: 2026-03-30\nfrom: 2025-04-01\nto: 2026-03-31\n": "2025年度の途中（2026-03-30まで）",
		"as_of: 2026-03-31\nfrom: 2025-05-01\nto: 2026-03-31\n": "対象期間の初日（2025-05-01）",
	} {
		w := kpi.NewWindow(cohorttest.Load(t, period+"\n# pilot.toml\n[[grant]]\nname = \"A\"\n"))
		got := grant.Reports(nil, w, nil)[0].Warnings
		if (warning == "") != (len(got) == 0) || warning != "" && !strings.HasPrefix(got[0].JA, warning) {
			t.Errorf("%q: got %v", period, got)
		}
	}
}

func TestGrantJSON(t *testing.T) {
	w := grantWindow(t, `[[grant]]
name = "拠点"
kind = "地域未来交付金"
amount = 1000
next_step = "事業の継続"
[[grant.kpi]]
title = "登録者"
unit = "人"
actual = 19
baseline = 10
increments = { 2025 = 10 }
[[grant.kpi]]
title = "費用"
unit = "円"
direction = "lower"
actual = 50
baseline = 100
increments = { 2025 = -50 }
`)
	r := result.Compute(nil, w)
	var b bytes.Buffer
	if err := r.WriteJSON(&b, lang.JA); err != nil {
		t.Fatal(err)
	}
	var got struct {
		Grants json.RawMessage `json:"grants"`
	}
	if err := json.Unmarshal(b.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	var compact bytes.Buffer
	if err := json.Compact(&compact, got.Grants); err != nil {
		t.Fatal(err)
	}
	// 19 ÷ 20 = 0.95, (19 − 10) ÷ (20 − 10) = 0.9; 50 ÷ 50 = 1, (50 − 100) ÷ (50 − 100) = 1.
	want := `[{"name":"拠点","kind":"地域未来交付金","fiscal_year":2025,"amount":1000,"kpis":[` +
		`{"title":"登録者","figure":null,"unit":"人","direction":"higher","kind":"stock","baseline":10,"years":[` +
		`{"fiscal_year":2025,"increment":10,"actual_increment":null,"target":20,"actual":19,` +
		`"source":"pilot.toml の actual"}],` +
		`"target":20,"actual":19,"reason":null,"level":0.95,"gain":0.9,"rating":{"proposed":"相当程度効果があった",` +
		`"needs_judgement":false,"between":[],"why":null,` +
		`"arithmetic":"実績 19 < 目標 20、達成率（水準） 19 ÷ 20 = 0.95、達成率（増加分） (19 − 10) ÷ (20 − 10) = 0.9、実績 19 > 事業開始前 10"}},` +
		`{"title":"費用","figure":null,"unit":"円","direction":"lower","kind":"stock","baseline":100,"years":[` +
		`{"fiscal_year":2025,"increment":-50,"actual_increment":null,"target":50,"actual":50,` +
		`"source":"pilot.toml の actual"}],` +
		`"target":50,"actual":50,"reason":null,"level":1,"gain":1,"target_over_actual":1,"rating":{"proposed":null,` +
		`"needs_judgement":true,` +
		`"between":["地方創生に非常に効果的であった","相当程度効果があった"],"why":"要判断：実績がちょうど目標値です。「目標値を上回った」とするかを判断してください",` +
		`"arithmetic":"実績 50 = 目標 50、達成率（水準） 50 ÷ 50 = 1、目標 ÷ 実績 50 ÷ 50 = 1、` +
		`達成率（増加分） (50 − 100) ÷ (50 − 100) = 1、実績 50 < 事業開始前 100"}}],` +
		`"chosen":{"effect":"","external_rating":"","external_opinion":"","next_step":"事業の継続","next_step_reason":""},` +
		`"warnings":[]}]`
	if compact.String() != want {
		t.Errorf("got  %s\nwant %s", compact.String(), want)
	}
}
