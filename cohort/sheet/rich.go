package sheet

import (
	"bytes"
)

// readRich appends the text of a string item: its t, and the t of its runs. Furigana (rPh)
// is never part of it.
func readRich(toks tokenizer, t *token, dst []byte) ([]byte, runs, error) {
	var all runs
	for {
		if err := toks.next(t); err != nil {
			return dst, 0, err
		}
		var err error
		switch {
		case t.kind == endTag:
			return dst, all, nil
		case t.kind != startTag:
		case string(t.name) == "t":
			all |= ownRun
			dst, err = readText(toks, t, dst)
		case string(t.name) == "r":
			var run runs
			dst, run, err = readRun(toks, t, dst)
			all |= run
		default:
			err = skipElement(toks, t)
		}
		if err != nil {
			return dst, 0, err
		}
	}
}

// readRun appends the text of one run; one of white space only shows no line.
func readRun(toks tokenizer, t *token, dst []byte) ([]byte, runs, error) {
	format, start := ownRun, len(dst)
	for {
		if err := toks.next(t); err != nil {
			return dst, 0, err
		}
		var err error
		switch {
		case t.kind == endTag:
			if len(bytes.TrimSpace(dst[start:])) == 0 {
				format = 0
			}
			return dst, format, nil
		case t.kind != startTag:
		case string(t.name) == "t":
			dst, err = readText(toks, t, dst)
		case string(t.name) == "rPr":
			format, err = readRunFormat(toks, t)
		default:
			err = skipElement(toks, t)
		}
		if err != nil {
			return dst, 0, err
		}
	}
}

// readRunFormat reads the format of a run.
func readRunFormat(toks tokenizer, t *token) (runs, error) {
	format := plainRun
	for {
		if err := toks.next(t); err != nil {
			return 0, err
		}
		switch t.kind {
		case endTag:
			return format, nil
		case startTag:
			if string(t.name) == "strike" && isOn(t.attr("val")) {
				format = struckRun
			}
			if err := skipElement(toks, t); err != nil {
				return 0, err
			}
		}
	}
}
