package sheet

import (
	"encoding/binary"
	"strings"
	"unicode/utf16"
)

// The constants of an OLE container (MS-CFB) that its directory needs.
const (
	compoundHeader = 512
	dirEntryLen    = 128
	endOfChain     = 0xfffffffa // and above: not a sector
	headerDIFAT    = 109        // sectors of the allocation table that the header names
)

// A compound is an OLE container in memory.
type compound struct {
	raw    []byte
	sector int
	wide   bool // sizes have 64 bits
}

// compoundStreams returns the names, in small letters, of the streams and storages of an OLE
// container. Sizes that the file cannot hold and chains that do not end are damage.
func compoundStreams(raw []byte) (map[string]bool, error) {
	bad := damaged("ファイルの目次が読めません", "bad OLE directory")
	if len(raw) < compoundHeader {
		return nil, cutOff("ファイル", "The file")
	}
	shift := binary.LittleEndian.Uint16(raw[30:])
	if shift != 9 && shift != 12 {
		return nil, bad
	}
	c := compound{raw, 1 << shift, binary.LittleEndian.Uint16(raw[26:]) > 3}
	for _, at := range []int{40, 44, 64, 72} { // sectors of the tables, for which memory is set aside
		if n := binary.LittleEndian.Uint32(raw[at:]); int64(n) > int64(len(raw)/c.sector) {
			return nil, bad
		}
	}
	names := map[string]bool{}
	sector := binary.LittleEndian.Uint32(raw[48:])
	for steps := 0; sector < endOfChain; steps++ {
		block, ok := c.block(sector)
		if !ok || steps > len(raw)/c.sector {
			return nil, bad
		}
		for e := 0; e+dirEntryLen <= len(block); e += dirEntryLen {
			name, size := c.entry(block[e : e+dirEntryLen])
			if size > uint64(len(raw)) {
				return nil, bad
			}
			names[strings.ToLower(name)] = true
		}
		if sector, ok = c.following(sector); !ok {
			return nil, bad
		}
	}
	return names, nil
}

// block returns a sector; the header stands before sector 0. The last may be short.
func (c compound) block(n uint32) ([]byte, bool) {
	start := (int64(n) + 1) * int64(c.sector)
	if start >= int64(len(c.raw)) {
		return nil, false
	}
	return c.raw[start:min(start+int64(c.sector), int64(len(c.raw)))], true
}

// following returns the sector after n in its chain. The allocation table is found through
// the header alone, enough for files of 7 MB and, in larger ones, for the directory's usual place.
func (c compound) following(n uint32) (uint32, bool) {
	perSector := uint32(c.sector / 4)
	i := n / perSector
	if i >= headerDIFAT {
		return endOfChain, true
	}
	table, ok := c.block(binary.LittleEndian.Uint32(c.raw[76+4*i:]))
	at := int(n%perSector) * 4
	if !ok || at+4 > len(table) {
		return 0, false
	}
	return binary.LittleEndian.Uint32(table[at:]), true
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
