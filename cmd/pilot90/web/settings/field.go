package settings

import (
	"math/big"
	"net/url"
	"strconv"
	"strings"

	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
	"pilot90/cohort/setting"
	"pilot90/cohort/tomledit"
)

// Kind is what is typed into a field.
type Kind int

// The kinds of fields.
const (
	Words  Kind = iota
	Code        // digits that are no number
	Number      // with decimals
	Whole       // without
	Share       // typed in percent, written as a ratio
	Day         // 2026-03-31
	Year        // a fiscal year
	Month       // 2028-03, written as two keys
	Choice      // one of Choices
	Check       // "on" or nothing
)

// Option is one of the choices of a field.
type Option struct {
	Value string
	Label lang.Text
}

// Field is one field of the form.
type Field struct {
	Name    string // in the form
	Path    []string
	Kind    Kind
	Label   lang.Text
	Short   lang.Text // in place of Label where what is around it says the rest; empty = Label
	Unit    lang.Text // behind the field
	Hint    lang.Text
	Was     string // as on the disk
	Value   string // as shown or typed
	Options []Option
	Fault   lang.Text // why what was typed will not do
	old     any       // what stands on the disk
}

// Changed reports whether something else was typed than is on the disk.
func (f *Field) Changed() bool { return f.Value != f.Was }

// nameOf is a path as the name of a field.
func nameOf(path []string) string {
	parts := make([]string, len(path))
	for i, part := range path {
		parts[i] = url.PathEscape(part)
	}
	return strings.Join(parts, "/")
}

// written is what a typed text is in pilot.toml; nil for an empty one. The text says what is wrong with it.
func (f *Field) written() (any, lang.Text) {
	if f.Value == "" {
		return nil, lang.Text{}
	}
	switch f.Kind {
	case Number, Share:
		number, ok := decimal(f.Value, f.Kind == Share)
		if !ok {
			return nil, lang.Say("数を書いてください（例：8、54.5）。", "Write a number, such as 8 or 54.5.")
		}
		return tomledit.Literal(number), lang.Text{}
	case Whole:
		n, err := strconv.ParseInt(lang.Compact(strings.ReplaceAll(f.Value, ",", "")), 10, 64)
		if err != nil {
			return nil, lang.Say("整数を書いてください（例：30）。", "Write a whole number, such as 30.")
		}
		return tomledit.Literal(strconv.FormatInt(n, 10)), lang.Text{}
	case Day:
		d, ok := readDay(f.Value)
		if !ok {
			return nil, lang.Say("日付を書いてください（例：2026-03-31）。", "Write a date, such as 2026-03-31.")
		}
		return tomledit.Literal(d.String()), lang.Text{}
	case Year:
		return f.writtenYear()
	}
	return f.Value, lang.Text{}
}

// writtenYear is a fiscal year, by its era where it was so.
func (f *Field) writtenYear() (any, lang.Text) {
	y, ok := setting.ReadFiscalYear(f.Value)
	if !ok {
		return nil, lang.Say("年度を選んでください。", "Choose a fiscal year.")
	}
	if _, text := f.old.(string); text && y > 2018 {
		return YearLabel(y).JA, lang.Text{}
	}
	return tomledit.Literal(strconv.Itoa(y)), lang.Text{}
}

// YearLabel is a fiscal year as it is called.
func YearLabel(year int) lang.Text {
	if year < 2019 {
		return lang.Sayf("%[1]d年度", "FY %[1]d", year)
	}
	return lang.Sayf("令和%[2]d年度", "FY %[1]d", year, year-2018)
}

// readDay reads a date in any form that a cell may have.
func readDay(text string) (cell.Day, bool) {
	d, _, fault := cell.ReadDate(cell.Value{Kind: cell.Text, Text: text})
	return d, fault == nil
}

// decimal reads a number as typed, with wide digits, commas or a percent sign, and writes it exactly; of percent it
// is the hundredth part.
func decimal(typed string, share bool) (string, bool) {
	text := strings.ReplaceAll(strings.TrimSuffix(lang.Compact(typed), "%"), ",", "")
	if len(text) > 30 || strings.Trim(text, "0123456789.-") != "" {
		return "", false
	}
	n, ok := new(big.Rat).SetString(text)
	if !ok {
		return "", false
	}
	digits := 0
	if _, fraction, has := strings.Cut(text, "."); has {
		digits = len(fraction)
	}
	if share {
		n.Quo(n, big.NewRat(100, 1))
		digits += 2
	}
	return trimmed(n.FloatString(digits), 0), true
}

// percent is a ratio, as written, in percent with one decimal at least.
func percent(ratio string) string {
	n, ok := new(big.Rat).SetString(ratio)
	if !ok {
		return ratio
	}
	n.Mul(n, big.NewRat(100, 1))
	return trimmed(n.FloatString(16), 1)
}

// trimmed takes the zeros at the end of a fraction away, all but so many decimals.
func trimmed(text string, keep int) string {
	whole, fraction, _ := strings.Cut(text, ".")
	for len(fraction) > keep && strings.HasSuffix(fraction, "0") {
		fraction = fraction[:len(fraction)-1]
	}
	if fraction == "" {
		return whole
	}
	return whole + "." + fraction
}
