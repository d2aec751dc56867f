package sheet

import (
	"bytes"
	"io"
	"strings"

	"github.com/richardlehane/mscfb"

	"pilot90/cohort/sheet/biff"
	"pilot90/cohort/sheet/grid"
)

// openOld fills r from an .xls.
func (r *Reader) openOld(opt Options, raw []byte, streams map[string]bool) error {
	stream, err := oldWorkbook(raw)
	switch {
	case err != nil:
		return err
	case stream == nil: // it is only part of another document
		return otherCompound(outermost(raw, streams))
	}
	parts, err := biff.Open(opt.Context, stream, r.limits)
	if err != nil {
		return err
	}
	for _, p := range parts {
		r.Sheets = append(r.Sheets, &SheetReader{Sheet: p.Name, Hidden: p.Hidden, file: r.File, open: p.Rows})
	}
	return nil
}

// oldWorkbook returns the stream of an OLE container (the bytes of an .xls) that holds its workbook: Workbook, or Book
// in files of Excel 95 and before. It is nil when there is none in the outermost storage; a container whose directory
// is damaged or too long to walk, and a stream that ends before its size, are a Fault.
func oldWorkbook(raw []byte) (stream []byte, err error) {
	_, entries, err := compoundStreams(raw)
	if err != nil {
		return nil, err
	}
	if entries > maxEntries {
		f := grid.OverLimit("ファイルの中の部品の数", "The number of parts inside the file", maxEntries)
		f.Fix = grid.ResaveInExcel
		return nil, f
	}
	defer func() {
		if recover() != nil {
			stream, err = nil, badDirectory()
		}
	}()
	doc, err := mscfb.New(bytes.NewReader(raw))
	if err != nil {
		return nil, badDirectory()
	}
	var found *mscfb.File
	for entry, end := doc.Next(); end == nil; entry, end = doc.Next() {
		name := strings.ToLower(entry.Name)
		if len(entry.Path) == 0 && (name == "workbook" || name == "book" && found == nil) {
			found = entry
		}
	}
	if found == nil {
		return nil, nil
	}
	return wholeStream(found)
}

// wholeStream reads a stream, whose size is at most the file's. It does so in pieces: the library takes time with the
// square of the length of one piece.
func wholeStream(f *mscfb.File) ([]byte, error) {
	stream := bytes.NewBuffer(make([]byte, 0, f.Size))
	_, err := io.CopyBuffer(struct{ io.Writer }{stream}, struct{ io.Reader }{f}, make([]byte, copySize))
	if err != nil || int64(stream.Len()) < f.Size {
		return nil, grid.CutOff("ファイル", "The file")
	}
	return stream.Bytes(), nil
}
