package main

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
)

// damages spoil a sound workbook, its parts, or the settings, at places drawn by the number of the case.
var damages = []maker{
	{"cut off", func(c *hostileCase) error {
		return c.spoil("台帳.xlsx", func(b []byte) []byte { return b[:c.rand.IntN(len(b))] })
	}},
	{"bits flipped", func(c *hostileCase) error { return c.spoil("台帳.xlsx", c.flip) }},
	{"a part with bits flipped", func(c *hostileCase) error { return c.spoilPart(c.flip) }},
	{"a part cut off", func(c *hostileCase) error {
		return c.spoilPart(func(b []byte) []byte { return b[:c.rand.IntN(len(b)+1)] })
	}},
	{"a part with a piece twice", func(c *hostileCase) error {
		return c.spoilPart(func(b []byte) []byte {
			from, to := c.span(len(b))
			return bytes.Join([][]byte{b[:to], b[from:to], b[to:]}, nil)
		})
	}},
	{"numbers changed", func(c *hostileCase) error { return c.spoilPart(c.renumber) }},
	{"settings spoilt", func(c *hostileCase) error { return c.spoil("pilot.toml", c.flip) }},
	{"settings with a piece twice", func(c *hostileCase) error {
		return c.spoil("pilot.toml", func(b []byte) []byte {
			from, to := c.span(len(b))
			return append(b, b[from:to]...)
		})
	}},
}

// spoil changes a file of the ledger.
func (c *hostileCase) spoil(name string, change func([]byte) []byte) error {
	data, err := os.ReadFile(filepath.Join(c.dir, name))
	if err != nil {
		return err
	}
	return c.put(name, change(data))
}

// flip changes some bits.
func (c *hostileCase) flip(b []byte) []byte {
	b = bytes.Clone(b)
	for range 1 + c.rand.IntN(20) {
		if len(b) > 0 {
			b[c.rand.IntN(len(b))] ^= 1 << c.rand.IntN(8)
		}
	}
	return b
}

// span is a piece of so many bytes.
func (c *hostileCase) span(n int) (from, to int) {
	from = c.rand.IntN(n + 1)
	return from, from + c.rand.IntN(n-from+1)
}

// numbers are what is put in place of numbers.
var numbers = []string{"-1", "0", "4294967296", "99999999999999999999", "1e308", "-1e-320", "NaN", "1048577", "2958466",
	"０", "1.7976931348623157e308", strings.Repeat("9", 5000), ""}

// renumber puts other numbers in place of some.
func (c *hostileCase) renumber(b []byte) []byte {
	for range 1 + c.rand.IntN(8) {
		at := bytes.IndexAny(b[c.rand.IntN(len(b)+1):], "0123456789")
		if at < 0 {
			continue
		}
		end := at
		for end < len(b) && '0' <= b[end] && b[end] <= '9' {
			end++
		}
		b = bytes.Join([][]byte{b[:at], []byte(numbers[c.rand.IntN(len(numbers))]), b[end:]}, nil)
	}
	return b
}

// spoilPart changes one part of the workbook.
func (c *hostileCase) spoilPart(change func([]byte) []byte) error {
	z, err := zip.OpenReader(c.book())
	if err != nil {
		return err
	}
	defer z.Close()
	chosen := c.rand.IntN(len(z.File))
	var parts []part
	for i, f := range z.File {
		r, err := f.Open()
		if err != nil {
			return err
		}
		data, err := io.ReadAll(r)
		if err != nil {
			return err
		}
		if i == chosen {
			data = change(data)
		}
		parts = append(parts, part{f.Name, string(data)})
	}
	return c.put("台帳.xlsx", packed(parts))
}

// part is one of a zip archive.
type part struct{ name, text string }

// packed is an archive of the parts, in their order; two may have one name.
func packed(parts []part) []byte {
	var file bytes.Buffer
	z := zip.NewWriter(&file)
	for _, p := range parts {
		w, err := z.Create(p.name)
		if err == nil {
			_, err = io.WriteString(w, p.text)
		}
		if err != nil { // writing to memory does not fail
			panic(err)
		}
	}
	if err := z.Close(); err != nil {
		panic(err)
	}
	return file.Bytes()
}
