package tomledit

import (
	"slices"
	"strings"

	"pilot90/cohort/tomlplace"
)

// remove takes out what stands at the path: a value, or a table with all that is in it.
func (d *document) remove(path []string) (string, bool) {
	first, last := -1, -1
	for i, e := range d.entries {
		if !within(e.Path, path) {
			continue
		}
		if first < 0 {
			first = i
		}
		if last >= 0 && slices.ContainsFunc(d.entries[last+1:i], func(e tomlplace.Entry) bool {
			return !within(e.Path, path)
		}) {
			return "", false // in two parts, with something else between
		}
		last = i
	}
	if first < 0 {
		return "", false
	}
	from, to := d.entries[first].From, d.entries[first].To
	for _, e := range d.entries[first : last+1] {
		to = max(to, e.To)
	}
	if d.around(first) >= 0 {
		return d.cutPart(from, to), true
	}
	if d.entries[first].Kind == tomlplace.Header {
		return d.cutLines(d.remarked(first), from, to, true)
	}
	return d.cutLines(d.lineOf(from), from, to, false)
}

// remarked is where a table that goes begins: with the remarks directly above its header, which are about it, if an
// empty line stands above them. Below other lines they may be about those, and at the head of the text about all of it.
func (d *document) remarked(header int) int {
	if at := d.aboveHeader(header); at > 0 && strings.TrimSpace(d.text[d.lineOf(at-1):at]) == "" {
		return at
	}
	return d.lineOf(d.entries[header].From)
}

// cutPart takes a part of an array or of a table in braces out, with one comma.
func (d *document) cutPart(from, to int) string {
	rest := strings.TrimLeft(d.text[to:], " \t\r\n")
	if after, ok := strings.CutPrefix(rest, ","); ok {
		return d.text[:from] + strings.TrimLeft(after, " \t")
	}
	before := strings.TrimRight(d.text[:from], " \t\r\n")
	if head, ok := strings.CutSuffix(before, ","); ok {
		return head + d.text[to:]
	}
	return d.text[:from] + d.text[to:]
}

// cutLines takes whole lines out from a start on; false where something else stands on those of the value. What a
// remark behind the value says is about the value, and goes with it; of a table that goes, one empty line goes too.
func (d *document) cutLines(start, from, to int, block bool) (string, bool) {
	end := d.lineAfter(to)
	behind := strings.TrimSpace(d.text[to:end])
	if strings.TrimSpace(d.text[d.lineOf(from):from]) != "" || behind != "" && !strings.HasPrefix(behind, "#") {
		return "", false
	}
	if block && (start == 0 || strings.TrimSpace(d.text[d.lineOf(start-1):start]) == "") {
		if next := d.lineAfter(end); end < len(d.text) && strings.TrimSpace(d.text[end:next]) == "" {
			end = next
		}
	}
	return d.text[:start] + d.text[end:], true
}
