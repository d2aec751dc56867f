package xml

import (
	"bytes"
	"cmp"
	"encoding/xml"
	"errors"
	"io"
	"strings"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/unicode"

	"pilot90/cohort/lang"
	"pilot90/cohort/sheet/grid"
)

// XMLTokens is the tokenizer over encoding/xml: slow, and knows all of XML that a workbook may
// hold (other encodings, CDATA, comments). Entities of a document type are not expanded.
type XMLTokens struct {
	dec   *xml.Decoder
	in    *xmlInput
	Words *Vocabulary // set before the first token; nil for a part all in the namespace of its root
	space string      // namespace of the root
	depth int
	done  bool
	name  []byte
	value []byte
	attrs []attr
}

// NewXMLTokens reads a part of any encoding that XML can declare and Japanese files use.
func NewXMLTokens(r io.Reader) *XMLTokens {
	in := &xmlInput{r: utf16Reader(r)}
	dec := xml.NewDecoder(in)
	dec.CharsetReader = charsetReader
	return &XMLTokens{dec: dec, in: in}
}

// An xmlInput is what encoding/xml reads. It remembers why it ended, and bounds one tag, which
// the library would keep whole: no < may stand in one.
type xmlInput struct {
	r    io.Reader
	tag  int // bytes since the last <
	half halfWatch
	err  error // other than io.EOF
}

func (in *xmlInput) Read(b []byte) (int, error) {
	n, err := in.r.Read(b)
	if last := bytes.LastIndexByte(b[:n], '<'); last >= 0 {
		in.tag = n - last
	} else {
		in.tag += n
	}
	if in.tag > maxToken {
		err = longToken()
	}
	for _, c := range b[:n] {
		if in.half.add(c) {
			err = grid.Damaged("文字ではない番号（&#…;）があります", "a reference to half a character")
		}
	}
	if err != nil && err != io.EOF {
		in.err = err
		return 0, err
	}
	return n, err
}

// Next reads the next token; its bytes hold until the next call.
func (x *XMLTokens) Next(t *Token) error {
	for {
		tok, err := x.dec.Token()
		if err != nil {
			return x.end(t, err)
		}
		switch tok := tok.(type) {
		case xml.StartElement:
			return x.start(t, tok)
		case xml.EndElement:
			x.depth--
			x.done = x.depth == 0
			t.Kind, t.Name = EndTag, x.localName(tok.Name)
			return nil
		case xml.CharData:
			if x.depth == 0 {
				if strings.TrimSpace(string(tok)) != "" {
					return outsideRoot()
				}
				continue
			}
			t.Kind, t.Text = TextRun, tok
			return nil
		}
	}
}

func outsideRoot() *grid.Fault {
	return grid.Damaged("XMLの最後に余分な文字があります", "text outside the root element of an XML part")
}

// start fills t from a start tag.
func (x *XMLTokens) start(t *Token, el xml.StartElement) error {
	if x.done {
		return outsideRoot()
	}
	if x.depth == 0 {
		x.space = el.Name.Space
	}
	if x.depth++; x.depth > maxDepth {
		return grid.Damaged("XMLの入れ子が深すぎます", "XML nested too deeply")
	}
	if len(el.Attr) > maxAttrs {
		return grid.Damaged("XMLの属性が多すぎます", "an XML element with too many attributes")
	}
	t.Kind, t.Name = StartTag, x.localName(el.Name)
	x.attrs, x.value = x.attrs[:0], x.value[:0]
	for _, a := range el.Attr {
		name := a.Name.Local
		if a.Name.Space != "" {
			name = cmp.Or(x.Words.prefixOf(a.Name.Space), a.Name.Space) + ":" + name
		}
		x.attrs = append(x.attrs, attr{[]byte(name), []byte(a.Value)})
	}
	t.Attrs = x.attrs
	return nil
}

// maxDepth bounds the nesting of elements; Excel's own parts stay under 20.
const maxDepth = 256

// maxAttrs bounds the attributes of one element; Excel's own have fewer than 100.
const maxAttrs = 1000

func (x *XMLTokens) localName(n xml.Name) []byte {
	if x.Words != nil {
		prefix := x.Words.prefixOf(n.Space)
		if prefix == "" {
			return nil
		}
		x.name = append(append(append(x.name[:0], prefix...), ':'), n.Local...)
		return x.name
	}
	if n.Space != x.space {
		return nil
	}
	x.name = append(x.name[:0], n.Local...)
	return x.name
}

// end turns the end of the input into EndPart when the root element was closed.
func (x *XMLTokens) end(t *Token, err error) error {
	if errors.Is(err, io.EOF) {
		if !x.done {
			return grid.CutOff("データ", "The data")
		}
		t.Kind = EndPart
		return nil
	}
	if x.in.err != nil {
		return x.in.err
	}
	return xmlFault(err)
}

// xmlFault turns an error of encoding/xml that is not of its input into a Fault.
func xmlFault(err error) error {
	syntax, isSyntax := errors.AsType[*xml.SyntaxError](err)
	switch {
	case isSyntax && syntax.Msg == "unexpected EOF":
		return grid.CutOff("データ", "The data")
	case isSyntax:
		err = errors.New(syntax.Msg)
	case errors.Is(err, errCharset):
		return grid.Damaged("XMLの文字コードがわかりません", "unknown encoding of an XML part")
	}
	what := lang.Quote(strings.TrimPrefix(err.Error(), "xml: "))
	return grid.Damaged("XMLの書き方に誤りがあります", "XML: "+what)
}

var errCharset = errors.New("unknown charset")

// charsetReader is what encoding/xml asks for a declared encoding other than UTF-8. UTF-16
// was already read by utf16Reader.
func charsetReader(label string, r io.Reader) (io.Reader, error) {
	var enc encoding.Encoding
	switch strings.ToLower(label) {
	case "utf-8", "utf8", "us-ascii", "ascii", "utf-16", "utf-16le", "utf-16be":
		return r, nil
	case "shift_jis", "shift-jis", "sjis", "windows-31j", "cp932", "ms932":
		enc = japanese.ShiftJIS
	case "euc-jp":
		enc = japanese.EUCJP
	case "iso-8859-1", "latin1":
		enc = charmap.ISO8859_1
	case "windows-1252", "cp1252":
		enc = charmap.Windows1252
	default:
		return nil, errCharset
	}
	return enc.NewDecoder().Reader(r), nil
}

// utf16Reader reads UTF-16 (told by its byte order mark or its first characters) as UTF-8 and
// drops a byte order mark.
func utf16Reader(r io.Reader) io.Reader {
	head := make([]byte, 4)
	n, err := io.ReadFull(r, head)
	head = head[:n]
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
		return failed{err}
	}
	all := io.MultiReader(strings.NewReader(string(head)), r)
	switch {
	case strings.HasPrefix(string(head), "\xef\xbb\xbf"):
		return io.MultiReader(strings.NewReader(string(head[3:])), r)
	case strings.HasPrefix(string(head), "\xff\xfe"), strings.HasPrefix(string(head), "<\x00"):
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder().Reader(all)
	case strings.HasPrefix(string(head), "\xfe\xff"), strings.HasPrefix(string(head), "\x00<"):
		return unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewDecoder().Reader(all)
	}
	return all
}

// failed is a reader that only fails.
type failed struct{ err error }

func (f failed) Read([]byte) (int, error) { return 0, f.err }
