package main

import (
	"errors"
	"fmt"
	"strings"
)

// rowsOf puts a table beside the sound workbook: its headings, and up to so many lines made of their numbers.
func rowsOf(kind, file, headings string, most int, line func(c *hostileCase, n int) string) maker {
	return maker{kind, func(c *hostileCase) error {
		var b strings.Builder
		b.WriteString(headings + "\r\n")
		for n := range c.size(most) {
			b.WriteString(line(c, n) + "\r\n")
		}
		return c.put(file, []byte(b.String()))
	}}
}

// marks are characters that take no room, stand upon others, or turn the direction.
var marks = []string{"\u0301", "\u200b", "\u202e", "\u200d", "\ufe0f", "\U000e0041", "\u2066", "\u3099"}

// tables are those beside the log, by the ten thousand: what is asked of each row must not be asked of all others.
var tables = []maker{
	rowsOf("trainings by the ten thousand", "研修.csv", "日付,参加者ID,講座名,時間,修了", 30_000, func(c *hostileCase, n int) string {
		return fmt.Sprintf("2025-%02d-01,P%04d,講座%d,2,はい", 1+n%12, 1+n%9, n)
	}),
	rowsOf("clients by the ten thousand", "発注者.csv", "発注者ID,名称,所在,区分", 20_000, func(c *hostileCase, n int) string {
		return fmt.Sprintf("K%05d,株式会社緑野%d,域内,企業", n, n)
	}),
	rowsOf("payments by the ten thousand", "支払.csv", "支払日,参加者ID,対象月,支払額,案件ID", 30_000, func(c *hostileCase, n int) string {
		return fmt.Sprintf("2025-10-%02d,P%04d,2025-09,%d,A%04d", 1+n%28, 1+n%9000, n, n)
	}),
	rowsOf("invoices by the ten thousand", "請求.csv", "請求日,請求月,案件ID,請求額,入金日", 30_000, func(c *hostileCase, n int) string {
		return fmt.Sprintf("2025-%02d-20,2025-%02d,A%04d,%d,", 1+n%12, 1+n%12, n%9000, n)
	}),
	rowsOf("support by the ten thousand", "伴走記録.csv", "日付,担当,参加者ID,時間,役割", 30_000, func(c *hostileCase, n int) string {
		return fmt.Sprintf("2025-%02d-%02d,担当%d,P%04d,1,伴走", 1+n%12, 1+n%28, n, 1+n%9)
	}),
	rowsOf("answers by the ten thousand", "満足度.csv", "日付,回答者区分,点数", 50_000, func(c *hostileCase, n int) string {
		return fmt.Sprintf("2025-%02d-01,%s,%d", 1+n%12, []string{"ワーカー", "発注者", "学生"}[n%3], 1+n%5)
	}),
	rowsOf("items of a budget by the ten thousand", "予算.csv", "費目,区分,財源,予算額,執行額,日付,年度", 30_000,
		func(c *hostileCase, n int) string {
			return fmt.Sprintf("費目%d,その他,交付金%d,%d,%d,2025-09-01,2025", n, n, n, n)
		}),
	rowsOf("metrics by the ten thousand", "実績値.csv", "年月日,指標,値", 30_000, func(c *hostileCase, n int) string {
		return fmt.Sprintf("2025-%02d-01,指標%d,1e%d", 1+n%12, n, n%300)
	}),
	rowsOf("terms of one contract by the ten thousand", "案件.csv", "案件ID,案件名,発注者ID,種別,開始日,終了日,月額", 20_000,
		func(c *hostileCase, n int) string {
			return fmt.Sprintf("B%05d,入力 第%d期,K1,定期,%04d-%02d-%02d,%04d-%02d-28,100", n, n, 1900+n%200, 1+n%12, 1+n%28,
				1900+n%200, 1+n%12)
		}),
	rowsOf("renewals of renewals", "案件.csv", "案件ID,案件名,発注者ID,種別,開始日,終了日,月額,更新元案件ID", 20_000,
		func(c *hostileCase, n int) string {
			return fmt.Sprintf("B%05d,案件%d号,K1,定期,2025-04-01,2025-05-01,100,B%05d", n, n, max(0, n-1))
		}),
	rowsOf("contracts of endless titles", "案件.csv", "案件ID,案件名,発注者ID,種別,開始日,終了日,月額", 200,
		func(c *hostileCase, n int) string {
			return fmt.Sprintf("B%05d,%s,K1,定期,2025-04-01,2025-05-01,100", n, strings.Repeat("1-", 12_000))
		}),
	rowsOf("persons of one name", "参加者.csv", "氏名,開始日,期", 20_000, func(c *hostileCase, n int) string {
		return fmt.Sprintf("山田 花子,2025-05-%02d,第%d期", 1+n%28, n%3)
	}),
	rowsOf("persons with faults in every cell", "参加者.csv", "参加者ID,氏名,開始日,期,性別,年代,登録日,離脱日", 20_000,
		func(c *hostileCase, n int) string { return fmt.Sprintf("Q%05d,名%d,x,第%d期,x,x,x,x", n, n, n) }),
	rowsOf("names of marks", "参加者.csv", "参加者ID,氏名,開始日,期", 30, func(c *hostileCase, n int) string {
		mark := marks[n%len(marks)]
		return fmt.Sprintf("Q%05d,か%s,2025-05-01,期%s", n, strings.Repeat(mark, 9000), strings.Repeat(mark, 3000))
	}),
	{"every table by the thousand, with links that branch", func(c *hostileCase) error {
		var err error
		for n := range c.size(400) {
			err = errors.Join(err, c.link(".", fmt.Sprintf("l%d", n)))
		}
		return errors.Join(err, c.append("pilot.toml", "[ledger]\nfiles = [\"台帳.xlsx\", \"*/*/*/*.csv\"]\n"))
	}},
	{"a log of names that are no text", func(c *hostileCase) error {
		return c.put("作業\n\xff\xfeログ\t.csv", []byte(csvHead+"2025-09-01,P0001,A0001,99999:59,-0\r\n"))
	}},
	{"a form that has one text in all cells", func(c *hostileCase) error {
		return c.form(workbook([]string{worksheet(times(c.size(3000), `<row r="%d">`+
			strings.Repeat(`<c t="s"><v>0</v></c>`, 100)+`</row>`), "")},
			part{"xl/sharedStrings.xml", `<sst xmlns="` + mainNS +
				`"><si><t>` + strings.Repeat("長", 30_000) + `{{first_income_residents.value}}</t></si></sst>`}))
	}},
	made("one long text in all cells", func(c *hostileCase) []byte {
		cells := strings.Repeat(`<c t="s"><v>0</v></c>`, 5)
		return workbook([]string{worksheet(head+times(c.size(60_000), `<row r="%d">`+cells+`</row>`), "")},
			part{"xl/sharedStrings.xml", `<sst xmlns="` + mainNS + `"><si><t>` + strings.Repeat("長", 32_000) +
				`</t></si></sst>`})
	}),
}
