//go:build !windows

package web

import (
	"errors"
	"syscall"
)

// isFull reports that there is no room left where something was to be written.
func isFull(err error) bool { return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT) }

// isProtected reports a place that can only be read.
func isProtected(err error) bool { return errors.Is(err, syscall.EROFS) }

// isHeldOpen reports whether a file could not be used because another program has it open.
func isHeldOpen(err error) bool {
	return errors.Is(err, syscall.ETXTBSY) || errors.Is(err, syscall.EBUSY)
}
