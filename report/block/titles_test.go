package block

import (
	"testing"

	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
	"pilot90/cohort/setting"
	"pilot90/kpi"
	"pilot90/kpi/forecast"
	"pilot90/kpi/result"
)

func speaking(lang lang.Lang) *Env { return &Env{Lang: lang} }

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

// TestMissing: what is missing to a target, worked out in whole records where both counts may be shown.
func TestMissing(t *testing.T) {
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
		{ratio("records", 6, 11, 0.6), march, nil, "あてはまるものがあと2件加わると目標に届く（いま 6 / 11、加われば 8 / 13）"},
		// (4 + 10) ÷ (10 + 10) is 0.7; in binary 3 ÷ 0.3 is a hair over 10.
		{ratio("records", 4, 10, 0.7), march, nil, "あてはまるものがあと10件加わると目標に届く（いま 4 / 10、加われば 14 / 20）"},
		{ratio("records", 4, 10, 1), march, nil, "あてはまらない6件が変わると目標に届く（いま 4 / 10）"},
		{ratio("cycle", 4, 8, 0.7), march, come(3), "対象期間のサイクルは終わり、この値（4 / 8）はもう変わらない。次のサイクルで取り組む"},
		// 0.6 × 12 = 7.2: 8 of 12, 4 more, of the 4 still to come.
		{ratio("cycle", 4, 8, 0.6), june, come(4), "これから結果の出る4人のうち、4人以上で目標に届く（いま 4 / 8）"},
		{ratio("cycle", 4, 8, 0.7), june, come(4), "いま 4 / 8。これから結果の出る4人の全員が届いても、目標には届かない"},
		{ratio("cycle", 4, 8, 0.7), june, come(0), "いま 4 / 8。期間の終わりまでに結果の出る人はもうなく、この値は変わらない"},
		{ratio("cycle", 4, 8, 0.7), june, nil, "いま 4 / 8。これから結果の出る人で決まる"},
		{ratio("other", 4, 8, 0.7), june, nil, ""},
	} {
		e := &Env{Lang: lang.JA, Result: &result.Result{Forecasts: c.forecasts},
			Window: &kpi.Window{Clock: setting.Clock{AsOf: c.asOf, To: c.asOf, End: march}},
			Definitions: []kpi.Definition{{ID: "cycle", Outlook: forecast.Completions{}},
				{ID: "records", Outlook: forecast.Arrivals{}}}}
		if got := e.missing(&c.f); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}
