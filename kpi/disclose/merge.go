package disclose

import (
	"slices"

	"pilot90/cohort/lang"
	"pilot90/kpi"
)

// sensitiveBase is how many registered persons a sensitive situation needs to be shown at all.
const sensitiveBase = 50

// join puts two lines into one.
func join(a, b line) line {
	return line{slices.Concat(a.keys, b.keys), slices.Concat(a.titles, b.titles), slices.Concat(a.groups, b.groups)}
}

// finest are the lines of the figure without the sensitive ones.
func (e *editions) finest(f *kpi.Figure) []line {
	var lines []line
	groups := groupsOf(f.Parts)
	for i := range groups {
		g := &groups[i]
		hidden := slices.Contains(e.rules.Sensitive, g.Key) &&
			(!slices.Contains(e.rules.SensitiveShow, g.Key) || e.registered < sensitiveBase)
		if !hidden {
			lines = append(lines, line{[]string{g.Key}, []lang.Text{g.Title}, []*kpi.Group{g}})
		}
	}
	return lines
}

// groupsOf are the groups among the parts.
func groupsOf(parts kpi.Parts) []kpi.Group {
	for _, p := range parts {
		if groups, ok := p.Value.([]kpi.Group); ok {
			return groups
		}
	}
	return nil
}

// merge puts small lines together and reports whether a table is left: two lines or more, each of k persons or more.
// Lines that an earlier edition told stay as they were.
func (t *table) merge(e *editions) bool {
	if t.figure.Disclosure.Table.Overlap {
		// Who is in no line is not told: with two lines it would tell how many are in both. A line of nearly
		// everybody tells who is not in it.
		t.lines = slices.DeleteFunc(t.lines, func(l line) bool {
			return l.size() < t.k || e.registered-l.size() < t.k || l.keys[0] == restKey || l.keys[0] == "other"
		})
		return len(t.lines) > 1
	}
	if then, ok := e.lastLines(t.figure.ID); ok {
		if !t.group(then) {
			return false
		}
	} else if t.figure.Disclosure.Table.Ordered {
		t.neighbours()
	} else {
		t.together()
	}
	named := 0
	for i := range t.lines {
		if t.lines[i].size() < t.k {
			return false
		}
		if t.lines[i].keys[0] != restKey && (t.figure.Disclosure.Table.Ordered || len(t.lines[i].keys) == 1) {
			named++
		}
	}
	return named > 1
}

// restKey is the line of those of whom nothing is known.
const restKey = "unknown"

// neighbours merges the smallest line with the smaller of its neighbours until none is small.
func (t *table) neighbours() {
	for len(t.lines) > 1 {
		at := 0
		for i := range t.lines {
			if t.lines[i].size() < t.lines[at].size() {
				at = i
			}
		}
		if t.lines[at].size() >= t.k {
			return
		}
		to := at - 1
		if at == 0 || at < len(t.lines)-1 && t.lines[at+1].size() < t.lines[at-1].size() {
			to = at
		}
		t.lines[to] = join(t.lines[to], t.lines[to+1])
		t.lines = slices.Delete(t.lines, to+1, to+2)
	}
}

// together merges all small lines into one.
func (t *table) together() {
	var rest line
	t.lines = slices.DeleteFunc(t.lines, func(l line) bool {
		if l.size() >= t.k {
			return false
		}
		rest = join(rest, l)
		return true
	})
	if len(rest.keys) > 0 {
		t.lines = append(t.lines, rest)
	}
}

// group makes the lines that an earlier edition told; false where there is somebody whom none of them holds.
func (t *table) group(then [][]string) bool {
	var lines []line
	for _, keys := range then {
		var all line
		t.lines = slices.DeleteFunc(t.lines, func(l line) bool {
			if !slices.ContainsFunc(l.keys, func(key string) bool { return slices.Contains(keys, key) }) {
				return false
			}
			all = join(all, l)
			return true
		})
		if len(all.keys) == 0 {
			return false
		}
		all.keys = keys
		lines = append(lines, all)
	}
	left := t.lines
	t.lines = lines
	return len(left) == 0
}
