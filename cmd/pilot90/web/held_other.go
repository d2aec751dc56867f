//go:build !windows

package web

import (
	"errors"
	"syscall"
)

// isHeldOpen reports whether a file could not be used because another program has it open.
func isHeldOpen(err error) bool {
	return errors.Is(err, syscall.ETXTBSY) || errors.Is(err, syscall.EBUSY)
}
