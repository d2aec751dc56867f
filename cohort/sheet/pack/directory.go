package pack

import "io"

// A directoryReader bounds what of an archive is read as its directory. The library reads entries
// as long as there are any, whatever number the archive claims, and keeps each in memory.
type directoryReader struct {
	io.ReaderAt
	parts int
	done  bool // the directory was read; what is read now are the parts
	read  int64
}

// An entry of the directory has 46 bytes, a name and, seldom, more; Excel's have under 120. The
// end of the archive is looked for in its last 65 KB.
const (
	entryBytes = 512
	endBytes   = 128 << 10
)

func (d *directoryReader) ReadAt(b []byte, off int64) (int, error) {
	n, err := d.ReaderAt.ReadAt(b, off)
	if d.done {
		return n, err
	}
	if d.read += int64(n); d.read > endBytes+entryBytes*int64(d.parts) {
		return 0, tooManyParts(d.parts)
	}
	return n, err
}
