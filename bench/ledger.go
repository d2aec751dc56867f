package main

import (
	"archive/zip"
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
)

// columns is the number of columns of the work log, all of them filled.
const columns = 10

// titles is the number of different texts in the title column.
const titles = 5000

// entry is one row of the work log. Dates are Excel serials.
type entry struct {
	date, delivered, due    int
	person, contract, title int
	quarters                int // of an hour
	pay, paid               int // yen
	checked                 bool
}

// entryAt returns row number n (1-based): spread, and the same at every run.
func entryAt(n int) entry {
	x := int(uint32(n) * 2654435761 >> 7)
	return entry{
		date: 45748 + n%365, delivered: 45750 + n%365, due: 45760 + n%365,
		person: x % 30, contract: x % 100, title: x % titles,
		quarters: 1 + x%32, pay: x % 20000, paid: x % 15000, checked: x%2 == 1,
	}
}

func personName(n int) string   { return fmt.Sprintf("P%03d", n+1) }
func contractName(n int) string { return fmt.Sprintf("A%03d", n+1) }
func titleName(n int) string    { return fmt.Sprintf("データ入力 %d 件目", n+1) }

var marks = [2]string{"×", "○"}

func markOf(checked bool) int {
	if checked {
		return 1
	}
	return 0
}

// makeFile writes a work log of that many rows; the name's end says whether as .csv or .xlsx.
func makeFile(name string, rows int) (err error) {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	w := bufio.NewWriterSize(f, 1<<16)
	if filepath.Ext(name) == ".csv" {
		err = writeCSV(w, rows)
	} else {
		err = writeXLSX(w, rows)
	}
	return errors.Join(err, w.Flush(), f.Close())
}

// dayText is an Excel serial as 2025-04-01.
func dayText(serial int) string {
	return excelEpoch.AddDate(0, 0, serial).Format("2006-01-02")
}

func writeCSV(w *bufio.Writer, rows int) error {
	var line []byte
	for n := 1; n <= rows; n++ {
		e := entryAt(n)
		line = fmt.Appendf(line[:0], "%s,%s,%s,%s,%s,%d,%s,%s,%d,%s\r\n",
			dayText(e.date), personName(e.person), contractName(e.contract), titleName(e.title), hoursText(e.quarters),
			e.pay, dayText(e.delivered), dayText(e.due), e.paid, marks[markOf(e.checked)])
		if _, err := w.Write(line); err != nil {
			return err
		}
	}
	return nil
}

// hoursText is a number of quarters of an hour in hours: 1.25.
func hoursText(quarters int) string { return strconv.FormatFloat(float64(quarters)/4, 'f', -1, 64) }

const (
	xmlHead  = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	mainNS   = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	officeNS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	packNS   = "http://schemas.openxmlformats.org/package/2006/"
	kindNS   = "application/vnd.openxmlformats-officedocument.spreadsheetml."
)

// sheetPart is where the rows stand in the workbook.
const sheetPart = "xl/worksheets/sheet1.xml"

// fixedParts are the small parts of the workbook.
var fixedParts = []struct{ name, text string }{
	{"[Content_Types].xml", `<Types xmlns="` + packNS +
		`content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
		`<Default Extension="xml" ContentType="application/xml"/>` +
		`<Override PartName="/xl/workbook.xml" ContentType="` + kindNS + `sheet.main+xml"/><Override PartName="/` +
		sheetPart + `" ContentType="` + kindNS + `worksheet+xml"/>` +
		`<Override PartName="/xl/sharedStrings.xml" ContentType="` + kindNS +
		`sharedStrings+xml"/><Override PartName="/xl/styles.xml" ContentType="` + kindNS + `styles+xml"/></Types>`},
	{"_rels/.rels", `<Relationships xmlns="` + packNS + `relationships"><Relationship Id="rId1" Type="` + officeNS +
		`/officeDocument" Target="xl/workbook.xml"/></Relationships>`},
	{"xl/workbook.xml", `<workbook xmlns="` + mainNS + `" xmlns:r="` + officeNS +
		`"><sheets><sheet name="作業ログ" sheetId="1" r:id="rId1"/></sheets></workbook>`},
	{"xl/_rels/workbook.xml.rels", `<Relationships xmlns="` + packNS + `relationships"><Relationship Id="rId1" Type="` +
		officeNS + `/worksheet" Target="worksheets/sheet1.xml"/>` +
		`<Relationship Id="rId2" Type="` + officeNS +
		`/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="` + officeNS +
		`/styles" Target="styles.xml"/></Relationships>`},
	{"xl/styles.xml", `<styleSheet xmlns="` + mainNS +
		`"><fonts count="1"><font><sz val="11"/><name val="Yu Gothic"/></font></fonts>` +
		`<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>` +
		`</fills><borders count="1"><border/></borders>` +
		`<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>` +
		`<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>` +
		`<xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`},
}

// writeXLSX writes the workbook in the form Excel writes it: shared strings, addresses at every
// cell, dates by number format.
func writeXLSX(w io.Writer, rows int) error {
	z := zip.NewWriter(w)
	for _, p := range fixedParts {
		part, err := z.Create(p.name)
		if err != nil {
			return err
		}
		if _, err := io.WriteString(part, xmlHead+p.text); err != nil {
			return err
		}
	}
	for _, p := range []struct {
		name  string
		write func(w *bufio.Writer)
	}{
		{"xl/sharedStrings.xml", writeStrings},
		{sheetPart, func(w *bufio.Writer) { writeRows(w, rows) }},
	} {
		part, err := z.Create(p.name)
		if err != nil {
			return err
		}
		b := bufio.NewWriterSize(part, 1<<16)
		p.write(b)
		if err := b.Flush(); err != nil { // keeps the first error of all writes
			return err
		}
	}
	return z.Close()
}

// The shared strings stand in this order: people, contracts, titles, marks.
const (
	people    = 30
	contracts = 100
)

func writeStrings(w *bufio.Writer) {
	fmt.Fprintf(w, xmlHead+`<sst xmlns="%s" uniqueCount="%d">`, mainNS, people+contracts+titles+len(marks))
	for _, group := range []struct {
		count int
		name  func(int) string
	}{{people, personName}, {contracts, contractName}, {titles, titleName},
		{len(marks), func(n int) string { return marks[n] }}} {
		for n := range group.count {
			w.WriteString("<si><t>" + group.name(n) + "</t></si>")
		}
	}
	w.WriteString("</sst>")
}

func writeRows(w *bufio.Writer, rows int) {
	fmt.Fprintf(w, xmlHead+`<worksheet xmlns="%s" xmlns:r="%s"`+
		` xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac">`+
		`<dimension ref="A1:J%d"/><sheetData>`, mainNS, officeNS, rows)
	var line []byte
	for n := 1; n <= rows; n++ {
		e := entryAt(n)
		line = fmt.Appendf(line[:0], `<row r="%d" spans="1:10" x14ac:dyDescent="0.4">`, n)
		line = fmt.Appendf(line, `<c r="A%d" s="1"><v>%d</v></c>`, n, e.date)
		line = fmt.Appendf(line, `<c r="B%d" t="s"><v>%d</v></c>`, n, e.person)
		line = fmt.Appendf(line, `<c r="C%d" t="s"><v>%d</v></c>`, n, people+e.contract)
		line = fmt.Appendf(line, `<c r="D%d" t="s"><v>%d</v></c>`, n, people+contracts+e.title)
		line = fmt.Appendf(line, `<c r="E%d"><v>%s</v></c>`, n, hoursText(e.quarters))
		line = fmt.Appendf(line, `<c r="F%d"><v>%d</v></c>`, n, e.pay)
		line = fmt.Appendf(line, `<c r="G%d" s="1"><v>%d</v></c>`, n, e.delivered)
		line = fmt.Appendf(line, `<c r="H%d" s="1"><v>%d</v></c>`, n, e.due)
		line = fmt.Appendf(line, `<c r="I%d"><v>%d</v></c>`, n, e.paid)
		line = fmt.Appendf(line, `<c r="J%d" t="s"><v>%d</v></c></row>`, n, people+contracts+titles+markOf(e.checked))
		w.Write(line)
	}
	w.WriteString(`</sheetData></worksheet>`)
}
