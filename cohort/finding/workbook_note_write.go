package finding

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// noted is what came of writing notes on one sheet.
type noted struct {
	data     []byte   // the comments part
	added    []string // cells with a note they did not have
	removed  []string // cells whose note was ours and is no longer needed
	threaded []string // cells with a conversation, which is left alone
}

// write puts the texts on their cells, below what the user wrote there, and takes out what an
// earlier check wrote. Author, fonts and text of the user's notes stay as they are.
func (n *notes) write(want map[string]string) (noted, error) {
	result := noted{}
	rest := maps.Clone(want)
	var edits []edit
	for _, c := range n.list {
		text, wanted := rest[c.ref]
		delete(rest, c.ref)
		switch {
		case n.inThread(c):
			if wanted {
				result.threaded = append(result.threaded, c.ref)
			}
		case n.isOurs(c) && !wanted:
			result.removed = append(result.removed, c.ref)
			edits = append(edits, edit{c.span, ""})
		default:
			more, err := n.rewrite(c, text)
			if err != nil {
				return result, err
			}
			edits = append(edits, more...)
		}
	}
	result.added = slices.SortedFunc(maps.Keys(rest), byCell)
	if len(result.added) > 0 {
		edits = append(edits, n.append(result.added, rest)...)
	}
	result.data = edited(n.data, edits)
	return result, nil
}

// byCell orders cells row by row.
func byCell(a, b string) int {
	row, col := parseCell(a)
	otherRow, otherCol := parseCell(b)
	return cmp.Or(row-otherRow, col-otherCol)
}

// isOurs reports that nothing but the text of an earlier check is in a note.
func (n *notes) isOurs(c note) bool {
	theirs := func(r noteRun) bool { return withoutOurs(r.text) != "" }
	return n.authorOf(c) == noteAuthor && !slices.ContainsFunc(c.runs, theirs)
}

// rewrite takes our old text out of a note and puts the new one, if any, at its end.
func (n *notes) rewrite(c note, text string) ([]edit, error) {
	if text != "" && !c.open {
		return nil, errNotes
	}
	var edits []edit
	empty := true
	for _, r := range c.runs {
		kept := withoutOurs(r.text)
		inner := string(n.data[r.content.from:r.content.to])
		switch {
		case kept == "" && r.text != "" && ourLine.MatchString(strings.TrimLeft(r.text, "\r\n")):
			edits = append(edits, edit{r.span, ""})
			continue
		case kept != strings.ReplaceAll(r.text, "\r\n", "\n"):
			inner = escaped(kept)
			fallthrough
		case text != "" && r.plain:
			edits = append(edits, n.replaceRun(r, inner, text != ""))
		}
		empty = false
	}
	if text != "" {
		if !empty {
			text = "\n" + text
		}
		edits = append(edits, edit{span{c.end, c.end}, n.run(escaped(text))})
	}
	return edits, nil
}

// replaceRun gives a run another content; a text without fonts becomes a run when another one
// follows it.
func (n *notes) replaceRun(r noteRun, inner string, followed bool) edit {
	if r.plain && followed {
		return edit{r.span, n.run(inner)}
	}
	return edit{r.content, inner}
}

func (n *notes) run(inner string) string {
	return fmt.Sprintf(`<%[1]sr><%[1]st xml:space="preserve">%[2]s</%[1]st></%[1]sr>`, n.prefix, inner)
}

// append adds notes of ours to the list.
func (n *notes) append(cells []string, texts map[string]string) []edit {
	var edits []edit
	author := slices.Index(n.authors, noteAuthor)
	if author < 0 {
		author = len(n.authors)
		edits = append(edits, edit{span{n.authorsEnd, n.authorsEnd},
			fmt.Sprintf("<%[1]sauthor>%[2]s</%[1]sauthor>", n.prefix, noteAuthor)})
	}
	var b strings.Builder
	for _, ref := range cells {
		fmt.Fprintf(&b, `<%[1]scomment ref="%[2]s" authorId="%[3]d"><%[1]stext>%[4]s</%[1]stext></%[1]scomment>`, n.prefix,
			ref, author, n.run(escaped(texts[ref])))
	}
	return append(edits, edit{span{n.listEnd, n.listEnd}, b.String()})
}
