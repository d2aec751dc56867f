package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strings"
)

// target is a system that a program is made for.
type target struct{ os, arch string }

var targets = []target{
	{"windows", "amd64"}, {"windows", "arm64"},
	{"linux", "amd64"}, {"linux", "arm64"},
	{"darwin", "amd64"}, {"darwin", "arm64"},
}

func (t target) String() string { return t.os + "/" + t.arch }

// program is the file name of the program.
func (t target) program() string {
	if t.os == "windows" {
		return "pilot90.exe"
	}
	return "pilot90"
}

// chosen returns the target of a name, or all for "".
func chosen(name string) ([]target, error) {
	if name == "" {
		return targets, nil
	}
	i := slices.IndexFunc(targets, func(t target) bool { return t.String() == name })
	if i < 0 {
		return nil, fmt.Errorf("no target %s; there are %v", name, targets)
	}
	return targets[i : i+1], nil
}

// environment is that of go for a target: static, for the oldest processors of its kind, and
// without what the machine's own settings would change.
func (t target) environment() []string {
	return append(os.Environ(), "GOOS="+t.os, "GOARCH="+t.arch, "CGO_ENABLED=0", "GOAMD64=v1", "GOARM64=v8.0", "GOFLAGS=",
		"GOWORK=off", "GOEXPERIMENT=", "GODEBUG=", "GOFIPS140=off")
}

// build makes the program of a target. No path, time or version control state goes into it.
func (t target) build(file string) error {
	_, err := t.goTool("build", "-trimpath", "-buildvcs=false", "-ldflags=-s -w -buildid=", "-o", file, "./cmd/pilot90")
	return err
}

// goTool runs go for the target and returns what it prints.
func (t target) goTool(args ...string) ([]byte, error) {
	cmd := exec.Command("go", args...)
	cmd.Env = t.environment()
	var errs bytes.Buffer
	cmd.Stderr = &errs
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("%s: go %s: %w\n%s", t, strings.Join(args, " "), err, errs.String())
	}
	return out, nil
}
