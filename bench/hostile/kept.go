package main

import (
	"bytes"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	_ "modernc.org/sqlite" // databases that do harm
)

// kept are sealed editions, submissions and databases that do harm.
var kept = []maker{
	keptFile("an edition's files", "editions", ".json", aimEditions),
	keptFile("a submission", "submissions", ".json", aimSubmissions),
	{"editions of deep JSON", func(c *hostileCase) error {
		aimEditions(c)
		return c.overwrite("editions", ".json", strings.Repeat("[", c.size(5_000_000)))
	}},
	{"editions of large JSON", func(c *hostileCase) error {
		aimEditions(c)
		return c.overwrite("editions", ".json", `{"schema":"pilot90/figures/1","figures":[`+
			times(c.size(300_000), `{"id":"a%d"},`)+`{}]}`)
	}},
	{"submissions of deep JSON", func(c *hostileCase) error {
		aimSubmissions(c)
		return c.overwrite("submissions", ".json", `{"schema":"pilot90/submission/1","figures":`+
			strings.Repeat(`[{"a":`, c.size(1_000_000)))
	}},
	{"figures over and over", func(c *hostileCase) error {
		aimSubmissions(c)
		return c.rewrite("submissions", func(v map[string]any) {
			if list, ok := v["figures"].([]any); ok && len(list) > 0 {
				for range c.size(100_000) {
					list = append(list, list[c.rand.IntN(len(list))])
				}
				v["figures"] = list
			}
		})
	}},
	{"numbers beyond all in submissions", func(c *hostileCase) error {
		aimSubmissions(c)
		return c.rewrite("submissions", func(v map[string]any) { c.exaggerate(v) })
	}},
	{"numbers beyond all in editions", func(c *hostileCase) error {
		aimEditions(c)
		return c.rewrite("editions", func(v map[string]any) { c.exaggerate(v) })
	}},
	{"what terminals obey in submissions", func(c *hostileCase) error {
		aimSubmissions(c)
		return c.rewrite("submissions", func(v map[string]any) { shout(v) })
	}},
	{"paths that lead out in editions", func(c *hostileCase) error {
		aimEditions(c)
		return c.rewrite("editions", func(v map[string]any) {
			leadOut(v, []string{"../../../../../../etc/passwd", "/dev/zero", "..", strings.Repeat("a/", 50_000)}[c.rand.IntN(4)])
		})
	}},
	{"editions by the hundred", func(c *hostileCase) error {
		aimEditions(c)
		var err error
		hub := os.DirFS(filepath.Join(c.dir, "editions", "2026-02-28-hub"))
		for n := range c.size(300) {
			err = errors.Join(err, os.CopyFS(filepath.Join(c.dir, "editions", fmt.Sprintf("2026-02-28-hub-%d", n+2)), hub))
		}
		return err
	}},
	{"no files in editions", func(c *hostileCase) error {
		aimEditions(c)
		files, err := c.files("editions", "")
		if err != nil {
			return err
		}
		name, err := filepath.Rel(c.dir, files[c.rand.IntN(len(files))])
		return errors.Join(err, c.special(name))
	}},
	{"a database with bits flipped", func(c *hostileCase) error {
		return c.spoilDatabase(func(b []byte) []byte { return c.flip(b) })
	}},
	{"a database cut off", func(c *hostileCase) error {
		return c.spoilDatabase(func(b []byte) []byte { return b[:c.rand.IntN(len(b))] })
	}},
	{"a database of noise", func(c *hostileCase) error {
		return c.spoilDatabase(func(b []byte) []byte {
			for i := 100; i < len(b); i += 1 + c.rand.IntN(50) {
				b[i] = byte(c.rand.Uint32())
			}
			return b
		})
	}},
	query("a table that is a view without end", "edition", func(c *hostileCase) string {
		return `CREATE VIEW edition AS WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT ` +
			`CAST(x AS TEXT) edition_id, '203017' code, 2025 fiscal_year, '2026-03-31' as_of, '2025-04-01' period_from, ` +
			`'2026-03-31' period_to, '2026-03-31' period_end, x revision, 0 hub, 'x' definitions, 'x' tool, 'x' model, ` +
			`0 population, 'x' name, '{' body FROM c`
	}),
	query("a view of large texts", "edition", func(c *hostileCase) string {
		return `CREATE VIEW edition AS SELECT 'x' edition_id, '203017' code, 2025 fiscal_year, '2026-03-31' as_of, ` +
			`'2025-04-01' period_from, '2026-03-31' period_to, '2026-03-31' period_end, 1 revision, 0 hub, 'x' definitions, ` +
			`'x' tool, 'x' model, 0 population, 'x' name, hex(zeroblob(400000000)) body`
	}),
	query("a table of other columns", "edition", func(*hostileCase) string {
		return `CREATE TABLE edition (edition_id BLOB, code REAL, body INTEGER, fiscal_year TEXT, as_of BLOB)`
	}),
}

func aimEditions(c *hostileCase) {
	c.aim([]string{"verify", "LEDGER"}, []string{"verify", "LEDGER/editions/2026-02-28-hub", "--json"},
		on("diff", "LEDGER/editions/2026-02-28-hub", "LEDGER"), on("diff",
			"LEDGER/editions/2026-02-28-public/figures.json", "LEDGER",
			"--json"), on("report", "LEDGER", "--for", "public", "--format", "json", "--out", "DIR/out"),
		on("seal", "LEDGER", "--for", "public", "--format", "json"), on("handover", "LEDGER", "--out", "DIR/handover"),
		on("serve", "LEDGER", "--no-browser"), on("kpi", "LEDGER"), []string{"init", "DIR/next", "--from", "LEDGER"},
		on("diff", "LEDGER/editions/2026-02-28-public", "LEDGER/editions/2026-02-28-hub"),
		on("seal", "LEDGER", "--for", "hub", "--format", "json", "--keep-ledger"))
}

func aimSubmissions(c *hostileCase) {
	c.aim([]string{"rollup", "LEDGER/submissions", "SECOND/submissions", "--out", "DIR/all"},
		[]string{"rollup", "LEDGER/submissions", "--json", "--for", "public"},
		[]string{"publish", "LEDGER/submissions", "--to", "sqlite://DIR/new.db"},
		[]string{"serve", "LEDGER/submissions", "--no-browser"}, []string{"publish", "LEDGER", "--to", "sqlite://DATABASE"},
		on("seal", "LEDGER", "--for", "submission"), []string{"verify", "LEDGER/submissions"},
		[]string{"rollup", "LEDGER/submissions", "--for", "council", "--out", "DIR/all", "--format", "xlsx,html"})
}

// aimDatabase are the modes that read a database.
func aimDatabase(c *hostileCase) {
	c.aim([]string{"rollup", "sqlite://DATABASE", "--out", "DIR/all"}, []string{"serve", "DATABASE", "--no-browser"},
		[]string{"publish", "LEDGER", "--to", "sqlite://DATABASE"}, []string{"rollup", "LEDGER/submissions", "--from",
			"sqlite://DATABASE"},
		[]string{"publish", "--withdraw", "2026-03-31-203017-fy2025", "--to", "sqlite://DATABASE"})
}

// keptFile spoils one of the files below a folder.
func keptFile(kind, folder, ending string, aim func(*hostileCase)) maker {
	return maker{kind + " damaged", func(c *hostileCase) error {
		aim(c)
		files, err := c.files(folder, ending)
		if err != nil {
			return err
		}
		name, err := filepath.Rel(c.dir, files[c.rand.IntN(len(files))])
		if err != nil {
			return err
		}
		return c.spoil(name, func(b []byte) []byte {
			from, to := c.span(len(b))
			return [][]byte{c.flip(b), b[:from], c.renumber(b), bytes.Join([][]byte{b[:to], b[from:to], b[to:]},
				nil)}[c.rand.IntN(4)]
		})
	}}
}

// overwrite puts a text into all files of a folder with that ending.
func (c *hostileCase) overwrite(folder, ending, text string) error {
	files, err := c.files(folder, ending)
	for _, path := range files {
		err = errors.Join(err, os.WriteFile(path, []byte(text), 0o644))
	}
	return err
}

// rewrite changes the JSON of all files of a folder.
func (c *hostileCase) rewrite(folder string, change func(map[string]any)) error {
	files, err := c.files(folder, ".json")
	if err != nil {
		return err
	}
	for _, path := range files {
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		var v map[string]any
		if err := json.Unmarshal(data, &v); err != nil {
			return err
		}
		change(v)
		if data, err = json.Marshal(v); err == nil {
			err = os.WriteFile(path, data, 0o644)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// exaggerate puts numbers beyond all in place of some.
func (c *hostileCase) exaggerate(v any) any {
	switch v := v.(type) {
	case map[string]any:
		for _, key := range slices.Sorted(maps.Keys(v)) { // in one order: the numbers are drawn
			v[key] = c.exaggerate(v[key])
		}
	case []any:
		for i := range v {
			v[i] = c.exaggerate(v[i])
		}
	case float64:
		if c.rand.IntN(20) == 0 {
			return []float64{-1, 1e18, 1e308, 4294967296, 0, -1e-300, 2147483647, 0.5}[c.rand.IntN(8)]
		}
	}
	return v
}

// shout puts what terminals obey behind every name.
func shout(v any) {
	switch v := v.(type) {
	case map[string]any:
		for key, inside := range v {
			if text, ok := inside.(string); ok && (key == "name" || key == "title" || key == "program" || key == "label") {
				v[key] = text + obeyed
			}
			shout(inside)
		}
	case []any:
		for i := range v {
			shout(v[i])
		}
	}
}

// leadOut puts a path in place of every name of a file.
func leadOut(v any, path string) {
	switch v := v.(type) {
	case map[string]any:
		for key, inside := range v {
			if _, ok := inside.(string); ok && (key == "name" || key == "file" || key == "path" || key == "plan") {
				v[key] = path
			}
			leadOut(inside, path)
		}
	case []any:
		for i := range v {
			leadOut(v[i], path)
		}
	}
}

func (c *hostileCase) spoilDatabase(change func([]byte) []byte) error {
	aimDatabase(c)
	data, err := os.ReadFile(c.database)
	if err != nil {
		return err
	}
	return os.WriteFile(c.database, change(data), 0o644)
}

// query puts what a statement makes in place of a table of the database.
func query(kind, table string, statement func(c *hostileCase) string) maker {
	return maker{kind, func(c *hostileCase) error {
		aimDatabase(c)
		db, err := sql.Open("sqlite", c.database)
		if err != nil {
			return err
		}
		defer db.Close()
		db.SetMaxOpenConns(1)
		for _, s := range []string{"PRAGMA legacy_alter_table = ON", "ALTER TABLE " + table + " RENAME TO was_" + table,
			statement(c)} {
			if _, err := db.Exec(s); err != nil {
				return fmt.Errorf("%s: %w", s, err)
			}
		}
		return nil
	}}
}
