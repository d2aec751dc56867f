package edition

import (
	"os"
	"path/filepath"

	"pilot90/cohort"
	"pilot90/cohort/pattern"
)

// Is reports whether the folder is that of a sealed edition, even one that has lost its
// manifest.
func Is(path string) bool {
	if _, err := os.Stat(filepath.Join(path, ManifestFile)); err == nil {
		return true
	}
	full, err := filepath.Abs(path)
	return err == nil && filepath.Base(filepath.Dir(full)) == cohort.EditionsFolder &&
		editionName.MatchString(filepath.Base(full))
}

// editionName is how the folder of a sealed edition begins.
var editionName = pattern.New(`^[0-9]{4}-[0-9]{2}-[0-9]{2}-`)
