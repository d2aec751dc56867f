package xml

import (
	"strconv"
	"strings"

	"pilot90/cohort/lang"
	"pilot90/cohort/sheet/grid"
)

// Elements reads the elements of a part one after the other.
type Elements struct {
	Tokens Tokenizer
	Token  Token
}

// Each calls read for every child of that name of the element whose start was just read; read
// goes to the child's end.
func (e *Elements) Each(name string, read func() error) error {
	for {
		if err := e.Tokens.Next(&e.Token); err != nil {
			return err
		}
		if e.Token.Kind == EndTag {
			return nil
		}
		if e.Token.Kind != StartTag {
			continue
		}
		err := error(nil)
		if string(e.Token.Name) == name {
			err = read()
		} else {
			err = SkipElement(e.Tokens, &e.Token)
		}
		if err != nil {
			return err
		}
	}
}

// Children is each for a child that is told by its attributes alone.
func (e *Elements) Children(name string, add func() error) error {
	return e.Each(name, func() error {
		if err := add(); err != nil {
			return err
		}
		return SkipElement(e.Tokens, &e.Token)
	})
}

// Number reads an attribute that is a whole number; an absent one is 0.
func (e *Elements) Number(attr string) (int, error) {
	text := strings.TrimSpace(string(e.Token.Attr(attr)))
	if text == "" {
		return 0, nil
	}
	n, err := strconv.Atoi(text)
	if err != nil {
		return 0, grid.Damaged("数でない値「"+lang.Quote(text)+"」があります", "not a number: "+lang.Quote(text))
	}
	return n, nil
}
