// Package picture reads the SVG of a chart into a list of values: outlines with their paints, and
// texts.
//
// The one idea: every medium paints the same list. Only what the charts use is understood;
// anything else is an error, so that no part of a chart is ever left out in silence. The package
// paints nothing and knows no font.
package picture

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
)

// Picture is a drawing as outlines and texts, in its own units from the upper left corner.
type Picture struct {
	Width, Height float64
	Shapes        []Shape // in the order of painting
}

// Shape is an outline or, with Text set, a text that begins at the origin of Frame.
type Shape struct {
	Clip    []Step // what is painted stays inside; nil = no limit
	Outline []Step
	Fill    Paint
	Stroke  Paint
	Line    float64 // width of the stroke
	Dash    []float64
	Round   bool // round caps and joins

	Text   string
	Anchor float64 // part of the width left of the origin: 0, 0.5 or 1
	Bold   bool
	Size   float64
	Frame  Matrix
}

// Paint is a colour with its opacity; opacity 0 paints nothing.
type Paint struct {
	R, G, B uint8
	Opacity float64
}

// Point is a place; y runs downwards.
type Point struct{ X, Y float64 }

// node is an XML element.
type node struct {
	name  string
	attrs map[string]string
	kids  []*node
	text  string
}

// Parse reads an SVG picture.
func Parse(data []byte) (*Picture, error) {
	root, err := parseNodes(data)
	if err != nil {
		return nil, fmt.Errorf("svg: %w", err)
	}
	if root == nil || root.name != "svg" {
		return nil, fmt.Errorf("svg: the outermost element is not svg")
	}
	r := &svgReader{ids: map[string]*node{}, d: &Picture{}}
	r.d.Width, _ = strconv.ParseFloat(strings.TrimSuffix(root.attrs["width"], "px"), 64)
	r.d.Height, _ = strconv.ParseFloat(strings.TrimSuffix(root.attrs["height"], "px"), 64)
	if !(r.d.Width > 0 && r.d.Height > 0) {
		return nil, fmt.Errorf("svg: width and height are not given")
	}
	r.index(root)
	r.walk(root, state{frame: Matrix{1, 0, 0, 1, 0, 0}, attrs: map[string]string{}})
	if r.err != nil {
		return nil, fmt.Errorf("svg: %w", r.err)
	}
	return r.d, nil
}

func parseNodes(data []byte) (*node, error) {
	var root *node
	var open []*node
	for dec := xml.NewDecoder(bytes.NewReader(data)); ; {
		token, err := dec.Token()
		if err == io.EOF {
			return root, nil
		}
		if err != nil {
			return nil, err
		}
		switch token := token.(type) {
		case xml.StartElement:
			n := newNode(token)
			if len(open) > 0 {
				parent := open[len(open)-1]
				parent.kids = append(parent.kids, n)
			} else {
				root = n
			}
			open = append(open, n)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			if len(open) > 0 {
				open[len(open)-1].text += string(token)
			}
		}
	}
}

// newNode takes the attributes, those in "style" over the others.
func newNode(e xml.StartElement) *node {
	n := &node{name: e.Name.Local, attrs: map[string]string{}}
	style := ""
	for _, a := range e.Attr {
		if n.attrs[a.Name.Local] = a.Value; a.Name.Local == "style" {
			style = a.Value
		}
	}
	for declaration := range strings.SplitSeq(style, ";") {
		if name, value, ok := strings.Cut(declaration, ":"); ok {
			n.attrs[strings.TrimSpace(name)] = strings.TrimSpace(value)
		}
	}
	return n
}

// state is what an element hands down to those inside it.
type state struct {
	frame Matrix
	attrs map[string]string
	clip  []Step
}

// handedDown lists the attributes that count for inner elements too.
var handedDown = []string{
	"fill", "fill-opacity", "stroke", "stroke-opacity", "stroke-width", "stroke-dasharray", "stroke-linecap",
	"opacity", "font-size", "font-weight", "font", "text-anchor", "dominant-baseline", "visibility",
}

type svgReader struct {
	d   *Picture
	ids map[string]*node
	err error
}

func (r *svgReader) fail(format string, args ...any) {
	if r.err == nil {
		r.err = fmt.Errorf(format, args...)
	}
}

func (r *svgReader) index(n *node) {
	if id := n.attrs["id"]; id != "" {
		r.ids[id] = n
	}
	for _, kid := range n.kids {
		r.index(kid)
	}
}

// enter returns the state inside n.
func (r *svgReader) enter(n *node, s state) state {
	in := state{frame: s.frame, attrs: map[string]string{}, clip: s.clip}
	for _, name := range handedDown {
		value, own := n.attrs[name]
		if !own {
			value = s.attrs[name]
		}
		if name == "opacity" && own && s.attrs[name] != "" {
			value = strconv.FormatFloat(r.float(value)*r.float(s.attrs[name]), 'g', 6, 64)
		}
		if value != "" {
			in.attrs[name] = value
		}
	}
	if t := n.attrs["transform"]; t != "" {
		m, err := parseTransform(t)
		if err != nil {
			r.fail("%w", err)
		}
		in.frame = s.frame.Mul(m)
	}
	if ref := n.attrs["clip-path"]; ref != "" && ref != "none" {
		in.clip = r.clipPath(ref, in.frame)
	}
	return in
}

// clipPath returns the outline that a reference "url(#id)" names.
func (r *svgReader) clipPath(ref string, frame Matrix) []Step {
	id := strings.TrimSuffix(strings.TrimPrefix(ref, "url(#"), ")")
	n := r.ids[id]
	if n == nil {
		r.fail("clip path %q is not there", ref)
		return nil
	}
	var out []Step
	for _, kid := range n.kids {
		out = append(out, r.outline(kid, frame)...)
	}
	return out
}

func (r *svgReader) walk(n *node, s state) {
	switch n.name {
	case "defs", "title", "desc", "style", "clipPath":
		return
	}
	in := r.enter(n, s)
	switch n.name {
	case "svg", "g":
		for _, kid := range n.kids {
			r.walk(kid, in)
		}
	case "text":
		r.text(n, in)
	default:
		r.shape(n, in)
	}
}

func (r *svgReader) shape(n *node, s state) {
	out := Shape{
		Clip: s.clip, Outline: r.outline(n, s.frame),
		Fill: r.paint(s, "fill", "#000000"), Stroke: r.paint(s, "stroke", "none"),
		Line: s.frame.Scale(), Round: s.attrs["stroke-linecap"] == "round",
	}
	if w, ok := s.attrs["stroke-width"]; ok {
		out.Line *= r.float(w)
	}
	if n.name == "polyline" && n.attrs["fill"] == "" && s.attrs["fill"] == "" {
		out.Fill.Opacity = 0
	}
	if dash := s.attrs["stroke-dasharray"]; dash != "" && dash != "none" {
		for _, v := range strings.FieldsFunc(dash, func(c rune) bool { return c == ',' || c == ' ' }) {
			out.Dash = append(out.Dash, r.float(v)*s.frame.Scale())
		}
	}
	if out.Line == 0 {
		out.Stroke.Opacity = 0
	}
	if len(out.Outline) > 1 && (out.Fill.Opacity > 0 || out.Stroke.Opacity > 0) {
		r.d.Shapes = append(r.d.Shapes, out)
	}
}

func (r *svgReader) optional(n *node, name string) float64 {
	if v := n.attrs[name]; v != "" {
		return r.float(v)
	}
	return 0
}

func (r *svgReader) float(s string) float64 {
	v, err := strconv.ParseFloat(strings.TrimSpace(strings.TrimSuffix(s, "px")), 64)
	if err != nil || math.IsNaN(v) || math.IsInf(v, 0) {
		r.fail("%q is not a number", s)
		return 0
	}
	return v
}
