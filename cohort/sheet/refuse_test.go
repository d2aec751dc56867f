package sheet

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/unicode"

	"pilot90/cohort/sheet/grid"
	"pilot90/cohort/sheet/sheettest"
)

// compoundFile writes an OLE container whose directory holds the streams.
func compoundFile(streams ...string) []byte {
	raw := make([]byte, 3*512) // header, allocation table, directory
	copy(raw, oleSignature)
	binary.LittleEndian.PutUint16(raw[30:], 9)
	binary.LittleEndian.PutUint32(raw[48:], 1) // first sector of the directory
	binary.LittleEndian.PutUint32(raw[512+4:], 0xfffffffe)
	for i, name := range streams {
		entry := raw[1024+128*i:]
		for j, unit := range utf16.Encode([]rune(name)) {
			binary.LittleEndian.PutUint16(entry[2*j:], unit)
		}
		binary.LittleEndian.PutUint16(entry[64:], uint16(2*len([]rune(name))+2))
		entry[66] = 2
	}
	return raw
}

// excel95 is how a workbook of Excel 95 begins: its first record names the version 5.
const excel95 = "\x09\x08\x08\x00\x00\x05\x05\x00"

// oldFile writes an OLE container with one stream, a workbook of Excel 95.
func oldFile(stream string) []byte {
	return compoundTree(excel95+strings.Repeat("x", 5000),
		treeEntry{"Root Entry", 5, noEntry, 1}, treeEntry{stream, 2, noEntry, noEntry})
}

func TestFilesOfOtherKinds(t *testing.T) {
	zipOf := func(names ...string) []byte {
		p := sheettest.Parts{}
		for _, n := range names {
			p[n] = "<a/>"
		}
		return sheettest.Zip(t, p)
	}
	good := sheettest.Zip(t, sheettest.Workbook(sheettest.Sheet(`<row r="1"><c r="A1"><v>1</v></c></row>`), nil))
	for _, c := range []struct {
		name, file string
		data       []byte
		code, says string
	}{
		{"empty", "a.xlsx", nil, grid.CodeEmpty, "空"},
		{"empty csv", "a.csv", nil, grid.CodeEmpty, "空"},
		{"old Excel", "a.xls", oldFile("Workbook"), grid.CodeOldExcel, ".xls"},
		{"old Excel named xlsx", "a.xlsx", oldFile("Book"), grid.CodeOldExcel, ".xls"},
		{"very old Excel", "a.xls", []byte("\x09\x04\x06\x00\x00\x00\x10\x00"), grid.CodeOldExcel, ".xls"},
		{"old Word", "a.doc", compoundFile("Root Entry", "WordDocument"), grid.CodeOtherKind, "Word"},
		{"OLE of nothing known", "a.msg", compoundFile("Root Entry"), grid.CodeOtherKind, ""},
		{"OLE cut off", "a.xlsx", compoundFile("Workbook")[:600], grid.CodeUnreadable, ""},
		{"OLE header only", "a.xlsx", compoundFile("Workbook")[:100], grid.CodeCutOff, ""},
		{"ods without a spreadsheet", "a.ods", sheettest.Zip(t, sheettest.Parts{"content.xml": `<a/>`}), grid.CodeOtherKind,
			"OpenDocument"},
		{"flat ods", "a.fods", []byte(`<?xml version="1.0" encoding="UTF-8"?><office:document office:version="1.3">`),
			grid.CodeOtherKind, ".fods"},
		{"xlsb", "a.xlsx", zipOf("[Content_Types].xml", "_rels/.rels", "xl/workbook.bin"), grid.CodeOtherKind, "xlsb"},
		{"docx", "a.xlsx", zipOf("[Content_Types].xml", "word/document.xml"), grid.CodeOtherKind, "Word"},
		{"pptx", "a.xlsx", zipOf("[Content_Types].xml", "ppt/presentation.xml"), grid.CodeOtherKind, "PowerPoint"},
		{"numbers", "a.numbers", zipOf("Index/Document.iwa"), grid.CodeOtherKind, "Numbers"},
		{"zip", "a.zip", zipOf("台帳.csv"), grid.CodeOtherKind, "ZIP"},
		{"PDF", "a.xlsx", []byte("%PDF-1.7\n"), grid.CodeOtherKind, "PDF"},
		{"PNG", "a.png", []byte("\x89PNG\r\n\x1a\n"), grid.CodeOtherKind, "画像"},
		{"JPEG named csv", "a.csv", []byte("\xff\xd8\xff\xe0"), grid.CodeOtherKind, "画像"},
		{"HEIC", "a.xlsx", []byte("\x00\x00\x00\x18ftypheic"), grid.CodeOtherKind, "画像"},
		{"HTML named xls", "a.xls", []byte("\r\n<html><body><table>"), grid.CodeOtherKind, "HTML"},
		{"HTML with doctype", "a.csv", []byte("\ufeff<!DOCTYPE HTML>"), grid.CodeOtherKind, "HTML"},
		{"XML spreadsheet", "a.xls",
			[]byte(`<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>`), grid.CodeOtherKind,
			"XML"},
		{"XML spreadsheet without a declaration", "a.xls",
			[]byte(`<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Table>`), grid.CodeOtherKind, "XML"},
		{"XML spreadsheet with a table", "a.xls", []byte(`<?xml version="1.0"?><Workbook><Table>`), grid.CodeOtherKind,
			"XML"},
		{"some XML", "a.xlsx", []byte(`<a/>`), grid.CodeOtherKind, "XML"},
		{"HTML from a div", "a.xls", []byte("<div>1</div>"), grid.CodeOtherKind, "HTML"},
		{"HTML from a style, named csv", "a.csv", []byte("<style>a{}</style>"), grid.CodeOtherKind, "HTML"},
		{"HTML from a script", "a.xls", []byte("<SCRIPT>"), grid.CodeOtherKind, "HTML"},
		{"HTML in the middle", "a.xls", []byte("<center><b>4月</b><table>"), grid.CodeOtherKind, "HTML"},
		{"HTML from a comment", "a.xls", []byte("<!-- made by a program --><table>"), grid.CodeOtherKind, "HTML"},
		{"XHTML", "a.xls", []byte(`<?xml version="1.0"?><html>`), grid.CodeOtherKind, "HTML"},
		{"HTML in UTF-16", "a.xlsx", sheettest.Encode(t, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM),
			"<html><table>"), grid.CodeOtherKind, "HTML"},
		{"HTML in UTF-16, named csv", "a.csv",
			sheettest.Encode(t, unicode.UTF16(unicode.BigEndian, unicode.UseBOM), "<table>"), grid.CodeOtherKind, "HTML"},
		{"text in UTF-16", "a.xls", sheettest.Encode(t, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), "氏名\t時間\r\n"),
			grid.CodeOtherKind, "CSV"},
		{"MHT", "a.xls", []byte("MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\n"), grid.CodeOtherKind, "MHT"},
		{"Excel 5 without a container", "a.xls", []byte("\x09\x08\x08\x00\x00\x05\x10\x00"), grid.CodeOldExcel, ".xls"},
		{"CSV named xlsx", "a.xlsx", []byte("a,b\n1,2\n"), grid.CodeOtherKind, "CSV"},
		{"never written", "a.xlsx", make([]byte, 5000), grid.CodeUnreadable, "書き込まれていない"},
		{"noise", "a.xlsx", []byte{1, 2, 3, 4}, grid.CodeUnreadable, ""},
		{"half copied", "a.xlsx", good[:len(good)/2], grid.CodeCutOff, "途中で切れ"},
		{"lock file", "台帳/~$a.xlsx", []byte("\x05founder"), grid.CodeOtherKind, "作業用"},
	} {
		t.Run(c.name, func(t *testing.T) {
			book, findings := read(t, c.file, c.data, Options{})
			if book != nil || len(findings) != 1 {
				t.Fatal(shown(book, findings))
			}
			f := findings[0]
			if f.Code != c.code || !strings.Contains(f.Message.JA, c.says) || f.Fix.JA == "" || f.Fix.EN == "" ||
				f.File != c.file {
				t.Errorf("%s %q, want %s with %q", f.Code, f.Message.JA, c.code, c.says)
			}
		})
	}
}

// TestTextThatBeginsWithABracket: <参加者> is a heading, not a page.
func TestTextThatBeginsWithABracket(t *testing.T) {
	if got := shown(read(t, "a.csv", []byte("<参加者>,<時間>\nP1,2\n"), Options{})); got != "A1=<参加者> B1=<時間> A2=P1 B2=2" {
		t.Error(got)
	}
}

// TestMessagesStayShort: a damaged file may hold anything at the place that a message quotes.
func TestMessagesStayShort(t *testing.T) {
	long := strings.Repeat("長", 50_000)
	for name, p := range map[string]sheettest.Parts{
		"merge": sheettest.Workbook(`<worksheet xmlns="`+sheettest.MainSpace+`"><mergeCells><mergeCell ref="`+long+
			`"/></mergeCells></worksheet>`, nil),
		"row":           sheettest.Workbook(sheettest.Sheet(`<row r="`+long+`"/>`), nil),
		"cell":          sheettest.Workbook(sheettest.Sheet(`<row r="1"><c r="`+long+`"/></row>`), nil),
		"shared string": sheettest.Workbook(sheettest.Sheet(`<row r="1"><c r="A1" t="s"><v>`+long+`</v></c></row>`), nil),
		"boolean":       sheettest.Workbook(sheettest.Sheet(`<row r="1"><c r="A1" t="b"><v>`+long+`</v></c></row>`), nil),
		"error":         sheettest.Workbook(sheettest.Sheet(`<row r="1"><c r="A1" t="e"><v>`+long+`</v></c></row>`), nil),
		"formula":       sheettest.Workbook(sheettest.Sheet(`<row r="1"><c r="A1"><f>`+long+`</f></c></row>`), nil),
		"style": sheettest.Workbook(sheettest.Sheet(""),
			sheettest.Parts{"xl/styles.xml": `<styleSheet xmlns="` + sheettest.MainSpace + `"><cellXfs><xf numFmtId="` + long +
				`"/></cellXfs></styleSheet>`}),
		"sheet name": sheettest.Workbook(sheettest.Sheet(""),
			sheettest.Parts{"xl/workbook.xml": listed(`<sheet name="` + long + `" r:id="rId9"/>`)}),
		"part": sheettest.Workbook(sheettest.Sheet(""),
			sheettest.Parts{"xl/_rels/workbook.xml.rels": related([3]string{"rId1", "worksheet", long})}),
		"tag": sheettest.Workbook(sheettest.Sheet("<"+long+"></b>"), nil),
	} {
		book, findings := read(t, "a.xlsx", sheettest.Zip(t, p), Options{})
		if book != nil {
			t.Errorf("%s: read", name)
			continue
		}
		if f := findings[0]; len(f.Message.JA) > 400 || len(f.Message.EN) > 400 || len(f.Range) > 10 {
			t.Errorf("%s: a message of %d bytes", name, len(f.Message.JA))
		}
	}
}

func TestIsLockFile(t *testing.T) {
	for name, want := range map[string]bool{"~$台帳.xlsx": true, "a/~$台帳.xlsx": true, `a\~$台帳.xlsx`: true, "台帳.xlsx": false,
		"~$/台帳.xlsx": false, "a~$.xlsx": false} {
		if IsLockFile(name) != want {
			t.Errorf("IsLockFile(%q) = %v", name, !want)
		}
	}
}

func TestPasswords(t *testing.T) {
	plain := sheettest.Zip(t, noisy(t))
	locked, err := excelize.Encrypt(plain, &excelize.Options{Password: "ひみつ"})
	if err != nil {
		t.Fatal(err)
	}
	cut := bytes.Clone(locked)[:len(locked)-600]
	for _, c := range []struct {
		data           []byte
		password, want string
	}{
		{locked, "", grid.CodeEncrypted}, {locked, "秘密", grid.CodePassword}, {locked, "ひみつ", "A1#=1"},
	} {
		if got := shown(read(t, "a.xlsx", c.data, Options{Password: c.password})); got != c.want {
			t.Errorf("password %q: %s, want %s", c.password, got, c.want)
		}
	}
	if book, _ := read(t, "a.xlsx", cut, Options{Password: "ひみつ"}); book != nil {
		t.Error("an encrypted workbook that was cut off was read")
	}
}

// TestEverySheetCutOff cuts a sheet's XML at every byte: a finding each time, never fewer rows.
func TestEverySheetCutOff(t *testing.T) {
	whole := sheettest.XMLHead + sheettest.Sheet(
		`<row r="1"><c r="A1" t="inlineStr"><is><t>あ&amp;い</t></is></c><c r="B1"><v>2</v></c></row>`+"\n"+
			`<row r="2"><c r="A2"><v>3</v></c></row>`)
	for n := range len(whole) {
		book, findings := read(t, "a.xlsx", sheettest.Zip(t, sheettest.Workbook(whole[:n]+" ", nil)), Options{})
		if book != nil {
			t.Fatalf("cut at %d of %d: read as %s", n, len(whole), shown(book, nil))
		}
		if f := findings[0]; f.Code != grid.CodeCutOff && f.Code != grid.CodeUnreadable || f.Sheet != "表" {
			t.Fatalf("cut at %d: %+v", n, f)
		}
	}
	if got := shown(read(t, "a.xlsx", sheettest.Zip(t, sheettest.Workbook(whole, nil)),
		Options{})); got != "A1=あ&い B1#=2 A2#=3" {
		t.Error(got)
	}
}

// TestBrokenXML checks that what encoding/xml refuses is refused.
func TestBrokenXML(t *testing.T) {
	for _, xml := range []string{
		sheettest.Sheet(`<row r="1"><c r="A1"><v>1</v></row>`), sheettest.Sheet(`<row r="1"><c r="A1"><v>1</w></c></row>`),
		sheettest.Sheet(`<row r=1/>`), sheettest.Sheet(`<row r="1/>`),
		sheettest.Sheet(`<row><c><v>&nbsp;</v></c></row>`), sheettest.Sheet(`<row><c><v>1]]></v></c></row>`),
		sheettest.Sheet("<row><c><v>\x01</v></c></row>"), sheettest.Sheet("<row><c><v>\xff</v></c></row>"),
		sheettest.Sheet(`<row><c><v>&#0;</v></c></row>`), sheettest.Sheet(`<row><!-- a -- b --></row>`),
		sheettest.Sheet(`<row r="<"/>`), sheettest.Sheet(`< row/>`), sheettest.Sheet(`<row r="1"`),
		sheettest.Sheet(`<row><c><v>&lt</v></c></row>`),
		sheettest.Sheet("") + "x", sheettest.Sheet("") + sheettest.Sheet(""), "x" + sheettest.Sheet(""), `<workbook/>`,
		`</a>`,
		// entity bomb
		`<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>` +
			sheettest.Sheet(`<row><c t="str"><v>&b;</v></c></row>`),
	} {
		if book, findings := read(t, "a.xlsx", sheettest.Zip(t, sheettest.Workbook(xml, nil)), Options{}); book != nil {
			t.Errorf("%s was read as %q", xml, shown(book, findings))
		}
	}
}

// TestDamagedArchives flips bytes all over a workbook: it is read alike or refused.
func TestDamagedArchives(t *testing.T) {
	if testing.Short() {
		t.Skip("damages archives in many places")
	}
	good := sheettest.Zip(t, sheettest.Workbook(
		sheettest.Sheet(`<row r="1"><c r="A1"><v>1</v></c><c r="B1" t="inlineStr"><is><t>あいうえお</t></is></c></row>`), nil))
	want := shown(read(t, "a.xlsx", good, Options{}))
	for i := range good {
		for _, flip := range []byte{0x01, 0x80, 0xff} {
			bad := bytes.Clone(good)
			bad[i] ^= flip
			book, findings, err := Read("a.xlsx", bytes.NewReader(bad), int64(len(bad)), Options{})
			if err != nil {
				t.Fatalf("byte %d: %v", i, err)
			}
			if got := shown(book, findings); book != nil && got != want {
				t.Fatalf("byte %d ^ %#x was read as %q, want %q", i, flip, got, want)
			}
		}
	}
}

// TestDamagedInTheMiddle flips bytes of a larger workbook, whose parts are unpacked ahead of what is
// scanned: it is read alike or refused, and leaves no ordinary error, nor does a stream that is left early.
func TestDamagedInTheMiddle(t *testing.T) {
	if testing.Short() {
		t.Skip("damages archives in many places")
	}
	t.Parallel()
	good := workLog(t, 300)
	want := shown(read(t, "a.xlsx", good, Options{}))
	for i := 40; i < len(good); i += 331 {
		bad := bytes.Clone(good)
		bad[i] ^= 0x55
		book, findings, err := Read("a.xlsx", bytes.NewReader(bad), int64(len(bad)), Options{})
		if err != nil {
			t.Fatalf("byte %d: %v", i, err)
		}
		if got := shown(book, findings); book != nil && got != want {
			t.Fatalf("byte %d was read as other cells", i)
		}
		r, _, err := NewReader("a.xlsx", bytes.NewReader(bad), int64(len(bad)), Options{})
		if err != nil {
			t.Fatalf("byte %d: %v", i, err)
		}
		if r != nil {
			for range r.Sheets[0].Rows() {
				break
			}
		}
	}
}

// TestDuplicateParts checks that the later of two parts with one name counts.
func TestDuplicateParts(t *testing.T) {
	var file bytes.Buffer
	z := zip.NewWriter(&file)
	add := func(name, text string) {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		io.WriteString(w, text)
	}
	add("xl/worksheets/sheet1.xml", sheettest.Sheet(`<row r="1"><c r="A1"><v>1</v></c></row>`))
	for name, text := range sheettest.Workbook(sheettest.Sheet(`<row r="1"><c r="A1"><v>2</v></c></row>`), nil) {
		add(name, text)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	if got := shown(read(t, "a.xlsx", file.Bytes(), Options{})); got != "A1#=2" {
		t.Errorf("got %s, want A1#=2", got)
	}
}

func TestOpen(t *testing.T) {
	dir := t.TempDir()
	if err := os.MkdirAll(filepath.Join(dir, "月別"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "月別", "4月.csv"), []byte("abc"), 0o644); err != nil {
		t.Fatal(err)
	}
	book, findings, err := Open(dir, "月別/4月.csv", Options{})
	if err != nil || findings != nil {
		t.Fatal(err, findings)
	}
	// SHA-256 of "abc" is the first example of FIPS 180-2.
	if book.SHA256 != "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" || book.File != "月別/4月.csv" ||
		book.Sheets[0].Sheet != "4月" {
		t.Errorf("%+v", book)
	}
	if _, findings, err := Open(dir, "月別/5月.csv", Options{}); !errors.Is(err, os.ErrNotExist) || findings != nil {
		t.Errorf("a missing file gave %v and %v, want an error", findings, err)
	}
	if _, findings, err := Open(dir, "月別/4月.csv", Options{Limits: grid.Limits{FileBytes: 2}}); err != nil ||
		len(findings) != 1 || findings[0].Code != grid.CodeLimit {
		t.Errorf("over the size: %v %v", findings, err)
	}
}

// brokenDisk fails after some bytes.
type brokenDisk struct{ data *bytes.Reader }

var errDisk = errors.New("disk")

func (d brokenDisk) ReadAt(b []byte, off int64) (int, error) {
	if off < 400 {
		return 0, errDisk
	}
	return d.data.ReadAt(b, off)
}

// TestDiskFailureIsAnError checks that only a failure to read is a Go error.
func TestDiskFailureIsAnError(t *testing.T) {
	data := sheettest.Zip(t, sheettest.Workbook(sheettest.Sheet(""), nil))
	book, findings, err := Read("a.xlsx", brokenDisk{bytes.NewReader(data)}, int64(len(data)), Options{})
	if !errors.Is(err, errDisk) || book != nil || findings != nil {
		t.Errorf("%v %v %v", book, findings, err)
	}
}

func TestContext(t *testing.T) {
	data := sheettest.Zip(t, sheettest.Workbook(sheettest.Sheet(`<row r="1"><c r="A1"><v>1</v></c></row>`), nil))
	late, cancel := context.WithTimeout(t.Context(), 0)
	defer cancel()
	if got := shown(read(t, "a.xlsx", data, Options{Context: late})); got != grid.CodeLimit {
		t.Errorf("after the deadline: %s", got)
	}
	if got := shown(read(t, "a.csv", []byte("a"), Options{Context: late})); got != grid.CodeLimit {
		t.Errorf("CSV after the deadline: %s", got)
	}
	stopped, stop := context.WithCancel(t.Context())
	stop()
	_, _, err := Read("a.xlsx", bytes.NewReader(data), int64(len(data)), Options{Context: stopped})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("stopped: %v", err)
	}
}
