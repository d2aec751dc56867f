package disk

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"pilot90/cmd/pilot90/voice"
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
		old, err := os.ReadFile(target)
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
	for len(waiting) > 0 {
		if err := replace(waiting[0].temp, waiting[0].path); err != nil {
			return err
		}
		waiting = waiting[1:]
	}
	return nil
}
