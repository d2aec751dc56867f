package main

import (
	"os"
	"os/exec"
	"path/filepath"
)

// shower opens an address, a file or a folder with the program that Windows has for it.
func shower(target string) *exec.Cmd {
	return exec.Command(filepath.Join(os.Getenv("SystemRoot"), "System32", "rundll32.exe"), "url.dll,FileProtocolHandler",
		target)
}
