package main

import (
	"fmt"
	"strings"
)

// logText puts a work log beside the sound workbook: the heading and n lines, each made of its number.
func logText(kind string, most int, line func(c *hostileCase, n int) string) maker {
	return maker{kind, func(c *hostileCase) error {
		var b strings.Builder
		b.WriteString(csvHead)
		for n := range c.size(most) {
			b.WriteString(line(c, n))
			b.WriteString("\r\n")
		}
		return c.put("作業ログ.csv", []byte(b.String()))
	}}
}

// odd are cells that no column takes, or that take long to be told.
var odd = []string{"1e999999999", "0x1p-99999", strings.Repeat("一億", 30), "令和99999年13月32日", "9999-12-31", "0001-01-01",
	"99:99:99", "-0", "∞", "NaN", "１２３４５６７８９０１２３４５６７８９０", "25:61", "=HYPERLINK(\"\"http://a.example\"\")",
	"+cmd|'/C calc'!A0", "@SUM(1)", strings.Repeat("9", 400), "〃", "同上", "2025/2/30", "R7.2.30", strings.Repeat("無", 200),
	"2 時間 と " + strings.Repeat("1 分 ", 50)}

// logs are tables whose rows are well formed, and whose values do harm.
var logs = []maker{
	logText("ids nearly alike", 20_000, func(c *hostileCase, n int) string {
		return fmt.Sprintf("2025-09-01,P%05d,A%05d,2,2400", n, n)
	}),
	logText("ids of long texts", 3000, func(c *hostileCase, n int) string {
		return fmt.Sprintf("2025-09-01,%s%d,%[1]s%[2]d,2,2400", strings.Repeat("緑野", 300), n)
	}),
	logText("absurd days, numbers and hours", 30_000, func(c *hostileCase, n int) string {
		return odd[c.rand.IntN(len(odd))] + ",P0001,A0001," + odd[c.rand.IntN(len(odd))] + "," + odd[c.rand.IntN(len(odd))]
	}),
	logText("days of all years", 30_000, func(c *hostileCase, n int) string {
		return fmt.Sprintf("%04d-%02d-%02d,P0001,A0001,2,2400", n%10_000, 1+n%12, 1+n%28)
	}),
	logText("rows all alike", 60_000, func(*hostileCase, int) string { return "2025-09-01,P0001,A0001,2,2400" }),
	logText("a fault in every cell", 100_000, func(*hostileCase, int) string { return "x,x,x,x,x" }),
	logText("amounts that overflow", 30_000, func(c *hostileCase, n int) string {
		return fmt.Sprintf("2025-09-01,P0001,A0001,23,%d", uint64(1)<<(n%64))
	}),
	logText("headings over and over", 20_000, func(c *hostileCase, n int) string {
		if n%2 == 0 {
			return strings.TrimSpace(csvHead)
		}
		return "2025-09-01,P0001,A0001,2,2400"
	}),
	logText("months as blocks", 5000, func(c *hostileCase, n int) string {
		return fmt.Sprintf("%d年%d月分,,,,\r\n合計,,,%d,\r\n,,,,", 2000+n/12, 1+n%12, n)
	}),
	{"participants by the ten thousand", func(c *hostileCase) error {
		var b strings.Builder
		b.WriteString("参加者ID,氏名,担当,開始日,期,性別,市町村\r\n")
		for n := range c.size(10_000) {
			fmt.Fprintf(&b, "Q%05d,氏名%d,担当%d,2025-05-0%d,第%d期,女,町%d\r\n", n, n, n, 1+n%9, n, n)
		}
		return c.put("参加者.csv", []byte(b.String()))
	}},
	{"contracts by the ten thousand", func(c *hostileCase) error {
		var b strings.Builder
		b.WriteString("案件ID,案件名,発注者ID,種別,開始日,終了日,月額\r\n")
		for n := range c.size(20_000) {
			fmt.Fprintf(&b, "B%05d,案件%d,K%d,定期,%04d-01-01,9999-12-31,%d\r\n", n, n, n, 1900+n%200, n)
		}
		return c.put("案件.csv", []byte(b.String()))
	}},
	{"every heading in every cell", func(c *hostileCase) error {
		words := strings.Split("作業日,参加者ID,案件ID,時間,報酬,氏名,開始日,終了日,月額,種別,支払日,市町村,性別,年齢,備考,合計", ",")
		var b strings.Builder
		for range c.size(120) {
			for range c.size(300) {
				b.WriteString(words[c.rand.IntN(len(words))] + ",")
			}
			b.WriteString("\r\n")
		}
		return c.put("作業ログ.csv", []byte(b.String()))
	}},
	{"a matrix of 31 days and thousands of people", func(c *hostileCase) error {
		var b strings.Builder
		b.WriteString("2025年9月 勤務表\r\n氏名")
		for d := range 31 {
			fmt.Fprintf(&b, ",%d日", d+1)
		}
		b.WriteString("\r\n")
		for n := range c.size(10_000) {
			fmt.Fprintf(&b, "P%04d", n)
			for range 31 {
				b.WriteString(",8:60")
			}
			b.WriteString("\r\n")
		}
		return c.put("勤務表_9月.csv", []byte(b.String()))
	}},
}
