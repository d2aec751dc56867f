package main

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"pilot90/templates"
)

// made is one program, and what goes with it.
type made struct {
	target    target
	version   string
	goVersion string
	program   []byte
	sha256    string
	parts     []component
}

// release makes the archives and the checksums in a new folder.
func release(out, version string, wanted []target, stdout io.Writer) error {
	if err := os.RemoveAll(out); err != nil {
		return err
	}
	if err := writeResources("cmd/pilot90", version); err != nil {
		return err
	}
	var sums []string
	for _, t := range wanted {
		archive, err := make1(out, version, t)
		if err != nil {
			return err
		}
		for _, file := range archive {
			sum, size, err := sumOf(filepath.Join(out, filepath.FromSlash(file)))
			if err != nil {
				return err
			}
			sums = append(sums, sum+"  "+file+"\n")
			fmt.Fprintf(stdout, "%s  %10d  %s\n", sum, size, file)
		}
	}
	slices.SortFunc(sums, func(a, b string) int { return strings.Compare(a[64:], b[64:]) })
	return os.WriteFile(filepath.Join(out, "SHA256SUMS"), []byte(strings.Join(sums, "")), 0o644)
}

// make1 makes the program of a target and its archive; it returns their names below out.
func make1(out, version string, t target) ([]string, error) {
	name := fmt.Sprintf("pilot90-%s-%s-%s", version, t.os, t.arch)
	program := path.Join(name, t.program())
	file := filepath.Join(out, filepath.FromSlash(program))
	if err := t.build(file); err != nil {
		return nil, err
	}
	if t.os == "windows" {
		if err := hasResources(file); err != nil {
			return nil, err
		}
	}
	m, err := inspect(file, version, t)
	if err != nil {
		return nil, err
	}
	files, err := m.files(name)
	if err != nil {
		return nil, err
	}
	archive := name + ".zip"
	if err := writeZip(filepath.Join(out, archive), files); err != nil {
		return nil, err
	}
	return []string{program, archive}, nil
}

// inspect reads back what was built: the sheet and the bill of materials say what the program
// itself says.
func inspect(file, version string, t target) (*made, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(data)
	m := &made{target: t, version: version, program: data, sha256: hex.EncodeToString(sum[:])}
	if m.parts, err = linked(file); err != nil {
		return nil, err
	}
	m.goVersion = m.parts[0].version
	lock, err := os.ReadFile("package-lock.json")
	if err != nil {
		return nil, err
	}
	packages, err := embedded(lock)
	if err != nil {
		return nil, err
	}
	m.parts = append(m.parts, packages...)
	return m, nil
}

// packed is a file of an archive.
type packed struct {
	name string
	data []byte
	run  bool // a program
}

// files are what a town hall is given, in one folder: the program, a page for its user and one
// for its IT desk, the bill of materials, the licences, and a ledger to try it on.
func (m *made) files(folder string) ([]packed, error) {
	bill, err := billOfMaterials(m.version, m.target, m.sha256, m.parts)
	if err != nil {
		return nil, err
	}
	licenses, err := templates.LicenseText()
	if err != nil {
		return nil, err
	}
	first, err := m.readme()
	if err != nil {
		return nil, err
	}
	sheet, err := m.sheet()
	if err != nil {
		return nil, err
	}
	files := []packed{
		{path.Join(folder, m.target.program()), m.program, true},
		{path.Join(folder, "はじめにお読みください.txt"), m.target.text(first), false},
		{path.Join(folder, "情シス向け.html"), sheet, false},
		{path.Join(folder, "LICENSES.txt"), m.target.text(licenses), false},
		{path.Join(folder, "sbom.cdx.json"), bill, false},
	}
	sample := "samples/midorino"
	entries, err := os.ReadDir(filepath.FromSlash(sample))
	if err != nil {
		return nil, err
	}
	for _, e := range entries {
		data, err := os.ReadFile(filepath.Join(filepath.FromSlash(sample), e.Name()))
		if err != nil {
			return nil, err
		}
		files = append(files, packed{path.Join(folder, sample, e.Name()), data, false})
	}
	return files, nil
}

// sumOf is the SHA-256 and the size of a file.
func sumOf(file string) (string, int, error) {
	data, err := os.ReadFile(file)
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:]), len(data), err
}
