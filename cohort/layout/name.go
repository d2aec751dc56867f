package layout

import (
	"path"
	"slices"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"pilot90/cohort/lang"
	"pilot90/cohort/pattern"
	"pilot90/cohort/schema"
)

// periodInName is what monthly sheets and files add to a name: 2025年4月, R7.4, 4月分, 第1期, (1).
var periodInName = pattern.New(
	`((令和|平成)\s*(元|[0-9]+)|(^|[^a-z0-9])第?[rh]?[0-9]+|([0-9]))` +
		`(([./\-_]|年|年度)?[0-9]+)*(年度分?|年分?|月分|月度|月|日分|日$|期分?|回|週|号|版)?`)

// nameForm reduces a sheet or file name to what is compared.
func nameForm(s string) string {
	s = periodInName.ReplaceAllString(lang.Lower(s), "${4} ")
	whole, _, _ := headingForm(s)
	return whole
}

// sheetNames maps reduced sheet names to the tables they name.
var sheetNames = sync.OnceValue(func() map[string]schema.Key {
	names := map[string]schema.Key{}
	for _, t := range schema.Tables() {
		for _, word := range append([]string{string(t.Key), t.Sheet.JA, t.Sheet.EN}, t.Synonyms...) {
			names[nameForm(word)] = t.Key
		}
	}
	return names
})

// derivedName are words of sheets that are made from a table, not the table itself.
var derivedName = []string{"集計", "まとめ", "サマリ", "グラフ", "ピボット", "設定", "使い方", "使いかた", "説明", "凡例", "目次", "表紙", "選択肢",
	"リスト元", "月報", "summary", "pivot", "chart", "readme", "config"}

// exampleNames are the words of sheets that show how to fill in the others, or that are copied to
// make a new one. They count as a word of their own ("作業ログ（見本）") or at the end of a table's
// name ("作業ログの書き方"): 事例 and 見本市 are none.
var exampleNames = []string{"例", "記入例", "入力例", "記載例", "記入見本", "見本", "サンプル", "書き方", "書きかた", "記入方法", "入力方法", "記入要領",
	"ひな形", "ひながた", "ひな型", "雛形", "雛型", "テンプレート", "sample", "example", "template"}

// exampleOnly are words that say so only where they are the whole name: 作業ログ（原本） may be the log.
var exampleOnly = []string{"テスト", "test", "練習", "原本", "原紙"}

// nameMatch says which table a name names, and whether it is the whole name.
type nameMatch struct {
	Key   schema.Key
	whole bool
}

// TableNamed returns the table that a sheet's or a file's name names: by the whole name, or by
// the longest synonym within it when that is of one table only. No key: it says nothing.
func TableNamed(name string) nameMatch {
	form := nameForm(name)
	if key, ok := sheetNames()[form]; ok {
		return nameMatch{key, true}
	}
	if containsAny(form, derivedName...) {
		return nameMatch{}
	}
	best, longest, tied := schema.Key(""), 0, false
	for word, key := range sheetNames() {
		n := len([]rune(word))
		if n < 2 || !strings.Contains(form, word) || n < longest {
			continue
		}
		tied = n == longest && key != best || n == longest && tied
		best, longest = key, n
	}
	if tied || isASCII(form) && longest < 4 {
		return nameMatch{}
	}
	return nameMatch{Key: best}
}

func isASCII(s string) bool { return strings.IndexFunc(s, func(r rune) bool { return r > 126 }) < 0 }

// isExampleName reports a sheet that shows how to fill in the others.
func isExampleName(sheet string) bool {
	form := exampleForm(sheet)
	if containsAny(form, "記入例", "入力例", "記載例", "記入見本") || slices.Contains(exampleOnly, strings.TrimSuffix(form, "用")) {
		return true
	}
	return slices.ContainsFunc(strings.FieldsFunc(norm.NFKC.String(sheet), dividesName), isExampleWord)
}

// exampleForm is a name or a word of it without a number at its end.
func exampleForm(s string) string {
	whole, _, _ := headingForm(s)
	return strings.TrimRight(whole, "0123456789")
}

// isExampleWord reports one word of a name.
func isExampleWord(word string) bool {
	form := strings.TrimSuffix(exampleForm(word), "用")
	for _, example := range exampleNames {
		table, ok := strings.CutSuffix(form, example)
		if ok && (table == "" || sheetNames()[nameForm(strings.TrimSuffix(table, "の"))] != "") {
			return true
		}
	}
	return false
}

// dividesName reports what stands between the words of a name.
func dividesName(r rune) bool {
	return unicode.IsSpace(r) || strings.ContainsRune("()[]{}<>【】「」『』〔〕〈〉《》_-‐–—~・:;,、。/", r)
}

// FileTitle is a file's name without folder and extension.
func FileTitle(file string) string {
	base := path.Base(file)
	return strings.TrimSuffix(base, path.Ext(base))
}
