package cell

import (
	"strings"

	"pilot90/cohort/lang"
)

var yesNoForm = form{
	code:     CodeYesNo,
	expected: lang.Text{JA: "「はい・いいえ」", EN: "a yes or a no"},
	fix: lang.Text{
		JA: "○ または × を書いてください（空欄は × と同じです）。",
		EN: "Write ○ (yes) or × (no); a blank means no.",
	},
}

// yesNo holds the words for yes and no after NFKC, without spaces, in upper case. Single
// letters that mean opposite things to different people (x, v) are left out.
var yesNo = wordTable(
	"○ 〇 ◯ ● ◎ ✓ ✔ ☑ ✅ レ レ点 1 TRUE T はい 有 有り あり 済 済み 済んだ 完了 完了済 修了 修了済 受講済 実施 実施済 確認済 設置 設置済 明示 YES Y OK 該当 出席 する した",
	"× ✕ ✖ ✗ ✘ ☐ ❌ - 0 FALSE F いいえ 無 無し なし 未 未済 未了 未完了 未修了 未受講 未実施 未確認 未設置 NO N NG 非該当 欠席 しない していない",
)

func wordTable(yes, no string) map[string]bool {
	table := map[string]bool{}
	for _, w := range strings.Fields(yes) {
		table[w] = true
	}
	for _, w := range strings.Fields(no) {
		table[w] = false
	}
	return table
}

// ReadBool reads ○ ✓ はい 有 済 1 TRUE … as yes and × いいえ 無 未 0 FALSE … as no. A blank is
// the fault CodeBlank: what it means is the caller's to say. A remark in brackets behind the
// mark, as in 済(5/8), is noted.
func ReadBool(v Value) (bool, *Note, *Fault) {
	switch v.Kind {
	case Bool:
		return v.Number != 0, nil, nil
	case Number:
		if v.Format == Plain && (v.Number == 0 || v.Number == 1) {
			return v.Number == 1, nil, nil
		}
		return false, nil, yesNoForm.reject(v, formatReason(v), "○", "×")
	}
	if fault := yesNoForm.unreadable(v); fault != nil {
		return false, nil, fault
	}
	yes, known := yesNo[v.Text]
	if !known && len(v.Text) <= maxScalarBytes {
		yes, known = yesNo[strings.ToUpper(lang.Key(v.Text))]
	}
	if known {
		return yes, nil, nil
	}
	if yes, known = markWithRemark(v.Text); known {
		return yes, note(v, map[bool]string{true: "はい", false: "いいえ"}[yes], whyRemark), nil
	}
	return false, nil, yesNoForm.reject(v, lang.Text{}, "○", "×")
}

// notYet are words of a remark that take a yes back.
var notYet = []string{"予定", "見込", "未", "一部", "途中", "?"}

// markWithRemark reads 済(5/8) and ○(山口). A remark that is a yes or no itself, as in the
// printed choice 有(無), or that takes the yes back, leaves open what is meant.
func markWithRemark(s string) (yes, known bool) {
	if len(s) > maxScalarBytes {
		return false, false
	}
	mark, remark, _ := strings.Cut(lang.Key(s), "(")
	remark, closed := strings.CutSuffix(remark, ")")
	yes, known = yesNo[strings.ToUpper(mark)]
	_, another := yesNo[strings.ToUpper(remark)]
	if !known || !closed || remark == "" || another || strings.ContainsAny(remark, "()") {
		return false, false
	}
	if yes && takesBack(remark) {
		return false, false
	}
	return yes, true
}

// takesBack reports a remark that makes a fact uncertain.
func takesBack(remark string) bool { return containsAny(remark, notYet) }
