package record_test

import (
	"fmt"
	"strings"
	"testing"

	"pilot90/cohort"
	"pilot90/cohort/cohorttest"
	"pilot90/cohort/record"
	"pilot90/cohort/schema"
)

// ownText is what a cell says: its own column, but for times, a column of which without times is not read.
func ownText(c *schema.Column) string {
	switch c.Kind {
	case schema.ClockKind:
		return fmt.Sprintf("%d:00", 9+len(c.Key)) // 14 for start, 12 for end
	case schema.SpanKind:
		return "20:00-21:00"
	}
	return "値" + c.Key
}

// TestLineCellsAreTheColumns: a ledger in which every cell of a row says its own column is read
// into lines whose n-th cell is the n-th column of the schema, for every table.
func TestLineCellsAreTheColumns(t *testing.T) {
	var ledger strings.Builder
	for _, table := range schema.Tables() {
		fmt.Fprintf(&ledger, "## %s\n", table.Sheet.JA)
		var heads, texts []string
		for _, c := range table.Columns {
			heads, texts = append(heads, c.Heading.JA), append(texts, ownText(&c))
		}
		fmt.Fprintf(&ledger, "%s\n%s\n\n", strings.Join(heads, " | "), strings.Join(texts, " | "))
	}
	c, _ := cohorttest.Load(t, ledger.String())
	seen := map[schema.Key]bool{}
	for _, l := range c.Lines() {
		seen[l.Table] = true
		schema := schema.ByKey(l.Table)
		if l.Columns() != len(schema.Columns) {
			t.Errorf("%s: %d cells, want %d", l.Table, l.Columns(), len(schema.Columns))
			continue
		}
		for i := range l.Columns() {
			cell := l.Column(i)
			if cell.Text != ownText(&schema.Columns[i]) || cell.Column != schema.Columns[i].Key {
				t.Errorf("%s cell %d is %q of %s, want that of %s", l.Table, i, cell.Text, cell.Column, schema.Columns[i].Key)
			}
		}
	}
	if len(seen) != len(schema.Tables()) {
		t.Errorf("lines of %d tables, want %d", len(seen), len(schema.Tables()))
	}
}

const mixed = `
## 参加者
参加者ID | 氏名 | 開始日
P01      | 山田 | 2025-04-01
P02      | 鈴木 | 2025-02-30

## 案件
案件ID | 発注者ID | 種別 | 開始日     | 月額
K1     | C1       | 定期 | 2025-04-01 | 30000

## 作業ログ
作業日     | 参加者ID | 案件ID | 時間 | 報酬
2025-05-01 | P01      | K1     | 1:30 | 2,000
2025-05-02 | P01      | K1     | 2    | 2000
`

func TestLines(t *testing.T) {
	c, _ := cohorttest.Load(t, mixed)
	lines := c.Lines()
	if len(lines) != 5 {
		t.Fatalf("%d lines, want 5", len(lines))
	}
	if p2 := lines[1]; p2.ID != "P02" || !p2.Excluded || p2.Dated {
		t.Errorf("P02's line is %+v, want one that is excluded for its date", p2)
	}
	a, b := lines[3], lines[4]
	tasks := schema.ByKey(schema.Tasks)
	hours, pay, other := a.Column(tasks.Index("hours")), a.Column(tasks.Index("pay")), b.Column(tasks.Index("pay"))
	if a.Name() != "P01 2025-05-01" || hours.Text != "1:30" || hours.Read != "1.5" {
		t.Errorf("first task %q, hours typed %q read %q", a.Name(), hours.Text, hours.Read)
	}
	if pay.Text == other.Text || pay.Read != other.Read {
		t.Errorf("2,000 and 2000 are %q and %q: typed apart, read alike", pay.Read, other.Read)
	}
}

// TestMix: a cohort of chosen lines has these rows, linked among themselves, and leaves the one
// they come from as it was.
func TestMix(t *testing.T) {
	c, _ := cohorttest.Load(t, mixed)
	var lines []record.Line
	for _, l := range c.Lines() {
		if l.Name() != "P01 2025-05-01" {
			lines = append(lines, l)
		}
	}
	m := cohort.Mix(c.Pilot, nil, func(schema.Key) *cohort.Ledger { return c }, lines)
	if len(m.Tasks.Rows) != 1 || len(c.Tasks.Rows) != 2 {
		t.Fatalf("%d tasks in the mix and %d in the ledger, want 1 and 2", len(m.Tasks.Rows), len(c.Tasks.Rows))
	}
	if k := m.Tasks.Rows[0]; k.Participant != m.Participant("P01") || k.Contract != m.Contract("K1") ||
		k.Participant == c.Participant("P01") {
		t.Error("the task must point at the records of the mix")
	}
	if len(m.Participants.Excluded) != 1 || !m.Tasks.Has("pay") || m.Tasks.Has("paid_date") || m.Surveys.Present {
		t.Error("the mix must keep what is excluded, the columns, and which sheets there are")
	}
	without := cohort.Mix(c.Pilot, nil, func(k schema.Key) *cohort.Ledger {
		if k == schema.Tasks {
			return nil
		}
		return c
	}, lines)
	if without.Tasks.Present || len(without.Tasks.Rows) != 0 {
		t.Error("a table without a frame must be left out")
	}
}

// TestMixOfTwoLogs: rows of a log that names its contracts, put beside those of another, have contracts too.
func TestMixOfTwoLogs(t *testing.T) {
	log := `
## 参加者
参加者ID | 開始日
P01 | 2025-04-01

## 作業ログ
作業日 | 参加者ID | 発注者 | 案件名 | 時間
2025-06-02 | P01 | みどり | %s | 2
`
	one, _ := cohorttest.Load(t, fmt.Sprintf(log, "入力"))
	other, _ := cohorttest.Load(t, fmt.Sprintf(log, "写真"))
	m := cohort.Mix(one.Pilot, nil, func(schema.Key) *cohort.Ledger { return one }, append(one.Lines(), other.Lines()...))
	if len(m.Contracts.Rows) != 2 || len(m.Contracts.Sources) != 2 || !m.Contracts.Derived {
		t.Errorf("%d contracts of %d logs, want 2 of 2", len(m.Contracts.Rows), len(m.Contracts.Sources))
	}
}

// TestLinesAreSmall: the lines of a log hold no cells of their own: those of all rows would be several times the log.
func TestLinesAreSmall(t *testing.T) {
	c, _ := cohorttest.Load(t, mixed+strings.Repeat("2025-05-03 | P01      | K1     | 2    | 2000\n", 500))
	rows := len(c.Lines())
	if n := testing.AllocsPerRun(1, func() { c.Lines() }); rows < 500 || n > float64(rows)/4 {
		t.Errorf("%d lines make %.0f allocations", rows, n)
	}
}
