//go:build unix

package disk

import (
	"os"
	"sync"
	"syscall"
)

// umask is read by setting it, which no two may do at a time.
var umask sync.Mutex

// AsPrivateAs makes whatever the program writes from now on as private as these files and folders: whom one of them
// keeps from reading is kept from what is made of it. Nothing becomes more open; a path that is not there says nothing.
func AsPrivateAs(paths ...string) {
	mask := 0
	for _, path := range paths {
		info, err := os.Stat(path)
		if err != nil {
			continue
		}
		needed := os.FileMode(0o044) // a file is read
		if info.IsDir() {
			needed = 0o011 // a folder is gone through
		}
		for _, of := range []os.FileMode{0o070, 0o007} { // group, others
			if info.Mode()&needed&of == 0 {
				mask |= int(of)
			}
		}
	}
	umask.Lock()
	defer umask.Unlock()
	syscall.Umask(syscall.Umask(0o077) | mask)
}
