package pack

import (
	"archive/zip"
	"context"
	"errors"
	"io"
	"path"
	"strings"

	"github.com/klauspost/compress/flate"

	"pilot90/cohort/lang"
	"pilot90/cohort/sheet/grid"
)

// A Pack is the zip archive of a workbook: its parts by name, and what they may still cost.
type Pack struct {
	ctx     context.Context
	size    int64 // of the archive
	Parts   map[string]*zip.File
	Limits  grid.Limits
	all     budget // what was unpacked
	general budget // what encoding/xml read of it
}

// Open reads the directory of an archive. Names are compared without case and with either
// slash; of two parts with one name the later counts, as it replaced the other.
func Open(ctx context.Context, data io.ReaderAt, size int64, limits grid.Limits) (*Pack, error) {
	// offsets outside the file give io.EOF
	directory := &directoryReader{ReaderAt: io.NewSectionReader(data, 0, size), parts: limits.Parts}
	z, err := zip.NewReader(directory, size)
	directory.done = true
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		if isZipFault(err) {
			return nil, grid.CutOff("ファイル", "The file")
		}
		return nil, err
	}
	// A quarter faster than the standard library's. It is not used again for the next part: tables
	// that damaged data leave undefined would keep what the part before had there.
	z.RegisterDecompressor(zip.Deflate, flate.NewReader)
	if len(z.File) > limits.Parts {
		return nil, tooManyParts(limits.Parts)
	}
	p := &Pack{ctx: ctx, size: size, Parts: make(map[string]*zip.File, len(z.File)), Limits: limits}
	for _, f := range z.File {
		if !strings.HasSuffix(f.Name, "/") {
			p.Parts[PartName(f.Name)] = f
		}
	}
	return p, nil
}

func tooManyParts(most int) *grid.Fault {
	return grid.OverLimit("ZIPの中のファイルの数", "The number of parts", int64(most))
}

// isZipFault tells a damaged archive from a failure to read the file.
func isZipFault(err error) bool {
	return errors.Is(err, zip.ErrFormat) || errors.Is(err, zip.ErrAlgorithm) || errors.Is(err, zip.ErrChecksum) ||
		errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF)
}

// PartName is the form in which names are compared.
func PartName(name string) string {
	return strings.ToLower(strings.TrimPrefix(path.Clean("/"+strings.ReplaceAll(name, `\`, "/")), "/"))
}

// Has reports whether the part exists.
func (p *Pack) Has(name string) bool { return p.Parts[PartName(name)] != nil }

// HasFolder reports whether any part lies in the folder.
func (p *Pack) HasFolder(folder string) bool {
	for name := range p.Parts {
		if strings.HasPrefix(name, folder) {
			return true
		}
	}
	return false
}

// open starts to unpack a part of at most so many bytes. The reader reports a wrong checksum at
// its end.
func (p *Pack) open(name string, most int64) (*partReader, error) {
	f := p.Parts[PartName(name)]
	if f == nil {
		return nil, grid.Damaged("「"+lang.Quote(name)+"」がありません", lang.Quote(name)+" is missing")
	}
	if f.Flags&1 != 0 {
		return nil, grid.NewFault(grid.CodeEncrypted, grid.PasswordNeeded, grid.UnlockZip)
	}
	r, err := f.Open()
	if errors.Is(err, zip.ErrAlgorithm) {
		return nil, grid.Damaged("「"+lang.Quote(name)+"」の圧縮方法を読めません", "unknown compression of "+lang.Quote(name))
	}
	if err != nil {
		return nil, zipFault(name, err)
	}
	return &partReader{pack: p, name: name, body: r, packed: int64(f.CompressedSize64), most: most}, nil
}

// A partReader unpacks one part within the limits.
type partReader struct {
	pack   *Pack
	name   string
	body   io.ReadCloser
	packed int64
	most   int64 // bytes unpacked that are allowed
	read   int64
}

// Read unpacks; it stops over a limit and when the context ends.
func (r *partReader) Read(b []byte) (int, error) {
	if r.pack.ctx.Err() != nil {
		return 0, grid.ContextFault(r.pack.ctx)
	}
	n, err := r.body.Read(b)
	r.read += int64(n)
	if over := r.overLimit(); over != nil {
		return 0, over
	}
	if err != nil && err != io.EOF {
		err = zipFault(r.name, err)
	}
	return n, err
}

// Close ends the unpacking. What could not be unpacked was said by Read, to whom it mattered.
func (r *partReader) Close() { _ = r.body.Close() }

func (r *partReader) overLimit() error {
	l, all := r.pack.Limits, r.pack.all.charge(r.name, r.read)
	switch {
	case r.read > r.most:
		return grid.OverLimit("展開後の大きさ（"+lang.Quote(r.name)+"、バイト）", "The unpacked size of "+lang.Quote(r.name)+" in bytes",
			r.most)
	case all > l.TotalBytes:
		return grid.OverLimit("展開後の大きさの合計（バイト）", "The total unpacked size in bytes", l.TotalBytes)
	case all > grid.RatioFloor && all/max(r.pack.size, 1) > l.Ratio:
		return grid.OverLimit("ファイル全体の圧縮率（倍）", "The compression ratio of the file", l.Ratio)
	case r.read > grid.RatioFloor && r.read/max(r.packed, 1) > l.Ratio:
		return grid.OverLimit("圧縮率（"+lang.Quote(r.name)+"、倍）", "The compression ratio of "+lang.Quote(r.name), l.Ratio)
	}
	return nil
}

// zipFault turns damage inside a part into a Fault; a failure to read the file passes.
func zipFault(name string, err error) error {
	var corrupt flate.CorruptInputError
	var undefined flate.InternalError // of a table that the data left incomplete
	name = lang.Quote(name)
	switch {
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		return grid.CutOff("「"+name+"」", name)
	case errors.Is(err, zip.ErrChecksum):
		return grid.Damaged("「"+name+"」の検査値が合いません", "wrong checksum of "+name)
	case errors.As(err, &corrupt), errors.As(err, &undefined), errors.Is(err, zip.ErrFormat):
		return grid.Damaged("「"+name+"」を展開できません", name+" cannot be unpacked")
	}
	return err
}
