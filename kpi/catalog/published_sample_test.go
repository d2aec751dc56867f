package catalog

import (
	"context"
	"path/filepath"
	"testing"

	"pilot90/cohort"
	"pilot90/cohort/cell"
	"pilot90/kpi"
)

// TestPublishedSamples reads the samples that hold what two municipalities have published, from their
// folders, and gets the published numbers back; what is not published has no value.
func TestPublishedSamples(t *testing.T) {
	for _, tt := range []struct {
		sample string
		want   map[string][]string // figure id -> lines of expectation
	}{
		// 内閣府の事例（塩尻市）: 2011年度 約200万円、2020年度 100倍の約2億円; 6 clients with an office.
		{"kado-series", map[string][]string{
			"revenue_multiple": {"value 100", "numerator 200000000", "denominator 2000000", "part first_year 2011",
				"part last_year 2020"},
			"revenue_by_fiscal_year": {"value 200000000", "part years.2011.revenue 2000000", "part years.2020.revenue 200000000",
				"part years.2015.revenue none", "part years.2015.unknown 1"},
			"satellite_clients":  {"value 6"},
			"registered_workers": {"value none", "reason データなし"},
		}},
		// 立科町, 2023年6月時点: 登録 100名（延べ）、稼働中 79名（女性64名、男性15名）、町人口 6,800人.
		{"tateshina", map[string][]string{
			"registered_workers": {"value 100"},
			"active_workers":     {"value 79"},
			"active_ratio":       {"value 79/100"},
			"population_share":   {"value 100/6800"},
			"by_gender": {"part groups.female.active 64", "part groups.male.active 15",
				"part groups.unknown.registered 21"},
			"retention_ratio": {"value none"},
			"revenue_total":   {"value none"},
		}},
	} {
		c, clock, err := cohort.Load(context.Background(), filepath.Join("..", "..", "samples", tt.sample),
			cohort.LoadOptions{Today: cell.Day(0)})
		if err != nil {
			t.Fatal(err)
		}
		figures := kpi.Run(All(), kpi.NewWindow(c, clock))
		for id, lines := range tt.want {
			for _, line := range lines {
				if err := check(kpi.Find(figures, id), line); err != nil {
					t.Errorf("%s: %s: %s: %v", tt.sample, id, line, err)
				}
			}
		}
	}
}
