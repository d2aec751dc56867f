package disk

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"pilot90/cmd/pilot90/voice"
	"pilot90/report"
)

// Place writes the files into the folder. It looks at all of them first: when one would take
// the place of a file that pilot90 did not make, none is written.
func Place(dir string, files []report.File) error {
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
	for _, file := range files {
		if err := WriteWhole(filepath.Join(dir, filepath.FromSlash(file.Name)), file.Data); err != nil {
			return err
		}
	}
	return nil
}
