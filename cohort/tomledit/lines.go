package tomledit

import (
	"fmt"
	"strings"
)

// addBlock puts lines into the text with an empty line before them.
func (d *document) addBlock(at int, lines ...string) string {
	eol, before := d.lineEnd(), d.text[:at]
	if before != "" && !strings.HasSuffix(before, "\n") {
		before += eol
	}
	if strings.TrimSpace(before) != "" && !strings.HasSuffix(before, eol+eol) {
		before += eol
	}
	return before + strings.Join(lines, eol) + eol + d.text[at:]
}

// addLine puts a line into the text at the beginning of another.
func (d *document) addLine(at int, line string) string {
	eol, before := d.lineEnd(), d.text[:at]
	if before != "" && !strings.HasSuffix(before, "\n") {
		return before + eol + line + d.text[at:] // the last line had no end; nor has it now
	}
	return before + line + eol + d.text[at:]
}

// lineEnd is how the lines of the text end.
func (d *document) lineEnd() string {
	if i := strings.IndexByte(d.text, '\n'); i > 0 && d.text[i-1] == '\r' {
		return "\r\n"
	}
	return "\n"
}

// lineAfter is where the line begins after the one that holds the place.
func (d *document) lineAfter(at int) int {
	if i := strings.IndexByte(d.text[at:], '\n'); i >= 0 {
		return at + i + 1
	}
	return len(d.text)
}

// lineOf is where the line begins that holds the place.
func (d *document) lineOf(at int) int { return strings.LastIndexByte(d.text[:at], '\n') + 1 }

// indent is the space before a piece that begins its line.
func (d *document) indent(at int) string {
	space := d.text[d.lineOf(at):at]
	if strings.Trim(space, " \t") != "" {
		return ""
	}
	return space
}

// aboveHeader is where the comments begin that stand directly above a header, or its own line.
func (d *document) aboveHeader(i int) int {
	at := d.lineOf(d.entries[i].From)
	for at > 0 {
		before := d.lineOf(at - 1)
		if !strings.HasPrefix(strings.TrimLeft(d.text[before:at], " \t"), "#") {
			break
		}
		at = before
	}
	return at
}

// keysText are the keys of a path as they are written with dots: without the numbers of elements.
func (d *document) keysText(path []string) string {
	var keys []string
	for i, part := range path {
		node, _ := at(d.values, path[:i])
		if _, isArray := node.([]any); !isArray {
			keys = append(keys, keyText(part))
		}
	}
	return strings.Join(keys, ".")
}

// keyText is a key as it is written.
func keyText(key string) string {
	bare := key != "" && strings.Trim(key, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_") == ""
	if bare {
		return key
	}
	return Quoted(key)
}

// Quoted is a text as a TOML string on one line.
func Quoted(text string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range text {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r < ' ' || r >= 0x7f && r < 0xa0 || r == '\ufeff':
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}
