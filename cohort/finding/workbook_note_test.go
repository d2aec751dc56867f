package finding

import (
	"bytes"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"pilot90/cohort/lang"
)

// The notes of an office: a plain one, one in two fonts, one whose box lies over the corner of
// E4, and the shadow of a conversation.
const (
	noteC3 = `<comment ref="C3" authorId="0" shapeId="0"><text><t>本人に確認済み</t></text></comment>`
	noteE4 = `<comment ref="E4" authorId="0" shapeId="0"><text><r><rPr><b/></rPr><t>以前から</t></r><r><t xml:space="preserve">
のコメント</t></r></text></comment>`
	noteD5 = `<comment ref="D5" authorId="0" shapeId="0"><text><t>消さないこと</t></text></comment>`
	noteF5 = `<comment ref="F5" authorId="1" shapeId="0"><text><t>電話で確認</t></text></comment>`

	officeNotes = `<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors>` +
		`<author>山田</author><author>tc={1}</author></authors><commentList>` +
		noteC3 + noteE4 + noteD5 + noteF5 + `</commentList></comments>`
)

// officeShapes are a button and the boxes of D5, whose corner is E4, and of the other notes. The
// names are declared where they are used, as openpyxl writes them.
const officeShapes = `<n:shapetype xmlns:n="urn:schemas-microsoft-com:vml" id="_x0000_t201"/>` +
	`<n:shape xmlns:n="urn:schemas-microsoft-com:vml" xmlns:e="urn:schemas-microsoft-com:office:excel"` +
	` id="_x0000_s1030" type="#_x0000_t201"><e:ClientData ObjectType="Button">` +
	`<e:Anchor>4, 0, 3, 0, 6, 0, 5, 0</e:Anchor><e:Row>3</e:Row><e:Column>4</e:Column></e:ClientData></n:shape>` +
	`<n:shape xmlns:n="urn:schemas-microsoft-com:vml"` +
	` xmlns:e="urn:schemas-microsoft-com:office:excel" id="_x0000_s1028">` +
	`<e:ClientData ObjectType="Note"><e:Anchor>4, 15, 3, 10, 6, 31, 7, 9</e:Anchor>` +
	`<e:Row>4</e:Row><e:Column>3</e:Column></e:ClientData></n:shape>` +
	`<n:shape xmlns:n="urn:schemas-microsoft-com:vml"` +
	` xmlns:e="urn:schemas-microsoft-com:office:excel" id="_x0000_s1027">` +
	`<e:ClientData ObjectType="Note"><e:Row>3</e:Row><e:Column>4</e:Column></e:ClientData></n:shape>` +
	`<n:shape xmlns:n="urn:schemas-microsoft-com:vml"` +
	` xmlns:e="urn:schemas-microsoft-com:office:excel" id="_x0000_s1026">` +
	`<e:ClientData ObjectType="Note"><e:Row>2</e:Row><e:Column>2</e:Column></e:ClientData></n:shape>` +
	`<n:shape xmlns:n="urn:schemas-microsoft-com:vml"` +
	` xmlns:e="urn:schemas-microsoft-com:office:excel" id="_x0000_s1029">` +
	`<e:ClientData ObjectType="Note"><e:Row>4</e:Row><e:Column>5</e:Column></e:ClientData></n:shape>`

// office is the town's workbook with these notes, kept under the names that openpyxl gives.
func office(t *testing.T) []byte {
	t.Helper()
	a, err := openArchive(town(t))
	if err != nil {
		t.Fatal(err)
	}
	const rels = "xl/worksheets/_rels/sheet1.xml.rels"
	data, err := a.part(rels)
	if err != nil {
		t.Fatal(err)
	}
	data = bytes.ReplaceAll(data, []byte("../comments1.xml"), []byte("/xl/comments/comment1.xml"))
	data = bytes.ReplaceAll(data, []byte("../drawings/vmlDrawing1.vml"), []byte("/xl/drawings/commentsDrawing1.vml"))
	a.set(rels, data)
	a.set("xl/comments/comment1.xml", []byte(officeNotes))
	a.set("xl/drawings/commentsDrawing1.vml", []byte(`<xml>`+officeShapes+`</xml>`))
	out, err := a.bytes()
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// officeFaults lie on a note in two fonts, beside it, on a conversation and on a sheet without notes.
func officeFaults() []Finding {
	var fs []Finding
	for _, ref := range []string{"E4", "B4", "F5"} {
		fs = append(fs, Finding{Code: "C109", Place: Place{"台帳.xlsx", "作業ログ", ref},
			Message: lang.Text{JA: "<時間> & なし", EN: "x"},
			Fix:     lang.Text{JA: "直す", EN: "mend"}})
	}
	return append(fs, Finding{Code: "C201", Place: Place{"台帳.xlsx", "町's 案件", "A2"},
		Message: lang.Text{JA: "2回目", EN: "twice"}})
}

func marked(t *testing.T, original []byte, fs []Finding) (*archive, []byte) {
	t.Helper()
	var b bytes.Buffer
	if err := WriteWorkbook(&b, original, "台帳.xlsx", fs, WorkbookOptions{}); err != nil {
		t.Fatal(err)
	}
	a, err := openArchive(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	return a, b.Bytes()
}

func textOf(t *testing.T, a *archive, part string) string {
	t.Helper()
	data, err := a.part(part)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// TestNotesOfTheUserStay: author, fonts, boxes and conversations of the office's notes stay as
// they are; every note has one box.
func TestNotesOfTheUserStay(t *testing.T) {
	a, _ := marked(t, office(t), officeFaults())
	notes, shapes := textOf(t, a, "xl/comments/comment1.xml"), textOf(t, a, "xl/drawings/commentsDrawing1.vml")
	extended := strings.Replace(noteE4, "</text>", `<r><t xml:space="preserve">
【誤り C109】&lt;時間&gt; &amp; なし
→ 直す</t></r></text>`, 1)
	for _, want := range []string{noteC3, extended, noteD5, noteF5, `<comment ref="B4" authorId="2">`, "<author>山田</aut" +
		"hor><author>tc={1}</author><author>pilot90</author>"} {
		if !strings.Contains(notes, want) {
			t.Errorf("no %s in %s", want, notes)
		}
	}
	if !strings.HasPrefix(shapes, "<xml>"+officeShapes) {
		t.Errorf("the office's boxes changed: %s", shapes)
	}
	boxes, err := readBoxes([]byte(shapes))
	if err != nil {
		t.Fatal(err)
	}
	for _, ref := range []string{"C3", "E4", "D5", "F5", "B4"} {
		count := 0
		for _, b := range boxes {
			if b.ref() == ref {
				count++
			}
		}
		if count != 1 {
			t.Errorf("%s has %d boxes, want 1", ref, count)
		}
	}
	if len(boxes) != 5 {
		t.Errorf("%d boxes, want those of 5 notes: the button is none", len(boxes))
	}
}

// TestNotesAgain: checking a marked copy changes its notes, and takes away what is mended.
func TestNotesAgain(t *testing.T) {
	_, first := marked(t, office(t), officeFaults())
	a, second := marked(t, first, officeFaults()[:1])
	notes := textOf(t, a, "xl/comments/comment1.xml")
	if n := strings.Count(notes, "C109"); n != 1 || strings.Contains(notes, `"B4"`) {
		t.Errorf("%d of our notes, want that of E4 alone: %s", n, notes)
	}
	if boxes, _ := readBoxes([]byte(textOf(t, a, "xl/drawings/commentsDrawing1.vml"))); len(boxes) != 4 {
		t.Errorf("%d boxes, want 4: B4 is mended", len(boxes))
	}
	book, err := excelize.OpenReader(bytes.NewReader(second))
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	if comments, _ := book.GetComments("町's 案件"); len(comments) != 0 {
		t.Errorf("a mended sheet has the notes %v", comments)
	}
	a, _ = marked(t, second, nil)
	if notes := textOf(t, a, "xl/comments/comment1.xml"); strings.Contains(notes, "C109") ||
		!strings.Contains(notes, "以前から") {
		t.Errorf("notes of a mended book: %s", notes)
	}
}

func TestWithoutOurs(t *testing.T) {
	for in, want := range map[string]string{
		"電話で確認": "電話で確認",
		"【誤り C109】時間\n→ 1.5 と\n→ 関係":    "",
		"電話\n【注意 C207】期間\n→ 直す":         "電話",
		"\n【error C109】x\n→ y":          "",
		"【誤り C109】x\n→ y\n直しました（山田）":    "直しました（山田）", // written into our note
		"→ 矢印だけ\n【重要】":                  "→ 矢印だけ\n【重要】",
		"【誤り C109】x\r\n→ y\r\n7/3 → 確認": "7/3 → 確認",
	} {
		if got := withoutOurs(in); got != want {
			t.Errorf("withoutOurs(%q) = %q, want %q", in, got, want)
		}
	}
}

// TestAnchor: a box of 320 by 60 pixels beside B4 begins 15 pixels into C and one row higher. C
// is 64 wide, D hidden and E 215 (30 characters of 7 and 5): it ends at 15+320-64-215 = 56 in F.
func TestAnchor(t *testing.T) {
	g := readGrid(
		[]byte(`<worksheet><sheetFormatPr defaultRowHeight="15"/>` +
			`<cols><col min="4" max="4" width="9" hidden="1"/><col min="5" max="5" width="30"/></cols></worksheet>`))
	if got, want := g.anchor(4, 2, 320, 60), "2, 15, 2, 10, 5, 56, 5, 10"; got != want {
		t.Errorf("anchor %q, want %q", got, want)
	}
	if got := g.anchor(1, lastColumn, 320, 60); !strings.HasPrefix(got, "16382, 15, 0, 10, 16383, ") {
		t.Errorf("anchor at the edge %q", got)
	}
}

// TestPlaceOfDrawing: behind the drawing and before the tables, and never inside a rule that has
// an extension of its own.
func TestPlaceOfDrawing(t *testing.T) {
	const before = `<conditionalFormatting><cfRule><extLst/></cfRule></conditionalFormatting><drawing r:id="a"/>`
	for _, after := range []string{"<tableParts/></worksheet>", "</worksheet>", "<extLst/></worksheet>"} {
		if at, err := placeOfDrawing([]byte(before + after)); at != len(before) || err != nil {
			t.Errorf("%s: %d (%v), want %d", after, at, err, len(before))
		}
	}
}
