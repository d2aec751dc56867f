package disk

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"pilot90/cmd/pilot90/voice"
	"pilot90/cohort/setting"
	"pilot90/cohort/sheet/grid"
	"pilot90/report"
	"pilot90/report/draft"
)

// Place writes the files into the folder. It looks at all of them first: when one would take
// the place of a file that pilot90 did not make, none is written. Nor is one when ctx ends.
func Place(ctx context.Context, dir string, files []report.File) error {
	if err := notSealed(dir); err != nil {
		return err
	}
	draft.Sweep(dir)
	for _, file := range files {
		target := filepath.Join(dir, filepath.FromSlash(file.Name))
		old, err := setting.ReadWhole(target, grid.DefaultLimits().TotalBytes)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return err
		}
		if !report.Ours(file.Name, old) {
			return voice.Errorf("%s は pilot90 がつくったファイルではないため、上書きしません。別のフォルダーを指定してください（コマンドでは --out）",
				"%s was not made by pilot90 and is left as it is; name another folder (--out)", target)
		}
		if err := replaceable(target); err != nil {
			return err
		}
	}
	below := make([]report.File, len(files))
	for i, file := range files {
		below[i] = file
		below[i].Name = filepath.Join(dir, filepath.FromSlash(file.Name))
	}
	return writeAll(ctx, below)
}

// PlaceNew writes files, named by their paths, of which none may exist yet, as WriteNew does with one:
// all of them, or none when ctx ends.
func PlaceNew(ctx context.Context, files []report.File) error {
	sweep(files)
	for _, file := range files {
		if err := notThere(file.Name); err != nil {
			return err
		}
	}
	return writeAll(ctx, files)
}

// Rewrite writes files of the program's own that may be there, named by their paths: all of them, or none when ctx
// ends. One without data is taken away.
func Rewrite(ctx context.Context, files []report.File) error {
	for _, file := range files {
		if err := notSealed(filepath.Dir(file.Name)); err != nil {
			return err
		}
	}
	return writeAll(ctx, files)
}

// Settle ends what a killed run has begun in a folder, or takes it back. It comes before the first look at what is
// there; everything that writes there does it too.
func Settle(dir string) { draft.Sweep(dir) }

// SettleAll settles the folders of files, named by their paths.
func SettleAll(files []report.File) { sweep(files) }

// sweep sweeps the folder above all files and those that they are in, each once: there may be thousands of files.
func sweep(files []report.File) {
	dirs := []string{above(files)}
	for _, file := range files {
		dirs = append(dirs, filepath.Dir(file.Name))
	}
	for _, dir := range each(dirs) {
		draft.Sweep(dir)
	}
}

// each are the folders, each once, in the order of their names.
func each(dirs []string) []string {
	slices.Sort(dirs)
	return slices.Compact(dirs)
}

// above is the folder that all files are in or below.
func above(files []report.File) string {
	dir := ""
	for i, file := range files {
		at := filepath.Dir(file.Name)
		for ; i > 0 && !inside(dir, at); dir = filepath.Dir(dir) {
		}
		if i == 0 {
			dir = at
		}
	}
	return dir
}

// inside reports whether a path is the folder or one below it; the folder above all is above every path.
func inside(dir, path string) bool {
	rel, err := filepath.Rel(dir, path)
	return dir == filepath.Dir(dir) || err == nil && filepath.IsLocal(rel)
}

// writeAll writes files, named by their paths. All of them are written beside their places before the
// first is put into its own, so that an end of ctx leaves nothing, not even a folder made for them.
func writeAll(ctx context.Context, files []report.File) (err error) {
	var waiting []written
	defer func() {
		if err != nil {
			for _, d := range slices.Backward(waiting) {
				d.discard()
			}
		}
	}()
	sweep(files)
	for _, file := range files {
		if err := ctx.Err(); err != nil {
			return err
		}
		if file.Data == nil && file.Write == nil {
			waiting = append(waiting, written{path: file.Name})
			continue
		}
		to := file.Write
		if to == nil {
			to = whole(file.Data)
		}
		d, err := write(file.Name, to)
		if err != nil {
			return err
		}
		waiting = append(waiting, d)
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if err := together(above(files), waiting); err != nil {
		return err
	}
	waiting = nil
	return nil
}

// together puts the drafts into their places: all of them or none, also when the program is killed, from the next run
// on.
func together(dir string, drafts []written) error {
	end := func() {}
	if len(drafts) > 1 {
		var moves []draft.Move
		for _, d := range drafts {
			moves = append(moves, draft.Move{Draft: d.temp, To: d.path})
		}
		var err error
		if end, err = draft.Begin(dir, moves); err != nil {
			return underName(err, drafts[0].path)
		}
	}
	defer end()
	return swap(drafts)
}

// swap puts the drafts into their places. Where one cannot be, those before it are as they were.
func swap(drafts []written) (err error) {
	kept := make([]string, len(drafts)) // where what was there is kept; "" = nothing was
	done := 0
	defer func() {
		for i, old := range kept {
			switch {
			case err != nil && i < done && old == "" && drafts[i].temp != "":
				err = errors.Join(err, os.Remove(drafts[i].path))
			case err != nil && old != "":
				err = errors.Join(err, putBack(old, drafts[i].path))
			case old != "":
				os.Remove(old)
			}
		}
		var dirs []string
		for _, d := range drafts {
			dirs = append(dirs, filepath.Dir(d.path))
		}
		for _, dir := range each(dirs) {
			draft.Sync(dir)
		}
	}()
	for i, d := range drafts {
		if kept[i], err = aside(d.path); err != nil {
			return err
		}
		if err = d.place(); err != nil {
			return err
		}
		done++
	}
	return nil
}

// putBack puts what aside has kept into its place again.
func putBack(kept, path string) error {
	err := replace(kept, path)
	if err == nil {
		os.Remove(kept) // it is still there where both are names of one file
	}
	return err
}

// aside gives the file of the path a second name, that of a draft; "" where there is none. Where a file system knows no
// second names, it is copied: at no moment is there nothing at the path.
func aside(path string) (string, error) {
	if info, err := os.Lstat(path); err != nil || !info.Mode().IsRegular() {
		return "", nil // what is no file is not replaced: that will be the error
	}
	temp, err := draft.Open(filepath.Dir(path))
	if err != nil {
		return "", underName(err, path)
	}
	name := temp.Name()
	if err := errors.Join(temp.Close(), os.Remove(name)); err != nil {
		return "", underName(err, path)
	}
	if link(path, name) == nil {
		return name, nil
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return "", err
	}
	d, err := write(path, whole(data))
	return d.temp, err
}

// link is os.Link; a test has it fail, as it does on file systems without second names.
var link = os.Link
