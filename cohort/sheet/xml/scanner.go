package xml

import (
	"bytes"
	"errors"
	"io"
	"regexp"
	"slices"
	"sync"

	"pilot90/cohort/sheet/grid"
)

// A Scanner is the tokenizer for the XML that spreadsheet programs write: UTF-8, no document
// type. It checks what encoding/xml checks (tags match, characters and entities are known) and
// gives the very same tokens; at anything else it returns ErrAside, before any token of it.
type Scanner struct {
	Words *Vocabulary // set before the first token; nil for a part all in the namespace of its root

	ahead *readAhead
	block *buffer // the one that buf lies in; nil when buf has one of its own
	buf   []byte  // what was unpacked and not yet read
	ended error   // of the input: io.EOF, or why it cannot be read further

	prefix  string // of the root element
	space   string // namespace of the root element
	rooted  bool   // the root element was met
	open    []byte // the names of all open elements, one after the other
	starts  []int  // where each begins in open
	pending bool   // the element just started has no content: its end comes next
	attrs   []attr
	scratch []byte
}

// ErrAside says that encoding/xml must read the part, errShort that more of it has to be unpacked.
var (
	ErrAside = errors.New("not for the scanner")
	errShort = errors.New("more input needed")
)

// maxToken bounds one tag or text; a cell of 32,767 characters written as entities has 300 KB.
const maxToken = 4 << 20

func longToken() *grid.Fault {
	f := grid.OverLimit("1つの値の長さ（バイト）", "The length of one value in bytes", maxToken)
	f.Fix = grid.SaveAgain
	return f
}

// NewScanner starts to read a part; close must be called.
func NewScanner(r io.Reader) (*Scanner, error) {
	s := &Scanner{ahead: newReadAhead(r)}
	return s, s.prolog()
}

// Close stops the reading. The tokens given before do not hold any longer.
func (s *Scanner) Close() {
	s.ahead.release(s.block)
	s.block, s.buf = nil, nil
	s.ahead.close()
}

// more unpacks further, keeping what is not read yet. At the end of the input it returns
// io.EOF.
func (s *Scanner) more() error {
	switch {
	case s.ended != nil:
		return s.ended
	case len(s.buf) > maxToken:
		return longToken()
	}
	b := s.ahead.next()
	used := s.block
	if rest := len(s.buf); rest <= headroom {
		copy(b.buf[headroom-rest:], s.buf)
		s.block, s.buf = b.buf, b.buf[headroom-rest:b.end]
	} else {
		if s.block != nil {
			s.buf, s.block = slices.Clip(s.buf), nil // so that append copies it out of the block
		}
		s.buf = append(s.buf, b.buf[headroom:b.end]...)
		s.ahead.release(b.buf)
	}
	s.ahead.release(used)
	s.ended = b.err
	return nil
}

// excelDeclaration is the XML declaration that Excel writes, without its closing.
const excelDeclaration = `<?xml version="1.0" encoding="UTF-8" standalone="yes"`

// usualDeclaration matches every XML declaration of a part in UTF-8. It is made when it is
// needed first, as that takes longer than to read a small part.
var usualDeclaration = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(
		`^<\?xml[ \t\r\n]+version=("1\.0"|'1\.0')([ \t\r\n]+encoding=("(?i:utf-8)"|'(?i:utf-8)'))?` +
			`([ \t\r\n]+standalone=("(yes|no)"|'(yes|no)'))?[ \t\r\n]*$`)
})

// prolog reads the byte order mark and the XML declaration, whose encoding must be UTF-8.
func (s *Scanner) prolog() error {
	const longest = 256
	for len(s.buf) < longest {
		if err := s.more(); err == io.EOF {
			break
		} else if err != nil {
			return err
		}
	}
	s.buf = bytes.TrimPrefix(s.buf, []byte("\xef\xbb\xbf"))
	if !bytes.HasPrefix(s.buf, []byte("<?xml")) {
		return nil
	}
	end := bytes.Index(s.buf, []byte("?>"))
	if end < 0 || end > longest {
		return ErrAside
	}
	if declaration := s.buf[:end]; string(declaration) != excelDeclaration && !usualDeclaration().Match(declaration) {
		return ErrAside
	}
	s.buf = s.buf[end+2:]
	return nil
}

// Next reads the next token; its bytes hold until the next call.
func (s *Scanner) Next(t *Token) error {
	if s.pending {
		s.pending = false
		return s.end(t)
	}
	for {
		if len(s.buf) == 0 {
			if err := s.more(); err != nil {
				return s.finish(t, err)
			}
			continue
		}
		if s.buf[0] != '<' {
			if given, err := s.text(t); given || err != nil {
				return err
			}
			continue
		}
		n, given, err := s.markup(t, s.buf)
		switch {
		case err == errShort:
			if err := s.more(); err != nil {
				return s.finish(t, err)
			}
		case err != nil:
			return err
		default:
			s.buf = s.buf[n:]
			if given {
				return nil
			}
		}
	}
}

// finish turns the end of the input into EndPart when every element was closed and nothing
// is left over.
func (s *Scanner) finish(t *Token, err error) error {
	if err != io.EOF {
		return err
	}
	if len(s.buf) > 0 || !s.rooted || len(s.starts) > 0 {
		return grid.CutOff("データ", "The data")
	}
	t.Kind = EndPart
	return nil
}

// markup reads what starts with < at the front of b. It returns its length and whether t was
// filled; the bytes of t lie in b or in scratch.
func (s *Scanner) markup(t *Token, b []byte) (n int, given bool, err error) {
	if len(b) < 2 {
		return 0, false, errShort
	}
	switch b[1] {
	case '/':
		n, err = s.endTag(b)
		if err != nil {
			return 0, false, err
		}
		return n, true, s.end(t)
	case '!':
		n, err = comment(b)
		return n, false, err
	case '?':
		return 0, false, ErrAside
	}
	n, err = s.startTag(t, b)
	return n, true, err
}

// comment returns the length of a comment; CDATA and document types are not for the scanner.
func comment(b []byte) (int, error) {
	const start, stop = "<!--", "-->"
	if len(b) < len(start) {
		return 0, errShort
	}
	if string(b[:len(start)]) != start {
		return 0, ErrAside
	}
	i := bytes.Index(b[len(start):], []byte("--"))
	end := len(start) + i + len(stop)
	switch {
	case i < 0, end > len(b):
		return 0, errShort
	case b[end-1] != '>' || !PlainText(b[len(start):end]):
		return 0, ErrAside
	}
	return end, nil
}

// endTag checks an end tag against the element that is open.
func (s *Scanner) endTag(b []byte) (n int, err error) {
	depth := len(s.starts)
	if depth == 0 {
		return 0, ErrAside
	}
	name := s.open[s.starts[depth-1]:]
	n = 2 + len(name)
	if len(b) <= n {
		return 0, errShort
	}
	if string(b[2:n]) != string(name) {
		return 0, ErrAside
	}
	for isSpace(b[n]) {
		if n++; n == len(b) {
			return 0, errShort
		}
	}
	if b[n] != '>' {
		return 0, ErrAside
	}
	return n + 1, nil
}

// end closes the innermost element.
func (s *Scanner) end(t *Token) error {
	last := len(s.starts) - 1
	t.Kind = EndTag
	s.open, s.starts = s.open[:s.starts[last]], s.starts[:last]
	return nil
}

// Front returns what was unpacked and not yet read when the next token begins there and element names
// have no prefix, else nil; depth is how many elements are open. A caller that knows what stands there may
// read it in one go, see pass.
func (s *Scanner) Front() (b []byte, depth int) {
	if s.prefix != "" || s.pending {
		return nil, 0
	}
	return s.buf, len(s.starts)
}

// Pass goes on after the first n bytes of what front returned, which must be whole elements.
func (s *Scanner) Pass(n int) { s.buf = s.buf[n:] }
