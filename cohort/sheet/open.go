package sheet

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"strings"

	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/sheet/delimited"
	"pilot90/cohort/sheet/grid"
	"pilot90/cohort/sheet/pack"
	"pilot90/cohort/sheet/xlsx"
)

// Options says how to read a file. The zero value is right for most.
type Options struct {
	Context context.Context // may bound the time further than Limits do; nil for none
	// of a CSV without a byte order mark: utf-8, utf-16, utf-16le, utf-16be, cp932; "" = told from the bytes
	Encoding string
	Password string      // of an encrypted workbook
	Limits   grid.Limits // zero fields mean grid.DefaultLimits
	// Known returns the Book that was made of the file when its bytes had the SHA-256 (hexadecimal), by the same
	// options; nil for none. It is not read again then. A nil Known knows none.
	Known func(name, sha256 string) *grid.Book
}

// Open reads the file name (slash-separated, as the user wrote it) in the folder dir. The file
// is closed again before its contents are looked at, so that it can be saved meanwhile.
func Open(dir, name string, opt Options) (*grid.Book, []finding.Finding, error) {
	data, err := readFile(dir, name, opt)
	if err != nil {
		return nil, nil, err
	}
	if book := opt.known(name, data); book != nil {
		return book, nil, nil
	}
	opt, stop := opt.timed() // a slow disk is no fault of the file
	defer stop()
	r, err := newReader(name, data, opt)
	r, findings, err := refusedReader(name, r, err)
	if r == nil {
		return nil, findings, err
	}
	return finish(r.book())
}

// known is the Book that is known of the bytes, nil for none.
func (o Options) known(name string, data contents) *grid.Book {
	if o.Known == nil {
		return nil
	}
	hash := sha256.New()
	io.WriteString(hash, data.text) // never fails
	return o.Known(name, hex.EncodeToString(hash.Sum(nil)))
}

// timed sets the deadline of a Book.
func (o Options) timed() (Options, context.CancelFunc) {
	most := o.Limits.OrDefault().Time
	late := grid.OutOfTime(lang.Text{JA: fmt.Sprintf("（%g秒）", most.Seconds()), EN: fmt.Sprintf(" (%g s)", most.Seconds())})
	ctx, stop := context.WithTimeoutCause(o.context(), most, late)
	o.Context = ctx
	return o, stop
}

// context is the Context, never nil.
func (o Options) context() context.Context {
	if o.Context == nil {
		return context.Background()
	}
	return o.Context
}

// Read reads a file from memory or any other place. A file that cannot be used gives a
// finding of code C3xx and no Book; an error is a failure to read data.
func Read(name string, data io.ReaderAt, size int64, opt Options) (*grid.Book, []finding.Finding, error) {
	opt, stop := opt.timed()
	defer stop()
	r, findings, err := NewReader(name, data, size, opt)
	if r == nil {
		return nil, findings, err
	}
	return finish(r.book())
}

// OpenReader is Open for rows that are streamed.
func OpenReader(dir, name string, opt Options) (*Reader, []finding.Finding, error) {
	data, err := readFile(dir, name, opt)
	if err != nil {
		return nil, nil, err
	}
	r, err := newReader(name, data, opt)
	return refusedReader(name, r, err)
}

// readFile reads a file into memory and closes it.
func readFile(dir, name string, opt Options) (contents, error) {
	limit := opt.Limits.OrDefault().FileBytes
	f, err := os.Open(filepath.Join(dir, filepath.FromSlash(name)))
	if err != nil {
		return contents{}, err
	}
	data, err := readAtMost(f, limit)
	if err := errors.Join(err, f.Close()); err != nil {
		return contents{}, err
	}
	return contents{strings.NewReader(data), int64(len(data)), data}, nil
}

// readAtMost reads a file, and one byte more than the limit when it is longer. A file that
// grows meanwhile is read to its new end. The bytes are a string, since the fields of a CSV are
// pieces of it, without a copy.
func readAtMost(f *os.File, limit int64) (string, error) {
	info, err := f.Stat()
	if err != nil {
		return "", err
	}
	var data strings.Builder
	data.Grow(int(min(max(info.Size(), 0), limit)) + 1)
	_, err = io.CopyBuffer(&data, struct{ io.Reader }{io.LimitReader(f, limit+1)}, make([]byte, copySize))
	return data.String(), err
}

// copySize is how much of a file is read or hashed at a time.
const copySize = 64 << 10

// contents are the bytes of a file.
type contents struct {
	io.ReaderAt
	size int64
	text string // all of them, when they are in memory
}

// whole reads all bytes.
func (c contents) whole() (string, error) {
	if int64(len(c.text)) == c.size {
		return c.text, nil
	}
	var data strings.Builder
	data.Grow(int(c.size))
	n, err := io.Copy(&data, io.NewSectionReader(c, 0, c.size))
	if err == nil && n < c.size {
		err = io.ErrUnexpectedEOF
	}
	return data.String(), err
}

// NewReader is Read for rows that are streamed.
func NewReader(name string, data io.ReaderAt, size int64, opt Options) (*Reader, []finding.Finding, error) {
	r, err := newReader(name, contents{ReaderAt: data, size: size}, opt)
	return refusedReader(name, r, err)
}

// refusedReader turns a Fault into a finding.
func refusedReader(name string, r *Reader, err error) (*Reader, []finding.Finding, error) {
	if f, ok := errors.AsType[*grid.Fault](err); ok {
		f.File = name
		return nil, []finding.Finding{f.Finding}, nil
	}
	if err != nil {
		return nil, nil, err
	}
	return r, nil, nil
}

// finish turns a Fault into a finding.
func finish(b *grid.Book, err error) (*grid.Book, []finding.Finding, error) {
	if f, ok := errors.AsType[*grid.Fault](err); ok {
		return nil, []finding.Finding{f.Finding}, nil
	}
	return b, nil, err
}

// headLen is how much of a file tells its kind.
const headLen = 4096

func newReader(name string, data contents, opt Options) (*Reader, error) {
	limits := opt.Limits.OrDefault()
	opt.Context = opt.context()
	if data.size > limits.FileBytes {
		return nil, grid.OverLimit("ファイルの大きさ（バイト）", "The size of the file in bytes", limits.FileBytes)
	}
	head := make([]byte, min(data.size, headLen))
	if _, err := io.ReadFull(io.NewSectionReader(data, 0, data.size), head); err != nil {
		return nil, err
	}
	kind, err := detect(name, head)
	if err != nil {
		return nil, err
	}
	r := &Reader{File: name, limits: limits}
	hashed := make(chan error, 1)
	go func() { hashed <- r.hash(data) }() // takes as long as the rest together
	err = r.openKind(kind, data, opt)
	return r, cmp.Or(<-hashed, err)
}

// hash fills SHA256.
func (r *Reader) hash(data contents) error {
	hash := sha256.New()
	_, err := io.CopyBuffer(hash, struct{ io.Reader }{io.NewSectionReader(data, 0, data.size)}, make([]byte, copySize))
	r.SHA256 = hex.EncodeToString(hash.Sum(nil))
	return err
}

// openKind fills r from a file of the kind.
func (r *Reader) openKind(kind fileKind, data contents, opt Options) error {
	switch kind {
	case kindText:
		return r.openText(opt, data)
	case kindOLE:
		return r.openCompound(opt, data)
	}
	return r.openWorkbook(opt, data, data.size)
}

// openWorkbook fills r from an .xlsx or an .ods.
func (r *Reader) openWorkbook(opt Options, data io.ReaderAt, size int64) error {
	p, err := pack.Open(opt.Context, data, size, r.limits)
	if err != nil {
		return err
	}
	if isOpenDocument(p) {
		return r.openDocument(p)
	}
	book, err := xlsx.Open(p)
	if err != nil {
		return err
	}
	for _, s := range book.Sheets {
		r.Sheets = append(r.Sheets, &SheetReader{
			Sheet: s.Name, Hidden: s.Hidden, file: r.File,
			open: func(texts *grid.Arena) (grid.Source, error) { return xlsx.OpenSheet(book, s.Part, texts) },
		})
	}
	return nil
}

// openText fills r from a .csv or .tsv.
func (r *Reader) openText(opt Options, data contents) error {
	base := path.Base(r.File)
	s := &SheetReader{Sheet: strings.TrimSuffix(base, path.Ext(base)), file: r.File}
	raw, err := data.whole()
	if err != nil {
		return err
	}
	text, err := delimited.ToUTF8(opt.Encoding, raw, r.limits)
	if err != nil {
		return s.placed(err)
	}
	tab := strings.EqualFold(path.Ext(base), ".tsv") || strings.EqualFold(path.Ext(base), ".tab")
	s.open = func(texts *grid.Arena) (grid.Source, error) {
		return delimited.NewRecords(opt.Context, text, tab, texts, r.limits), nil
	}
	r.Sheets = []*SheetReader{s}
	return nil
}
