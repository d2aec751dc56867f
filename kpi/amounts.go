package kpi

import "pilot90/cohort/lang"

// Amounts gathers yen or hours as records are looked at and keeps the rows behind the sum. A
// record whose amount is not known is dropped and counted, never taken for 0.
type Amounts struct {
	Values   []float64
	Excluded int // records left out because of an error finding or an unknown amount
	Rows     []RowUse
}

// Add takes in one known amount. A row without a note of its own says the amount.
func (a *Amounts) Add(amount float64, u RowUse) {
	a.Values = append(a.Values, amount)
	if u.listed && u.Note.Empty() {
		u.Note = lang.Text{JA: lang.Plain(amount), EN: lang.Plain(amount)}
	}
	a.Rows = listed(a.Rows, u)
}

// List adds rows that belong to the sum and add nothing by themselves, with the notes they have.
func (a *Amounts) List(uses ...RowUse) { a.Rows = listed(a.Rows, uses...) }

// Drop leaves one record out and says why.
func (a *Amounts) Drop(u RowUse, why lang.Text) {
	a.Excluded++
	a.Rows = listed(a.Rows, u.Without(why))
}

// DropFaulty leaves one record out because its row has an error finding.
func (a *Amounts) DropFaulty(u RowUse) { a.Drop(u, Faulty) }

// Sum returns the sum of the known amounts; that of none is 0, which only the caller can tell
// from "no data" by N.
func (a *Amounts) Sum() float64 { return Sum(a.Values) }

// N returns how many amounts are known.
func (a *Amounts) N() int { return len(a.Values) }

// Total returns the sum as a figure with n = the number of known amounts. That of no record is 0. Where there are
// records and the amount of none is known, there is no value and the reason is unknown's text.
func (a *Amounts) Total(unknown lang.Text) Figure {
	f := Figure{N: a.N(), Excluded: a.Excluded, Rows: a.Rows}
	if a.N() == 0 && a.Excluded > 0 {
		f.Reason = unknown
		return f
	}
	sum := a.Sum()
	f.Value = &sum
	line := lang.Plain(sum)
	f.Arithmetic = lang.Text{JA: lang.Plain(float64(a.N())) + " 件の合計 = " + line,
		EN: "sum of " + lang.Plain(float64(a.N())) + " = " + line}
	return f
}

// Over returns a's sum ÷ b's sum as a figure with the rows of both, a's first. With nothing
// known on either side there is no value and the reason is empty's text; with a divisor of 0
// there is none either.
func (a *Amounts) Over(b *Amounts, empty lang.Text) Figure {
	f := Figure{N: a.N(), Excluded: a.Excluded + b.Excluded, Rows: append(a.Rows[:len(a.Rows):len(a.Rows)], b.Rows...),
		Terms: &Terms{Numerator: a.Sum(), Denominator: b.Sum(), Known: []int{a.N(), b.N()}}}
	switch {
	case a.N() == 0 || b.N() == 0:
		f.Reason = empty
	case b.Sum() == 0:
		f.Reason = divisorZero
	default:
		Divide(&f, a.Sum(), b.Sum())
	}
	return f
}

var divisorZero = lang.Text{JA: "分母の合計が0のため計算できません", EN: "the divisor adds up to 0"}

// Share gathers amounts of a whole and of the part of it that counts: hours by experts ÷ all
// hours.
type Share struct {
	Whole Amounts
	part  []float64
}

// Add takes in one known amount: in the denominator, and in the numerator when hit.
func (s *Share) Add(hit bool, amount float64, u RowUse) {
	role := NoteUnder
	if hit {
		s.part = append(s.part, amount)
		role = NoteBoth
	}
	if u.listed && u.Note.Empty() {
		u.Note = lang.Text{JA: role.JA + " " + lang.Plain(amount), EN: role.EN + " " + lang.Plain(amount)}
	}
	s.Whole.Add(amount, u)
}

// Drop leaves one record out and says why.
func (s *Share) Drop(u RowUse, why lang.Text) { s.Whole.Drop(u, why) }

// DropFaulty leaves one record out because its row has an error finding.
func (s *Share) DropFaulty(u RowUse) { s.Whole.DropFaulty(u) }

// Ratio returns part ÷ whole with n = the number of known amounts and no interval: amounts are
// not trials. With nothing known there is no value and the reason is empty's text; with a
// whole of 0 there is none either.
func (s *Share) Ratio(empty lang.Text) Figure {
	f := Figure{N: s.Whole.N(), Excluded: s.Whole.Excluded, Rows: s.Whole.Rows,
		Terms: &Terms{Numerator: Sum(s.part), Denominator: s.Whole.Sum(), Known: []int{s.Whole.N()}}}
	switch whole := s.Whole.Sum(); {
	case f.N == 0:
		f.Reason = empty
	case whole == 0:
		f.Reason = divisorZero
	default:
		Divide(&f, Sum(s.part), whole)
	}
	return f
}
