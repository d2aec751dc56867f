package setting

import (
	"reflect"
	"strings"
	"testing"
	"time"

	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/schema"
)

func TestReadPilot(t *testing.T) {
	p, fs := Read(File, []byte(`
[program]
name = "緑野町テレワーク"
municipality = "緑野町"
prefecture = "秋田県"
code = 53651
population = 6800
model = "regional_bpo"
[period]
as_of = "令和8年3月31日"
fiscal_year = "令和7年度"
[cycle]
training = 20
[rule]
hours_basis = "person"
hours = 12.5
[settings]
publication_days = 40
[thresholds]
w_check = 0.95
task_late_day = 50
[targets]
recurring_contract_ratio = 0.5
metric."EC売上" = 1000000
[ledger]
files = ["*.xlsx", "ログ/*.csv"]
encoding = "CP932"
[[table]]
key = "tasks"
files = "ログ/*.csv"
heading_row = 3
columns = { hours = "作業時間", pay = "H" }
constants = { participant_id = "P01", date = 2025-05-01 }
[[grant]]
name = "デジタル拠点"
kind = "地方創生交付金"
amount = 22700000
[[grant.kpi]]
figure = "first_income_residents"
direction = "higher"
baseline = 0
increments = { 2025 = 3, "令和8年度" = 5 }
target_year = 2028
target_month = 3
[[grant.kpi]]
actual = 1.5
title = "月収"
scale = "町"
[[scale]]
name = "町"
steps = [{ at_least = 0.8, word = "○" }, { at_least = 1.0, word = "◎" }]
[[minimum_wage]]
prefecture = "秋田県"
from = 2026-03-31
yen = 1031
`))
	for _, f := range fs {
		t.Errorf("finding %s %s", f.Code, f.Message.JA)
	}
	zero, actual := 0.0, 1.5
	asOf, from, to := cell.NewDay(2026, 3, 31), cell.NewDay(2025, 4, 1), cell.NewDay(2026, 3, 31)
	want := Default()
	want.Program = Program{Name: "緑野町テレワーク", Municipality: "緑野町", Prefecture: "秋田県", Code: "53651", Population: 6800,
		Model: "regional_bpo"}
	want.Period = Period{AsOf: &asOf, From: &from, To: &to}
	want.Cycle.Training = 20
	want.TenRule.HoursBasis, want.TenRule.Hours = "person", 12.5
	want.Settings.PublicationDays = 40
	want.Thresholds.WCheck, want.Thresholds.TaskLateDay = 0.95, 50
	// The other days follow the phases of 20, 30 and 30 days: 0.8 of 20; 20 + 15; 50 + 15; 80.
	want.Thresholds.TrainingWatchDay, want.Thresholds.TrainingLateDay, want.Thresholds.TaskWatchDay = 16, 20, 35
	want.Thresholds.IncomeWatchDay, want.Thresholds.IncomeLateDay = 65, 80
	want.Targets = map[string]float64{"recurring_contract_ratio": 0.5, "metric.EC売上": 1e6}
	want.Files, want.Encoding = []string{"*.xlsx", "ログ/*.csv"}, "CP932"
	want.Pins = []Pin{{Table: schema.Tasks, Files: []string{"ログ/*.csv"}, HeadingRow: 3, Line: 28, Col: 1,
		Columns:   map[string]string{"hours": "作業時間", "pay": "H"},
		Constants: map[string]string{"participant_id": "P01", "date": "2025-05-01"}}}
	want.Grants = []Grant{{Name: "デジタル拠点", Kind: "地方創生交付金", Amount: 22700000, AmountKnown: true, KPIs: []GrantKPI{
		{Figure: "first_income_residents", Direction: "higher", Baseline: &zero, TargetYear: 2028, TargetMonth: 3,
			Increments: []YearValue{{2025, 3}, {2026, 5}}},
		{Actual: &actual, Title: "月収", Direction: "higher", Scale: "町"},
	}}}
	want.Scales = []Scale{{Name: "町", Basis: "level", Steps: []ScaleStep{{1.0, "◎"}, {0.8, "○"}}}}
	want.Wages = []Wage{{"秋田県", cell.NewDay(2026, 3, 31), 1031}}
	want.source, want.positions = p.source, p.positions
	if !reflect.DeepEqual(p, want) {
		t.Errorf("pilot\n%+v\nwant\n%+v", p, want)
	}
}

// Each mistake is one finding with the line and column of its key.
func TestPilotMistakes(t *testing.T) {
	tests := []struct{ toml, code, at, says string }{
		{"[program]\nname = \"緑野町\n", "P101", "2行目", "書き方"},
		{"[program]\nname ＝ \"緑野町\"\n", "P101", "2行目", "書き方"},
		{"[programme]\nname = \"x\"\n", "P102", "1行目1文字目", "「program」"},
		{"[program]\n  nmae = \"x\"\n", "P102", "2行目3文字目", "「name」"},
		{"[program]\n全角 = \"x\"\nzzz = 1\n", "P101", "2行目", ""},
		{"[program]\nzzzzzzzzz = 1\n", "P102", "2行目1文字目", "使える項目"},
		{"[program]\npopulation = \"六千八百\"\n", "P103", "2行目1文字目", "整数"},
		{"[program]\nmodel = \"bpo\"\n", "P103", "2行目1文字目", "regional_bpo"},
		{"[period]\nas_of = \"2026-02-30\"\n", "P103", "2行目1文字目", "日付"},
		{"[period]\nfiscal_year = \"去年\"\n", "P103", "2行目1文字目", "年度"},
		{"[period]\nfrom = 2025-04-01\nto = 2025-03-31\n", "P106", "2行目1文字目", "終わりより後"},
		{"[period]\nfiscal_year = 2025\nto = 2026-03-31\n", "P106", "2行目1文字目", "両方"},
		{"[period]\nas_of = 2024-01-01\nfrom = 2025-04-01\n", "P106", "2行目1文字目", "基準日"},
		{"[cycle]\ntraining = 0\n", "P103", "2行目1文字目", "1以上"},
		{"[cycle]\ntraining = 367\n", "P103", "2行目1文字目", "366以下"},
		{"[cycle]\nojt = 2000000000\n", "P103", "2行目1文字目", "366以下"},
		{"[cycle]\nretention = 30.5\n", "P103", "2行目1文字目", "整数"},
		{"[settings]\nactive_window_days = 3661\n", "P103", "2行目1文字目", "3660以下"},
		{"[settings]\ninactive_after_days = 9223372036854775807\n", "P103", "2行目1文字目", "3660以下"},
		{"[settings]\npublic_k = 7\n", "P102", "2行目1文字目", "[privacy]"},
		{"[settings]\npublication_days = 99999\n", "P103", "2行目1文字目", "3660以下"},
		{"[settings]\nrenewal_gap_days = -1\n", "P103", "2行目1文字目", "0以上3660以下"},
		{"[settings]\nrenewals = \"apart\"\n", "P103", "2行目1文字目", "joined, separate"},
		{"[settings]\nrenewal_gap_day = 31\n", "P102", "2行目1文字目", "renewal_gap_days"},
		{"[rule]\ncandidates = 100001\n", "P103", "2行目1文字目", "100000以下"},
		{"[rule]\nprojects = 2147483648\n", "P103", "2行目1文字目", "100000以下"},
		{"[rule]\nhours = 1e300\n", "P103", "2行目1文字目", "数"},
		{"[rule]\nhours = 100001\n", "P103", "2行目1文字目", "100000以下"},
		{"[thresholds]\nw_check = 90\n", "P103", "2行目1文字目", "0以上1以下"},
		{"[thresholds]\nrework = -0.1\n", "P103", "2行目1文字目", "0以上1以下"},
		{"[thresholds]\nstaff_week_hours = 169\n", "P103", "2行目1文字目", "168以下"},
		{"[thresholds]\nincome_late_day = 1099\n", "P103", "2行目1文字目", "1098以下"},
		{"[targets]\nrevenue_total = 1e16\n", "P103", "2行目1文字目", "数"},
		{"[program]\npopulation = 200000001\n", "P103", "2行目1文字目", "200000000以下"},
		{"[rule]\nhours = -1\n", "P103", "2行目1文字目", "0より大きい"},
		{"[targets]\nretention_ratio = \"高い\"\n", "P103", "2行目1文字目", "数"},
		{"[ledger]\nfiles = [\"../*.xlsx\"]\n", "P103", "2行目1文字目", "フォルダーの中"},
		{"[ledger]\nencoding = \"euc-jp\"\n", "P103", "2行目1文字目", "cp932"},
		{"[ledger]\ntimezone = \"Europe/Paris\"\n", "P103", "2行目1文字目", "夏時間"},
		{"[ledger]\nfiles = [1]\n", "P103", "2行目1文字目", "並び"},
		{"[[table]]\nkey = \"task\"\n", "P103", "2行目1文字目", "tasks"},
		{"[[table]]\nkey = \"tasks\"\n\n[[table]]\nkey = \"tasks\"\ncolumns = { hour = \"H\" }\n", "P102", "6行目13文字目",
			"「hours」"},
		{"[[table]]\nkey = \"tasks\"\n[table.columns]\nhours = 7.5\n", "P103", "4行目1文字目", "文字"},
		{"[[grant]]\nname = \"x\"\n[[grant.kpi]]\nfigure = \"a\"\n[[grant.kpi]]\ntarget = 3\nfigure = \"b\"\n", "P102",
			"6行目1文字目", "「target」"},
		{"[[grant]]\n[[grant.kpi]]\ntitle = \"x\"\n", "P103", "2行目1文字目", "figure も actual も"},
		{"program = 3\n", "P103", "1行目1文字目", "[program]"},
		{"[program]\ndepartment = \"\"\"\nname = 3\n\"\"\"\nnaem = 1\n", "P102", "5行目1文字目", "「name」"},
	}
	for _, tt := range tests {
		_, fs := Read(File, []byte(tt.toml))
		if len(fs) != 1 {
			t.Errorf("%q: %d findings %+v, want 1", tt.toml, len(fs), fs)
			continue
		}
		f := fs[0]
		if f.Code != tt.code || f.File != File || !strings.HasPrefix(f.Message.JA, tt.at) ||
			!strings.Contains(f.Message.JA+f.Fix.JA, tt.says) {
			t.Errorf("%q:\n%s %s / %s\nwant %s at %s that says %q", tt.toml, f.Code, f.Message.JA, f.Fix.JA, tt.code, tt.at,
				tt.says)
		}
		if f.Severity != finding.Error || f.Message.EN == "" || f.Fix.EN == "" || f.Fix.JA == "" {
			t.Errorf("%q: incomplete finding %+v", tt.toml, f)
		}
	}
}

// A mistake that only a later package can see is placed too.
func TestMistakeHasItsPlace(t *testing.T) {
	p, _ := Read(File, []byte("[targets]\nx = 1\nretention_rate = 0.5\n"))
	f := p.Wrong("P102", "targets.retention_rate", lang.Say("ありません。", "No."), lang.Say("直す", "Fix"))
	if !strings.HasPrefix(f.Message.JA, "3行目1文字目") || f.File != File {
		t.Errorf("finding at %s %q, want line 3", f.File, f.Message.JA)
	}
}

func TestNewClock(t *testing.T) {
	day := func(y, m, d int) *cell.Day { v := cell.NewDay(y, time.Month(m), d); return &v }
	today := *day(2025, 11, 21)
	tests := []struct {
		name  string
		asked Asked
		toml  Period
		want  string // A F T
	}{
		{"nothing said: the fiscal year of today", Asked{}, Period{}, "2025-11-21 2025-04-01 2025-11-21"},
		{"as_of of pilot.toml", Asked{}, Period{AsOf: day(2026, 3, 31)}, "2026-03-31 2025-04-01 2026-03-31"},
		{"--as-of before pilot.toml", Asked{AsOf: day(2025, 3, 31)}, Period{AsOf: day(2026, 3, 31)},
			"2025-03-31 2024-04-01 2025-03-31"},
		{"T is A at the latest", Asked{AsOf: day(2025, 6, 30)}, Period{From: day(2025, 4, 1), To: day(2026, 3, 31)},
			"2025-06-30 2025-04-01 2025-06-30"},
		{"--period", Asked{FiscalYear: "令和6年度"}, Period{From: day(2025, 4, 1), To: day(2026, 3, 31)},
			"2025-11-21 2024-04-01 2025-03-31"},
		{"--from only", Asked{From: day(2025, 7, 1)}, Period{}, "2025-11-21 2025-07-01 2025-11-21"},
		{"--to only", Asked{To: day(2025, 3, 1)}, Period{}, "2025-11-21 2024-04-01 2025-03-01"},
		{"31 March belongs to the year before", Asked{AsOf: day(2025, 4, 1)}, Period{},
			"2025-04-01 2025-04-01 2025-04-01"},
	}
	for _, tt := range tests {
		tt.asked.Today = today
		c := NewClock(tt.asked, tt.toml)
		if got := c.AsOf.String() + " " + c.From.String() + " " + c.To.String(); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
}

// Any bytes are read without a panic, and every finding is complete.
func FuzzReadPilot(f *testing.F) {
	f.Add([]byte("[program]\nname = \"x\"\n[[table]]\nkey = \"tasks\"\ncolumns = { hours = 'a', \"b\" = " +
		"\"\"\"c\n\"\"\" }\n"))
	f.Add([]byte("targets = { a = 1 }\n[[grant]]\n[[grant.kpi]]\nincrements = { 2025 = [1] }\n"))
	f.Add([]byte("\ufeff[ledger]\nfiles = [\n \"*.csv\", # x\n]\n\"a b\".c = 1\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		p, fs := Read(File, data)
		if p == nil || len(p.Files) == 0 {
			t.Fatal("a pilot has its defaults")
		}
		for _, f := range fs {
			if f.Code == "" || f.Message.JA == "" || f.Message.EN == "" || f.Fix.JA == "" || f.Fix.EN == "" {
				t.Fatalf("incomplete finding %+v", f)
			}
		}
	})
}

// The largest phases are accepted, and a rejected one leaves the default.
func TestCycleBounds(t *testing.T) {
	p, fs := Read(File, []byte("[cycle]\ntraining = 366\nojt = 1\nretention = 2000000000\n"))
	if want := (Cycle{366, 1, 30}); p.Cycle != want || len(fs) != 1 {
		t.Errorf("cycle %+v with %d findings, want %+v and one", p.Cycle, len(fs), want)
	}
}
