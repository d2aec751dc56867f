package main

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"strings"
)

// settings are a pilot.toml and a reading.toml that do harm.
var settings = []maker{
	{"settings of dots", func(c *hostileCase) error {
		return c.put("pilot.toml", []byte("a"+strings.Repeat(".a", c.size(60_000))+" = 1\n"))
	}},
	{"settings of brackets", func(c *hostileCase) error {
		return c.put("pilot.toml", []byte("a = "+strings.Repeat("[", c.size(200_000))))
	}},
	{"large settings", func(c *hostileCase) error {
		return c.put("pilot.toml", []byte("[program]\nname = \"x\"\n"+times(c.size(300_000), "a%d = 1\n")))
	}},
	{"settings that terminals obey", func(c *hostileCase) error {
		return c.put("pilot.toml", fmt.Appendf(nil, "[program]\nname = %q\n\"%s\" = 1\n", "\u202e\u2066悪", "悪\u202e"))
	}},
	{"reading.toml of dots", func(c *hostileCase) error {
		text := times(2000, "[[sheet]]\nfile = \"a%d\"\n") + "b" + strings.Repeat(".b", 30_000) + " = 1"
		return c.put("reading.toml", []byte(text))
	}},
	{"globs that branch", func(c *hostileCase) error {
		return c.append("pilot.toml", "[ledger]\nfiles = [\"台帳.xlsx\", "+strings.Repeat(`"`+strings.Repeat("*a", 40)+
			`*b", `, 300)+
			`"../../../../*/*/*.csv", "/etc/*", "**/**/**/**"]`+"\n")
	}},
	{"targets, grants and tables by the thousand", func(c *hostileCase) error {
		n := c.size(4000)
		return c.append("pilot.toml", times(n, "[targets.%d]\nretention_ratio = 1e308\n")+
			times(n, "[[grant]]\nname = \"g%d\"\n[[grant.kpi]]\nfigure = \"first_income_residents\"\n"+
				"title = \"x\"\nunit = \"人\"\n"+
				"baseline = -1e308\nincrements = { 2025 = 1e308, 9999 = inf }\ntarget_year = 9999\ntarget_month = 12\n")+
			times(n, "[[table]]\nkey = \"tasks\"\nfiles = [\"*%d*\"]\nsheet = \"*\"\n"))
	}},
	{"a period of ten thousand years", func(c *hostileCase) error {
		return c.edit("pilot.toml", "fiscal_year = \"令和7年度\"", []string{
			"from = \"0001-01-01\"\nto = \"9999-12-31\"", "as_of = \"9999-12-31\"", "fiscal_year = 9999",
			"from = 1900-01-01\nto = 2100-12-31\nas_of = 2100-12-31", "as_of = \"0001-01-01\"",
		}[c.rand.IntN(5)])
	}},
	{"numbers beyond all in the settings", func(c *hostileCase) error {
		n := []string{"9223372036854775807", "-9223372036854775808", "1e308", "nan", "inf", "0", "1e-308"}[c.rand.IntN(7)]
		return c.append("pilot.toml", strings.ReplaceAll("[cycle]\ntraining = N\nojt = N\n"+
			"retention = N\n[rule]\ncandidates = N\n"+
			"hours = N\n[settings]\ninactive_after_days = N\nrenewal_gap_days = N\n[privacy]\nk = { public = N, council = N }\n"+
			"[thresholds]\nrework = N\nstaff_week_hours = N\n", "N", n))
	}},
	{"cohorts and words by the thousand", func(c *hostileCase) error {
		return c.append("pilot.toml", times(c.size(5000), "[cohort.\"第%d期\"]\nstart = \"2025-04-01\"\n")+
			"[words.council]\ntitle = \""+strings.Repeat("長い題", c.size(100_000))+"\"\n")
	}},
	{"a picture of 30,000 × 30,000", func(c *hostileCase) error {
		return c.logo(append([]byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x75\x30"+
			"\x00\x00\x75\x30\x08\x06\x00\x00\x00"),
			bytes.Repeat([]byte{0}, 4096)...), "")
	}},
	{"a logo that is no picture", func(c *hostileCase) error {
		to := []string{"/dev/zero", "../../../../../../etc/passwd", "logo.png", "."}[c.rand.IntN(4)]
		return c.logo(nil, to)
	}},
	{"a logo of many pixels", func(c *hostileCase) error { return c.logo(giant(c.size(30_000)), "") }},
	{"a logo that lies", func(c *hostileCase) error {
		data := giant(64)
		binary.BigEndian.PutUint32(data[16:], uint32(c.rand.IntN(1<<31)))
		binary.BigEndian.PutUint32(data[20:], uint32(c.rand.IntN(1<<31)))
		binary.BigEndian.PutUint32(data[29:], crc32.ChecksumIEEE(data[12:29]))
		return c.logo(data, "")
	}},
	{"a logo damaged", func(c *hostileCase) error { return c.logo(c.flip(giant(64)), "") }},
}

// append writes behind a file of the ledger.
func (c *hostileCase) append(name, text string) error {
	return c.spoil(name, func(b []byte) []byte { return append(bytes.TrimRight(b, "\n"), "\n"+text...) })
}

// edit puts one text of a file in place of another, which must be there.
func (c *hostileCase) edit(name, old, text string) error {
	data, err := os.ReadFile(filepath.Join(c.dir, name))
	if err == nil && !bytes.Contains(data, []byte(old)) {
		err = fmt.Errorf("%s has no %q", name, old)
	}
	if err != nil {
		return err
	}
	return c.put(name, bytes.Replace(data, []byte(old), []byte(text), 1))
}

// logo makes the settings name a logo, with these bytes or as a link to a place.
func (c *hostileCase) logo(data []byte, to string) error {
	name := "logo.png"
	var err error
	if to == "" {
		err = c.put(name, data)
	} else if err = c.link(to, name); err == nil && c.rand.IntN(2) == 0 {
		name = to
	}
	if err != nil {
		return err
	}
	return c.edit("pilot.toml", "model =", fmt.Sprintf("logo = %q\nmodel =", name))
}

// giant is a picture of n × n pixels of one colour, as small as it can be packed.
func giant(n int) []byte {
	if n > 4000 { // its rows are written by hand: all zeros, which pack to a thousandth
		return blank(n)
	}
	picture := image.NewPaletted(image.Rect(0, 0, n, n), color.Palette{color.White, color.Black})
	var file bytes.Buffer
	if err := png.Encode(&file, picture); err != nil {
		panic(err) // writing to memory does not fail
	}
	return file.Bytes()
}

// blank is a grey picture of n × n pixels, one bit each, all zero.
func blank(n int) []byte {
	var file, rows bytes.Buffer
	file.WriteString("\x89PNG\r\n\x1a\n")
	chunk := func(kind string, data []byte) {
		body := append([]byte(kind), data...)
		binary.Write(&file, binary.BigEndian, uint32(len(data))) // to memory
		file.Write(body)
		binary.Write(&file, binary.BigEndian, crc32.ChecksumIEEE(body))
	}
	head := binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(nil, uint32(n)), uint32(n))
	chunk("IHDR", append(head, 1, 0, 0, 0, 0))
	z := zlib.NewWriter(&rows)
	row := make([]byte, 1+(n+7)/8)
	for range n {
		z.Write(row)
	}
	z.Close()
	chunk("IDAT", rows.Bytes())
	chunk("IEND", nil)
	return file.Bytes()
}
