package biff

import (
	"context"
	"encoding/binary"

	"pilot90/cohort/sheet/grid"
)

// The types of the records that are read ([MS-XLS] 2.3.1).
const (
	recFormula     = 0x0006
	recEOF         = 0x000a
	recDateMode    = 0x0022
	recFilePass    = 0x002f
	recFont        = 0x0031
	recContinue    = 0x003c
	recColInfo     = 0x007d
	recWSBool      = 0x0081
	recBoundSheet  = 0x0085
	recMulRK       = 0x00bd
	recRString     = 0x00d6
	recXF          = 0x00e0
	recMergedCells = 0x00e5
	recSST         = 0x00fc
	recLabelSST    = 0x00fd
	recRecalcID    = 0x01c1
	recNumber      = 0x0203
	recLabel       = 0x0204
	recBoolErr     = 0x0205
	recString      = 0x0207
	recRow         = 0x0208
	recArray       = 0x0221
	recRK          = 0x027e
	recFormat      = 0x041e
	recSharedFmla  = 0x04bc
	recBOF         = 0x0809
)

// The types of substreams that a BOF names behind the version.
const (
	typeOfStream = 2

	globalsStream   = 0x0005
	worksheetStream = 0x0010
)

// biff8 is the version that a BOF of Excel 97 to 2003 names.
const biff8 = 0x0600

// oldCells are the records of cells of Excel 2 to 4. In a sheet of BIFF8 they would be cells that nobody reads.
var oldCells = map[uint16]bool{1: true, 2: true, 3: true, 4: true, 5: true, 0x0206: true, 0x0406: true}

// A record is one record; data is a piece of the stream.
type record struct {
	kind uint16
	data []byte
}

// u16 reads the two bytes at i, which must be there.
func (r record) u16(i int) int { return int(binary.LittleEndian.Uint16(r.data[i:])) }

func (r record) u32(i int) uint32 { return binary.LittleEndian.Uint32(r.data[i:]) }

// need is a fault unless the record has so many bytes.
func (r record) need(n int) error {
	if len(r.data) < n {
		return shortRecord()
	}
	return nil
}

func shortRecord() *grid.Fault {
	return grid.Damaged("ブックの中の記録が短すぎます", "a record of the workbook is too short")
}

// records reads the records of a stream one after the other. The last record that is wanted is always an EOF: the end
// of the stream is no end.
type records struct {
	stream []byte
	at     int
}

func (r *records) next() (record, error) {
	const head = 4
	rest := r.stream[r.at:]
	if len(rest) < head {
		return record{}, cutOff()
	}
	end := head + int(binary.LittleEndian.Uint16(rest[2:]))
	if len(rest) < end {
		return record{}, cutOff()
	}
	r.at += end
	return record{binary.LittleEndian.Uint16(rest), rest[head:end]}, nil
}

func cutOff() *grid.Fault { return grid.CutOff("ファイル", "The file") }

// begin reads the BOF of a substream; its type is behind the version.
func (r *records) begin() (bof record, err error) {
	bof, err = r.next()
	switch {
	case err != nil:
		return bof, err
	case bof.kind == 0x0009, bof.kind == 0x0209, bof.kind == 0x0409: // Excel 2, 3 and 4
		return bof, grid.OldExcel()
	case bof.kind != recBOF:
		return bof, grid.Damaged("ブックかシートの始まりがありません", "no start of a workbook or sheet")
	case len(bof.data) < 4:
		return bof, shortRecord()
	case bof.u16(0) != biff8:
		return bof, grid.OldExcel()
	}
	return bof, nil
}

// A substream reads the records of a sheet or of the globals, from behind the BOF to the EOF, without those of the
// charts in it.
type substream struct {
	records
	ctx   context.Context
	count int
	done  bool
}

// open starts to read the substream at a place of the stream, behind its BOF.
func (w *workbook) open(at int) (s *substream, bof record, err error) {
	if at < 0 || at > len(w.stream) {
		return nil, bof, cutOff()
	}
	s = &substream{records: records{w.stream, at}, ctx: w.ctx}
	bof, err = s.begin()
	return s, bof, err
}

// checked is the number of records after which the time is looked at.
const checked = 4096

// next returns the next record; more is false at the end.
func (s *substream) next() (rec record, more bool, err error) {
	for depth := 0; !s.done; {
		if s.count++; s.count%checked == 0 && s.ctx.Err() != nil {
			return record{}, false, grid.ContextFault(s.ctx)
		}
		if rec, err = s.records.next(); err != nil {
			return record{}, false, err
		}
		switch {
		case rec.kind == recBOF:
			depth++
		case rec.kind == recEOF && depth == 0:
			s.done = true
		case rec.kind == recEOF:
			depth--
		case depth == 0:
			return rec, true, nil
		}
	}
	return record{}, false, nil
}
