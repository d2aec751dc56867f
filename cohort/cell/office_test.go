package cell_test

import (
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pilot90/cohort/cell"
	"pilot90/cohort/sheet"
	"pilot90/cohort/sheet/grid"
)

const officeData = "../../../shared/data/office"

// The same work is kept in each of these ledgers, in other units. Pay per hour, Σ pay ÷ Σ hours of tasks with hours
// above 0, is therefore the effective_hourly_pay of expected.json.
func TestOfficeHoursAreTheSameInEveryUnit(t *testing.T) {
	for _, ledger := range []struct{ seed, form string }{
		{"seed03", "02-clock"}, {"seed11", "02-clock"}, {"seed03", "13-units-minutes"}, {"seed11", "13-units-minutes"},
		{"seed03", "13-units-seconds"}, {"seed11", "13-units-seconds"}, {"seed03", "13-units-sixty"},
		{"seed11", "13-units-sixty"},
		{"seed03", "13-units-utc"},
	} {
		t.Run(ledger.seed+"/"+ledger.form, func(t *testing.T) {
			dir := filepath.Join(officeData, ledger.seed, ledger.form)
			want := effectivePay(t, dir)
			pay, hours := 0.0, 0.0
			for _, g := range logs(t, dir) {
				p, h := payAndHours(t, g)
				pay, hours = pay+p, hours+h
			}
			if got := pay / hours; !(math.Abs(got-want) <= 1e-9*want) {
				t.Errorf("%v yen for %v hours = %v an hour, want %v", pay, hours, got, want)
			}
		})
	}
}

func effectivePay(t *testing.T, dir string) float64 {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, "expected.json"))
	if err != nil {
		t.Skip("no reference data beside the repository: ", err)
	}
	var expected struct {
		Figures map[string]struct{ Value float64 }
	}
	if err := json.Unmarshal(data, &expected); err != nil {
		t.Fatal(err)
	}
	return expected.Figures["effective_hourly_pay"].Value
}

func logs(t *testing.T, dir string) []*grid.Grid { return sheets(t, dir, "作業") }

// sheets returns the sheets of a folder that have the word in their names.
func sheets(t *testing.T, dir, word string) (grids []*grid.Grid) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if ext := filepath.Ext(e.Name()); ext != ".xlsx" && ext != ".csv" {
			continue
		}
		book, _, err := sheet.Open(dir, e.Name(), sheet.Options{})
		if err != nil {
			t.Fatal(err)
		}
		for _, g := range book.Sheets {
			if strings.Contains(g.Sheet, word) {
				grids = append(grids, g)
			}
		}
	}
	return grids
}

// columns are where the log keeps what is needed, and the unit of its time.
type columns struct {
	heading                      int
	start, end, rest, hours, pay int
	unit, restUnit               cell.Unit
}

// payAndHours adds up a log.
func payAndHours(t *testing.T, g *grid.Grid) (pay, hours float64) {
	t.Helper()
	c := findColumns(g)
	if c.heading == 0 || c.pay == 0 || c.hours+c.end == 0 {
		t.Fatalf("%s: %+v", g.Sheet, c)
	}
	for i := range g.Rows {
		row := g.Rows[i].Number
		if row <= c.heading || g.At(row, c.pay).IsBlank() {
			continue
		}
		p, _, f := cell.ReadYen(g.At(row, c.pay), cell.NonNegative)
		if f == nil {
			var h float64
			if h, f = workedHours(g, row, c); h > 0 {
				pay, hours = pay+p, hours+h
			}
		}
		if f != nil {
			t.Errorf("row %d: %s", row, f.Message.EN)
		}
	}
	return pay, hours
}

// workedHours is the time of a row.
func workedHours(g *grid.Grid, row int, c columns) (float64, *cell.Fault) {
	if c.hours > 0 {
		h, _, f := cell.ReadHoursIn(g.At(row, c.hours), c.unit, cell.NonNegative)
		return h, f
	}
	var s cell.Span
	var f *cell.Fault
	if s.Start, _, f = cell.ReadTimeOfDay(g.At(row, c.start), cell.UnknownUnit, cell.Tokyo); f != nil {
		return 0, f
	}
	if s.End, _, f = cell.ReadTimeOfDay(g.At(row, c.end), cell.UnknownUnit, cell.Tokyo); f != nil {
		return 0, f
	}
	rest := 0
	if v := g.At(row, c.rest); !v.IsBlank() {
		if rest, _, f = cell.ReadRest(v, c.restUnit); f != nil {
			return 0, f
		}
	}
	h, _, _, f := cell.Worked([]cell.Span{s}, rest, false)
	return h, f
}

// findColumns looks for the headings; remarks above them may give the unit of time.
func findColumns(g *grid.Grid) (c columns) {
	for i := range g.Rows {
		row := &g.Rows[i]
		for j := range row.Cells {
			v, col := &row.Cells[j], row.Cells[j].Col
			for _, u := range cell.RemarkUnits(v.Text) {
				if c.heading == 0 && u.Measure == cell.TimeMeasure {
					c.unit = u.Unit
				}
			}
			switch words, _ := cell.HeadingNotes(cell.TimeMeasure, v.Text); words {
			case "開始", "開始時刻", "開始日時":
				c.start = col
			case "終了", "終了時刻", "終了日時":
				c.end, c.heading = col, row.Number
			case "休憩":
				c.rest, c.restUnit = col, unitOf(v.Text)
			case "時間", "作業時間", "秒数":
				if c.hours, c.heading = col, row.Number; unitOf(v.Text).Kind != cell.UnknownUnit {
					c.unit = unitOf(v.Text)
				}
			case "報酬":
				c.pay = col
			}
		}
		if c.heading > 0 {
			return c
		}
	}
	return c
}

func unitOf(heading string) cell.Unit {
	for _, u := range cell.HeadingUnits(cell.TimeMeasure, heading) {
		return u
	}
	return cell.Unit{}
}

// Hours as 1.30 without a word are noticed, decimals are not.
func TestOfficeHoursThatLookLikeBase60(t *testing.T) {
	for form, want := range map[string]bool{
		"13-units-sixty-untold": true, "13-units-sixty": true, "01-names-only": false, "12-split-dates": false,
		"09-invoices": false, "13-units-minutes": false,
	} {
		for _, seed := range []string{"seed03", "seed11"} {
			dir := filepath.Join(officeData, seed, form)
			effectivePay(t, dir)
			for _, g := range logs(t, dir) {
				c := findColumns(g)
				var typed []string
				for i := range g.Rows {
					if row := g.Rows[i].Number; row > c.heading {
						typed = append(typed, g.At(row, c.hours).Text)
					}
				}
				if got := cell.LooksBase60(typed); got != want || cell.LooksLikeDayParts(typed) {
					t.Errorf("%s/%s: %v, %d values", seed, form, got, len(typed))
				}
			}
		}
	}
}

// The names of a log are written with and without spaces; each is one of the roster, and none is near another.
func TestOfficeNames(t *testing.T) {
	for _, seed := range []string{"seed03", "seed11"} {
		dir := filepath.Join(officeData, seed, "01-names-only")
		effectivePay(t, dir)
		people := map[string]string{}
		for _, name := range namesUnder(t, dir, "名簿", "氏名", "お名前") {
			people[cell.NameKey(name)] = name
		}
		for _, name := range namesUnder(t, dir, "作業", "氏名", "担当者名") {
			if people[cell.NameKey(name)] == "" {
				t.Errorf("%s: nobody is called %q", seed, name)
			}
		}
		for _, a := range people {
			for _, b := range people {
				if cell.NearName(a, b) {
					t.Errorf("%s: %q and %q are near", seed, a, b)
				}
			}
		}
		if len(people) != 12 {
			t.Errorf("%s: %d people, the README has 12", seed, len(people))
		}
	}
}

// namesUnder returns the names below one of the headings on the sheets of a name.
func namesUnder(t *testing.T, dir, sheetName string, headings ...string) (names []string) {
	t.Helper()
	for _, g := range sheets(t, dir, sheetName) {
		row, col := 0, 0
		for i := range g.Rows {
			for _, c := range g.Rows[i].Cells {
				if row == 0 && slices.Contains(headings, c.Text) {
					row, col = g.Rows[i].Number, c.Col
				}
			}
		}
		for i := range g.Rows {
			v := g.At(g.Rows[i].Number, col)
			if row == 0 || g.Rows[i].Number <= row || v.IsBlank() {
				continue
			}
			names = append(names, v.Text)
		}
	}
	return names
}
