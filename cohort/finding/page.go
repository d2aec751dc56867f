package finding

import (
	_ "embed"
	"fmt"
	"html/template"
	"io"
)

// pageRow is one finding as the page shows it.
type pageRow struct {
	Number                                 int
	Class, Word, Record, Date, Where, Code string
	Column, Value, Message, Fix            string
	Related                                []string
}

// WriteHTML prints the findings, errors first and each kind in the order given, as one
// self-contained page: no script, no outside address, readable in grey, on paper and on a narrow
// screen.
func WriteHTML(w io.Writer, fs []Finding, lang Lang) error {
	errors, warnings, _ := Counts(fs)
	data := struct {
		Lang                           Lang
		Title, Summary, Clean, Meaning string
		Comma                          string
		Head                           map[string]string
		Rows                           []pageRow
	}{
		Lang: lang, Title: pageTitle.In(lang), Summary: Summary(fs).In(lang), Head: map[string]string{},
		Comma: comma.In(lang),
	}
	for key, text := range pageHead {
		data.Head[key] = text.In(lang)
	}
	if errors+warnings == 0 {
		data.Clean = Clean.In(lang)
	}
	if errors > 0 {
		data.Meaning = Error.Meaning().In(lang)
	}
	for i, f := range gravestFirst(fs) {
		data.Rows = append(data.Rows, toPageRow(i+1, f, lang))
	}
	if data.Lang != EN {
		data.Lang = JA
	}
	return page.Execute(w, data)
}

func toPageRow(number int, f Finding, lang Lang) pageRow {
	row := pageRow{
		Number: number, Class: f.Severity.String(), Word: f.Severity.Word().In(lang),
		Record: f.Record, Date: f.Date, Where: f.where(lang), Code: f.Code, Column: f.Column,
		Value: f.Value, Message: f.Message.In(lang), Fix: f.Fix.In(lang),
	}
	for i, p := range f.Related {
		if i == mostRelated {
			more := len(f.Related) - mostRelated
			row.Related = append(row.Related, Text{fmt.Sprintf("ほか%dか所", more), fmt.Sprintf("%d more", more)}.In(lang))
			break
		}
		row.Related = append(row.Related, f.near(p))
	}
	return row
}

var pageTitle = Text{"台帳の点検結果", "Findings in the ledger"}

var pageHead = map[string]Text{
	"number":  {"番号", "No."},
	"kind":    {"種類", "Kind"},
	"record":  {"記録", "Record"},
	"date":    {"日付", "Date"},
	"message": {"内容と直し方", "What and how to fix"},
	"value":   {"書いてある値", "Value as typed"},
	"where":   {"場所", "Place"},
	"code":    {"コード", "Code"},
	"related": {"関係するセル: ", "Related: "},
}

//go:embed page.tmpl
var pageTemplate string

// page is the template of the findings. A line break beside the dash of an action is for whoever
// reads the template; the dash takes it out of the page.
var page = template.Must(template.New("page").Parse(pageTemplate))
