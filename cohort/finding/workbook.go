package finding

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/xuri/excelize/v2"

	"pilot90/cohort/lang"
)

// WorkbookOptions chooses what WriteWorkbook and WriteNewWorkbook put into the copy.
type WorkbookOptions struct {
	Lang     lang.Lang
	Password string             // of an encrypted original; the copy is encrypted with it too
	Keep     func(Finding) bool // which findings go into this copy (one cohort, one member of staff); nil = all
}

// ErrNoCopy says that a workbook cannot be copied with its formats; WriteNewWorkbook can still
// hand back its cells.
var ErrNoCopy = errors.New("the workbook cannot be copied with its formats")

// WriteWorkbook writes a copy of the workbook original (the bytes of an .xlsx or .xlsm): its
// cells with an error or a warning coloured and commented, and a front sheet that lists the
// findings with links. Formats, formulas and the other sheets stay as they are. Only findings
// whose File is name go in; infos are listed, not coloured. It returns an error that wraps
// ErrNoCopy when the original cannot be opened or extended.
func WriteWorkbook(w io.Writer, original []byte, name string, fs []Finding, o WorkbookOptions) error {
	verify := func(data []byte) error { return verifyCopy(original, data, o.Password) }
	plain, err := decrypted(original, o.Password)
	if err != nil {
		return fmt.Errorf("%s: %w: %v", name, ErrNoCopy, err)
	}
	if err := copyable(plain); err != nil {
		return fmt.Errorf("%s: %w: %v", name, ErrNoCopy, err)
	}
	return writeAnnotated(w, plain, verify, name, ownFindings(fs, name, o), o)
}

// decrypted is the workbook without its password. A broken one can make the library panic.
func decrypted(original []byte, password string) (plain []byte, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("broken workbook: %v", r)
		}
	}()
	if password == "" {
		return original, nil
	}
	return excelize.Decrypt(original, &excelize.Options{Password: password})
}

// ownFindings picks the findings that go into the copy of the file name.
func ownFindings(fs []Finding, name string, o WorkbookOptions) []Finding {
	var own []Finding
	for _, f := range fs {
		if f.File == name && (o.Keep == nil || o.Keep(f)) {
			own = append(own, f)
		}
	}
	return own
}

// writeAnnotated marks the book, verifies the result and writes it. Comments are the one thing
// that an unusual book may not take; it is then done again without them, since the front sheet
// says the same.
func writeAnnotated(w io.Writer, plain []byte, verify func([]byte) error, name string, own []Finding,
	o WorkbookOptions) error {
	var err error
	for _, commented := range []bool{true, false} {
		var data []byte
		if data, err = annotate(plain, verify, own, commented, o); err != nil {
			continue
		}
		if _, err := w.Write(data); err != nil {
			return fmt.Errorf("%s: writing the copy: %w", name, err)
		}
		return nil
	}
	return fmt.Errorf("%s: %w: %v", name, ErrNoCopy, err)
}

// annotate returns the bytes of the marked book. A broken book can make the library panic; that
// is turned into an error, as nothing but the copy is lost.
func annotate(plain []byte, verify func([]byte) error, own []Finding, commented bool,
	o WorkbookOptions) (data []byte, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("broken workbook: %v", r)
		}
	}()
	said, bare := remarks{unnoted: faultySheets(own)}, plain
	marked, faults := firstFaults(Unfold(own), mostFaults)
	if commented {
		if plain, said, err = commentBook(plain, marked, o.Lang); err != nil {
			return nil, fmt.Errorf("adding comments: %w", err)
		}
	}
	said.marked, said.faults = len(marked), faults
	book, err := excelize.OpenReader(bytes.NewReader(plain))
	if err != nil {
		return nil, err
	}
	defer book.Close()
	if err := mendStyles(book); err != nil {
		return nil, err
	}
	if err := removeMarks(book); err != nil {
		return nil, err
	}
	if err := markCells(book, marked); err != nil {
		return nil, fmt.Errorf("marking cells: %w", err)
	}
	if err := addFrontSheet(book, own, said, o.Lang); err != nil {
		return nil, fmt.Errorf("adding the front sheet: %w", err)
	}
	var b bytes.Buffer
	if err := book.Write(&b); err != nil {
		return nil, err
	}
	if data, err = restore(bare, b.Bytes()); err != nil {
		return nil, err
	}
	if o.Password != "" {
		if data, err = excelize.Encrypt(data, &excelize.Options{Password: o.Password}); err != nil {
			return nil, err
		}
	}
	return data, verify(data)
}

// faultySheets lists the sheets with something to correct.
func faultySheets(fs []Finding) []string {
	var list []string
	for _, f := range fs {
		if f.Severity != Info && f.Sheet != "" && !slices.Contains(list, f.Sheet) {
			list = append(list, f.Sheet)
		}
	}
	return list
}
