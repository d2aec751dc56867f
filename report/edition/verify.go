package edition

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"time"

	"pilot90/cohort"
	"pilot90/cohort/cell"
	"pilot90/kpi"
	"pilot90/report/bridge"
)

// State is how a file stands to what the manifest says of it.
type State string

// Same: to the byte. Added: the manifest does not know it.
const (
	Same    State = "same"
	Changed State = "changed"
	Missing State = "missing"
	Added   State = "added"
)

type (
	// FileState is one file that is not the same.
	FileState struct {
		Name  string `json:"name"`
		State State  `json:"state"`
	}
	// Difference is one number of a figure that the ledger gives otherwise today.
	Difference struct {
		ID     string   `json:"id"`
		Title  string   `json:"title"`
		Unit   kpi.Unit `json:"unit"`
		Field  string   `json:"field"`  // value, n, numerator, denominator, low, high, shown, figure, planned, target
		Sealed *float64 `json:"sealed"` // nil: there was none, or it was not shown
		Now    *float64 `json:"now"`
		Hidden bool     `json:"hidden,omitempty"` // it may not be shown in one of the two
		// nothing that the edition printed is contradicted: it had no such number, or the number is only hidden today
		Quiet bool `json:"quiet,omitempty"`
		// why it differs, and how much of it for which cause; empty where that cannot be told
		Causes []bridge.Cause `json:"causes"`
		Terms  []Term         `json:"terms,omitempty"`
		Rows   []int          `json:"rows,omitempty"` // of Verdict.Rows
	}
	// Term is the part of a difference that is due to some causes: the value before and after it.
	Term struct {
		Causes []bridge.Cause `json:"causes"`
		From   float64        `json:"from"`
		To     float64        `json:"to"`
	}
	// Change is a version or text that is another today.
	Change struct {
		Sealed string `json:"sealed"`
		Now    string `json:"now"`
	}
	// Verdict is what came of checking one edition.
	Verdict struct {
		Name        string       `json:"name"`
		Manifest    *Manifest    `json:"-"`
		Number      string       `json:"manifest_sha256"`
		Outputs     []FileState  `json:"outputs"`     // those that are not the same
		Inputs      []FileState  `json:"inputs"`      // those that are not the same, as far as they are named
		InputsTold  bool         `json:"inputs_told"` // the manifest knows the files; one that leaves the hub does not
		InputsSame  bool         `json:"inputs_same"`
		Recomputed  bool         `json:"recomputed"` // the ledger could be read
		Figures     []Difference `json:"figures"`
		Compared    int          `json:"figures_compared"`
		Rows        []string     `json:"rows"` // of the ledger that changed and that a difference is due to, in words
		Tool        *Change      `json:"tool,omitempty"`
		Definitions *Change      `json:"definitions,omitempty"`
		Redefined   []string     `json:"redefined,omitempty"` // figures whose words changed
		Plan        bool         `json:"plan_changed,omitempty"`
		Unchecked   []string     `json:"problems,omitempty"` // why something could not be checked
		outer       bool
		unreadable  bool
	}
)

// Agrees reports that the outputs are intact and the ledger gives every figure again.
func (v *Verdict) Agrees() bool {
	return !v.unreadable && v.Recomputed && len(v.Outputs) == 0 && len(v.Figures) == 0 && len(v.Unchecked) == 0
}

// Unreadable reports that the manifest or the ledger could not be read.
func (v *Verdict) Unreadable() bool { return v.unreadable || !v.Recomputed }

// Alarm reports that a figure which left the hub in the edition is another today: a restatement.
func (v *Verdict) Alarm() bool { return v.outer && slices.ContainsFunc(v.Figures, Difference.Restates) }

// Restates reports that a number which the edition printed is another today. Targets are kept by each edition.
func (d Difference) Restates() bool { return d.Field != targetField && !d.Quiet }

// outputs compares what lies in the folder with what was put there.
func (v *Verdict) outputs(s *Sealed) error {
	for _, o := range s.Manifest.Outputs {
		switch _, _, err := s.output(o.Name); {
		case errors.Is(err, fs.ErrNotExist):
			v.Outputs = append(v.Outputs, FileState{o.Name, Missing})
		case err != nil:
			v.Outputs = append(v.Outputs, FileState{o.Name, Changed})
		}
	}
	return fs.WalkDir(os.DirFS(s.Dir), ".", func(name string, d fs.DirEntry, err error) error {
		known := name == ManifestFile || slices.ContainsFunc(s.Manifest.Outputs,
			func(o Hashed) bool { return o.Name == name })
		if err == nil && !d.IsDir() && !known {
			v.Outputs = append(v.Outputs, FileState{name, Added})
		}
		return err
	})
}

// versions says what of tool, definitions and plan is another today.
func (v *Verdict) versions(m *Manifest, l Ledger) {
	if m.Tool != l.Version {
		v.Tool = &Change{m.Tool, l.Version}
	}
	if now := definitions(); now != m.Definitions {
		v.Definitions = &Change{m.Definitions.Name, now.Name}
	}
	if m.Plan.Name == PlanFile {
		return // it lies in the edition and is checked with the outputs
	}
	if source, err := l.Plan(m.Edition); err != nil || hash(source) != m.Plan.SHA256 {
		v.Plan = true
	}
}

// Options are those of the run that made the edition.
func (m *Manifest) Options() (cohort.LoadOptions, error) {
	var opt cohort.LoadOptions
	for _, d := range []struct {
		text string
		to   **cell.Day
	}{{m.Recompute.AsOf, &opt.AsOf}, {m.Recompute.From, &opt.From}, {m.Recompute.To, &opt.To}} {
		t, err := time.Parse(time.DateOnly, d.text)
		if err != nil {
			return opt, fmt.Errorf("%w: %w", ErrManifest, err)
		}
		*d.to = new(cell.NewDay(t.Date()))
	}
	opt.Today = *opt.AsOf
	return opt, nil
}

// compareInputs names the files that are not the same, by the names the manifest has for them.
func compareInputs(sealed, now []Hashed) []FileState {
	var out []FileState
	at := func(files []Hashed, name string) *Hashed {
		if i := slices.IndexFunc(files, func(f Hashed) bool { return f.Name == name }); i >= 0 {
			return &files[i]
		}
		return nil
	}
	for _, f := range sealed {
		switch other := at(now, f.Name); {
		case other == nil:
			out = append(out, FileState{f.Name, Missing})
		case other.SHA256 != f.SHA256:
			out = append(out, FileState{f.Name, Changed})
		}
	}
	for _, f := range now {
		if len(sealed) > 0 && at(sealed, f.Name) == nil {
			out = append(out, FileState{f.Name, Added})
		}
	}
	return out
}
