package rollup

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// Folder is the folder of a ledger in which its submissions are kept.
const Folder = "submissions"

// OfHub reports an edition of all municipalities that work through one hub.
func (s *Submission) OfHub() bool { return len(s.Towns) > 0 }

// FileName is the name of a submission's file: as-of date, municipality ("-hub": all that work through its hub), fiscal
// year, and the number of a corrected one.
func (s *Submission) FileName() string {
	name := fmt.Sprintf("%s-%s-fy%d", s.AsOf, s.Municipality.Code, s.FiscalYear)
	if s.OfHub() {
		name = fmt.Sprintf("%s-%s-hub-fy%d", s.AsOf, s.Municipality.Code, s.FiscalYear)
	}
	if s.Revision > 1 {
		name += fmt.Sprintf("-%d", s.Revision)
	}
	return name + ".json"
}

// Bytes are what Write writes.
func (s *Submission) Bytes() ([]byte, error) {
	var b bytes.Buffer
	err := s.Write(&b)
	return b.Bytes(), err
}

// mostRevisions is more than a municipality corrects what it handed in.
const mostRevisions = 1000

// Revise gives the submission the number that follows those of its name in the folder, or that of the last one where
// it is the same; already says so. One that is there and cannot be read as one of ours is an error: it is not passed
// over.
func (s *Submission) Revise(dir string) (already bool, err error) {
	for s.Revision = 1; s.Revision < mostRevisions; s.Revision++ {
		kept, err := os.ReadFile(filepath.Join(dir, s.FileName()))
		if errors.Is(err, fs.ErrNotExist) {
			return false, nil
		}
		if err != nil {
			return false, err
		}
		if _, err := Read(bytes.NewReader(kept)); err != nil {
			return false, fmt.Errorf("%s: %w", s.FileName(), err)
		}
		now, err := s.Bytes()
		if err != nil {
			return false, err
		}
		next := *s
		next.Revision++
		_, err = os.Stat(filepath.Join(dir, next.FileName()))
		if last := errors.Is(err, fs.ErrNotExist); last && bytes.Equal(kept, now) {
			return true, nil
		}
	}
	return false, fmt.Errorf("%w: there are %d revisions", ErrSubmission, mostRevisions)
}
