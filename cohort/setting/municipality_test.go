package setting_test

import (
	"testing"

	"pilot90/cohort/setting"
)

// TestMunicipalityCode: check digits worked out by hand. 20324: 2·6 + 0 + 3·4 + 2·3 + 4·2 = 38, 38 mod 11 = 5, 11 −
// 5 = 6. 20215: 12 + 0 + 8 + 3 + 10 = 33, mod 11 = 0, 11 → 1. 01101: 0 + 5 + 4 + 0 + 2 = 11, mod 11 = 0, 11 → 1;
// 13101: 6 + 15 + 4 + 0 + 2 = 27, mod 11 = 5 → 6. 20201: 12 + 0 + 8 + 0 + 2 = 22 → 1. 20002 does not reach a check:
// 2·6 + 2·2 = 16.
func TestMunicipalityCode(t *testing.T) {
	for _, tt := range []struct {
		text, code, prefecture, right string
	}{
		{"203246", "203246", "長野県", "203246"},
		{"20324", "203246", "長野県", "203246"},
		{"２０２１５１", "202151", "長野県", "202151"},
		{"01101-1", "011011", "北海道", "011011"},
		{"13101", "131016", "東京都", "131016"},
		{"203245", "", "", "203246"}, // a digit that is wrong
		{"200000", "", "", ""},       // a prefecture is no municipality
		{"481006", "", "", ""},       // there are 47
		{"2032", "", "", ""},
		{"2032466", "", "", ""},
		{"みどり野町", "", "", ""},
		{"", "", "", ""},
	} {
		m, right, ok := setting.ReadMunicipality(tt.text)
		if ok != (tt.code != "") || m.Code != tt.code || m.Prefecture != tt.prefecture || right != tt.right {
			t.Errorf("%q: %+v, right %q, %v", tt.text, m, right, ok)
		}
	}
}
