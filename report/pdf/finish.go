package pdf

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf16"

	"pilot90/cohort/pattern"
	"pilot90/report/picture"
)

// finish rewrites the painted file with what gofpdf cannot say: language, title bar,
// metadata, structure, full character maps, names of the fonts, a fixed identifier.
func finish(raw []byte, d *document, owners [][]*element) ([]byte, error) {
	o, err := takeApart(raw)
	if err != nil {
		return nil, err
	}
	f := &finisher{objects: o, d: d}
	f.findPages()
	if len(f.pages) != len(owners) {
		return nil, errLayout
	}
	if err := f.fonts(); err != nil {
		return nil, err
	}
	tree := f.structure(owners)
	f.catalogue(tree)
	return f.write(), nil
}

type finisher struct {
	*objects
	d     *document
	pages []int // object numbers
}

func (f *finisher) findPages() {
	for i := range f.list {
		if strings.HasPrefix(f.list[i].text, "<</Type /Page\n") {
			f.list[i].text = strings.TrimSuffix(f.list[i].text, ">>") +
				fmt.Sprintf("/StructParents %d/Tabs/S>>", len(f.pages))
			f.pages = append(f.pages, i)
		}
	}
}

// catalogue writes the document's own dictionaries. There is no date in them: the file of
// the same figures is the same file.
func (f *finisher) catalogue(tree int) {
	r := f.d.report
	outline := ""
	if root := f.outline(); root > 0 {
		outline = fmt.Sprintf("/Outlines %d 0 R/PageMode/UseOutlines", root)
	}
	f.list = append(f.list, object{text: "<</Type/Metadata/Subtype/XML>>", stream: []byte(f.xmp()), filled: true})
	f.list[f.root].text = fmt.Sprintf(
		"<</Type/Catalog/Pages 1 0 R%s/Lang %s/MarkInfo<</Marked true>>/StructTreeRoot %d 0 R"+
			"/ViewerPreferences<</DisplayDocTitle true>>/Metadata %d 0 R>>", outline, textString(f.lang()), tree, len(f.list)-1)
	f.list[f.info].text = fmt.Sprintf("<</Title %s/Subject %s/Keywords %s/Producer (pilot90)/Creator (pilot90)>>",
		textString(plainLine(r.Title)), textString(f.subject()), textString(f.keywords()))
}

// outline writes the bookmarks and returns the number of their root, 0 when there are none.
func (f *finisher) outline() int {
	var shown []bookmark
	for _, b := range f.d.flow.bookmarks {
		if b.title != "" {
			shown = append(shown, b)
		}
	}
	if len(shown) == 0 {
		return 0
	}
	root := f.add("")
	f.list[root].text = fmt.Sprintf("<</Type/Outlines/First %d 0 R/Last %d 0 R/Count %d>>", root+1, root+len(shown),
		len(shown))
	for i, b := range shown {
		beside := ""
		if i > 0 {
			beside += fmt.Sprintf("/Prev %d 0 R", root+i)
		}
		if i < len(shown)-1 {
			beside += fmt.Sprintf("/Next %d 0 R", root+i+2)
		}
		f.add(fmt.Sprintf("<</Title %s/Parent %d 0 R%s/Dest[%d 0 R/XYZ 0 %s null]>>",
			textString(plainLine(b.title)), root, beside, f.pages[b.page],
			picture.Number(f.d.flow.pages[b.page].sheet.fromFoot(b.y-6))))
	}
	return root
}

func (f *finisher) lang() string {
	if f.d.report.Lang == "en" {
		return "en"
	}
	return "ja"
}

func (f *finisher) subject() string {
	return plainLine(strings.TrimSpace(f.d.report.Subtitle + " " + f.d.report.Edition))
}

func (f *finisher) keywords() string {
	words := []string{"pilot90"}
	for _, w := range []string{f.d.report.Edition, f.d.report.Marking, f.d.report.Footer, f.d.report.Versions} {
		if w != "" {
			words = append(words, plainLine(w))
		}
	}
	return strings.Join(words, ", ")
}

// plainLine makes text one line without controls, for places that hold no typeset text.
func plainLine(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r < ' ' || r == 0x7F }), " ")
}

// textString writes text as a PDF string: UTF-16 in hexadecimal, or plain when it is ASCII.
func textString(s string) string {
	ascii := !strings.ContainsFunc(s, func(r rune) bool { return r < ' ' || r > '~' || strings.ContainsRune(`()\`, r) })
	if ascii {
		return "(" + s + ")"
	}
	var b strings.Builder
	b.WriteString("<FEFF")
	for _, u := range utf16.Encode([]rune(s)) {
		fmt.Fprintf(&b, "%04X", u)
	}
	return b.String() + ">"
}

var (
	toUnicodeKey = pattern.New(`/ToUnicode (\d+) 0 R`)
	fontNames    = [faceCount]string{"BIZUDPGothic-Regular", "BIZUDPGothic-Bold", "NotoSansJP-Regular"}
)

// fonts gives every font its true name, marked as a subset, and a character map that leads
// from every code back to its rune, so that all text can be searched, copied and read out.
func (f *finisher) fonts() error {
	used := f.d.codesUsed()
	for i := range f.list {
		text := f.list[i].text
		for face, family := range families {
			name := "/utf8" + family
			if !strings.Contains(text, name) {
				continue
			}
			if found := toUnicodeKey.FindStringSubmatch(text); found != nil {
				number, err := strconv.Atoi(found[1])
				if err != nil || number >= len(f.list) {
					return errLayout
				}
				f.list[number] = object{text: "<<>>", stream: []byte(toUnicode(used[face])), filled: true}
			}
			f.list[i].text = strings.ReplaceAll(text, name, "/"+subsetTag(used[face])+"+"+fontNames[face])
			break
		}
		f.list[i].text = strings.Replace(f.list[i].text, "/Ordering (UCS)", "/Ordering (Identity)", 1)
	}
	return nil
}
