package cohort_test

import (
	"fmt"
	"strings"
	"testing"

	"pilot90/cohort"
	"pilot90/cohort/cohorttest"
	"pilot90/cohort/finding"
	"pilot90/cohort/setting"
)

// learnedBase is a ledger but for its log.
const learnedBase = `
as_of: 2026-03-31
## 参加者
参加者ID | 氏名 | 開始日
P01 | 佐藤 花子 | 2025-04-01
## 案件
案件ID | 発注者ID | 種別 | 開始日 | 月額
K1 | C1 | 定期 | 2025-04-01 | 30000
`

// hoursOf lists the hours and the pay of the tasks of a ledger.
func hoursOf(l *cohort.Ledger) string {
	var out []string
	for _, task := range l.Tasks.Rows {
		out = append(out, fmt.Sprintf("%.4g/%.4g", task.Hours.Value, task.Pay.Value))
	}
	return strings.Join(out, " ")
}

// TestLearned: what reading.toml says holds for its sheets and those of their form, and for no other.
func TestLearned(t *testing.T) {
	const row = "2025-06-02 | P01 | K1 | 90 | 2000\n"
	for _, c := range []struct {
		name, settings, log string
		want, codes         string // hours/pay of the tasks; codes of the findings of reading
	}{
		{"a unit that no heading tells", entryOf("6月", `units = { hours = "分" }`),
			"## 6月\n作業日 | 参加者ID | 案件ID | 時間 | 報酬\n" + row, "1.5/2000", "C342"},
		{"a heading of the hub's own, in next month's sheet too", entryOf("[0-9]*月", `columns = { hours = "稼働" }`),
			"## 6月\n作業日 | 参加者ID | 案件ID | 稼働 | 報酬\n2025-06-02 | P01 | K1 | 2 | 2000\n" +
				"## 11月\n作業日 | 参加者ID | 案件ID | 稼働 | 報酬\n2025-11-02 | P01 | K1 | 3 | 2000\n", "2/2000 3/2000",
			"C342 C233 C342"},
		{"another sheet is a log all the same", entryOf("6月", `columns = { hours = "E" }`),
			"## 6月\n作業日 | 参加者ID | 案件ID | 報酬 | x\n2025-06-02 | P01 | K1 | 2000 | 2\n" +
				"## 作業ログ\n作業日 | 参加者ID | 案件ID | 時間 | 報酬\n2025-07-02 | P01 | K1 | 3 | 2000\n", "2/2000 3/2000", "C342"},
		{"pilot.toml goes first", "# pilot.toml\n[[table]]\nkey = \"tasks\"\nunits = { hours = \"時間\" }\n" +
			entryOf("6月", `units = { hours = "分", pay = "千円" }`),
			"## 6月\n作業日 | 参加者ID | 案件ID | 時間 | 報酬\n2025-06-02 | P01 | K1 | 2 | 3\n", "2/3000", "C342"},
		{"the settings go before the heading's unit", entryOf("6月", `units = { hours = "時間" }`),
			"## 6月\n作業日 | 参加者ID | 案件ID | 時間（分） | 報酬\n2025-06-02 | P01 | K1 | 2 | 2000\n", "2/2000", "C342"},
		{"a unit below the headings gives way", entryOf("6月", `units = { hours = "分", pay = "円" }`),
			"## 6月\n作業日 | 参加者ID | 案件ID | 時間 | 報酬\n | | | 時間 | 千円\n" + row, "1.5/2000", "C342"},
		{"headings printed again", entryOf("6月", `columns = { hours = "稼働", pay = "額" }`+"\n"+`units = { hours = "分" }`),
			"## 6月\n作業日 | 参加者ID | 案件ID | 稼働 | 額\n" + row + "作業日 | 参加者ID | 案件ID | 稼働 | 額\n" +
				"2025-06-03 | P01 | K1 | 120 | 3000\n", "1.5/2000 2/3000", "C342 C315"},
		{"of two headings the one that is left", entryOf("6月", `ignore = ["実働時間"]`),
			"## 6月\n作業日 | 参加者ID | 案件ID | 作業時間 | 実働時間 | 報酬\n2025-06-02 | P01 | K1 | 2 | 1 | 2000\n", "2/2000", "C342"},
		{"a column that is not read", entryOf("6月", `ignore = ["報酬"]`),
			"## 6月\n作業日 | 参加者ID | 案件ID | 時間 | 報酬\n2025-06-02 | P01 | K1 | 2 | 2000\n", "2/0", "C342"},
		{"a sheet that is not read", entryOf("6月", `ignore = true`),
			"## 6月\n作業日 | 参加者ID | 案件ID | 時間 | 報酬\n2025-06-02 | P01 | K1 | 2 | 2000\n" +
				"## 作業ログ\n作業日 | 参加者ID | 案件ID | 時間 | 報酬\n2025-07-02 | P01 | K1 | 3 | 2000\n", "3/2000", "C342"},
		{"base 60, untold", entryOf("6月", `columns = { hours = "時間" }`+"\n"+`units = { hours = "60進" }`),
			"## 6月\n作業日 | 参加者ID | 案件ID | 時間 | 報酬\n2025-06-02 | P01 | K1 | 1.30 | 2000\n2025-06-03 | P01 | K1 | 2.15 | 2000\n" +
				"2025-06-04 | P01 | K1 | 0.45 | 2000\n2025-06-05 | P01 | K1 | 3.30 | 2000\n",
			"1.5/2000 2.25/2000 0.75/2000 3.5/2000", "C342"},
		{"a list of days with a heading of its own", entryOf("2025年6月", `columns = { hours = "稼働" }`),
			"## 2025年6月\n氏名：佐藤花子\n日 | 案件ID | 稼働 | 報酬\n1 | K1 | 2 | 2000\n2 | K1 | 3 | 3000\n3 | K1 | 1 | 1000\n4 | | |\n",
			"2/2000 3/3000 1/1000", "C334 C342"},
		{"the list of days as rows", entryOf("2025年6月", `shape = "rows"`),
			"## 2025年6月\n氏名：佐藤花子\n日 | 案件ID | 時間 | 報酬\n1 | K1 | 2 | 2000\n2 | K1 | 3 | 3000\n3 | K1 | 1 | 1000\n4 | | |\n",
			"", "C324 C342 C102 C315"},
	} {
		t.Run(c.name, func(t *testing.T) {
			l := cohorttest.Read(t, learnedBase+c.settings+c.log)
			var codes []string
			for _, f := range l.Findings {
				if f.Severity != finding.Info && f.Code != "C338" || strings.HasPrefix(f.Code, "C3") {
					codes = append(codes, f.Code)
				}
			}
			if got := hoursOf(l.Ledger); got != c.want || strings.Join(codes, " ") != c.codes {
				t.Errorf("tasks %q, want %q; findings %v, want %s\n%s", got, c.want, codes, c.codes, l)
			}
		})
	}
}

// entryOf is a reading.toml about a sheet of tasks.
func entryOf(sheet, lines string) string {
	return fmt.Sprintf("# %s\n[[table]]\nkey = \"tasks\"\nsheet = %q\n%s\n", setting.ReadingFile, sheet, lines)
}
