package edition

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"pilot90/kpi/disclose"
	"pilot90/report"
	"pilot90/report/draft"
	"pilot90/report/plan"
	"pilot90/report/step"
)

// Order is what somebody wants sealed.
type Order struct {
	Ledger   string // path of the ledger
	Edition  string
	Plan     *plan.Plan
	Source   []byte // the plan as written, for its hash
	Own      bool   // the plan is the municipality's own: it is kept with the outputs
	Formats  []string
	Reason   string // why a revision is made; "" when there should be none
	Copy     bool   // keep a copy of the ledger; only where the profile hides nothing
	Run      report.Run
	Existing []*Sealed // the editions of the ledger, of whatever municipality
}

// profile is what the edition may show.
func (o *Order) profile() disclose.Profile {
	return disclose.ProfileOf(o.Plan.Profile, o.Run.Cohort.Pilot.Privacy)
}

// Outcome is what became of an Order.
type Outcome struct {
	Dir      string
	Manifest *Manifest
	Number   string // hash of the manifest, which a person can note down
	Already  bool   // the same edition is there; nothing was written
	Replaced []rune // characters that the PDF's fonts lack
}

// ErrRevision says that an edition of that name is there and differs: a reason is asked for.
var ErrRevision = errors.New("another edition of this name is sealed")

// Seal makes the edition and puts it beside the ledger, whole or not at all. When the latest one of
// its name has the same manifest nothing is written. When it differs the new one becomes its
// next revision if there is a reason, else the error is ErrRevision. When ctx ends nothing is left.
func Seal(ctx context.Context, o Order) (*Outcome, error) {
	dir, files, err := o.inputs()
	if err != nil {
		return nil, err
	}
	o.Existing = Of(o.Existing, o.Run.Town())
	base := baseName(o.Run.Window.Clock.AsOf.String(), o.Edition, o.Run.Town())
	last := latest(o.Existing, base)
	if last != nil {
		same, err := o.same(ctx, last, files)
		if err != nil {
			return nil, err
		}
		if same != nil { // the run that made it may have been killed before it kept the ledger
			return same, keepLedger(dir, last.Manifest.Name, o.Ledger, files)
		}
		if o.Reason == "" {
			return &Outcome{Dir: last.Dir}, ErrRevision
		}
	}
	revision, name := 1, base
	if last != nil {
		revision = last.Manifest.Revision + 1
		name = fmt.Sprintf("%s-%d", base, revision)
	}
	m := &Manifest{Name: name, Revision: revision, Reason: o.Reason}
	if revision == 1 {
		m.Reason = ""
	}
	if err = o.compare(m, o.Existing); err != nil {
		return nil, err
	}
	out, replaced, err := o.build(ctx, m, files)
	if err != nil {
		return nil, err
	}
	target := filepath.Join(dir, name)
	if err := WriteFolder(ctx, target, out); err != nil {
		return nil, err
	}
	return &Outcome{Dir: target, Manifest: m, Number: hash(out[len(out)-1].Data), Replaced: replaced},
		keepLedger(dir, name, o.Ledger, files)
}

// inputs returns the folder for editions and the hashes of the ledger's files.
func (o *Order) inputs() (dir string, files []Hashed, err error) {
	if files, err = ReadInputs(o.Ledger); err != nil {
		return "", nil, err
	}
	if err = unchanged(files, o.Run.Cohort); err != nil {
		return "", nil, err
	}
	dir, err = FolderOf(o.Ledger)
	return dir, files, err
}

// same makes the edition as it was made when last was sealed, and returns an outcome when it is
// the same to the byte. Saying so of a folder whose files were touched since is an error.
func (o Order) same(ctx context.Context, last *Sealed, files []Hashed) (*Outcome, error) {
	if last.Err != nil {
		return nil, fmt.Errorf("%s: %w", last.Dir, last.Err)
	}
	m := &Manifest{Name: last.Manifest.Name, Revision: last.Manifest.Revision, Reason: last.Manifest.Reason}
	if err := o.compare(m, among(o.Existing, last.Manifest.Earlier)); err != nil {
		return nil, err
	}
	out, _, err := o.build(ctx, m, files)
	if err != nil {
		return nil, err
	}
	now := out[len(out)-1].Data
	was, err := readOwn(last.Dir, ManifestFile)
	if err != nil || !bytes.Equal(was, now) {
		return nil, err
	}
	for _, f := range last.Manifest.Outputs {
		if _, _, err := last.output(f.Name); err != nil {
			return nil, fmt.Errorf("%s: %w", filepath.Join(last.Dir, f.Name), ErrTouched)
		}
	}
	return &Outcome{Dir: last.Dir, Manifest: last.Manifest, Number: hash(now), Already: true}, nil
}

// compare gives the run what editions have told before, and notes in the manifest which. The hub's own is made even
// where one of them cannot be read, and says so.
func (o *Order) compare(m *Manifest, with []*Sealed) (err error) {
	outer := !o.profile().Open()
	if !outer && !o.Plan.Has("disclosure") {
		return nil
	}
	m.Earlier, o.Run.Earlier, err = Earlier(with)
	if o.Run.Unread = err != nil; outer {
		return err
	}
	return nil
}

// build makes the files of the edition and fills its manifest, which is the last of them.
func (o *Order) build(ctx context.Context, m *Manifest, inputs []Hashed) ([]report.File, []rune, error) {
	run := o.Run
	run.Sealed, run.Still = true, true
	content, shown := report.Build(o.Plan, run)
	files, replaced, err := report.Render(ctx, content, shown, o.Formats)
	if err != nil {
		return nil, nil, err
	}
	profile := o.profile()
	if o.Copy && profile.Open() {
		kept, err := copies(o.Ledger, inputs)
		if err != nil {
			return nil, nil, err
		}
		files = append(files, kept...)
	}
	if m.Plan = (Hashed{o.Edition + ".toml", hash(o.Source)}); o.Own {
		m.Plan.Name = PlanFile
		files = append(files, report.File{Name: PlanFile, Data: o.Source})
	}
	clock := run.Window.Clock
	m.Schema, m.Edition, m.Profile, m.Program = Schema, o.Edition, profile.Name, run.Result.Program
	m.Municipality = run.Town()
	m.Recompute = Recompute{clock.AsOf.String(), clock.From.String(), clock.End.String(), string(run.Lang), o.Formats}
	m.Tool, m.Definitions = run.Version, definitions()
	m.Inputs = inputsFor(profile, inputs)
	for _, f := range files {
		m.Outputs = append(m.Outputs, Hashed{f.Name, hash(f.Data)})
	}
	m.Figures, m.Planned = figures(shown), planned(shown)
	m.Targets, _ = o.Run.Cohort.Pilot.TargetsOf(o.Run.Window.Clock)
	data, err := m.bytes()
	return append(files, report.File{Name: ManifestFile, Data: data}), replaced, err
}

// underTarget is an error of a file in the temporary folder with the name that the user gave: the other one is gone
// when the message is read.
func underTarget(err error, temp, target string) error {
	if p, ok := errors.AsType[*fs.PathError](err); ok {
		if below, outside := filepath.Rel(temp, p.Path); outside == nil && filepath.IsLocal(below) {
			return &fs.PathError{Op: p.Op, Path: filepath.Join(target, below), Err: p.Err}
		}
	}
	return err
}

// WriteFolder puts the files into a new folder by way of a temporary one beside it: whole or not at
// all, also when ctx ends. A folder that is there already is an error (fs.ErrExist).
func WriteFolder(ctx context.Context, target string, files []report.File) (err error) {
	if _, err := os.Lstat(target); !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%s: %w", target, fs.ErrExist)
	}
	parent := filepath.Dir(target)
	_, missing := os.Lstat(parent)
	if err := os.MkdirAll(parent, 0o777); err != nil { // less the umask, as for every file of the user's
		return err
	}
	draft.Sweep(parent)
	temp, err := draft.Folder(parent)
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			os.RemoveAll(temp)
			if missing != nil {
				os.Remove(parent) // only when empty
			}
		}
	}()
	step.Expect(ctx, len(files))
	for _, f := range files {
		if err := ctx.Err(); err != nil {
			return err
		}
		path := filepath.Join(temp, filepath.FromSlash(f.Name))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			return underTarget(err, temp, target)
		}
		if err := draft.Write(path, f.Data); err != nil {
			return underTarget(err, temp, target)
		}
		step.Done(ctx)
	}
	if err := os.Rename(temp, target); err != nil {
		return err
	}
	draft.Sync(parent)
	return nil
}
