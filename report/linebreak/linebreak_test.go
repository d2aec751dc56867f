package linebreak

import (
	"strings"
	"testing"
)

// half is how wide characters are in columns of half an em: Latin letters one, a combining mark none, all
// others two.
func half(r rune) int {
	switch {
	case r == '\u3099':
		return 0
	case r < 0x100:
		return 1
	}
	return 2
}

// shown are the lines with "|" between them.
func shown(lines []Line) string {
	var texts []string
	for _, l := range lines {
		texts = append(texts, l.Text)
	}
	return strings.Join(texts, "|")
}

func TestBreak(t *testing.T) {
	for _, c := range []struct {
		text  string
		limit int
		want  string
	}{
		{"", 10, ""},
		{"一行\n\n二行", 10, "一行||二行"},
		{"あいう、えお", 6, "あい|う、え|お"},
		{"one two  three", 8, "one two|three"},                          // what hangs is not counted
		{"first_income_within_cycle", 13, "first_income_|within_cycle"}, // cut after a sign within it
		{"abcdefghij", 4, "abcd|efgh|ij"},                               // or anywhere
		{"か\u3099か\u3099", 3, "か\u3099|か\u3099"},                        // a mark stays with its character
		{"see https://example.jp/abcdefgh", 20, "see|https://example.jp/|abcdefgh"},
		{"1/ 2345678", 3, "1/|234|567|8"},     // no line begins with a space
		{"国", 0, "国"},                         // one character at least
		{"期ごとに比べた人数です。", 20, "期ごとに比べた|人数です。"}, // 10 of 12 fit: "す。" would be alone
		{"三人が続けた割合", 14, "三人が続|けた割合"},         // 7 of 8 fit: "合" would be alone
		{"of 12 people it takes 10; this time 9.", 36, "of 12 people it takes 10; this|time 9."},
		{"国国国国国", 4, "国国|国国|国"}, // a measure too narrow for more
	} {
		if got := shown(Break(c.text, c.limit, half)); got != c.want {
			t.Errorf("Break(%q, %d) = %q, want %q", c.text, c.limit, got, c.want)
		}
	}
}

// Whatever the limit: no line is too wide, none begins or ends with a forbidden mark, only the last is not
// broken, and the lines together are the text.
func TestLinesKeepTheRules(t *testing.T) {
	const text = "本事業は、町内に住む方が自宅で働き、収入を得られるまでを90日間で支える取組です。令和7年度は12名が参加し、" +
		"うち7名が初めての収入を得ました（58.3 %、7 / 12 名）。次年度は、recurring_contract_ratio を「仕事を渡す側」の" +
		"準備――要件の切り出し、検収の期限――に先立てます。ページ〜ヵ所、々、ｱｯﾌﾟ、𠮷田さんのような氏名も欠けません。"
	for limit := 16; limit < 120; limit++ {
		lines := Break(text, limit, half)
		var whole strings.Builder
		for i, l := range lines {
			whole.WriteString(l.Text + l.After)
			runes := []rune(l.Text)
			if got := width(l.Text, half); got > limit {
				t.Errorf("limit %d: line %q is %d wide", limit, l.Text, got)
			}
			if i > 0 && strings.ContainsRune(neverFirst, runes[0]) {
				t.Errorf("limit %d: line begins with %q", limit, runes[0])
			}
			if i < len(lines)-1 && strings.ContainsRune(neverLast, runes[len(runes)-1]) {
				t.Errorf("limit %d: line ends with %q", limit, runes[len(runes)-1])
			}
			if l.Broken != (i < len(lines)-1) {
				t.Errorf("limit %d: line %d of %d: broken is %v", limit, i+1, len(lines), l.Broken)
			}
		}
		if whole.String() != text {
			t.Fatalf("limit %d: the lines are not the text", limit)
		}
	}
}

// Whatever the limit: a paragraph of several lines ends in more than two letters, marks not counted, where the measure
// has room for eight.
func TestNoWidows(t *testing.T) {
	const text = "新しい三期で見ると、収入を得た人は、第二期十人中八人、第三期十人中八人、第四期十人中九人で、どの期も目標に届いています。"
	for limit := 16; limit < 120; limit++ {
		lines := Break(text, limit, half)
		if last := lines[len(lines)-1]; len(lines) > 1 && letters([]rune(last.Text)) <= mostWidow {
			t.Errorf("limit %d: the last line is %q", limit, last.Text)
		}
	}
}

func TestEven(t *testing.T) {
	// 12 letters of 2 columns in a measure of 20: 6 + 6 rather than 10 + 2.
	if got := shown(Even(strings.Repeat("国", 12), 20, 1, half)); got != "国国国国国国|国国国国国国" {
		t.Errorf("got %s", got)
	}
	// Never more lines than Break has: in a measure of 17 the first two words have a line each.
	if got := shown(Even("telework programme of a town", 22, 1, half)); got != "telework programme|of a town" {
		t.Errorf("got %s", got)
	}
}

func TestLongest(t *testing.T) {
	// "programme " without its space: 9 letters; "（国）。": 4 characters of 2 columns.
	for text, want := range map[string]int{"a programme": 9, "（国）。国": 8, "": 0, "一\n二三月": 2} {
		if got := Longest(text, half); got != want {
			t.Errorf("Longest(%q) = %d, want %d", text, got, want)
		}
	}
}
