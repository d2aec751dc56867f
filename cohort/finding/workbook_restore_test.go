package finding

import (
	"bytes"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// Elements as Excel writes them, which the library changes or leaves out.
const (
	protection = `<sheetProtection algorithmName="SHA-512" hashValue="abcd==" saltValue="efgh==" spinCount="100000"` +
		` sheet="1" objects="1" scenarios="1"/>`
	filter = `<autoFilter ref="A3:F4"><sortState ref="A4:F4"><sortCondition descending="1" ref="A4"/></sortState>` +
		`</autoFilter>`
	validation = `<dataValidations count="1"><dataValidation type="custom" imeMode="hiragana" allowBlank="1" sqref="A2">` +
		`<formula1>LEN(A2)&lt;5</formula1></dataValidation></dataValidations>`
	sharing   = `<fileSharing userName="山田" reservationPassword="CC1A"/>`
	structure = `<workbookProtection workbookPassword="CC1A" lockStructure="1"/>`
)

// guarded is the town's workbook with them.
func guarded(t *testing.T) []byte {
	t.Helper()
	a, err := openArchive(town(t))
	if err != nil {
		t.Fatal(err)
	}
	sheet := textOf(t, a, "xl/worksheets/sheet1.xml")
	sheet = strings.Replace(sheet, "</sheetData>", "</sheetData>"+protection+filter, 1)
	sheet = strings.Replace(sheet, "</mergeCells>",
		"</mergeCells>"+strings.Replace(validation, `type=`, `xr:uid="{1}" type=`, 1), 1)
	a.set("xl/worksheets/sheet1.xml", []byte(sheet))
	book := textOf(t, a, "xl/workbook.xml")
	a.set("xl/workbook.xml", []byte(strings.Replace(strings.Replace(book, "<workbookPr", sharing+"<workbookPr", 1),
		"<bookViews", structure+"<bookViews", 1)))
	out, err := a.bytes()
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// TestRestore: input rules keep their keyboard, protections what they allow, filters their order.
func TestRestore(t *testing.T) {
	a, _ := marked(t, guarded(t), townFaults())
	sheet, book := textOf(t, a, "xl/worksheets/sheet1.xml"), textOf(t, a, "xl/workbook.xml")
	for _, want := range []string{protection, filter, validation} {
		if strings.Count(sheet, want) != 1 {
			t.Errorf("not once in the sheet: %s", want)
		}
	}
	for _, name := range []string{"<sheetProtection", "<autoFilter", "<dataValidations"} {
		if strings.Count(sheet, name) != 1 {
			t.Errorf("%s: not once in %s", name, sheet)
		}
	}
	if !strings.Contains(book, sharing+"<workbookPr") || !strings.Contains(book, structure) {
		t.Errorf("the book's protection is gone: %s", book)
	}
}

// TestRestoreEncrypted: the same behind a password.
func TestRestoreEncrypted(t *testing.T) {
	locked, err := excelize.Encrypt(guarded(t), &excelize.Options{Password: "みどり"})
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := WriteWorkbook(&b, locked, "台帳.xlsx", townFaults(), WorkbookOptions{Password: "みどり"}); err != nil {
		t.Fatal(err)
	}
	plain, err := excelize.Decrypt(b.Bytes(), &excelize.Options{Password: "みどり"})
	if err != nil {
		t.Fatal(err)
	}
	a, err := openArchive(plain)
	if err != nil {
		t.Fatal(err)
	}
	if sheet := textOf(t, a, "xl/worksheets/sheet1.xml"); !strings.Contains(sheet, validation) {
		t.Error("the input rule changed")
	}
}

func TestPortable(t *testing.T) {
	for in, want := range map[string]bool{
		`<a xr:uid="{1}" b="c:d e:f"><t>x:y</t></a>`: true, // only marks of joint editing have a prefix
		`<a><x14:b/></a>`:      false,
		`<a mc:Ignorable=""/>`: false,
		``:                     false,
	} {
		if _, got := portable([]byte(in)); got != want {
			t.Errorf("portable(%s) = %v, want %v", in, got, want)
		}
	}
}
