package bifftest

import "slices"

// smallStream is the size below which a stream is stored in another way.
const smallStream = 4096

// Container puts a Workbook stream into an OLE container: header, directory, stream, allocation table. Behind a small
// stream stand zeros, as behind those of many programs. It takes streams of up to 7 MB.
func Container(stream []byte) []byte {
	stream = append(slices.Clip(stream), make([]byte, max(smallStream-len(stream), 0))...)
	const sector, perTable = 512, 128
	sectors := (len(stream) + sector - 1) / sector
	tables := (1+sectors)/perTable + 1
	tables += (1 + sectors + tables) / perTable // themselves
	return []byte(Fields("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", make([]byte, 16), uint32(0x3003e), uint32(0x9fffe), uint64(6),
		uint32(0), uint32(tables), uint64(0), uint32(smallStream), uint32(end), uint32(0), uint32(end), uint32(0),
		places(1+sectors, tables),
		entry("Root Entry", 5, 1, end, 0), entry("Workbook", 2, free, 1, uint32(len(stream))), make([]byte, 256),
		stream, make([]byte, sectors*sector-len(stream)), chain(sectors, tables*perTable)))
}

// The numbers of no sector: behind the last of a chain, and in a place that is not used.
const end, free = 0xfffffffe, 0xffffffff

// places says in the header where the sectors of the table stand.
func places(first, tables int) []uint32 {
	list := make([]uint32, 109)
	for i := range list {
		list[i] = free
		if i < tables {
			list[i] = uint32(first + i)
		}
	}
	return list
}

// chain is a table in which sector 0, the directory, stands by itself and the stream behind it.
func chain(sectors, entries int) []uint32 {
	table := make([]uint32, entries)
	for i := range table {
		switch {
		case i == 0, i == sectors:
			table[i] = end
		case i < sectors:
			table[i] = uint32(i + 1)
		default:
			table[i] = free
		}
	}
	return table
}

// entry is one entry of the directory, without neighbours.
func entry(name string, kind byte, child, first, size uint32) string {
	head := Units(name) + string(make([]byte, 64-len(Units(name))))
	return Fields(head, uint16(len(Units(name))+2), kind, byte(1), uint32(free), uint32(free), child,
		make([]byte, 36), first, uint64(size))
}
