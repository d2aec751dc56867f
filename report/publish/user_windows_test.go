package publish_test

import "syscall"

// asUser is not needed: nobody is root there.
func asUser(uint32, uint32) *syscall.SysProcAttr { return nil }
