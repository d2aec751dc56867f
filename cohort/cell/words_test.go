package cell

import (
	"slices"
	"strings"
	"testing"

	"pilot90/cohort/lang"
)

func TestReadBool(t *testing.T) {
	for _, in := range strings.Fields("○ 〇 ◯ ● ✓ ✔ ✔️ ☑ レ ﾚ 1 １ TRUE true はい 有 有り あり 済 済み Yes ＹＥＳ y 完了 修了 受講済 実施済 確認済") {
		if got := outcome(ReadBool(text(in))); got != "true" {
			t.Errorf("ReadBool(%q) = %s, want true", in, got)
		}
	}
	for _, in := range strings.Fields("× ✕ ✗ － - ー ― − 0 ０ FALSE いいえ 無 無し なし 未 未済 未修了 未実施 No ｎ") {
		if got := outcome(ReadBool(text(in))); got != "false" {
			t.Errorf("ReadBool(%q) = %s, want false", in, got)
		}
	}
	for _, in := range strings.Fields("△ x X 2 10 不明 はいいいえ ? 2025-04-01 未定") {
		if got := outcome(ReadBool(text(in))); got != "!C110" {
			t.Errorf("ReadBool(%q) = %s, want C110", in, got)
		}
	}
	// A remark behind the mark is noted, unless it contradicts it.
	for in, want := range map[string]string{
		"済（5/8）": "true*", "○（山口）": "true*", "✓ (5月)": "true*", "未（5/8予定）": "false*", "×（対象外）": "false*", "出席": "true",
		"欠席":   "false",
		"有（無）": "!C110", "○（×）": "!C110", "○（予定）": "!C110", "済（一部）": "!C110", "○（": "!C110", "○（）": "!C110", "(済)": "!C110",
		"要": "!C110", "要（山口）": "!C110",
	} {
		if got := outcome(ReadBool(text(in))); got != want {
			t.Errorf("ReadBool(%q) = %s, want %s", in, got, want)
		}
	}
	tests := []struct {
		in   Value
		want string
	}{
		{number(1), "true"}, {number(0), "false"}, {number(2), "!C110"}, {dateCell(1), "!C110"},
		{Value{Kind: Bool, Number: 1, Text: "TRUE"}, "true"}, {Value{Kind: Bool, Text: "FALSE"}, "false"},
		{Value{Kind: ErrorValue, Text: "#N/A"}, "!C105"}, {Value{Kind: Uncomputed}, "!C106"}, {Value{}, "!C101"},
		{text("　"), "!C101"},
	}
	for _, tt := range tests {
		if got := outcome(ReadBool(tt.in)); got != tt.want {
			t.Errorf("ReadBool(%+v) = %s, want %s", tt.in, got, tt.want)
		}
	}
}

func TestReadID(t *testing.T) {
	tests := []struct {
		in   Value
		want string
	}{
		{text("0012"), "0012"}, {text("W-001"), "W-001"}, {text(" 0012　"), "0012"}, {text("山田"), "山田"},
		{text("サーバー1"), "サーバー1"},
		{text("A_1"), "A_1"}, {text("A 1"), "A 1"}, {text("w01"), "w01"},
		{text("００１２"), "0012*"}, {text("Ｗ－００１"), "W-001*"}, {text("W‐001"), "W-001*"}, {text("Wー001"), "W-001*"},
		{text("㈱1"), "(株)1*"},
		{text("00\u200b12"), "0012"}, {text("﨑1"), "﨑1"},
		{Value{Kind: Number, Number: 12, Text: "0012"}, "0012"}, {number(12), "12"},
		{number(1e15), "!C113"}, {number(-1), "!C113"}, {dateCell(45748), "!C113"}, {timeCell(0.5), "!C113"},
		{Value{Kind: Bool, Number: 1, Text: "TRUE"}, "!C113"},
		{text(strings.Repeat("a", 64)), strings.Repeat("a", 64)}, {text(strings.Repeat("a", 65)), "!C113"},
		{text(strings.Repeat("山", 65)), "!C113"},
		{text(strings.Repeat("a", 1<<20)), "!C113"}, {text("12\n13"), "!C113"}, {text("-"), "!C113"},
		{text("a\xff"), "!C113"},
		{text(""), "!C101"}, {Value{Kind: ErrorValue, Text: "#N/A"}, "!C105"}, {Value{Kind: Uncomputed}, "!C106"},
		{Value{}, "!C101"},
	}
	for _, tt := range tests {
		if got := outcome(ReadID(tt.in)); got != tt.want {
			t.Errorf("ReadID(%.80q) = %s, want %s", tt.in.Text, got, tt.want)
		}
	}
}

var kinds = []Choice{
	{Key: "regular", Words: []string{"定期", "月額契約", "継続", "リテイナー"}},
	{Key: "spot", Words: []string{"単発", "スポット", "都度"}},
}

func TestReadChoice(t *testing.T) {
	for in, want := range map[string]string{
		"定期": "regular", " 定　期 ": "regular", "regular": "regular", "月額契約": "regular*", "ﾘﾃｲﾅｰ": "regular*", "スポット": "spot*",
		"スポト": "!C104", "": "!C101", "#N/A": "!C105", "定期・単発": "!C104",
	} {
		if got := outcome(ReadChoice(text(in), kinds)); got != want {
			t.Errorf("ReadChoice(%q) = %s, want %s", in, got, want)
		}
	}
	_, _, f := ReadChoice(text("スポト"), kinds)
	if !slices.Equal(f.Suggest, []string{"単発"}) || f.Message.JA != "「スポト」は決められたことばにありません。「単発」のことでしょうか。" {
		t.Errorf("スポト: %q %q", f.Suggest, f.Message.JA)
	}
	if f.Fix.JA != "次のどれかを書いてください: 定期、単発" {
		t.Errorf("fix = %q", f.Fix.JA)
	}
	_, _, f = ReadChoice(text("まったく別のことば"), kinds)
	if len(f.Suggest) != 0 {
		t.Errorf("suggest = %q", f.Suggest)
	}
}

func TestReadList(t *testing.T) {
	situations := []Choice{
		{Key: "childcare", Words: []string{"子育て", "育児"}}, {Key: "care", Words: []string{"介護"}},
		{Key: "senior", Words: []string{"シニア"}},
		{Key: "other", Words: []string{"その他"}}, {Key: "fields", Words: []string{"田・畑"}},
	}
	for in, want := range map[string]string{
		"子育て": "[childcare]", "子育て、介護": "[childcare care]", "子育て,介護，シニア": "[childcare care senior]",
		"子育て；介護":     "[childcare care]",
		"子育て/介護／シニア": "[childcare care senior]", "子育て・介護": "[childcare care]", "子育て\n介護\r\n": "[childcare care]",
		"介護、介護": "[care]",
		"子育て、":  "[childcare]", "育児、介護": "[childcare care]*", "ｼﾆｱ": "[senior]*", "田・畑": "[fields]", "": "[]", "　": "[]",
		"子育て、介ご": "!C104", "、": "!C104", "#N/A": "!C105", "子育て 介護": "!C104",
	} {
		if got := outcome(ReadList(text(in), situations)); got != want {
			t.Errorf("ReadList(%q) = %s, want %s", in, got, want)
		}
	}
	_, _, f := ReadList(text("子育て、かいご、介ご"), situations)
	if f == nil || !strings.Contains(f.Message.JA, "「かいご」") {
		t.Errorf("the first unknown word is not named: %+v", f)
	}
}

func TestSuggestionsAreAtMostFive(t *testing.T) {
	var many []Choice
	for _, r := range "abcdefghijklmno" {
		many = append(many, Choice{Key: "word" + string(r)})
	}
	_, _, f := ReadChoice(text("wordz"), many)
	if len(f.Suggest) != MaxSuggestions {
		t.Errorf("%d suggestions", len(f.Suggest))
	}
	if !strings.HasSuffix(f.Fix.JA, "（15件中10件）") {
		t.Errorf("fix = %q", f.Fix.JA)
	}
}

func TestReadText(t *testing.T) {
	tests := []struct {
		in   Value
		want string
	}{
		{text(" 髙橋 﨑　"), "髙橋 﨑"}, {text("10〜12月"), "10〜12月"}, {text("１２３"), "１２３"}, {text("\ufa19社"), "\ufa19社"},
		{text("𠮷野家"), "𠮷野家"},
		{text("a\r\nb\rc"), "a\nb\nc"}, {text("a\x00\x07b\u200bc\ufeff"), "abc"}, {text("か\u3099き"), "がき"},
		{text("は\u309aん"), "ぱん"},
		{text("葛\U000E0100飾"), "葛\U000E0100飾"}, {number(12), "12"}, {Value{}, ""}, {text("　"), ""},
		{Value{Kind: ErrorValue, Text: "#N/A"}, "!C105"}, {Value{Kind: Uncomputed}, "!C106"},
	}
	for _, tt := range tests {
		if got := outcome(ReadText(tt.in)); got != tt.want {
			t.Errorf("ReadText(%q) = %q, want %q", tt.in.Text, got, tt.want)
		}
	}
}

func TestReadYear(t *testing.T) {
	for in, want := range map[string]string{
		"1985": "1985", "1985年": "1985", "１９８５": "1985*", "昭和60年": "1985*", "S60": "1985*", "昭60": "1985*", "昭和60年生": "1985*",
		"1985年生まれ": "1985", "平成元年": "1989*", "昭和64年": "1989*", "H31": "2019*", "令和元年": "2019*", "1985年(昭和60年)": "1985*",
		"1985/4/1": "1985*", "昭和60年4月1日": "1985*", "一九八五年": "1985*",
		"昭和65年": "!C107", "平成32年": "!C107", "昭和0年": "!C107", "1984年(昭和60年)": "!C107", "85": "!C108", "1899": "!C111",
		"2101": "!C111",
		"30代":  "!C102", "198O": "!C112", "不明": "!C102", "昭和": "!C102", "": "!C101", "明治6年": "!C111",
	} {
		if got := outcome(ReadYear(text(in))); got != want {
			t.Errorf("ReadYear(%q) = %s, want %s", in, got, want)
		}
	}
	tests := []struct {
		in   Value
		want string
	}{
		{number(1985), "1985"}, {number(85), "!C108"}, {number(0), "!C111"}, {number(1985.5), "!C102"},
		{number(31138), "!C102"},
		{dateCell(31138), "1985*"}, // 1985-04-01
		{dateCell(1985), "!C102"}, {timeCell(0.5), "!C102"},
		{Value{Kind: ErrorValue, Text: "#N/A"}, "!C105"}, {Value{}, "!C101"},
	}
	for _, tt := range tests {
		if got := outcome(ReadYear(tt.in)); got != tt.want {
			t.Errorf("ReadYear(%+v) = %s, want %s", tt.in, got, tt.want)
		}
	}
}

// Start days: 改元ノ詔書 of 1912-07-30 and 1926-12-25, 昭和64年政令第1号, 平成31年政令第143号.
func TestEra(t *testing.T) {
	tests := []struct{ day, ja, en string }{
		{"2025-04-01", "令和7年4月1日", "April 1, Reiwa 7"},
		{"2019-05-01", "令和元年5月1日", "May 1, Reiwa 1"},
		{"2019-04-30", "平成31年4月30日", "April 30, Heisei 31"},
		{"1989-01-08", "平成元年1月8日", "January 8, Heisei 1"},
		{"1989-01-07", "昭和64年1月7日", "January 7, Showa 64"},
		{"1926-12-25", "昭和元年12月25日", "December 25, Showa 1"},
		{"1926-12-24", "大正15年12月24日", "December 24, Taisho 15"},
		{"1912-07-30", "大正元年7月30日", "July 30, Taisho 1"},
		{"1912-07-29", "明治45年7月29日", "July 29, Meiji 45"},
		{"1873-01-01", "明治6年1月1日", "January 1, Meiji 6"},
	}
	for _, tt := range tests {
		d, ok := isoDay(tt.day)
		if !ok || d.EraString(lang.JA) != tt.ja || d.EraString(lang.EN) != tt.en {
			t.Errorf("%s = %s, %s; want %s, %s", tt.day, d.EraString(lang.JA), d.EraString(lang.EN), tt.ja, tt.en)
		}
	}
	if got := (MinDay - 1).EraString(lang.JA); got != "1872-12-31" {
		t.Errorf("the day before MinDay = %s", got)
	}
}
