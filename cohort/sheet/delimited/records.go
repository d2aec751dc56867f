package delimited

import (
	"context"
	"strconv"
	"strings"
	"unicode/utf8"

	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
	"pilot90/cohort/sheet/grid"
)

// Records is the Source of a text file. It reads as Excel does: a field that starts with
// a quote runs to its closing quote, line ends included; a quote elsewhere is a character.
// Fields are pieces of the text itself, which therefore stays in memory as long as they do.
type Records struct {
	ctx    context.Context
	text   string // what is left
	comma  byte
	ends   [256]bool // the bytes that end a field without quotes
	number int
	limits grid.Limits
	texts  *grid.Arena
	cells  []grid.Cell
}

// NewRecords starts to read UTF-8 text. The delimiter is a tab by the file's name, what a
// first line "sep=;" says, or what the first lines hold most evenly.
func NewRecords(ctx context.Context, text string, tab bool, texts *grid.Arena, limits grid.Limits) *Records {
	// DOS ended files with 1A
	r := &Records{ctx: ctx, text: strings.TrimSuffix(text, "\x1a"), limits: limits, texts: texts}
	line, rest := r.text, ""
	if i := strings.IndexAny(line, "\r\n"); i >= 0 {
		line, rest = line[:i], afterLineEnd(line[i:])
	}
	sep, ok := strings.CutPrefix(strings.ToLower(strings.Trim(line, `"`)), "sep=")
	switch {
	case ok && len(sep) == 1:
		r.text = rest
		r.divideBy(sep[0])
	case tab && !onlyBy(r.text, ','):
		r.divideBy('\t')
	default:
		r.divideBy(guessDelimiter(r.text))
	}
	return r
}

// divideBy sets the delimiter.
func (r *Records) divideBy(delimiter byte) {
	r.comma = delimiter
	r.ends['\n'], r.ends['\r'], r.ends[delimiter] = true, true, true
}

// afterLineEnd drops the line end at the front: CR LF, LF or CR.
func afterLineEnd(text string) string {
	if strings.HasPrefix(text, "\r\n") {
		return text[2:]
	}
	return text[1:]
}

// guessDelimiter returns the delimiter that divides the most of the first records, a comma when
// others do not divide more: 1,5;2 under a;b is divided by semicolons, as the heading is.
func guessDelimiter(text string) byte {
	best := byte(',')
	most, _ := divided(text, ',')
	for _, d := range []byte{'\t', ';'} {
		if n, _ := divided(text, d); n > most {
			best, most = d, n
		}
	}
	return best
}

// onlyBy reports whether d divides each of the first records and no tab divides any: the name of
// such a file is wrong.
func onlyBy(text string, d byte) bool {
	if n, _ := divided(text, '\t'); n > 0 {
		return false
	}
	n, of := divided(text, d)
	return n == of && n > 1
}

// sampleRecords is how many records guessDelimiter looks at.
const sampleRecords = 50

// divided counts the first records that are not blank, and those with more than one field.
func divided(text string, d byte) (count, of int) {
	r := &Records{ctx: context.Background(), text: text, limits: grid.DefaultLimits(),
		texts: &grid.Arena{Limit: grid.Unlimited}}
	r.divideBy(d)
	for range sampleRecords {
		if len(r.text) == 0 {
			break
		}
		n, err := r.record()
		if err != nil {
			break
		}
		if n > 1 {
			count++
		}
		if len(r.cells) > 0 || n > 1 {
			of++
		}
	}
	return count, of
}

// Next returns the next record that has a non-blank field.
func (r *Records) Next() (grid.Row, bool, error) {
	for len(r.text) > 0 {
		if r.number%1024 == 0 {
			if r.ctx.Err() != nil {
				return grid.Row{}, false, grid.ContextFault(r.ctx)
			}
		}
		if _, err := r.record(); err != nil {
			return grid.Row{}, false, err
		}
		if len(r.cells) > 0 {
			return grid.Row{Number: r.number, Cells: r.cells}, true, nil
		}
	}
	if r.number == 0 {
		return grid.Row{}, false, grid.EmptyFile()
	}
	return grid.Row{}, false, nil
}

// Ranges returns nothing: a text has no merged and no hidden cells.
func (r *Records) Ranges() ([]grid.Range, []grid.Columns) { return nil, nil }

// Close does nothing.
func (r *Records) Close() {}

// record reads one record and returns its number of fields.
func (r *Records) record() (fields int, err error) {
	r.number++
	if r.number > r.limits.Rows {
		return 0, grid.OverLimit("行数", "The number of rows", int64(r.limits.Rows))
	}
	r.cells = r.cells[:0]
	length := 0
	for more := true; more; {
		fields++
		if fields > r.limits.Columns {
			return fields,
				grid.OverLimit("列数", "The number of columns", int64(r.limits.Columns)).At(grid.Ref(r.number, r.limits.Columns))
		}
		var field string
		if field, more, err = r.field(fields); err != nil {
			return fields, err
		}
		if field == "" {
			continue
		}
		if most := r.limits.TextLength; len(field) > most && utf8.RuneCountInString(field) > most {
			return fields, grid.LongText(most).At(grid.Ref(r.number, fields))
		}
		length += len(field)
		r.cells = append(r.cells, grid.Cell{Col: fields, Value: cell.Value{Kind: cell.Text, Text: field}})
	}
	return fields, r.texts.Count(length)
}

// field reads one field and what ends it; more is true when that is a delimiter.
func (r *Records) field(col int) (field string, more bool, err error) {
	if len(r.text) > 0 && r.text[0] == '"' {
		return r.quoted(col)
	}
	field, more = r.plain()
	if len(field) > 0 && field[0] == '=' {
		field = unformula(field)
	}
	return field, more, nil
}

// quoted reads a field that starts with a quote.
func (r *Records) quoted(col int) (field string, more bool, err error) {
	end := 1 // of the quoted part, without its closing quote
	for {
		i := strings.IndexByte(r.text[end:], '"')
		if i < 0 {
			return "", false, openQuote(r.number, col)
		}
		end += i
		if end+1 == len(r.text) || r.text[end+1] != '"' {
			break
		}
		end += 2
	}
	field = r.text[1:end]
	r.text = r.text[end+1:]
	if strings.IndexByte(field, '"') >= 0 {
		field = strings.ReplaceAll(field, `""`, `"`)
	}
	if strings.IndexByte(field, '\r') >= 0 {
		field = string(grid.LineEnds([]byte(field)))
	}
	tail, more := r.plain()
	return unformula(field + tail), more, nil
}

// plain cuts text up to a delimiter or a line end.
func (r *Records) plain() (field string, more bool) {
	text, i := r.text, 0
	for i < len(text) && !r.ends[text[i]] {
		i++
	}
	switch {
	case i == len(text):
		r.text = ""
		return text, false
	case text[i] == r.comma:
		r.text = text[i+1:]
		return text[:i], true
	}
	r.text = afterLineEnd(text[i:])
	return text[:i], false
}

// unformula reads ="0012", the way to make Excel keep the zeros, as Excel does.
func unformula(field string) string {
	if len(field) < 3 || field[0] != '=' || field[1] != '"' || field[len(field)-1] != '"' {
		return field
	}
	inner := field[2 : len(field)-1]
	if strings.IndexByte(inner, '"') >= 0 {
		return field
	}
	return inner
}

// openQuote is the fault of a quote that never closes: all rows after it would be one cell.
func openQuote(row, col int) *grid.Fault {
	number := strconv.Itoa(row)
	return grid.NewFault(grid.CodeUnreadable, lang.Text{
		JA: number + "行目の引用符（\"）が閉じていないため、それより後の行を分けられません。",
		EN: "A quotation mark in row " + number + " is never closed, so the rows after it cannot be told apart.",
	}, lang.Text{
		JA: "その行の引用符を確かめて直すか、Excelブック（.xlsx）として保存し直してください。ファイルが途中で切れているときは、もう一度コピーしてください。",
		EN: "Correct the quotation mark, or save as an Excel workbook (.xlsx). If the file was cut off, copy it again.",
	}).At(grid.Ref(row, col))
}
