package cell

import "pilot90/cohort/lang"

// UnitKind is what a note beside a heading makes of the plain numbers of its column.
type UnitKind uint8

// The kinds of units and notes. What a number of UnitBase60 is depends on its digits: 1.30 is an hour and
// a half; so it does for UnitHMM (130) and UnitMinSec (15:30 is 15 minutes and a half).
const (
	UnknownUnit UnitKind = iota // words that are not known: to be asked about
	UnitNone                    // words that change no number: 実績, 必須

	UnitHours
	UnitMinutes
	UnitSeconds
	UnitStep   // hours in steps of so many minutes: 15分単位
	UnitBase60 // 60進, 時間.分
	UnitColon  // 時:分: the cells have the form h:mm
	UnitHMM
	UnitMinSec // 分:秒
	UnitLessons
	UnitDays // 人日, 日, 人月

	UnitYen         // 円, 千円, 百万円
	UnitTaxIncluded // 税込
	UnitTaxExcluded // 税抜, 税別
	UnitForeign     // USD, points: no yen
	UnitNet         // 差引, 手取り: what is left after deductions
	UnitRate        // 時給, /h: for one hour or piece
	UnitMonthly     // 月額: for one month
	UnitYearly      // 年額: for one year

	UnitCount // 件, 人, 千人
	UnitShare // %

	UnitSum       // 週計, 累計: of more than the row
	UnitPlanned   // 予定, 見込: not yet a fact
	UnitOtherTime // 前年, 差額: of another time than the row's

	UnitScale       // 5段階: 1 to 5, 5 the best
	UnitOtherScale  // 10点満点, 7段階, NPS
	UnitBestIsLeast // 1が最高
)

// Measure is what a column measures; the same word is another thing in each: 時間 is the unit of hours, and
// makes an amount of money a rate.
type Measure uint8

// Time is hours of work, Money an amount in yen, Score a mark of satisfaction, Count anything else that is counted.
const (
	TimeMeasure Measure = iota
	MoneyMeasure
	ScoreMeasure
	CountMeasure
)

// A Unit is what one note says of a column of numbers.
type Unit struct {
	Kind UnitKind
	Text string // the note as it stands, without its brackets
	// Factor is what one of the unit is in hours, yen or pieces; 0 where one number does not tell. Of
	// UnitStep it is the step in minutes.
	Factor float64
	// Why says, of a known note, why the numbers of the column cannot be used; Fix is the way out. Both are empty
	// for a unit that is read.
	Why, Fix lang.Text
}

// Readable reports a note that is known and leaves the column readable, its numbers times Factor or in
// the form of the Kind.
func (u Unit) Readable() bool { return u.Kind != UnknownUnit && u.Why.Empty() }

// Asked returns a unit whose words are not known with what to ask about it.
func (u Unit) Asked() Unit {
	u.Why = lang.Text{
		JA: "「" + u.Text + "」がどのような単位や書き添えか分かりません。",
		EN: "What “" + u.Text + "” says of the numbers is not known.",
	}
	u.Fix = lang.Text{
		JA: "見出しのかっこの中を「時間」「分」などの単位か「1枠＝30分」のような長さに直すか、かっこ書きを外してください。",
		EN: "Give a unit such as 時間 or 分, or a length such as 1枠＝30分, in the brackets, or take them off.",
	}
	return u
}
