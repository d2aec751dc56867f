package sheet

import (
	"encoding/xml"
	"errors"
	"io"
	"path"
	"slices"
	"strings"
)

// relations are the links from one part to others.
type relations []relation

type relation struct {
	ID     string `xml:"Id,attr"`
	Type   string `xml:"Type,attr"`
	Target string `xml:"Target,attr"`
	Mode   string `xml:"TargetMode,attr"`
}

// byType returns the part that a type of link leads to; transitional and strict types end alike.
func (r relations) byType(suffix string) string {
	for _, rel := range r {
		if strings.HasSuffix(rel.Type, suffix) && rel.Mode != "External" {
			return rel.Target
		}
	}
	return ""
}

func (r relations) byID(id string) (relation, bool) {
	i := slices.IndexFunc(r, func(rel relation) bool { return rel.ID == id })
	if i < 0 {
		return relation{}, false
	}
	return r[i], true
}

// relations reads the links of a part; "" is the package itself. Targets become part names.
func (p *pack) relations(part string) (relations, error) {
	name := path.Join(path.Dir(part), "_rels", path.Base(part)+".rels")
	if part == "" {
		name = "_rels/.rels"
	}
	if !p.has(name) {
		return nil, nil
	}
	var doc struct {
		Items relations `xml:"Relationship"`
	}
	if err := p.readXML(name, &doc); err != nil {
		return nil, err
	}
	for i, rel := range doc.Items {
		target := strings.ReplaceAll(rel.Target, `\`, "/")
		if !strings.HasPrefix(target, "/") {
			target = path.Join(path.Dir(part), target)
		}
		doc.Items[i].Target = strings.TrimPrefix(target, "/")
	}
	return doc.Items, nil
}

// smallPart bounds the parts that are read whole; Excel's own stay far under it.
const smallPart = 32 << 20

// readXML reads a small part into v.
func (p *pack) readXML(name string, v any) error {
	r, err := p.open(name)
	if err != nil {
		return err
	}
	defer r.Close()
	dec := xml.NewDecoder(utf16Reader(io.LimitReader(r, smallPart)))
	dec.CharsetReader = charsetReader
	err = dec.Decode(v)
	if err != nil && r.read >= smallPart {
		return overLimit("「"+name+"」の大きさ（バイト）", "The size of "+name+" in bytes", smallPart)
	}
	if errors.Is(err, io.EOF) {
		err = cutOff("「"+name+"」", name)
	}
	if err != nil {
		return xmlFault(err)
	}
	if _, err := io.Copy(io.Discard, r); err != nil { // the checksum stands at the end
		return err
	}
	return nil
}
