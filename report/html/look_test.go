package html

import (
	"os"
	"testing"
)

// TestWriteToFile writes the sample page to the file named by PILOT90_PAGE, to be looked at.
func TestWriteToFile(t *testing.T) {
	name := os.Getenv("PILOT90_PAGE")
	if name == "" {
		t.Skip("set PILOT90_PAGE to a file name to get the page")
	}
	f, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := Write(t.Context(), f, sampleReport()); err != nil {
		t.Fatal(err)
	}
}
