package report

import (
	"fmt"
	"strings"

	"github.com/BurntSushi/toml"

	"pilot90/cohort/finding"
	"pilot90/templates"
)

// Plan is an edition as a municipality can write it: sections in order, blocks by name.
type Plan struct {
	Edition  string        `toml:"edition"`
	Profile  string        `toml:"profile"` // of disclosure: hub, grant, council or public; anything else is public
	Title    words         `toml:"title"`
	Label    words         `toml:"label"`
	Marking  words         `toml:"marking"`
	Names    bool          `toml:"names"` // participants by id and name; otherwise by id alone
	Sections []PlanSection `toml:"section"`
}

// PlanSection is one heading of a plan.
type PlanSection struct {
	ID      string      `toml:"id"`
	Title   words       `toml:"title"`
	NewPage bool        `toml:"new_page"`
	Blocks  []PlanBlock `toml:"block"`
}

// PlanBlock names a block builder and, for those that show chosen figures, the figure ids.
type PlanBlock struct {
	Kind    string   `toml:"kind"`
	Figures []string `toml:"figures"`
	Text    words    `toml:"text"`
}

type words struct {
	JA string `toml:"ja"`
	EN string `toml:"en"`
}

func (w words) text() finding.Text { return finding.Text(w) }

// BuiltinPlan returns the plan of an edition that comes with the program. An unknown edition is
// an error that names those there are.
func BuiltinPlan(edition string) (*Plan, error) {
	data, err := templates.Plan(edition)
	if err != nil {
		return nil, fmt.Errorf("%q という版はありません（使えるもの: %s）", edition, strings.Join(templates.Plans(), ", "))
	}
	return ParsePlan(edition+".toml", data)
}

// ParsePlan reads a plan. The error names file, line and column of what it cannot understand:
// a syntax error, an unknown key, or a block kind that there is not.
func ParsePlan(name string, data []byte) (*Plan, error) {
	var p Plan
	meta, err := toml.Decode(string(data), &p)
	if err != nil {
		if parse, ok := err.(toml.ParseError); ok {
			return nil, fmt.Errorf("%s:%d:%d: %s", name, parse.Position.Line, parse.Position.Col, parse.Message)
		}
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if unknown := meta.Undecoded(); len(unknown) > 0 {
		return nil, fmt.Errorf("%s: %s という項目はありません", name, unknown[0])
	}
	for _, s := range p.Sections {
		for _, b := range s.Blocks {
			if builders[b.Kind] == nil {
				return nil, fmt.Errorf("%s: 節 %s の kind = %q という部品はありません", name, s.ID, b.Kind)
			}
		}
	}
	return &p, nil
}
