package block

import (
	"fmt"

	"pilot90/report/content"
)

// mostLanes is how many participants one chart has room for on a page of paper.
const mostLanes = 35

// lanesAmongMany is how many lanes of those of many people who need somebody have one chart: behind a list of several
// pages it begins anywhere, and leaves no great gap where it does not fit.
const lanesAmongMany = 14

// evenly is the size of parts of no more than most that are as equal as can be.
func evenly(all, most int) int {
	parts := max((all+most-1)/most, 1)
	return (all + parts - 1) / parts
}

// parted is a chart with a lane or a row of cells for each person in parts that can be read on
// paper, each with its own twin and at most so many lanes; a calendar keeps the steps of the whole.
func (e *Env) parted(c *content.Chart, most int) []content.Block {
	var blocks []content.Block
	all := len(c.Twin.Rows)
	size := evenly(all, most)
	for from := 0; from < all; from += size {
		to := min(from+size, all)
		part, twin := *c, *c.Twin
		twin.Rows = c.Twin.Rows[from:to]
		if len(c.Lanes) > 0 {
			part.Lanes = c.Lanes[from:to]
		} else {
			part.Series = c.Series[from:to]
		}
		if from > 0 {
			part.ID = fmt.Sprintf("%s_%d", c.ID, from/size+1)
		}
		if all > most { // the heading above says the rest
			part.Title = e.Words(fmt.Sprintf("%d〜%d人目", from+1, to), fmt.Sprintf("%d–%d", from+1, to))
		}
		part.Twin = &twin
		blocks = append(blocks, &part)
	}
	return blocks
}
