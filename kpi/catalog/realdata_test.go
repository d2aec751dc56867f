package catalog

import (
	"bufio"
	"context"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"pilot90/cohort"
	"pilot90/cohort/cell"
	"pilot90/kpi"
)

// The tests below turn published data into ledgers, as files on the disk that the reader reads like
// any other, and hold the figures against values worked out elsewhere: in R, or twice over in
// Python and SQLite (kpi/README of the data), or by a few lines of arithmetic here.

// sharedData is where the data lie, beside the repository.
const sharedData = "../../../shared/data"

func openShared(t *testing.T, path ...string) *os.File {
	t.Helper()
	f, err := os.Open(filepath.Join(append([]string{sharedData}, path...)...))
	if os.IsNotExist(err) {
		t.Skipf("%v is not there: this test needs the shared data beside the repository", err)
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

func readShared(t *testing.T, into any, path ...string) {
	t.Helper()
	if err := json.NewDecoder(openShared(t, path...)).Decode(into); err != nil {
		t.Fatal(err)
	}
}

// disk writes the sheets as CSV files into a folder of their own.
func disk(t *testing.T, sheets map[string][][]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, rows := range sheets {
		f, err := os.Create(filepath.Join(dir, name+".csv"))
		if err != nil {
			t.Fatal(err)
		}
		if err := csv.NewWriter(f).WriteAll(rows); err != nil {
			t.Fatal(err)
		}
		if err := f.Close(); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// windowOf reads the ledger in a folder, over a period.
func windowOf(t *testing.T, dir string, asOf, from, to cell.Day) *kpi.Window {
	t.Helper()
	c, clock, err := cohort.Load(context.Background(), dir, cohort.LoadOptions{AsOf: &asOf, From: &from, To: &to, Today: asOf})
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range []int{len(c.Participants.Excluded), len(c.Contracts.Excluded), len(c.Tasks.Excluded), len(c.Metrics.Excluded)} {
		if n > 0 {
			t.Fatalf("%d rows are left out; the first finding: %v", n, c.Findings[0])
		}
	}
	return kpi.NewWindow(c, clock)
}

func figureOf(t *testing.T, w *kpi.Window, id string) *kpi.Figure {
	t.Helper()
	d, ok := Find(id, w)
	if !ok {
		t.Fatalf("no figure %s", id)
	}
	return &kpi.Run([]kpi.Definition{d}, w)[0]
}

// near compares to 1e-9 relative; NaN stands for "none".
func near(got any, want float64) bool {
	x, ok := got.(float64)
	if !ok {
		return math.IsNaN(want)
	}
	return math.Abs(x-want) <= 1e-9*max(1, math.Abs(want))
}

// answer is a number of the reference files; null is NaN.
type answer float64

func (a *answer) UnmarshalJSON(data []byte) error {
	*a = answer(math.NaN())
	var x *float64
	if err := json.Unmarshal(data, &x); err != nil || x == nil {
		return err
	}
	*a = answer(*x)
	return nil
}

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

// readRows reads a CSV file with a heading row.
func readRows(t *testing.T, path ...string) []map[string]string {
	t.Helper()
	lines, err := csv.NewReader(openShared(t, path...)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	rows := make([]map[string]string, 0, len(lines))
	for _, line := range lines[1:] {
		row := map[string]string{}
		for i, heading := range lines[0] {
			row[heading] = line[i]
		}
		rows = append(rows, row)
	}
	return rows
}

// telcoDays is a month of tenure in days. The customers of tenure 0 make it one day more for all.
const telcoDays = 30

// TestTelcoContracts: 7,043 telephone contracts. Who pays by the month is 単発, contracts of one and
// two years are 定期; then every kind by itself.
func TestTelcoContracts(t *testing.T) {
	var reference struct {
		Telco struct {
			Values struct {
				N          int
				ByContract map[string]struct {
					N, Churned int
					Mean       float64 `json:"mean_tenure"`
				} `json:"by_contract"`
				Ratio       float64 `json:"recurring_ratio_one_or_two_year"`
				MeanAll     float64 `json:"mean_tenure_all"`
				MeanChurned float64 `json:"mean_tenure_churned_only"`
			}
		}
	}
	readShared(t, &reference, "kpi", "reference_kpi.json")
	want := reference.Telco.Values
	rows := readRows(t, "real", "ibm_telco_churn.csv")
	months := func(tenure float64) float64 { return (tenure*telcoDays + 1) / 30.4375 }

	// All of them, over all the years: every contract was active on some day.
	all := telcoSheet(t, rows, func(kind string) string {
		if kind == "Month-to-month" {
			return "単発"
		}
		return "定期"
	})
	w := windowOf(t, disk(t, map[string][][]string{"案件": all}), dataDay, dataDay-3000, dataDay)
	f := figureOf(t, w, "recurring_contract_ratio")
	if f.N != want.N || !near(*f.Value, want.Ratio) {
		t.Errorf("recurring_contract_ratio = %v of %d, want %v of %d", *f.Value, f.N, want.Ratio, want.N)
	}

	whole := telcoSheet(t, rows, func(string) string { return "定期" })
	w = windowOf(t, disk(t, map[string][][]string{"案件": whole}), dataDay, dataDay-3000, dataDay)
	f = figureOf(t, w, "average_continuation_months")
	if ended, _ := partOf(f.Parts, []string{"ended_mean"}); !near(*f.Value, months(want.MeanAll)) || !near(ended, months(want.MeanChurned)) {
		t.Errorf("mean %v, of the ended %v, want %v and %v", *f.Value, ended, months(want.MeanAll), months(want.MeanChurned))
	}
	for _, c := range rCases(t) {
		if c.ID != "telco_tenure_by_contract" {
			continue
		}
		checkCurve(t, "all", f, c.Overall, telcoDays, 1)
		for _, group := range c.Groups {
			kind := strings.TrimPrefix(group.Group, "group=")
			checkTelcoKind(t, rows, kind, group, months(want.ByContract[kind].Mean))
		}
	}
}

// checkTelcoKind looks at the contracts of one kind as the only 定期 ones.
func checkTelcoKind(t *testing.T, rows []map[string]string, kind string, want rCurve, mean float64) {
	t.Helper()
	sheet := telcoSheet(t, rows, func(k string) string {
		if k == kind {
			return "定期"
		}
		return "単発"
	})
	w := windowOf(t, disk(t, map[string][][]string{"案件": sheet}), dataDay, dataDay-3000, dataDay)
	f := figureOf(t, w, "average_continuation_months")
	if !near(*f.Value, mean) {
		t.Errorf("%s: mean %v, want %v", kind, *f.Value, mean)
	}
	checkCurve(t, kind, f, want, telcoDays, 1)
}

func telcoSheet(t *testing.T, rows []map[string]string, kindOf func(contract string) string) [][]string {
	t.Helper()
	var terms []term
	for _, r := range rows {
		tenure, err := strconv.Atoi(r["tenure"])
		if err != nil {
			t.Fatal(err)
		}
		terms = append(terms, term{tenure*telcoDays + 1, r["Churn"] == "Yes"})
	}
	sheet := contractSheet(terms)
	for i, r := range rows {
		sheet[i+1][2] = kindOf(r["Contract"])
	}
	return sheet
}

// purchase is one line of the CDNOW data: what a customer bought on a day.
type purchase struct {
	customer string
	date     cell.Day
	cds      int
	cents    int // of a dollar, which stand for yen in the ledger
}

func cdnow(t *testing.T) []purchase {
	t.Helper()
	var all []purchase
	lines := bufio.NewScanner(openShared(t, "real", "CDNOW_sample.txt"))
	for lines.Scan() {
		// customer in the whole file, customer in this one in ten, date, number of CDs, dollars
		f := strings.Fields(lines.Text())
		if len(f) != 5 || len(f[2]) != 8 {
			t.Fatalf("line %q", lines.Text())
		}
		date, _, fault := cell.ReadDate(cell.Value{Kind: cell.Text, Text: f[2]})
		cds, err := strconv.Atoi(f[3])
		cents, errCents := strconv.Atoi(strings.Replace(f[4], ".", "", 1))
		if fault != nil || err != nil || errCents != nil {
			t.Fatalf("line %q: %v %v %v", lines.Text(), fault, err, errCents)
		}
		all = append(all, purchase{f[1], date, cds, cents})
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	return all
}
