package pptx

import (
	"fmt"
	"strings"

	"pilot90/report/deck"
)

// notes adds what the speaker sees beside a slide: where each number is from. A slide without any has a page of notes
// all the same, to write on.
func (b *book) notes(number int, p *deck.Page, slide string) {
	part := fmt.Sprintf("ppt/notesSlides/notesSlide%d.xml", number)
	b.relate(slide, "notesSlide", part)
	b.relate(part, "notesMaster", notesMaster)
	b.relate(part, "slide", slide)
	var text strings.Builder
	for _, line := range p.Notes {
		fmt.Fprintf(&text, `<a:p><a:r><a:rPr lang="%s" altLang="en-US" dirty="0"/><a:t>%s</a:t></a:r></a:p>`, b.lang,
			escaped(deck.Clean(line)))
	}
	if len(p.Notes) == 0 {
		text.WriteString(`<a:p><a:endParaRPr lang="` + b.lang + `" dirty="0"/></a:p>`)
	}
	b.add(part, kinds+"presentationml.notesSlide+xml", []byte(head+`<p:notes`+namespaces+`><p:cSld><p:spTree>`+rootGroup+
		`<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide Image"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/>`+
		`</p:cNvSpPr><p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>`+
		`<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>`+
		`<p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>`+text.String()+
		`</p:txBody></p:sp></p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>`))
}
