package layout

import (
	"math"
	"testing"

	"pilot90/cohort/cell"
	"pilot90/cohort/schema"
)

// TestUnitsAreReadAlike: a unit means the same in a heading, in a remark above the table and behind the number. A
// unit that is added to one of the lists is held to the others here.
func TestUnitsAreReadAlike(t *testing.T) {
	for unit, scale := range yenScales {
		if got, _, fault := cell.ReadYen(cell.Value{Kind: cell.Text, Text: "3" + unit}, cell.Any); fault != nil ||
			got != 3*scale {
			t.Errorf("3%s is read as %v yen (%v), want %v", unit, got, fault, 3*scale)
		}
		for _, remark := range []string{"単位：" + unit, "（" + unit + "）", "※金額は" + unit + "単位です"} {
			if got, ok := statedScale(cell.Value{Kind: cell.Text, Text: remark}); !ok || got != scale {
				t.Errorf("%s: scale %v, want %v", remark, got, scale)
			}
		}
		if got, ok := unitScale(schema.AmountKind, unit); !ok || got != scale || !isUnitWord("（"+unit+"）") {
			t.Errorf("%s in a heading: scale %v, want %v", unit, got, scale)
		}
	}
	for unit, scale := range hourScales {
		got, _, fault := cell.ReadHours(cell.Value{Kind: cell.Text, Text: "90" + unit}, cell.Any)
		if fault != nil || math.Abs(got-90*scale) > 1e-9 {
			t.Errorf("90%s is read as %v hours (%v), want %v", unit, got, fault, 90*scale)
		}
		if got, ok := unitScale(schema.HoursKind, unit); !ok || got != scale || !isUnitWord(unit) {
			t.Errorf("%s in a heading: scale %v, want %v", unit, got, scale)
		}
	}
}
