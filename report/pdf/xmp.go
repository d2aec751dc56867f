package pdf

import (
	"encoding/xml"
	"strings"
)

// xmp writes the metadata that archives and search engines read. It says no more than the
// document's own dictionaries. The file is tagged as ISO 14289-1 (PDF/UA-1) asks, but does not
// claim to follow it: no validator has confirmed that yet.
func (f *finisher) xmp() string {
	r := f.d.report
	return `<?xpacket begin="` + "\uFEFF" + `" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"` +
		` xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">` + xmlText(r.Title) + `</rdf:li></rdf:Alt></dc:title>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">` + xmlText(f.subject()) + `</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>` + f.lang() + `</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>pilot90</pdf:Producer>
<pdf:Keywords>` + xmlText(f.keywords()) + `</pdf:Keywords>
<xmp:CreatorTool>pilot90</xmp:CreatorTool>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`
}

func xmlText(s string) string {
	var b strings.Builder
	if err := xml.EscapeText(&b, []byte(plainLine(s))); err != nil {
		return "" // a string builder does not fail
	}
	return b.String()
}
