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
	editions = []string{"overview", "hub", "grant", "council", "public"}
	formats  = []string{"pdf", "html", "json", "csv", "xlsx", "png", "pptx", "pdf,html"}
)

// commands are two runs on the case: check, plain or with a copy, and the command whose turn it is. second is a sound
// ledger of the same kind, for what takes two.
func (c *hostileCase) commands(dir, second string) [][]string {
	out := filepath.Join(dir, "out")
	check := []string{"check", c.dir, "--as-of", ledgers.AsOf}
	if c.number%3 == 0 {
		check = append(check, "--format", "xlsx", "--out", filepath.Join(dir, "copies"))
	}
	report := append([]string{"report", c.dir, "--for", editions[c.number/16%len(editions)], "--format",
		formats[c.number/7%len(formats)], "--out", out, "--as-of", ledgers.AsOf}, c.extra...)
	turns := [][]string{
		report,
		{"kpi", c.dir, "--json", "--as-of", ledgers.AsOf},
		{"explain", "first_income_residents", c.dir, "--as-of", ledgers.AsOf},
		{"status", c.dir, "--as-of", ledgers.AsOf},
		{"seal", c.dir, "--for", "hub", "--format", "json", "--as-of", ledgers.AsOf},
		{"seal", c.dir, "--for", "submission", "--as-of", ledgers.AsOf},
		{"diff", second, c.dir, "--all", "--as-of", ledgers.AsOf},
		{"rollup", second, c.dir, "--out", out, "--as-of", ledgers.AsOf},
		{"handover", c.dir, "--out", out, "--as-of", ledgers.AsOf},
		{"init", filepath.Join(dir, "next"), "--from", c.dir},
		{"read", c.dir, "--as-of", ledgers.AsOf},
		{"serve", c.dir, "--no-browser", "--as-of", ledgers.AsOf},
		{"publish", c.dir, "--to", "sqlite://" + filepath.Join(dir, "town.db")},
		{"verify", c.dir},
	}
	turn := turns[c.number/5%len(turns)]
	if len(c.extra) > 0 {
		turn = report
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
