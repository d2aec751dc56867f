package cohort_test

import (
	"errors"
	"fmt"
	"testing"

	"pilot90/cohort"
	"pilot90/cohort/lang"
)

// TestTooManyFiles: a folder of more spreadsheets than can be read is refused by its number, none of them opened.
func TestTooManyFiles(t *testing.T) {
	files := map[string][]byte{"pilot.toml": nil}
	for n := range cohort.MostFiles + 1 {
		files[fmt.Sprintf("%d.ods", n)] = nil
	}
	var many *cohort.TooManyFiles
	_, _, err := cohort.LoadMemory(t.Context(), files, cohort.LoadOptions{})
	if !errors.As(err, &many) || many.In(lang.JA) == many.In(lang.EN) {
		t.Errorf("%d files: %v", len(files), err)
	}
	delete(files, "0.ods")
	if _, _, err := cohort.LoadMemory(t.Context(), files, cohort.LoadOptions{}); errors.As(err, &many) {
		t.Errorf("%d files: %v", len(files), err)
	}
}
