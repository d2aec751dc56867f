package setting_test

import (
	"reflect"
	"strings"
	"testing"

	"pilot90/cohort/setting"
)

// TestPattern: which names follow from one; the numbers in a name are those of its month.
func TestPattern(t *testing.T) {
	for _, c := range []struct {
		name, other string
		want        bool
	}{
		{"作業記録_2025-08.xlsx", "作業記録_2025-11.xlsx", true},
		{"作業記録_2025-08.xlsx", "作業記録_2025-11.XLSX", true},
		{"作業記録_2025-08.xlsx", "作業記録_2025.xlsx", false},
		{"8月", "12月", true},
		{"８月", "12月", true},
		{"8月", "8月分", false},
		{"8月", "集計 8月", false},
		{"8", "8", true},
		{"8", "メモ", false},
		{"台帳.xlsx", "台帳.xlsx", true},
		{"台帳.xlsx", "台帳2.xlsx", false},
		{"作業[佐藤] 8月", "作業[佐藤] 9月", true},
		{"作業[佐藤] 8月", "作業佐 9月", false},
		{"a*b?1", "a*b?2", true},
		{"a*b?1", "axxbc2", false},
		{`a\1`, `a\2`, true},
	} {
		if got := setting.Matches(setting.Pattern(c.name), c.other); got != c.want {
			t.Errorf("%s is of the form of %s: %v, want %v", c.other, c.name, got, c.want)
		}
	}
}

// learn reads a reading.toml without a fault.
func learn(t *testing.T, text string) *setting.Pilot {
	t.Helper()
	p := setting.Default()
	for _, f := range p.Learn([]byte(text)) {
		t.Fatalf("%s %s\n%s", f.Code, f.Message.EN, text)
	}
	return p
}

// TestWriteReading: what is written reads back as it was, whatever order the pins were in.
func TestWriteReading(t *testing.T) {
	const text = `[[table]]
sheet = "メモ"
ignore = true

[[table]]
key = "tasks"
files = ["日報_[0-9０-９]*.xlsx"]
sheet = "\"8\"月\n分"
heading_row = 3
shape = "rows"
ignore = ["K", "備考"]
[table.columns]
hours = "稼働"
pay = "F"
[table.units]
hours = "1コマ=90分"
pay = "千円"
[table.constants]
participant_id = "P01"
`
	p := learn(t, text)
	written, err := setting.WriteReading(p.Learned)
	if err != nil {
		t.Fatal(err)
	}
	again := learn(t, string(written))
	reversed := []setting.Pin{p.Learned[1], p.Learned[0]}
	other, err := setting.WriteReading(reversed)
	if err != nil {
		t.Fatal(err)
	}
	if string(other) != string(written) {
		t.Errorf("in the other order:\n%s\nwant\n%s", other, written)
	}
	for i := range again.Learned { // the places differ: the file has a line at its head
		again.Learned[i].Line, again.Learned[i].Col = p.Learned[i].Line, p.Learned[i].Col
	}
	if !reflect.DeepEqual(again.Learned, p.Learned) {
		t.Errorf("read back\n%+v\nwant\n%+v\nfrom\n%s", again.Learned, p.Learned, written)
	}
}

// TestLearnFaults: what is wrong in a reading.toml is a finding at its line, and does not hold.
func TestLearnFaults(t *testing.T) {
	for text, want := range map[string]string{
		"[[table]\n":                              "P101",
		"\xff":                                    "P101",
		"[[table]]\nkey = \"tasks\"\n":            "P103", // of which sheet?
		"[[table]]\nignore = true\n":              "P103",
		"[[table]]\nsheet = \"8月\"\n":             "P103", // as what?
		"[program]\nname = \"a\"\n":               "P102",
		entry("[table.columns]\nhour = 1"):        "P102",
		entry("[table.units]\nhours = \"ポンド\""):   "P103",
		entry("[table.units]\nhours = \"コマ\""):    "P103", // how long is one?
		entry("[table.units]\npay = \"USD\""):     "P103",
		entry("[table.units]\npay = \"分\""):       "P103",
		entry("[table.units]\ntitle = \"分\""):     "P103",
		entry("shape = \"circle\""):               "P103",
		entry("ignore = 3"):                       "P103",
		entry("[table.units]\nhours = \"60進\"\n"): "",
	} {
		var codes []string
		p := setting.Default()
		for _, f := range p.Learn([]byte(text)) {
			codes = append(codes, f.Code)
			if f.File != setting.ReadingFile {
				t.Errorf("%q: the finding is about %s", text, f.File)
			}
		}
		if got := strings.Join(codes, " "); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
		for _, pin := range p.Learned {
			if want != "" && len(pin.Units) > 0 {
				t.Errorf("%q: %v holds", text, pin.Units)
			}
		}
	}
}

func entry(lines string) string { return "[[table]]\nkey = \"tasks\"\nsheet = \"8月\"\n" + lines }

// TestLearnedFor: the sheet's own entry goes before one by a pattern, in whatever order they stand.
func TestLearnedFor(t *testing.T) {
	p := learn(t, `[[table]]
key = "tasks"
sheet = "[0-9０-９]*月"
columns = { hours = "A" }
[[table]]
key = "tasks"
sheet = "8月"
columns = { hours = "B" }
[[table]]
key = "tasks"
files = ["b*.xlsx"]
sheet = "メモ"
columns = { hours = "C" }
`)
	for at, want := range map[[2]string]string{{"a.xlsx", "8月"}: "B", {"a.xlsx", "9月"}: "A", {"b1.xlsx", "メモ"}: "C"} {
		if got := p.LearnedFor(at[0], at[1]); got == nil || got.Columns["hours"] != want {
			t.Errorf("%v: %+v, want %s", at, got, want)
		}
	}
	if got := p.LearnedFor("a.xlsx", "メモ"); got != nil {
		t.Errorf("the file is another, and %+v holds", got)
	}
}
