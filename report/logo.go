package report

import (
	"bytes"
	"image"
	"image/color"
	"image/png"

	"pilot90/report/block"
	"pilot90/report/content"
)

// The most pixels that a printed logo has: 9 mm high at some 600 dots to the inch.
const (
	logoHeight = 220
	logoWidth  = 1100
)

// logo is the municipality's emblem as every format shows it: made small, on white, and without
// what a camera or a drawing program may have written into the file. Nil when there is none.
func logo(e *block.Env) *content.Logo {
	read := e.Cohort.Pilot.Logo
	if read == nil {
		return nil
	}
	small := shrunk(read.Picture)
	var b bytes.Buffer
	if err := png.Encode(&b, small); err != nil {
		return nil // only a picture without size, or a full buffer, and it is neither
	}
	alt := e.Cohort.Pilot.Program.Municipality
	if alt == "" {
		alt = e.Words("自治体のロゴ", "Logo of the municipality")
	}
	return &content.Logo{PNG: b.Bytes(), Width: small.Rect.Dx(), Height: small.Rect.Dy(), Alt: alt}
}

// shrunk returns the picture on white, at most logoHeight high and logoWidth wide. Each pixel is
// the average of those it stands for, in whole numbers: the bytes are the same on any machine.
func shrunk(from image.Image) *image.RGBA {
	box := from.Bounds()
	width, height := box.Dx(), box.Dy()
	if height > logoHeight {
		width, height = max(1, width*logoHeight/height), logoHeight
	}
	if width > logoWidth {
		width, height = logoWidth, max(1, height*logoWidth/width)
	}
	to := image.NewRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			part := image.Rect(box.Min.X+x*box.Dx()/width, box.Min.Y+y*box.Dy()/height, box.Min.X+(x+1)*box.Dx()/width,
				box.Min.Y+(y+1)*box.Dy()/height)
			to.SetRGBA(x, y, average(from, part))
		}
	}
	return to
}

// average is the mean colour of a part of a picture, seen on white.
func average(from image.Image, part image.Rectangle) color.RGBA {
	var sum [3]uint64
	n := uint64(part.Dx() * part.Dy())
	for y := part.Min.Y; y < part.Max.Y; y++ {
		for x := part.Min.X; x < part.Max.X; x++ {
			r, g, b, a := from.At(x, y).RGBA() // already multiplied by a
			white := uint64(0xFFFF - a)
			sum[0] += uint64(r) + white
			sum[1] += uint64(g) + white
			sum[2] += uint64(b) + white
		}
	}
	mean := func(i int) uint8 { return uint8((sum[i] + n*257/2) / (n * 257)) }
	return color.RGBA{mean(0), mean(1), mean(2), 0xFF}
}
