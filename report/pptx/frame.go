package pptx

import (
	"embed"
	"fmt"
	"strings"
)

// The parts that are the same in every presentation: theme, master, its two layouts, master of the notes.
//
//go:embed parts
var fixed embed.FS

const (
	corePart = "docProps/core.xml"
	appPart  = "docProps/app.xml"
	mainPart = "ppt/presentation.xml"

	masterPart  = "ppt/slideMasters/slideMaster1.xml"
	coverLayout = "ppt/slideLayouts/slideLayout1.xml"
	bodyLayout  = "ppt/slideLayouts/slideLayout2.xml"
	themePart   = "ppt/theme/theme1.xml"
	notesTheme  = "ppt/theme/theme2.xml"
	notesMaster = "ppt/notesMasters/notesMaster1.xml"

	kinds = "application/vnd.openxmlformats-officedocument."
)

// frame adds everything but the slides, of which there will be n.
func (b *book) frame(n int) error {
	b.relate("", "officeDocument", mainPart)
	b.relate("", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", corePart)
	b.relate("", "extended-properties", appPart)
	b.add(corePart, "application/vnd.openxmlformats-package.core-properties+xml", b.core())
	b.add(appPart, kinds+"extended-properties+xml", []byte(head+
		`<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">`+
		fmt.Sprintf(`<Slides>%d</Slides><Notes>%d</Notes><Application>pilot90</Application></Properties>`, n, n)))
	b.add(mainPart, kinds+"presentationml.presentation.main+xml", b.presentation(n))
	for _, one := range []struct{ part, file, kind string }{
		{masterPart, "master.xml", "presentationml.slideMaster+xml"},
		{coverLayout, "cover.xml", "presentationml.slideLayout+xml"},
		{bodyLayout, "body.xml", "presentationml.slideLayout+xml"},
		{themePart, "theme.xml", "theme+xml"},
		{notesTheme, "theme.xml", "theme+xml"},
		{notesMaster, "notes.xml", "presentationml.notesMaster+xml"},
	} {
		data, err := fixed.ReadFile("parts/" + one.file)
		if err != nil {
			return err
		}
		b.add(one.part, kinds+one.kind, []byte(strings.ReplaceAll(string(data), "{lang}", b.lang)))
	}
	b.relate(masterPart, "slideLayout", coverLayout)
	b.relate(masterPart, "slideLayout", bodyLayout)
	b.relate(masterPart, "theme", themePart)
	b.relate(coverLayout, "slideMaster", masterPart)
	b.relate(bodyLayout, "slideMaster", masterPart)
	b.relate(notesMaster, "theme", notesTheme)
	return nil
}

// The ids of masters and layouts are counted together, those of slides apart, from the least that are allowed.
const firstSlide = 256

// presentation is the part that lists the slides.
func (b *book) presentation(n int) []byte {
	var s strings.Builder
	s.WriteString(head + `<p:presentation` + namespaces + ` saveSubsetFonts="1"><p:sldMasterIdLst>`)
	fmt.Fprintf(&s, `<p:sldMasterId id="2147483648" r:id="%s"/></p:sldMasterIdLst><p:notesMasterIdLst>`,
		b.relate(mainPart, "slideMaster", masterPart))
	fmt.Fprintf(&s, `<p:notesMasterId r:id="%s"/></p:notesMasterIdLst><p:sldIdLst>`,
		b.relate(mainPart, "notesMaster", notesMaster))
	for i := range n {
		fmt.Fprintf(&s, `<p:sldId id="%d" r:id="%s"/>`, firstSlide+i, b.relate(mainPart, "slide", slidePart(i+1)))
	}
	b.relate(mainPart, "theme", themePart)
	s.WriteString(`</p:sldIdLst><p:sldSz cx="12192000" cy="6858000"/><p:notesSz cx="6858000" cy="9144000"/>` +
		`<p:defaultTextStyle><a:defPPr><a:defRPr lang="` + b.lang + `"/></a:defPPr></p:defaultTextStyle></p:presentation>`)
	return []byte(s.String())
}

func slidePart(i int) string { return fmt.Sprintf("ppt/slides/slide%d.xml", i) }

// core are the properties. There is no date of writing in them: the file of the same figures is the same file.
func (b *book) core() []byte {
	const day = "2000-01-01T00:00:00Z"
	return []byte(head + `<cp:coreProperties` +
		` xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"` +
		` xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"` +
		` xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">` +
		`<dc:title>` + escaped(b.report.Title) + `</dc:title><dc:subject>` + escaped(b.report.Subtitle) + `</dc:subject>` +
		Signature + `<cp:keywords>` + escaped(strings.TrimSpace(b.report.Edition+" "+b.report.Marking)) + `</cp:keywords>` +
		`<cp:lastModifiedBy>pilot90</cp:lastModifiedBy>` +
		`<dcterms:created xsi:type="dcterms:W3CDTF">` + day + `</dcterms:created>` +
		`<dcterms:modified xsi:type="dcterms:W3CDTF">` + day + `</dcterms:modified>` +
		`<dc:language>` + b.lang + `</dc:language></cp:coreProperties>`)
}
