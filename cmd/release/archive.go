package main

import (
	"archive/zip"
	"bytes"
	"os"
	"time"
)

// stamp is the time of every file in an archive: the same for the same sources. It says nothing
// about the day of the build.
var stamp = time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)

// writeZip packs files in their order. Names are UTF-8 and marked as such, which the Explorer of
// Windows 10 understands.
func writeZip(file string, files []packed) error {
	var buf bytes.Buffer
	z := zip.NewWriter(&buf)
	for _, f := range files {
		header := &zip.FileHeader{Name: f.name, Method: zip.Deflate, Modified: stamp}
		header.SetMode(0o644)
		if f.run {
			header.SetMode(0o755)
		}
		w, err := z.CreateHeader(header)
		if err != nil {
			return err
		}
		if _, err := w.Write(f.data); err != nil {
			return err
		}
	}
	if err := z.Close(); err != nil {
		return err
	}
	return os.WriteFile(file, buf.Bytes(), 0o644)
}

// text is a text file as the target's editor shows it best: for Notepad with a mark of UTF-8 and
// with its line ends.
func (t target) text(lines []byte) []byte {
	if t.os != "windows" {
		return lines
	}
	lines = bytes.ReplaceAll(lines, []byte("\r\n"), []byte("\n"))
	return append([]byte("\ufeff"), bytes.ReplaceAll(lines, []byte("\n"), []byte("\r\n"))...)
}
