package block

import (
	"fmt"
	"strings"
	"testing"
)

// TestFirstIncomesSayWhatTheyAssume: a roster without a column of earlier income takes all for first earners, and each
// paper that is headed by their number says so; a roster with one does not.
func TestFirstIncomesSayWhatTheyAssume(t *testing.T) {
	const taken = "「過去のテレワーク収入」列がないため、全員を初めての収入として数えています。"
	without, with := written(t, tenEarners("", "")), written(t, tenEarners(" | 過去のテレワーク収入", " | 無"))
	for _, kind := range []string{"range_note", "questions", "about_numbers"} {
		if got := said(page(t, kind, without, "")); !strings.Contains(got, taken) {
			t.Errorf("%s: %q", kind, got)
		}
		if got := said(page(t, kind, with, "")); strings.Contains(got, taken) {
			t.Errorf("%s, with the column: %q", kind, got)
		}
	}
}

// tenEarners are ten residents who were each paid once, with a further column of the roster.
func tenEarners(heading, cell string) string {
	var people, log strings.Builder
	for i := range 10 {
		fmt.Fprintf(&people, "P%02d | 住民 | 2025-06-02%s\n", i, cell)
		fmt.Fprintf(&log, "2025-06-10 | P%02d | K1 | 2 | 2000 | 2025-06-11 | 2025-07-01\n", i)
	}
	return "as_of: 2026-03-31\nfrom: 2025-04-01\nto: 2026-03-31\n\n## 参加者\n参加者ID | 居住区分 | 開始日" + heading + "\n" +
		people.String() + "\n## 案件\n案件ID | 種別 | 開始日 | 契約額\nK1 | 単発 | 2025-06-02 | 10000\n" +
		"\n## 作業ログ\n作業日 | 参加者ID | 案件ID | 時間 | 報酬 | 納品日 | 支払日\n" + log.String()
}
