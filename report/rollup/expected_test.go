package rollup_test

import (
	"fmt"
	"strings"
	"testing"

	"pilot90/cohort/lang"
	"pilot90/report/rollup"
)

// TestExpected: the codes' check digits are 20324: 2·6+0·5+3·4+2·3+4·2 = 38, 11 − 38 mod 11 = 6, and 206911 as in
// samples/alliance.
func TestExpected(t *testing.T) {
	for _, text := range []string{"203246,立科町\n206911,あさひ野町\n", "\ufeff団体コード,自治体名\r\n203246,立科町,北佐久郡\r\n\r\n206911 あさひ野町",
		"# 今年度\n\"203246\",\"立科町\"\n20691\tあさひ野町"} {
		all, err := rollup.Expected(text, lang.JA)
		got := ""
		for _, m := range all {
			got += fmt.Sprint(m.Code, m.Name, m.Prefecture, " ")
		}
		if err != nil || got != "203246立科町長野県 206911あさひ野町長野県 " {
			t.Errorf("%q: %s, %v", text, got, err)
		}
	}
	for text, want := range map[string]string{"203246,立科町\n203245,町": "2 行目", "\n立科町": "2 行目「立科町」", "203245 町": "203246"} {
		if _, err := rollup.Expected(text, lang.JA); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v lacks %q", text, err, want)
		}
	}
}
