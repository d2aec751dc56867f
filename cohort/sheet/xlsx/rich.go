package xlsx

import (
	"bytes"

	"pilot90/cohort/sheet/grid"
	"pilot90/cohort/sheet/xml"
)

// readRich appends the text of a string item: its t, and the t of its runs. Furigana (rPh)
// is never part of it.
func readRich(toks xml.Tokenizer, t *xml.Token, dst []byte) ([]byte, grid.Runs, error) {
	var all grid.Runs
	for {
		if err := toks.Next(t); err != nil {
			return dst, 0, err
		}
		var err error
		switch {
		case t.Kind == xml.EndTag:
			return dst, all, nil
		case t.Kind != xml.StartTag:
		case string(t.Name) == "t":
			all |= grid.OwnRun
			dst, err = xml.ReadText(toks, t, dst)
		case string(t.Name) == "r":
			var run grid.Runs
			dst, run, err = readRun(toks, t, dst)
			all |= run
		default:
			err = xml.SkipElement(toks, t)
		}
		if err != nil {
			return dst, 0, err
		}
	}
}

// readRun appends the text of one run; one of white space only shows no line.
func readRun(toks xml.Tokenizer, t *xml.Token, dst []byte) ([]byte, grid.Runs, error) {
	format, start := grid.OwnRun, len(dst)
	for {
		if err := toks.Next(t); err != nil {
			return dst, 0, err
		}
		var err error
		switch {
		case t.Kind == xml.EndTag:
			if len(bytes.TrimSpace(dst[start:])) == 0 {
				format = 0
			}
			return dst, format, nil
		case t.Kind != xml.StartTag:
		case string(t.Name) == "t":
			dst, err = xml.ReadText(toks, t, dst)
		case string(t.Name) == "rPr":
			format, err = readRunFormat(toks, t)
		default:
			err = xml.SkipElement(toks, t)
		}
		if err != nil {
			return dst, 0, err
		}
	}
}

// readRunFormat reads the format of a run.
func readRunFormat(toks xml.Tokenizer, t *xml.Token) (grid.Runs, error) {
	format := grid.PlainRun
	for {
		if err := toks.Next(t); err != nil {
			return 0, err
		}
		switch t.Kind {
		case xml.EndTag:
			return format, nil
		case xml.StartTag:
			if string(t.Name) == "strike" && xml.IsOn(t.Attr("val")) {
				format = grid.StruckRun
			}
			if err := xml.SkipElement(toks, t); err != nil {
				return 0, err
			}
		}
	}
}
