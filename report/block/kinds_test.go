package block

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pilot90/cohort"
	"pilot90/cohort/cell"
	"pilot90/cohort/cohorttest"
	"pilot90/cohort/lang"
	"pilot90/cohort/setting"
	"pilot90/kpi"
	"pilot90/kpi/catalog"
	"pilot90/kpi/disclose"
	"pilot90/kpi/result"
	"pilot90/report/content"
	"pilot90/report/plan"
)

// samples is where the sample ledgers are.
const samples = "../../samples/"

// computed reads a ledger folder and computes it as of a day.
func computed(t *testing.T, dir string, asOf cell.Day) *Env {
	t.Helper()
	c, clock, err := cohort.Load(t.Context(), dir, cohort.LoadOptions{AsOf: &asOf, Today: asOf})
	if err != nil {
		t.Fatal(err)
	}
	return everyFigure(c, clock)
}

// written computes a ledger that is given as text.
func written(t *testing.T, text string) *Env {
	t.Helper()
	return everyFigure(cohorttest.Load(t, text))
}

func everyFigure(c *cohort.Ledger, clock setting.Clock) *Env {
	w := kpi.NewWindow(c, clock)
	return &Env{Cohort: c, Window: w, Result: result.Compute(catalog.All(), w),
		Definitions: kpi.Expanded(catalog.All(), w),
		Lang:        lang.JA}
}

// one makes a single block as an edition with the profile may show it.
func one(t *testing.T, kind, profile string, all *Env) []content.Block {
	t.Helper()
	e := *all
	e.Profile = disclose.ProfileOf(profile, e.Cohort.Pilot.Privacy)
	e.Result = disclose.Apply(e.Result, e.Profile, nil)
	e.Plan = &plan.Plan{Profile: profile, Names: profile == "hub" && kind == "cycle_lines"}
	return e.Blocks(plan.Block{Kind: kind})
}

// TestKinds: the list is in the order of names, each once, and says of each what it shows.
func TestKinds(t *testing.T) {
	for i, k := range everyKind {
		if i > 0 && everyKind[i-1].Name >= k.Name {
			t.Errorf("%s stands before %s", everyKind[i-1].Name, k.Name)
		}
		if k.About == "" || k.Build == nil {
			t.Errorf("%s lacks what it shows or how it is made", k.Name)
		}
		if !slices.Contains([]plan.Need{plan.Nothing, plan.Figures, plan.Text}, k.Needs) {
			t.Errorf("%s needs %q, which no check knows", k.Name, k.Needs)
		}
	}
}

// TestRevenueYears: the published series of samples/kado-series: 2 million yen in fiscal 2011,
// 200 million in 2020, nothing known between; one year alone is no chart.
func TestRevenueYears(t *testing.T) {
	run := computed(t, samples+"kado-series", cell.NewDay(2021, 3, 31))
	blocks := one(t, "revenue_years", "hub", run)
	if len(blocks) != 2 {
		t.Fatalf("%d blocks, want a heading and the columns", len(blocks))
	}
	line := blocks[1].(*content.Chart)
	if len(line.Categories) != 10 || line.Series[0].Values[0] == nil || *line.Series[0].Values[0] != 200 ||
		*line.Series[0].Values[9] != 20000 {
		t.Errorf("line %v %v", line.Categories, line.Series[0].Labels)
	}
	for i, v := range line.Series[0].Values[1:9] {
		if v != nil || line.Series[0].Labels[i+1] == "0" {
			t.Errorf("%s: %v, want a gap", line.Categories[i+1], v)
		}
	}
	if !strings.Contains(line.Source, "8つ") {
		t.Errorf("note %q, want 8 years unknown", line.Source)
	}
	if one(t, "revenue_years", "hub", computed(t, samples+"midorino", cell.NewDay(2026, 3, 31))) != nil {
		t.Error("a ledger of one year has a chart")
	}
}

// TestOutlook: three months before the period ends there is an outlook in words, in the council's
// edition for contracts alone; when the period is over there is none.
func TestOutlook(t *testing.T) {
	at := func(asOf cell.Day) *Env { return computed(t, samples+"midorino", asOf) }
	early := at(cell.NewDay(2025, 12, 31))
	for profile, want := range map[string][]string{
		"hub":     {"定期案件の割合", "初めて収入を得た住民", "定着率"},
		"council": {"定期案件の割合", "平均継続月数"},
	} {
		table, ok := one(t, "outlook", profile, early)[0].(*content.Table)
		if !ok {
			t.Fatalf("%s: no table", profile)
		}
		text := ""
		for _, row := range table.Rows {
			text += strings.Join(row, " ") + "\n"
		}
		for _, name := range want {
			if !strings.Contains(text, name) {
				t.Errorf("%s: no outlook for %s:\n%s", profile, name, text)
			}
		}
		if profile == "council" && (strings.Contains(text, "住民") || strings.Contains(text, "定着率")) {
			t.Errorf("the council's edition has an outlook on people:\n%s", text)
		}
		if strings.Contains(text, "カプラン") {
			t.Errorf("%s: words for a specialist without the section that explains them:\n%s", profile, text)
		}
		if !strings.Contains(text, "10回のうち8回は") || !strings.Contains(table.Caption, "約束ではありません") {
			t.Errorf("%s: %q without a range in words:\n%s", profile, table.Caption, text)
		}
	}
	if one(t, "outlook", "hub", at(cell.NewDay(2026, 3, 31))) != nil {
		t.Error("a period that is over has an outlook")
	}
}

// TestManyLanes: more participants than a page has room for are drawn in parts, none left out.
func TestManyLanes(t *testing.T) {
	var people, log strings.Builder
	people.WriteString("## 参加者\n参加者ID | 開始日\n")
	log.WriteString("## 作業ログ\n作業日 | 参加者ID | 時間\n")
	for i := range 40 {
		fmt.Fprintf(&people, "P%02d | 2026-01-05\n", i)
		fmt.Fprintf(&log, "2026-02-02 | P%02d | 1\n", i)
	}
	run := written(t, "fiscal_year: 2025\n"+people.String()+log.String())
	var sizes []int
	ids := map[string]bool{}
	for _, b := range one(t, "cycle_lines", "hub", run) {
		c, drawn := b.(*content.Chart)
		if !drawn {
			continue // the heading
		}
		sizes = append(sizes, len(c.Lanes))
		ids[c.ID] = true
		if len(c.Twin.Rows) != len(c.Lanes) {
			t.Errorf("%s: %d rows of the table beside %d of the chart", c.ID, len(c.Twin.Rows), len(c.Lanes))
		}
	}
	if fmt.Sprint(sizes) != "[20 20]" || len(ids) != 2 {
		t.Errorf("parts of %v under %d names", sizes, len(ids))
	}
}

// TestCohorts: at most four columns, the latest, and what cannot be compared yet is said. By hand: five cohorts of one
// person each, begun on the first of five months; on 15 September the last is on day 15.
func TestCohorts(t *testing.T) {
	run := written(t, `
as_of: 2025-09-15
from: 2025-06-01
to: 2026-03-31

## 参加者
参加者ID | コホート | 開始日     | 研修修了日
P1       | 第1期    | 2025-05-01 | 2025-05-10
P2       | 第2期    | 2025-06-01 | 2025-06-10
P3       | 第3期    | 2025-07-01 | 2025-07-16
P4       | 第4期    | 2025-08-01 |
P5       | 第5期    | 2025-09-01 |
P6       |          | 2025-09-01 |
`)
	blocks := one(t, "cohorts", "hub", run)
	if len(blocks) != 1 {
		t.Fatalf("%d blocks, want one table", len(blocks))
	}
	table := blocks[0].(*content.Table)
	if len(table.Columns) != 5 || table.Columns[1].Head != "第2期" || table.Columns[4].Head != "第5期" ||
		!strings.Contains(table.Caption, "15日目まで") {
		t.Errorf("got %q over %+v", table.Caption, table.Columns)
	}
	// P2 is trained on day 10, P3 on day 16.
	want := []string{"研修修了率", "100.0%（1/1）", "0.0%（0/1）", "0.0%（0/1）", "0.0%（0/1）"}
	if len(table.Rows) != 3 || table.Rows[1][1] != "令和7年6月1日" || !slices.Equal(table.Rows[2], want) {
		t.Errorf("got %q, want the people, their first days and %q", table.Rows, want)
	}
	notes := strings.Join(table.Notes, "\n")
	for _, said := range []string{"対象期間の前に始まった期", "定着率は", "1人の違い", "記入がない1人", "前の期が1つ"} {
		if !strings.Contains(notes, said) {
			t.Errorf("%q is not said in %q", said, notes)
		}
	}
	for _, profile := range []string{"grant", "council", "public"} {
		got := one(t, "cohorts", profile, run)
		p, is := got[0].(content.Paragraph)
		if len(got) != 1 || !is || p.Text != "期ごとの比較は、個人が分かることのないよう、この版には載せていません。" {
			t.Errorf("%s: cohorts of one person are told, or it is not said that they are left out: %v", profile, got)
		}
	}
}
