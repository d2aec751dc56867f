package web

import (
	"errors"
	"syscall"
)

// Windows' codes for a file that another program keeps to itself, whole or in part.
const (
	sharingViolation syscall.Errno = 32
	lockViolation    syscall.Errno = 33
)

// Windows' codes for a disk, or somebody's part of one, that is full.
const (
	handleDiskFull syscall.Errno = 39
	diskFull       syscall.Errno = 112
	quotaExceeded  syscall.Errno = 1295
)

// writeProtect is Windows' code for a disk that can only be read.
const writeProtect syscall.Errno = 19

// isProtected reports a place that can only be read.
func isProtected(err error) bool { return errors.Is(err, writeProtect) }

// isFull reports that there is no room left where something was to be written.
func isFull(err error) bool {
	return errors.Is(err, handleDiskFull) || errors.Is(err, diskFull) || errors.Is(err, quotaExceeded)
}

// isHeldOpen reports whether a file could not be used because another program has it open.
func isHeldOpen(err error) bool {
	return errors.Is(err, sharingViolation) || errors.Is(err, lockViolation)
}
