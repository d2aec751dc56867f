package cohort_test

import (
	"strings"
	"testing"

	"pilot90/cohort"
	"pilot90/cohort/cohorttest"
	"pilot90/cohort/finding"
)

// TestFixes: a fix says what to do, and nothing that this cell must not become.
func TestFixes(t *testing.T) {
	l := cohorttest.Read(t, `
## 参加者
参加者ID | 開始日 | 離脱日 | 過去のテレワーク収入
P01 | 2025-04-01 | 下旬 | ほぼ
## 案件
案件ID | 発注者ID | 種別 | 開始日 | 終了日 | 月額
K1 | C1 | てい期 | 2025-04-01 | 2026-03-31 | 30000
## 作業ログ
作業日 | 参加者ID | 時間 | 報酬
上旬 | P01 | 2 | 2000
2025-05-02 | P01 | 2 | 2000
2025-08-02 | P01 | 2 | 2000
`)
	for _, c := range []struct{ code, ref, has, hasNot string }{
		{"C102", "A2", "年・月・日を書いてください。", "空欄"},  // a row needs its date
		{"C102", "C2", "該当する日がないときは空欄に", "（候補"}, // an exit is optional
		{"C104", "C2", "定期、単発", "（候補"},          // the message and the list name it already
		{"C233", "A4", "2025年6月から2025年7月まで", "P01"},
	} {
		found := false
		for _, f := range l.Findings {
			if f.Code != c.code || f.Range != c.ref {
				continue
			}
			found = true
			if all := f.Record + f.Message.JA + f.Fix.JA; !strings.Contains(f.Fix.JA, c.has) ||
				strings.Contains(f.Fix.JA, c.hasNot) || c.code == "C233" && strings.Contains(all, c.hasNot) {
				t.Errorf("%s at %s: %s", c.code, c.ref, all)
			}
		}
		if !found {
			t.Errorf("no %s at %s in %v", c.code, c.ref, l.Findings)
		}
	}
}

// TestReasonsInJapanese: a Japanese message has no English words of the reader's in it.
func TestReasonsInJapanese(t *testing.T) {
	for _, broken := range []string{
		"[program]\nname = \"あ\n", "a b = 1", "a = ", "a = [1 2]", "a = 1\na = 2", "a = \"\"\"", "あ = 1", "a = 1 b = 2",
		"\x01",
	} {
		_, fs := cohort.ReadPilot("pilot.toml", []byte(broken))
		if len(fs) != 1 || fs[0].Severity != finding.Error {
			t.Fatalf("%q: %v", broken, fs)
		}
		rest := strings.NewReplacer("TOML", "", "EOF", "").Replace(fs[0].Message.JA)
		if i := strings.IndexFunc(rest, func(r rune) bool { return 'a' <= r && r <= 'z' }); i >= 0 {
			t.Errorf("%q: %s", broken, fs[0].Message.JA)
		}
	}
}
