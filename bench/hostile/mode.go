package main

import (
	"path/filepath"

	"pilot90/bench/ledgers"
)

// A mode is a command with its flags, as it is run on a case. Times and memory are told by its name.
type mode struct {
	name string
	args []string // LEDGER, SECOND, DIR and DATABASE stand for paths
}

// modes are all commands in all their ways, those of one command far from each other: a case takes a few in a row.
var modes = spread(concat([]mode{
	{"check", on("check", "LEDGER")},
	{"check --format json", on("check", "LEDGER", "--format", "json")},
	{"check --format html", on("check", "LEDGER", "--format", "html", "--out", "DIR/found.html")},
	{"check --format xlsx", on("check", "LEDGER", "--format", "xlsx", "--out", "DIR/copies")},
	{"check --format xlsx --by", on("check", "LEDGER", "--format", "xlsx", "--by", "cohort", "--out", "DIR/copies")},
	{"check --limit 0", on("check", "LEDGER", "--limit", "0", "--lang", "en")},
	{"kpi", on("kpi", "LEDGER", "--ids")},
	{"kpi --json", on("kpi", "LEDGER", "--json")},
	{"explain", on("explain", "first_income_residents", "LEDGER")},
	{"explain pay", on("explain", "effective_hourly_pay", "LEDGER", "--lang", "en")},
	{"status", on("status", "LEDGER")},
	{"read", on("read", "LEDGER")},
	{"read --json", on("read", "LEDGER", "--json")},
	{"read --format html", on("read", "LEDGER", "--format", "html", "--out", "DIR/read.html")},
	{"read --set", on("read", "LEDGER", "--set", "作業ログ=tasks")},
	{"seal hub", on("seal", "LEDGER", "--for", "hub", "--format", "json")},
	{"seal public", on("seal", "LEDGER", "--for", "public", "--format", "html,json", "--reason", "x")},
	{"seal --keep-ledger", on("seal", "LEDGER", "--for", "hub", "--format", "json", "--keep-ledger")},
	{"seal submission", on("seal", "LEDGER", "--for", "submission", "--reason", "x")},
	{"verify", []string{"verify", "LEDGER"}},
	{"verify --json", []string{"verify", "LEDGER", "--json"}},
	{"diff", on("diff", "SECOND", "LEDGER", "--all")},
	{"diff --json", on("diff", "LEDGER", "SECOND", "--json")},
	{"diff edition", on("diff", "LEDGER/editions/2026-02-28-hub", "LEDGER")},
	{"handover", on("handover", "LEDGER", "--out", "DIR/handover")},
	{"handover --with-ledger", on("handover", "LEDGER", "--out", "DIR/handover", "--with-ledger")},
	{"rollup", on("rollup", "SECOND", "LEDGER", "--out", "DIR/all", "--format", "pdf,html")},
	{"rollup --json", on("rollup", "LEDGER", "SECOND", "--out", "DIR/all", "--format", "json,xlsx", "--json")},
	{"rollup submissions", []string{"rollup", "LEDGER/submissions", "SECOND/submissions", "--by", "prefecture"}},
	{"publish", []string{"publish", "LEDGER", "--to", "sqlite://DATABASE"}},
	{"rollup database", []string{"rollup", "sqlite://DATABASE", "--for", "public"}},
	{"init --from", []string{"init", "DIR/next", "--from", "LEDGER"}},
	{"init --migrate", []string{"init", "DIR/moved", "--migrate", "LEDGER"}},
	{"serve", on("serve", "LEDGER", "--no-browser")},
	{"serve towns", []string{"serve", "LEDGER/submissions", "--no-browser"}},
	{"serve database", []string{"serve", "DATABASE", "--no-browser"}},
}, reports()))

// reports are all editions in all formats.
func reports() (all []mode) {
	for _, edition := range []string{"overview", "hub", "grant", "council", "public"} {
		for _, format := range []string{"pdf", "html", "json,csv", "xlsx", "png", "pptx"} {
			all = append(all, mode{"report " + edition + " " + format,
				on("report", "LEDGER", "--for", edition, "--format", format, "--out", "DIR/out")})
		}
	}
	return all
}

// on is a command as of the last day of the ledgers.
func on(args ...string) []string { return append(args, "--as-of", ledgers.AsOf) }

// stride is how far modes that are neighbours in the list are from each other when they take turns; it has no divisor
// in common with their number.
const stride = 17

// spread puts the modes into the order in which they take turns.
func spread(all []mode) []mode {
	turns := make([]mode, len(all))
	for i := range all {
		turns[i] = all[i*stride%len(all)]
	}
	return turns
}

// paths puts the paths of a case in place of their names.
func (c *hostileCase) paths(args []string) []string {
	filled := make([]string, len(args))
	for i, arg := range args {
		filled[i] = c.replacer.Replace(arg)
	}
	return filled
}

// turns are the modes that are run on the case. Each time that its kind comes, it is the turn of others, until all
// were. What is aimed at some modes is met by them alone.
func (c *hostileCase) turns() (now []mode) {
	from := modes
	if len(c.aims) > 0 {
		from = c.aims
	}
	for i := range min(runs, len(from)) {
		now = append(now, from[(c.visit*runs+c.which+i)%len(from)])
	}
	return now
}

// aim makes commands the only ones that are run on the case.
func (c *hostileCase) aim(commands ...[]string) {
	for _, args := range commands {
		c.aims = append(c.aims, mode{args[0] + " " + filepath.Base(c.kind), args})
	}
}
