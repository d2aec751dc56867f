package merge_test

import (
	"bytes"
	"encoding/json"
	"math/rand/v2"
	"testing"
	"unsafe"

	"pilot90/kpi/merge"
)

// TestTextsShare: parts of two municipalities say after sharing what they said before, with the titles of the first in
// both and no room left over.
func TestTextsShare(t *testing.T) {
	m := maker{rand.New(rand.NewPCG(18, 1))}
	town := m.town("A")
	m.money(town)
	text := ledger(town)
	read := func() []merge.Part {
		parts := handedIn(t, text)
		return append(parts, parts[0])[:len(parts)] // with room
	}
	want, err := json.Marshal(read())
	if err != nil {
		t.Fatal(err)
	}
	texts := merge.NewTexts()
	first, second := texts.Parts(read()), texts.Parts(read())
	for _, parts := range [][]merge.Part{first, second} {
		if got, err := json.Marshal(parts); err != nil || !bytes.Equal(got, want) {
			t.Errorf("shared: %s, %v\nwant %s", got, err, want)
		}
	}
	for i := range first {
		a, b := &first[i], &second[i]
		if unsafe.StringData(a.Title.JA) != unsafe.StringData(b.Title.JA) {
			t.Errorf("%s has its title twice", a.ID)
		}
		if a.Table != nil && &a.Table.Columns[0] != &b.Table.Columns[0] {
			t.Errorf("%s has its headings twice", a.ID)
		}
	}
	if cap(first) != len(first) {
		t.Errorf("room for %d of %d parts", cap(first), len(first))
	}
}
