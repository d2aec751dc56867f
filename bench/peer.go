package main

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"
)

// A peer is one program that reads a spreadsheet, ours included.
type peer struct {
	name    string
	formats []string                   // .xlsx, .csv
	about   []string                   // the command that prints the version; empty for this program's own
	argv    func(file string) []string // the command that reads a file
	outcome func(stdout, file string) (count, error)
	silent  bool   // it counts nothing, so that there is nothing to compare
	version string // filled by find
	missing string // why it cannot run; "" when it can
}

// The names of the peers that the goals speak of.
const (
	ours     = "pilot90 stream"
	inflate  = "klauspost inflate"
	fread    = "data.table fread"
	library  = "excelize raw"
	fullName = "作業ログ"
)

// peers lists every program of the comparison. self is this program, scripts the folder of the
// peers' scripts, temp a folder that may be written.
func peers(self, scripts, temp string) []*peer {
	own := func(name, way string, formats ...string) *peer {
		return &peer{name: name, formats: formats, outcome: printedCount,
			argv: func(file string) []string { return []string{self, "read", way, file} }}
	}
	script := func(name string, command []string, file string, formats ...string) *peer {
		command = append(command, filepath.Join(scripts, file))
		return &peer{name: name, formats: formats, outcome: printedCount,
			about: append(slices.Clone(command), "--version"),
			argv:  func(file string) []string { return append(slices.Clone(command), file) }}
	}
	unpack := own(inflate, "inflate", ".xlsx")
	unpack.silent = true
	return []*peer{
		own(ours, "stream", ".xlsx", ".csv"),
		own("pilot90 whole book", "book", ".xlsx", ".csv"),
		unpack,
		own(library, "excelize", ".xlsx"),
		own("Go encoding/csv", "csv", ".csv"),
		script("readxl", []string{"Rscript", "--vanilla"}, "readxl_read.R", ".xlsx"),
		script(fread, []string{"Rscript", "--vanilla"}, "fread_read.R", ".csv"),
		script("openpyxl read-only", []string{pythonWith("openpyxl")}, "openpyxl_read.py", ".xlsx"),
		script("pandas", []string{pythonWith("pandas")}, "pandas_read.py", ".xlsx", ".csv"),
		script("SheetJS", []string{"node", "--max-old-space-size=8192"}, "sheetjs_read.cjs", ".xlsx"),
		libreOffice(temp),
	}
}

// pythonWith returns the first python3 of the search path that has the module; more than one may
// be installed.
func pythonWith(module string) string {
	for _, dir := range filepath.SplitList(os.Getenv("PATH")) {
		python := filepath.Join(dir, "python3")
		if exec.Command(python, "-c", "import "+module).Run() == nil {
			return python
		}
	}
	return "python3"
}

// libreOffice converts the file to CSV without a window; its profile is its own.
func libreOffice(temp string) *peer {
	profile, out := filepath.Join(temp, "office"), filepath.Join(temp, "converted")
	return &peer{
		name: "LibreOffice convert", formats: []string{".xlsx"},
		about: []string{"soffice", "--version"},
		argv: func(file string) []string {
			return []string{"soffice", "--headless", "-env:UserInstallation=file://" + filepath.ToSlash(profile), "--convert-to",
				"csv:Text - txt - csv (StarCalc):44,34,76,1", "--outdir", out, file}
		},
		outcome: func(_, file string) (count, error) {
			name := filepath.Join(out, strings.TrimSuffix(filepath.Base(file), filepath.Ext(file))+".csv")
			n, err := readCSV(name)
			return n, errors.Join(err, os.Remove(name))
		},
	}
}

// printedCount reads "rows cells" as the scripts print it.
func printedCount(stdout, _ string) (n count, err error) {
	if _, err := fmt.Sscan(stdout, &n.rows, &n.cells); err != nil {
		return n, fmt.Errorf("it printed %q", stdout)
	}
	return n, nil
}

// find asks a peer for its version, which also shows whether it is there.
func (p *peer) find() {
	if len(p.about) == 0 {
		return
	}
	ctx, stop := context.WithTimeout(context.Background(), time.Minute)
	defer stop()
	cmd := exec.CommandContext(ctx, p.about[0], p.about[1:]...)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		p.missing = reason(err, stderr.String())
		return
	}
	p.version = strings.Join(strings.Fields(string(out)), " ")
}

// reason is why a command failed, in one line.
func reason(err error, stderr string) string {
	if errors.Is(err, exec.ErrNotFound) || errors.Is(err, fs.ErrNotExist) {
		return "not installed"
	}
	lines := strings.Split(strings.TrimSpace(stderr), "\n")
	for _, line := range lines {
		if strings.Contains(line, "Error") || strings.Contains(line, "rror in") || strings.Contains(line, "Cannot") {
			return strings.TrimSpace(line)
		}
	}
	return cmp.Or(strings.TrimSpace(lines[len(lines)-1]), err.Error())
}

// fileName is the name of the work log of that many rows.
func fileName(rows int, ext string) string { return fullName + "_" + strconv.Itoa(rows) + ext }
