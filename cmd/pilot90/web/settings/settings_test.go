package settings

import (
	"errors"
	"net/url"
	"strings"
	"testing"

	"pilot90/cohort/lang"
	"pilot90/cohort/setting"
	"pilot90/kpi"
)

// facts are those of a ledger of twelve people in fiscal 2025.
func facts(text string) Facts {
	pilot, _ := setting.Read(setting.File, []byte(text))
	return Facts{Year: 2025, Registered: 12, Pilot: pilot, Figures: []Figure{
		{ID: "ratio", Title: lang.Say("割合", "ratio"), Unit: kpi.Ratio, Now: "54.5 %"},
		{ID: "people", Title: lang.Say("人数", "people"), Unit: kpi.Count, Of: kpi.Persons},
		{ID: "metric.EC売上", Title: lang.Say("EC売上", "EC"), Unit: kpi.Yen},
	}}
}

// form builds the form of a text.
func form(t *testing.T, text string) *Page {
	t.Helper()
	f, err := New([]byte(text), facts(text))
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// sent is what the page sends: every field as shown, and some typed over.
func sent(f *Page, typed ...string) url.Values {
	out := url.Values{}
	for _, x := range f.fields {
		out.Set(wasPrefix+x.Name, x.Was)
		if x.Kind != Check {
			out.Set(valuePrefix+x.Name, x.Was)
		}
	}
	for i := 0; i < len(typed); i += 2 {
		out.Set(valuePrefix+typed[i], typed[i+1])
	}
	return out
}

const year = `# 見本
[program]
name = "あ"   # 名前
[period]
fiscal_year = "令和7年度"

[targets]
ratio = 0.6   # 6割
people = 8

[[grant]]
name = "い"
[[grant.kpi]]
figure = "people"
title = "人数"
baseline = 2
increments = { R7 = 3, 2026 = 4 }
target_year = 2028
target_month = 3
`

// TestSave: what is typed into a field is what the file says afterwards, and nothing else in it is another.
func TestSave(t *testing.T) {
	text := year
	for name, tt := range map[string]struct {
		typed    []string
		old, new string // the only difference between the texts
	}{
		"a ratio in percent":                 {[]string{"targets/ratio", "54.3"}, "ratio = 0.6 ", "ratio = 0.543 "},
		"wide digits":                        {[]string{"targets/people", "１，２００"}, "people = 8", "people = 1200"},
		"a target taken away":                {[]string{"targets/people", ""}, "people = 8\n", ""},
		"a name":                             {[]string{"program/name", `<b>"う"\`}, `"あ"   #`, `"<b>\"う\"\\"   #`},
		"another year, by its era as before": {[]string{"period/fiscal_year", "2026"}, "令和7年度", "令和8年度"},
		"by days": {[]string{"~period", "days", "period/from", "2025-06-01"},
			"fiscal_year = \"令和7年度\"\n", "from = 2025-06-01\n"},
		"a new target": {[]string{"~target/figure", "metric.EC売上", "~target/value", "1,000"}, "people = 8\n",
			"people = 8\n\"metric.EC売上\" = 1000\n"},
		"a new target of a year": {[]string{"~target/figure", "ratio", "~target/value", "70", "~target/year", "2026"},
			"people = 8\n", "people = 8\n\n[targets.2026]\nratio = 0.7\n"},
		"an increment by the word the file has": {[]string{"grant/0/kpi/0/increments/R7", "5"}, "R7 = 3", "R7 = 5"},
		"an increment of a new year": {[]string{"grant/0/kpi/0/increments/2027", "6"}, "2026 = 4 }",
			"2026 = 4, 2027 = 6 }"},
		"the month of the target": {[]string{"~month/grant/0/kpi/0", "2029-12"}, "2028\ntarget_month = 3",
			"2029\ntarget_month = 12"},
		"another figure takes the title and the kind of its numbers with it": {[]string{"grant/0/kpi/0/figure", "ratio"},
			"\"people\"\ntitle = \"人数\"\nbaseline = 2\nincrements = { R7 = 3, 2026 = 4 }",
			"\"ratio\"\nbaseline = 0.02\nincrements = { R7 = 0.03, 2026 = 0.04 }"},
		"a new indicator": {[]string{"~new/grant/0/0/figure", "ratio", "~new/grant/0/0/2025", "60", "~new/grant/0/0/month",
			"2027-03"},
			"target_month = 3\n", "target_month = 3\n\n[[grant.kpi]]\nfigure = \"ratio\"\nincrements = { 2025 = 0.6 }\n" +
				"target_year = 2027\ntarget_month = 3\n"},
		"a new grant": {[]string{"~grant/name", "う", "~new/extra/1/figure", "people", "~new/extra/1/2026", "3"},
			"target_month = 3\n", "target_month = 3\n\n[[grant]]\nname = \"う\"\n\n[[grant.kpi]]\nfigure = \"people\"\n" +
				"increments = { 2026 = 3 }\n"},
		"no table of attributes": {[]string{"~privacy", TotalsOnly}, "", ""}, // it is so with twelve people
		"tables of attributes": {[]string{"~privacy", WithTables}, "target_month = 3\n", "target_month = 3\n\n[privacy]\n" +
			"attribute_base = { grant = 10, council = 10, public = 12 }\n"},
		"small groups": {[]string{"~k", "4"}, "target_month = 3\n", "target_month = 3\n\n[privacy]\n" +
			"k = { grant = 3, council = 3, public = 4 }\n"},
	} {
		f := form(t, text)
		if c := f.Take(sent(f, tt.typed...)); len(c) > 0 {
			t.Errorf("%s: conflicts %v", name, c)
		}
		changes, ok := f.Changes()
		got, err := f.Apply(changes)
		if want := strings.Replace(text, tt.old, tt.new, 1); !ok || err != nil || string(got) != want {
			t.Errorf("%s: %v %v\n%s", name, ok, err, got)
		}
	}
}

// TestRemove: an indicator and a grant go with all that is theirs.
func TestRemove(t *testing.T) {
	text := year
	f := form(t, text)
	f.Take(sent(f, "~remove/grant/0/kpi/0", "on", "grant/0/kpi/0/baseline", "9"))
	changes, _ := f.Changes()
	got, err := f.Apply(changes)
	if want, _, _ := strings.Cut(text, "[[grant.kpi]]"); err != nil || string(got) != want {
		t.Errorf("%v\n%s", err, got)
	}
}

// TestFaults: what cannot be so is told at its field or in words, and there is no text.
func TestFaults(t *testing.T) {
	text := year
	for name, typed := range map[string][]string{
		"targets/people": {"targets/people", "八人"}, "~month/grant/0/kpi/0": {"~month/grant/0/kpi/0", "2028"},
		"~target/figure": {"~target/value", "3"}, "period/fiscal_year": {"period/fiscal_year", ""},
		"~grant/name": {"~grant/kind", "う"}, "~target/value": {"~target/figure", "metric.EC売上"},
		"program/population": {"program/population", "3.5"},
	} {
		f := form(t, text)
		f.Take(sent(f, typed...))
		if _, ok := f.Changes(); ok || f.find(name).Fault.Empty() {
			t.Errorf("%v: no fault at %s", typed, name)
		}
	}
	f := form(t, text)
	f.Take(sent(f, "cycle/training", "4000")) // more days than a phase may have: package setting says so
	changes, _ := f.Changes()
	var trouble *Fault
	if got, err := f.Apply(changes); !errors.As(err, &trouble) || !strings.Contains(trouble.JA, "4000") {
		t.Errorf("%q %v", got, err)
	}
	odd := "[program]\n\"n\\u0061me\" = \"あ\"\n"
	f = form(t, odd)
	f.Take(sent(f, "program/name", "う"))
	changes, _ = f.Changes()
	if got, err := f.Apply(changes); !errors.As(err, &trouble) || trouble.Line != 1 || trouble.LineText != "[program]" {
		t.Errorf("a key that is written with an escape: %q %v", got, err)
	}
}

// TestMerged: what was changed on the disk and on the page in different fields is in the file afterwards; the same
// field is asked about, and so is everything of grants that have moved.
func TestMerged(t *testing.T) {
	text := year
	page := form(t, text)
	disk := strings.NewReplacer("people = 8", "people = 9", "baseline = 2", "baseline = 1").Replace(text)
	f := form(t, disk)
	if c := f.Take(sent(page, "targets/ratio", "70")); len(c) > 0 {
		t.Errorf("conflicts %v", c)
	}
	changes, _ := f.Changes()
	if got, err := f.Apply(changes); err != nil || string(got) != strings.Replace(disk, "0.6 ", "0.7 ", 1) {
		t.Errorf("%v\n%s", err, got)
	}
	f = form(t, disk)
	c := f.Take(sent(page, "targets/people", "10"))
	if len(c) != 1 || c[0].Disk != "9" || c[0].Typed != "10" || f.find("targets/people").Value != "10" {
		t.Errorf("conflicts %v", c)
	}
	moved := form(t, strings.Replace(text, "[[grant]]", "[[grant]]\nname = \"先\"\n[[grant]]", 1))
	c = moved.Take(sent(page, "grant/0/kpi/0/baseline", "7", "targets/people", "10"))
	if changes, _ := moved.Changes(); len(c) != 1 || c[0].Typed != "7" || len(changes) != 1 {
		t.Errorf("conflicts %v, changes %v", c, changes)
	}
}

// TestCumulative: 0.6 before and increments of 0.1 and 0.2 are 70 % and 90 %, computed exactly.
func TestCumulative(t *testing.T) {
	f := form(t, "[[grant]]\n[[grant.kpi]]\nfigure=\"ratio\"\nbaseline=0.6\nincrements={2025=0.1,2027=0.2}\n")
	if got := strings.Join(f.Grants[0].KPIs[0].Cumulative, "|"); got != "70.0||90.0" {
		t.Errorf("cumulative %s", got)
	}
}

// TestCohorts: the first day of a cohort that pilot.toml does not name gets a table of its own; one that is written
// otherwise than in the sheet is known again, and goes when it is emptied.
func TestCohorts(t *testing.T) {
	text := "# 期\n[cohort.\"第１期\"] # 全角\nstart = 2025-06-02\n\n[ledger]\nfiles = [\"*.csv\"]\n"
	with := facts(text)
	with.Cohorts = []CohortStart{{Name: "第1期", People: 6}, {Name: "第 2.期", People: 5, Blank: 5}, {Name: "", People: 1}}
	for _, tt := range []struct{ first, second, begins, want string }{
		{"2025-06-02", "2025-10-01", "2025-04-01", "# 期\n[cohort.\"第１期\"] # 全角\nstart = 2025-06-02\n\n" +
			"[cohort.\"第 2.期\"]\nstart = 2025-10-01\n\n[ledger]\nfiles = [\"*.csv\"]\nbegins = 2025-04-01\n"},
		{"2025-06-09", "", "", strings.Replace(text, "06-02", "06-09", 1)},
	} {
		f, err := New([]byte(text), with)
		if err != nil {
			t.Fatal(err)
		}
		if len(f.Cohorts) != 3 || f.Cohorts[0].Start.Value != "2025-06-02" || f.Cohorts[2].Start != nil {
			t.Fatalf("%+v", f.Cohorts)
		}
		f.Take(sent(f, f.Cohorts[0].Start.Name, tt.first, f.Cohorts[1].Start.Name, tt.second, f.Begins.Name, tt.begins))
		changes, ok := f.Changes()
		got, err := f.Apply(changes)
		if !ok || err != nil || string(got) != tt.want {
			t.Errorf("%v, %v:\n%s\nwant\n%s", ok, err, got, tt.want)
		}
	}
}
