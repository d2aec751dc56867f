package term

import (
	"strings"
	"testing"

	"pilot90/report/content"
)

// TestColumns: widths by hand, from the East Asian Width property of each character.
func TestColumns(t *testing.T) {
	for _, c := range []struct {
		text            string
		columns, widest int
	}{
		{"", 0, 0},
		{"abc", 3, 3},
		{"漢字", 4, 4},
		{"ｱｲ", 2, 2},          // half-width
		{"Ａ", 2, 2},           // full-width
		{"𠮷", 2, 2},           // beyond U+FFFF
		{"→…", 2, 4},          // of ambiguous width
		{"か\u3099", 2, 2},     // a voiced か of two characters
		{"葛\U000E0100", 2, 2}, // with a variation selector
	} {
		if got := Columns(c.text); got != c.columns {
			t.Errorf("Columns(%q) = %d, want %d", c.text, got, c.columns)
		}
		if got := widest(c.text); got != c.widest {
			t.Errorf("widest(%q) = %d, want %d", c.text, got, c.widest)
		}
	}
}

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		text string
		to   int
		want string
	}{
		{"", 10, ""},
		{"short", 10, "short"},
		{"one two three", 8, "one two|three"},
		{"あいうえお", 6, "あいう|えお"},
		{"あいう、えお", 6, "あい|う、え|お"},         // 、 does not begin a line
		{"あい「うえお」", 6, "あい|「うえ|お」"},       // 「 does not end one
		{"abcdefghij", 4, "abcd|efgh|ij"}, // a word that is too long is cut
		{"一行\n二行", 10, "一行|二行"},
		{"a\x1b[31mb\rc", 20, `a\u001b[31mb c`}, // nothing that a terminal obeys
	} {
		if got := strings.Join(Wrap(c.text, c.to), "|"); got != c.want {
			t.Errorf("Wrap(%q, %d) = %q, want %q", c.text, c.to, got, c.want)
		}
	}
}

// page has what a ledger may hold: long cells, a cell of several lines, control characters.
func page() *content.Report {
	long := strings.Repeat("とても長い名前", 12)
	return &content.Report{
		Title: "今週の確認", Marking: "内部限り", Footer: long,
		Sections: []content.Section{{Blocks: []content.Block{
			content.Cards{Cards: []content.Card{{Title: "納期", Value: "2", Detail: "遅れ 1", Tone: content.Bad},
				{Title: "誤り", Value: "0"}, {Title: long[:90], Value: "1"}}},
			&content.Table{Caption: long, Columns: []content.Column{{Head: "参加者"}, {Head: "経過", Align: content.Right},
				{Head: "次の一手"}},
				Rows:  [][]string{{"P01 佐藤", "9 日", long}, {"P02\n鈴木\x1b[2J", "139 日", ""}},
				Tones: []content.Tone{content.Bad, content.Plain}, Notes: []string{"2 件中 2 件"}},
			&content.Table{Caption: "一列", Columns: []content.Column{{Head: "案件名"}, {Head: "種別"}},
				Rows: [][]string{{long, "定期"}}},
			&content.Chart{Kind: content.TargetBar, Title: "目標まで あと1件", Categories: []string{"候補者", "案件"},
				Series: []content.Series{{Values: []*float64{new(50.0), nil}, Labels: []string{"5人 / 10人", "データなし"}}}},
			content.Paragraph{Text: "手が空いている人はいません。", Tone: content.Good},
			content.List{Items: []string{long}},
		}}},
	}
}

// TestWrite: no line is wider than the screen on any console, and nothing a cell holds reaches
// the terminal as a command.
func TestWrite(t *testing.T) {
	var b strings.Builder
	if err := Write(&b, page(), Options{}); err != nil {
		t.Fatal(err)
	}
	got := b.String()
	for line := range strings.Lines(got) {
		if line = strings.TrimSuffix(line, "\n"); widest(line) > Width || strings.TrimRight(line, " ") != line {
			t.Errorf("%d columns: %q", widest(line), line)
		}
	}
	for _, want := range []string{
		"今週の確認" + strings.Repeat(" ", 59) + "[内部限り]\n", // 79 − 2·5 − (2·4 + 2)
		"納期 2 (遅れ 1)   誤り 0\n",
		"  参加者               経過\n", // P02 鈴木\u001b[2J: 17 columns, 参加者 6
		"! P01 佐藤             9 日\n      次の一手: とても",
		"  P02 鈴木\\u001b[2J  139 日\n",
		"  候補者  5人 / 10人  [##########..........]\n  案件    データなし\n",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
}

// TestPaint: words that need somebody are coloured, and only the colours are new.
func TestPaint(t *testing.T) {
	var plain, painted strings.Builder
	if err := Write(&plain, page(), Options{}); err != nil {
		t.Fatal(err)
	}
	paint := func(s Style, words string) string {
		return "\x1b[" + string(rune('1'+s)) + "m" + words + "\x1b[0m"
	}
	if err := Write(&painted, page(), Options{Paint: paint}); err != nil {
		t.Fatal(err)
	}
	got := painted.String()
	if !strings.Contains(got, "\x1b[5m! P01 佐藤") || !strings.Contains(got, "\x1b[3m手が空いて") {
		t.Errorf("a state is not coloured:\n%q", got)
	}
	for s := range Bad + 1 {
		got = strings.ReplaceAll(got, "\x1b["+string(rune('1'+s))+"m", "")
	}
	if got = strings.ReplaceAll(got, "\x1b[0m", ""); got != plain.String() {
		t.Errorf("colours change the text:\n%s\nwithout:\n%s", got, plain.String())
	}
}
