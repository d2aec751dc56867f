package blank

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"

	"pilot90/cohort/schema"
	"pilot90/cohort/sheet/grid"
)

// yesWord and noWord are what the drop-down of a yes/no column offers.
const yesWord, noWord = "○", "×"

// Bounds of what may be typed; Excel counts days from 1900.
const (
	firstDay, lastDay   = 36526, 73050 // 2000-01-01, 2099-12-31
	firstYear, lastYear = 1900, 2100
	mostYen             = 1e12
	mostHours           = 24 // what one row is about lasts a day at most
)

// scores are the columns of numbers with two ends.
var scores = map[schema.Key]map[string][2]int{
	schema.Surveys: {"score": {1, 5}},
}

// validation makes the drop-down or rule of column i of the table, with what the cell says when
// it is chosen and when the value does not fit. Columns of free text have the hint only.
func validation(t *schema.Table, i int) *excelize.DataValidation {
	c := &t.Columns[i]
	v := excelize.NewDataValidation(true)
	letter := grid.ColumnName(i + 1)
	v.SetSqref(fmt.Sprintf("%s2:%s%d", letter, letter, lastRow))
	title, hint := hintOf(t, c)
	v.SetInput(title, hint)
	switch {
	case c.Kind == schema.IDKind && i == 0:
		only(v, fmt.Sprintf("SUMPRODUCT(--EXACT($%[1]s$2:$%[1]s$%[2]d,%[1]s2))=1", letter, lastRow))
		word := idWord(c)
		v.SetError(excelize.DataValidationErrorStyleStop, "同じ"+word+"があります", "この列の"+word+"は1つずつ違うものにしてください。")
	case c.Kind == schema.IDKind:
		home := cmp.Or(c.Refers, c.Key)
		v.SetSqrefDropList(idRange(home))
		v.SetError(excelize.DataValidationErrorStyleWarning, "一覧にない"+idWord(c)+"です",
			"先に「"+homeOf(home).Sheet.JA+"」のシートに書いてください。あとで書くときは「はい」を選びます。")
	default:
		valueRule(v, t, c)
	}
	return v
}

// idWord is what a column of ids holds: names in the simple form.
func idWord(c *schema.Column) string {
	if strings.HasSuffix(c.Heading.JA, "ID") {
		return "ID"
	}
	return "名前"
}

// valueRule sets the rule of a column that holds values of its own.
func valueRule(v *excelize.DataValidation, t *schema.Table, c *schema.Column) {
	stop := func(title, message string) { v.SetError(excelize.DataValidationErrorStyleStop, title, message) }
	switch c.Kind {
	case schema.DateKind:
		between(v, firstDay, lastDay, excelize.DataValidationTypeDate)
		stop("日付を書いてください", "2025/6/2 や R7.6.2 のように、年から書いてください。まだ決まっていないときは空欄にします。")
	case schema.MonthKind:
		between(v, firstDay, lastDay, excelize.DataValidationTypeDate)
		stop("年月を書いてください", "2025/7 のように、年から書いてください。")
	case schema.YearKind:
		between(v, firstYear, lastYear, excelize.DataValidationTypeWhole)
		stop("西暦の年を書いてください", "1985 のように、西暦4けたで書いてください。")
	case schema.AmountKind:
		between(v, lowest(c, mostYen), mostYen, excelize.DataValidationTypeDecimal)
		stop("金額を数字で書いてください", "30000 のように、円を数字だけで書いてください。")
	case schema.HoursKind:
		between(v, 0, mostHours, excelize.DataValidationTypeDecimal)
		stop("時間を数字で書いてください", "1時間30分は 1.5 または 1:30 と書きます。1行に書けるのは24時間までです。")
	case schema.NumberKind:
		low, high := lowest(c, mostYen), mostYen
		message := "数字だけで書いてください。"
		if ends, ok := scores[t.Key][c.Key]; ok {
			low, high = float64(ends[0]), float64(ends[1])
			message = fmt.Sprintf("%d から %d までの数字で書いてください。", ends[0], ends[1])
		}
		between(v, low, high, excelize.DataValidationTypeDecimal)
		stop("数字を書いてください", message)
	default:
		wordRule(v, c)
	}
}

// wordRule sets the drop-down of a column that holds words. Where more than one word, or a
// number, may stand, the list only helps and refuses nothing.
func wordRule(v *excelize.DataValidation, c *schema.Column) {
	words := offered(c)
	if len(words) == 0 {
		return
	}
	v.Type, v.Formula1 = "list", `"`+strings.Join(words, ",")+`"`
	if c.Kind != schema.ListKind && c.Kind != schema.CountKind {
		v.SetError(excelize.DataValidationErrorStyleStop, "一覧から選んでください", strings.Join(words, "・")+" のどれかを選んでください。")
	}
}

// offered lists the words of a column's drop-down.
func offered(c *schema.Column) []string {
	switch c.Kind {
	case schema.YesNoKind:
		return []string{yesWord, noWord}
	case schema.CountKind:
		return []string{yesWord, noWord, "1", "2", "3"}
	case schema.DecadeKind:
		var bands []string
		for age := 10; age <= 90; age += 10 {
			bands = append(bands, fmt.Sprintf("%d代", age))
		}
		return bands
	}
	var words []string
	for _, choice := range c.Choices {
		words = append(words, choice.Heading.JA)
	}
	return words
}

// only sets a rule that is a formula.
func only(v *excelize.DataValidation, formula string) { v.Type, v.Formula1 = "custom", formula }

// between sets a rule with two ends, both included.
func between(v *excelize.DataValidation, low, high float64, kind excelize.DataValidationType) {
	// SetRange refuses only values of other types than these.
	_ = v.SetRange(fmt.Sprintf("%.0f", low), fmt.Sprintf("%.0f", high), kind, excelize.DataValidationOperatorBetween)
}

func lowest(c *schema.Column, most float64) float64 {
	if c.Negative {
		return -most
	}
	return 0
}

// homeOf returns the table in which an id is given out: the one whose first column it is.
func homeOf(key string) *schema.Table {
	for _, t := range schema.Tables() {
		if t.Columns[0].Key == key {
			return schema.ByKey(t.Key)
		}
	}
	return nil
}

// idRange is the part of the home sheet's id column that is filled in; one cell when none is.
func idRange(key string) string {
	name := homeOf(key).Sheet.JA
	return fmt.Sprintf("OFFSET(%[1]s!$A$2,0,0,MAX(1,COUNTA(%[1]s!$A$2:$A$%[2]d)),1)", name, lastRow)
}
