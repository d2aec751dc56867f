package cell

import (
	"math"
	"strconv"
	"strings"
)

// maxDigits bounds the digits of a number; more than a float64 can tell apart is no amount.
const maxDigits = 30

// amount is a number as its text says it.
type amount struct {
	value   float64
	dressed bool // a unit, currency sign, triangle, brackets or percent sign was taken off
	taxed   bool // 税込 or 税抜 was taken off
	kanji   bool // some of it was written in kanji
}

// counters are words behind a number that do not change it.
var counters = []string{"件", "人", "名", "回", "点", "個", "社", "本", "枚", "冊", "台", "か所", "ヶ所", "箇所"}

// taxNotes say behind an amount whether it includes the consumption tax; they do not change it.
var taxNotes = []string{"(税込み)", "(税込)", "(税抜き)", "(税抜)", "(税別)", "(内税)", "(外税)", "税込み", "税込", "税抜き", "税抜", "税別"}

// parseAmount reads folded text as one number with its sign and unit. Percent and counters are
// taken off only when counted; what ends an amount on a bill (-, 也, 税込) only behind yen.
func parseAmount(s string, counted bool) (amount, bool) {
	p := &scanner{s}
	var a amount
	bracket := p.eat("(")
	negative, signed := p.sign(&a)
	gold := p.eat("金")
	yen := p.eat("¥", "\\")
	if !signed {
		negative, signed = p.sign(&a)
	}
	exponent := 0
	m, ok := p.magnitude()
	switch {
	case !ok || signed && bracket:
		return amount{}, false
	case p.eat("円"):
		yen = true
	case counted && !yen && m.units == 0 && p.eat("%", "パーセント"):
		exponent, a.dressed = -2, true
	case counted && !yen && p.eat(counters...):
		a.dressed = true
	}
	if yen {
		p.eat("也", "-", ".-")
		a.taxed = p.eat(taxNotes...)
	}
	if bracket && !p.eat(")") || gold && !yen || !p.done() {
		return amount{}, false
	}
	if a.value, ok = m.value(exponent); !ok {
		return amount{}, false
	}
	if (negative || bracket) && a.value != 0 {
		a.value = -a.value
	}
	a.kanji = m.kanji
	a.dressed = a.dressed || yen || bracket || m.units > 0 && !m.kanji
	return a, true
}

// sign takes a sign, if there is one, and returns whether it is a minus.
func (p *scanner) sign(a *amount) (negative, signed bool) {
	switch {
	case p.eat("-"):
		return true, true
	case p.eat("△", "▲"):
		a.dressed = true
		return true, true
	}
	return false, p.eat("+")
}

// A magnitude adds up a number written with units (2万3千, 1億2,000万, 12百万, 三千).
type magnitude struct {
	sum, section float64 // what is above and below the last 万 or 億
	held         string  // the digits that wait for their unit
	small, big   int     // powers of ten of the last units; they must fall
	units        int     // how many units there were
	shift        int     // for a decimal such as 1.5万: the power of ten of all its units
	fraction     bool
	kanji        bool
}

// noUnit is above the power of ten of every unit.
const noUnit = 12

// magnitude takes a number with its 十百千万億. Units must fall, and a decimal has one group of
// units behind it and nothing else.
func (p *scanner) magnitude() (*magnitude, bool) {
	m := &magnitude{small: 4, big: noUnit}
	numbers := 0
	for {
		digits, kanji, ok := p.digits()
		switch {
		case !ok:
			return nil, false
		case digits != "" && (m.held != "" || m.fraction):
			return nil, false
		case digits != "":
			m.held, m.kanji = digits, m.kanji || kanji
			m.fraction = strings.ContainsAny(digits, ".e")
			numbers++
			continue
		}
		power := p.unit()
		if power == 0 {
			// 十 and 百 alone are numbers; 千円 and 百万円 alone name the unit of a column.
			alone := m.units == 1 && m.small <= 2 && m.big == noUnit
			m.kanji = m.kanji || alone
			return m, numbers > 0 || alone
		}
		if m.units++; !m.apply(power) {
			return nil, false
		}
	}
}

// unit takes one unit and returns its power of ten, or 0.
func (p *scanner) unit() int {
	for i, u := range [...]string{"十", "百", "千", "万"} {
		if p.eat(u) {
			return i + 1
		}
	}
	if p.eat("億") {
		return 8
	}
	return 0
}

// apply gives the digits that wait their unit.
func (m *magnitude) apply(power int) bool {
	if m.fraction {
		m.shift += power
		return m.big == noUnit && m.falls(power)
	}
	if power < 4 {
		n, waiting := m.release()
		if !waiting {
			n = 1
		}
		if n >= 10 && m.section > 0 {
			return false
		}
		m.section += float64(n * math.Pow10(power))
		m.held = ""
		return m.falls(power)
	}
	n, waiting := m.release()
	zero := waiting && n == 0 && m.units == 1 // 0万円
	if m.section += n; m.section == 0 && !zero || n >= math.Pow10(m.small) && m.small < 4 {
		return false
	}
	m.sum += float64(m.section * math.Pow10(power))
	m.section, m.held = 0, ""
	return m.falls(power)
}

// falls reports whether a unit is smaller than the one before, and keeps it.
func (m *magnitude) falls(power int) bool {
	if power >= 4 {
		fell := power < m.big
		m.big, m.small = power, 4
		return fell
	}
	fell := power < m.small
	m.small = power
	return fell
}

// release returns the value of the digits that wait.
func (m *magnitude) release() (float64, bool) {
	if m.held == "" {
		return 0, false
	}
	n, err := strconv.ParseFloat(m.held, 64)
	return n, err == nil
}

// value returns the number times a power of ten. Digits behind the last unit must fit below
// it, and 2万3 is not read: it could be 20,003 or 23,000.
func (m *magnitude) value(exponent int) (float64, bool) {
	if m.fraction || m.units == 0 {
		return scaled(m.held, m.shift+exponent)
	}
	rest, waiting := m.release()
	last := m.small
	if last == 4 {
		last = m.big
	}
	if waiting && (rest >= math.Pow10(last) || rest < 10 && last > 1 && !m.kanji) {
		return 0, false
	}
	return m.sum + m.section + rest, true
}

// scaled returns digits × 10^exponent, rounded once.
func scaled(digits string, exponent int) (float64, bool) {
	if mantissa, e, ok := strings.Cut(digits, "e"); ok {
		n, err := strconv.Atoi(e)
		if err != nil {
			return 0, false
		}
		digits, exponent = mantissa, exponent+n
	}
	n, err := strconv.ParseFloat(digits+"e"+strconv.Itoa(exponent), 64)
	return n, err == nil
}

// digits takes ASCII digits (grouped by thousands or not, with a fraction and an exponent) or a
// run of kanji digits, and returns them without commas. No digits at all are "" and true.
func (p *scanner) digits() (digits string, kanji, ok bool) {
	p.space()
	if p.s != "" && (p.s[0] >= '0' && p.s[0] <= '9' || p.s[0] == '.') {
		digits, ok = p.decimal()
		return digits, false, ok
	}
	var b []byte
	for i, r := range p.s {
		d := kanjiDigit(r)
		if d < 0 {
			p.s = p.s[i:]
			return string(b), len(b) > 0, true
		}
		if b = append(b, byte('0'+d)); b[0] == '0' || len(b) > 15 {
			return "", false, false
		}
	}
	p.s = ""
	return string(b), len(b) > 0, true
}

// decimal takes 1,234.5e3 and returns 1234.5e3. Commas must stand between groups of three.
func (p *scanner) decimal() (string, bool) {
	whole, rest := p.integer()
	if !grouped(whole) {
		return "", false
	}
	out := strings.ReplaceAll(whole, ",", "")
	if rest != "" && rest[0] == '.' {
		_, end := asciiDigits(rest, 1)
		out, rest = out+rest[:end], rest[end:]
	}
	if n := len(strings.Replace(out, ".", "", 1)); n == 0 || n > maxDigits {
		return "", false
	}
	if rest != "" && (rest[0] == 'e' || rest[0] == 'E') {
		exponent, end := asciiDigits(rest, 1)
		if exponent == "" && len(rest) > 1 && (rest[1] == '+' || rest[1] == '-') {
			exponent, end = asciiDigits(rest, 2)
		}
		if exponent == "" || len(exponent) > 3 {
			return "", false
		}
		out, rest = out+"e"+rest[1:end], rest[end:]
	}
	p.s = rest
	return out, true
}

// integer splits off digits and commas.
func (p *scanner) integer() (whole, rest string) {
	i := 0
	for i < len(p.s) && (p.s[i] >= '0' && p.s[i] <= '9' || p.s[i] == ',') {
		i++
	}
	return p.s[:i], p.s[i:]
}

// asciiDigits returns the run of digits of s from i on and its end.
func asciiDigits(s string, i int) (string, int) {
	end := min(i, len(s))
	for end < len(s) && s[end] >= '0' && s[end] <= '9' {
		end++
	}
	return s[min(i, end):end], end
}
