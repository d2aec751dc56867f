package catalog

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"pilot90/cohort/cell"
	"pilot90/kpi"
)

// rCurve is what R says of one Kaplan–Meier curve.
type rCurve struct {
	Group  string `json:"group"`
	N      int    `json:"n"`
	Events int    `json:"n_events"`
	At     []struct {
		T      answer    `json:"t"`
		Surv   answer    `json:"surv"`
		LogLog [2]answer `json:"loglog"`
	} `json:"at"`
	Quantiles map[string][]struct {
		P, Est, Lower, Upper answer
	} `json:"quantiles"`
	RMean []struct {
		Tau   json.RawMessage `json:"tau"`
		Last  *float64        `json:"tau_value"`
		RMean answer          `json:"rmean"`
		SE    answer          `json:"se"`
	} `json:"rmean"`
}

type rCase struct {
	ID, File      string
	LeftTruncated bool     `json:"left_truncated"`
	Overall       rCurve   `json:"overall"`
	Groups        []rCurve `json:"groups"`
}

func rCases(t *testing.T) []rCase {
	t.Helper()
	var file struct{ Cases []rCase }
	readShared(t, &file, "kpi", "reference.json")
	return file.Cases
}

// term is one stretch of follow-up in whole days.
type term struct {
	days  int
	ended bool
}

// The ledgers below stand on this day.
var dataDay = cell.NewDay(2026, 3, 31)

// contractSheet makes a 定期 contract of each term. Terms that ended did so on different days by
// then; of the others, every other one has an end that is still to come.
func contractSheet(terms []term) [][]string {
	rows := [][]string{{"案件ID", "発注者ID", "種別", "開始日", "終了日"}}
	for i, s := range terms {
		start, end := dataDay-cell.Day(s.days)+1, ""
		switch {
		case s.ended:
			start -= cell.Day(i % 40)
			end = (start + cell.Day(s.days) - 1).String()
		case i%2 == 0:
			end = (dataDay + cell.Day(1+i%400)).String()
		}
		rows = append(rows, []string{fmt.Sprintf("C%05d", i), "A", "定期", start.String(), end})
	}
	return rows
}

// workerSheets makes a worker of each term: the first paid task on its first day, the exit on its
// last; who is still there has a task on the day of the ledger.
func workerSheets(terms []term) map[string][][]string {
	people := [][]string{{"参加者ID", "開始日", "離脱日"}}
	tasks := [][]string{{"作業日", "参加者ID", "時間", "報酬"}}
	for i, s := range terms {
		id, start, exit := fmt.Sprintf("P%05d", i), dataDay-cell.Day(s.days)+1, ""
		if s.ended {
			start -= cell.Day(i % 40)
			exit = (start + cell.Day(s.days) - 1).String()
		} else {
			tasks = append(tasks, []string{dataDay.String(), id, "1", "500"})
		}
		people = append(people, []string{id, start.String(), exit})
		tasks = append(tasks, []string{start.String(), id, "2", "1000"})
	}
	return map[string][][]string{"参加者": people, "作業ログ": tasks}
}

// checkCurve holds the parts of a duration against R's curve of the same times in another unit:
// one of R's units is perUnit days here, and shift days were added to every term, over which
// everybody is there.
func checkCurve(t *testing.T, name string, f *kpi.Figure, want rCurve, perUnit, shift float64) {
	t.Helper()
	months := func(a answer) float64 { return (float64(a)*perUnit + shift) / 30.4375 }
	hold := func(key string, want float64) {
		t.Helper()
		if got, _ := partOf(f.Parts, strings.Split(key, ".")); !near(got, want) {
			t.Errorf("%s: %s = %v, want %v", name, key, got, want)
		}
	}
	if f.N != want.N {
		t.Errorf("%s: n = %d, want %d", name, f.N, want.N)
	}
	hold("events", float64(want.Events))
	for _, q := range want.Quantiles["loglog"] {
		if q.P == 0.5 {
			hold("median", months(q.Est))
			hold("median_interval.low", months(q.Lower))
			hold("median_interval.high", months(q.Upper))
		}
	}
	for _, m := range want.RMean {
		if m.Last == nil {
			continue // another limit than the longest time
		}
		hold("tau", months(answer(*m.Last)))
		hold("rmst", months(m.RMean))
		if m.SE > 0 {
			half := 1.959963984540054 * float64(m.SE) * perUnit / 30.4375 // R's qnorm(0.975)
			got, _ := partOf(f.Parts, []string{"rmst_interval"})
			pair, ok := got.([2]float64)
			low, high := max(months(m.RMean)-half, 0), min(months(m.RMean)+half, months(answer(*m.Last)))
			if !ok || !near(pair[0], low) || !near(pair[1], high) {
				t.Errorf("%s: rmst_interval %v, want %v to %v", name, got, low, high)
			}
		}
	}
}

// TestSurvivalCasesAsContracts turns the survival cases into terms of contracts and of workers and
// holds the figures against R's answers. A time of 0, which no term has, moves all of the case's
// times up by one day.
func TestSurvivalCasesAsContracts(t *testing.T) {
	if testing.Short() {
		t.Skip("reads thousands of real contracts")
	}
	t.Parallel()
	held := 0
	for _, c := range rCases(t) {
		if c.LeftTruncated {
			continue // a contract is followed from its first day
		}
		terms, shift := caseTerms(t, c)
		dir := disk(t, map[string][][]string{"案件": contractSheet(terms)})
		w := windowOf(t, dir, dataDay, dataDay-365, dataDay)
		checkCurve(t, c.ID, figureOf(t, w, "average_continuation_months"), c.Overall, 1, float64(shift))
		held++
		if len(terms) > 2000 || shift > 0 {
			continue
		}
		w = windowOf(t, disk(t, workerSheets(terms)), dataDay, dataDay-365, dataDay)
		checkCurve(t, c.ID+" of workers", figureOf(t, w, "worker_continuation_months"), c.Overall, 1, 0)
		checkShares(t, c, w)
	}
	if held < 25 {
		t.Errorf("%d cases held only", held)
	}
}

// checkShares holds the shares at work after 180 and 365 days against R's where it gives them.
func checkShares(t *testing.T, c rCase, w *kpi.Window) {
	t.Helper()
	for _, at := range c.Overall.At {
		id := fmt.Sprintf("worker_survival_%g", float64(at.T))
		if at.T != 180 && at.T != 365 {
			continue
		}
		f := figureOf(t, w, id)
		if f.Value == nil {
			t.Errorf("%s: %s has no value: %s", c.ID, id, f.Reason.EN)
			continue
		}
		if !near(*f.Value, float64(at.Surv)) || f.Interval == nil ||
			!near(f.Interval[0], float64(at.LogLog[0])) || !near(f.Interval[1], float64(at.LogLog[1])) {
			t.Errorf("%s: %s = %v in %v, want %v in %v", c.ID, id, *f.Value, f.Interval, at.Surv, at.LogLog)
		}
	}
}

func caseTerms(t *testing.T, c rCase) (terms []term, shift int) {
	t.Helper()
	rows := readRows(t, "kpi", filepath.FromSlash(c.File))
	for _, r := range rows {
		days, err := strconv.Atoi(r["time"])
		if err != nil {
			t.Fatalf("%s: %v", c.ID, err)
		}
		if days == 0 {
			shift = 1
		}
		terms = append(terms, term{days, r["event"] == "1"})
	}
	for i := range terms {
		terms[i].days += shift
	}
	return terms, shift
}
