// Command release turns the sources into what a town hall is given: one static program for each
// system, packed with a page for its user and one for its IT desk, with checksums, a bill of
// materials and every licence.
//
// The one idea: same sources, same bytes, on any machine and day. So a hash that is published
// can be checked by building again. It fetches nothing by itself beyond what go build fetches,
// and signs nothing.
//
//	go run ./cmd/release                         every system, into dist/
//	go run ./cmd/release -only windows/amd64     one of them
//	go run ./cmd/release -licenses FILE          the licences of everything linked
//	go run ./cmd/release -resources              icon and version for go build on Windows
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"regexp"
)

func main() {
	if err := run(os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "release:", err)
		os.Exit(1)
	}
}

// run does one of the things above; the working directory is the top of the repository.
func run(args []string, stdout io.Writer) error {
	flags := flag.NewFlagSet("release", flag.ContinueOnError)
	out := flags.String("out", "dist", "the folder to write to; what is in it is replaced")
	only := flags.String("only", "", "one target, such as windows/amd64")
	licenses := flags.String("licenses", "", "write the licences of what is linked into this file, and no more")
	resources := flags.Bool("resources", false, "write the Windows resources beside cmd/pilot90, and no more")
	if err := flags.Parse(args); err != nil {
		return err
	}
	version, err := sourceVersion("cmd/pilot90/run.go")
	switch {
	case err != nil:
		return err
	case *licenses != "":
		return writeLicenses(*licenses)
	case *resources:
		return writeResources("cmd/pilot90", version)
	}
	wanted, err := chosen(*only)
	if err != nil {
		return err
	}
	return release(*out, version, wanted, stdout)
}

// sourceVersion returns the version that a source file declares.
func sourceVersion(file string) (string, error) {
	source, err := os.ReadFile(file)
	if err != nil {
		return "", fmt.Errorf("run it at the top of the repository: %w", err)
	}
	found := regexp.MustCompile(`(?m)^var version = "(\d+\.\d+\.\d+)"$`).FindSubmatch(source)
	if found == nil {
		return "", fmt.Errorf("%s declares no version like 1.2.3", file)
	}
	return string(found[1]), nil
}
