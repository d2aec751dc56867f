package main

import (
	"fmt"
	"strings"
)

// obeyed is what terminals and pages obey: an escape, a link, a turn of direction, a bell, markup, a formula.
const obeyed = "\x1b[2J\x1b]8;;http://a.example/\x07\u202e\u2066\u200b<script>alert(1)</script>=HYPERLINK(\"x\")"

const csvHead = "作業日,参加者ID,案件ID,時間,報酬\r\n"

// texts are separated texts, settings and plans.
var texts = []maker{
	{"a long line", func(c *hostileCase) error {
		return c.put("作業ログ.csv", []byte(csvHead+strings.Repeat("x", 40<<20)))
	}},
	{"quotes that do not end", func(c *hostileCase) error {
		return c.put("作業ログ.csv", []byte(csvHead+times(c.size(100_000), "\"2025-09-01,P0001,A0001,2,\"\"%d\r\n")))
	}},
	{"nothing but commas", func(c *hostileCase) error {
		return c.put("作業ログ.csv", []byte(csvHead+strings.Repeat(strings.Repeat(",", 20_000)+"\r\n", 1+c.rand.IntN(200))))
	}},
	{"bytes of no encoding", func(c *hostileCase) error {
		noise := make([]byte, c.size(2<<20))
		for i := range noise {
			noise[i] = byte(c.rand.Uint32())
		}
		return c.put(c.name("作業ログ")+[]string{".csv", ".xls", ".xlsx", ".ods", ".tsv"}[c.rand.IntN(5)], noise)
	}},
	{"what terminals obey", func(c *hostileCase) error {
		return c.put("作業ログ.csv", []byte(csvHead+times(200, "2025-09-01,\""+strings.ReplaceAll(obeyed, `"`, `""`)+
			"\",A0001,%d,100\r\n")))
	}},
	{"an .ods that repeats itself", func(c *hostileCase) error {
		urn := `"urn:oasis:names:tc:opendocument:xmlns:`
		return c.put("作業ログ.ods", packed([]part{{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
			{"content.xml", `<office:document-content xmlns:office=` + urn + `office:1.0" xmlns:table=` + urn +
				`table:1.0" xmlns:text=` + urn + `text:1.0"><office:body><office:spreadsheet><table:table table:name="作業ログ">` +
				fmt.Sprintf(`<table:table-row table:number-rows-repeated="%d">`, 1+c.rand.IntN(1<<30)) +
				fmt.Sprintf(`<table:table-cell table:number-columns-repeated="%d" office:value-type="string">`,
					1+c.rand.IntN(1<<20)) +
				`<text:p>` + strings.Repeat(`<text:s text:c="999999"/>`, 50) + `作業日</text:p></table:table-cell>` +
				`</table:table-row></table:table></office:spreadsheet></office:body></office:document-content>`}}))
	}},
	{"an .xls of a ring of sectors", func(c *hostileCase) error {
		file := append([]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), make([]byte, 64<<10)...)
		for range 2000 {
			file[8+c.rand.IntN(len(file)-8)] = byte(c.rand.IntN(4))
		}
		return c.put("作業ログ.xls", file)
	}},
}
