package content

import "iter"

// Blocks goes through all blocks of the report in reading order; those that stand side by side
// come after the block that holds them.
func (r *Report) Blocks() iter.Seq[Block] {
	return func(yield func(Block) bool) {
		for i := range r.Sections {
			if !each(r.Sections[i].Blocks, yield) {
				return
			}
		}
	}
}

func each(blocks []Block, yield func(Block) bool) bool {
	for _, b := range blocks {
		if !yield(b) {
			return false
		}
		if beside, ok := b.(Beside); ok {
			for _, part := range beside.Parts {
				if !each(part, yield) {
					return false
				}
			}
		}
	}
	return true
}

// Charts goes through all charts of the report in reading order.
func (r *Report) Charts() iter.Seq[*Chart] {
	return func(yield func(*Chart) bool) {
		for b := range r.Blocks() {
			if c, ok := b.(*Chart); ok && c != nil && !yield(c) {
				return
			}
		}
	}
}

// Headed reports whether the blocks of a section on one page have headings of their own: its title is then only a
// bookmark.
func (s *Section) Headed() bool {
	if s.Paging != OnePage {
		return false
	}
	own := false
	each(s.Blocks, func(b Block) bool {
		_, heading := b.(Heading)
		points, isPoints := b.(Points)
		own = own || heading || isPoints && !points.Large
		return !own
	})
	return own
}
