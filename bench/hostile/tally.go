package main

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"sync"
	"text/tabwriter"
	"time"
)

// Tally is what came of the cases.
type Tally struct {
	Runs   int
	Failed []string // what each run that failed was, and why
	out    io.Writer
	most   map[string]worst // by the first word of the mode
	lock   sync.Mutex
}

// worst is the most that a command took.
type worst struct {
	runs             int
	cpu              time.Duration
	memory           int64 // bytes of the largest resident set
	slowest, largest string
}

func (t *Tally) fail(number int, what string, err error) {
	t.lock.Lock()
	defer t.lock.Unlock()
	t.Failed = append(t.Failed, fmt.Sprintf("case %d, %s: %v", number, what, err))
	fmt.Fprintln(t.out, t.Failed[len(t.Failed)-1])
}

func (t *Tally) took(number int, name string, e ended) {
	t.lock.Lock()
	defer t.lock.Unlock()
	t.Runs++
	if t.most == nil {
		t.most = map[string]worst{}
	}
	command, _, _ := strings.Cut(name, " ")
	w := t.most[command]
	w.runs++
	if e.cpu > w.cpu {
		w.cpu, w.slowest = e.cpu, fmt.Sprintf("%d %s", number, name)
	}
	if e.memory > w.memory {
		w.memory, w.largest = e.memory, fmt.Sprintf("%d %s", number, name)
	}
	t.most[command] = w
}

// table prints the longest time and the most memory of each command, with the case and the mode.
func (t *Tally) table(out io.Writer) {
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "command\truns\tmost CPU\tcase\tmost memory\tcase")
	for _, command := range slices.Sorted(maps.Keys(t.most)) {
		m := t.most[command]
		fmt.Fprintf(w, "%s\t%d\t%.1f s\t%s\t%d MB\t%s\n", command, m.runs, m.cpu.Seconds(), m.slowest, m.memory>>20,
			m.largest)
	}
	w.Flush() // of what was printed nothing more can be said
}
