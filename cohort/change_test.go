package cohort_test

import (
	"fmt"
	"strings"
	"testing"

	"pilot90/cohort"
	"pilot90/cohort/cohorttest"
	"pilot90/cohort/schema"
	"pilot90/cohort/setting"
)

// twoInOne is a ledger whose people and work stand side by side in one sheet; what Z and 区分 are only the hub knows.
const twoInOne = "as_of: 2026-03-31\n## 案件\n案件ID | 発注者ID | 種別 | 開始日 | 月額\nK1 | C1 | 定期 | 2025-04-01 | 30000\n"

const twoInOneSheet = "## 台帳\nNo. | 氏名 | 開始日 | 居住区分 | 区分 | | 作業日 | 氏名 | 案件ID | 報酬 | Z\n" +
	"1 | 佐藤花子 | 2025-04-01 | 住民 | 1期 | | 2025-06-02 | 佐藤花子 | K1 | 2000 | 90\n" +
	"2 | 鈴木一郎 | 2025-04-01 | 移住 | 1期 | | 2025-06-03 | 鈴木一郎 | K1 | 1000 | 30\n"

// changed reads a ledger, makes the groups of changes one after the other, and reads it with what they left behind.
func changed(t *testing.T, base, sheets string, groups ...[]cohort.Change) (*cohorttest.Ledger, string) {
	t.Helper()
	l, text := cohorttest.Read(t, base+sheets), ""
	for _, group := range groups {
		pins, why := l.Changed(group)
		if !why.Empty() {
			return l, why.JA
		}
		written, err := setting.WriteReading(pins)
		if err != nil {
			t.Fatal(err)
		}
		_, text, _ = strings.Cut(string(written), "\n") // without the remark at its head
		l = cohorttest.Read(t, base+"# reading.toml\n"+text+"\n"+sheets)
		for _, ch := range group {
			if why := l.Reading().Denies(ch); !why.Empty() {
				return l, why.JA
			}
		}
	}
	return l, text
}

// TestChangeOfSeveralTables: what is said of one of two tables of a sheet leaves the other as it was; each can be
// changed, and the sheet as a whole.
func TestChangeOfSeveralTables(t *testing.T) {
	column := func(of, column, field, unit string) cohort.Change {
		return cohort.Change{File: "台帳.xlsx", Sheet: "台帳", Column: column, Field: field, Unit: unit, Of: schema.Key(of)}
	}
	hours, cycle := column("tasks", "K", "hours", "分"), column("participants", "E", "cohort", "")
	for _, c := range []struct {
		name    string
		changes []cohort.Change
		want    string // people, their cohorts, hours/pay
		entries int
	}{
		{"nothing", nil, "2  0/2000 0/1000", 0},
		{"the second", []cohort.Change{hours}, "2  1.5/2000 0.5/1000", 1},
		{"the first", []cohort.Change{cycle}, "2 1期1期 0/2000 0/1000", 1},
		{"both", []cohort.Change{hours, cycle}, "2 1期1期 1.5/2000 0.5/1000", 2},
		{"by the column alone", []cohort.Change{column("", "Z", "hours", "分")}, "2  1.5/2000 0.5/1000", 1},
		{"one is taken back", []cohort.Change{hours, cycle, {File: "台帳.xlsx", Sheet: "台帳", Of: "tasks", Column: "K",
			Undo: true}}, "2 1期1期 0/2000 0/1000", 2},
		{"the sheet is not read", []cohort.Change{hours, cycle, {File: "台帳.xlsx", Sheet: "台帳", Ignore: true}}, "0  ", 1},
		{"all is taken back", []cohort.Change{hours, cycle, {File: "台帳.xlsx", Sheet: "台帳", Undo: true}},
			"2  0/2000 0/1000", 0},
	} {
		var groups [][]cohort.Change
		for _, ch := range c.changes {
			groups = append(groups, []cohort.Change{ch})
		}
		l, text := changed(t, twoInOne, twoInOneSheet, groups...)
		cohorts := ""
		for _, p := range l.Participants.Rows {
			cohorts += p.Cohort.Value
		}
		got := fmt.Sprintf("%d %s %s", len(l.Participants.Rows), cohorts, hoursOf(l.Ledger))
		if got != c.want || strings.Count(text, "[[table]]") != c.entries {
			t.Errorf("%s: %s, want %s\n%s\n%s", c.name, got, c.want, text, l)
		}
	}
}

// TestChangeConstant: a field that no column of the sheet holds has one value in every row, and is taken back; one that
// a column holds is left to it, and the reason is given.
func TestChangeConstant(t *testing.T) {
	const sheets = "## 作業 in 花子.xlsx\n作業日 | 案件ID | 時間 | 報酬\n2025-06-02 | K1 | 2 | 2000\n2025-06-03 | K1 | 1 | 1000\n"
	same := func(field, value string) cohort.Change {
		return cohort.Change{File: "花子.xlsx", Sheet: "作業", Field: field, Constant: value}
	}
	table := cohort.Change{File: "花子.xlsx", Sheet: "作業", Table: "tasks"}
	who := same("participant_id", "P01")
	for _, c := range []struct {
		name    string
		changes []cohort.Change
		want    string // hours/pay of the tasks, and whose they are
		says    string
	}{
		{"whose it is", []cohort.Change{table, who},
			"2/2000 1/1000 P01P01", `participant_id = "P01"`},
		{"a day of the era", []cohort.Change{table, who, same("paid_date", "令和7年7月31日")}, "2/2000 1/1000 P01P01",
			`paid_date = "2025-07-31"`},
		{"a day that is none", []cohort.Change{table, who, same("paid_date", "来月")}, " ", "日付"},
		{"of a column", []cohort.Change{table, who, same("hours", "3")}, "2/2000 1/1000 P01P01", "C列"},
	} {
		l, text := changed(t, learnedBase, sheets, c.changes)
		got := hoursOf(l.Ledger) + " "
		for _, task := range l.Tasks.Rows {
			got += task.ParticipantID.Value
		}
		if got != c.want || !strings.Contains(text, c.says) {
			t.Errorf("%s: %s, want %s\n%s\n%s", c.name, got, c.want, text, l)
		}
	}
}

// TestUntoldHoursAreThere: of a sheet whose hours are asked about, no row is said to lack them; a blank one is.
func TestUntoldHoursAreThere(t *testing.T) {
	l := cohorttest.Read(t, learnedBase+"## 6月\n作業日 | 参加者ID | 案件ID | 時間 | 報酬\n2025-06-02 | P01 | K1 | 1.30 | 2000\n"+
		"2025-06-03 | P01 | K1 | 2.15 | 2000\n2025-06-04 | P01 | K1 | 0.45 | 2000\n2025-06-05 | P01 | K1 | 3.30 | 2000\n"+
		"2025-06-06 | P01 | K1 | | 2000\n## 7月\n作業日 | 参加者ID | 案件ID | 時間 | 報酬\n2025-07-02 | P01 | K1 | 1.25 | 2000\n")
	lacking := ""
	for _, f := range l.Findings {
		switch f.Code {
		case "C211":
			lacking += f.Sheet + f.Range + " "
		}
	}
	if want := "6月A6:E6 "; lacking != want {
		t.Errorf("hours are said to lack in %q, want %q\n%s", lacking, want, l)
	}
}
