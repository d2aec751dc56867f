package finding

import (
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

var page = template.Must(template.New("page").Parse(`<!DOCTYPE html>
<html lang="{{.Lang}}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{{.Title}}</title>
<style>
:root { color-scheme: light dark; --ink: #1b1b1b; --paper: #fff; --line: #767676; --error: #ffd9d0; --warning: #fff1c2; --info: #e3eefb }
@media (prefers-color-scheme: dark) { :root { --ink: #f2f2f2; --paper: #161616; --line: #8c8c8c; --error: #5b1e12; --warning: #4a3a00; --info: #16304d } }
body { color: var(--ink); background: var(--paper); font-family: "BIZ UDPGothic", "Hiragino Sans", "Noto Sans JP", sans-serif; line-height: 1.6; margin: 1.5rem }
td { overflow-wrap: anywhere }
.short, .date, th { white-space: nowrap; overflow-wrap: normal }
.record { overflow-wrap: break-word }
table { border-collapse: collapse; width: 100% }
caption { text-align: start; font-weight: bold; padding-bottom: .5rem }
th, td { border: 1px solid var(--line); padding: .35rem .5rem; text-align: start; vertical-align: top }
.kind { white-space: nowrap; font-weight: bold }
.error .kind { background: var(--error); border-inline-start: .4rem solid var(--ink) }
.warning .kind { background: var(--warning); border-inline-start: .4rem dashed var(--ink) }
.info .kind { background: var(--info) }
.fix { margin: .25rem 0 0 1rem }
.fix::before { content: "→ " }
.related { margin: .25rem 0 0; font-size: .875em }
@media (max-width: 45rem) { thead { display: block; position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) } tr, td { display: block } tr { margin-bottom: 1rem } td { border-block-end: 0 } td:last-child { border-block-end: 1px solid var(--line) } td:empty { display: none } td[data-label]::before { content: attr(data-label); display: block; font-size: .875em; font-weight: normal } }
@media print { body { margin: 0; font-size: 9pt } thead { display: table-header-group } tr { break-inside: avoid } }
</style>
</head>
<body>
<main>
<h1>{{.Title}}</h1>
{{with .Clean}}<p>{{.}}</p>
{{end}}{{if .Rows}}<p>{{.Summary}}</p>
{{with .Meaning}}<p>{{.}}</p>
{{end}}<table>
<caption>{{.Title}}</caption>
<thead><tr>{{with .Head}}<th scope="col">{{.number}}</th><th scope="col">{{.kind}}</th><th scope="col">{{.record}}</th><th scope="col">{{.date}}</th><th scope="col">{{.message}}</th><th scope="col">{{.value}}</th><th scope="col">{{.where}}</th><th scope="col">{{.code}}</th>{{end}}</tr></thead>
<tbody>
{{$h := .Head}}{{range .Rows}}<tr class="{{.Class}}"><td class="short" data-label="{{$h.number}}">{{.Number}}</td><td class="kind">{{.Word}}</td><td class="record" data-label="{{$h.record}}">{{.Record}}</td><td class="date" data-label="{{$h.date}}">{{.Date}}</td><td>{{.Message}}{{with .Fix}}<p class="fix">{{.}}</p>{{end}}{{if .Related}}<p class="related">{{$.Head.related}}{{range $i, $r := .Related}}{{if $i}}{{$.Comma}}{{end}}{{$r}}{{end}}</p>{{end}}</td><td data-label="{{$h.value}}">{{.Value}}</td><td data-label="{{$h.where}}">{{.Where}}{{with .Column}} {{.}}{{end}}</td><td class="short" data-label="{{$h.code}}">{{.Code}}</td></tr>
{{end}}</tbody>
</table>
{{end}}</main>
</body>
</html>
`))
