package pdf

import (
	"slices"
	"strings"
	"testing"
)

func setter(t *testing.T) *typesetter {
	t.Helper()
	s, err := newTypesetter()
	if err != nil {
		t.Skip(err)
	}
	return s
}

// Where a line may be broken is shown with "|" in the expectation.
func TestBreaks(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"今日は晴れ", "今|日|は|晴|れ"},
		{"です。次に、", "で|す。|次|に、"},                          // closing marks never first
		{"彼は「はい」と", "彼|は|「は|い」|と"},                       // opening marks never last
		{"キャッシュ", "キャッ|シュ"},                              // small kana and the long mark never first
		{"データー", "デー|ター"},                                //
		{"人々の〜", "人々|の〜"},                                // 々 and the wave dash never first
		{"約12件の", "約12件|の"},                              // number and unit
		{"10か月間と", "10か月間|と"},                            // unit of two letters
		{"3.5 時間", "3.5 時|間"},                            // see TestUnits for the tail after a space
		{"58.3 %で", "58.3 %|で"},                          // a space before the sign holds
		{"7 / 12 件中", "7 / 12 件|中"},                      // a fraction holds
		{"令和7年度の", "令和7年度|の"},                            // era and year
		{"第3回", "第3回"},                                   //
		{"3月31日まで", "3月|31日|ま|で"},                        // month and day may part
		{"telework program", "telework |program"},        // words whole, a space hangs
		{"recurring_contract", "recurring_contract"},     //
		{"準備――要件……", "準|備|――|要|件|……"},                    // double dash and ellipsis whole
		{"△12.5", "△12.5"},                               // minus sign of official tables
		{"100円（税込）", "100円|（税|込）"},                       //
		{"A社B社", "A|社|B|社"},                              //
		{"①②", "①|②"},                                    //
		{"2025 2026", "2025 |2026"},                      // two numbers may part
		{"ＡＢＣ事業", "ＡＢＣ|事|業"},                             // wide letters are letters
		{"¥1,200を", "¥1,200|を"},                          //
		{"「『二重』」", "「『二|重』」"},                            //
		{"https://example.jp/a", "https://example.jp/a"}, //
	} {
		runes := []rune(c.text)
		var b strings.Builder
		for i, ok := range breaks(runes) {
			if i == len(runes) {
				break
			}
			if ok {
				b.WriteByte('|')
			}
			b.WriteRune(runes[i])
		}
		if b.String() != c.want {
			t.Errorf("%s: got %s, want %s", c.text, b.String(), c.want)
		}
	}
}

// Whatever the width: no line is too wide, none begins or ends with a forbidden mark, and
// the lines together are the text.
func TestLinesKeepTheRules(t *testing.T) {
	s := setter(t)
	text := []rune(longText)
	for width := 60.0; width < 500; width += 7.3 {
		lines := s.lines(longText, bodyStyle, width)
		var whole strings.Builder
		for i, l := range lines {
			whole.WriteString(l.text + l.after)
			runes := []rune(l.text)
			if l.width > width+0.01 && len(runes) > 1 {
				t.Fatalf("width %.1f: line %q is %.2f wide", width, l.text, l.width)
			}
			if i > 0 && strings.ContainsRune(neverFirst, runes[0]) {
				t.Errorf("width %.1f: line begins with %q", width, runes[0])
			}
			if i < len(lines)-1 && strings.ContainsRune(neverLast, runes[len(runes)-1]) {
				t.Errorf("width %.1f: line ends with %q", width, runes[len(runes)-1])
			}
		}
		if whole.String() != string(text) {
			t.Fatalf("width %.1f: the lines are not the text", width)
		}
	}
}

// A word longer than its line is cut after "_" or "/", never lost.
func TestLongWords(t *testing.T) {
	s := setter(t)
	lines := s.lines("first_income_within_cycle_ratio", cellStyle, 70)
	var got []string
	for _, l := range lines {
		got = append(got, l.text)
	}
	// at 8.8 pt some 14 letters fit into 70 pt
	if want := []string{"first_income_", "within_cycle_", "ratio"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if n := len(s.lines(strings.Repeat("W", 100), cellStyle, 2)); n != 100 {
		t.Errorf("%d lines of one letter each, want 100", n)
	}
}

func TestBalanced(t *testing.T) {
	s := setter(t)
	// twelve letters of one em in a measure of ten: 6 + 6 rather than 10 + 2
	lines := s.balanced(strings.Repeat("国", 12), style{size: 10}, 100)
	if len(lines) != 2 || len([]rune(lines[0].text)) > 7 {
		t.Errorf("got %+v", lines)
	}
}
