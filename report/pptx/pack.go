package pptx

import (
	"archive/zip"
	"fmt"
	"io"
	"path"
	"strings"
)

// pack collects the parts of an archive in the order in which they are written, with their types and relationships.
type pack struct {
	parts []part
	rels  map[string][]relation // by the part that they start from; "" is the archive itself
}

type part struct {
	name, kind string // kind is the content type; empty: that of the extension
	data       []byte
}

type relation struct{ kind, target string } // target is the name of a part

// The types of relationships, below officeDocument unless they say more.
const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

func newPack() *pack { return &pack{rels: map[string][]relation{}} }

func (p *pack) add(name, kind string, data []byte) { p.parts = append(p.parts, part{name, kind, data}) }

// relate notes that a part refers to another and returns the id by which it does.
func (p *pack) relate(from, kind, target string) string {
	if !strings.Contains(kind, "/") {
		kind = relations + kind
	}
	p.rels[from] = append(p.rels[from], relation{kind, target})
	return fmt.Sprintf("rId%d", len(p.rels[from]))
}

// defaults are the content types of extensions.
var defaults = []struct{ extension, kind string }{
	{"rels", "application/vnd.openxmlformats-package.relationships+xml"},
	{"xml", "application/xml"},
	{"xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
}

// types is the part that names the content type of every other.
func (p *pack) types() []byte {
	var b strings.Builder
	b.WriteString(head + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">`)
	for _, d := range defaults {
		fmt.Fprintf(&b, `<Default Extension="%s" ContentType="%s"/>`, d.extension, d.kind)
	}
	for _, one := range p.parts {
		if one.kind != "" {
			fmt.Fprintf(&b, `<Override PartName="/%s" ContentType="%s"/>`, one.name, one.kind)
		}
	}
	b.WriteString(`</Types>`)
	return []byte(b.String())
}

// relsOf are the relationships of a part, as a part.
func (p *pack) relsOf(from string) []byte {
	var b strings.Builder
	b.WriteString(head + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`)
	for i, r := range p.rels[from] {
		fmt.Fprintf(&b, `<Relationship Id="rId%d" Type="%s" Target="/%s"/>`, i+1, r.kind, r.target)
	}
	b.WriteString(`</Relationships>`)
	return []byte(b.String())
}

// write writes the archive: types first, each part followed by its relationships, no times, and the properties
// uncompressed, so that Signature can be found in the file.
func (p *pack) write(w io.Writer) error {
	z := zip.NewWriter(w)
	put := func(name string, data []byte, method uint16) error {
		f, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: method})
		if err != nil {
			return err
		}
		_, err = f.Write(data)
		return err
	}
	if err := put("[Content_Types].xml", p.types(), zip.Deflate); err != nil {
		return err
	}
	if err := put("_rels/.rels", p.relsOf(""), zip.Deflate); err != nil {
		return err
	}
	for _, one := range p.parts {
		method := zip.Deflate
		if one.name == corePart || path.Ext(one.name) == ".xlsx" {
			method = zip.Store
		}
		if err := put(one.name, one.data, method); err != nil {
			return err
		}
		if len(p.rels[one.name]) == 0 {
			continue
		}
		folder, file := path.Split(one.name)
		if err := put(folder+"_rels/"+file+".rels", p.relsOf(one.name), zip.Deflate); err != nil {
			return err
		}
	}
	return z.Close()
}
