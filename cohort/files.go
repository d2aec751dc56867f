package cohort

import (
	"os"
	"path/filepath"
	"slices"

	"pilot90/cohort/setting"
)

// Files names what Load would read: pilot.toml and reading.toml, when there are such, and the spreadsheets, in the
// order of reading, as slash-separated paths relative to dir, the ledger's folder.
func Files(path string) (dir string, names []string, err error) {
	dir, pilot, _, err := openLedger(path, nil)
	if err != nil {
		return "", nil, err
	}
	names, _, err = listFiles(pilot, func(pattern string) ([]string, error) { return globFiles(dir, pattern) })
	if err != nil {
		return "", nil, err
	}
	info, err := os.Stat(path)
	if err != nil {
		return "", nil, err
	}
	single := !info.IsDir() && !isPilotFile(path)
	for _, name := range []string{setting.ReadingFile, setting.File} {
		if _, err := os.Stat(filepath.Join(dir, name)); err == nil && !single {
			names = slices.Insert(names, 0, name)
		}
	}
	return dir, names, nil
}
