package grid

import (
	"cmp"
	"slices"
)

// MergeAt returns the merged range that holds the cell; of several that overlap, the one that
// begins furthest down.
func (g *Grid) MergeAt(row, col int) (Range, bool) {
	if g.tree.of == len(g.Merges) {
		return g.tree.find(g.Merges, 1, row, col)
	}
	return lastHolding(g.Merges, row, col)
}

// lastHolding looks at each of a few ranges.
func lastHolding(merges []Range, row, col int) (Range, bool) {
	for _, m := range slices.Backward(merges) {
		if m.Contains(row, col) {
			return m, true
		}
	}
	return Range{}, false
}

// index sorts the merged ranges and prepares MergeAt for sheets with many thousands of them.
func (g *Grid) index() {
	slices.SortStableFunc(g.Merges, func(a, b Range) int {
		return cmp.Or(cmp.Compare(a.FromRow, b.FromRow), cmp.Compare(a.FromCol, b.FromCol))
	})
	g.tree = newMergeTree(g.Merges)
}

// A mergeTree finds the range that holds a cell without a look at most others: each node has a
// box around all ranges below it. The boxes of the children of node i are 2i and 2i+1; the second
// half of the boxes are the leaves, each around mergeLeaf neighbours.
type mergeTree struct {
	boxes []Range
	of    int // number of ranges
}

const mergeLeaf = 16

func newMergeTree(merges []Range) mergeTree {
	if len(merges) == 0 {
		return mergeTree{}
	}
	leaves := 1
	for leaves*mergeLeaf < len(merges) {
		leaves *= 2
	}
	boxes := make([]Range, 2*leaves)
	for i, m := range merges {
		box := &boxes[leaves+i/mergeLeaf]
		*box = box.around(m)
	}
	for i := leaves - 1; i > 0; i-- {
		boxes[i] = boxes[2*i].around(boxes[2*i+1])
	}
	return mergeTree{boxes, len(merges)}
}

// around returns the smallest range that holds both; the zero Range holds nothing.
func (r Range) around(other Range) Range {
	switch {
	case r == Range{}:
		return other
	case other == Range{}:
		return r
	}
	return Range{min(r.FromRow, other.FromRow), min(r.FromCol, other.FromCol), max(r.ToRow, other.ToRow),
		max(r.ToCol, other.ToCol)}
}

// find returns the last of the ranges under the node that holds the cell.
func (t *mergeTree) find(merges []Range, node, row, col int) (Range, bool) {
	if node >= len(t.boxes) || !t.boxes[node].Contains(row, col) {
		return Range{}, false
	}
	if leaf := node - len(t.boxes)/2; leaf >= 0 {
		return lastHolding(merges[leaf*mergeLeaf:min((leaf+1)*mergeLeaf, len(merges))], row, col)
	}
	if m, ok := t.find(merges, 2*node+1, row, col); ok {
		return m, true
	}
	return t.find(merges, 2*node, row, col)
}
