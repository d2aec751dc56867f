package kpi

import (
	"cmp"
	"slices"

	"pilot90/cohort/lang"
	"pilot90/cohort/record"
	"pilot90/cohort/schema"
)

// assumed says, for each column whose blank cells have a meaning, what follows from that meaning
// when the ledger lacks the column: then every cell of it is blank, and a reader who does not
// know takes the figure for something else. The words stand behind "there is no column …".
var assumed = map[Column]lang.Text{
	{Table: schema.Participants, Key: "residence"}: {JA: "全員を住民とみなしています", EN: "everyone is taken for a resident"},
	{Table: schema.Participants, Key: "registered_date"}: {JA: "開始日を登録日とみなしています",
		EN: "the start date is taken for the date of registration"},
	StartColumn: {JA: "開始日の分からない人も数えています", EN: "those whose start is not known are counted"},
	{Table: schema.Participants, Key: "exit_date"}: {JA: "離脱した人はいないものとみなしています", EN: "nobody is taken to have left"},
	{Table: schema.Participants, Key: "prior_income"}: {JA: "全員を初めての収入として数えています",
		EN: "all count as first earners"},
	{Table: schema.Participants, Key: "trained_date"}: {JA: "「研修」シートの修了の記録だけで判断しています",
		EN: "only the trainings sheet says who completed training"},
	{Table: schema.Participants, Key: "age_band"}: {JA: "生年だけで分けています", EN: "people are grouped by birth year alone"},
	{Table: schema.Participants, Key: "birth_year"}: {JA: "年代の記入だけで分けています",
		EN: "people are grouped by the age band entered alone"},
	{Table: schema.Trainings, Key: "completed"}: {JA: "「参加者」の研修修了日だけで判断しています",
		EN: "only the participants sheet says who completed training"},
	TermColumn: {JA: "最初の作業か請求の日から始まったとみなしています（実際はそれより前からのことがあります）",
		EN: "contracts are taken to begin with their first work or invoice (they may have begun earlier)"},
	{Table: schema.Contracts, Key: "end_date"}: {JA: "すべて継続中とみなしています", EN: "every contract is taken to be running"},
	{Table: schema.Contracts, Key: "monthly"}: {JA: "契約額の記入がない案件の売上は、分からないものとして除いています",
		EN: "revenue of contracts without an amount is unknown and left out"},
	{Table: schema.Contracts, Key: "amount"}: {JA: "月額の記入がない案件の売上は、分からないものとして除いています",
		EN: "revenue of contracts without a monthly fee is unknown and left out"},
	{Table: schema.Tasks, Key: "pay"}: {JA: "収入にかかわる値は示していません", EN: "nothing is said of income"},
	{Table: schema.Payments, Key: "month"}: {JA: "支払日の月の分とみなしています",
		EN: "a payment is taken to be for the month in which it was made"},
	{Table: schema.Tasks, Key: "paid_date"}: {JA: "支払日の代わりに作業日を使っています", EN: "task dates stand in for paid dates"},
	{Table: schema.Tasks, Key: "paid"}:      {JA: "報酬の額が支払われたものとみなしています", EN: "the pay is taken for the amount paid"},
	{Table: schema.Budget, Key: "planned"}: {JA: "予算額とその割合は示していません",
		EN: "planned amounts and their shares are not given"},
	{Table: schema.Metrics, Key: "unit"}: {JA: "値は書いてあるとおりの数として扱っています", EN: "the values are taken as they stand"},
	{Table: schema.Budget, Key: "date"}: {JA: "年度の記入がない行を対象期間のものとみなしています",
		EN: "lines that name no fiscal year are taken to belong to the period"},
	budgetYear: {JA: "日付の年度の予算とみなしています", EN: "a line is taken for the fiscal year of its date"},
}

// Assumptions returns what is assumed for want of the columns: one text for each of them that a
// table of the ledger lacks, or one of the sheets that the table is kept in, in their order. Of a
// table that is missing altogether, or of contracts that only the log names, nothing is assumed here.
func (w *Window) Assumptions(columns []Column) []lang.Text {
	var said []lang.Text
	for _, c := range columns {
		if blank := w.unfilled(c); w.Present(c.Table) && w.Has(c) && !blank.Empty() {
			said = append(said, blank)
			continue
		}
		switch {
		case !w.Present(c.Table), c.Table == schema.Contracts && w.Cohort.Contracts.Derived:
		case c == budgetYear && !w.Has(c) && !w.budgetOfYears():
		case w.wholeBlank(c):
			said = append(said, blankThroughout(c))
		case !w.Has(c):
			said = append(said, Assumption(c))
		case c.Table == schema.Tasks && c.Key == "pay" && w.paidAsPay():
			said = append(said, paidAsPay)
		case w.LackingInPart(c):
			said = append(said, blankInPart(c))
		case w.LackingInPart(c.other()):
			said = append(said, blankInPart(c.other()))
		}
	}
	return said
}

// budgetYear is the column that says of which fiscal year a budget line is.
var budgetYear = Column{Table: schema.Budget, Key: "fiscal_year"}

// budgetOfYears reports whether the budget lines are dated in more than one fiscal year: only then does the want of
// the column leave anything open.
func (w *Window) budgetOfYears() bool {
	first := 0
	return slices.ContainsFunc(w.Cohort.Budget.Rows, func(b *record.Budget) bool {
		first = cmp.Or(first, b.Year())
		return b.Year() != 0 && b.Year() != first
	})
}

// paidAsPay is the warning for a log without a column of the pay, of which that of the amount paid stands in.
var paidAsPay = func() lang.Text {
	t := schema.ByKey(schema.Tasks)
	pay, paid := t.Column("pay").Heading, t.Column("paid").Heading
	return lang.Text{
		JA: "「" + t.Sheet.JA + "」に「" + pay.JA + "」列がないため、「" + paid.JA + "」を報酬の額とみなしています",
		EN: "the sheet " + t.Sheet.EN + " has no column " + pay.EN + ": the amount under " + paid.EN + " is taken for it",
	}
}()

// paidAsPay reports a log in which the amount paid stands for the pay.
func (w *Window) paidAsPay() bool {
	return slices.ContainsFunc(w.Cohort.Tasks.Sources, func(s *record.Source) bool {
		_, is := s.PaidAsPay()
		return is
	})
}

// blankInPart is the warning for a column that a part of the sheets lacks. It names none of them:
// a sheet may bear the name of a worker, and public editions print it too. C326 names them.
func blankInPart(c Column) lang.Text {
	s := schema.ByKey(c.Table)
	heading := s.Column(c.Key).Heading
	return lang.Text{
		JA: "「" + s.Sheet.JA + "」の一部の表に「" + heading.JA + "」列がなく、その表の記録は空欄とみなしています",
		EN: "a part of the tables of " + s.Sheet.EN + " has no column " + heading.EN + ": their records count as blank in it",
	}
}

// blankThroughout is the warning for a column that is blank in every row.
func blankThroughout(c Column) lang.Text {
	words, s := assumed[Column{Table: c.Table, Key: c.Key}], schema.ByKey(c.Table)
	heading := s.Column(c.Key).Heading
	return lang.Text{
		JA: "「" + s.Sheet.JA + "」の「" + heading.JA + "」がすべて空欄のため、" + words.JA,
		EN: "column " + heading.EN + " of " + s.Sheet.EN + " is blank throughout: " + words.EN,
	}
}

// Assumption is the warning for the want of one column; it names the column by its heading. Of a
// column whose blanks have no meaning of their own it is empty.
func Assumption(c Column) lang.Text {
	words, ok := assumed[Column{Table: c.Table, Key: c.Key}]
	if !ok {
		return lang.Text{}
	}
	s := schema.ByKey(c.Table)
	heading := s.Column(c.Key).Heading
	return lang.Text{
		JA: "「" + s.Sheet.JA + "」に「" + heading.JA + "」列がないため、" + words.JA,
		EN: "the sheet " + s.Sheet.EN + " has no column " + heading.EN + ": " + words.EN,
	}
}
