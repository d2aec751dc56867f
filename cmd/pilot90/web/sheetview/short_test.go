package sheetview

import "testing"

// TestShort: long texts are cut by characters, and what turns the direction of a page is seen, not obeyed.
func TestShort(t *testing.T) {
	for text, want := range map[string]string{
		"短い": "短い", "あいうえお": "あいう…", "か\u202eabc": `か\u202ea…`, "か\u202e": `か\u202e`,
	} {
		if got := Short(text, 3); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
