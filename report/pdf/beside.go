package pdf

import "pilot90/report/content"

// besideGap is the room between blocks that stand side by side: 7.4 mm.
const besideGap = 21.0

// parts divides a frame among the parts of a block.
func (f frame) parts(b content.Beside) []frame {
	out := make([]frame, len(b.Parts))
	free := f.width - float64(besideGap*float64(len(out)-1))
	x := f.x
	whole := 0.0
	for _, s := range b.Shares {
		whole += s
	}
	for i := range out {
		share := 1 / float64(len(out))
		if len(b.Shares) == len(out) && whole > 0 {
			share = b.Shares[i] / whole
		}
		if b.NarrowFirst && len(out) > 1 {
			share = 0.7 / float64(len(out)-1)
			if i == 0 {
				share = 0.3
			}
		}
		out[i] = frame{x, float64(free * share), f.height}
		x += out[i].width + besideGap
	}
	return out
}

// beside lays each part out in its share of the measure and puts them on one strip, which is
// never split: it is for parts of a few lines.
func (d *document) beside(parent *element, b content.Beside) []*piece {
	whole := d.at
	defer func() { d.at = whole }()
	strip := &piece{before: sectionGap}
	var columns [][]*piece
	for i, at := range whole.parts(b) {
		d.at = at
		div := parent.add("Div")
		column := d.column(div, b.Parts[i], "")
		columns = append(columns, column)
		strip.height = max(strip.height, stacked(column))
	}
	strip.draw = func(c *canvas, top float64) {
		for _, column := range columns {
			y := top
			for i, p := range column {
				if i > 0 {
					y += p.before
				}
				p.draw(c, y)
				y += p.height
			}
		}
	}
	if strip.height == 0 {
		return nil
	}
	return []*piece{strip}
}

// stacked is the height of pieces one below the other.
func stacked(pieces []*piece) float64 {
	sum := 0.0
	for i, p := range pieces {
		if i > 0 {
			sum += p.before
		}
		sum += p.height
	}
	return sum
}
