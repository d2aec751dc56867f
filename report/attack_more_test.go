package report

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
	"pilot90/kpi"
	"pilot90/kpi/catalog"
	"pilot90/kpi/disclose"
	"pilot90/kpi/result"
)

// TestWrittenInOtherWays attacks together what one town may publish in the course of a year: all outer editions of
// three days, each beside the sealed ones before, in Japanese and in English, and those of each cohort by itself.
// Nothing of what TestWrittenFiles looks for stands in any, and no pay is the difference of two numbers of any of
// them.
func TestWrittenInOtherWays(t *testing.T) {
	if testing.Short() {
		t.Skip("writes a year's editions of five towns")
	}
	t.Parallel()
	cohorts := 0
	for i, people := range []int{8, 12, 23, 60, 300} {
		a := attackedTown(uint64(500+i), people)
		if people > 100 { // among so many amounts some are also a number of something else: of these words and groups count
			a.pay, a.hours, a.prices = nil, nil, map[string]float64{}
		}
		var sealed []disclose.Published
		money := map[float64]bool{}
		take := func(found haul) {
			for _, leak := range found.leaks {
				t.Errorf("%d people: %s", people, leak)
			}
			for _, x := range found.numbers {
				money[x] = true
			}
		}
		for _, day := range []cell.Day{cell.NewDay(2025, 8, 20), cell.NewDay(2025, 12, 15), cell.NewDay(2026, 3, 31)} {
			run := ledgerOf(t, day, a.files)
			a.revenues(run)
			run.Earlier = slices.Clone(sealed)
			for _, edition := range []string{"grant", "council", "public"} {
				where := fmt.Sprintf("%s %s", day, edition)
				english := run
				english.Lang = lang.EN
				_, found := a.edition(t, where+" en", edition, english, []string{"html", "csv"})
				take(found)
				files, found := a.edition(t, where, edition, run, []string{"html", "json"})
				take(found)
				sealed = append(sealed, published(t, files))
				for k, c := range kpi.Cohorts(run.Cohort) {
					one := run
					one.Window = run.Window.OfCohort(k)
					one.Cohort = one.Window.Cohort
					one.Result = result.Compute(catalog.All(), one.Window)
					_, found := a.edition(t, where+" "+c.Name, edition, one, []string{"html", "json"})
					take(found)
					cohorts++
				}
			}
		}
		for _, leak := range a.differences(money) {
			t.Errorf("%d people: %s", people, leak)
		}
	}
	if cohorts < 50 {
		t.Errorf("only %d editions of cohorts", cohorts)
	}
}

// TestNothingAnsweredForIsHidden: from five people up every figure of class A stands in every outer edition as the hub
// has it, in every format: its value in JSON and CSV, and in page, workbook, slides and paper no row that is headed by
// its title has a mark.
func TestNothingAnsweredForIsHidden(t *testing.T) {
	if testing.Short() {
		t.Skip("writes the editions of eight towns")
	}
	t.Parallel()
	compared, rows := 0, 0
	for i, people := range []int{5, 6, 8, 10, 12, 19, 40, 300} {
		a := attackedTown(uint64(700+i), people)
		day := cell.NewDay(2026, 3, 31)
		if i%2 == 0 {
			day = cell.NewDay(2025, 11, 10)
		}
		run := ledgerOf(t, day, a.files)
		formats := []string{"html", "xlsx", "json", "csv"}
		if i%4 == 1 {
			formats = append(formats, "pdf", "pptx")
		}
		var answered []*kpi.Figure
		for j := range run.Result.Figures {
			if f := &run.Result.Figures[j]; f.Class == kpi.Accountability && f.Value != nil && !f.Disclosure.Titled {
				answered = append(answered, f)
			}
		}
		for _, edition := range []string{"grant", "council", "public"} {
			files, _ := a.edition(t, edition, edition, run, formats)
			for _, f := range files {
				where := fmt.Sprintf("%d people, %s %s", people, edition, f.Name)
				texts := readable(t, f)
				rows += markedRows(t, where, answered, texts)
				switch f.Name {
				case "figures.json":
					compared += sameJSON(t, where, answered, f.Data)
				case "figures.csv":
					compared += sameCSV(t, where, answered, texts.lines)
				}
			}
		}
	}
	if compared < 1500 || rows < 1500 {
		t.Errorf("%d values and %d rows were compared", compared, rows)
	}
}

// markedRows counts the rows headed by the title of a figure, and names those that have a mark.
func markedRows(t *testing.T, where string, figures []*kpi.Figure, texts legible) (rows int) {
	t.Helper()
	for _, line := range texts.lines {
		cells := strings.Split(strings.TrimSpace(line), "\t")
		for _, f := range figures {
			if strings.TrimSpace(cells[0]) != f.Title.JA || len(cells) < 2 {
				continue
			}
			rows++
			if slices.ContainsFunc(cells, func(c string) bool {
				return slices.Contains([]string{kpi.Symbol, kpi.Withheld.JA}, strings.TrimSpace(c))
			}) {
				t.Errorf("%s: %q", where, cells)
			}
		}
	}
	return rows
}

func sameJSON(t *testing.T, where string, figures []*kpi.Figure, data []byte) (compared int) {
	t.Helper()
	p, err := result.ReadPrinted(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range figures {
		if got := p.Find(f.ID); got == nil || got.Value == nil || *got.Value != *f.Value {
			t.Errorf("%s: %s is not the hub's %v", where, f.ID, *f.Value)
		}
		compared++
	}
	return compared
}

func sameCSV(t *testing.T, where string, figures []*kpi.Figure, lines []string) (compared int) {
	t.Helper()
	for _, f := range figures {
		want := "," + f.ID + "," + f.Title.JA + ",,," + lang.Plain(*f.Value) + ","
		if f.Unit != kpi.Date && !slices.ContainsFunc(lines, func(l string) bool { return strings.Contains(l, want) }) {
			t.Errorf("%s: no line %s", where, want)
		}
		compared++
	}
	return compared
}
