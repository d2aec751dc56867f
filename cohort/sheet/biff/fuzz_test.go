package biff_test

import (
	"errors"
	"runtime"
	"testing"

	"pilot90/cohort/sheet/biff"
	"pilot90/cohort/sheet/grid"
)

// FuzzRead reads any stream: a Book in order or a Fault, in memory that its size bounds.
func FuzzRead(f *testing.F) {
	f.Add([]byte(nil))
	f.Add(one(table(long("氏名"), narrow("abc"))+marks,
		shared(1, 1, 0, 0)+whole(2, 1, 1, 45748)+rec(number, at(3, 1, 2), 1.5)))
	f.Add(one(rec(sst, uint64(1)<<32, uint16(4), byte(1|4|8), uint16(1), uint32(2), units("あい"))+
		rec(continues, byte(0), "ab", runsOf(0, 1), "xx")+marks, shared(1, 1, 0, 0)))
	f.Add(one("", formulaCell(1, 1, 0, special(0, 0), "")+rec(stringResult, long("x"))+
		formulaCell(2, 1, 0, 0.0, tokenText("")+refB2+joined)+rec(sharedFormula, uint64(0), uint16(1), "\x16")))
	f.Add(one("", rec(mulRK, uint16(0), uint16(1), uint16(0), rkWhole(7), uint16(1), rkWhole(8), uint16(2))+
		rec(label, at(2, 1, 0), narrow("a"))+rec(rstring, at(3, 1, 0), long("あ"), uint16(1), runsOf(0, 1))))
	beside := rowOf(1, true) + columnsOf(1, 3, 1) + rec(mergedCells, uint16(1), merge(1, 2, 1, 2))
	f.Add(made("", part{name: "a", records: beside}, part{name: "b", kind: 2},
		part{name: "c", state: 1, records: start(chart) + rec(eof) + errorsOf(7)}))
	f.Fuzz(func(t *testing.T, stream []byte) {
		if len(stream) > 1<<16 {
			return
		}
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		cells, err := cellsIn(t, stream)
		if _, fault := errors.AsType[*grid.Fault](err); err != nil && !fault {
			t.Fatal(err)
		}
		runtime.ReadMemStats(&after)
		if used := after.TotalAlloc - before.TotalAlloc; used > 64<<20 {
			t.Fatalf("%d MiB for %d bytes and %d cells", used>>20, len(stream), cells)
		}
	})
}

// cellsIn reads the rows of all sheets, checks what holds of every row, and counts the cells.
func cellsIn(t *testing.T, stream []byte) (cells int, err error) {
	t.Helper()
	texts := &grid.Arena{Limit: 1 << 30}
	parts, err := biff.Open(t.Context(), stream, grid.DefaultLimits())
	if err != nil {
		return 0, err
	}
	for _, p := range parts {
		rows, err := p.Rows(texts)
		if err != nil {
			return cells, err
		}
		for {
			r, more, err := rows.Next()
			if err != nil {
				return cells, err
			}
			if !more {
				break
			}
			checkRow(t, r)
			cells += len(r.Cells)
		}
	}
	return cells, nil
}

// checkRow checks what holds of every row.
func checkRow(t *testing.T, r grid.Row) {
	t.Helper()
	if r.Number < 1 || r.Number > 65536 || len(r.Cells) == 0 {
		t.Fatalf("row %d with %d cells", r.Number, len(r.Cells))
	}
	col := 0
	for _, c := range r.Cells {
		if c.Col <= col || c.Kind == 0 || c.Number != c.Number {
			t.Fatalf("row %d: column %d after %d: %+v", r.Number, c.Col, col, c)
		}
		col = c.Col
	}
}
