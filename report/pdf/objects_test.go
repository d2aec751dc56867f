package pdf

import "testing"

func TestTakeApartRefusesOtherFiles(t *testing.T) {
	for _, raw := range []string{"", "%PDF-1.4", "startxref\n5\n%%EOF", "xref\n0 2\nstartxref\n0\n"} {
		if _, err := takeApart([]byte(raw)); err == nil {
			t.Errorf("%q is taken apart", raw)
		}
	}
}
