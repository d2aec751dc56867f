package lang

import (
	"slices"
	"strings"
	"testing"
)

func TestNearWords(t *testing.T) {
	words := []string{"参加者ID", "氏名", "登録日", "開始日", "終了日"}
	// 参加者番号 → 参加者ID: two of five characters differ; 開始 begins 開始日.
	for in, want := range map[string][]string{
		"参加者番号": {"参加者ID"}, "開始": {"開始日"}, "氏　名": {"氏名"}, "ＩＤ": {}, "": {}, "登禄日": {"登録日"},
	} {
		if got := NearWords(in, words); !slices.Equal(got, want) {
			t.Errorf("NearWords(%q) = %q, want %q", in, got, want)
		}
	}
	if got := NearWords(strings.Repeat("あ", 1000), words); got != nil {
		t.Errorf("a long text has the neighbours %q", got)
	}
}

// One letter of a short name may differ, two of one of up to eight, then a third.
func TestNearest(t *testing.T) {
	known := []string{"pay", "logo", "municipality", "from"}
	for in, want := range map[string]string{
		"pya": "", "pai": "pay", "LOGO": "logo", "log": "logo", "municipalty": "municipality", "muncplty": "",
		"fram": "from", "form": "from", "": "", "zzz": "",
	} {
		if got := Nearest(in, known); got != want {
			t.Errorf("Nearest(%q) = %q, want %q", in, got, want)
		}
	}
}
