package main

import "os/exec"

// shower opens an address, a file or a folder with the program that the system has for it.
func shower(target string) *exec.Cmd {
	return exec.Command("open", target)
}
