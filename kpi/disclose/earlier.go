package disclose

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"pilot90/cohort"
	"pilot90/cohort/cell"
	"pilot90/cohort/setting"
	"pilot90/kpi"
	"pilot90/kpi/result"
)

// Published is what a sealed edition has told of persons.
type Published struct {
	Clock   setting.Clock
	figures map[string]told
	then    []kpi.Figure // what the ledger as it is today gives at that time; see Recall
}

// told is one figure of a sealed edition.
type told struct {
	Value *float64 `json:"value"`
	N     *int     `json:"n"`
	Parts map[string]json.RawMessage
	lines []toldLine
}

// toldLine is a line of a table: the groups of the figure that it holds, and its counts as ranges.
type toldLine struct {
	keys   []string
	counts map[string]kpi.Span
}

// ReadPublished reads the JSON form of a sealed edition. The error says that it is not that form.
func ReadPublished(in io.Reader) (Published, error) {
	var form struct {
		Schema string `json:"schema"`
		AsOf   string `json:"as_of"`
		Period struct{ From, To string }
		// Figures have their ids among what is told.
		Figures []struct {
			ID string `json:"id"`
			told
		} `json:"figures"`
	}
	if err := json.NewDecoder(in).Decode(&form); err != nil {
		return Published{}, fmt.Errorf("earlier edition: %w", err)
	}
	if form.Schema != result.Schema || form.Figures == nil {
		return Published{}, fmt.Errorf("earlier edition: not a published edition of %s", result.Schema)
	}
	p := Published{figures: map[string]told{}}
	for _, d := range []struct {
		text string
		to   *cell.Day
	}{{form.AsOf, &p.Clock.AsOf}, {form.Period.From, &p.Clock.From}, {form.Period.To, &p.Clock.To}} {
		day, err := time.Parse(time.DateOnly, d.text)
		if err != nil {
			return Published{}, fmt.Errorf("earlier edition: %w", err)
		}
		*d.to = cell.NewDay(day.Date())
	}
	p.Clock.End = p.Clock.To
	for _, f := range form.Figures {
		for _, part := range f.Parts {
			f.lines = append(f.lines, linesOf(part)...)
		}
		p.figures[f.ID] = f.told
	}
	return p, nil
}

// linesOf reads the lines of a part that is a table; any other part has none.
func linesOf(part json.RawMessage) []toldLine {
	var rows []map[string]json.RawMessage
	if json.Unmarshal(part, &rows) != nil {
		return nil
	}
	var lines []toldLine
	for _, row := range rows {
		var key string
		if json.Unmarshal(row["key"], &key) != nil {
			continue
		}
		l := toldLine{strings.Split(key, "+"), map[string]kpi.Span{}}
		for column, v := range row {
			var n *float64
			var s struct{ Low, High *float64 }
			switch {
			case json.Unmarshal(v, &n) == nil && n != nil:
				l.counts[column] = kpi.Span{Low: *n, High: *n}
			case json.Unmarshal(v, &s) == nil && s.Low != nil && s.High != nil:
				l.counts[column] = kpi.Span{Low: *s.Low, High: *s.High}
			}
		}
		lines = append(lines, l)
	}
	return lines
}

// Recall adds to sealed editions what the ledger as it is today gives at their time: what two of them differ by is
// somebody's.
func Recall(earlier []Published, l *cohort.Ledger, defs []kpi.Definition) []Published {
	return recall(earlier, defs, func(amounts []kpi.Definition, clock setting.Clock) []kpi.Figure {
		return kpi.Run(amounts, kpi.NewWindow(l, clock))
	})
}

// RecallTown is Recall for editions of one municipality of a hub.
func RecallTown(earlier []Published, t *kpi.Town, defs []kpi.Definition) []Published {
	return recall(earlier, defs, func(amounts []kpi.Definition, clock setting.Clock) []kpi.Figure {
		w := kpi.NewWindow(t.Hub().Cohort, clock)
		return t.Of(w).Run(amounts, w)
	})
}

func recall(earlier []Published, defs []kpi.Definition,
	run func([]kpi.Definition, setting.Clock) []kpi.Figure) []Published {
	amounts := slices.DeleteFunc(slices.Clone(defs), func(d kpi.Definition) bool {
		return d.Expand != nil || d.Class != kpi.Amount && d.Behind == nil
	})
	made := map[setting.Clock][]kpi.Figure{}
	all := slices.Clone(earlier)
	for i := range all {
		clock := all[i].Clock
		if made[clock] == nil {
			made[clock] = run(amounts, clock)
		}
		all[i].then = made[clock]
	}
	return all
}
