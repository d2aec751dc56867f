package finding

import (
	"bytes"
	"encoding/xml"
	"slices"
	"strconv"
	"strings"

	"pilot90/cohort/pattern"
)

// noteAuthor is the author of the notes that are ours from the first word on.
const noteAuthor = "pilot90"

// span is a piece of a part, from its first byte to the one behind its last.
type span struct{ from, to int }

// noteRun is a piece of a note's text in one font, or the whole text of a note without fonts.
type noteRun struct {
	span
	content span // what stands between the tags of its <t>
	plain   bool // a <t> of its own, without <r>
	text    string
}

// note is one note of a comments part.
type note struct {
	span
	ref    string
	author int
	open   bool // its <text> has an end tag
	runs   []noteRun
	end    int // where a further run goes
}

// notes is a comments part taken to pieces.
type notes struct {
	data                []byte
	prefix              string // of the names of elements: "" or "x:"
	authors             []string
	authorsEnd, listEnd int // where a further author and a further note go
	list                []note
}

// emptyNotes is a comments part without a note.
const emptyNotes = xml.Header +
	`<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors></authors><commentList>` +
	`</commentList></comments>`

// readNotes takes a comments part to pieces.
func readNotes(data []byte) (*notes, error) {
	n := &notes{data: data, authorsEnd: -1, listEnd: -1}
	d := xml.NewDecoder(bytes.NewReader(data))
	var above []string
	for {
		from := int(d.InputOffset())
		token, err := d.RawToken()
		if err != nil {
			break
		}
		to := int(d.InputOffset())
		switch t := token.(type) {
		case xml.StartElement:
			n.start(t, strings.Join(above, "/"), span{from, to})
			above = append(above, t.Name.Local)
		case xml.EndElement:
			if len(above) == 0 {
				return nil, errNotes
			}
			n.finish(strings.Join(above, "/"), span{from, to})
			above = above[:len(above)-1]
		case xml.CharData:
			n.characters(string(t), strings.Join(above, "/"))
		}
	}
	if len(above) > 0 || n.authorsEnd < 0 || n.listEnd < 0 {
		return nil, errNotes
	}
	return n, nil
}

const (
	inList = "comments/commentList"
	inText = inList + "/comment/text"
)

func (n *notes) start(t xml.StartElement, above string, at span) {
	last := len(n.list) - 1
	switch above + "/" + t.Name.Local {
	case "/comments":
		if t.Name.Space != "" {
			n.prefix = t.Name.Space + ":"
		}
	case "comments/authors/author":
		n.authors = append(n.authors, "")
	case inList + "/comment":
		c := note{span: at}
		for _, a := range t.Attr {
			switch a.Name.Local {
			case "ref":
				c.ref = a.Value
			case "authorId":
				c.author, _ = strconv.Atoi(a.Value)
			}
		}
		n.list = append(n.list, c)
	case inText:
		n.list[last].end = at.to
	case inText + "/t":
		n.list[last].runs = append(n.list[last].runs, noteRun{span: at, content: span{at.to, at.to}, plain: true})
	case inText + "/r":
		n.list[last].runs = append(n.list[last].runs, noteRun{span: at})
	case inText + "/r/t":
		n.list[last].lastRun().content = span{at.to, at.to}
	}
}

func (c *note) lastRun() *noteRun { return &c.runs[len(c.runs)-1] }

func (n *notes) finish(path string, at span) {
	last := len(n.list) - 1
	switch path {
	case "comments/authors":
		n.authorsEnd = endTag(at)
	case inList:
		n.listEnd = endTag(at)
	case inList + "/comment":
		n.list[last].to = at.to
	case inText:
		n.list[last].open = at.from < at.to
	case inText + "/t":
		n.list[last].lastRun().content.to = at.from
		n.list[last].lastRun().to, n.list[last].end = at.to, at.to
	case inText + "/r":
		n.list[last].lastRun().to, n.list[last].end = at.to, at.to
	case inText + "/r/t":
		n.list[last].lastRun().content.to = at.from
	}
}

// endTag is where an end tag begins; -1 for an element without one, which takes nothing.
func endTag(at span) int {
	if at.from == at.to {
		return -1
	}
	return at.from
}

func (n *notes) characters(text, path string) {
	switch path {
	case "comments/authors/author":
		n.authors[len(n.authors)-1] += text
	case inText + "/t", inText + "/r/t":
		n.list[len(n.list)-1].lastRun().text += text
	}
}

// authorOf is the name of the author of a note.
func (n *notes) authorOf(c note) string {
	if c.author < 0 || c.author >= len(n.authors) {
		return ""
	}
	return n.authors[c.author]
}

// inThread reports that a note is the shadow of a conversation, which Excel keeps elsewhere and
// does not read from here.
func (n *notes) inThread(c note) bool { return strings.HasPrefix(n.authorOf(c), "tc=") }

// ourLine begins what was written into a note by an earlier check.
var ourLine = pattern.New(`^【(誤り|注意|error|warning) [CP]\d+】`)

// withoutOurs is the text of a note without the lines of an earlier check.
func withoutOurs(text string) string {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	var kept []string
	ours := false
	for _, line := range strings.Split(text, "\n") {
		if ourLine.MatchString(line) {
			ours = true
			continue
		}
		if ours && strings.HasPrefix(line, "→ ") {
			continue
		}
		ours = false
		kept = append(kept, line)
	}
	if joined := strings.Join(kept, "\n"); strings.TrimSpace(joined) != "" {
		return joined
	}
	return ""
}

// edit puts a text in the place of a span.
type edit struct {
	span
	text string
}

// edited returns data with the edits made, which do not overlap.
func edited(data []byte, edits []edit) []byte {
	slices.SortStableFunc(edits, func(a, b edit) int { return a.from - b.from })
	var out []byte
	at := 0
	for _, e := range edits {
		out = append(out, data[at:e.from]...)
		out = append(out, e.text...)
		at = e.to
	}
	return append(out, data[at:]...)
}

// escaped is a text as it stands between tags.
func escaped(text string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(text)) // a Builder takes everything
	return strings.NewReplacer("&#xA;", "\n", "&#39;", "'", "&#34;", `"`).Replace(b.String())
}
