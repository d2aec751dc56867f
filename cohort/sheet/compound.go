package sheet

import (
	"encoding/binary"
	"strings"
	"unicode/utf16"

	"pilot90/cohort/sheet/grid"
)

// The constants of an OLE container (MS-CFB) that its directory needs.
const (
	compoundHeader = 512
	dirEntryLen    = 128
	endOfChain     = 0xfffffffa // and above: not a sector
	headerDIFAT    = 109        // sectors of the allocation table that the header names
)

// maxEntries bounds the directories that are walked as a tree, where each entry keeps its whole
// path; an encrypted workbook has a dozen.
const maxEntries = 1000

// A compound is an OLE container in memory.
type compound struct {
	raw    []byte
	sector int
	wide   bool // sizes have 64 bits
}

// compoundStreams returns the names, in small letters, of the streams and storages of an OLE
// container, and how many entries its directory has. Sizes that the file cannot hold and chains that
// do not end are damage.
func compoundStreams(raw []byte) (names map[string]bool, entries int, err error) {
	bad := badDirectory()
	if len(raw) < compoundHeader {
		return nil, 0, grid.CutOff("ファイル", "The file")
	}
	shift := binary.LittleEndian.Uint16(raw[30:])
	if shift != 9 && shift != 12 {
		return nil, 0, bad
	}
	c := compound{raw, 1 << shift, binary.LittleEndian.Uint16(raw[26:]) > 3}
	for _, at := range []int{40, 44, 64, 72} { // sectors of the tables, for which memory is set aside
		if n := binary.LittleEndian.Uint32(raw[at:]); int64(n) > int64(len(raw)/c.sector) {
			return nil, 0, bad
		}
	}
	names = map[string]bool{}
	sector := binary.LittleEndian.Uint32(raw[48:])
	for steps := 0; sector < endOfChain; steps++ {
		block, ok := c.block(sector)
		if !ok || steps > len(raw)/c.sector {
			return nil, 0, bad
		}
		for e := 0; e+dirEntryLen <= len(block); e += dirEntryLen {
			name, size := c.entry(block[e : e+dirEntryLen])
			if size > uint64(len(raw)) {
				return nil, 0, bad
			}
			names[strings.ToLower(name)] = true
			entries++
		}
		if sector, ok = c.following(sector); !ok {
			return nil, 0, bad
		}
	}
	return names, entries, nil
}

func badDirectory() *grid.Fault {
	return grid.Damaged("ファイルの目次が読めません", "bad OLE directory")
}

// block returns a sector; the header stands before sector 0. The last may be short.
func (c compound) block(n uint32) ([]byte, bool) {
	start := (int64(n) + 1) * int64(c.sector)
	if start >= int64(len(c.raw)) {
		return nil, false
	}
	return c.raw[start:min(start+int64(c.sector), int64(len(c.raw)))], true
}

// following returns the sector after n in its chain.
func (c compound) following(n uint32) (uint32, bool) {
	perSector := uint32(c.sector / 4)
	at, ok := c.tableSector(n / perSector)
	if !ok {
		return 0, false
	}
	table, ok := c.block(at)
	if !ok {
		return 0, false
	}
	return uint32At(table, n%perSector)
}

// tableSector returns where sector i of the allocation table stands: the header names the first,
// enough for files of 7 MB, and a chain of lists the others, each list with the place of the next.
func (c compound) tableSector(i uint32) (uint32, bool) {
	if i < headerDIFAT {
		return binary.LittleEndian.Uint32(c.raw[76+4*i:]), true
	}
	i -= headerDIFAT
	perList := uint32(c.sector/4 - 1)
	if i/perList >= binary.LittleEndian.Uint32(c.raw[72:]) {
		return 0, false
	}
	at := binary.LittleEndian.Uint32(c.raw[68:])
	for ; ; i -= perList {
		list, ok := c.block(at)
		if !ok {
			return 0, false
		}
		if i < perList {
			return uint32At(list, i)
		}
		if at, ok = uint32At(list, perList); !ok {
			return 0, false
		}
	}
}

// uint32At reads number i of a sector, which may be short.
func uint32At(block []byte, i uint32) (uint32, bool) {
	if int(i)*4+4 > len(block) {
		return 0, false
	}
	return binary.LittleEndian.Uint32(block[4*i:]), true
}

// entry reads the name and the size of one entry; an empty entry has no name.
func (c compound) entry(e []byte) (name string, size uint64) {
	n := int(binary.LittleEndian.Uint16(e[64:]))
	kind := e[66]
	if kind == 0 || n < 2 || n > 64 {
		return "", 0
	}
	units := make([]uint16, n/2-1)
	for i := range units {
		units[i] = binary.LittleEndian.Uint16(e[2*i:])
	}
	if kind != 2 { // only a stream has a size of its own
		return string(utf16.Decode(units)), 0
	}
	if !c.wide {
		return string(utf16.Decode(units)), uint64(binary.LittleEndian.Uint32(e[120:]))
	}
	return string(utf16.Decode(units)), binary.LittleEndian.Uint64(e[120:])
}
