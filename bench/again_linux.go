package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"pilot90/bench/ledgers"
)

// measureAgain is the CPU that serve spends after one workbook of twelve was saved, in seconds.
func (w *whole) measureAgain() (float64, error) {
	size := twelve
	dir := filepath.Join(w.temp, "twelve")
	if err := ledgers.Write(dir, size); err != nil {
		return 0, err
	}
	c := exec.Command(w.program, "serve", dir, "--no-browser")
	if err := c.Start(); err != nil {
		return 0, err
	}
	defer func() {
		c.Process.Kill()
		c.Wait()
	}()
	before, err := settledCPU(c.Process.Pid)
	if err != nil {
		return 0, err
	}
	size.Town = 1 // other people, so that the workbook is another
	if err := ledgers.WriteLog(dir, size, 5); err != nil {
		return 0, err
	}
	after, err := settledCPU(c.Process.Pid)
	return after - before, err
}

// settledCPU waits until a process has done nothing for a while and returns its time so far in seconds.
func settledCPU(pid int) (float64, error) {
	last, quiet := -1.0, 0
	for range 120 {
		time.Sleep(500 * time.Millisecond)
		now, err := cpuOfProcess(pid)
		if err != nil {
			return 0, err
		}
		if now-last < 0.03 { // it looks for saved files meanwhile
			quiet++
		} else {
			quiet = 0
		}
		if last = now; quiet == 6 {
			return now, nil
		}
	}
	return 0, fmt.Errorf("process %d does not come to rest", pid)
}

// ticks are those of a second in /proc.
const ticks = 100

func cpuOfProcess(pid int) (float64, error) {
	data, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if err != nil {
		return 0, err
	}
	fields := strings.Fields(string(data[strings.LastIndexByte(string(data), ')')+1:]))
	user, err := strconv.Atoi(fields[11])
	if err != nil {
		return 0, err
	}
	system, err := strconv.Atoi(fields[12])
	return float64(user+system) / ticks, err
}
