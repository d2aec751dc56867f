package ledgers

import (
	"fmt"
	"html"
	"strings"
)

// FiguresSheet is the number of the sheet of WriteFormulas on which the figures stand, counted from 1: an id and a
// formula in each row below the headings. The other sheets are hidden.
const FiguresSheet = 6

// WriteFormulas makes a workbook with the tables of a ledger and, as formulas without their results, the figures that
// can be said in formulas: whoever opens it has to compute them. They are the definitions of the programme's figures of
// these names, without the survival curve.
func WriteFormulas(name string, s Size) error {
	tables := []table{s.participants(), s.clients(), s.contracts(), s.tasks(0, s.Rows), s.persons()}
	for i := range tables {
		tables[i].aside = true
	}
	return writeBook(name, append(tables, s.figures()))
}

func formula(format string, args ...any) value {
	return value{text: fmt.Sprintf(format, args...), kind: 'f'}
}

// appendFormula appends the rest of a cell that computes; col is counted from 0.
func appendFormula(line []byte, v value, col, row int) []byte {
	if v.kind == 'a' {
		return fmt.Appendf(line, `><f t="array" ref="%c%d">%s</f></c>`, 'A'+col, row, html.EscapeString(v.text))
	}
	return fmt.Appendf(line, `><f>%s</f></c>`, html.EscapeString(v.text))
}

// months are the Excel numbers of the first days of the months of the fiscal year, and of the month after.
var months = [13]int{45748, 45778, 45809, 45839, 45870, 45901, 45931, 45962, 45992, 46023, 46054, 46082, 46113}

// persons is a row for each participant: the day of the first pay, and the pay of each month.
func (s Size) persons() table {
	heads := []string{"参加者ID", "初収入日"}
	for i := range 12 {
		heads = append(heads, fmt.Sprintf("%d月", (i+3)%12+1))
	}
	in := s.columns()
	return table{sheet: "人と月", heads: heads, rows: s.People, cells: func(p int) []value {
		line := []value{text(person(p)), formula(in.Replace("_xlfn.MINIFS(log.I,log.B,A%d,log.F,\">0\",log.I,\"<=%d\")"),
			p+2, lastDay)}
		for i := range 12 {
			line = append(line, formula(in.Replace("SUMIFS(log.F,log.B,$A%d,log.A,\">=%d\",log.A,\"<%d\")"), p+2, months[i],
				months[i+1]))
		}
		return line
	}}
}

// columns turns log.F, people.H, jobs.E and each.B into the range of the rows in that column of the tables.
func (s Size) columns() *strings.Replacer {
	var pairs []string
	for _, t := range []struct {
		name, sheet string
		rows        int
	}{{"log", "作業ログ", s.Rows}, {"people", "参加者", s.People}, {"jobs", "案件", s.agreements()}, {"each", "人と月", s.People}} {
		for col := 'A'; col <= 'N'; col++ {
			pairs = append(pairs, fmt.Sprintf("%s.%c", t.name, col), fmt.Sprintf("%s!$%c$2:$%[2]c$%d", t.sheet, col, t.rows+1))
		}
	}
	return strings.NewReplacer(pairs...)
}

// figures are the figures of the year: those of the package kpi/catalog of the same names.
func (s Size) figures() table {
	last, first := fmt.Sprint(lastDay), fmt.Sprint(firstDay)
	in := strings.NewReplacer("LAST", last, "FIRST", first)
	rows := []struct {
		id, formula string
		kind        byte
	}{
		{"registered_workers", `COUNTIFS(people.H,"<=LAST")`, 'f'},
		{"recurring_contract_ratio", `SUMPRODUCT((jobs.F<=LAST)*(((jobs.G="")+(jobs.G>=FIRST))>0)*(jobs.E="定期"))/` +
			`SUMPRODUCT((jobs.F<=LAST)*(((jobs.G="")+(jobs.G>=FIRST))>0))`, 'f'},
		{"average_continuation_months", `SUMPRODUCT((jobs.E="定期")*(jobs.F<=LAST)*` +
			`(IF(jobs.G="",LAST,IF(jobs.G<=LAST,jobs.G,LAST))-jobs.F+1))/30.4375/COUNTIFS(jobs.E,"定期",jobs.F,"<=LAST")`, 'a'},
		{"first_income_residents", `SUMPRODUCT((people.F<>"町外")*(people.K<>"有")*(each.B>=FIRST))`, 'f'},
		{"monthly_income", `MEDIAN(IF(each.BLOCK>0,each.BLOCK))`, 'a'},
		{"effective_hourly_pay", `SUMIFS(log.F,log.E,">0")/SUMIFS(log.E,log.E,">0")`, 'f'},
		{"on_time_ratio", `SUMPRODUCT((log.G<>"")*(log.G<=LAST)*(log.H<>"")*(log.G<=log.H))/` +
			`COUNTIFS(log.G,"<=LAST",log.H,">0")`, 'f'},
	}
	block := fmt.Sprintf("人と月!$C$2:$N$%d", s.People+1)
	return table{sheet: "指標", heads: []string{"指標", "値"}, rows: len(rows), cells: func(n int) []value {
		said := s.columns().Replace(strings.ReplaceAll(in.Replace(rows[n].formula), "each.BLOCK", block))
		return []value{text(rows[n].id), {text: said, kind: rows[n].kind}}
	}}
}
