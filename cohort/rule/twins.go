package rule

import (
	"bytes"
	"hash/maphash"

	"pilot90/cohort/record"
)

// twins finds rows that are alike. It keeps a number for each row in place of its text, and reads the row again
// where two have one number: the text of a long log is as large as the log.
type twins struct {
	key         func(to []byte, r record.Record) []byte // rows are alike when their keys are
	seed        maphash.Seed
	first       map[uint64]record.Record
	own, before []byte
}

func newTwins(key func([]byte, record.Record) []byte) *twins {
	return &twins{key: key, seed: maphash.MakeSeed(), first: map[uint64]record.Record{}}
}

// of returns the first row that is like this one, or nil when this is the first.
func (t *twins) of(r record.Record) record.Record {
	t.own = t.key(t.own[:0], r)
	for sum := maphash.Bytes(t.seed, t.own); ; sum++ {
		before, taken := t.first[sum]
		if !taken {
			t.first[sum] = r
			return nil
		}
		if t.before = t.key(t.before[:0], before); bytes.Equal(t.own, t.before) {
			return before
		}
	}
}

// oneSource reports rows that all stand below one heading of one sheet.
func oneSource(rows []record.Record) bool {
	for _, r := range rows {
		if r.At().Source != rows[0].At().Source {
			return false
		}
	}
	return true
}
