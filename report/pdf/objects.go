package pdf

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"sync"

	"pilot90/cohort/pattern"
)

// objects is a PDF file taken apart: the objects by number from 1, index 0 unused.
type objects struct {
	list       []object
	root, info int
}

// object is the text of an object and, for a stream, the data after its dictionary.
type object struct {
	text   string
	stream []byte
	filled bool // has a stream, be it empty
	packed bool // the stream is compressed already
}

var errLayout = errors.New("pdf: the written file does not have the layout that gofpdf gives it")

// takeApart reads a file as gofpdf writes it: a cross-reference table, streams that begin
// after "stream\n". It is no reader of PDF files in general.
func takeApart(raw []byte) (*objects, error) {
	_, tail, ok := bytes.Cut(raw[max(0, len(raw)-64):], []byte("startxref\n"))
	first, _, _ := bytes.Cut(tail, []byte("\n"))
	at, err := strconv.Atoi(string(first))
	if !ok || err != nil || at <= 0 || at >= len(raw) {
		return nil, errLayout
	}
	lines := bytes.Split(raw[at:], []byte("\n"))
	var count int
	if _, err := fmt.Sscanf(string(lines[1]), "0 %d", &count); err != nil || len(lines) < count+2 {
		return nil, errLayout
	}
	starts := make([]int, count)
	for i := 1; i < count; i++ {
		if starts[i], err = strconv.Atoi(string(lines[2+i][:10])); err != nil {
			return nil, errLayout
		}
	}
	o := &objects{list: make([]object, count)}
	for i := 1; i < count; i++ {
		if o.list[i], err = cutObject(raw, starts, i, at); err != nil {
			return nil, err
		}
	}
	o.info, o.root = count-2, count-1
	return o, nil
}

// cutObject returns the object that begins at starts[i] and ends where the next begins.
func cutObject(raw []byte, starts []int, i, end int) (object, error) {
	for _, s := range starts[1:] {
		if s > starts[i] && s < end {
			end = s
		}
	}
	if starts[i] <= 0 || starts[i] >= end {
		return object{}, errLayout
	}
	body, ok := bytes.CutPrefix(raw[starts[i]:end], fmt.Appendf(nil, "%d 0 obj\n", i))
	body, ok2 := bytes.CutSuffix(body, []byte("endobj\n"))
	if !ok || !ok2 {
		return object{}, errLayout
	}
	head, data, isStream := bytes.Cut(body, []byte("\nstream\n"))
	if !isStream {
		return object{text: string(bytes.TrimSpace(body))}, nil
	}
	data, ok = bytes.CutSuffix(data, []byte("\nendstream\n"))
	if !ok {
		return object{}, errLayout
	}
	head = bytes.TrimSpace(head)
	return object{text: string(head), stream: data, filled: true, packed: bytes.Contains(head, []byte("/FlateDecode"))},
		nil
}

// add appends an object and returns its number.
func (o *objects) add(text string) int {
	o.list = append(o.list, object{text: text})
	return len(o.list) - 1
}

// write returns the whole file: streams compressed, all other objects packed into object
// streams (PDF 1.5), the identifier made from everything that was written before it.
func (o *objects) write() []byte {
	b := bytes.NewBufferString("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n" + Signature + "\n")
	type place struct{ kind, a, b int }
	places := make([]place, len(o.list))
	places[0] = place{0, 0, 65535}
	var packed []int
	for i := 1; i < len(o.list); i++ {
		if !o.list[i].filled {
			packed = append(packed, i)
			continue
		}
		places[i] = place{1, b.Len(), 0}
		o.list[i].write(b, i)
	}
	for chunk := range slices.Chunk(packed, 400) {
		number := len(places)
		for k, i := range chunk {
			places[i] = place{2, number, k}
		}
		places = append(places, place{1, b.Len(), 0})
		o.pack(chunk).write(b, number)
	}
	start := b.Len()
	places = append(places, place{1, start, 0})
	var table []byte
	for _, p := range places {
		table = append(table, byte(p.kind))
		table = binary.BigEndian.AppendUint32(table, uint32(p.a))
		table = binary.BigEndian.AppendUint16(table, uint16(p.b))
	}
	id := sha256.Sum256(b.Bytes())
	text := fmt.Sprintf("<</Type/XRef/Size %d/W[1 4 2]/Root %d 0 R/Info %d 0 R/ID[<%X><%X>]>>", len(places), o.root,
		o.info, id[:16], id[:16])
	object{text: text, stream: table, filled: true}.write(b, len(places)-1)
	fmt.Fprintf(b, "startxref\n%d\n%%%%EOF\n", start)
	return b.Bytes()
}

// pack puts objects without streams into one stream.
func (o *objects) pack(numbers []int) object {
	var index, body bytes.Buffer
	for _, i := range numbers {
		fmt.Fprintf(&index, "%d %d ", i, body.Len())
		body.WriteString(o.list[i].text + "\n")
	}
	text := fmt.Sprintf("<</Type/ObjStm/N %d/First %d>>", len(numbers), index.Len())
	return object{text: text, stream: append(index.Bytes(), body.Bytes()...), filled: true}
}

var streamKeys = pattern.New(`\s*/(Length \d+|Filter /FlateDecode)`)

// write writes a stream object, its data compressed once.
func (o object) write(b *bytes.Buffer, number int) {
	data := o.stream
	if !o.packed {
		data = squeeze(data)
	}
	head := streamKeys.ReplaceAllString(o.text, "")
	head = head[:len(head)-2]
	fmt.Fprintf(b, "%d 0 obj\n%s/Filter/FlateDecode/Length %d>>\nstream\n", number, head, len(data))
	b.Write(data)
	b.WriteString("\nendstream\nendobj\n")
}

// squeezers are compressors at rest: one has a megabyte of tables.
var squeezers = sync.Pool{New: func() any {
	z, err := zlib.NewWriterLevel(nil, zlib.BestCompression)
	if err != nil {
		panic(err) // the level is a constant of the same package
	}
	return z
}}

// squeeze compresses data; writing to memory does not fail.
func squeeze(data []byte) []byte {
	var b bytes.Buffer
	z := squeezers.Get().(*zlib.Writer)
	defer squeezers.Put(z)
	z.Reset(&b)
	_, _ = z.Write(data)
	_ = z.Close()
	return b.Bytes()
}
