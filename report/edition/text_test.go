package edition

import (
	"bytes"
	"strings"
	"testing"

	"pilot90/cohort/lang"
	"pilot90/kpi"
	"pilot90/report/bridge"
)

// TestWriteText: two numbers that differ are never printed alike.
func TestWriteText(t *testing.T) {
	v := &Verdict{Name: "2026-03-31-hub", Manifest: &Manifest{Inputs: Inputs{Files: []Hashed{{"台帳.xlsx", "1"}}}},
		Recomputed: true, InputsSame: true, Figures: []Difference{
			{ID: "a", Unit: kpi.Months, Field: "value", Sealed: new(6.031), Now: new(6.039)},
			{ID: "b", Unit: kpi.Ratio, Field: "value", Sealed: new(0.5), Now: new(0.25)},
			{ID: "c", Field: "numerator", Sealed: new(168.0), Now: new(166.0)},
			{ID: "d", Unit: kpi.Count, Field: "shown", Now: new(8.0), Hidden: true},
			{ID: "e", Unit: kpi.Count, Field: "value", Sealed: new(8.0)},
		}}
	var out bytes.Buffer
	if err := WriteText(&out, []*Verdict{v, {Name: "broken", unreadable: true, Unchecked: []string{"no manifest"}}},
		lang.JA); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"6.03 → 6.04", "50.0% → 25.0%", "分子 168 → 166", "表示 x → 8", "8 → なし", "→ 違いがあります", "→ 確かめられません",
		"2件のうち0件が一致しました",
	} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("lacks %q:\n%s", want, out.String())
		}
	}
	v.Definitions, out = &Change{"2026-11", "2026-12"}, bytes.Buffer{} // the ledger is the same
	for i := range v.Figures {
		v.Figures[i].Causes = []bridge.Cause{bridge.Definition}
	}
	if err := WriteText(&out, []*Verdict{v}, lang.JA); err != nil || !strings.Contains(out.String(), "→ 違うのは定義だけです") ||
		!strings.Contains(out.String(), "定義　2026-11 で残し、いまは 2026-12 です") {
		t.Errorf("other definitions: %v\n%s", err, out.String())
	}
	if v.Agrees() || v.Unreadable() {
		t.Errorf("agrees %v, unreadable %v; want a difference", v.Agrees(), v.Unreadable())
	}
}
