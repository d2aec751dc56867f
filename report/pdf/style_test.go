package pdf

import "testing"

// TestWeights: what names something, and the large numbers, are bold on paper; what is read as text is not.
func TestWeights(t *testing.T) {
	for _, of := range []struct {
		bold   bool
		styles []style
	}{
		{true, []style{titleStyle, headingStyle, captionStyle, labelStyle, markingStyle, headStyle, cardTitle, cardValue,
			cardUnit}},
		{false, []style{lineStyle, leadStyle, bodyStyle, pointStyle, noteStyle, footerStyle, cellStyle, cardDetail,
			cardNote}},
	} {
		for i, s := range of.styles {
			if s.bold != of.bold {
				t.Errorf("style %d of those that are bold (%v) is not: %v", i, of.bold, s)
			}
		}
	}
}
