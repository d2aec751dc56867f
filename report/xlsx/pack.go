package xlsx

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"pilot90/cohort/pattern"
)

// pack is the zip archive of a workbook. It holds the parts back until the end and writes them
// sorted, since the library writes some in the order of a map, and without a time.
type pack struct {
	out   io.Writer
	parts map[string]*bytes.Buffer
	book  *book
}

func newPack(out io.Writer, b *book) *pack {
	return &pack{out: out, parts: map[string]*bytes.Buffer{}, book: b}
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

// Close writes the archive: the content types first, as readers of streams like it, then the sheets whose rows are
// made only now, then the rest. The properties are uncompressed, so that Signature can be found in the file.
func (p *pack) Close() error {
	p.numeric()
	p.usedTypes()
	z := zip.NewWriter(p.out)
	if err := p.write(z, typesPart); err != nil {
		return err
	}
	if err := p.writeLong(z); err != nil {
		return err
	}
	for _, sheet := range p.book.sheets {
		name := p.book.partOf(sheet)
		if p.parts[name] == nil { // it is written
			continue
		}
		text, err := p.addLinks(name, p.parts[name].Bytes(), p.book.links[sheet])
		if err != nil {
			return err
		}
		p.parts[name] = bytes.NewBuffer(text)
	}
	for _, name := range slices.Sorted(maps.Keys(p.parts)) {
		if err := p.write(z, name); err != nil {
			return err
		}
	}
	return z.Close()
}

// write writes a part and lets go of it.
func (p *pack) write(z *zip.Writer, name string) error {
	head := &zip.FileHeader{Name: name, Method: zip.Deflate}
	if name == corePart {
		head.Method = zip.Store
	}
	part, err := z.CreateHeader(head)
	if err == nil {
		_, err = part.Write(p.parts[name].Bytes())
	}
	delete(p.parts, name)
	return err
}

// writeLong writes the sheets whose rows are made only now, and adds their texts to the shared ones.
func (p *pack) writeLong(z *zip.Writer) error {
	if len(p.book.long) == 0 {
		return nil
	}
	words, err := readShared(p.parts[stringsPart])
	if err != nil {
		return err
	}
	for _, l := range p.book.long {
		name := p.book.partOf(l.sheet)
		head, tail, found := bytes.Cut(p.parts[name].Bytes(), []byte(cellsEnd))
		if !found {
			return fmt.Errorf("xlsx: %s has no cells", name)
		}
		part, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate})
		if err != nil {
			return err
		}
		if _, err := part.Write(head); err != nil {
			return err
		}
		if err := l.fill(part, words); err != nil {
			return err
		}
		rest, err := p.addLinks(name, slices.Concat([]byte(cellsEnd), tail), p.book.links[l.sheet])
		if err != nil {
			return err
		}
		if _, err := part.Write(rest); err != nil {
			return err
		}
		delete(p.parts, name)
	}
	p.parts[stringsPart] = words.appendTo(p.parts[stringsPart])
	return nil
}

var defaultType = pattern.New(`<Default Extension="([^"]*)"[^>]*></Default>`)

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
