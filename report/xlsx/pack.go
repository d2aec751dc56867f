package xlsx

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
)

// pack is the zip archive of a workbook. It holds the parts back until the end and writes them
// sorted, since the library writes some in the order of a map, and without a time.
type pack struct {
	out   io.Writer
	parts map[string]*bytes.Buffer
	links map[string][]link // by part of the sheet
}

func newPack(out io.Writer, links map[string][]link) *pack {
	return &pack{out: out, parts: map[string]*bytes.Buffer{}, links: links}
}

// Create begins a part.
func (p *pack) Create(name string) (io.Writer, error) {
	b := new(bytes.Buffer)
	p.parts[name] = b
	return b, nil
}

// AddFS is asked for by the library's interface and never called by it.
func (p *pack) AddFS(fs.FS) error { return fmt.Errorf("xlsx: AddFS is not supported") }

const (
	typesPart = "[Content_Types].xml"
	corePart  = "docProps/core.xml"
)

// Close writes the archive: the content types first, as readers of streams like it, and the
// properties uncompressed, so that Mark can be found in the file.
func (p *pack) Close() error {
	if err := p.addLinks(); err != nil {
		return err
	}
	p.numeric()
	p.usedTypes()
	names := slices.SortedFunc(maps.Keys(p.parts), func(a, b string) int {
		if first := (b == typesPart) != (a == typesPart); first {
			if a == typesPart {
				return -1
			}
			return 1
		}
		return strings.Compare(a, b)
	})
	z := zip.NewWriter(p.out)
	for _, name := range names {
		head := &zip.FileHeader{Name: name, Method: zip.Deflate}
		if name == corePart {
			head.Method = zip.Store
		}
		part, err := z.CreateHeader(head)
		if err != nil {
			return err
		}
		if _, err := part.Write(p.parts[name].Bytes()); err != nil {
			return err
		}
	}
	return z.Close()
}

var defaultType = regexp.MustCompile(`<Default Extension="([^"]*)"[^>]*></Default>`)

// usedTypes keeps the default content types of the parts that there are. The library adds those
// of all kinds of image with a chart, in the order of a map.
func (p *pack) usedTypes() {
	used := map[string]bool{}
	for name := range p.parts {
		used[strings.TrimPrefix(path.Ext(name), ".")] = true
	}
	p.parts[typesPart] = bytes.NewBuffer(defaultType.ReplaceAllFunc(p.parts[typesPart].Bytes(),
		func(element []byte) []byte {
			if used[string(defaultType.FindSubmatch(element)[1])] {
				return element
			}
			return nil
		}))
}
