package main

import (
	"errors"
	"path/filepath"
	"strings"
)

// plans are files that are given by flags: plans, forms, passwords, lists of who should report.
var plans = []maker{
	{"a plan of dots", func(c *hostileCase) error {
		return c.plan("a" + strings.Repeat(".a", c.size(60_000)) + " = 1\n")
	}},
	{"a deep plan", func(c *hostileCase) error {
		return c.plan("edition = \"x\"\na = " + strings.Repeat("[", 100_000) + strings.Repeat("]", 100_000))
	}},
	{"a plan of many blocks", func(c *hostileCase) error {
		return c.plan("edition = \"x\"\nprofile = \"hub\"\n[[page]]\n" +
			times(c.size(60_000), "[[page.block]]\nkind = \"k%d\"\n"))
	}},
	{"a form that is none", func(c *hostileCase) error {
		return c.form(workbook([]string{worksheet(times(c.size(20_000),
			`<row r="%d">`+inline("A%d", "{{first_income_residents.value}}")+`</row>`), "")}))
	}},
	{"a plan of sections by the thousand", func(c *hostileCase) error {
		return c.plan("edition = \"x\"\nprofile = \"hub\"\ntitle = \"x\"\nlabel = \"x\"\nmarking = \"x\"\nnames = true\n" +
			times(c.size(3000), "[[section]]\nid = \"s%d\"\ntitle = \"節%d\"\nnew_page = true\n[[section.block]]\nkind = \""+
				[]string{"people", "all_figures", "curves", "cycle_lines", "checks"}[c.rand.IntN(5)]+"\"\n"))
	}},
	{"a plan of long words", func(c *hostileCase) error {
		long := strings.Repeat([]string{"長", "a", "{cycle}", "a ", "\u202e"}[c.rand.IntN(5)], c.size(200_000))
		return c.plan("edition = \"x\"\nprofile = \"hub\"\ntitle = \"" + long + "\"\nlabel = \"x\"\nmarking = \"" + long +
			"\"\n[[section]]\nid = \"s\"\ntitle = \"" + long + "\"\n[[section.block]]\nkind = \"coming\"\ntext = \"" + long +
			"\"\n")
	}},
	{"a plan damaged", func(c *hostileCase) error {
		plan := c.flip([]byte("edition = \"x\"\nprofile = \"public\"\ntitle = \"t\"\nlabel = \"l\"\n" +
			"[[section]]\nid = \"s\"\n" +
			"title = \"t\"\n[[section.block]]\nkind = \"cards\"\nfigures = [\"first_income_residents\"]\n"))
		return c.plan(string(plan))
	}},
	{"a plan that is no file", func(c *hostileCase) error {
		return errors.Join(c.plan(""), c.special("plan.toml"))
	}},
	{"a form that is no file", func(c *hostileCase) error {
		return errors.Join(c.form(nil), c.special("form.xlsx"))
	}},
	{"a form with a bomb", func(c *hostileCase) error {
		return c.form(workbook([]string{worksheet(`<row r="1">`+inline("A1", strings.Repeat("{{", 30<<20))+`</row>`, "")}))
	}},
	{"a form of names by the hundred thousand", func(c *hostileCase) error {
		return c.form(workbookAround([]string{worksheet(times(30, `<row r="%d"><c r="A%d"/></row>`), "")}, `<definedNames>`+
			times(c.size(100_000), `<definedName name="first_income_residents.value%d">作業ログ!$A$1:$XFD$1048576</definedName>`)+
			`<definedName name="first_income_residents.value">作業ログ!$A$1:$XFD$1048576</definedName></definedNames>`))
	}},
	{"a form damaged", func(c *hostileCase) error {
		return c.form(c.flip(workbook([]string{worksheet(times(30, `<row r="%d">`+
			inline("A%d", "{{first_income_residents.value}}")+`</row>`), "")})))
	}},
	{"a password that is no file", func(c *hostileCase) error {
		c.aim(on("check", "LEDGER", "--password-file", "LEDGER/password.txt"), on("report", "LEDGER", "--out", "DIR/out",
			"--password-file", "LEDGER/password.txt"), on("serve", "LEDGER", "--no-browser", "--password-file",
			"LEDGER/password.txt"))
		return c.special("password.txt")
	}},
	{"a password of 100 MB", func(c *hostileCase) error {
		c.aim(on("kpi", "LEDGER", "--password-file", "LEDGER/password.txt"), on("status", "LEDGER", "--password-file",
			"LEDGER/password.txt"))
		return c.put("password.txt", []byte(strings.Repeat("x", 100<<20)))
	}},
	{"a list of who should report that is none", func(c *hostileCase) error {
		c.aim([]string{"rollup", "LEDGER/submissions", "--expected", "LEDGER/expected.csv"}, []string{"rollup",
			"sqlite://DATABASE",
			"--expected", "LEDGER/expected.csv", "--out", "DIR/all"})
		switch c.rand.IntN(3) {
		case 0:
			return c.special("expected.csv")
		case 1:
			return c.put("expected.csv", []byte(times(c.size(1_000_000), "%d,"+obeyed+"\n")))
		}
		return c.put("expected.csv", []byte(strings.Repeat("\"", c.size(50<<20))))
	}},
	{"places to write into that are none", func(c *hostileCase) error {
		c.aim(on("report", "LEDGER", "--out", "LEDGER/place"), on("check", "LEDGER", "--format", "json", "--out",
			"LEDGER/place"),
			on("kpi", "LEDGER", "--json", "--out", "LEDGER/place"), on("handover", "LEDGER", "--out", "LEDGER/place"),
			on("rollup", "LEDGER", "--out", "LEDGER/place"), []string{"publish", "LEDGER", "--to", "sqlite://LEDGER/place"},
			on("check", "LEDGER", "--format", "xlsx", "--out", "LEDGER/place"), []string{"init", "LEDGER/place"},
			on("read", "LEDGER", "--format", "html", "--out", "LEDGER/place"),
			[]string{"plan", "copy", "hub", "--out", "LEDGER/place"})
		return c.special("place")
	}},
	{"ledgers that are no folders", func(c *hostileCase) error {
		c.aim([]string{"check", "LEDGER/place"}, []string{"serve", "LEDGER/place", "--no-browser"}, []string{"verify",
			"LEDGER/place"},
			[]string{"diff", "LEDGER/place", "LEDGER"}, []string{"diff", "LEDGER", "LEDGER/place", "--json"},
			[]string{"rollup", "LEDGER/place"},
			[]string{"publish", "LEDGER/place", "--to", "sqlite://DATABASE"}, []string{"init", "DIR/x", "--from",
				"LEDGER/place"},
			[]string{"init", "DIR/x", "--migrate", "LEDGER/place"}, []string{"rollup", "sqlite://LEDGER/place"},
			[]string{"verify", "LEDGER/editions/2026-02-28-hub", "--inputs", "LEDGER/place"}, []string{"plan", "check",
				"LEDGER/place"},
			[]string{"report", "LEDGER/place"}, []string{"explain", "first_income_residents", "LEDGER/place"})
		return c.special("place")
	}},
}

// plan aims the case at what uses a plan.
func (c *hostileCase) plan(text string) error {
	c.aim(on("report", "LEDGER", "--plan", "LEDGER/plan.toml", "--out", "DIR/out"),
		on("report", "LEDGER", "--plan", "LEDGER/plan.toml", "--out", "DIR/out", "--format", "xlsx,pptx,png"),
		[]string{"plan", "check", "LEDGER/plan.toml"}, on("seal", "LEDGER", "--plan", "LEDGER/plan.toml", "--format",
			"html,json"))
	return c.put("plan.toml", []byte(text))
}

// form aims the case at what fills a form.
func (c *hostileCase) form(data []byte) error {
	c.aim(on("report", "LEDGER", "--form", "LEDGER/form.xlsx", "--out", "DIR/out"),
		on("report", "LEDGER", "--form", "LEDGER/form.xlsx", "--for", "public", "--out", "DIR/out"))
	return c.put("form.xlsx", data)
}

// special makes something of the ledger that is no plain file: a device without end or of nothing, a pipe, a socket,
// a ring of links, a folder.
func (c *hostileCase) special(name string) error {
	path := filepath.Join(c.dir, name)
	if err := remove(path); err != nil {
		return err
	}
	switch c.visit % 6 {
	case 0:
		return c.link("/dev/zero", name)
	case 1:
		return c.pipe(name)
	case 2:
		return c.link("/dev/full", name)
	case 3:
		return c.link(name, name)
	case 4:
		return socket(path)
	}
	return c.link("..", name)
}
