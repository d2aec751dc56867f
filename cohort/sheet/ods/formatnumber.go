package ods

import (
	"bytes"
	"slices"
	"strings"

	"pilot90/cohort/sheet/grid"
)

// literal writes the characters of an element as they are shown. A blank as wide as another
// character, which makes numbers of several formats stand in line, is _ and a character: it is no
// part of an id.
func (b *formatCode) literal() error {
	wide := b.t.Attr("loext:blank-width-char") != nil
	text, err := b.text(nil, maxFormat)
	if err != nil {
		return err
	}
	if wide || len(bytes.Trim(text, " ")) == 0 {
		var words []byte
		for blank := true; blank; {
			words, text, blank = bytes.Cut(text, []byte(" "))
			b.code.Write(quoted(words))
			if blank {
				b.code.WriteString("_ ")
			}
		}
		return nil
	}
	b.code.Write(quoted(text))
	return nil
}

// quoted puts a text in quotes; a quote in it stands behind a backslash.
func quoted(text []byte) []byte {
	if len(text) == 0 {
		return nil
	}
	return []byte(`"` + strings.ReplaceAll(string(text), `"`, `"\""`) + `"`)
}

// An insertion is a text among the digits of a number, so many digits before the last.
type insertion struct {
	position int
	text     []byte
}

// number writes the digits of a number.
func (b *formatCode) number() error {
	decimals, least := b.digits("number:decimal-places"), b.digits("number:min-integer-digits")
	grouped, thousands := string(b.t.Attr("number:grouping")) == "true", b.thousands()
	general := decimals < 0 && least <= 1 && !grouped && thousands == 0
	inner, err := b.insertions()
	if err != nil {
		return err
	}
	switch {
	case general && len(inner) == 0:
		b.code.WriteString("General")
		return nil
	case grouped:
		b.code.WriteString("#,##")
		b.code.WriteString(strings.Repeat("0", max(least, 1)))
	default:
		b.integer(max(least, 0), inner)
	}
	if decimals > 0 {
		b.code.WriteString("." + strings.Repeat("0", decimals))
	}
	b.code.WriteString(strings.Repeat(",", thousands))
	return nil
}

// integer writes digits, so many of them always shown, with the texts among them.
func (b *formatCode) integer(least int, inner []insertion) {
	most := max(least, 1)
	if len(inner) > 0 {
		most = max(most, inner[0].position+1)
	}
	for left := most; left >= 0; left-- {
		for len(inner) > 0 && inner[0].position >= left {
			b.code.Write(quoted(inner[0].text))
			inner = inner[1:]
		}
		switch {
		case left > least:
			b.code.WriteString("#")
		case left > 0:
			b.code.WriteString("0")
		}
	}
}

// digits reads a number of digits; -1 where it is not said. More than a number can show are as
// good as that.
func (b *formatCode) digits(attr string) int {
	const most = 30
	value := b.t.Attr(attr)
	if n, ok := grid.ParseIndex(value); ok {
		return min(n, most)
	}
	if len(value) == 0 {
		return -1
	}
	return 0
}

// thousands returns how many thousands the number shown is divided by.
func (b *formatCode) thousands() (n int) {
	factor := strings.TrimRight(string(b.t.Attr("number:display-factor")), " ")
	for rest, ok := strings.CutSuffix(factor, "000"); ok && n < 5; rest, ok = strings.CutSuffix(rest, "000") {
		n++
	}
	return n
}

// insertions reads the texts among the digits, those furthest from the last digit first.
func (b *formatCode) insertions() (all []insertion, err error) {
	most := maxFormat
	err = b.each(func() error {
		if string(b.t.Name) != "number:embedded-text" {
			return b.skip()
		}
		position, _ := grid.ParseIndex(b.t.Attr("number:position"))
		text, err := b.text(nil, most)
		if most -= len(text) + 1; most < 0 {
			return longFormat()
		}
		all = append(all, insertion{min(position, 30), text})
		return err
	})
	slices.SortStableFunc(all, func(a, b insertion) int { return b.position - a.position })
	return all, err
}
