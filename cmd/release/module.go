package main

import (
	"cmp"
	"debug/buildinfo"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// component is something of others that is built into the program.
type component struct {
	name, version string
	purl          string // its address among packages
	hash          string // SHA-512 in hexadecimal, where a lock file has it
	sum           string // Go's checksum of a module
	license       string // SPDX, where the package says it
}

// linked returns the Go modules in a program, and the Go library itself, as the program says.
func linked(program string) ([]component, error) {
	info, err := buildinfo.ReadFile(program)
	if err != nil {
		return nil, err
	}
	goVersion := strings.TrimPrefix(info.GoVersion, "go")
	found := []component{{name: "std", version: goVersion, purl: "pkg:golang/std@" + goVersion, license: "BSD-3-Clause"}}
	for _, m := range info.Deps {
		if m.Replace != nil {
			m = m.Replace
		}
		found = append(found, component{name: m.Path, version: m.Version,
			purl: "pkg:golang/" + m.Path + "@" + strings.ReplaceAll(m.Version, "+", "%2B"), sum: m.Sum})
	}
	return found, nil
}

// embedded returns the packages of package-lock.json whose files are built in: fonts, ECharts
// and what ECharts contains. Development tools are none of them.
func embedded(lock []byte) ([]component, error) {
	var file struct {
		Packages map[string]struct {
			Version, License, Integrity string
			Dev                         bool
		}
	}
	if err := json.Unmarshal(lock, &file); err != nil {
		return nil, err
	}
	var found []component
	for path, p := range file.Packages {
		name, ok := strings.CutPrefix(path, "node_modules/")
		if !ok || p.Dev {
			continue
		}
		hash, err := hexOf(p.Integrity)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		found = append(found, component{name: name, version: p.Version,
			purl: "pkg:npm/" + strings.ReplaceAll(name, "@", "%40") + "@" + p.Version, hash: hash, license: p.License})
	}
	slices.SortFunc(found, func(a, b component) int { return cmp.Compare(a.name, b.name) })
	return found, nil
}

// module is a Go module with the folder of its sources.
type module struct{ Path, Version, Dir string }

// modules returns the modules that the program of any target is linked from, in the order of
// their names.
func modules() ([]module, error) {
	all := map[string]module{}
	for _, t := range targets {
		out, err := t.goTool("list", "-deps", "-f",
			`{{with .Module}}{{if not .Main}}{{.Path}}{{"\t"}}{{.Version}}{{"\t"}}{{.Dir}}{{end}}{{end}}`, "./cmd/pilot90")
		if err != nil {
			return nil, err
		}
		for line := range strings.Lines(string(out)) {
			if parts := strings.Split(strings.TrimSpace(line), "\t"); len(parts) == 3 {
				all[parts[0]] = module{parts[0], parts[1], parts[2]}
			}
		}
	}
	var sorted []module
	for _, m := range all {
		sorted = append(sorted, m)
	}
	slices.SortFunc(sorted, func(a, b module) int { return cmp.Compare(a.Path, b.Path) })
	return sorted, nil
}

// licenseFiles are the files of a folder that say under what terms it may be used.
func licenseFiles(dir string) ([]string, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	var files []string
	for _, e := range entries {
		name := strings.ToUpper(e.Name())
		for _, word := range []string{"LICENSE", "LICENCE", "COPYING", "NOTICE", "PATENTS"} {
			if e.Type().IsRegular() && strings.HasPrefix(name, word) && !strings.HasSuffix(name, ".GO") {
				files = append(files, filepath.Join(dir, e.Name()))
				break
			}
		}
	}
	return files, nil
}
