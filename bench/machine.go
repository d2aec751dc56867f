package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"runtime"
	"runtime/debug"
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
	ctx, stop := context.WithTimeout(context.Background(), 2*patience)
	defer stop()
	cmd := exec.CommandContext(ctx, "go", "test", "-run", "^$", "-bench", ".", "-benchmem", "-benchtime", "300ms", "./...")
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = io.MultiWriter(&out, log), log
	err := cmd.Run()
	if err != nil {
		err = fmt.Errorf("go test -bench ./...: %w", err)
	}
	return benchmarkLines(&out), err
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
