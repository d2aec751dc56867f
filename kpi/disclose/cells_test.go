package disclose

import (
	"slices"
	"testing"

	"pilot90/cohort/cell"
	"pilot90/kpi"
)

// TestChoose: k = 5 throughout; hidden are the cells that may not be printed, by hand.
func TestChoose(t *testing.T) {
	for _, tt := range []struct {
		name   string
		values map[string]int
		sums   [][]string // whole, parts; a rest is added where they do not add up
		before map[string]int
		hidden []string
	}{
		{"large cells are printed", map[string]int{"all": 20, "a": 12, "b": 8}, [][]string{{"all", "a", "b"}}, nil, nil},
		{"0 is printed", map[string]int{"all": 20, "a": 0, "b": 20}, [][]string{{"all", "a", "b"}}, nil, nil},
		{"1 and 4 are small, 5 is not", map[string]int{"a": 1, "b": 4, "c": 5}, nil, nil, []string{"a", "b"}},
		// With b and c printed a = 20 − 12 − 6 = 2: the smaller of them goes too.
		{"a second one goes with a small one", map[string]int{"all": 20, "a": 2, "b": 12, "c": 6},
			[][]string{{"all", "a", "b", "c"}}, nil, []string{"a", "c"}},
		// a + b = 3: whatever they are, both are under 5, so c goes too and 3 + 7 = 10 are hidden.
		{"two small ones are not enough for each other", map[string]int{"all": 20, "a": 1, "b": 2, "c": 7, "d": 10},
			[][]string{{"all", "a", "b", "c", "d"}}, nil, []string{"a", "b", "c"}},
		{"a complement", map[string]int{"all": 20, "a": 17}, [][]string{{"all", "a"}}, nil, []string{"a"}},
		// Printed 20 and 14 leave 6, in which 2 and 4 are indistinguishable from 0 and 6.
		{"a step between two others", map[string]int{"all": 20, "a": 18, "b": 14}, [][]string{{"all", "a"}, {"a", "b"}}, nil,
			[]string{"a"}},
		{"a difference of 2 to an earlier edition", map[string]int{"all": 22}, nil, map[string]int{"all": 20},
			[]string{"all"}},
		{"a difference of 5", map[string]int{"all": 25}, nil, map[string]int{"all": 20}, nil},
		{"no difference", map[string]int{"all": 20}, nil, map[string]int{"all": 20}, nil},
		{"3 fewer than before", map[string]int{"all": 17}, nil, map[string]int{"all": 20}, []string{"all"}},
		// b was 10 and is 11, so it is hidden, and a as well: 30 − 19 would show it.
		{"a change that follows from another line", map[string]int{"all": 30, "a": 19, "b": 11},
			[][]string{{"all", "a", "b"}}, map[string]int{"a": 19, "b": 10}, []string{"a", "b"}},
	} {
		c := newCells(5)
		for _, name := range sortedNames(tt.values) {
			c.print(name, tt.values[name], 0)
		}
		for _, s := range tt.sums {
			c.adds(s[0], s[1:]...)
		}
		for _, name := range sortedNames(tt.before) {
			c.differs(name, tt.before[name], cell.NewDay(2025, 4, 1).String())
		}
		c.choose()
		var hidden []string
		for _, name := range sortedNames(tt.values) {
			if _, shown := c.published()[name]; !shown {
				hidden = append(hidden, name)
			}
		}
		if !slices.Equal(hidden, tt.hidden) {
			t.Errorf("%s: hidden %v, want %v", tt.name, hidden, tt.hidden)
		}
	}
}

// TestSolved: x + y = 10, y + z = 9, x + z = 7 gives x = 4, y = 6, z = 3, which no equation gives by
// itself.
func TestSolved(t *testing.T) {
	c := newCells(5)
	for _, n := range []struct {
		name  string
		value int
	}{{"x", 4}, {"y", 6}, {"z", 3}, {"xy", 10}, {"yz", 9}, {"xz", 7}} {
		c.shown[c.add(n.name, n.value)] = n.value > 6
	}
	c.adds("xy", "x", "y")
	c.adds("yz", "y", "z")
	if got := c.solved(); len(got) != 0 {
		t.Errorf("two equations of three unknowns: solved %v", got)
	}
	c.adds("xz", "x", "z")
	if got := c.solved(); !slices.Equal(got, []int{0, 1, 2}) {
		t.Errorf("solved %v, want x, y and z", got)
	}
}

// TestUntangle: the same triangle between printed sums is broken up.
func TestUntangle(t *testing.T) {
	c := newCells(5)
	for _, n := range []struct {
		name  string
		value int
	}{{"xy", 10}, {"yz", 9}, {"xz", 7}} {
		c.print(n.name, n.value, 0)
	}
	c.add("x", 4)
	c.add("y", 6)
	c.add("z", 3)
	c.adds("xy", "x", "y")
	c.adds("yz", "y", "z")
	c.adds("xz", "x", "z")
	c.choose()
	if solved := c.solved(); slices.ContainsFunc(solved, c.small) || len(c.published()) != 2 {
		t.Errorf("printed %v, solved %v", c.published(), solved)
	}
}

func TestAmount(t *testing.T) {
	public := Public(5)
	for _, tt := range []struct {
		name   string
		shares kpi.Shares
		want   bool
	}{
		{"nobody", nil, true},
		{"two", kpi.Shares{50, 50}, false},
		{"three alike", kpi.Shares{10, 10, 10}, true},
		{"exactly 85 %", kpi.Shares{85, 10, 5}, true},
		{"86 %", kpi.Shares{86, 10, 4}, false},
		{"a loss weighs like a gain", kpi.Shares{-90, 5, 5}, false},
	} {
		if got := public.amount(tt.shares, public.Clients); got != tt.want {
			t.Errorf("%s: %v, want %v", tt.name, got, tt.want)
		}
	}
}

// TestTable: a group of one client may not be had by subtraction from the total either.
func TestTable(t *testing.T) {
	group := func(key string, clients ...string) kpi.ClientGroup {
		by := kpi.Contributions{}
		for _, c := range clients {
			by[c] = 100
		}
		return kpi.ClientGroup{Key: key, Clients: by}
	}
	for _, tt := range []struct {
		name   string
		groups []kpi.ClientGroup
		want   []string
	}{
		{"all large", []kpi.ClientGroup{group("a", "1", "2", "3"), group("b", "4", "5", "6")}, []string{"a", "b"}},
		// Without c, a is the total less b.
		{"one of one", []kpi.ClientGroup{group("a", "1"), group("b", "2", "3", "4", "5"), group("c", "6", "7", "8")},
			[]string{"b"}},
		{"a rest of one that no line shows", []kpi.ClientGroup{group("", "1"), group("b", "2", "3", "4"),
			group("c", "5", "6", "7", "8")}, []string{"c"}},
		// One client with two groups stays one contributor: 1 and 2 are not enough together.
		{"the same client twice", []kpi.ClientGroup{group("a", "1"), group("b", "1", "2"), group("c", "3", "4", "5"),
			group("d", "6", "7", "8", "9")}, []string{"d"}},
	} {
		shown := map[string]bool{}
		Public(5).table(shown, "mix", tt.groups)
		var got []string
		for _, name := range sortedNames(shown) {
			got = append(got, name[len("mix."):])
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s: shown %v, want %v", tt.name, got, tt.want)
		}
	}
}
