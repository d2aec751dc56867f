package sheet

import (
	"encoding/binary"
	"strings"
	"testing"
	"unicode/utf16"
)

// TestCompoundEntryName: a name has up to 31 characters, 64 bytes with the one that ends it (MS-CFB 2.6.1); longer ones
// are damage, and an entry without a name or a kind is empty.
func TestCompoundEntryName(t *testing.T) {
	entry := func(name string, length int, kind byte) []byte {
		e := make([]byte, 128)
		for i, u := range utf16.Encode([]rune(name)) {
			binary.LittleEndian.PutUint16(e[2*i:], u)
		}
		binary.LittleEndian.PutUint16(e[64:], uint16(length))
		e[66] = kind
		binary.LittleEndian.PutUint64(e[120:], 1<<32+7)
		return e
	}
	longest := strings.Repeat("長", 31)
	for _, tt := range []struct {
		entry      []byte
		name       string
		size, wide uint64
	}{
		{entry(longest, 64, 2), longest, 7, 1<<32 + 7},
		{entry("EncryptionInfo", 30, 2), "EncryptionInfo", 7, 1<<32 + 7},
		{entry("Ctls", 10, 1), "Ctls", 0, 0}, // a storage has no size
		{entry(longest, 66, 2), "", 0, 0},
		{entry("a", 1, 2), "", 0, 0},
		{entry("a", 4, 0), "", 0, 0},
	} {
		if name, size := (compound{}).entry(tt.entry); name != tt.name || size != tt.size {
			t.Errorf("%q of %d, want %q of %d", name, size, tt.name, tt.size)
		}
		if name, size := (compound{wide: true}).entry(tt.entry); name != tt.name || size != tt.wide {
			t.Errorf("wide: %q of %d, want %q of %d", name, size, tt.name, tt.wide)
		}
	}
}
