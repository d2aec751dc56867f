package kpi

import (
	"fmt"
	"slices"

	"pilot90/cohort/lang"
	"pilot90/cohort/record"
	"pilot90/cohort/schema"
)

// The columns whose blank cells leave their row out of the figures that need them.
var (
	StartColumn = Column{Table: schema.Participants, Key: "start_date"}
	KindColumn  = Column{Table: schema.Contracts, Key: "kind"}
)

// TermColumn is the column of the first day of a contract; where it is blank, the first work or invoice stands in.
var TermColumn = Column{Table: schema.Contracts, Key: "start_date"}

// filledIn reports, for a column in which a blank is asked about, whether any row of the ledger has a value of it; of a
// table without rows, whether it has the column.
func (w *Window) filledIn(c Column) (known, asked bool) {
	people, contracts := &w.Cohort.Participants, &w.Cohort.Contracts
	switch (Column{Table: c.Table, Key: c.Key}) {
	case StartColumn:
		return slices.ContainsFunc(people.Rows, func(p *record.Participant) bool { return p.StartDate.Known }) ||
			len(people.Rows) == 0 && people.Has(c.Key), true
	case KindColumn:
		return slices.ContainsFunc(contracts.Rows, func(k *record.Contract) bool { return k.Kind.Known }) ||
			len(contracts.Rows) == 0 && contracts.Has(c.Key), true
	case TermColumn:
		return slices.ContainsFunc(contracts.Rows, func(k *record.Contract) bool {
			return k.StartDate.Known && !Supposed(k)
		}) ||
			len(contracts.Rows) == 0 && contracts.Has(c.Key), true
	}
	return false, false
}

// wholeBlank reports a column that the ledger has and in which nothing stands.
func (w *Window) wholeBlank(c Column) bool {
	_, asked := w.filledIn(c)
	return asked && w.sheet(c.Table).has(c.Key) && !w.Has(c)
}

// Supposed reports a contract, or one of whose terms, that is taken to begin with its first work or invoice.
func Supposed(k *record.Contract) bool {
	return slices.ContainsFunc(record.Terms(k), (*record.Contract).StartSupposed)
}

// unfilled says how many rows of the window are blank in a column and what follows; nothing where none is.
func (w *Window) unfilled(c Column) lang.Text {
	switch (Column{Table: c.Table, Key: c.Key}) {
	case StartColumn:
		return unfilledText(len(Where(w.Participants, func(p *record.Participant) bool { return !p.StartDate.Known })),
			"「開始日」が空欄の %d 人は、サイクルの数字に入れていません", "%d people without Start are in no figure of the cycle")
	case KindColumn:
		return unfilledText(len(Where(w.Contracts, func(k *record.Contract) bool { return !k.Kind.Known })),
			"「種別」が空欄の案件が %d 件あり、定期とも単発とも数えていません",
			"%d contracts without Kind count neither as recurring nor as one-off")
	case TermColumn:
		return unfilledText(len(Where(w.Contracts, Supposed)),
			"「開始日」が空欄の案件 %d 件は、最初の作業か請求の日からとみなしています（実際はそれより前からのことがあります）",
			"%d contracts without Start are taken to begin with their first work or invoice (they may have begun earlier)")
	}
	return lang.Text{}
}

func unfilledText(n int, ja, en string) lang.Text {
	if n == 0 {
		return lang.Text{}
	}
	return lang.Text{JA: fmt.Sprintf(ja, n), EN: fmt.Sprintf(en, n)}
}
