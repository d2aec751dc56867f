package main

import (
	"cmp"
	"context"
	"errors"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"pilot90/cmd/pilot90/disk"
	"pilot90/cmd/pilot90/voice"
	"pilot90/cmd/pilot90/web"
	"pilot90/cohort"
	"pilot90/cohort/lang"
	"pilot90/cohort/setting"
	"pilot90/kpi/catalog"
	"pilot90/report"
	"pilot90/report/plan"
	"pilot90/report/publish"
	"pilot90/report/rollup"
)

// page does for the pages what the commands do.
type page struct {
	app          *app
	passwordFile string
}

// silent is the app for a run: the page says itself that it is at work, in the run's language.
func (p page) silent(l lang.Lang) *app {
	a := *p.app
	a.Quiet, a.Lang = true, l
	a.Stdin, a.Stdout, a.Stderr = strings.NewReader(""), io.Discard, io.Discard
	return &a
}

func (p page) Compute(ledger string, c *cohort.Ledger, clock setting.Clock) (report.Run, error) {
	keepPrivate(ledger, c)
	silent := p.silent(p.app.Lang)
	sealed, err := silent.earlierYears(ledger, c, clock)
	if err != nil {
		return report.Run{}, err
	}
	return silent.runOf(c, clock, sealed...), nil
}

// Town is the flag --municipality.
func (p page) Town(run report.Run, name string) (report.Run, error) {
	return p.silent(run.Lang).townOf(run.Window, name, catalog.All())
}

func (p page) Make(ctx context.Context, ledger string, run report.Run, plan *plan.Plan,
	formats []string) ([]report.File, []rune, error) {
	a := p.silent(run.Lang)
	if ledger != "" {
		if err := a.withSince(ctx, ledger, p.passwordFile, plan, &run); err != nil {
			return nil, nil, err
		}
	}
	return a.makeEdition(ctx, ledger, plan, run, formats)
}

func (p page) Place(dir string, files []report.File) error {
	return disk.Place(context.Background(), dir, files)
}

// Database knows a file by its name, as the commands do, and addresses of servers.
func (p page) Database(place string) (string, bool) {
	return place, publish.Is(place) && (filepath.IsAbs(place) || strings.Contains(place, "://"))
}

func (p page) Stored(ctx context.Context, address string) ([]rollup.Source, func() error, error) {
	all, shut, err := stored(ctx, address)
	if err != nil && ctx.Err() == nil {
		err = p.app.aboutDatabase(address, err)
	}
	return all, shut, err
}

// Begin is the command init with all its answers given.
func (p page) Begin(ctx context.Context, dir string, a web.Answers) error {
	return p.silent(p.app.Lang).init(ctx, dir, &initFlags{answers: initAnswers{
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
	return writeBoth(context.Background(), dir, list)
}

// Replace writes a text file; the one that was there is kept once, under its name with .before.
func (p page) Replace(path string, text []byte) error {
	list := []report.File{{Name: path, Data: text}}
	switch was, err := os.ReadFile(path); {
	case err == nil:
		list = append(list, report.File{Name: path + ".before", Data: was})
	case !errors.Is(err, fs.ErrNotExist):
		return err
	}
	return disk.Rewrite(context.Background(), list)
}

// Undo puts the file that was there before in the place of a text file, and the other way round.
func (p page) Undo(path string) error {
	is, err1 := os.ReadFile(path)
	was, err2 := os.ReadFile(path + ".before")
	switch {
	case err1 == nil && err2 == nil:
		return disk.Rewrite(context.Background(), []report.File{{Name: path, Data: was}, {Name: path + ".before", Data: is}})
	case err1 == nil && errors.Is(err2, fs.ErrNotExist):
		return os.Rename(path, path+".before")
	case err2 == nil && errors.Is(err1, fs.ErrNotExist):
		return os.Rename(path+".before", path)
	}
	return cmp.Or(err1, err2)
}

func (p page) Hold(dir string) (func(), error) {
	release, err := disk.Hold(dir)
	if errors.Is(err, disk.ErrHeld) {
		return nil, voice.Errorf("ほかの人が、いまこのフォルダーに保存しています。少し待って、もう一度押してください",
			"somebody else is saving in this folder just now; wait a moment and press again")
	}
	return release, err
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

// mostRecentBytes is more than the list of recent ledgers ever has: a few paths.
const mostRecentBytes = 1 << 20

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
