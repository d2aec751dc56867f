package main

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
)

// hostileCase is one ledger with one file that does harm, or that was damaged.
type hostileCase struct {
	number   int
	kind     string
	which    int    // the number of its kind
	visit    int    // how often its kind came before
	dir      string // of the ledger
	database string
	rand     *rand.Rand
	aims     []mode // the modes that meet what does harm; nil for all
	replacer *strings.Replacer
}

// A maker puts what does harm into the ledger of a case.
type maker struct {
	kind string
	make func(c *hostileCase) error
}

// makers are all kinds. Every second case is a damaged file, each in another way; the rest take turns.
var makers = concat(damages, books, archives, besides, logs, texts, encodings, settings, plans, specials, kept, tables)

func concat[T any](of ...[]T) (all []T) {
	for _, m := range of {
		all = append(all, m...)
	}
	return all
}

// newCase makes case n in a folder of its own: a sound small ledger, and the harm.
func newCase(n int, dir string, s stock) (*hostileCase, error) {
	c := &hostileCase{number: n, which: n / 2 % len(makers), visit: n / 2 / len(makers), dir: filepath.Join(dir, "ledger"),
		database: filepath.Join(dir, "town.db"), rand: rand.New(rand.NewPCG(uint64(n), 90))}
	if n%2 == 0 {
		c.which, c.visit = n/2%len(damages), n/2/len(damages)
	}
	c.kind = makers[c.which].kind
	c.replacer = strings.NewReplacer("LEDGER", c.dir, "SECOND", s.second(), "DIR", dir, "DATABASE", c.database)
	data, err := os.ReadFile(s.database())
	if err == nil {
		err = os.WriteFile(c.database, data, 0o644)
	}
	if err != nil {
		return nil, err
	}
	if err := s.into(c.dir); err != nil {
		return nil, err
	}
	return c, makers[c.which].make(c)
}

// book is the path of the ledger's workbook.
func (c *hostileCase) book() string { return filepath.Join(c.dir, "台帳.xlsx") }

// put writes a file of the ledger.
func (c *hostileCase) put(name string, data []byte) error {
	return os.WriteFile(filepath.Join(c.dir, name), data, 0o644)
}

// name numbers a thing of the case.
func (c *hostileCase) name(what string) string { return fmt.Sprintf("%s%d", what, c.number) }

// size is a number of things between a tenth of most and most.
func (c *hostileCase) size(most int) int { return most/10 + c.rand.IntN(most-most/10+1) }
