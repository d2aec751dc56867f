package sheet

import (
	"strconv"
	"strings"
)

// elements reads the elements of a part one after the other.
type elements struct {
	toks tokenizer
	t    token
}

// each calls read for every child of that name of the element whose start was just read; read
// goes to the child's end.
func (e *elements) each(name string, read func() error) error {
	for {
		if err := e.toks.next(&e.t); err != nil {
			return err
		}
		if e.t.kind == endTag {
			return nil
		}
		if e.t.kind != startTag {
			continue
		}
		err := error(nil)
		if string(e.t.name) == name {
			err = read()
		} else {
			err = skipElement(e.toks, &e.t)
		}
		if err != nil {
			return err
		}
	}
}

// children is each for a child that is told by its attributes alone.
func (e *elements) children(name string, add func() error) error {
	return e.each(name, func() error {
		if err := add(); err != nil {
			return err
		}
		return skipElement(e.toks, &e.t)
	})
}

// number reads an attribute that is a whole number; an absent one is 0.
func (e *elements) number(attr string) (int, error) {
	text := strings.TrimSpace(string(e.t.attr(attr)))
	if text == "" {
		return 0, nil
	}
	n, err := strconv.Atoi(text)
	if err != nil {
		return 0, damaged("数でない値「"+clip(text)+"」があります", "not a number: "+clip(text))
	}
	return n, nil
}
