package block

import (
	"strings"
	"testing"
)

// TestNobodyHasBegun: people of a roster without a start and without work have not taken part; one start, or one task,
// says that they have.
func TestNobodyHasBegun(t *testing.T) {
	const period, jobs = "as_of: 2026-03-31\nfrom: 2025-04-01\nto: 2026-03-31\n\n",
		"\n## 案件\n案件ID | 種別 | 開始日 | 契約額\nK1 | 単発 | 2025-06-02 | 10000\n\n## 作業ログ\n作業日 | 参加者ID | 案件ID | 時間 | 報酬\n"
	const roster = "## 参加者\n参加者ID | 氏名\nP01 | 甲\nP02 | 乙\n"
	for text, begun := range map[string]bool{
		period + roster + jobs: false,
		period + "## 参加者\n参加者ID | 氏名 | 開始日\nP01 | 甲 | \nP02 | 乙 | 2025-06-02\n" + jobs: true,
		period + roster + jobs + "2025-06-10 | P01 | K1 | 2 | 2000\n":                  true,
	} {
		e := written(t, text)
		for name, got := range map[string]string{"conclusion": e.courseSentence(), "overview": e.peopleSentence(),
			"public": e.publicWords(), "public title": e.publicTitle(), "slide": e.stagesTitle(2)} {
			if strings.Contains(got, "名簿に") == begun || strings.Contains(got, "参加し") && !begun {
				t.Errorf("%s, begun %v: %q", name, begun, got)
			}
		}
	}
}
