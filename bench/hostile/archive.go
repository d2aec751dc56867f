package main

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"encoding/binary"
	"fmt"
	"strings"
)

// archives are zip archives that are not what they say.
var archives = []maker{
	made("an archive in an archive in an archive", func(c *hostileCase) []byte {
		inside := []byte(strings.Repeat("\x00", 30<<20))
		for range 6 {
			inside = packed([]part{{"xl/workbook.xml", string(inside)}, {"[Content_Types].xml", string(inside)}})
		}
		return inside
	}),
	made("parts upon one another", func(c *hostileCase) []byte { return overlapping(c.size(3000)) }),
	made("sizes that are not so", func(c *hostileCase) []byte {
		file := workbook([]string{worksheet(head+times(3000, row), "")})
		// The central directory: signature, 20 bytes, then the packed and the unpacked size.
		for at := range file {
			if bytes.HasPrefix(file[at:], []byte("PK\x01\x02")) && at+28 < len(file) {
				binary.LittleEndian.PutUint32(file[at+20+4*c.rand.IntN(2):], uint32(c.rand.Uint64()>>c.rand.IntN(64)))
			}
		}
		return file
	}),
	made("parts by the hundred thousand", func(c *hostileCase) []byte {
		parts := make([]part, c.size(100_000))
		for i := range parts {
			parts[i] = part{fmt.Sprintf("xl/worksheets/sheet%d.xml", i), ""}
		}
		return packed(parts)
	}),
	made("names of parts that lead out", func(c *hostileCase) []byte {
		parts := []part{{"../../../../../../tmp/x", "x"}, {"/etc/passwd", "x"}, {"C:\\x", "x"}, {"xl\\workbook.xml", "x"},
			{obeyed, obeyed}, {"XL/WORKBOOK.XML", "<a/>"}, {strings.Repeat("a/", 30_000) + "x", "x"}, {"", "x"}}
		return workbook([]string{worksheet(head+times(9, row), "")}, parts...)
	}),
	made("external and nested entities", func(c *hostileCase) []byte {
		return workbook([]string{`<?xml version="1.0"?><!DOCTYPE w [<!ENTITY f SYSTEM "file:///etc/passwd">` +
			`<!ENTITY % p SYSTEM "http://a.example/x.dtd"> %p;` + times(c.size(20_000), `<!ENTITY e%d "&e%d;&e%d;">`) + `]>` +
			worksheet(head+`<row r="2">`+inline("A2", "&f;&e9;")+`</row>`, "")})
	}),
	made("attributes by the hundred thousand", func(c *hostileCase) []byte {
		return workbook([]string{worksheet(head+`<row r="2"`+times(c.size(500_000), ` a%d="%d"`)+`><c r="A2"/></row>`, "")})
	}),
	made("one attribute of 50 MB", func(c *hostileCase) []byte {
		return workbook([]string{worksheet(head+`<row r="2" x="`+strings.Repeat("&amp;", 10<<20)+`"><c r="A2"/></row>`, "")})
	}),
	made("comments, instructions and CDATA without end", func(c *hostileCase) []byte {
		inside := []string{"<!--" + strings.Repeat("-x", 20<<20), "<![CDATA[" + strings.Repeat("]]", 20<<20),
			strings.Repeat("<?x y?>", 3<<20), "<x " + strings.Repeat(" ", 40<<20)}[c.rand.IntN(4)]
		return workbook([]string{worksheet(head+inside, "")})
	}),
	made("XML in another encoding", func(c *hostileCase) []byte {
		text := `<?xml version="1.0" encoding="` + []string{"UTF-16", "EBCDIC", "Shift_JIS", "UTF-7",
			obeyed}[c.rand.IntN(5)] +
			`"?>` + worksheet(head+times(20, row), "")
		if c.rand.IntN(2) == 0 {
			text = "\xff\xfe" + utf16LE(text)[c.rand.IntN(2):]
		}
		return workbook([]string{text})
	}),
	made("prefixes that are declared again", func(c *hostileCase) []byte {
		n := c.size(5000)
		return workbook([]string{`<worksheet xmlns="` + mainNS + `"><sheetData>` + head +
			times(n, `<x%d:y xmlns:x%d="`+mainNS+`">`) + strings.Repeat("</x>", n)})
	}),
}

// overlapping is an archive whose directory names one packed text of 4 MB so many times.
func overlapping(n int) []byte {
	var packed bytes.Buffer
	f, err := flate.NewWriter(&packed, 9)
	if err != nil {
		panic(err)
	}
	const size = 4 << 20
	f.Write(make([]byte, size)) // to memory
	f.Close()
	h := zip.FileHeader{Name: "x", Method: zip.Deflate, CompressedSize64: uint64(packed.Len()), UncompressedSize64: size}
	var file bytes.Buffer
	z := zip.NewWriter(&file)
	w, err := z.CreateRaw(&h)
	if err != nil {
		panic(err)
	}
	w.Write(packed.Bytes())
	if err := z.Close(); err != nil {
		panic(err)
	}
	at := bytes.Index(file.Bytes(), []byte("PK\x01\x02"))
	out := bytes.Clone(file.Bytes()[:at])
	entry := file.Bytes()[at : at+46]
	for i := range n {
		name := fmt.Sprintf("xl/worksheets/sheet%d.xml", i)
		binary.LittleEndian.PutUint16(entry[28:], uint16(len(name)))
		out = append(append(out, entry...), name...)
	}
	end := bytes.Clone(file.Bytes()[len(file.Bytes())-22:])
	binary.LittleEndian.PutUint16(end[8:], uint16(n))
	binary.LittleEndian.PutUint16(end[10:], uint16(n))
	binary.LittleEndian.PutUint32(end[12:], uint32(len(out)-at))
	binary.LittleEndian.PutUint32(end[16:], uint32(at))
	return append(out, end...)
}

// utf16LE is ASCII in units of two bytes.
func utf16LE(text string) string {
	var b strings.Builder
	for i := range len(text) {
		b.WriteByte(text[i])
		b.WriteByte(0)
	}
	return b.String()
}
