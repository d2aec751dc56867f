package sheetview

import (
	"testing"

	"pilot90/cohort/setting"
)

// TestEveryShapeIsNamed: whoever chooses a shape on the page reads its name, not an empty line.
func TestEveryShapeIsNamed(t *testing.T) {
	for _, shape := range setting.Shapes() {
		if label := shapeLabels[shape]; label.JA == "" || label.EN == "" {
			t.Errorf("%s has no name on the page", shape)
		}
	}
}
