package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// writeLicenses writes the licences of Go and of every module that a program is linked from.
// A module without one is an error: nobody may hand it on.
func writeLicenses(file string) error {
	all, err := modules()
	if err != nil {
		return err
	}
	root, err := targets[0].goTool("env", "GOROOT")
	if err != nil {
		return err
	}
	var text bytes.Buffer
	if err := appendLicense(&text, "Go", strings.TrimSpace(string(root))); err != nil {
		return err
	}
	for _, m := range all {
		if err := appendLicense(&text, m.Path+" "+m.Version, m.Dir); err != nil {
			return err
		}
	}
	return os.WriteFile(file, text.Bytes(), 0o644)
}

// heading stands before the licence of a component; a test looks for it.
func heading(name string) string { return "---- " + name + " ----\n" }

func appendLicense(text *bytes.Buffer, name, dir string) error {
	files, err := licenseFiles(dir)
	if err != nil {
		return err
	}
	if len(files) == 0 {
		return fmt.Errorf("%s has no licence file in %s", name, dir)
	}
	text.WriteString(heading(name))
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			return err
		}
		fmt.Fprintf(text, "\n[%s]\n\n%s\n", filepath.Base(f),
			bytes.TrimSpace(bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))))
	}
	text.WriteString("\n")
	return nil
}
