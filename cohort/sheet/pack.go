package sheet

import (
	"archive/zip"
	"context"
	"errors"
	"io"
	"path"
	"strings"
	"sync/atomic"

	"github.com/klauspost/compress/flate"
)

// A pack is the zip archive of a workbook: its parts by name, and what they may still cost.
type pack struct {
	ctx    context.Context
	parts  map[string]*zip.File
	limits Limits
	left   atomic.Int64 // bytes that may still be unpacked; the goroutines of open parts share it
}

// openPack reads the directory of an archive. Names are compared without case and with either
// slash; of two parts with one name the later counts, as it replaced the other.
func openPack(ctx context.Context, data io.ReaderAt, size int64, limits Limits) (*pack, error) {
	z, err := zip.NewReader(io.NewSectionReader(data, 0, size), size) // offsets outside the file give io.EOF
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		if isZipFault(err) {
			return nil, cutOff("ファイル", "The file")
		}
		return nil, err
	}
	// A quarter faster than the standard library's. It is not used again for the next part: tables
	// that damaged data leave undefined would keep what the part before had there.
	z.RegisterDecompressor(zip.Deflate, flate.NewReader)
	if len(z.File) > limits.Parts {
		return nil, overLimit("ZIPの中のファイルの数", "The number of parts", int64(limits.Parts))
	}
	p := &pack{ctx: ctx, parts: make(map[string]*zip.File, len(z.File)), limits: limits}
	p.left.Store(limits.TotalBytes)
	for _, f := range z.File {
		if !strings.HasSuffix(f.Name, "/") {
			p.parts[partName(f.Name)] = f
		}
	}
	return p, nil
}

// isZipFault tells a damaged archive from a failure to read the file.
func isZipFault(err error) bool {
	return errors.Is(err, zip.ErrFormat) || errors.Is(err, zip.ErrAlgorithm) || errors.Is(err, zip.ErrChecksum) ||
		errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF)
}

// partName is the form in which names are compared.
func partName(name string) string {
	return strings.ToLower(strings.TrimPrefix(path.Clean("/"+strings.ReplaceAll(name, `\`, "/")), "/"))
}

// has reports whether the part exists.
func (p *pack) has(name string) bool { return p.parts[partName(name)] != nil }

// hasFolder reports whether any part lies in the folder.
func (p *pack) hasFolder(folder string) bool {
	for name := range p.parts {
		if strings.HasPrefix(name, folder) {
			return true
		}
	}
	return false
}

// open starts to unpack a part. The reader reports a wrong checksum at its end.
func (p *pack) open(name string) (*partReader, error) {
	f := p.parts[partName(name)]
	if f == nil {
		return nil, damaged("「"+name+"」がありません", name+" is missing")
	}
	if f.Flags&1 != 0 {
		return nil, fault(CodeEncrypted, passwordNeeded, unlockZip)
	}
	r, err := f.Open()
	if errors.Is(err, zip.ErrAlgorithm) {
		return nil, damaged("「"+name+"」の圧縮方法を読めません", "unknown compression of "+name)
	}
	if err != nil {
		return nil, zipFault(name, err)
	}
	return &partReader{pack: p, name: name, body: r, packed: int64(f.CompressedSize64), size: int64(min(f.UncompressedSize64, 1<<40))}, nil
}

// A partReader unpacks one part within the limits.
type partReader struct {
	pack   *pack
	name   string
	body   io.ReadCloser
	packed int64
	size   int64 // unpacked, as the archive claims
	read   int64
}

// Read unpacks; it stops over a limit and when the context ends.
func (r *partReader) Read(b []byte) (int, error) {
	if err := r.pack.ctx.Err(); err != nil {
		return 0, contextFault(err)
	}
	n, err := r.body.Read(b)
	r.read += int64(n)
	r.pack.left.Add(-int64(n))
	if over := r.overLimit(); over != nil {
		return 0, over
	}
	if err != nil && err != io.EOF {
		err = zipFault(r.name, err)
	}
	return n, err
}

// Close ends the unpacking.
func (r *partReader) Close() error { return r.body.Close() }

func (r *partReader) overLimit() error {
	l := r.pack.limits
	switch {
	case r.read > l.PartBytes:
		return overLimit("展開後の大きさ（"+r.name+"、バイト）", "The unpacked size of "+r.name+" in bytes", l.PartBytes)
	case r.pack.left.Load() < 0:
		return overLimit("展開後の大きさの合計（バイト）", "The total unpacked size in bytes", l.TotalBytes)
	case r.read > ratioFloor && r.read/max(r.packed, 1) > l.Ratio:
		return overLimit("圧縮率（"+r.name+"、倍）", "The compression ratio of "+r.name, l.Ratio)
	}
	return nil
}

// contextFault turns a passed deadline into a finding; a cancelled context stays an error.
func contextFault(err error) error {
	if errors.Is(err, context.DeadlineExceeded) {
		return outOfTime()
	}
	return err
}

// zipFault turns damage inside a part into a Fault; a failure to read the file passes.
func zipFault(name string, err error) error {
	var corrupt flate.CorruptInputError
	var undefined flate.InternalError // of a table that the data left incomplete
	switch {
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		return cutOff("「"+name+"」", name)
	case errors.Is(err, zip.ErrChecksum):
		return damaged("「"+name+"」の検査値が合いません", "wrong checksum of "+name)
	case errors.As(err, &corrupt), errors.As(err, &undefined), errors.Is(err, zip.ErrFormat):
		return damaged("「"+name+"」を展開できません", name+" cannot be unpacked")
	}
	return err
}
