package finding

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"path"
	"strings"
)

// archive is a workbook as the parts it is kept in. Parts that are set are written in place of
// the old ones; all others are handed on byte by byte.
type archive struct {
	zip     *zip.Reader
	changed map[string][]byte
	added   []string // new parts in the order they came
}

func openArchive(data []byte) (*archive, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, err
	}
	return &archive{zip: z, changed: map[string][]byte{}}, nil
}

func (a *archive) file(name string) *zip.File {
	for _, f := range a.zip.File {
		if strings.EqualFold(f.Name, name) {
			return f
		}
	}
	return nil
}

// has reports whether there is such a part.
func (a *archive) has(name string) bool { return a.changed[name] != nil || a.file(name) != nil }

// part returns a part's bytes; nil when there is none.
func (a *archive) part(name string) ([]byte, error) {
	if data := a.changed[name]; data != nil {
		return data, nil
	}
	f := a.file(name)
	if f == nil {
		return nil, nil
	}
	in, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer in.Close()
	return io.ReadAll(in)
}

func (a *archive) set(name string, data []byte) {
	if f := a.file(name); f != nil {
		name = f.Name
	} else if a.changed[name] == nil {
		a.added = append(a.added, name)
	}
	a.changed[name] = data
}

// free returns the first name of a numbered part that is not in use.
func (a *archive) free(format string) (name string, number int) {
	for number = 1; ; number++ {
		if name = fmt.Sprintf(format, number); !a.has(name) {
			return name, number
		}
	}
}

// bytes is the workbook with its changed parts.
func (a *archive) bytes() ([]byte, error) {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, f := range a.zip.File {
		data, changed := a.changed[f.Name]
		if !changed {
			if err := w.Copy(f); err != nil {
				return nil, err
			}
			continue
		}
		if err := writePart(w, f.Name, data); err != nil {
			return nil, err
		}
	}
	for _, name := range a.added {
		if err := writePart(w, name, a.changed[name]); err != nil {
			return nil, err
		}
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

func writePart(w *zip.Writer, name string, data []byte) error {
	part, err := w.Create(name)
	if err != nil {
		return err
	}
	_, err = part.Write(data)
	return err
}

// relation is one line of a part's relations; target is the name of a part.
type relation struct{ id, kind, target string }

// relationsPart is the part that holds a part's relations; "" is the workbook as a whole.
func relationsPart(part string) string {
	if part == "" {
		return "_rels/.rels"
	}
	return path.Join(path.Dir(part), "_rels", path.Base(part)+".rels")
}

// relations lists what a part refers to within the workbook.
func (a *archive) relations(part string) ([]relation, error) {
	data, err := a.part(relationsPart(part))
	if data == nil || err != nil {
		return nil, err
	}
	var read struct {
		List []struct {
			ID     string `xml:"Id,attr"`
			Type   string `xml:"Type,attr"`
			Target string `xml:"Target,attr"`
			Mode   string `xml:"TargetMode,attr"`
		} `xml:"Relationship"`
	}
	if err := xml.Unmarshal(data, &read); err != nil {
		return nil, err
	}
	var list []relation
	for _, r := range read.List {
		if r.Mode == "External" {
			continue
		}
		target := strings.TrimPrefix(r.Target, "/")
		if target == r.Target {
			target = path.Join(path.Dir(part), r.Target)
		}
		list = append(list, relation{r.ID, path.Base(r.Type), target})
	}
	return list, nil
}

// relate adds a relation of a kind from one part to another and returns its id.
func (a *archive) relate(part, kind, target string) (string, error) {
	name := relationsPart(part)
	data, err := a.part(name)
	if err != nil {
		return "", err
	}
	const space = "http://schemas.openxmlformats.org/package/2006/relationships"
	if !bytes.Contains(data, []byte("</")) {
		data = []byte(xml.Header + `<Relationships xmlns="` + space + `"></Relationships>`)
	}
	id := ""
	for n := 1; id == "" || bytes.Contains(data, []byte(`"`+id+`"`)); n++ {
		id = fmt.Sprintf("pilot90_%d", n)
	}
	line := fmt.Sprintf(`<Relationship xmlns="%s" Id="%s"`+
		` Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s" Target="/%s"/>`,
		space, id, kind, target)
	a.set(name, beforeLastTag(data, line))
	return id, nil
}

// declare adds a line to the list of content types unless it holds it already.
func (a *archive) declare(line, known string) error {
	const name = "[Content_Types].xml"
	data, err := a.part(name)
	if err != nil {
		return err
	}
	if !bytes.Contains(bytes.ToLower(data), bytes.ToLower([]byte(known))) {
		a.set(name, beforeLastTag(data, line))
	}
	return nil
}

// beforeLastTag puts a text before the end tag of the root.
func beforeLastTag(data []byte, text string) []byte {
	at := max(bytes.LastIndex(data, []byte("</")), 0)
	return bytes.Join([][]byte{data[:at], []byte(text), data[at:]}, nil)
}

// sheetParts returns the part of every sheet by the sheet's name.
func (a *archive) sheetParts() (map[string]string, error) {
	top, err := a.relations("")
	if err != nil {
		return nil, err
	}
	parts := map[string]string{}
	for _, r := range top {
		if r.kind != "officeDocument" {
			continue
		}
		data, err := a.part(r.target)
		if err != nil {
			return nil, err
		}
		var book struct {
			Sheets []struct {
				Name string `xml:"name,attr"`
				ID   string `xml:"http://schemas.openxmlformats.org/officeDocument/2006/relationships id,attr"`
			} `xml:"sheets>sheet"`
		}
		if err := xml.Unmarshal(data, &book); err != nil {
			return nil, err
		}
		of, err := a.relations(r.target)
		if err != nil {
			return nil, err
		}
		for _, s := range book.Sheets {
			for _, rel := range of {
				if rel.id == s.ID {
					parts[s.Name] = rel.target
				}
			}
		}
	}
	return parts, nil
}
