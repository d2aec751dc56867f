package main

import (
	"bytes"
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
	{"a plan of dots", func(c *hostileCase) error {
		return c.plan("a" + strings.Repeat(".a", c.size(60_000)) + " = 1\n")
	}},
	{"a deep plan", func(c *hostileCase) error {
		return c.plan("edition = \"x\"\na = " + strings.Repeat("[", 100_000) + strings.Repeat("]", 100_000))
	}},
	{"a plan of many blocks", func(c *hostileCase) error {
		return c.plan("edition = \"x\"\nprofile = \"hub\"\n[[page]]\n" +
			times(c.size(60_000), "[[page.block]]\nkind = \"k%d\"\n"))
	}},
	{"a form that is none", func(c *hostileCase) error {
		c.extra = []string{"--form", c.dir + "/form.xlsx"}
		return c.put("form.xlsx", workbook([]string{worksheet(times(c.size(20_000),
			`<row r="%d">`+inline("A%d", "{{first_income_residents.value}}")+`</row>`), "")}))
	}},
	{"a picture of 30,000 × 30,000", func(c *hostileCase) error {
		c.extra = []string{"--plan", c.dir + "/plan.txt"}
		picture := append([]byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x75\x30\x00\x00\x75\x30\x08\x06\x00\x00\x00"),
			bytes.Repeat([]byte{0}, 4096)...)
		if err := c.put("logo.png", picture); err != nil {
			return err
		}
		return c.plan("edition = \"x\"\nprofile = \"hub\"\nlogo = \"logo.png\"\n")
	}},
	{"editions of deep JSON", func(c *hostileCase) error { return c.edition(strings.Repeat("[", c.size(5_000_000))) }},
	{"editions of large JSON", func(c *hostileCase) error {
		return c.edition(`{"schema":"pilot90/figures/1","figures":[` + times(c.size(300_000), `{"id":"a%d"},`) + `{}]}`)
	}},
}

// plan makes report use a plan.
func (c *hostileCase) plan(text string) error {
	c.extra = []string{"--plan", c.dir + "/plan.txt"}
	return c.put("plan.txt", []byte(text))
}
