package main

import (
	"context"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"pilot90/cmd/pilot90/disk"
	"pilot90/cmd/pilot90/web"
	"pilot90/cohort"
	"pilot90/cohort/setting"
	"pilot90/report"
	"pilot90/report/plan"
)

// page does for the pages what the commands do.
type page struct{ app *app }

func (p page) Compute(ledger string, c *cohort.Ledger, clock setting.Clock) (report.Run, error) {
	silent := *p.app // the page says itself that it is at work
	silent.Quiet = true
	sealed, err := silent.earlierYears(ledger, c, clock)
	if err != nil {
		return report.Run{}, err
	}
	return silent.runOf(c, clock, sealed...), nil
}

func (p page) Make(ledger string, run report.Run, plan *plan.Plan, formats []string) ([]report.File, []rune, error) {
	// What was begun is made even if the user leaves the page meanwhile.
	ctx := context.Background()
	if ledger != "" {
		if err := p.app.withSince(ctx, ledger, "", plan, &run); err != nil {
			return nil, nil, err
		}
	}
	return p.app.makeEdition(ctx, ledger, plan, run, formats)
}

func (p page) Place(dir string, files []report.File) error {
	return disk.Place(context.Background(), dir, files)
}

// Begin is the command init with all its answers given.
func (p page) Begin(ctx context.Context, dir string, a web.Answers) error {
	silent := *p.app
	silent.Stdin, silent.Stdout, silent.Stderr = strings.NewReader(""), io.Discard, io.Discard
	return silent.init(ctx, dir, &initFlags{answers: initAnswers{
		program: a.Program, municipality: a.Municipality, prefecture: a.Prefecture, start: a.Start, hub: a.Hub,
	}})
}

// Save writes the files of a ledger in the order of their names.
func (p page) Save(dir string, files map[string][]byte) error {
	var list []newFile
	var names []string
	for name, data := range files {
		list = append(list, newFile{filepath.FromSlash(name), data})
		names = append(names, filepath.FromSlash(name))
	}
	slices.SortFunc(list, func(a, b newFile) int { return strings.Compare(a.name, b.name) })
	slices.Sort(names)
	if err := p.app.notThere(dir, names...); err != nil {
		return err
	}
	return writeBoth(dir, list)
}

// Rewrite writes files of settings, in the order of their names.
func (p page) Rewrite(dir string, files map[string][]byte) error {
	var list []report.File
	for _, name := range slices.Sorted(maps.Keys(files)) {
		list = append(list, report.File{Name: filepath.Join(dir, name), Data: files[name]})
	}
	return disk.Rewrite(context.Background(), list)
}

func (p page) Remember(list []byte) error {
	file := recentFile()
	if file == "" {
		return nil // there is no place for it
	}
	return disk.WriteWhole(file, list)
}

func (p page) Show(path string) error { return show(path) }

// show opens an address, a file or a folder with the program that the system has for it. It does
// not wait until that program ends.
func show(target string) error {
	cmd := shower(target)
	if err := cmd.Start(); err != nil {
		return err
	}
	go cmd.Wait() // only to let go of it
	return nil
}

// recentFile is where the list of recent ledgers is kept, "" when this computer has no place.
func recentFile() string {
	dir, err := os.UserConfigDir()
	if err != nil {
		return ""
	}
	return filepath.Join(dir, "pilot90", "recent.txt")
}

// suggestedFolder is the folder proposed for a new ledger: one that is not there yet among the
// user's documents.
func suggestedFolder() string {
	home, err := os.UserHomeDir()
	if err != nil {
		return ""
	}
	if documents := filepath.Join(home, "Documents"); isFolder(documents) {
		home = documents
	}
	return filepath.Join(home, "pilot90台帳")
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}
