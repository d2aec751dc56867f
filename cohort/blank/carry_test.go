package blank

import (
	"errors"
	"strings"
	"testing"

	"pilot90/cohort/tomlplace"
)

// TestNextYearKeepsRemarks: of the settings that people wrote only what is of the year changes.
func TestNextYearKeepsRemarks(t *testing.T) {
	old := `# 緑野町の設定（山田）
[targets] # 議会で決めた
first_income_residents = 8 # 総合計画

[targets.2024]
first_income_residents = 5

[program]
name = "緑野町パイロット"   # 正式な名前
municipality = "緑野町"

[period]
fiscal_year = 2025
as_of = 2026-03-31

[ledger]
files = ["*.csv"]

# 8月は別の様式
[[table]]
sheet = "8月"
table = "tasks"

[[grant]]
name = "交付金" # 令和7年度から
amount = 900000
[[grant.kpi]]
title = "来町者"
actual = 40
baseline = 10 # 前の年
history = { 2023 = 4 }

[[table]]
sheet = "9月"
table = "tasks"
`
	want := `# 2026年度の設定。前の年度の設定から作りました。

# 緑野町の設定（山田）
[targets.2025] # 議会で決めた
first_income_residents = 8 # 総合計画

[targets.2024]
first_income_residents = 5

[program]
name = "緑野町パイロット"   # 正式な名前
municipality = "緑野町"

[period]
fiscal_year = 2026

[ledger]
begins = "2026-04-01"

# 8月は別の様式

[[grant]]
name = "交付金" # 令和7年度から
[[grant.kpi]]
title = "来町者"
baseline = 10 # 前の年
history = { 2023 = 4, 2025 = 40 }

`
	n := NextYear{Year: 2026, Home: 2025, History: map[[2]int]History{{0, 0}: {2025: 40}}}
	got, err := n.TOML([]byte(old))
	if err != nil || string(got) != want {
		t.Fatalf("%v\n%s", err, got)
	}
	// A year later the head of the program's own gives way to that of the new year.
	n = NextYear{Year: 2027, Program: map[string]string{"name": "新しい名前"}, SameBook: true}
	got, err = n.TOML(got)
	if err != nil || strings.Count(string(got), "前の年度の設定から作りました") != 1 ||
		!strings.HasPrefix(string(got), "# 2027年度の設定。前の年度の設定から作りました。\n\n# 緑野町の設定（山田）\n") ||
		!strings.Contains(string(got), "name = \"新しい名前\"   # 正式な名前\n") {
		t.Errorf("%v\n%s", err, got)
	}
}

// TestNextYearOfAnyForm: settings may be written in any way that TOML has; where a value stands so that it cannot be
// changed safely, all is written anew, and the head says so.
func TestNextYearOfAnyForm(t *testing.T) {
	for _, one := range []struct {
		old  string
		kept bool
	}{
		{"period = { fiscal_year = 2025, as_of = 2026-03-31 }\ntargets.first_income_residents = 8 # 議会\n", true},
		{"# 説明\ntable = [ { sheet = \"8月\", table = \"tasks\" } ]\n", true},
		{"# 説明\r\n[targets]\r\nfirst_income_residents = 8\r\n[targets.R7]\r\nlocal_revenue = 5\r\n", true},
		{"# 説明\n[targets]\n[targets.\"2025\"]\nfirst_income_residents = 8\n[period]\nas_of = 2026-03-31\n", true},
		{"# 説明\ngrant = { name = \"a\", amount = 5 }\n", true},
		{"# 説明\n[[grant]]\nname = \"\"\"\na\"\"\"\namount = 5\nkpi.actual = 3\n", true},
		{"# 説明\n[program]\npopulation = nan\n", false}, // which equals nothing, also not itself
	} {
		got, err := NextYear{Year: 2026, Home: 2025, History: map[[2]int]History{{0, 0}: {2024: 1.5}}}.TOML([]byte(one.old))
		if err != nil {
			t.Fatal(err)
		}
		if kept := !strings.Contains(string(got), "引き継いでいません"); kept != one.kept {
			t.Errorf("kept: %v, want %v\n%s\n%s", kept, one.kept, one.old, got)
		}
		values := decodedTOML(got)
		period, _ := values["period"].(map[string]any)
		if period["fiscal_year"] != int64(2026) || len(period) != 1 || values["table"] != nil {
			t.Errorf("%s", got)
		}
	}
}

// TestMuchIsWrittenAnew: thousands of changes in a large text are not made one by one, for each of which it would be
// read again; what it says is the same.
func TestMuchIsWrittenAnew(t *testing.T) {
	was := "# 説明\n[program]\nname = \"緑野町\"\n" +
		strings.Repeat("[[grant]]\n[[grant.kpi]] # 町の指標\ntitle = \"来町者\"\nactual = 40\n", 2000)
	is := decodedTOML([]byte(strings.ReplaceAll(was, "actual = 40", "actual = 41")))
	c := carrying{text: []byte(was), ok: true, left: mostCarried}
	if c.tables(nil, decodedTOML(c.text), is); c.ok || c.left < 0 {
		t.Errorf("of %d bytes to be read %d are left, and it was done: %v", mostCarried, c.left, c.ok)
	}
	got, err := NextYear{Year: 2026, Home: 2025}.TOML([]byte(was))
	if err != nil || strings.Contains(string(got), "actual") || strings.Count(string(got), "title") != 2000 ||
		!strings.Contains(string(got), "引き継いでいません") {
		t.Errorf("%v: %.300s", err, got)
	}
}

// TestSettingsAreBounded: settings that a parser would need gigabytes for are refused before it sees them.
func TestSettingsAreBounded(t *testing.T) {
	var much *tomlplace.TooMuch
	deep := []byte("a" + strings.Repeat(".a", 60_000) + " = 1\n")
	if _, err := (NextYear{Year: 2026}).TOML(deep); !errors.As(err, &much) {
		t.Errorf("a key of 60,000 parts: %v", err)
	}
}
