package main

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"

	"pilot90/bench/ledgers"
)

// hostileCase is one ledger with one file that does harm, or that was damaged.
type hostileCase struct {
	number int
	kind   string
	dir    string
	rand   *rand.Rand
	extra  []string // further arguments of report: a plan, a form
}

// A maker puts what does harm into the ledger of a case.
type maker struct {
	kind string
	make func(c *hostileCase) error
}

// makers are all kinds. Half of the cases are damaged files, each in another way; the rest take turns.
var makers = concat(damages, books, texts, specials)

func concat(of ...[]maker) (all []maker) {
	for _, m := range of {
		all = append(all, m...)
	}
	return all
}

// newCase makes case n: a sound small ledger, and the harm.
func newCase(n int, dir string) (*hostileCase, error) {
	c := &hostileCase{number: n, dir: dir, rand: rand.New(rand.NewPCG(uint64(n), 90))}
	m := makers[n/2%len(makers)]
	if n%2 == 0 {
		m = damages[n/2%len(damages)]
	}
	c.kind = m.kind
	if err := ledgers.Write(dir, ledgers.Size{People: 6, Rows: 60, Town: n}); err != nil {
		return nil, err
	}
	return c, m.make(c)
}

// editions and formats of report.
var (
	editions = []string{"overview", "hub", "grant", "council", "public", "handover"}
	formats  = []string{"pdf", "html", "json", "csv", "xlsx", "png", "pptx", "pdf,html"}
)

// commands are two runs on the case: check, plain or with a copy, and the command whose turn it is.
func (c *hostileCase) commands(dir string) [][]string {
	out := filepath.Join(dir, "out")
	check := []string{"check", c.dir}
	if c.number%3 == 0 {
		check = []string{"check", c.dir, "--format", "xlsx", "--out", filepath.Join(dir, "copies")}
	}
	report := append([]string{"report", c.dir, "--for", editions[c.number/16%len(editions)], "--format",
		formats[c.number/7%len(formats)], "--out", out}, c.extra...)
	turns := [][]string{
		report,
		{"kpi", c.dir, "--json"},
		{"explain", "first_income_residents", c.dir},
		{"status", c.dir},
		{"seal", c.dir, "--for", "hub", "--format", "json"},
		{"diff", c.dir, c.dir, "--all"},
		{"rollup", c.dir, c.dir, "--out", out},
		{"handover", c.dir, "--out", out},
		{"init", filepath.Join(dir, "next"), "--from", c.dir},
		{"read", c.dir},
		{"serve", c.dir, "--no-browser"},
		{"publish", c.dir, "--to", "sqlite://" + filepath.Join(dir, "town.db")},
		{"verify", c.dir},
	}
	turn := turns[c.number/5%len(turns)]
	if len(c.extra) > 0 {
		turn = report
	}
	for _, args := range [][]string{check, turn} {
		if args[0] != "rollup" && args[0] != "verify" && args[0] != "init" && args[0] != "serve" {
			turn = append(turn, "--as-of", ledgers.AsOf)
			break
		}
	}
	return [][]string{check, turn}
}

// book is the path of the ledger's workbook.
func (c *hostileCase) book() string { return filepath.Join(c.dir, "台帳.xlsx") }

// put writes a file of the ledger.
func (c *hostileCase) put(name string, data []byte) error {
	return os.WriteFile(filepath.Join(c.dir, name), data, 0o644)
}

// name numbers a thing of the case.
func (c *hostileCase) name(what string) string { return fmt.Sprintf("%s%d", what, c.number) }
