package rollup_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"pilot90/cohort/lang"
	"pilot90/kpi"
	"pilot90/kpi/merge"
	"pilot90/report/content"
	"pilot90/report/rollup"
)

// prefecture are twelve towns with 6 to 60 people through the cycle, of whom three in four are retained, but in the
// last, of 60, ten; and one town of 4 with none.
func prefecture() []rollup.Source {
	var all []rollup.Source
	for i := range 13 {
		of := float64(6 + 4*i)
		kept := float64(int(of * 0.75))
		switch i {
		case 11:
			of, kept = 60, 10
		case 12:
			of, kept = 4, 0
		}
		s := handed(codeOf(i), "2026-03-31", of, kept, 1000*of)
		s.Figures = append(s.Figures, merge.Part{ID: "retention_ratio", Law: kpi.Divided, Class: kpi.Accountability,
			Unit: kpi.Ratio, Value: new(kept / of), N: int(of), Basis: "30/30/30",
			Terms: &merge.Terms{Numerator: kept, Denominator: of, Known: []int{int(of)}, Trials: true}})
		all = append(all, rollup.Source{Submission: s, From: fmt.Sprint(i)})
	}
	return all
}

// codeOf is a code of 長野県 with its check digit.
func codeOf(i int) string {
	five, sum := fmt.Sprintf("20%d", 301+i), 0
	for k, d := range five {
		sum += int(d-'0') * (6 - k)
	}
	return five + fmt.Sprint((11-sum%11)%10)
}

// TestLimitsOfChance: of the thirteen towns the one with 10 of 60 is outside the limits, and it alone is named; that
// with 0 of 4 is inside, since of four people none is no surprise at 99.8 %: 0.39⁴ is over 1 in 1,000.
func TestLimitsOfChance(t *testing.T) {
	sources := prefecture()
	slices.Reverse(sources)
	doc := rollup.Paper(rollup.Pooled(sources, nil, rollup.Options{}, lang.JA), lang.JA, "test")
	var chart *content.Chart
	for c := range doc.Charts() {
		if c.ID == "retention_ratio_limits" {
			chart = c
		}
	}
	if chart == nil || len(chart.Spots) != 13 || len(chart.Curves) != 2 {
		t.Fatalf("no chart of retention with 13 spots and 2 limits: %+v", chart)
	}
	for i, s := range chart.Spots {
		if out := s.Of == 60; s.Outside != out || s.Labelled != out {
			t.Errorf("%s, %v of %v: outside %v", s.Name, s.Share, s.Of, s.Outside)
		}
		if i > 0 && s.Name < chart.Spots[i-1].Name {
			t.Errorf("%s stands before %s: not in the order of codes", chart.Spots[i-1].Name, s.Name)
		}
	}
	if chart.Alt == "" || len(chart.Twin.Rows) != 13 {
		t.Error("the chart has no text or table in its place")
	}
}

// TestPaperIsWritten in every format and language; what an outer paper tells of single towns is what the result
// tells.
func TestPaperIsWritten(t *testing.T) {
	expected := []rollup.Municipality{{Code: "011011", Name: "雪町", Prefecture: "北海道"}}
	for _, profile := range rollup.Profiles {
		for _, l := range []lang.Lang{lang.JA, lang.EN} {
			r := rollup.Shown(rollup.Pooled(prefecture(), nil, rollup.Options{By: "prefecture", Expected: expected}, l), profile)
			files, err := rollup.Files(context.Background(), r, l, "test", rollup.Formats)
			if err != nil || len(files) != len(rollup.Formats) {
				t.Fatalf("%s: %d files, %v", profile, len(files), err)
			}
			text := textOf(rollup.Paper(r, l, "test"))
			first := map[lang.Lang]string{lang.JA: "提出 0 / 1", lang.EN: "Municipalities that"}[l]
			if !utf8.ValidString(text) || !strings.HasPrefix(text, first) {
				t.Errorf("%s: how many reported is not said: %.300q", profile, text)
			}
			if !strings.Contains(text, "雪町") {
				t.Errorf("%s: who is missing is not named", profile)
			}
			if profile != "hub" && strings.Contains(text, "0 / 4") {
				t.Errorf("%s: the pilot of four is told", profile)
			}
		}
	}
}

// textOf is every text of the tables and paragraphs of a report.
func textOf(doc *content.Report) string {
	var b strings.Builder
	for _, s := range doc.Sections {
		for _, block := range s.Blocks {
			switch x := block.(type) {
			case content.Paragraph:
				b.WriteString(x.Text + "\n")
			case *content.Table:
				for _, row := range x.Rows {
					b.WriteString(strings.Join(row, " | ") + "\n")
				}
			case *content.Chart:
				for _, row := range x.Twin.Rows {
					b.WriteString(strings.Join(row, " | ") + "\n")
				}
			}
		}
	}
	return b.String()
}

// TestStrips: a small chart a town in the order of codes, on the scale of its own registered; one of which no more is
// told than how many there are is not drawn, since the rest would look like nobody.
func TestStrips(t *testing.T) {
	sources := prefecture()
	slices.Reverse(sources)
	pooled := rollup.Pooled(sources, nil, rollup.Options{}, lang.JA)
	for _, profile := range rollup.Profiles {
		var names []string
		for c := range rollup.Paper(rollup.Shown(pooled, profile), lang.JA, "test").Charts() {
			for _, small := range c.Small {
				names = append(names, small.Name)
				if small.Values[0] == nil || small.Top != *small.Values[0] || !strings.Contains(small.Value, "人") {
					t.Errorf("%s: %s has %v on a scale to %v, written %q", profile, small.Name, small.Values[0], small.Top,
						small.Value)
				}
				if small.Values[1] == nil && small.Values[2] == nil {
					t.Errorf("%s: %s is drawn with its registered alone", profile, small.Name)
				}
			}
		}
		want := 13
		if profile != "hub" { // the town of 4 and, since the sum of all is told, the next smallest
			want = 11
		}
		if len(names) != want || !slices.IsSorted(names) {
			t.Errorf("%s: strips of %q, want %d", profile, names, want)
		}
	}
}
