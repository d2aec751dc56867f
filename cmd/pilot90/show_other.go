//go:build !windows && !darwin

package main

import "os/exec"

// shower opens an address, a file or a folder with the program that the desktop has for it.
func shower(target string) *exec.Cmd {
	return exec.Command("xdg-open", target)
}
