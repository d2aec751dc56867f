package edition

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"pilot90/cohort"
	"pilot90/cohort/lang"
	"pilot90/kpi/disclose"
	"pilot90/kpi/result"
	"pilot90/report"
)

// Sealed is one folder of kept editions. Err says that its manifest cannot be read.
type Sealed struct {
	Dir      string
	Name     string // of the folder
	Manifest *Manifest
	Number   string // hash of the manifest
	Err      error
}

// FolderOf returns where the editions of a ledger are kept; it need not exist.
func FolderOf(ledger string) (string, error) {
	info, err := os.Stat(ledger)
	if err != nil {
		return "", err
	}
	if !info.IsDir() {
		ledger = filepath.Dir(ledger)
	}
	return filepath.Join(ledger, cohort.EditionsFolder), nil
}

// Kept returns the editions of a ledger, in the order of as-of date, edition and revision. Hidden
// folders and loose files are passed over.
func Kept(ledger string) ([]*Sealed, error) {
	dir, err := FolderOf(ledger)
	if err != nil {
		return nil, err
	}
	return keptIn(dir)
}

func keptIn(dir string) ([]*Sealed, error) {
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var all []*Sealed
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), ".") && isFolder(dir, e) {
			all = append(all, Read(filepath.Join(dir, e.Name())))
		}
	}
	slices.SortStableFunc(all, func(a, b *Sealed) int {
		if a.Err != nil || b.Err != nil {
			return cmp.Compare(a.Name, b.Name)
		}
		return cmp.Or(cmp.Compare(a.Manifest.Recompute.AsOf, b.Manifest.Recompute.AsOf),
			cmp.Compare(a.Manifest.Edition, b.Manifest.Edition), cmp.Compare(a.Manifest.Revision, b.Manifest.Revision))
	})
	return all, nil
}

// isFolder reports whether the entry is a folder or a link to one. A link that leads nowhere counts as
// one: what was published there cannot be passed over.
func isFolder(dir string, e fs.DirEntry) bool {
	if e.Type()&(fs.ModeSymlink|fs.ModeIrregular) == 0 {
		return e.IsDir()
	}
	info, err := os.Stat(filepath.Join(dir, e.Name()))
	return err != nil || info.IsDir()
}

// Read reads the manifest of one folder.
func Read(dir string) *Sealed {
	s := &Sealed{Dir: dir, Name: filepath.Base(dir)}
	data, err := readOwn(dir, ManifestFile)
	if err == nil {
		s.Manifest, err = readManifest(data)
	}
	s.Number, s.Err = hash(data), err
	return s
}

// baseName is what the folder of the first edition of its kind and day is called.
func baseName(asOf, edition, town string) string {
	if town != "" {
		return asOf + "-" + edition + "-" + town
	}
	return asOf + "-" + edition
}

func (m *Manifest) base() string { return baseName(m.Recompute.AsOf, m.Edition, m.Municipality) }

// Of returns the editions of one municipality of a hub; with "" those of the whole hub. Only editions of the same are
// compared with each other. One whose manifest cannot be read, or whose folder is not called as the manifest says, may
// be of any of them and is never left out.
func Of(all []*Sealed, town string) []*Sealed {
	return slices.DeleteFunc(slices.Clone(all), func(s *Sealed) bool {
		if s.Err != nil {
			return false
		}
		m := s.Manifest
		named := s.Name == m.base() || s.Name == fmt.Sprintf("%s-%d", m.base(), m.Revision)
		return named && lang.Key(m.Municipality) != lang.Key(town)
	})
}

// latest returns the edition of the name with the highest revision, or nil. One that cannot be read
// counts as the highest.
func latest(all []*Sealed, base string) *Sealed {
	var last *Sealed
	for _, s := range all {
		if s.Err != nil && (s.Name == base || strings.HasPrefix(s.Name, base+"-")) {
			return s
		}
		if s.Err == nil && s.Manifest.base() == base &&
			(last == nil || s.Manifest.Revision > last.Manifest.Revision) {
			last = s
		}
	}
	return last
}

// ErrTouched says that a file of a sealed edition is not as it was sealed.
var ErrTouched = errors.New("the file differs from what was sealed")

// output reads one output and holds it against the manifest.
func (s *Sealed) output(name string) ([]byte, string, error) {
	data, err := readOwn(s.Dir, name)
	if err != nil {
		return nil, "", err
	}
	i := slices.IndexFunc(s.Manifest.Outputs, func(o Hashed) bool { return o.Name == name })
	sum := hash(data)
	if i < 0 || s.Manifest.Outputs[i].SHA256 != sum {
		return nil, "", fmt.Errorf("%s: %w", filepath.Join(s.Dir, name), ErrTouched)
	}
	return data, sum, nil
}

// Ledger returns the folder with the copy of the ledger that the edition keeps, "" when it keeps
// none. A copy that was touched is an error.
func (s *Sealed) Ledger() (string, error) {
	if s.Err != nil {
		return "", fmt.Errorf("%s: %w", s.Dir, s.Err)
	}
	dir := ""
	for _, o := range s.Manifest.Outputs {
		if !strings.HasPrefix(o.Name, InputsFolder+"/") {
			continue
		}
		if _, _, err := s.output(o.Name); err != nil {
			return "", err
		}
		dir = filepath.Join(s.Dir, InputsFolder)
	}
	return dir, nil
}

// Figures returns what the edition tells, as its figures.json says.
func (s *Sealed) Figures() (*result.Printed, error) {
	if s.Err != nil {
		return nil, fmt.Errorf("%s: %w", s.Dir, s.Err)
	}
	data, _, err := s.output(FiguresFile)
	if err != nil {
		return nil, err
	}
	return result.ReadPrinted(bytes.NewReader(data))
}

// Earlier returns the editions among those kept that leave the hub, for another one to be compared with. An
// edition that cannot be read, or whose figures were touched, is an error: without it nobody can
// say that a difference isolates nobody.
func Earlier(all []*Sealed) ([]Hashed, []disclose.Published, error) {
	var names []Hashed
	var editions []disclose.Published
	for _, s := range all {
		if !s.outer() {
			continue
		}
		e, sum, err := s.published()
		if err != nil {
			return nil, nil, fmt.Errorf("%w: %w", ErrEarlier, err)
		}
		names, editions = append(names, Hashed{s.Name, sum}), append(editions, e)
	}
	return names, editions, nil
}

// ErrEarlier says that an earlier edition cannot be read, ErrIncomplete that one which an
// edition was compared with is not there, or is another.
var (
	ErrEarlier    = errors.New("earlier edition")
	ErrIncomplete = errors.New("an earlier edition that this one was compared with is missing or another")
)

// published reads what an edition has told.
func (s *Sealed) published() (disclose.Published, string, error) {
	if s.Err != nil {
		return disclose.Published{}, "", fmt.Errorf("%s: %w", s.Dir, s.Err)
	}
	data, sum, err := s.output(FiguresFile)
	if err != nil {
		return disclose.Published{}, "", err
	}
	e, err := disclose.ReadPublished(bytes.NewReader(data))
	if err != nil {
		return disclose.Published{}, "", fmt.Errorf("%s: %w", s.Dir, err)
	}
	return e, sum, nil
}

// Outer returns the editions that leave the hub, or may do so.
func Outer(all []*Sealed) []*Sealed {
	return slices.DeleteFunc(slices.Clone(all), func(s *Sealed) bool { return !s.outer() })
}

// outer reports whether the edition leaves the hub, or may do so: a manifest that was changed, or
// of which only the folder's name is left, must not take an edition out of the comparison.
func (s *Sealed) outer() bool {
	if slices.ContainsFunc([]string{"-grant", "-council", "-public"}, func(kind string) bool {
		return strings.Contains(s.Name, kind)
	}) {
		return true
	}
	if s.Err == nil {
		return s.Manifest.Edition != "hub" || s.Manifest.Profile != "hub"
	}
	return !strings.Contains(s.Name, "-hub")
}

// among returns those that are named.
func among(all []*Sealed, names []Hashed) []*Sealed {
	return slices.DeleteFunc(slices.Clone(all), func(s *Sealed) bool {
		return !slices.ContainsFunc(names, func(n Hashed) bool { return n.Name == s.Name })
	})
}

// Holds reports whether a sealed edition of the kind tells the same figures as the run: what is made then is no draft.
func Holds(all []*Sealed, kind string, run report.Run) bool {
	var now bytes.Buffer
	if err := run.Result.WriteJSON(&now, run.Lang); err != nil {
		return false
	}
	return slices.ContainsFunc(all, func(s *Sealed) bool {
		if s.Err != nil || s.Manifest.Edition != kind || s.Manifest.Recompute.AsOf != run.Result.Clock.AsOf.String() {
			return false
		}
		data, _, err := s.output(FiguresFile)
		return err == nil && bytes.Equal(data, now.Bytes())
	})
}
