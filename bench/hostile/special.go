package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
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
	if err := os.Remove(path); err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	return exec.Command("mkfifo", path).Run()
}

// edition puts a text into the ledger's editions in place of one that was sealed.
func (c *hostileCase) edition(text string) error {
	dir := filepath.Join(c.dir, "editions", "2025-09-30-hub")
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	return errors.Join(os.WriteFile(filepath.Join(dir, "figures.json"), []byte(text), 0o644),
		os.WriteFile(filepath.Join(dir, "manifest.json"), []byte(text), 0o644))
}
