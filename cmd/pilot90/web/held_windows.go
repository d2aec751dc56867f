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

// isHeldOpen reports whether a file could not be used because another program has it open.
func isHeldOpen(err error) bool {
	return errors.Is(err, sharingViolation) || errors.Is(err, lockViolation)
}
