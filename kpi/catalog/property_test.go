package catalog

import (
	"bytes"
	"math/rand/v2"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pilot90/cohort"
	"pilot90/cohort/cohorttest"
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
	"pilot90/cohort/schema"
	"pilot90/kpi"
	"pilot90/kpi/result"
)

// goldens are the ledgers of all goldens: what every property is tried on.
func goldens(t *testing.T) map[string]golden {
	t.Helper()
	all := map[string]golden{}
	for _, d := range All() {
		if _, err := os.Stat(goldenPath(d.ID)); err == nil { // TestGoldens says which are missing
			all[d.ID] = readGolden(t, d.ID)
		}
	}
	return all
}

// asJSON computes everything over the window, without the state of the input files.
func asJSON(t *testing.T, w *kpi.Window) string {
	t.Helper()
	r := result.Compute(All(), w)
	r.Inputs, r.Findings = nil, result.FindingCounts{}
	var b bytes.Buffer
	if err := r.WriteJSON(&b, lang.JA); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// section is one sheet of a ledger in text: its "##" line, its heading row and its rows.
type section struct {
	lines []string // "## 参加者" and the headings
	rows  []string
}

// split cuts a ledger into what stands before the first sheet, and the sheets.
func split(ledger string) (head string, sheets []section) {
	for line := range strings.Lines(ledger) {
		line = strings.TrimRight(line, "\n")
		switch {
		case strings.HasPrefix(line, "## "):
			sheets = append(sheets, section{lines: []string{line}})
		case len(sheets) == 0:
			head += line + "\n"
		case strings.TrimSpace(line) == "":
		case len(sheets[len(sheets)-1].lines) == 1:
			sheets[len(sheets)-1].lines = append(sheets[len(sheets)-1].lines, line)
		default:
			sheets[len(sheets)-1].rows = append(sheets[len(sheets)-1].rows, line)
		}
	}
	return head, sheets
}

func join(head string, sheets []section) string {
	for _, s := range sheets {
		head += strings.Join(append(slices.Clone(s.lines), s.rows...), "\n") + "\n\n"
	}
	return head
}

func TestShufflingRowsChangesNoFigure(t *testing.T) {
	random := rand.New(rand.NewPCG(90, 30))
	for id, g := range goldens(t) {
		want := asJSON(t, g.window(t))
		head, sheets := split(g.ledger)
		for range 5 {
			for _, s := range sheets {
				random.Shuffle(len(s.rows), func(i, j int) { s.rows[i], s.rows[j] = s.rows[j], s.rows[i] })
			}
			shuffled := join(head, sheets)
			if got := asJSON(t, kpi.NewWindow(cohorttest.Load(t, shuffled))); got != want {
				t.Errorf("%s: with the rows in the order of\n%s\n%s", id, shuffled, firstDifference(got, want))
				break
			}
		}
	}
}

func firstDifference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			return "got  " + g[i] + "\nwant " + w[i]
		}
	}
	return "one result is longer"
}

func TestMissingSheetIsAReasonAndNever0(t *testing.T) {
	t.Parallel()
	for id, g := range goldens(t) {
		head, sheets := split(g.ledger)
		for i, s := range sheets {
			left := join(head, slices.Delete(slices.Clone(sheets), i, i+1))
			w := kpi.NewWindow(cohorttest.Load(t, left))
			for _, f := range kpi.Run(All(), w) {
				d, ok := find(f.ID, w)
				if !ok {
					t.Fatalf("%s is computed and not found", f.ID)
				}
				missing := slices.ContainsFunc(d.Needs, func(k schema.Key) bool { return !w.Present(k) })
				if missing && (f.Value != nil || f.Reason.JA == "" || f.Reason.EN == "") {
					t.Errorf("%s without %s: %s is %v, reason %q", id, s.lines[0], f.ID, *f.Value, f.Reason.JA)
				}
			}
		}
	}
}

func TestEveryFigureIsANumberOrAReason(t *testing.T) {
	for id, g := range goldens(t) {
		for _, f := range kpi.Run(All(), g.window(t)) {
			switch {
			case f.Value == nil && (f.Reason.JA == "" || f.Reason.EN == ""):
				t.Errorf("%s: %s has neither value nor reason", id, f.ID)
			case f.Value != nil && !f.Reason.Empty():
				t.Errorf("%s: %s has a value and the reason %q", id, f.ID, f.Reason.JA)
			case f.Value != nil && f.Arithmetic.JA == "":
				t.Errorf("%s: %s has a value and no arithmetic", id, f.ID)
			}
		}
	}
}

// TestEmptyAndSingle runs everything over ledgers of nothing, of headings only and of one
// row a sheet, at dates before, in and after them.
func TestEmptyAndSingle(t *testing.T) {
	const headings = `
## 参加者
参加者ID | 開始日 | 研修修了日
## 案件
案件ID | 発注者ID | 種別 | 開始日 | 月額
## 作業ログ
作業日 | 参加者ID | 案件ID | 時間 | 報酬 | 納品日 | 支払日
`
	const single = `
## 参加者
参加者ID | 開始日 | 研修修了日
P1 | 2025-04-01 | 2025-04-20
## 案件
案件ID | 発注者ID | 種別 | 開始日 | 月額
C1 | A | 定期 | 2025-04-01 | 1000
## 作業ログ
作業日 | 参加者ID | 案件ID | 時間 | 報酬 | 納品日 | 支払日
2025-04-10 | P1 | C1 | 10 | 3000 | 2025-04-11 | 2025-04-20
`
	for _, ledger := range []string{"", headings, single} {
		for _, asOf := range []string{"2025-03-31", "2025-04-01", "2025-04-10", "2025-07-01", "2027-03-31"} {
			c, clock := cohorttest.Load(t, "as_of: "+asOf+"\n"+ledger)
			w := kpi.NewWindow(c, clock)
			asJSON(t, w)
			for _, d := range kpi.Expanded(All(), w) {
				if err := result.Explain(&bytes.Buffer{}, d, kpi.Run([]kpi.Definition{d}, w)[0], clock, lang.EN); err != nil {
					t.Errorf("%s: %v", d.ID, err)
				}
			}
		}
	}
}

// TestWithoutPaidDateColumn holds that a first income by task date says so.
func TestWithoutPaidDateColumn(t *testing.T) {
	with := `
as_of: 2025-09-30
from: 2025-04-01
to: 2025-09-30
## 参加者
参加者ID | 開始日
P1 | 2025-04-01
P2 | 2025-04-01
## 作業ログ
作業日 | 参加者ID | 時間 | 報酬 | 支払日
2025-04-10 | P1 | 1 | 3000 | 2025-10-31
2025-04-11 | P2 | 1 | 3000 |
`
	without := strings.NewReplacer(" | 支払日", "", " | 2025-10-31", "", "3000 |\n", "3000\n").Replace(with)
	for _, tt := range []struct {
		name, ledger string
		residents    float64 // nobody is paid by the as-of date; both have worked by then
		says         bool
	}{{"with the column", with, 0, false}, {"without it", without, 2, true}} {
		figures := kpi.Run(All(), kpi.NewWindow(cohorttest.Load(t, tt.ledger)))
		for _, id := range []string{"first_income_residents", "first_income_within_cycle_ratio", "days_to_first_income"} {
			f := kpi.Find(figures, id)
			if says := slices.Contains(f.Warnings, kpi.Assumption(paidDate)); says != tt.says {
				t.Errorf("%s: %s: warnings %v", tt.name, id, f.Warnings)
			}
		}
		if f := kpi.Find(figures, "first_income_residents"); f.Value == nil || *f.Value != tt.residents {
			t.Errorf("%s: first_income_residents = %v, want %v", tt.name, f.Value, tt.residents)
		}
	}
}

// TestListedCellsAreEnough computes each figure again from nothing but the cells it lists.
func TestListedCellsAreEnough(t *testing.T) {
	ledgers := goldens(t)
	for _, d := range All() {
		if d.Expand != nil {
			continue
		}
		c, clock := cohorttest.Load(t, ledgers[d.ID].ledger)
		want := kpi.Run([]kpi.Definition{d}, kpi.NewWindow(c, clock))[0]
		got := kpi.Run([]kpi.Definition{d}, kpi.NewWindow(onlyListed(c, want.Evidence()), clock))[0]
		for _, n := range []struct {
			name      string
			got, want *float64
		}{{"value", got.Value, want.Value}, {"numerator", got.Numerator, want.Numerator},
			{"denominator", got.Denominator, want.Denominator}} {
			if !reflect.DeepEqual(n.got, n.want) {
				t.Errorf("%s: %s is %v from the listed cells, %v from the ledger (%s)", d.ID, n.name, pointed(n.got),
					pointed(n.want), got.Reason.JA)
			}
		}
		if got.N != want.N {
			t.Errorf("%s: n is %d from the listed cells, %d from the ledger", d.ID, got.N, want.N)
		}
	}
}

// onlyListed is the cohort with the used rows alone, and of these the listed cells alone.
func onlyListed(c *cohort.Ledger, rows []kpi.RowUse) *cohort.Ledger {
	listed := map[record.Row]map[int]bool{}
	for _, u := range rows {
		if u.Excluded {
			continue
		}
		if listed[u.Row] == nil {
			listed[u.Row] = map[int]bool{}
		}
		for _, col := range u.Columns {
			listed[u.Row][col] = true
		}
	}
	small := *c
	tables := reflect.ValueOf(&small.Tables).Elem()
	for i := range tables.NumField() {
		if rows := tables.Field(i); rows.Kind() == reflect.Struct && rows.FieldByName("Rows").IsValid() {
			rows.FieldByName("Rows").Set(keepListed(rows.FieldByName("Rows"), listed))
		}
	}
	return &small
}

// keepListed copies a slice of records: listed rows only, their other cells blank.
func keepListed(records reflect.Value, listed map[record.Row]map[int]bool) reflect.Value {
	kept := reflect.MakeSlice(records.Type(), 0, records.Len())
	for i := range records.Len() {
		row := records.Index(i).Elem().FieldByName("Row").Interface().(record.Row)
		cells, ok := listed[row]
		if !ok {
			continue
		}
		record := reflect.New(records.Type().Elem().Elem())
		record.Elem().Set(records.Index(i).Elem())
		for j := range record.Elem().NumField() {
			f := record.Elem().Field(j)
			if f.Kind() == reflect.Struct && f.FieldByName("Col").IsValid() && !cells[int(f.FieldByName("Col").Int())] {
				f.SetZero()
			}
		}
		kept = reflect.Append(kept, record)
	}
	return kept
}
