//go:build !linux

package main

// measureAgain is not measured here: the time of a running process is asked of the system in another way.
func (w *whole) measureAgain() (float64, error) { return 0, nil }
