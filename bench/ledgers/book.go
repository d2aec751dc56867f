package ledgers

import (
	"archive/zip"
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
)

const (
	xmlHead  = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	mainNS   = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	officeNS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	packNS   = "http://schemas.openxmlformats.org/package/2006/"
	kindNS   = "application/vnd.openxmlformats-officedocument.spreadsheetml."
)

const styles = `<styleSheet xmlns="` + mainNS +
	`"><fonts count="1"><font><sz val="11"/><name val="Yu Gothic"/></font></fonts>` +
	`<fills count="2"><fill><patternFill patternType="none"/></fill>` +
	`<fill><patternFill patternType="gray125"/></fill></fills>` +
	`<borders count="1"><border/></borders>` +
	`<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>` +
	`<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>` +
	`<xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`

// writeBook writes the tables as a workbook in the form Excel writes it: a sheet each, shared strings, an address at
// every cell, days by number format.
func writeBook(name string, tables []table) (err error) {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	out := bufio.NewWriterSize(f, 1<<16)
	b := &book{zip: zip.NewWriter(out), index: map[string]int{}}
	for i, t := range tables {
		b.sheet(i+1, t)
	}
	b.rest(tables)
	if b.err != nil {
		return b.err
	}
	return errors.Join(b.zip.Close(), out.Flush())
}

// book is a workbook while it is written; the first error is kept.
type book struct {
	zip    *zip.Writer
	index  map[string]int // number of each shared string
	shared []string
	err    error
}

// part writes a part of the workbook.
func (b *book) part(name string, write func(w *bufio.Writer)) {
	if b.err != nil {
		return
	}
	var w io.Writer
	if w, b.err = b.zip.Create(name); b.err != nil {
		return
	}
	buffer := bufio.NewWriterSize(w, 1<<16)
	buffer.WriteString(xmlHead)
	write(buffer)
	b.err = buffer.Flush() // keeps the first error of all writes
}

func (b *book) sheet(number int, t table) {
	b.part(fmt.Sprintf("xl/worksheets/sheet%d.xml", number), func(w *bufio.Writer) {
		fmt.Fprintf(w, `<worksheet xmlns="%s" xmlns:r="%s"><sheetData>`, mainNS, officeNS)
		head := make([]value, len(t.heads))
		for i, h := range t.heads {
			head[i] = text(h)
		}
		line := b.row(nil, 1, head)
		w.Write(line)
		for n := range t.rows {
			line = b.row(line[:0], n+2, t.cells(t.first+n))
			w.Write(line)
		}
		w.WriteString(`</sheetData></worksheet>`)
	})
}

// row appends the XML of a row; the address of column i is its letter.
func (b *book) row(line []byte, number int, cells []value) []byte {
	line = fmt.Appendf(line, `<row r="%d" spans="1:%d">`, number, len(cells))
	for i, v := range cells {
		if v.kind == 0 {
			continue
		}
		line = fmt.Appendf(line, `<c r="%c%d"`, 'A'+i, number)
		switch v.kind {
		case 't':
			line = append(line, ` t="s"><v>`...)
			line = strconv.AppendInt(line, int64(b.string(v.text)), 10)
		case 'd':
			line = append(line, ` s="1"><v>`...)
			line = strconv.AppendInt(line, int64(v.num), 10)
		case 'f', 'a':
			line = appendFormula(line, v, i, number)
			continue
		default:
			line = append(line, `><v>`...)
			line = strconv.AppendFloat(line, v.num, 'f', -1, 64)
		}
		line = append(line, `</v></c>`...)
	}
	return append(line, `</row>`...)
}

// string is the number of a shared string.
func (b *book) string(s string) int {
	n, known := b.index[s]
	if !known {
		n = len(b.shared)
		b.index[s] = n
		b.shared = append(b.shared, s)
	}
	return n
}

// rest writes all parts but the sheets.
func (b *book) rest(tables []table) {
	b.part("xl/sharedStrings.xml", func(w *bufio.Writer) {
		fmt.Fprintf(w, `<sst xmlns="%s" uniqueCount="%d">`, mainNS, len(b.shared))
		for _, s := range b.shared {
			w.WriteString("<si><t>" + s + "</t></si>") // none of ours has a character of XML
		}
		w.WriteString("</sst>")
	})
	b.part("xl/styles.xml", func(w *bufio.Writer) { w.WriteString(styles) })
	b.part("_rels/.rels", func(w *bufio.Writer) {
		fmt.Fprintf(w, `<Relationships xmlns="%srelationships"><Relationship Id="rId1" Type="%s/officeDocument" `+
			`Target="xl/workbook.xml"/></Relationships>`, packNS, officeNS)
	})
	b.part("xl/workbook.xml", func(w *bufio.Writer) {
		fmt.Fprintf(w, `<workbook xmlns="%s" xmlns:r="%s"><sheets>`, mainNS, officeNS)
		for i, t := range tables {
			state := ""
			if t.aside {
				state = ` state="hidden"`
			}
			fmt.Fprintf(w, `<sheet name="%s" sheetId="%d"%s r:id="rId%[2]d"/>`, t.sheet, i+1, state)
		}
		w.WriteString(`</sheets></workbook>`)
	})
	b.part("xl/_rels/workbook.xml.rels", func(w *bufio.Writer) {
		fmt.Fprintf(w, `<Relationships xmlns="%srelationships">`, packNS)
		for i := range tables {
			fmt.Fprintf(w, `<Relationship Id="rId%d" Type="%s/worksheet" Target="worksheets/sheet%[1]d.xml"/>`, i+1, officeNS)
		}
		fmt.Fprintf(w, `<Relationship Id="rId%d" Type="%s/sharedStrings" Target="sharedStrings.xml"/>`, len(tables)+1,
			officeNS)
		fmt.Fprintf(w, `<Relationship Id="rId%d" Type="%s/styles" Target="styles.xml"/></Relationships>`, len(tables)+2,
			officeNS)
	})
	b.part("[Content_Types].xml", func(w *bufio.Writer) {
		fmt.Fprintf(w, `<Types xmlns="%scontent-types"><Default Extension="rels" `+
			`ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`+
			`<Default Extension="xml" ContentType="application/xml"/>`+
			`<Override PartName="/xl/workbook.xml" ContentType="%ssheet.main+xml"/>`, packNS, kindNS)
		for i := range tables {
			fmt.Fprintf(w, `<Override PartName="/xl/worksheets/sheet%d.xml" ContentType="%sworksheet+xml"/>`, i+1, kindNS)
		}
		fmt.Fprintf(w, `<Override PartName="/xl/sharedStrings.xml" ContentType="%ssharedStrings+xml"/>`+
			`<Override PartName="/xl/styles.xml" ContentType="%[1]sstyles+xml"/></Types>`, kindNS)
	})
}
