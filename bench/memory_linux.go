package main

import (
	"errors"
	"os"
	"syscall"
)

// freeDisk is how many bytes can be written below a folder.
func freeDisk(dir string) (int64, error) {
	var disk syscall.Statfs_t
	err := syscall.Statfs(dir, &disk)
	return int64(disk.Bavail) * disk.Bsize, err
}

// peakMemory is the largest resident set in bytes that a process had. Linux counts this program's
// own, at the moment it starts the process, into it: about 12 MiB, the least that is ever shown.
func peakMemory(state *os.ProcessState) (int64, error) {
	usage, ok := state.SysUsage().(*syscall.Rusage)
	if !ok {
		return 0, errors.New("the system tells no memory use")
	}
	return usage.Maxrss << 10, nil // Linux counts KiB
}
