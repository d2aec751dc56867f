package pptx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"pilot90/report/content"
)

// hostile is what a cell of a ledger may hold.
const hostile = "<b>&\"'</a:t>\x00\u202e\ufffe=1+1"

// sample is a deck with every kind of slide and chart, and hostile words in each place.
func sample() *content.Report {
	values := func(v ...float64) (out []*float64) {
		for _, x := range v {
			out = append(out, &x)
		}
		return out
	}
	chart := func(kind content.ChartKind) *content.Chart {
		return &content.Chart{ID: string(kind), Kind: kind, Title: hostile, Alt: hostile, Unit: "円", Whole: 9,
			Categories: []string{hostile, "=2+2", "c"}, Groups: []string{"令和7年", "", "令和8年"},
			Series: []content.Series{{Name: hostile, Values: values(3, 0, 2.5), Target: values(4, 1, 2)},
				{Name: "b", Values: []*float64{nil, new(2.0), new(1.0)}}}}
	}
	r := &content.Report{Lang: "ja", Title: hostile, Owner: hostile, Draft: "下書き", Sections: []content.Section{
		{Slide: &content.SlideParts{Cover: true, Kicker: hostile, Title: hostile, Lead: []string{hostile},
			Notes: []string{hostile}}},
		{Title: "目標", Slide: &content.SlideParts{Gauges: []content.Gauge{{Title: hostile, Number: "5", Unit: "人",
			Detail:  hostile,
			Verdict: hostile, Tone: content.Watch, Measured: true, Aims: true, Value: 5, Target: 8}}}},
		{Title: "次", Slide: &content.SlideParts{Lists: []content.SlideList{{Title: "x",
			Items: []content.Pair{{Label: hostile, Value: hostile}}}}}},
	}}
	kinds := []content.ChartKind{content.Gantt} // one that no program draws
	for kind := range natives {
		kinds = append(kinds, kind)
	}
	slices.Sort(kinds)
	for _, kind := range kinds {
		c := chart(kind)
		if kind == content.Lengths {
			c.Series = c.Series[:1]
			c.Series[0].Ended = []bool{false, true, false}
		}
		r.Sections = append(r.Sections, content.Section{Title: string(kind),
			Slide: &content.SlideParts{Chart: c, Foot: hostile,
				Side: []content.Side{{Label: hostile, Number: "1円", Squares: chart(content.Squares)}}}})
	}
	return r
}

// parts are the parts of a written file by their names.
func parts(t *testing.T, r *content.Report) map[string][]byte {
	t.Helper()
	var b bytes.Buffer
	if err := Write(t.Context(), &b, r); err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string][]byte{}
	for i, f := range z.File {
		if i == 0 && f.Name != "[Content_Types].xml" {
			t.Errorf("the first part is %s", f.Name)
		}
		if _, twice := out[f.Name]; twice {
			t.Errorf("%s is there twice", f.Name)
		}
		rc, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if out[f.Name], err = io.ReadAll(rc); err != nil {
			t.Fatal(err)
		}
	}
	return out
}

// elements goes through the elements of a part.
func elements(t *testing.T, name string, data []byte, see func(xml.StartElement)) {
	t.Helper()
	d := xml.NewDecoder(bytes.NewReader(data))
	for {
		token, err := d.Token()
		switch {
		case errors.Is(err, io.EOF):
			return
		case err != nil:
			t.Fatalf("%s: %v", name, err)
		}
		if e, ok := token.(xml.StartElement); ok {
			see(e)
		}
	}
}

func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// TestPackage: each part has a content type, each relationship leads to a part of the archive, each id of a
// relationship that a part uses is there, each id of a shape is its own, and nothing leads outside.
func TestPackage(t *testing.T) {
	all := parts(t, sample())
	types := map[string]string{}
	elements(t, "types", all["[Content_Types].xml"], func(e xml.StartElement) {
		switch e.Name.Local {
		case "Default":
			types["."+attribute(e, "Extension")] = attribute(e, "ContentType")
		case "Override":
			types[attribute(e, "PartName")] = attribute(e, "ContentType")
			if _, there := all[strings.TrimPrefix(attribute(e, "PartName"), "/")]; !there {
				t.Errorf("a type for %s, which is not there", attribute(e, "PartName"))
			}
		}
	})
	reached := map[string]bool{"[Content_Types].xml": true}
	for name, data := range all {
		if types["/"+name] == "" && (types[path.Ext(name)] == "" || path.Ext(name) == ".xml" &&
			name != "[Content_Types].xml") {
			t.Errorf("%s has no content type of its own", name)
		}
		if path.Ext(name) != ".rels" {
			usedIDs(t, all, name, data)
			continue
		}
		reached[name] = true
		elements(t, name, data, func(e xml.StartElement) {
			if e.Name.Local != "Relationship" {
				return
			}
			target := strings.TrimPrefix(attribute(e, "Target"), "/")
			if _, there := all[target]; !there || attribute(e, "TargetMode") != "" {
				t.Errorf("%s leads to %q", name, attribute(e, "Target"))
			}
			reached[target] = true
		})
	}
	for name := range all {
		if !reached[name] {
			t.Errorf("nothing leads to %s", name)
		}
	}
}

// usedIDs holds the ids that a part uses.
func usedIDs(t *testing.T, all map[string][]byte, name string, data []byte) {
	t.Helper()
	if path.Ext(name) != ".xml" {
		return
	}
	folder, file := path.Split(name)
	rels, shapes := string(all[folder+"_rels/"+file+".rels"]), map[string]bool{}
	elements(t, name, data, func(e xml.StartElement) {
		for _, a := range e.Attr {
			if strings.HasSuffix(a.Name.Space, "officeDocument/2006/relationships") &&
				!strings.Contains(rels, `Id="`+a.Value+`"`) {
				t.Errorf("%s: %s uses %s, which it does not have", name, e.Name.Local, a.Value)
			}
		}
		if e.Name.Local == "cNvPr" {
			if shapes[attribute(e, "id")] {
				t.Errorf("%s: two shapes have the id %s", name, attribute(e, "id"))
			}
			shapes[attribute(e, "id")] = true
		}
	})
}

// TestSameBytes: a file depends on the report alone.
func TestSameBytes(t *testing.T) {
	if testing.Short() {
		t.Skip("writes workbooks twice")
	}
	var a, b bytes.Buffer
	if err := errors.Join(Write(t.Context(), &a, sample()), Write(t.Context(), &b, sample())); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(a.Bytes(), b.Bytes()) {
		t.Error("written differently the second time")
	}
	if !bytes.Contains(a.Bytes(), []byte(Signature)) {
		t.Error("the mark is not in the file as it lies on the disk")
	}
}

// TestWorkbooks: the numbers beside a chart are those that it shows; text that looks like a formula is text.
func TestWorkbooks(t *testing.T) {
	all, charts := parts(t, sample()), 0
	for name, data := range all {
		if path.Ext(name) != ".xlsx" {
			continue
		}
		charts++
		f, err := excelize.OpenReader(bytes.NewReader(data))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		drawn := string(all[strings.Replace(strings.TrimSuffix(name, ".xlsx")+".xml",
			"embeddings/Microsoft_Excel_Worksheet", "charts/chart", 1)])
		rows, err := f.GetRows(sheetName)
		if err != nil {
			t.Fatal(err)
		}
		for r, row := range rows {
			for c, text := range row {
				cell, _ := excelize.CoordinatesToCellName(c+1, r+1)
				if formula, _ := f.GetCellFormula(sheetName, cell); formula != "" {
					t.Errorf("%s %s is a formula: %s", name, cell, formula)
				}
				if r > 0 && c > 0 && text != "" && !strings.Contains(drawn, "<c:v>"+text+"</c:v>") {
					t.Errorf("%s %s: %s is not in the chart", name, cell, text)
				}
			}
		}
		if !strings.Contains(drawn, "<c:f>Sheet1!$A$2:$A$4</c:f>") || !strings.Contains(drawn, "<c:externalData") {
			t.Errorf("%s: the chart does not say which cells it is from", name)
		}
	}
	if want := 2*len(natives) + 1; charts != want { // one beside each, and beside the one that no program draws
		t.Errorf("%d workbooks, want %d", charts, want)
	}
}

// order is the order of children in ECMA-376 part 1, 21.2, of the elements that a chart here has.
var order = map[string]string{
	"chartSpace": "date1904 lang roundedCorners style clrMapOvr chart spPr txPr externalData printSettings",
	"chart":      "title autoTitleDeleted plotArea legend plotVisOnly dispBlanksAs",
	"plotArea":   "layout barChart lineChart catAx valAx dTable spPr",
	"barChart":   "barDir grouping varyColors ser dLbls gapWidth overlap serLines axId",
	"lineChart":  "grouping varyColors ser dLbls dropLines hiLowLines upDownBars marker smooth axId",
	"ser": "idx order tx spPr invertIfNegative marker pictureOptions dPt dLbls trendline errBars cat val smooth " +
		"shape",
	"dPt": "idx invertIfNegative marker bubble3D explosion spPr",
	"dLbls": "dLbl delete numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName showPercent " +
		"showBubbleSize separator",
	"catAx": "axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark " +
		"tickLblPos " +
		"spPr txPr crossAx crosses auto lblAlgn lblOffset noMultiLvlLbl",
	"valAx": "axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark " +
		"tickLblPos " +
		"spPr txPr crossAx crosses crossBetween majorUnit",
	"scaling":  "logBase orientation max min",
	"legend":   "legendPos legendEntry layout overlay spPr txPr",
	"strRef":   "f strCache",
	"numRef":   "f numCache",
	"strCache": "ptCount pt",
	"numCache": "formatCode ptCount pt",
}

// TestChartsByTheStandard: the children of each element of a chart stand in the order of the standard, and there is
// none that it does not have.
func TestChartsByTheStandard(t *testing.T) {
	for name, data := range parts(t, sample()) {
		if !strings.HasPrefix(name, "ppt/charts/chart") {
			continue
		}
		type open struct {
			name string
			at   int
		}
		var stack []open
		d := xml.NewDecoder(bytes.NewReader(data))
		for {
			token, err := d.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			switch e := token.(type) {
			case xml.StartElement:
				if len(stack) > 0 {
					parent := &stack[len(stack)-1]
					if children, known := order[parent.name]; known {
						at := slices.Index(strings.Fields(children), e.Name.Local)
						if at < parent.at {
							t.Errorf("%s: %s in %s is out of order or unknown", name, e.Name.Local, parent.name)
						}
						parent.at = at
					}
				}
				stack = append(stack, open{e.Name.Local, 0})
			case xml.EndElement:
				stack = stack[:len(stack)-1]
			}
		}
	}
}
