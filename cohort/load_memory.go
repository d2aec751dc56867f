package cohort

import (
	"bytes"
	"context"
	"maps"
	"path"
	"slices"
	"strings"

	"pilot90/cohort/finding"
	"pilot90/cohort/setting"
	"pilot90/cohort/sheet"
	"pilot90/cohort/sheet/grid"
)

// LoadMemory is Load for a ledger that lies in memory: the contents of its files by their names
// (slash-separated, relative to the ledger's folder). A single file without a pilot.toml has the
// defaults, as when Load is given one spreadsheet. An error says only that reading was stopped, or
// that none of the files could be read. Earlier of the options is of ledgers on the disk, and is left alone.
func LoadMemory(ctx context.Context, files map[string][]byte, opt LoadOptions) (*Ledger, setting.Clock, error) {
	opt.Earlier = nil
	pilot, findings := pilotOf(files)
	if data, ok := files[setting.ReadingFile]; ok {
		findings = append(findings, pilot.Learn(data)...)
	}
	names, more, err := listFiles(pilot, func(pattern string) ([]string, error) { return globNames(files, pattern), nil })
	if err != nil {
		return nil, setting.Clock{}, err
	}
	findings = append(findings, more...)
	books, more, err := openFiles(ctx, names, func(name string) (*grid.Book, []finding.Finding, error) {
		data := files[name]
		return sheet.Read(name, bytes.NewReader(data), int64(len(data)), opt.reading(ctx, pilot))
	})
	if err != nil {
		return nil, setting.Clock{}, err
	}
	c, clock := Assemble(books, pilot, opt, append(findings, more...))
	return c, clock, nil
}

// pilotOf reads the pilot.toml among the files.
func pilotOf(files map[string][]byte) (*setting.Pilot, []finding.Finding) {
	if data, ok := files[setting.File]; ok {
		return setting.Read(setting.File, data)
	}
	pilot := setting.Default()
	if _, learned := files[setting.ReadingFile]; len(files) != 1 || learned {
		return pilot, []finding.Finding{defaultsUsed()}
	}
	for name := range files {
		pilot.Files = []string{escapeGlob(name)}
	}
	return pilot, nil
}

// globNames returns the names that match, as listing.glob does on the disk: whatever the case of
// letters, and without lock files and hidden ones.
func globNames(files map[string][]byte, pattern string) []string {
	var names []string
	for _, name := range slices.Sorted(maps.Keys(files)) {
		base := path.Base(name)
		if setting.Matches(pattern, name) && !sheet.IsLockFile(base) && !strings.HasPrefix(base, ".") {
			names = append(names, name)
		}
	}
	return names
}
