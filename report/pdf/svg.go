package pdf

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
)

// drawing is an SVG picture read into outlines and texts, in points from its upper left
// corner. Only what the charts use is understood; anything else is an error, so that no
// part of a chart is ever left out in silence.
type drawing struct {
	width, height float64
	shapes        []shape
}

// shape is an outline or, with text set, a text that begins at the origin of frame.
type shape struct {
	clip    []step
	outline []step
	fill    paint
	stroke  paint
	line    float64
	dash    []float64
	round   bool // round caps and joins

	text   string
	anchor float64 // part of the width left of the origin: 0, 0.5 or 1
	bold   bool
	size   float64
	frame  matrix
}

// paint is a colour with its opacity; opacity 0 paints nothing.
type paint struct {
	colour  rgb
	opacity float64
}

// node is an XML element.
type node struct {
	name  string
	attrs map[string]string
	kids  []*node
	text  string
}

// parseSVG reads a picture.
func parseSVG(data []byte) (*drawing, error) {
	root, err := parseNodes(data)
	if err != nil {
		return nil, fmt.Errorf("svg: %w", err)
	}
	if root == nil || root.name != "svg" {
		return nil, fmt.Errorf("svg: the outermost element is not svg")
	}
	r := &svgReader{ids: map[string]*node{}, d: &drawing{}}
	r.d.width, _ = strconv.ParseFloat(strings.TrimSuffix(root.attrs["width"], "px"), 64)
	r.d.height, _ = strconv.ParseFloat(strings.TrimSuffix(root.attrs["height"], "px"), 64)
	if !(r.d.width > 0 && r.d.height > 0) {
		return nil, fmt.Errorf("svg: width and height are not given")
	}
	r.index(root)
	r.walk(root, state{frame: matrix{1, 0, 0, 1, 0, 0}, attrs: map[string]string{}})
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
	frame matrix
	attrs map[string]string
	clip  []step
}

// handedDown lists the attributes that count for inner elements too.
var handedDown = []string{
	"fill", "fill-opacity", "stroke", "stroke-opacity", "stroke-width", "stroke-dasharray", "stroke-linecap",
	"opacity", "font-size", "font-weight", "font", "text-anchor", "dominant-baseline", "visibility",
}

type svgReader struct {
	d   *drawing
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
		in.frame = s.frame.mul(m)
	}
	if ref := n.attrs["clip-path"]; ref != "" && ref != "none" {
		in.clip = r.clipPath(ref, in.frame)
	}
	return in
}

// clipPath returns the outline that a reference "url(#id)" names.
func (r *svgReader) clipPath(ref string, frame matrix) []step {
	id := strings.TrimSuffix(strings.TrimPrefix(ref, "url(#"), ")")
	n := r.ids[id]
	if n == nil {
		r.fail("clip path %q is not there", ref)
		return nil
	}
	var out []step
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
	out := shape{
		clip: s.clip, outline: r.outline(n, s.frame),
		fill: r.paint(s, "fill", "#000000"), stroke: r.paint(s, "stroke", "none"),
		line: s.frame.scale(), round: s.attrs["stroke-linecap"] == "round",
	}
	if w, ok := s.attrs["stroke-width"]; ok {
		out.line *= r.float(w)
	}
	if n.name == "polyline" && n.attrs["fill"] == "" && s.attrs["fill"] == "" {
		out.fill.opacity = 0
	}
	if dash := s.attrs["stroke-dasharray"]; dash != "" && dash != "none" {
		for _, v := range strings.FieldsFunc(dash, func(c rune) bool { return c == ',' || c == ' ' }) {
			out.dash = append(out.dash, r.float(v)*s.frame.scale())
		}
	}
	if out.line == 0 {
		out.stroke.opacity = 0
	}
	if len(out.outline) > 1 && (out.fill.opacity > 0 || out.stroke.opacity > 0) {
		r.d.shapes = append(r.d.shapes, out)
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
