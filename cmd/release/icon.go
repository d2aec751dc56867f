package main

import (
	"image"
	"image/color"
	"math"
)

// The icon is drawn here: three steps that rise, the 30 + 30 + 30 days, on a rounded square; the
// last one is where the income is.

var (
	ground   = color.NRGBA{0x14, 0x4d, 0x5f, 0xff}
	step     = color.NRGBA{0xe8, 0xf1, 0xf2, 0xff}
	lastStep = color.NRGBA{0xf2, 0xb1, 0x34, 0xff}
)

// iconSizes are those that Windows asks for.
var iconSizes = []int{16, 20, 24, 32, 48, 64, 256}

// samples is how many points along each side of a pixel are looked at.
const samples = 8

// icon draws the icon of a size in pixels.
func icon(size int) image.Image {
	img := image.NewNRGBA(image.Rect(0, 0, size, size))
	for y := range size {
		for x := range size {
			img.SetNRGBA(x, y, pixel(x, y, size))
		}
	}
	return img
}

// pixel is the mean of the colours at the points of a pixel, those outside the square clear.
func pixel(x, y, size int) color.NRGBA {
	var r, g, b, inside int
	for i := range samples * samples {
		u := (float64(x) + (float64(i%samples)+0.5)/samples) / float64(size)
		v := (float64(y) + (float64(i/samples)+0.5)/samples) / float64(size)
		if c, ok := colourAt(u, v); ok {
			r, g, b, inside = r+int(c.R), g+int(c.G), b+int(c.B), inside+1
		}
	}
	if inside == 0 {
		return color.NRGBA{}
	}
	return color.NRGBA{uint8(r / inside), uint8(g / inside), uint8(b / inside), uint8(255 * inside / (samples * samples))}
}

// colourAt is the colour of a point of the unit square, whose origin is above on the left.
func colourAt(u, v float64) (color.NRGBA, bool) {
	if !rounded(u-0.5, v-0.5, 0.48, 0.48, 0.12) {
		return color.NRGBA{}, false
	}
	const foot, wide = 0.80, 0.17
	for i, height := range []float64{0.22, 0.40, 0.58} {
		middle := 0.26 + 0.24*float64(i)
		if rounded(u-middle, v-(foot-height/2), wide/2, height/2, 0.025) {
			if i == 2 {
				return lastStep, true
			}
			return step, true
		}
	}
	return ground, true
}

// rounded reports whether a point lies in a rectangle around the origin with half sides a and b
// and rounded corners.
func rounded(x, y, a, b, radius float64) bool {
	dx, dy := math.Abs(x)-(a-radius), math.Abs(y)-(b-radius)
	return dx <= radius && dy <= radius && (dx <= 0 || dy <= 0 || math.Hypot(dx, dy) <= radius)
}
