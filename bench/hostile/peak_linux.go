package main

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// peak is the largest resident set of a process in bytes.
func peak(state *os.ProcessState) int64 {
	usage, ok := state.SysUsage().(*syscall.Rusage)
	if !ok {
		return 0
	}
	return usage.Maxrss << 10 // Linux counts KiB
}

// tick is the unit in which /proc counts the time of the cores: 100 a second for programs, on every architecture.
const tick = 10 * time.Millisecond

// taken is what a process that runs has taken so far: its largest resident set in bytes, and time of the cores. Both
// are 0 for one that ended.
func taken(pid int) (memory int64, cpu time.Duration) {
	status, _ := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if _, after, ok := strings.Cut(string(status), "VmHWM:"); ok {
		if words := strings.Fields(after); len(words) > 0 {
			kib, _ := strconv.ParseInt(words[0], 10, 64)
			memory = kib << 10
		}
	}
	stat, _ := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	// Behind the name in parentheses, user and system time are the 12th and 13th word (proc_pid_stat(5): 14 and 15).
	if words := strings.Fields(string(stat[strings.LastIndexByte(string(stat), ')')+1:])); len(words) > 12 {
		user, _ := strconv.ParseInt(words[11], 10, 64)
		system, _ := strconv.ParseInt(words[12], 10, 64)
		cpu = time.Duration(user+system) * tick
	}
	return memory, cpu
}
