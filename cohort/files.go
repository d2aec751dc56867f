package cohort

import (
	"os"
	"path/filepath"
	"slices"

	"pilot90/cohort/setting"
)

// Files names what Load would read: pilot.toml and reading.toml, when there are such, and the spreadsheets, in the
// order of reading, as slash-separated paths relative to dir, the ledger's folder. Links that lead out of it are left
// out, as Load opens none.
func Files(path string) (dir string, names []string, err error) {
	dir, pilot, _, err := openLedger(path, nil)
	if err != nil {
		return "", nil, err
	}
	names, _, err = listFiles(pilot, newListing(dir).glob)
	if err != nil {
		return "", nil, err
	}
	if isSingle(path) {
		return dir, names, nil
	}
	for _, name := range []string{setting.ReadingFile, setting.File} {
		if _, err := os.Stat(filepath.Join(dir, name)); err == nil {
			names = slices.Insert(names, 0, name)
		}
	}
	return dir, within(dir, names), nil
}
