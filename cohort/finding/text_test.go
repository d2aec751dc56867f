package finding

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"pilot90/cohort/lang"
)

// example is the finding of ledger.md.
var example = Finding{
	Code: "C109", Severity: Error, Place: Place{"台帳.xlsx", "作業ログ", "E17"},
	Column: "時間", Record: "0004", Date: "2025-07-03", Value: "二時間ぐらい",
	Message: lang.Text{JA: "「二時間ぐらい」は時間として読めません。", EN: "“二時間ぐらい” cannot be read as hours."},
	Fix:     lang.Text{JA: "1.5 や 90分 のように書いてください。", EN: "Write 1.5 or 90分."},
	Related: []Place{{"台帳.xlsx", "作業ログ", "A17"}, {"台帳.xlsx", "参加者", "A4"}, {"7月.csv", "7月", "B2"}},
}

func TestWriteText(t *testing.T) {
	folded := example
	folded.Range, folded.Count, folded.Related = "E9:E22", 14, nil
	info := Finding{Code: "C315", Severity: Info, Place: Place{"台帳.xlsx", "予算", "A8"},
		Message: lang.Text{JA: "合計行です。", EN: "A total."}}
	gap := info
	gap.Range, gap.Count = "A8:A20", 2
	for _, c := range []struct {
		name string
		in   []Finding
		o    TextOptions
		want string
	}{
		{"clean", nil, TextOptions{}, "直すところは見つかりませんでした。このまま集計に進めます。\n"},
		{"clean, English", nil, TextOptions{Lang: lang.EN},
			"Nothing needs correcting. The ledger is ready for the figures.\n"},
		{"one", []Finding{example}, TextOptions{}, `0004 2025-07-03  「二時間ぐらい」は時間として読めません。
    → 1.5 や 90分 のように書いてください。
    台帳.xlsx 作業ログ!E17 [C109 誤り]
    関係するセル: A17、参加者!A4、7月.csv 7月!B2

誤り 1件・注意 0件・参考 0件
誤りのある行は、直るまで集計から外しています。
`},
		{"folded, English", []Finding{folded}, TextOptions{Lang: lang.EN}, `0004 2025-07-03  “二時間ぐらい” cannot be read as hours.
    → Write 1.5 or 90分.
    台帳.xlsx 作業ログ!E9:E22 (14 cells) [C109 error]

1 error, 0 warnings, 0 infos
Rows with an error are left out of the figures until they are corrected.
`},
		{"infos are counted, not listed", []Finding{info}, TextOptions{},
			"直すところは見つかりませんでした。このまま集計に進めます。\n誤り 0件・注意 0件・参考 1件\n"},
		{"infos listed", []Finding{gap}, TextOptions{MinSeverity: Info}, `合計行です。
    台帳.xlsx 予算!A8:A20 のうち2か所 [C315 参考]

直すところは見つかりませんでした。このまま集計に進めます。
誤り 0件・注意 0件・参考 1件
`},
	} {
		var b bytes.Buffer
		if err := WriteText(&b, c.in, c.o); err != nil {
			t.Fatal(err)
		}
		if b.String() != c.want {
			t.Errorf("%s:\n%s\nwant:\n%s", c.name, b.String(), c.want)
		}
	}
}

func TestWriteTextFolded(t *testing.T) {
	f := example
	f.Range, f.Count = "D9:D22", 14
	var b bytes.Buffer
	if err := WriteText(&b, []Finding{f}, TextOptions{}); err != nil {
		t.Fatal(err)
	}
	if want := "D9:D22 の14か所"; !strings.Contains(b.String(), want) {
		t.Errorf("no %q in:\n%s", want, b.String())
	}
}

func TestWriteTextCut(t *testing.T) {
	var fs []Finding
	for range 310 {
		fs = append(fs, Finding{Code: "C220", Severity: Warning, Message: lang.Text{JA: "注意文", EN: "w"}})
	}
	fs = append(fs, example, example)
	var b bytes.Buffer
	if err := WriteText(&b, fs, TextOptions{Limit: 20, MinSeverity: Info}); err != nil {
		t.Fatal(err)
	}
	out := b.String()
	if !strings.Contains(out, "312 件中 20 件を表示\n") {
		t.Errorf("the cut is not named:\n%s", out)
	}
	// The two errors come first although they stand last; 18 warnings follow.
	if !strings.HasPrefix(out, "0004 ") || strings.Count(out, "[C109 誤り]") != 2 || strings.Count(out, "[C220 注意]") != 18 {
		t.Errorf("want 2 errors before 18 warnings:\n%s", out)
	}
	if !strings.Contains(out, "誤り 2件・注意 310件・参考 0件") {
		t.Errorf("the summary must count all:\n%s", out)
	}
}

func TestWriteTextIsSafeForTerminals(t *testing.T) {
	f := example
	f.Message.JA = "「\x1b[2J\u202etxt\n2行目」は読めません。"
	f.Sheet = "a\x07b"
	var b bytes.Buffer
	if err := WriteText(&b, []Finding{f}, TextOptions{Paint: func(_ Severity,
		w string) string {
		return "<" + w + ">"
	}}); err != nil {
		t.Fatal(err)
	}
	if strings.ContainsAny(b.String(), "\x1b\x07\u202e") {
		t.Errorf("control characters got through: %q", b.String())
	}
	if !strings.Contains(b.String(), "[C109 <誤り>]") {
		t.Errorf("Paint was not used: %q", b.String())
	}
}

func TestWriteTextNamesFiveRelated(t *testing.T) {
	f := example
	f.Related = nil
	for _, ref := range []string{"A1", "A2", "A3", "A4", "A5", "A6", "A7"} {
		f.Related = append(f.Related, Place{f.File, f.Sheet, ref})
	}
	var b bytes.Buffer
	if err := WriteText(&b, []Finding{f}, TextOptions{}); err != nil {
		t.Fatal(err)
	}
	if want := "関係するセル: A1、A2、A3、A4、A5 ほか2か所\n"; !strings.Contains(b.String(), want) {
		t.Errorf("want %q in:\n%s", want, b.String())
	}
}

// failing is a full disk.
type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, errors.New("no space") }

func TestWritersReportErrors(t *testing.T) {
	fs := []Finding{example}
	for name, err := range map[string]error{
		"text": WriteText(failing{}, fs, TextOptions{}),
		"json": WriteJSON(failing{}, fs, lang.JA),
		"html": WriteHTML(failing{}, fs, lang.JA),
	} {
		if err == nil {
			t.Errorf("%s: the write error is lost", name)
		}
	}
}

// TestWriteTextWithoutPlace: a finding about the whole ledger leaves no gap, and a list in
// English has English commas.
func TestWriteTextWithoutPlace(t *testing.T) {
	f := Finding{Code: "C314", Severity: Error, Message: lang.Text{JA: "シートがありません。", EN: "No sheet."},
		Related: []Place{{"a.csv", "", ""}, {"b.csv", "", ""}}}
	var b strings.Builder
	if err := WriteText(&b, []Finding{f}, TextOptions{Lang: lang.EN}); err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(b.String(), "No sheet.\n    [C314 error]\n    related: a.csv, b.csv\n") {
		t.Errorf("printed %q", b.String())
	}
}
