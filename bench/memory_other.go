//go:build !linux

package main

import (
	"errors"
	"os"
)

// freeDisk is known on Linux only.
func freeDisk(string) (int64, error) {
	return 0, errors.New("free disk is asked for on Linux only")
}

// peakMemory is known on Linux only: other systems count in other units, or not at all.
func peakMemory(*os.ProcessState) (int64, error) {
	return 0, errors.New("memory is measured on Linux only")
}
