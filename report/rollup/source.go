package rollup

import (
	"bytes"
	"compress/flate"
	"crypto/sha256"
	"encoding/json"
	"io"
	"slices"
	"sync"

	"pilot90/kpi/merge"
)

// HeldMemory is to how many bytes a run over many is held while what it keeps fits in, for debug.SetMemoryLimit: most
// of what is made there is of one municipality and soon let go of.
const HeldMemory = 64 << 20

// Source is a submission and where it is from, as the user says it. Of many only the head is in memory, who handed in
// what and when: it is enough to tell which count, and those alone are read once more, one after the other.
type Source struct {
	*Submission
	From  string
	again Again // nil: the submission is whole
}

// Again reads the whole of a submission of which there is the head.
type Again func(head Source) (*Submission, error)

// Headed is a source of which only the head is given: sum is the SHA-256 of what Write writes of the whole. The error
// is that of Read.
func Headed(head *Submission, sum [sha256.Size]byte, from string, again Again) (Source, error) {
	head.sum = sum
	return Source{head, from, again}, head.check()
}

// Sum is the SHA-256 of what Write writes of the whole, where Headed was given it; else zero.
func (s Source) Sum() [sha256.Size]byte { return s.sum }

// Whole is the submission with its figures. The error says that it cannot be read any more, or has become another.
func (s Source) Whole() (*Submission, error) {
	if s.again == nil {
		return s.Submission, nil
	}
	whole, err := s.again(s)
	if err == nil && !s.isHeadOf(whole) {
		return nil, said{JA: "読んでいるあいだに、ほかのものに変わりました。もう一度お試しください",
			EN: "it has become another while it was read; try again"}
	}
	return whole, err
}

func (s Source) isHeadOf(whole *Submission) bool {
	a, b := s.Submission, whole
	return a.Municipality.Code == b.Municipality.Code && a.AsOf == b.AsOf && a.FiscalYear == b.FiscalYear &&
		a.Revision == b.Revision && a.Definitions == b.Definitions && a.Period == b.Period && slices.Equal(a.Towns, b.Towns)
}

// digest is the SHA-256 of what Write writes; zero of what cannot be read any more, which equals no other.
func (s Source) digest() [sha256.Size]byte {
	if s.sum != ([sha256.Size]byte{}) {
		return s.sum
	}
	whole, err := s.Whole()
	if err != nil {
		return [sha256.Size]byte{}
	}
	data, err := whole.Bytes()
	if err != nil { // it has numbers that JSON has not
		return [sha256.Size]byte{}
	}
	return sha256.Sum256(data)
}

// heads makes heads of submissions, which share their texts: all but few are the same week after week.
type heads struct {
	lock  sync.Mutex
	texts *merge.Texts
}

// of is the head of a submission: what tells whether it counts, and is printed of one that does not.
func (h *heads) of(s *Submission) *Submission {
	head := Submission{Schema: s.Schema, Marking: s.Marking, Municipality: s.Municipality, Towns: s.Towns, Model: s.Model,
		AsOf: s.AsOf, Period: s.Period, FiscalYear: s.FiscalYear, Revision: s.Revision, Definitions: s.Definitions,
		Tool: s.Tool, Alliance: s.Alliance, Ledgers: s.Ledgers}
	h.lock.Lock()
	defer h.lock.Unlock()
	m := &head.Municipality
	for _, text := range []*string{&head.Schema, &head.Marking, &head.Model, &head.AsOf, &head.Period.From,
		&head.Period.To, &head.Period.End, &head.Definitions, &head.Tool, &m.Code, &m.Name, &m.Prefecture} {
		*text = h.texts.One(*text)
	}
	return &head
}

// fromFile reads a submission once more from the file that it is from.
func fromFile(head Source) (*Submission, error) {
	all, err := file(head.From)
	if err != nil {
		return nil, err
	}
	return all[0], nil
}

// packed keeps the whole of a submission that no file has, in a twentieth of its memory.
func packed(s *Submission) (Again, error) {
	var b bytes.Buffer
	w := writers.Get().(*flate.Writer)
	defer writers.Put(w)
	w.Reset(&b)
	if err := json.NewEncoder(w).Encode(s); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	data := bytes.Clone(b.Bytes())
	return func(Source) (*Submission, error) { return Read(flate.NewReader(bytes.NewReader(data))) }, nil
}

// writers are used again: each takes more memory than what it packs.
var writers = sync.Pool{New: func() any {
	w, err := flate.NewWriter(io.Discard, flate.DefaultCompression)
	if err != nil {
		panic(err) // of a level that there is not
	}
	return w
}}
