package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
)

// machine is what the results depend on besides the programs.
type machine struct {
	system, processor string
	cores             int
	goVersion         string
	modules           []string // versions of what our own reader is compared with
	loadBefore        string   // load average before the first run
}

// compared are the Go modules whose versions matter.
var compared = []string{"github.com/xuri/excelize/v2", "github.com/klauspost/compress"}

func lookAtMachine() machine {
	m := machine{
		system: runtime.GOOS + "/" + runtime.GOARCH, processor: "unknown",
		cores: runtime.NumCPU(), goVersion: runtime.Version(), loadBefore: loadAverage(),
	}
	if name := field("/etc/os-release", "PRETTY_NAME="); name != "" {
		m.system = strings.Trim(name, `"`) + " " + m.system
	}
	if name := field("/proc/cpuinfo", "model name"); name != "" {
		m.processor = strings.TrimLeft(name, "\t :")
	}
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, dep := range info.Deps {
			for _, path := range compared {
				if dep.Path == path {
					m.modules = append(m.modules, dep.Path+" "+dep.Version)
				}
			}
		}
	}
	return m
}

// field returns the rest of the first line that begins with key; "" when there is none.
func field(file, key string) string {
	data, err := os.ReadFile(file)
	if err != nil {
		return ""
	}
	for line := range strings.Lines(string(data)) {
		if rest, ok := strings.CutPrefix(line, key); ok {
			return strings.TrimSpace(rest)
		}
	}
	return ""
}

// loadAverage is the load of the last minute, "unknown" where the system does not tell.
func loadAverage() string {
	data, err := os.ReadFile("/proc/loadavg")
	if err != nil {
		return "unknown"
	}
	minute, _, _ := strings.Cut(string(data), " ")
	return minute
}

// goBenchmarks runs the Go benchmarks of the repository and returns their lines, those of the
// packages that could be run also when others failed.
func goBenchmarks(until deadline, log io.Writer) ([]string, error) {
	if why := until.reason(); why != "" {
		return nil, errors.New(why)
	}
	packages, err := benchmarked(".")
	if err != nil {
		return nil, err
	}
	ctx, stop := until.bounded(2 * patience)
	defer stop()
	cmd := exec.CommandContext(ctx, "go", append([]string{"test", "-run", "^$", "-bench", ".", "-benchmem", "-benchtime",
		"300ms"}, packages...)...)
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = io.MultiWriter(&out, log), log
	if err = cmd.Run(); err != nil {
		err = fmt.Errorf("go test -bench: %w", err)
	}
	return benchmarkLines(&out), err
}

// benchmarked are the packages below a folder that have benchmarks: to build the tests of all others takes minutes.
func benchmarked(root string) (packages []string, err error) {
	err = filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (d.Name() == "node_modules" || d.Name() == "testdata") {
			return fs.SkipDir
		}
		if !strings.HasSuffix(path, "_test.go") {
			return nil
		}
		source, err := os.ReadFile(path)
		if dir := "./" + filepath.ToSlash(filepath.Dir(path)); err == nil && !slices.Contains(packages, dir) &&
			bytes.Contains(source, []byte("\nfunc Benchmark")) {
			packages = append(packages, dir)
		}
		return err
	})
	return packages, err
}

// benchmarkLines keeps the results and the names of the packages that have any.
func benchmarkLines(r io.Reader) []string {
	var lines []string
	heading := ""
	scanner := bufio.NewScanner(r)
	for scanner.Scan() {
		line := scanner.Text()
		if strings.HasPrefix(line, "pkg: ") {
			heading = line
		}
		if strings.HasPrefix(line, "Benchmark") && strings.Contains(line, "ns/op") {
			if heading != "" {
				lines = append(lines, heading)
				heading = ""
			}
			lines = append(lines, strings.Join(strings.Fields(line), " "))
		}
	}
	return lines
}
