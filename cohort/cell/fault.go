package cell

import (
	"strings"

	"pilot90/cohort/lang"
)

// Codes of the faults of one cell. The catalogue of package rule holds their long texts
// and severities; a code is stable and never reused.
const (
	CodeBlank      = "C101" // nothing stands where a value is needed
	CodeDate       = "C102" // not a date, or a day that does not exist
	CodeNumber     = "C103" // not a number
	CodeChoice     = "C104" // a word that is not on the list
	CodeErrorValue = "C105" // a formula error such as #N/A
	CodeUncomputed = "C106" // a formula whose file holds no result
	CodeEra        = "C107" // parts of one date contradict each other: 平成40年, a wrong weekday
	CodeNoYear     = "C108" // a date without a year, or with a year of two digits
	CodeHours      = "C109" // not a length of time
	CodeYesNo      = "C110" // neither yes nor no
	CodeRange      = "C111" // a number below or above what the column allows
	CodeLookalike  = "C112" // letters O, l, I among the digits
	CodeID         = "C113" // not an id or a name, or one that is too long
	CodeClock      = "C114" // not a time of day
	CodeSpan       = "C115" // start, end and rest do not go together
)

// A Note says that a value could be read only after changing more than white space. Text
// names the value ("令和7年4月1日 → 2025-04-01 と読みました"); Why is the same for all notes of
// one sort, so that like notes down a column can be folded.
type Note struct {
	Text lang.Text
	Why  lang.Text
}

// A Fault says why a cell cannot be read: the Message quotes the value as typed, Expected names
// what belongs there, Fix how to put it right, and Blank what more to say of a column that may be
// left blank. Suggest holds at most five values or words to
// write instead, the likeliest first; it is often empty.
type Fault struct {
	Code     string
	Message  lang.Text
	Expected lang.Text
	Fix      lang.Text
	Blank    lang.Text
	Suggest  []string
}

// form is what a reader expects and how to write it.
type form struct {
	code          string // code of "not such a thing"
	expected, fix lang.Text
	optional      lang.Text // when a cell may be left blank; empty when that goes without saying
}

// reject returns the fault "this is not one of these"; why, when not empty, is a whole sentence
// that says more.
func (f form) reject(v Value, why lang.Text, suggest ...string) *Fault {
	q := lang.Quote(v.Text)
	message := lang.Text{
		JA: "「" + q + "」は" + f.expected.JA + "として読めません。" + why.JA,
		EN: strings.TrimRight("“"+q+"” cannot be read as "+f.expected.EN+". "+why.EN, " "),
	}
	return f.fault(f.code, message, suggest...)
}

// fault returns a fault with its own message and the form's usual way out.
func (f form) fault(code string, message lang.Text, suggest ...string) *Fault {
	return &Fault{Code: code, Message: message, Expected: f.expected, Fix: f.fix, Blank: f.optional, Suggest: suggest}
}

// unreadable returns the fault of a cell that holds no value at all, whatever its column: a
// blank, a formula error, a formula without a result. It returns nil for anything else.
func (f form) unreadable(v Value) *Fault {
	switch v.Kind {
	case Blank:
		return f.blank()
	case ErrorValue:
		return f.errorValue(v.Text)
	case Uncomputed:
		return f.uncomputed()
	case Text:
		if v.IsBlank() {
			return f.blank()
		}
		if len(v.Text) <= longestErrorText && strings.ContainsAny(v.Text, "#＃﹟") {
			if text := foldID(v.Text); errorValues[text].JA != "" { // also ＃N/A, and with invisible characters
				return f.errorValue(text)
			}
		}
	}
	return nil
}

// longestErrorText is more bytes than the text of an error value has, full-width or not.
const longestErrorText = 64

func (f form) blank() *Fault {
	return f.fault(CodeBlank, lang.Text{JA: "空欄です。", EN: "The cell is blank."})
}

func (f form) uncomputed() *Fault {
	fault := f.fault(CodeUncomputed, lang.Text{
		JA: "数式の計算結果がファイルに保存されていません。",
		EN: "The file holds a formula but not its result.",
	})
	fault.Blank = lang.Text{}
	fault.Fix = lang.Text{
		JA: "Excelで一度開いて保存し直してください。",
		EN: "Open the file in Excel and save it once.",
	}
	return fault
}

// errorValues are the error values of Excel with their usual reasons.
var errorValues = map[string]lang.Text{
	"#N/A":    {JA: "参照した値が見つかりません", EN: "a value it looks up is not found"},
	"#REF!":   {JA: "参照先のセルがなくなっています", EN: "a cell it refers to is gone"},
	"#VALUE!": {JA: "計算に使えない値が含まれています", EN: "it uses a value of the wrong sort"},
	"#DIV/0!": {JA: "0または空欄で割っています", EN: "it divides by zero or by a blank"},
	"#NAME?":  {JA: "数式の名前に誤りがあります", EN: "a name in it is unknown"},
	"#NUM!":   {JA: "計算できない大きさの数です", EN: "a number in it is out of range"},
	"#NULL!":  {JA: "セル範囲の書き方に誤りがあります", EN: "a range in it is empty"},
	"#SPILL!": {JA: "結果を書き出す場所がふさがっています", EN: "its result has no room"},
	"#CALC!":  {JA: "数式を計算できません", EN: "it cannot be computed"},
}

func (f form) errorValue(text string) *Fault {
	why, known := errorValues[text]
	if !known {
		why = errorValues["#CALC!"]
	}
	q := lang.Quote(text)
	fault := f.fault(CodeErrorValue, lang.Text{
		JA: "数式がエラー「" + q + "」になっています（" + why.JA + "）。",
		EN: "The formula gives the error " + q + " (" + why.EN + ").",
	})
	fault.Blank = lang.Text{}
	fault.Fix = lang.Text{
		JA: "数式を直すか、正しい値を直接入力してください。",
		EN: "Mend the formula or type the value.",
	}
	return fault
}

// lookalike returns the fault of a text that would be readable if its letters were digits.
func (f form) lookalike(v Value, digits string) *Fault {
	q := lang.Quote(v.Text)
	return f.fault(CodeLookalike, lang.Text{
		JA: "「" + q + "」には数字に似た文字（O、l、I など）が混じっています。「" + digits + "」のことでしょうか。",
		EN: "“" + q + "” has letters (O, l, I …) among its digits. Is it " + digits + "?",
	}, digits)
}

// note returns the note that v was read as result.
func note(v Value, result string, why lang.Text) *Note {
	q := lang.Quote(v.Text)
	return &Note{
		Text: lang.Text{JA: q + " → " + result + " と読みました", EN: q + " was read as " + result},
		Why:  why,
	}
}

// Sorts of normalisation, the reason a Note gives.
var (
	whyWidth   = lang.Text{JA: "全角文字などを半角に直しました", EN: "full-width characters were folded"}
	whyEra     = lang.Text{JA: "和暦を西暦に直しました", EN: "the Japanese era was converted"}
	whyUnit    = lang.Text{JA: "単位や記号を外しました", EN: "a unit or sign was taken off"}
	whyTaxNote = lang.Text{
		JA: "「税込」「税抜」の書き添えを外し、金額はそのまま使います",
		EN: "a note on the tax was taken off; the amount is used as it stands",
	}
	whyRemark     = lang.Text{JA: "かっこ書きを外して、印だけを読みました", EN: "a remark in brackets was taken off the mark"}
	whyMark       = lang.Text{JA: "注の印（※）を外しました", EN: "the mark of a remark was taken off"}
	whyWordRemark = lang.Text{JA: "書き添えを外して、ことばだけを読みました", EN: "a remark behind the word was taken off"}
	whyKanji      = lang.Text{JA: "漢数字を数字に直しました", EN: "kanji numerals were converted"}
)
