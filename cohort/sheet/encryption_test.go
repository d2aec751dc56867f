package sheet

import (
	"encoding/binary"
	"fmt"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"pilot90/cohort/sheet/grid"
	"pilot90/cohort/sheet/sheettest"
)

// A treeEntry is one entry of a directory with the entry to its right and the first inside it.
type treeEntry struct {
	name         string
	kind         byte // 1 storage, 2 stream, 5 root
	right, child uint32
}

const noEntry = 0xffffffff

// compoundTree writes an OLE container whose streams all hold the same data, of 4 KB and more:
// header, directory, data, and the allocation table, of a size the header can name.
func compoundTree(data string, entries ...treeEntry) []byte {
	const size, end = 512, 0xfffffffe
	sectors := func(n int) int { return (n + size - 1) / size }
	directory, content := sectors(128*len(entries)), sectors(len(data))
	tables := sectors(4*(directory+content)) + 8
	raw := make([]byte, (1+directory+content+tables)*size)
	copy(raw, oleSignature)
	put := func(at int, v uint32) { binary.LittleEndian.PutUint32(raw[at:], v) }
	put(24, 0x0003003e) // version
	put(28, 0x0009fffe) // byte order, sectors of 512 bytes
	put(32, 6)
	for at, v := range map[int]uint32{44: uint32(tables), 48: 0, 56: 4096, 60: end, 68: end} {
		put(at, v)
	}
	for i := range headerDIFAT {
		put(76+4*i, noEntry)
	}
	first := directory + content // sector of the table
	for i := range tables {
		put(76+4*i, uint32(first+i))
	}
	for i := range tables * size / 4 {
		next := uint32(i + 1)
		switch {
		case i == directory-1, i == first-1:
			next = end
		case i >= first:
			next = noEntry
		}
		put((1+first)*size+4*i, next)
	}
	for i, e := range entries {
		at := size + 128*i
		for j, unit := range utf16.Encode([]rune(e.name)) {
			binary.LittleEndian.PutUint16(raw[at+2*j:], unit)
		}
		put(at+64, uint32(2*len(e.name)+2)|uint32(e.kind)<<16|1<<24)
		put(at+68, noEntry)
		put(at+72, e.right)
		put(at+76, e.child)
		if put(at+116, end); e.kind == 2 {
			put(at+116, uint32(directory))
			put(at+120, uint32(len(data)))
		}
	}
	for at := size + 128*len(entries); at < (1+directory)*size; at += 128 { // what is left of the last sector
		for _, id := range []int{68, 72, 76} {
			put(at+id, noEntry)
		}
	}
	copy(raw[(1+directory)*size:], data)
	return raw
}

// agile writes an encrypted workbook that only says how it is encrypted.
func agile(spin, keyHash, dataHash string) []byte {
	info := "\x04\x00\x04\x00\x40\x00\x00\x00" +
		`<encryption xmlns="http://schemas.microsoft.com/office/2006/encryption">` +
		`<keyData saltSize="16" blockSize="16" keyBits="128" hashSize="64" hashAlgorithm="` + dataHash +
		`" saltValue="AAAA"/><keyEncryptors><keyEncryptor>` +
		`<p:encryptedKey xmlns:p="http://schemas.microsoft.com/office/2006/keyEncryptor/password" ` + spin +
		` keyBits="128" hashAlgorithm="` + keyHash +
		`" saltValue="AAAA" encryptedKeyValue="AAAA"/></keyEncryptor></keyEncryptors></encryption>`
	return compoundTree(info+strings.Repeat(" ", 4096),
		treeEntry{"Root Entry", 5, noEntry, 1}, treeEntry{"EncryptionInfo", 2, 2, noEntry},
		treeEntry{"EncryptedPackage", 2, noEntry, noEntry})
}

func TestEncryptionThatIsNotTried(t *testing.T) {
	for _, c := range []struct{ name, spin, keyHash, dataHash, want, fix string }{
		{"too many rounds", `spinCount="2000001"`, "SHA512", "SHA512", grid.CodeLimit, "パスワードを外し"},
		{"in single quotes", `spinCount='2000000000'`, "SHA512", "SHA512", grid.CodeLimit, "パスワードを外し"},
		{"with blanks", "spinCount\n=\t'2000000000'", "SHA512", "SHA512", grid.CodeLimit, "パスワードを外し"},
		{"more than a number holds", `spinCount="99999999999999999999"`, "SHA512", "SHA512", grid.CodeUnreadable, ""},
		{"two ways of hashing", `spinCount="1"`, "SHA512", "SHA1", grid.CodeEncrypted, "Excelで開いてパスワードを外し"},
		{"damaged inside", `spinCount="1"`, "SHA512", "sha512", grid.CodeUnreadable, ""}, // a salt of 3 bytes
	} {
		_, findings := read(t, "a.xlsx", agile(c.spin, c.keyHash, c.dataHash), Options{Password: "password"})
		if len(findings) != 1 || findings[0].Code != c.want || !strings.Contains(findings[0].Fix.JA, c.fix) {
			t.Errorf("%s: %s %v", c.name, shown(nil, findings), findings)
		}
	}
}

// TestDefaultPassword: a workbook protected against changes is encrypted with a password that Excel
// tries by itself ([MS-OFFCRYPTO] 2.4.2.3).
func TestDefaultPassword(t *testing.T) {
	locked, err := excelize.Encrypt(sheettest.Zip(t, noisy(t)), &excelize.Options{Password: "VelvetSweatshop"})
	if err != nil {
		t.Fatal(err)
	}
	for _, password := range []string{"", "of another file"} {
		if got := shown(read(t, "a.xlsx", locked, Options{Password: password})); got != "A1#=1" {
			t.Errorf("password %q: %s", password, got)
		}
	}
}

// noisy are the parts of a workbook that stays large when packed: the library cannot read back its
// own files under 4 KB.
func noisy(t *testing.T) sheettest.Parts {
	t.Helper()
	var noise strings.Builder
	for n := uint32(1); noise.Len() < 20_000; n = n*1664525 + 1013904223 {
		fmt.Fprintf(&noise, "<!--%x-->", n)
	}
	return sheettest.Workbook(sheettest.Sheet(noise.String()+`<row r="1"><c r="A1"><v>1</v></c></row>`), nil)
}

// TestDocumentInDocument: the streams of what is embedded do not tell the kind of the file.
func TestDocumentInDocument(t *testing.T) {
	data := excel95 + strings.Repeat(" ", 4096)
	word := compoundTree(data, treeEntry{"Root Entry", 5, noEntry, 1}, treeEntry{"WordDocument", 2, 2, noEntry},
		treeEntry{"ObjectPool", 1, noEntry, 3}, treeEntry{"Workbook", 2, noEntry, noEntry})
	excel := compoundTree(data, treeEntry{"Root Entry", 5, noEntry, 1}, treeEntry{"Workbook", 2, 2, noEntry},
		treeEntry{"MBD0001", 1, noEntry, 3}, treeEntry{"WordDocument", 2, noEntry, noEntry})
	for want, file := range map[string][]byte{grid.CodeOtherKind: word, grid.CodeOldExcel: excel} {
		if got := shown(read(t, "a.xls", file, Options{})); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}

// TestDirectoryWithoutEnd: an entry that lies in 20,000 others would keep a path of 20,000 names each.
func TestDirectoryWithoutEnd(t *testing.T) {
	const deep = 20_000
	for want, first := range map[string][2]string{
		grid.CodeUnreadable: {"EncryptionInfo", "EncryptedPackage"}, grid.CodeLimit: {"Workbook", "Ctls"},
	} {
		entries := []treeEntry{{"Root Entry", 5, noEntry, 1}, {first[0], 2, 2, noEntry}, {first[1], 2, 3, noEntry}}
		for i := len(entries); i < deep; i++ {
			entries = append(entries, treeEntry{"a", 1, noEntry, uint32(i + 1)})
		}
		entries = append(entries, treeEntry{"b", 1, noEntry, noEntry})
		file := compoundTree(strings.Repeat(" ", 4096), entries...)
		var got string
		if used := allocated(func() { got = shown(read(t, "a.xlsx", file, Options{Password: "p"})) }); got != want ||
			used > 64*mib {
			t.Errorf("%s of %d MiB, want %s", got, used/mib, want)
		}
	}
}

// TestAllocationTableBeyondTheHeader follows a chain through the lists that large files have.
func TestAllocationTableBeyondTheHeader(t *testing.T) {
	const size, lists, table = 512, 20, 30 // sectors of the two lists and of the table's last sector
	raw := make([]byte, 40*size)
	put := func(sector, i int, v uint32) { binary.LittleEndian.PutUint32(raw[(sector+1)*size+4*i:], v) }
	binary.LittleEndian.PutUint32(raw[68:], lists)
	binary.LittleEndian.PutUint32(raw[72:], 2)
	put(lists, 126, table)   // the last place of the first list
	put(lists, 127, lists+1) // where the second list stands
	put(lists+1, 0, table+1) // its first place
	put(table, 5, 77)        // the sector after 5 of that part of the table
	put(table+1, 5, 88)
	c := compound{raw, size, false}
	for i, want := range map[uint32]uint32{headerDIFAT + 126: 77, headerDIFAT + 127: 88} {
		if got, ok := c.following(i*128 + 5); !ok || got != want {
			t.Errorf("table sector %d: %d %v, want %d", i, got, ok, want)
		}
	}
	if _, ok := c.following((headerDIFAT + 2*127) * 128); ok {
		t.Error("a list too many was followed")
	}
}
