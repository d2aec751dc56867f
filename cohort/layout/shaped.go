package layout

import (
	"strings"
	"sync"

	"pilot90/cohort/schema"
	"pilot90/cohort/sheet/grid"
)

// ColumnNamed returns the key of the table's column that a heading names; "" for none.
func ColumnNamed(table schema.Key, heading string) string {
	m, ok := headingIndexes()[table].match(heading)
	if !ok {
		return ""
	}
	return schema.ByKey(table).Columns[m.column].Key
}

// SaysTotal reports a word for a total or another summary, such as 合計, 4月小計 or Total.
func SaysTotal(text string) bool { return saysTotal(text) }

// KeySaysTotal is SaysTotal where a person or a day would stand, with the words that only mean a total there:
// 集計, 佐藤花子 計. As the name of a job アンケート集計 is none.
func KeySaysTotal(text string) bool {
	return saysTotal(text) || labelled(text, keyTotalText) && !labelled(text, noTotalText)
}

// A Stated is a person whom a label above a table names.
type Stated struct {
	Typed    string // the name or the id
	Row, Col int    // the cell of the value
	Weak     bool   // the label may mean someone else: 担当
}

// PeopleAbove returns whom the labels above a row name, from top to bottom.
func PeopleAbove(g *grid.Grid, table schema.Key, row int) []Stated {
	var out []Stated
	for _, s := range newLayout(g).statements(&search{schema: schema.ByKey(table), best: &candidate{first: row}}) {
		at, col, _ := grid.ParseRef(s.ref) // an address that Ref made
		out = append(out, Stated{Typed: s.typed, Row: at, Col: col, Weak: s.weak})
	}
	return out
}

// remembered keeps what a pure function made of a text: sheets repeat their headings, each is asked for many tables
// and readings, and a process may read the ledgers of many municipalities. It forgets all when it is full.
type remembered[T any] struct {
	make func(text string) T
	lock sync.RWMutex
	of   map[string]T
}

// The bounds of what is remembered: a few MB at most.
const mostRemembered, longestRemembered = 8_192, 128

func remember[T any](make func(text string) T) *remembered[T] {
	return &remembered[T]{make: make, of: map[string]T{}}
}

// get returns what the function makes of the text.
func (m *remembered[T]) get(text string) T {
	if len(text) > longestRemembered {
		return m.make(text)
	}
	m.lock.RLock()
	made, known := m.of[text]
	m.lock.RUnlock()
	if known {
		return made
	}
	made = m.make(text)
	m.lock.Lock()
	defer m.lock.Unlock()
	if len(m.of) >= mostRemembered {
		clear(m.of)
	}
	m.of[strings.Clone(text)] = made // not the block of texts that it was read into
	return made
}
