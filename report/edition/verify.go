package edition

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"

	"pilot90/cohort"
	"pilot90/cohort/cell"
	"pilot90/kpi"
	"pilot90/kpi/disclose"
	"pilot90/report"
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
		Field  string   `json:"field"`  // value, n, numerator, denominator, low, high, shown, figure
		Sealed *float64 `json:"sealed"` // nil: there was none, or it was not shown
		Now    *float64 `json:"now"`
		Hidden bool     `json:"hidden,omitempty"` // it may not be shown in one of the two
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
		Tool        *Change      `json:"tool,omitempty"`
		Definitions *Change      `json:"definitions,omitempty"`
		Redefined   []string     `json:"redefined,omitempty"` // figures whose words changed
		Plan        bool         `json:"plan_changed,omitempty"`
		Problems    []string     `json:"problems,omitempty"` // why something could not be checked
		unreadable  bool
	}
)

// Agrees reports that the outputs are intact and the ledger gives every figure again.
func (v *Verdict) Agrees() bool {
	return !v.unreadable && v.Recomputed && len(v.Outputs) == 0 && len(v.Figures) == 0 && len(v.Problems) == 0
}

// Unreadable reports that the manifest or the ledger could not be read.
func (v *Verdict) Unreadable() bool { return v.unreadable || !v.Recomputed }

// Ledger is where an edition is recomputed from.
type Ledger struct {
	Path    string
	Compute func(path string, opt cohort.LoadOptions) (report.Run, error)
	Plan    func(edition string) ([]byte, error) // as it is today
	Version string
	Words   func(error) string // what an error is in the user's language
}

// Verify checks the outputs of an edition against its manifest and its figures against what the
// ledger gives today, at the edition's own dates.
func Verify(s *Sealed, l Ledger) *Verdict {
	v := &Verdict{Name: s.Name, Manifest: s.Manifest, Number: s.Number, Outputs: []FileState{}, Inputs: []FileState{},
		Figures: []Difference{}}
	if s.Err != nil {
		v.unreadable = true
		v.Problems = append(v.Problems, l.Words(fmt.Errorf("%s: %w", filepath.Join(s.Dir, ManifestFile), s.Err)))
		return v
	}
	if err := v.outputs(s); err != nil {
		v.Problems = append(v.Problems, l.Words(err))
	}
	v.versions(s.Manifest, l)
	if err := v.recompute(s, l); err != nil {
		v.Problems = append(v.Problems, l.Words(err))
	}
	return v
}

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

// recompute computes the edition's figures from the ledger as it is.
func (v *Verdict) recompute(s *Sealed, l Ledger) error {
	m := s.Manifest
	opt, err := m.Options()
	if err != nil {
		v.unreadable = true
		return err
	}
	files, err := ReadInputs(l.Path)
	if err != nil {
		return err
	}
	run, err := l.Compute(l.Path, opt)
	if err != nil {
		return err
	}
	if err := unchanged(files, run); err != nil {
		return err
	}
	profile := disclose.ProfileOf(m.Profile, run.Cohort.Pilot.Privacy)
	v.InputsTold = m.Inputs.SHA256 != ""
	v.InputsSame = together(files) == m.Inputs.SHA256
	v.Inputs = append(v.Inputs, compareInputs(m.Inputs.Files, inputsFor(profile, files).Files)...)
	siblings, err := keptIn(filepath.Dir(s.Dir))
	if err != nil {
		return err
	}
	names, earlier, err := Earlier(among(siblings, m.Earlier))
	if err != nil {
		return err
	}
	if !slices.Equal(names, m.Earlier) {
		v.Problems = append(v.Problems, l.Words(ErrIncomplete))
	}
	earlier = disclose.Recall(earlier, run.Cohort, run.Definitions)
	run.Result, run.Lang = disclose.Apply(run.Result, profile, earlier), m.lang()
	v.compare(m.Figures, figures(run))
	v.Recomputed = true
	return nil
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

// JSON is the form of verdicts that a machine reads.
func JSON(all []*Verdict) any {
	type one struct {
		*Verdict
		Agrees bool `json:"agrees"`
	}
	form := struct {
		Schema   string `json:"schema"`
		Editions []one  `json:"editions"`
	}{Schema: "pilot90/verify/1"}
	for _, v := range all {
		form.Editions = append(form.Editions, one{v, v.Agrees()})
	}
	return form
}
