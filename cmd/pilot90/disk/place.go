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
)

// Place writes the files into the folder. It looks at all of them first: when one would take
// the place of a file that pilot90 did not make, none is written. Nor is one when ctx ends.
func Place(ctx context.Context, dir string, files []report.File) error {
	if err := notSealed(dir); err != nil {
		return err
	}
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
		below[i] = report.File{Name: filepath.Join(dir, filepath.FromSlash(file.Name)), Data: file.Data}
	}
	return writeAll(ctx, below)
}

// PlaceNew writes files, named by their paths, of which none may exist yet, as WriteNew does with one:
// all of them, or none when ctx ends.
func PlaceNew(ctx context.Context, files []report.File) error {
	for _, file := range files {
		if err := notThere(file.Name); err != nil {
			return err
		}
	}
	return writeAll(ctx, files)
}

// Rewrite writes files of the program's own that may be there, named by their paths: all of them, or none when ctx
// ends. One without data is taken away, once the others are in their places.
func Rewrite(ctx context.Context, files []report.File) error {
	var list []report.File
	for _, file := range files {
		if err := notSealed(filepath.Dir(file.Name)); err != nil {
			return err
		}
		if file.Data != nil {
			list = append(list, file)
		}
	}
	if err := writeAll(ctx, list); err != nil {
		return err
	}
	for _, file := range files {
		if file.Data != nil {
			continue
		}
		if err := os.Remove(file.Name); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}

// writeAll writes files, named by their paths. All of them are written beside their places before the
// first is put into its own, so that an end of ctx leaves nothing, not even a folder made for them.
func writeAll(ctx context.Context, files []report.File) (err error) {
	var waiting []draft
	defer func() {
		if err != nil {
			for _, d := range slices.Backward(waiting) {
				d.discard()
			}
		}
	}()
	for _, file := range files {
		if err := ctx.Err(); err != nil {
			return err
		}
		d, err := write(file.Name, file.Data)
		if err != nil {
			return err
		}
		waiting = append(waiting, d)
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if err := swap(waiting); err != nil {
		return err
	}
	waiting = nil
	return nil
}

// swap puts the drafts into their places. Where one cannot be, those before it are as they were.
func swap(drafts []draft) (err error) {
	kept := make([]string, len(drafts)) // where what was there is kept; "" = nothing was
	done := 0
	defer func() {
		for i, old := range kept {
			switch {
			case err != nil && i < done && old == "":
				err = errors.Join(err, os.Remove(drafts[i].path))
			case err != nil && old != "":
				err = errors.Join(err, putBack(old, drafts[i].path))
			case old != "":
				os.Remove(old)
			}
		}
	}()
	for i, d := range drafts {
		if kept[i], err = aside(d.path); err != nil {
			return err
		}
		if err = replace(d.temp, d.path); err != nil {
			return underName(err, d.path)
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

// aside gives the file of the path a second, temporary name; "" where there is none. Where a file system knows no
// second names, the file is moved to it.
func aside(path string) (string, error) {
	if info, err := os.Lstat(path); err != nil || !info.Mode().IsRegular() {
		return "", nil // what is no file is not replaced: that will be the error
	}
	temp, err := openTemp(filepath.Dir(path))
	if err != nil {
		return "", underName(err, path)
	}
	name := temp.Name()
	if err := errors.Join(temp.Close(), os.Remove(name)); err != nil {
		return "", underName(err, path)
	}
	if os.Link(path, name) != nil {
		err = replace(path, name)
	}
	return name, err
}
