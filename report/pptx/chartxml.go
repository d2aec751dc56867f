package pptx

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"pilot90/report/deck"
)

// xml is the part of a chart.
func (n *native) xml() []byte {
	var b strings.Builder
	b.WriteString(head + `<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"` +
		` xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"` +
		` xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">` +
		`<c:date1904 val="0"/><c:lang val="` + n.lang +
		`"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/>` +
		`<c:plotArea><c:layout/>`)
	n.plot(&b)
	n.axes(&b)
	b.WriteString(`<c:spPr><a:noFill/></c:spPr></c:plotArea>`)
	if n.named {
		b.WriteString(`<c:legend><c:legendPos val="t"/><c:overlay val="0"/>` + n.textLook("1A1F2B", false) + `</c:legend>`)
	}
	b.WriteString(`<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>` +
		`<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>` + n.textLook("1A1F2B", false) +
		`<c:externalData r:id="` + n.data + `"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>`)
	return []byte(b.String())
}

// The ids of the two axes.
const categoryAxis, valueAxis = 111111111, 222222222

func (n *native) plot(b *strings.Builder) {
	tag := "c:barChart"
	if n.line {
		tag = "c:lineChart"
		b.WriteString(`<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>`)
	} else {
		direction, grouping := "col", "clustered"
		if n.level {
			direction = "bar"
		}
		if n.stacked {
			grouping = "stacked"
		}
		fmt.Fprintf(b, `<c:barChart><c:barDir val="%s"/><c:grouping val="%s"/><c:varyColors val="0"/>`, direction, grouping)
	}
	for i := range n.series {
		n.ser(b, i)
	}
	switch {
	case n.line:
		b.WriteString(`<c:marker val="1"/>`)
	default:
		fmt.Fprintf(b, `<c:gapWidth val="%d"/>`, n.gap)
		if n.stacked || n.level {
			b.WriteString(`<c:overlap val="100"/>`)
		}
	}
	fmt.Fprintf(b, `<c:axId val="%d"/><c:axId val="%d"/></%s>`, categoryAxis, valueAxis, tag)
}

// ser is one series: its name, look, labels, categories and values, each with the cells that it is from.
func (n *native) ser(b *strings.Builder, i int) {
	s := &n.series[i]
	fmt.Fprintf(b,
		`<c:ser><c:idx val="%d"/><c:order val="%d"/><c:tx><c:strRef><c:f>%s</c:f><c:strCache><c:ptCount val="1"/>`+
			`<c:pt idx="0"><c:v>%s</c:v></c:pt></c:strCache></c:strRef></c:tx>`, i, i, cells(i+2, 1, 1),
		escaped(deck.Clean(s.name)))
	if n.line {
		fmt.Fprintf(b, `<c:spPr><a:ln w="28575"><a:solidFill><a:srgbClr val="%s"/></a:solidFill></a:ln></c:spPr>`,
			s.look.ink())
	} else {
		b.WriteString(`<c:spPr>` + s.look.xml() + `</c:spPr><c:invertIfNegative val="0"/>`)
		for _, at := range slices.Sorted(maps.Keys(s.points)) {
			fmt.Fprintf(b,
				`<c:dPt><c:idx val="%d"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/><c:spPr>%s</c:spPr></c:dPt>`, at,
				s.points[at].xml())
		}
	}
	n.labels(b, s)
	last := len(n.categories) + 1
	fmt.Fprintf(b, `<c:cat><c:strRef><c:f>%s</c:f><c:strCache><c:ptCount val="%d"/>`, cells(1, 2, last), len(n.categories))
	for k, name := range n.categories {
		fmt.Fprintf(b, `<c:pt idx="%d"><c:v>%s</c:v></c:pt>`, k, escaped(deck.Clean(name)))
	}
	fmt.Fprintf(b, `</c:strCache></c:strRef></c:cat><c:val><c:numRef><c:f>%s</c:f><c:numCache><c:formatCode>General`+
		`</c:formatCode><c:ptCount val="%d"/>`, cells(i+2, 2, last), len(n.categories))
	for k, v := range s.values {
		if v != nil {
			fmt.Fprintf(b, `<c:pt idx="%d"><c:v>%s</c:v></c:pt>`, k, strconv.FormatFloat(*v, 'f', -1, 64))
		}
	}
	b.WriteString(`</c:numCache></c:numRef></c:val>`)
	if n.line {
		b.WriteString(`<c:smooth val="0"/>`)
	}
	b.WriteString(`</c:ser>`)
}

// labels are the values written at the bars of a series.
func (n *native) labels(b *strings.Builder, s *column) {
	if s.labels == "" {
		b.WriteString(`<c:dLbls><c:delete val="1"/></c:dLbls>`)
		return
	}
	place := "ctr"
	switch {
	case n.line:
		place = "t"
	case s.outer && !n.stacked:
		place = "outEnd"
	}
	ground := `<a:noFill/>`
	if s.plate != "" {
		ground = `<a:solidFill><a:srgbClr val="` + s.plate + `"/></a:solidFill>`
	}
	say := func(format string) {
		fmt.Fprintf(b, `<c:numFmt formatCode="%s" sourceLinked="0"/><c:spPr>%s<a:ln><a:noFill/></a:ln></c:spPr>%s`+
			`<c:dLblPos val="%s"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/>`+
			`<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>`, escaped(format), ground,
			n.textLook(s.ink, true), place)
	}
	b.WriteString(`<c:dLbls>`)
	for _, at := range slices.Sorted(maps.Keys(s.own)) {
		fmt.Fprintf(b, `<c:dLbl><c:idx val="%d"/>`, at)
		say(s.own[at])
		b.WriteString(`</c:dLbl>`)
	}
	say(s.labels)
	b.WriteString(`</c:dLbls>`)
}

// axes are that of the categories and that of the values, which is drawn for lines alone.
func (n *native) axes(b *strings.Builder) {
	order, at, values := "minMax", "b", "l"
	if n.level {
		order, at, values = "maxMin", "l", "t"
	}
	fmt.Fprintf(b, `<c:catAx><c:axId val="%d"/><c:scaling><c:orientation val="%s"/></c:scaling><c:delete val="0"/>`+
		`<c:axPos val="%s"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>`+
		`<c:minorTickMark val="none"/><c:tickLblPos val="low"/>`+
		`<c:spPr><a:ln w="12700"><a:solidFill>`+
		`<a:srgbClr val="1A1F2B"/></a:solidFill></a:ln></c:spPr>%s<c:crossAx val="%d"/><c:crosses val="autoZero"/>`+
		`<c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>`,
		categoryAxis, order, at, n.textLook("1A1F2B", false), valueAxis)
	most := ""
	if n.most != nil {
		most = `<c:max val="` + strconv.FormatFloat(*n.most, 'f', -1, 64) + `"/>`
	}
	hidden, grid := 1, ""
	if n.valueAxis {
		hidden, grid = 0,
			`<c:majorGridlines><c:spPr><a:ln w="9525"><a:solidFill><a:srgbClr val="E3E7ED"/></a:solidFill></a:ln>`+
				`</c:spPr></c:majorGridlines>`
	}
	least := ""
	if !n.negative() {
		least = `<c:min val="0"/>`
	}
	fmt.Fprintf(b, `<c:valAx><c:axId val="%d"/><c:scaling><c:orientation val="minMax"/>%s%s</c:scaling>`+
		`<c:delete val="%d"/><c:axPos val="%s"/>%s<c:numFmt formatCode="#,##0" sourceLinked="0"/>`+
		`<c:majorTickMark val="none"/><c:minorTickMark val="none"/>`+
		`<c:tickLblPos val="nextTo"/><c:crossAx val="%d"/><c:crosses val="autoZero"/>`+
		`<c:crossBetween val="between"/></c:valAx>`, valueAxis, most, least, hidden, values, grid, categoryAxis)
}

// negative reports a value below 0, whose axis must not begin at 0.
func (n *native) negative() bool {
	return slices.ContainsFunc(n.series, func(s column) bool {
		return slices.ContainsFunc(s.values, func(v *float64) bool { return v != nil && *v < 0 })
	})
}

// textLook is the look of text in a chart: upright, and on one line where a program can set it so.
func (n *native) textLook(colour string, bold bool) string {
	weight := 0
	if bold {
		weight = 1
	}
	return fmt.Sprintf(`<c:txPr><a:bodyPr rot="0" wrap="none"/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="%d" b="%d">`+
		`<a:solidFill><a:srgbClr val="%s"/></a:solidFill></a:defRPr></a:pPr><a:endParaRPr lang="%s"/></a:p></c:txPr>`,
		hundredths(n.em), weight, colour, n.lang)
}

// xml fills a bar.
func (l look) xml() string {
	inside := `<a:solidFill><a:srgbClr val="` + l.ink() + `"/></a:solidFill>`
	switch {
	case l.ground != "" && l.colour != "":
		inside = `<a:pattFill prst="wdUpDiag"><a:fgClr><a:srgbClr val="` + l.colour +
			`"/></a:fgClr><a:bgClr><a:srgbClr val="` +
			l.ground + `"/></a:bgClr></a:pattFill>`
	case l.ground != "":
		inside = `<a:solidFill><a:srgbClr val="` + l.ground + `"/></a:solidFill>`
	}
	if l.line == "" {
		return inside + `<a:ln><a:noFill/></a:ln>`
	}
	return inside + `<a:ln w="12700"><a:solidFill><a:srgbClr val="` + l.line + `"/></a:solidFill></a:ln>`
}

// ink is the colour of a look, or of its line.
func (l look) ink() string {
	if l.colour != "" {
		return l.colour
	}
	return l.line
}

// cells names a stretch of a column of the workbook.
func cells(column, from, to int) string {
	name, err := excelize.ColumnNumberToName(column)
	if err != nil {
		panic(err) // a chart has no thousands of series
	}
	if from == to {
		return fmt.Sprintf("%s!$%s$%d", sheetName, name, from)
	}
	return fmt.Sprintf("%s!$%s$%d:$%s$%d", sheetName, name, from, name, to)
}
