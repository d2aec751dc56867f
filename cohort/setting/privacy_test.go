package setting

import (
	"reflect"
	"strings"
	"testing"
)

// TestPrivacy: each key of [privacy] is read; situations may be named as the sheet has them.
func TestPrivacy(t *testing.T) {
	p, faults := Read("pilot.toml", []byte(`[privacy]
accountability = "range"
small_pilot = 6
council_is_public = false
k = { grant = 3, council = 4, public = 7 }
attribute_base = { public = 30 }
sensitive = ["障がい", "care"]
sensitive_show = ["care"]
pay_contributors = { grant = 5, council = 5, public = 6 }
pay_p = 20
pay_top2 = 0.8
pay_round = 500
records_min = 12
scores_min = 8
`))
	for _, f := range faults {
		t.Errorf("%s %s", f.Code, f.Message.JA)
	}
	want := Privacy{Accountability: "range", SmallPilot: 6, K: PerEdition{3, 4, 7}, AttributeBase: PerEdition{10, 10, 30},
		Sensitive: []string{"care", "disability"}, SensitiveShow: []string{"care"},
		PayContributors: PerEdition{5, 5, 6}, PayP: 20, PayTop2: 0.8, PayRound: 500, RecordsMin: 12, ScoresMin: 8}
	if !reflect.DeepEqual(p.Privacy, want) {
		t.Errorf("read %+v, want %+v", p.Privacy, want)
	}
	if p, _ := Read("pilot.toml", nil); !reflect.DeepEqual(p.Privacy, defaultPrivacy()) {
		t.Errorf("without [privacy]: %+v", p.Privacy)
	}
}

// TestPrivacyMistakes: every mistake has a message with its line, says what to write, and leaves the default.
func TestPrivacyMistakes(t *testing.T) {
	for _, tt := range []struct{ line, code, fix string }{
		{`acountability = "show"`, "P102", "「accountability」"},
		{`accountability = "all"`, "P103", "show, range, hide"},
		{`small_pilot = 2`, "P103", "3以上"},
		{`council_is_public = "no"`, "P103", "true か false"},
		{`k = 5`, "P103", "{ grant = 3, council = 3, public = 5 }"},
		{`k = { grant = 3, council = 3, public = 2 }`, "P103", "3以上"},
		{`k = { grant = 6 }`, "P103", "grant ≦ council ≦ public"},
		{`k = { town = 3 }`, "P102", "council, grant, public"},
		{`attribute_base = { grant = 4 }`, "P103", "5以上"},
		{`attribute_base = { council = 25 }`, "P103", "grant ≦ council ≦ public"},
		{`pay_contributors = { public = 2 }`, "P103", "3以上"},
		{`pay_contributors = [4, 4, 5]`, "P103", "{ grant = 4, council = 4, public = 5 }"},
		{`pay_p = 0.15`, "P103", "5以上100以下"},
		{`pay_top2 = 85`, "P103", "0.3以上0.95以下"},
		{`pay_round = 1`, "P103", "100以上"},
		{`records_min = 1`, "P103", "5以上"},
		{`scores_min = 4`, "P103", "5以上"},
		{`sensitive = ["病気"]`, "P103", "disability"},
		{`sensitive_show = "childcare"`, "P103", "sensitive に挙げた"},
		{`sensitive = 3`, "P103", "並び"},
	} {
		p, faults := Read("pilot.toml", []byte("[privacy]\n"+tt.line+"\n"))
		if len(faults) == 0 {
			t.Errorf("%s: no finding", tt.line)
			continue
		}
		f := faults[0]
		if f.Code != tt.code || !strings.Contains(f.Message.JA, "2行目") || !strings.Contains(f.Fix.JA, tt.fix) ||
			f.Message.EN == "" || f.Fix.EN == "" {
			t.Errorf("%s: %s %s / %s, want %s and %q", tt.line, f.Code, f.Message.JA, f.Fix.JA, tt.code, tt.fix)
		}
		if !reflect.DeepEqual(p.Privacy, defaultPrivacy()) {
			t.Errorf("%s: the default does not hold: %+v", tt.line, p.Privacy)
		}
	}
	if p, faults := Read("pilot.toml", []byte("privacy = 3\n")); len(faults) != 1 || p.Privacy.SmallPilot != 5 {
		t.Errorf("privacy = 3: %v", faults)
	}
}
