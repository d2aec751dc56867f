//go:build !unix

package disk

// AsPrivateAs has nothing to do where new files have the permissions of their folder.
func AsPrivateAs(...string) {}
