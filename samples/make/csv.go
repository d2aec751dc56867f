package main

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/unicode"
)

// The encodings that CSV files of town halls come in.
var (
	cp932   = japanese.ShiftJIS // x/text's table is CP932: it holds 髙 and 﨑
	utf8BOM = unicode.UTF8BOM
)

// csvTable is a table of a ledger that is kept as CSV, under the name of its file.
type csvTable struct {
	name  string
	heads []any
	rows  [][]any
}

// writeCSVs writes a ledger as a file for each table, in UTF-8 as Excel writes it, and its pilot.toml.
func writeCSVs(dir, toml string, tables []csvTable) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	for _, t := range tables {
		if err := writeCSV(filepath.Join(dir, t.name), t.heads, t.rows, utf8BOM); err != nil {
			return err
		}
	}
	return os.WriteFile(filepath.Join(dir, "pilot.toml"), []byte(toml), 0o644)
}

// writeCSV writes a table with CRLF line ends, as Excel does.
func writeCSV(path string, heads []any, records [][]any, enc encoding.Encoding) error {
	var buf bytes.Buffer
	w := csv.NewWriter(&buf)
	w.UseCRLF = true
	for _, record := range append([][]any{heads}, records...) {
		line := make([]string, len(record))
		for i, v := range record {
			line[i] = csvText(v)
		}
		if err := w.Write(line); err != nil {
			return err
		}
	}
	w.Flush()
	data, err := enc.NewEncoder().Bytes(buf.Bytes())
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	return os.WriteFile(path, data, 0o644)
}

func csvText(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case time.Time:
		if v.IsZero() {
			return ""
		}
		return v.Format("2006/1/2")
	}
	return fmt.Sprint(v)
}
