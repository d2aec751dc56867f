package xlsx

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"strconv"
	"strings"

	"pilot90/cohort/pattern"
)

// A longSheet is a data sheet whose rows are written into the archive as they are made: 根拠 may have 300,000 of them,
// which as the library's values and once more as XML would take many times the memory of the ledger.
type longSheet struct {
	sheet string
	fill  func(out io.Writer, words *sharedTexts) error // writes the rows below the heading
}

// longRows writes the rows of a longSheet below its heading.
type longRows struct {
	*data
	link  int // style of a text that is drawn as a link
	words *sharedTexts
	out   io.Writer
	line  []byte
}

// add writes the next row. A cell is a text, linkText, *float64, int or nil, as those of data.add.
func (l *longRows) add(cells ...any) error {
	l.row++
	tall := 1
	for i, v := range cells {
		if words, ok := v.(text); ok && l.widths[i] >= wrapFrom {
			tall = max(tall, linesIn(string(words), l.widths[i]))
		}
	}
	row := append(l.line[:0], `<row r="`...)
	row = append(strconv.AppendInt(row, int64(l.row), 10), `" ht="`...)
	row = append(strconv.AppendFloat(row, rowHeight(tall), 'f', -1, 64), `" customHeight="1">`...)
	for i, v := range cells {
		switch v := v.(type) {
		case nil:
		case text:
			if v != "" {
				row = l.text(row, i, l.textStyle(i, string(v)), string(v))
			}
		case linkText:
			row = l.text(row, i, l.link, string(v))
		case *float64:
			if v != nil {
				row = append(l.cell(row, i, l.number), `><v>`...)
				row = append(strconv.AppendFloat(row, *v, 'f', -1, 64), `</v></c>`...)
			}
		case int:
			row = append(l.cell(row, i, l.number), `><v>`...)
			row = append(strconv.AppendInt(row, int64(v), 10), `</v></c>`...)
		default:
			return fmt.Errorf("a cell of a long sheet cannot hold %T", v)
		}
	}
	l.line = append(row, `</row>`...)
	_, err := l.out.Write(l.line)
	return err
}

// cell begins a cell; none of these sheets has more columns than there are letters.
func (l *longRows) cell(row []byte, col, style int) []byte {
	row = append(row, `<c r="`...)
	row = append(row, byte('A'+col))
	row = append(strconv.AppendInt(row, int64(l.row), 10), `" s="`...)
	return append(strconv.AppendInt(row, int64(style), 10), '"')
}

func (l *longRows) text(row []byte, col, style int, s string) []byte {
	row = append(l.cell(row, col, style), ` t="s"><v>`...)
	return append(strconv.AppendInt(row, int64(l.words.number(s)), 10), `</v></c>`...)
}

// sharedTexts are the texts that cells name by their number, behind those that the library has made.
type sharedTexts struct {
	first int
	index map[string]int
	list  []string
}

func (s *sharedTexts) number(text string) int {
	n, known := s.index[text]
	if !known {
		n = s.first + len(s.list)
		s.index[text] = n
		s.list = append(s.list, text)
	}
	return n
}

var (
	sharedCounts = pattern.New(` count="(\d+)" uniqueCount="(\d+)"`)
	escaped      = pattern.New(`_x[0-9A-Fa-f]{4}_`) // what a spreadsheet takes for one character
)

const sharedEnd = "</sst>"

// readShared begins the texts behind those of the part that the library has made.
func readShared(part *bytes.Buffer) (*sharedTexts, error) {
	if part == nil {
		return nil, fmt.Errorf("xlsx: no part %s", stringsPart)
	}
	counts := sharedCounts.FindSubmatch(part.Bytes())
	if counts == nil || !bytes.HasSuffix(part.Bytes(), []byte(sharedEnd)) {
		return nil, fmt.Errorf("xlsx: %s is in another form", stringsPart)
	}
	first, err := strconv.Atoi(string(counts[2]))
	return &sharedTexts{first: first, index: map[string]int{}}, err
}

// appendTo puts the texts into the part.
func (s *sharedTexts) appendTo(part *bytes.Buffer) *bytes.Buffer {
	n := s.first + len(s.list)
	old := sharedCounts.ReplaceAll(bytes.TrimSuffix(part.Bytes(), []byte(sharedEnd)),
		fmt.Appendf(nil, ` count="%d" uniqueCount="%d"`, n, n))
	b := bytes.NewBuffer(old)
	for _, text := range s.list {
		space := ""
		if strings.TrimSpace(text) != text {
			space = ` xml:space="preserve"`
		}
		b.WriteString("<si><t" + space + ">")
		text = escaped.ReplaceAllString(cut(text), "_x005F$0")
		_ = xml.EscapeText(b, []byte(text)) // a buffer takes everything
		b.WriteString("</t></si>")
	}
	b.WriteString(sharedEnd)
	return b
}
