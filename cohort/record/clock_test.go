package record_test

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"pilot90/cohort/cohorttest"
	"pilot90/cohort/finding"
)

// TestHoursByClock: the hours of a row are those between its clock times, less the rest; codes are those of the
// findings that are no info. Each want is end − start − rest, worked out beside it.
func TestHoursByClock(t *testing.T) {
	tests := []struct {
		name, heads, row string
		want             float64 // NaN: the row has no hours
		codes            string
	}{
		{"start and end", "開始 | 終了", "9:00 | 12:15", 3.25, ""},
		{"a rest in minutes", "出勤 | 退勤 | 休憩", "9:00 | 17:30 | 45", 7.75, ""}, // 8.5 − 0.75
		{"a rest as clock", "始業時刻 | 終業時刻 | 休憩時間", "9:00 | 17:30 | 1:00", 7.5, ""},
		{"a rest in a stated unit", "作業開始 | 作業終了 | 休憩（時間）", "9:00 | 12:00 | 0.5", 2.5, ""},
		{"over 24", "開始 | 終了", "22:00 | 25:30", 3.5, ""},
		{"the next day", "開始 | 終了 | 中抜け", "22:00 | 翌1:30 | 30分", 3, ""},
		{"digits alone", "開始 | 終了", "0930 | 1300", 3.5, ""},
		{"in words", "開始 | 終了", "9時30分 | 13時", 3.5, ""},
		{"two pairs", "午前開始 | 午前終了 | 午後開始 | 午後終了", "9:00 | 12:00 | 13:00 | 15:30", 5.5, ""},
		{"a pair over midnight", "開始① | 終了① | 開始② | 終了②", "18:00 | 20:00 | 23:00 | 1:00", 4, ""},
		{"the second pair alone", "開始1 | 終了1 | 開始2 | 終了2", " | | 13:00 | 14:00", 1, ""},
		{"three pairs", "開始1 | 終了1 | 開始2 | 終了2 | 開始3 | 終了3", "9:00 | 10:00 | 13:00 | 14:00 | 20:00 | 21:30", 3.5, ""},
		{"spans in a column of hours", "時間 | 休憩", "9:00〜12:00、13:00〜15:00 | 15分", 4.75, ""},
		{"a column of spans", "作業時間帯", "22:00-翌1:30", 3.5, ""},
		{"an end on another day", "開始 | 終了日 | 終了", "22:00 | 2025-06-03 | 01:30", 3.5, ""},
		{"hours beside them that agree", "開始 | 終了 | 時間", "9:00 | 12:00 | 3", 3, ""},
		{"hours beside them that do not", "開始 | 終了 | 時間", "9:00 | 12:00 | 2", 2, "C256"},
		{"hours where the times are blank", "開始 | 終了 | 時間", " | | 2", 2, ""},
		{"a night whose hours are typed", "開始 | 終了 | 時間", "22:00 | 1:30 | 3.5", 3.5, ""},
		{"times that fail beside hours", "開始 | 終了 | 時間", "9:00 | 夕方 | 2", 2, "C116"},
		{"an end before its start", "開始 | 終了", "22:00 | 1:30", math.NaN(), "C115"},
		{"no end", "開始 | 終了", "22:00 | ", math.NaN(), "C101"},
		{"a rest that cannot be read", "開始 | 終了 | 休憩", "9:00 | 12:00 | 少し", math.NaN(), "C109"},
		{"nothing", "開始 | 終了 | 報酬", " | | 2000", math.NaN(), "C211"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			others := "" // rows with a value in each column, so that none is given up as blank or as no times
			for head := range strings.SplitSeq(tt.heads, " | ") {
				others += " | " + likeHeading(head)
			}
			log := "## 作業ログ\n作業日 | 参加者ID | 案件ID | " + tt.heads + "\n" +
				"2025-06-02 | P01 | K1 | " + tt.row + "\n"
			for day := 3; day < 8; day++ {
				log += fmt.Sprintf("2025-06-%02d | P01 | K1%s\n", day, others)
			}
			l := cohorttest.Read(t, cohorttest.People+cohorttest.Jobs+log)
			first := l.Tasks.Every()[0]
			if got := first.Hours; got.Known == math.IsNaN(tt.want) || got.Known && math.Abs(got.Value-tt.want) > 1e-9 {
				t.Errorf("hours %v (known %t), want %v\n%s", got.Value, got.Known, tt.want, l)
			}
			var codes []string
			for _, f := range l.Findings {
				if f.Severity != finding.Info && strings.HasSuffix(f.Range, "2") {
					codes = append(codes, f.Code)
				}
			}
			if got := strings.Join(slices.Compact(codes), " "); got != tt.codes {
				t.Errorf("findings %q, want %q\n%s", got, tt.codes, l)
			}
		})
	}
}

// likeHeading is a value of the sort that the heading names, which all rows below the first have.
func likeHeading(head string) string {
	switch {
	case strings.Contains(head, "休憩"), head == "中抜け":
		return "0:00"
	case head == "終了日", head == "報酬":
		return ""
	case head == "時間":
		return "1"
	case strings.Contains(head, "帯"):
		return "8:00-9:00"
	case strings.ContainsAny(head, "2②") || strings.Contains(head, "午後"):
		return map[bool]string{true: "12:00", false: "12:30"}[strings.ContainsAny(head, "始")]
	case strings.Contains(head, "3"):
		return map[bool]string{true: "19:00", false: "19:30"}[strings.ContainsAny(head, "始")]
	case strings.ContainsAny(head, "始出"):
		return "8:00"
	}
	return "9:00"
}
