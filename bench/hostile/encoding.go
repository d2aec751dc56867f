package main

import (
	"bytes"
	"fmt"
	"strings"

	"pilot90/cohort/cell"
	"pilot90/cohort/sheet/biff/bifftest"
	"pilot90/cohort/sheet/grid"
)

// text puts bytes as a work log beside the sound workbook.
func text(kind string, data func(c *hostileCase) string) maker {
	return maker{kind, func(c *hostileCase) error { return c.put("作業ログ.csv", []byte(data(c))) }}
}

// encodings are texts in encodings that break off or are none, and the old format of Excel.
var encodings = []maker{
	text("halves of Shift_JIS", func(c *hostileCase) string {
		return "\x8d\xec\x8b\xc6\x93\xfa,ID\r\n" + strings.Repeat("\x81\r\n\xfc\xfc,\x81\x22\xef\r\n\x80\xa0\xfd",
			c.size(200_000))
	}),
	text("UTF-16 without a mark", func(c *hostileCase) string {
		return utf16LE("date,id,hours\r\n" + strings.Repeat("2025-09-01,P0001,2\r\n", c.size(100_000)))
	}),
	text("UTF-16 that breaks off", func(c *hostileCase) string {
		return "\xff\xfe" + utf16LE(strings.Repeat("2025-09-01,\r\n", c.size(50_000))) + "\x00\xd8\x00"
	}),
	text("escapes of JIS that do not end", func(c *hostileCase) string {
		return strings.Repeat("\x1b$B!!\x1b(B,\x1b$(D\x1b$B", c.size(200_000))
	}),
	text("zeros and ends of files", func(c *hostileCase) string {
		return csvHead + strings.Repeat("\x00\x1a\x0b\x0c\x85,\r", c.size(1_000_000))
	}),
	text("blank lines by the million", func(c *hostileCase) string {
		return csvHead + strings.Repeat([]string{"\n", "\r", ",\n", " \t\n"}[c.rand.IntN(4)], c.size(10<<20))
	}),
	text("one line of 50 MB", func(c *hostileCase) string {
		return csvHead + strings.Repeat([]string{"a,", ",", "\"\",", "\"", "\t;"}[c.rand.IntN(5)], 25<<20)
	}),
	text("a quote before everything", func(c *hostileCase) string {
		return "\"" + csvHead + strings.Repeat("2025-09-01,P0001,A0001,2,2400\r\n", c.size(1_000_000))
	}),
	text("rows by the million", func(c *hostileCase) string {
		return csvHead + strings.Repeat("2025-09-01\r\n", c.size(1_000_000))
	}),
	{"an .xls with bits flipped", func(c *hostileCase) error { return c.put("作業ログ.xls", c.flip(oldBook(400))) }},
	{"an .xls of chains that cross", func(c *hostileCase) error {
		file := oldBook(2000)
		// Entries of the allocation table point at each other: words of four bytes that count up.
		for range 1 + c.rand.IntN(200) {
			at := 512 + 4*c.rand.IntN((len(file)-512)/4)
			copy(file[at:], []byte{byte(c.rand.IntN(256)), byte(c.rand.IntN(2)), 0, 0})
		}
		return c.put("作業ログ.xls", file)
	}},
	{"an .xls of records that say another length", func(c *hostileCase) error {
		file := oldBook(400)
		for range 1 + c.rand.IntN(60) {
			at := bytes.Index(file[c.rand.IntN(len(file)):], []byte{0x04, 0x02}) // LABEL
			if at > 0 && at+4 < len(file) {
				file[at+2], file[at+3] = byte(c.rand.Uint32()), byte(c.rand.IntN(40))
			}
		}
		return c.put("作業ログ.xls", file)
	}},
}

// oldBook is a work log as an .xls.
func oldBook(rows int) []byte {
	g := &grid.Grid{Sheet: "作業ログ"}
	for r := range rows {
		words := strings.Split(strings.TrimSpace(csvHead), ",")
		if r > 0 {
			words = []string{"2025-09-01", "P0001", "A0001", "2", fmt.Sprint(r)}
		}
		cells := make([]grid.Cell, len(words))
		for i, word := range words {
			cells[i] = grid.Cell{Col: i + 1, Value: cell.Value{Kind: cell.Text, Text: word}}
		}
		g.Rows = append(g.Rows, grid.Row{Number: r + 1, Cells: cells})
	}
	return bifftest.File(&grid.Book{Sheets: []*grid.Grid{g}})
}
