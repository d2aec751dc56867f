package main

import (
	"archive/zip"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	klauspost "github.com/klauspost/compress/flate"
	"github.com/xuri/excelize/v2"

	"pilot90/cohort/sheet"
)

// count is what a reader found.
type count struct{ rows, cells int }

// ways are the readers written in Go, by the name that "bench read" takes.
var ways = map[string]func(file string) (count, error){
	"stream":   readStream,
	"book":     readBook,
	"excelize": readExcelize,
	"csv":      readCSV,
	"inflate":  inflateSheet,
}

// refusedAs turns the findings of a file that was not read into an error.
func refusedAs(file string, opened bool, findings int, err error) error {
	if err == nil && !opened {
		err = fmt.Errorf("%s: refused with %d finding(s)", file, findings)
	}
	return err
}

// readStream reads every row with pilot90's reader and keeps none.
func readStream(file string) (n count, err error) {
	r, findings, err := sheet.OpenReader(filepath.Dir(file), filepath.Base(file), sheet.Options{})
	if err := refusedAs(file, r != nil, len(findings), err); err != nil {
		return n, err
	}
	for row, err := range r.Sheets[0].Rows() {
		if err != nil {
			return n, err
		}
		n.rows++
		n.cells += len(row.Cells)
	}
	return n, nil
}

// readBook reads the file into memory, as every command of pilot90 does.
func readBook(file string) (n count, err error) {
	b, findings, err := sheet.Open(filepath.Dir(file), filepath.Base(file), sheet.Options{})
	if err := refusedAs(file, b != nil, len(findings), err); err != nil {
		return n, err
	}
	for _, row := range b.Sheets[0].Rows {
		n.rows++
		n.cells += len(row.Cells)
	}
	return n, nil
}

// readExcelize streams the raw values, the fastest way the library has.
func readExcelize(file string) (n count, err error) {
	book, err := excelize.OpenFile(file, excelize.Options{RawCellValue: true})
	if err != nil {
		return n, err
	}
	defer func() { err = errors.Join(err, book.Close()) }()
	rows, err := book.Rows(book.GetSheetName(0))
	if err != nil {
		return n, err
	}
	for rows.Next() {
		cells, err := rows.Columns()
		if err != nil {
			return n, err
		}
		n.rows++
		for _, c := range cells {
			if c != "" {
				n.cells++
			}
		}
	}
	return n, rows.Error()
}

// readCSV reads with the standard library.
func readCSV(file string) (n count, err error) {
	f, err := os.Open(file)
	if err != nil {
		return n, err
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.ReuseRecord = true
	for {
		record, err := r.Read()
		if errors.Is(err, io.EOF) {
			return n, nil
		}
		if err != nil {
			return n, err
		}
		n.rows++
		n.cells += len(record)
	}
}

// inflateSheet only unpacks the sheet's part: the least that any reader has to do. It counts
// nothing.
func inflateSheet(file string) (n count, err error) {
	z, err := zip.OpenReader(file)
	if err != nil {
		return n, err
	}
	defer z.Close()
	z.RegisterDecompressor(zip.Deflate, klauspost.NewReader)
	part, err := z.Open(sheetPart)
	if err != nil {
		return n, err
	}
	_, err = io.Copy(io.Discard, part)
	return n, err
}
