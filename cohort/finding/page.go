package finding

import (
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"sync"

	"pilot90/cohort/lang"
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
func WriteHTML(w io.Writer, fs []Finding, l lang.Lang) error {
	errors, warnings, _ := Counts(fs)
	data := struct {
		Lang                           lang.Lang
		Title, Summary, Clean, Meaning string
		Comma                          string
		Head                           map[string]string
		Rows                           []pageRow
	}{
		Lang: l, Title: pageTitle.In(l), Summary: Summary(fs).In(l), Head: map[string]string{},
		Comma: comma.In(l),
	}
	for key, text := range pageHead {
		data.Head[key] = text.In(l)
	}
	if errors+warnings == 0 {
		data.Clean = Clean.In(l)
	}
	if errors > 0 {
		data.Meaning = Error.Meaning().In(l)
	}
	for i, f := range gravestFirst(fs) {
		data.Rows = append(data.Rows, toPageRow(i+1, f, l))
	}
	if data.Lang != lang.EN {
		data.Lang = lang.JA
	}
	return page().Execute(w, data)
}

func toPageRow(number int, f Finding, l lang.Lang) pageRow {
	row := pageRow{
		Number: number, Class: f.Severity.String(), Word: f.Severity.Word().In(l),
		Record: f.Record, Date: f.Date, Where: f.where(l), Code: f.Code, Column: f.Column,
		Value: f.Value, Message: f.Message.In(l), Fix: f.Fix.In(l),
	}
	for i, p := range f.Related {
		if i == mostRelated {
			more := len(f.Related) - mostRelated
			row.Related = append(row.Related, lang.Text{JA: fmt.Sprintf("ほか%dか所", more), EN: fmt.Sprintf("%d more", more)}.In(l))
			break
		}
		row.Related = append(row.Related, f.near(p))
	}
	return row
}

var pageTitle = lang.Text{JA: "台帳の点検結果", EN: "Findings in the ledger"}

var pageHead = map[string]lang.Text{
	"number":  {JA: "番号", EN: "No."},
	"kind":    {JA: "種類", EN: "Kind"},
	"record":  {JA: "記録", EN: "Record"},
	"date":    {JA: "日付", EN: "Date"},
	"message": {JA: "内容と直し方", EN: "What and how to fix"},
	"value":   {JA: "書いてある値", EN: "Value as typed"},
	"where":   {JA: "場所", EN: "Place"},
	"code":    {JA: "コード", EN: "Code"},
	"related": {JA: "関係するセル: ", EN: "Related: "},
}

//go:embed page.tmpl
var pageTemplate string

// page is the template of the findings. A line break beside the dash of an action is for whoever
// reads the template; the dash takes it out of the page.
var page = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("page").Parse(pageTemplate))
})
