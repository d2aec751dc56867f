package result

import (
	"bytes"
	"encoding/json"
	"math"
	"testing"

	"pilot90/cohort"
	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
	"pilot90/cohort/schema"
	"pilot90/cohort/setting"
	"pilot90/kpi"
	"pilot90/kpi/facts"
	"pilot90/kpi/state"
)

func TestWriteJSON(t *testing.T) {
	r := &Result{
		Program: "緑野町 <90日>",
		Clock:   setting.Clock{AsOf: cell.NewDay(2026, 3, 31), From: cell.NewDay(2025, 4, 1), To: cell.NewDay(2026, 3, 31)},
		Inputs: []cohort.Input{{File: "台帳.xlsx", SHA256: "ab", Sheets: []cohort.InputSheet{
			{Key: schema.Tasks, Sheet: "作業ログ", Rows: 120, Used: 118, Excluded: 2}}}},
		Figures: []kpi.Figure{
			{ID: "recurring_contract_ratio", Title: lang.Text{JA: "定期案件の割合", EN: "x"}, Unit: kpi.Ratio, Value: new(7.0 / 12),
				Numerator: new(7.0), Denominator: new(12.0), N: 12, Excluded: 1, Interval: &[2]float64{0.32, 0.807},
				Target: new(0.5)},
			{ID: "average_continuation_months", Title: lang.Text{JA: "平均継続月数", EN: "x"}, Unit: kpi.Months,
				Reason: lang.Text{JA: "なし", EN: "none"},
				Parts: kpi.Parts{{Key: "events", Value: 4.0}, {Key: "median", Value: nil},
					{Key: "rmst_interval", Value: [2]float64{4.9, 7.1}},
					{Key: "nan", Value: math.NaN()}, {Key: "at_risk", Value: []kpi.Risk{{Time: 3, N: 9}}},
					{Key: "group", Value: []kpi.Group{{Key: "a<b", Parts: kpi.Parts{{Key: "n", Value: 2.0}}}}}},
				Warnings: []lang.Text{{JA: "注", EN: "w"}}},
		},
		Funnel: state.Funnel{Stages: []state.StageCount{{Stage: facts.Enrolled, Count: new(12)},
			{Stage: facts.FirstDelivery, Reason: lang.Text{JA: "列なし", EN: "x"}}}},
		TenRule: TenTenTen{Candidates: Progress{Actual: new(10.0), Target: 10}, Hours: Progress{Target: 10},
			Projects: Progress{Actual: new(9.0), Target: 10}, Basis: "project"},
		Checklist: []Check{{ID: "training_only", Status: Warn, Figures: []string{"ojt_transition_ratio"}}},
		Findings:  FindingCounts{2, 5, 9},
	}
	var b bytes.Buffer
	if err := r.WriteJSON(&b, lang.JA); err != nil {
		t.Fatal(err)
	}
	// The shape is the example of the design's "JSON" section, written compactly.
	want := `{"schema":"pilot90/figures/1","definitions":"2026-12",` +
		`"program":"緑野町 <90日>","as_of":"2026-03-31","period":{"from":"2025-04-01",` +
		`"to":"2026-03-31"},` +
		`"inputs":[{"file":"台帳.xlsx","sha256":"ab","sheets":[{"key":"tasks","sheet":"作業ログ","rows":120,"used":118,` +
		`"excluded":2}]}],` +
		`"figures":[{"id":"recurring_contract_ratio","title":"定期案件の割合","unit":"ratio","value":0.5833333333333334,` +
		`"reason":null,` +
		`"numerator":7,"denominator":12,"n":12,"excluded":1,"interval":[0.32,0.807],"range":null,"parts":{},"warnings":[],` +
		`"target":0.5},` +
		`{"id":"average_continuation_months","title":"平均継続月数","unit":"months","value":null,"reason":"なし","numerator":null,` +
		`"denominator":null,` +
		`"n":0,"excluded":0,"interval":null,"range":null,"parts":{"events":4,"median":null,"rmst_interval":[4.9,7.1],` +
		`"nan":null,"at_risk":[{"time":3,"n":9}],` +
		`"group":[{"key":"a<b","n":2}]},"warnings":["注"],"target":null}],` +
		`"funnel":[{"stage":"enrolled","count":12},{"stage":"first_delivery","count":null,"reason":"列なし"}],"phases":[],` +
		`"rule":{"candidates":{"actual":10,"target":10},"hours":{"basis":"project","actual":null,"target":10},` +
		`"projects":{"actual":9,"target":10}},` +
		`"checklist":[{"id":"training_only","status":"warn","figures":["ojt_transition_ratio"]}],"leak":null,"grants":[],` +
		`"forecasts":[],` +
		`"findings":{"errors":2,"warnings":5,"infos":9}}`
	var got bytes.Buffer
	if err := json.Compact(&got, b.Bytes()); err != nil {
		t.Fatal(err)
	}
	if got.String() != want {
		t.Errorf("got  %s\nwant %s", got.String(), want)
	}
	if !bytes.HasSuffix(b.Bytes(), []byte("}\n")) || bytes.HasSuffix(b.Bytes(), []byte("\n\n")) {
		t.Error("the file should end in one line feed")
	}
}

// TestForecastJSON: a forecast, and one that cannot be made yet.
func TestForecastJSON(t *testing.T) {
	r := Result{Forecasts: []kpi.Forecast{
		{Figure: "a", Title: lang.Text{JA: "甲", EN: "A"}, Unit: kpi.Ratio, Target: 0.5, Now: new(0.25),
			Model:       lang.Text{JA: "式", EN: "model"},
			Probability: new(0.75), Interval80: &[2]float64{0.25, 0.5}, NeededPace: new(0.875),
			PaceOf: lang.Text{JA: "割合", EN: "share"}},
		{Figure: "b", Title: lang.Text{JA: "乙", EN: "B"}, Unit: kpi.Count, Target: 8,
			TooEarlyUntil: new(cell.NewDay(2025, 7, 1)), Reason: lang.Text{JA: "まだ", EN: "early"}},
	}}
	var b bytes.Buffer
	if err := r.WriteJSON(&b, lang.EN); err != nil {
		t.Fatal(err)
	}
	var got struct{ Forecasts json.RawMessage }
	if err := json.Unmarshal(b.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	var compact bytes.Buffer
	if err := json.Compact(&compact, got.Forecasts); err != nil {
		t.Fatal(err)
	}
	want := `[{"figure":"a","title":"A","unit":"ratio","target":0.5,"value":0.25,"probability":0.75,` +
		`"interval_80":[0.25,0.5],` +
		`"needed_pace":0.875,"needed_pace_of":"share","too_early_until":null,"model":"model","reason":null},` +
		`{"figure":"b","title":"B","unit":"count","target":8,"value":null,"probability":null,"interval_80":null,` +
		`"needed_pace":null,"needed_pace_of":null,"too_early_until":"2025-07-01","model":null,"reason":"early"}]`
	if compact.String() != want {
		t.Errorf("got  %s\nwant %s", compact.String(), want)
	}
}
