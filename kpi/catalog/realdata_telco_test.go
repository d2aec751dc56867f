package catalog

import (
	"strconv"
	"strings"
	"testing"
)

// telcoDays is a month of tenure in days. The customers of tenure 0 make it one day more for all.
const telcoDays = 30

// TestTelcoContracts: 7,043 telephone contracts. Who pays by the month is 単発, contracts of one and
// two years are 定期; then every kind by itself.
func TestTelcoContracts(t *testing.T) {
	if testing.Short() {
		t.Skip("reads thousands of real contracts")
	}
	t.Parallel()
	var reference struct {
		Telco struct {
			Values struct {
				N          int
				ByContract map[string]struct {
					N, Churned int
					Mean       float64 `json:"mean_tenure"`
				} `json:"by_contract"`
				Ratio       float64 `json:"recurring_ratio_one_or_two_year"`
				MeanAll     float64 `json:"mean_tenure_all"`
				MeanChurned float64 `json:"mean_tenure_churned_only"`
			}
		}
	}
	readShared(t, &reference, "kpi", "reference_kpi.json")
	want := reference.Telco.Values
	rows := readRows(t, "real", "ibm_telco_churn.csv")
	months := func(tenure float64) float64 { return (tenure*telcoDays + 1) / 30.4375 }

	// All of them, over all the years: every contract was active on some day.
	all := telcoSheet(t, rows, func(kind string) string {
		if kind == "Month-to-month" {
			return "単発"
		}
		return "定期"
	})
	w := windowOf(t, disk(t, map[string][][]string{"案件": all}), dataDay, dataDay-3000, dataDay)
	f := figureOf(t, w, "recurring_contract_ratio")
	if f.N != want.N || !near(*f.Value, want.Ratio) {
		t.Errorf("recurring_contract_ratio = %v of %d, want %v of %d", *f.Value, f.N, want.Ratio, want.N)
	}

	whole := telcoSheet(t, rows, func(string) string { return "定期" })
	w = windowOf(t, disk(t, map[string][][]string{"案件": whole}), dataDay, dataDay-3000, dataDay)
	f = figureOf(t, w, "average_continuation_months")
	ended, _ := partOf(f.Parts, []string{"ended_mean"})
	if !near(*f.Value, months(want.MeanAll)) || !near(ended, months(want.MeanChurned)) {
		t.Errorf("mean %v, of the ended %v, want %v and %v", *f.Value, ended, months(want.MeanAll), months(want.MeanChurned))
	}
	for _, c := range rCases(t) {
		if c.ID != "telco_tenure_by_contract" {
			continue
		}
		checkCurve(t, "all", f, c.Overall, telcoDays, 1)
		for _, group := range c.Groups {
			kind := strings.TrimPrefix(group.Group, "group=")
			checkTelcoKind(t, rows, kind, group, months(want.ByContract[kind].Mean))
		}
	}
}

// checkTelcoKind looks at the contracts of one kind as the only 定期 ones.
func checkTelcoKind(t *testing.T, rows []map[string]string, kind string, want rCurve, mean float64) {
	t.Helper()
	sheet := telcoSheet(t, rows, func(k string) string {
		if k == kind {
			return "定期"
		}
		return "単発"
	})
	w := windowOf(t, disk(t, map[string][][]string{"案件": sheet}), dataDay, dataDay-3000, dataDay)
	f := figureOf(t, w, "average_continuation_months")
	if !near(*f.Value, mean) {
		t.Errorf("%s: mean %v, want %v", kind, *f.Value, mean)
	}
	checkCurve(t, kind, f, want, telcoDays, 1)
}

func telcoSheet(t *testing.T, rows []map[string]string, kindOf func(contract string) string) [][]string {
	t.Helper()
	var terms []term
	for _, r := range rows {
		tenure, err := strconv.Atoi(r["tenure"])
		if err != nil {
			t.Fatal(err)
		}
		terms = append(terms, term{tenure*telcoDays + 1, r["Churn"] == "Yes"})
	}
	sheet := contractSheet(terms)
	for i, r := range rows {
		sheet[i+1][2] = kindOf(r["Contract"])
	}
	return sheet
}
