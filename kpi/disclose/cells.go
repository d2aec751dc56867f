package disclose

import (
	"cmp"
	"slices"
)

// cells are the counts of an edition and the equations that hold between them, as a reader could
// write them down: whole = parts + rest. All counts are 0 or more. A rest is a cell too, which no
// edition prints and which a reader gets by subtraction.
type cells struct {
	k      int
	values []int
	names  []string
	index  map[string]int
	sums   []sum
	shown  []bool // known to the reader: printed, or from an earlier edition
	given  []bool // from an earlier edition: not ours to hide
	scarce []bool // however large the count, fewer than K persons are behind it
	queue  []candidate
	// aliases says which cell stands at a place of the edition.
	aliases map[string]string
}

// sum says values[whole] = Σ values[parts].
type sum struct {
	whole int
	parts []int
}

// candidate is a cell that is printed if it may be; the lower the rank the earlier it is tried.
type candidate struct{ cell, rank, size int }

func newCells(k int) *cells { return &cells{k: k, index: map[string]int{}} }

func (c *cells) add(name string, value int) int {
	c.index[name] = len(c.values)
	c.values = append(c.values, value)
	c.names = append(c.names, name)
	c.shown = append(c.shown, false)
	c.given = append(c.given, false)
	c.scarce = append(c.scarce, false)
	return len(c.values) - 1
}

// print asks for the cell of that name to be printed. A name that is there already must hold the
// same value; two figures that count the same people under one name are then shown or hidden
// together. The answer is false when the values differ, which makes two cells of them.
func (c *cells) print(name string, value, rank int) bool {
	if at, there := c.index[name]; there {
		return c.values[at] == value
	}
	at := c.add(name, value)
	c.queue = append(c.queue, candidate{at, rank, value})
	return true
}

// within says that the people of inner are among those of outer: outer = inner + rest. It is passed
// over where one of them is not there or the numbers say otherwise.
func (c *cells) within(inner, outer string) {
	i, ok := c.index[inner]
	o, there := c.index[outer]
	if ok && there && i != o && c.values[i] <= c.values[o] {
		rest := c.add("rest of "+outer+" without "+inner, c.values[o]-c.values[i])
		c.sums = append(c.sums, sum{o, []int{i, rest}})
	}
}

// adds says that the parts make up the whole; what they lack to it, or have too much (groups that
// overlap), is a cell of its own.
func (c *cells) adds(whole string, parts ...string) {
	at, ok := c.index[whole]
	if !ok {
		return
	}
	s, left := sum{whole: at}, c.values[at]
	for _, p := range parts {
		if i, there := c.index[p]; there {
			s.parts = append(s.parts, i)
			left -= c.values[i]
		}
	}
	switch {
	case len(s.parts) == 0:
		return
	case left > 0:
		s.parts = append(s.parts, c.add("rest of "+whole, left))
	case left < 0:
		s = sum{c.add("overlap in "+whole, c.values[at]-left), s.parts}
		c.sums = append(c.sums, sum{s.whole, []int{at, c.add("twice in "+whole, -left)}})
	}
	c.sums = append(c.sums, s)
}

// differs makes the change from an earlier printed value a cell.
func (c *cells) differs(name string, before int, when string) {
	at, ok := c.index[name]
	if !ok || c.values[at] == before {
		return
	}
	old := c.add(name+" "+when, before)
	c.shown[old], c.given[old] = true, true
	change := c.add("change of "+name+" since "+when, max(c.values[at]-before, before-c.values[at]))
	if before < c.values[at] {
		c.sums = append(c.sums, sum{at, []int{old, change}})
	} else {
		c.sums = append(c.sums, sum{old, []int{at, change}})
	}
}

// choose decides which candidates are printed. Each is tried in the order of rank, then the large
// ones first, and stays only if a reader who knows everything printed so far still has to reckon
// with K or more in every small cell. That covers primary suppression (the cell itself is small),
// complements (a rest is small) and secondary suppression (a small cell would follow) at once.
func (c *cells) choose() {
	slices.SortStableFunc(c.queue, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(a.rank, b.rank), cmp.Compare(b.size, a.size))
	})
	for _, q := range c.queue {
		if c.small(q.cell) {
			continue
		}
		c.shown[q.cell] = true
		if !c.safe() {
			c.shown[q.cell] = false
		}
	}
	c.untangle()
}

// untangle takes back the cells printed last while a small one follows from several equations at
// once, which bounds alone do not see; those that were not to blame are printed again.
func (c *cells) untangle() {
	var taken []int
	for i := len(c.queue) - 1; i >= 0; i-- {
		solved := slices.DeleteFunc(c.solved(), func(i int) bool { return !c.small(i) })
		if len(solved) == 0 {
			break
		}
		if at := c.queue[i].cell; c.shown[at] && c.touches(at, solved) {
			c.shown[at] = false
			taken = append(taken, at)
		}
	}
	for _, at := range slices.Backward(taken) {
		c.shown[at] = true
		if !c.safe() || slices.ContainsFunc(c.solved(), c.small) {
			c.shown[at] = false
		}
	}
}

// touches reports whether the cell stands in one connected set of equations with a solved one.
func (c *cells) touches(at int, solved []int) bool {
	reach := map[int]bool{at: true}
	for grew := true; grew; {
		grew = false
		for _, s := range c.sums {
			all := append([]int{s.whole}, s.parts...)
			if !slices.ContainsFunc(all, func(i int) bool { return reach[i] }) {
				continue
			}
			for _, i := range all {
				grew = grew || !reach[i]
				reach[i] = true
			}
		}
	}
	return slices.ContainsFunc(solved, func(i int) bool { return reach[i] })
}

func (c *cells) small(i int) bool { return c.scarce[i] || 0 < c.values[i] && c.values[i] < c.k }

// safe reports whether each small cell may, for all a reader can tell, be K or more, and each scarce
// one another number than it is.
func (c *cells) safe() bool {
	low, high := c.bounds()
	for i := range c.values {
		if c.small(i) && !c.given[i] && (high[i] < c.k || low[i] == high[i]) {
			return false
		}
	}
	return true
}

// unbounded is more people than any ledger has.
const unbounded = 1 << 40

// bounds are the least and the largest value that each cell can have for a reader who knows the
// shown ones and the equations, by narrowing each equation in turn until nothing moves.
func (c *cells) bounds() (low, high []int) {
	low, high = make([]int, len(c.values)), make([]int, len(c.values))
	for i := range high {
		high[i] = unbounded
		if c.shown[i] {
			low[i], high[i] = c.values[i], c.values[i]
		}
	}
	for moved := true; moved; {
		moved = false
		for _, s := range c.sums {
			moved = s.narrow(low, high) || moved
		}
	}
	return low, high
}

func (s sum) narrow(low, high []int) bool {
	least, most := 0, 0
	for _, p := range s.parts {
		least += low[p]
		most += high[p]
	}
	moved := tighten(low, high, s.whole, least, most)
	for _, p := range s.parts {
		moved = tighten(low, high, p, low[s.whole]-(most-high[p]), high[s.whole]-(least-low[p])) || moved
	}
	return moved
}

func tighten(low, high []int, i, least, most int) bool {
	moved := least > low[i] || most < high[i]
	low[i], high[i] = max(low[i], least), min(high[i], most)
	return moved
}

// allows reports whether the count at a place of the edition is printed. A place without a cell is
// not.
func (c *cells) allows(place string) bool {
	at, ok := c.index[c.aliases[place]]
	return ok && c.shown[at]
}

// published are the printed cells by name.
func (c *cells) published() map[string]int {
	counts := map[string]int{}
	for _, q := range c.queue {
		if c.shown[q.cell] {
			counts[c.names[q.cell]] = c.values[q.cell]
		}
	}
	return counts
}
