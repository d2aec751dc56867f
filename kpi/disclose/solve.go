package disclose

// prime is the modulus of the elimination: coefficients of the equations are 0, 1 and −1, so that
// what holds modulo a prime of this size holds outright.
const prime = 1<<31 - 1

// solved returns the cells that are not shown and follow from the shown ones by adding and
// subtracting equations.
func (c *cells) solved() []int {
	rows := c.unknowns()
	pivots := map[int]map[int]int64{} // column -> reduced row
	for _, row := range rows {
		for at, p := range pivots {
			eliminate(row, p, at)
		}
		at, ok := lowest(row)
		if !ok {
			continue
		}
		scale(row, inverse(row[at]))
		for _, p := range pivots {
			eliminate(p, row, at)
		}
		pivots[at] = row
	}
	var solved []int
	for i := range c.values {
		if row := pivots[i]; len(row) == 1 {
			solved = append(solved, i)
		}
	}
	return solved
}

// unknowns are the equations with the shown cells taken out: column -> coefficient.
func (c *cells) unknowns() []map[int]int64 {
	var rows []map[int]int64
	for _, s := range c.sums {
		row := map[int]int64{}
		for _, p := range s.parts {
			if !c.shown[p] {
				row[p] = (row[p] + 1) % prime
			}
		}
		if !c.shown[s.whole] {
			row[s.whole] = (row[s.whole] + prime - 1) % prime
		}
		rows = append(rows, row)
	}
	return rows
}

// eliminate takes column at out of row by means of pivot, whose coefficient there is 1.
func eliminate(row, pivot map[int]int64, at int) {
	factor := row[at]
	if factor == 0 {
		return
	}
	for col, x := range pivot {
		if y := (row[col] + (prime-factor)*x) % prime; y == 0 {
			delete(row, col)
		} else {
			row[col] = y
		}
	}
}

func lowest(row map[int]int64) (at int, ok bool) {
	for col, x := range row {
		if x != 0 && (!ok || col < at) {
			at, ok = col, true
		}
	}
	return at, ok
}

func scale(row map[int]int64, by int64) {
	for col := range row {
		row[col] = row[col] * by % prime
	}
}

// inverse is x to the power prime − 2, by squaring.
func inverse(x int64) int64 {
	result := int64(1)
	for e := prime - 2; e > 0; e >>= 1 {
		if e&1 == 1 {
			result = result * x % prime
		}
		x = x * x % prime
	}
	return result
}
