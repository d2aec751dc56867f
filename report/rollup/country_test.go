package rollup_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pilot90/cohort"
	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
	"pilot90/kpi/result"
	"pilot90/report/rollup"
)

// ofCountry is the i-th of invented codes of municipalities, with its check digit: 11 less Σ digit × (6, 5, 4, 3, 2)
// mod 11, of that the last digit (総務省, 全国地方公共団体コード).
func ofCountry(i int) string {
	five, sum := fmt.Sprintf("%02d%03d", 1+i%47, 100+i/47), 0
	for k, d := range five {
		sum += int(d-'0') * (6 - k)
	}
	return fmt.Sprintf("%s%d", five, (11-sum%11)%10)
}

// TestOneBrokenAmongAllStopsNothing: submissions of 1,741 municipalities, among them every way in which one can be
// wrong. Each is named with what is the matter; the sums are those of the others, added up by this test as it draws
// them.
func TestOneBrokenAmongAllStopsNothing(t *testing.T) {
	const all = 1741
	dir, random := t.TempDir(), rand.New(rand.NewPCG(18, 1741))
	write := func(name string, s *rollup.Submission, text func(string) string) {
		t.Helper()
		data, err := s.Bytes()
		if err == nil {
			err = os.WriteFile(filepath.Join(dir, name), []byte(text(string(data))), 0o600)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	as := func(text string) string { return text }
	swap := func(old, with string) func(string) string {
		return func(text string) string {
			if !strings.Contains(text, old) {
				t.Fatalf("no %s in %.300s", old, text)
			}
			return strings.Replace(text, old, with, 1)
		}
	}
	broken := map[int]struct {
		text func(string) string
		why  string // what the reason says; "" where it is no matter of one file
	}{
		7:   {func(string) string { return "" }, "途中で切れたり"},
		70:  {func(text string) string { return text[:len(text)/2] }, "途中で切れたり"},
		77:  {func(text string) string { return "\x00\xff" + text }, "途中で切れたり"},
		170: {swap(rollup.Schema, "pilot90/submission/9"), "pilot90/submission/9"},
		270: {swap(`"code": "`+ofCountry(270), `"code": "`+ofCountry(270)[:5]+"x"), "municipality code"},
		370: {swap(`"value": `, `"value": 1e300, "before": `), "途中で切れたり"},
		470: {swap(`"n": `, `"n": -`), "途中で切れたり"},
		570: {swap(`"revision": 1`, `"revision": 0`), "revision 0"},
		670: {swap(`"as_of": "2026-03-31"`, `"as_of": "2097-03-31"`), "2097-03-31"},
		770: {swap(`"name": "町`, `"name": "町\u001b[2J`), "name of the municipality"},
		870: {swap(`"definitions": "`, `"definitions": "1999-`), ""}, // by other definitions
	}
	var registered, earners, yen float64
	for i := range all {
		n := 5 + random.IntN(40)
		got, money := random.IntN(n+1), random.IntN(1_000_000)
		s := handed(ofCountry(i), "2026-03-31", float64(n), float64(got), float64(money))
		name := fmt.Sprintf("%04d.json", i)
		if b, is := broken[i]; is {
			write(name, s, b.text)
			continue
		}
		switch i {
		case 1000: // twice, and not the same: neither counts
			other := *s
			other.Findings.Errors = 3
			write("twice.json", &other, as)
			write(name, s, as)
			continue
		case 1001: // restated
			first := handed(ofCountry(i), "2026-03-31", 999, 1, 1)
			write("first.json", first, as)
			s.Revision = 2
		case 1002: // late
			s = handed(ofCountry(i), "2026-02-28", float64(n), float64(got), float64(money))
		case 1003: // a name that a spreadsheet or a page would run
			s.Municipality.Name = "=HYPERLINK(\"x\")<script>"
		case 1004: // an older one beside it
			write("older.json", handed(ofCountry(i), "2025-12-31", 999, 1, 1), as)
		}
		write(name, s, as)
		registered, earners, yen = registered+float64(n), earners+float64(got), yen+float64(money)
	}
	found, err := rollup.Find(t.Context(), []string{dir})
	if err != nil {
		t.Fatal(err)
	}
	today := cell.NewDay(2026, 4, 10)
	sources, unread, err := rollup.Collect(t.Context(), found, rollup.Reading{Workers: 2, Heads: true, Lang: lang.JA,
		Load: cohort.LoadOptions{Today: today}})
	if err != nil {
		t.Fatal(err)
	}
	r := rollup.Pooled(sources, unread, rollup.Options{By: "prefecture"}, lang.JA)
	for id, want := range map[string]float64{"registered_workers": registered, "first_income_residents": earners,
		"revenue_total": yen, "on_time_ratio": earners / registered, "payout_ratio": 0.5} {
		if got := value(t, r, id); got != want {
			t.Errorf("%s %v, want %v", id, got, want)
		}
	}
	u := r.Rollup
	if want := all - len(broken) - 1; len(u.Reported) != want || len(u.Unread) != len(broken)-1 {
		t.Errorf("%d reported and %d unread, want %d and %d", len(u.Reported), len(u.Unread), want, len(broken)-1)
	}
	for _, x := range u.Unread {
		var i int
		_, err := fmt.Sscanf(filepath.Base(x.Source), "%d.json", &i)
		if err != nil || !strings.Contains(x.Why, broken[i].why) {
			t.Errorf("%s: %q, want %q", x.Source, x.Why, broken[i].why)
		}
	}
	for _, tt := range []struct {
		got  []string
		want string
	}{{codesOf(u.OtherDefinitions), ofCountry(870)}, {codesOf(u.Twice), ofCountry(1000) + " " + ofCountry(1000)},
		{codesOf(u.Restated), ofCountry(1001)}, {codesOf(u.Late), ofCountry(1002)}, {codesOf(u.Older), ofCountry(1004)}} {
		if strings.Join(tt.got, " ") != tt.want {
			t.Errorf("%v, want %s", tt.got, tt.want)
		}
	}
	if groups := u.Groups; len(groups) != 47 || !slices.IsSortedFunc(groups,
		func(a, b result.RollupGroup) int { return strings.Compare(a.Key, b.Key) }) {
		t.Errorf("%d prefectures", len(groups))
	}
}
