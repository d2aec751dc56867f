package main

import (
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// specials are names that are no plain files of the ledger, where the system has such.
var specials = []maker{
	{"a link out of the ledger", func(c *hostileCase) error {
		return c.link("/etc/passwd", "作業ログ.csv")
	}},
	{"a link to itself", func(c *hostileCase) error { return c.link("作業ログ.csv", "作業ログ.csv") }},
	{"a link to a folder above", func(c *hostileCase) error { return c.link("..", "作業ログ") }},
	{"a device in place of a log", func(c *hostileCase) error { return c.link("/dev/zero", "作業ログ.csv") }},
	{"a device in place of the settings", func(c *hostileCase) error { return c.replaced("/dev/zero", "pilot.toml") }},
	{"a device in place of a workbook", func(c *hostileCase) error { return c.replaced("/dev/zero", "台帳.xlsx") }},
	{"a pipe in place of a log", func(c *hostileCase) error { return c.pipe("作業ログ.csv") }},
	{"a pipe in place of the settings", func(c *hostileCase) error { return c.pipe("pilot.toml") }},
	{"a pipe in place of the settings of reading", func(c *hostileCase) error { return c.pipe("reading.toml") }},
	{"folders in place of files", func(c *hostileCase) error {
		return errors.Join(os.Remove(c.book()), os.Mkdir(c.book(), 0o755), os.Mkdir(filepath.Join(c.dir, "a.csv"), 0o755))
	}},
	{"a file that may not be read", func(c *hostileCase) error { return os.Chmod(c.book(), 0) }},
	{"an empty file", func(c *hostileCase) error { return c.put("台帳.xlsx", nil) }},
	{"names that terminals obey", func(c *hostileCase) error {
		return c.put("作業\x1b[2J\u202eログ.csv", []byte(csvHead))
	}},
	{"thousands of files", func(c *hostileCase) error {
		var err error
		for n := range c.size(3000) {
			err = errors.Join(err, c.put(fmt.Sprintf("作業ログ_%d.csv", n), []byte(csvHead+"2025-09-01,P0001,A0001,2,100\r\n")))
		}
		return err
	}},
	{"tens of thousands of other files", func(c *hostileCase) error {
		var err error
		name := []string{"%d.txt", "%d.xlsm", ".%d.csv", "~$%d.xlsx", "%d.ods"}[c.rand.IntN(5)]
		for n := range c.size(30_000) {
			err = errors.Join(err, c.put(fmt.Sprintf(name, n), nil))
		}
		return err
	}},
	{"folders in folders", func(c *hostileCase) error {
		deep := filepath.Join(c.dir, strings.Repeat("f/", c.size(1500)))
		err := os.MkdirAll(deep, 0o755)
		for n := range c.size(5000) {
			err = errors.Join(err, os.Mkdir(filepath.Join(c.dir, fmt.Sprint(n)), 0o755))
		}
		return err
	}},
	{"large workbooks side by side", func(c *hostileCase) error {
		book := workbook([]string{worksheet(head+times(c.size(60_000), row), "")})
		var err error
		for n := range 4 {
			err = errors.Join(err, c.put(fmt.Sprintf("作業ログ_%d.xlsx", n), book))
		}
		return err
	}},
	{"a socket in place of a log", func(c *hostileCase) error { return socket(filepath.Join(c.dir, "作業ログ.csv")) }},
	{"no plain file in place of the workbook", func(c *hostileCase) error { return c.special("台帳.xlsx") }},
	{"no plain file in place of the settings of reading", func(c *hostileCase) error { return c.special("reading.toml") }},
	{"no folder of editions", func(c *hostileCase) error {
		return errors.Join(os.RemoveAll(filepath.Join(c.dir, "editions")), c.special("editions"))
	}},
	{"no folder of submissions", func(c *hostileCase) error {
		aimSubmissions(c)
		return errors.Join(os.RemoveAll(filepath.Join(c.dir, "submissions")), c.special("submissions"))
	}},
}

// remove removes a file where there is one.
func remove(path string) error {
	if err := os.Remove(path); err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	return nil
}

// longestSocket is how long the path of a socket may be, on Linux (unix(7)).
const longestSocket = 100

// socket makes a socket that nobody listens at; a pipe where its path would be too long.
func socket(path string) error {
	if len(path) > longestSocket {
		return exec.Command("mkfifo", path).Run()
	}
	l, err := net.ListenUnix("unix", &net.UnixAddr{Name: path, Net: "unix"})
	if err != nil {
		return err
	}
	l.SetUnlinkOnClose(false)
	return l.Close()
}

// link makes a name of the ledger lead elsewhere.
func (c *hostileCase) link(to, name string) error { return os.Symlink(to, filepath.Join(c.dir, name)) }

// replaced is link in place of a file.
func (c *hostileCase) replaced(to, name string) error {
	return errors.Join(os.Remove(filepath.Join(c.dir, name)), c.link(to, name))
}

// pipe puts a pipe that nobody writes into in place of a file.
func (c *hostileCase) pipe(name string) error {
	path := filepath.Join(c.dir, name)
	if err := remove(path); err != nil {
		return err
	}
	return exec.Command("mkfifo", path).Run()
}
