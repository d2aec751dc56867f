package publish

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

// toSQLite are the words by which the tables of PostgreSQL differ from those of SQLite, and nothing else.
var toSQLite = strings.NewReplacer(
	"DOUBLE PRECISION", "REAL",
	"BOOLEAN,", "INTEGER,",
	"(to_char(CURRENT_DATE, 'YYYY-MM-DD'))", "CURRENT_DATE",
	") PARTITION BY RANGE (fiscal_year);", ");",
)

// blanks are runs of blanks: columns are lined up by the longest type.
var blanks = regexp.MustCompile(` {2,}`)

// tablesOf are the statements of a dialect that make tables and indexes, and those that drop them.
func tablesOf(t *testing.T, dialect string) (up, down string) {
	t.Helper()
	text, err := files.ReadFile(dialect + "/00001_tables.sql")
	if err != nil {
		t.Fatal(err)
	}
	up, down, ok := strings.Cut(string(text), "-- +goose Down")
	if !ok {
		t.Fatalf("%s has no way down", dialect)
	}
	up, _, _ = strings.Cut(up, "-- +goose StatementBegin")
	up, _, _ = strings.Cut(up, "-- What was published stays as it is.")
	return blanks.ReplaceAllString(strings.TrimSpace(up), " "), down
}

// TestDialectsHaveTheSameTables: what stands in both scripts is the same but for the words of the dialect, so that a
// column added to one alone is told of.
func TestDialectsHaveTheSameTables(t *testing.T) {
	of, _ := tablesOf(t, "postgres")
	want := strings.Split(blanks.ReplaceAllString(toSQLite.Replace(of), " "), "\n")
	of, _ = tablesOf(t, "sqlite")
	got := strings.Split(of, "\n")
	if len(got) < 80 {
		t.Fatalf("%d lines of tables only", len(got))
	}
	for i := range max(len(want), len(got)) {
		if i >= len(want) || i >= len(got) || want[i] != got[i] {
			t.Fatalf("line %d:\npostgres %q\nsqlite   %q", i+1, at(want, i), at(got, i))
		}
	}
}

// at is a line, "" past the end.
func at(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return ""
}

var (
	made    = regexp.MustCompile(`(?m)^CREATE TABLE (\w+) \(`)
	dropped = regexp.MustCompile(`(?m)^DROP TABLE (\w+);`)
	guarded = map[string]*regexp.Regexp{
		"postgres": regexp.MustCompile(`CREATE TRIGGER stays BEFORE UPDATE OR DELETE ON (\w+) `),
		"sqlite":   regexp.MustCompile(`CREATE TRIGGER \w+_no_update BEFORE UPDATE ON (\w+) `),
	}
	guardedToo = regexp.MustCompile(`CREATE TRIGGER \w+_no_delete BEFORE DELETE ON (\w+) `)
)

// TestDialectsGuardTheSameTables: every table but that of the municipalities, whose names may change, is guarded
// against changes in both, and goes on the way down.
func TestDialectsGuardTheSameTables(t *testing.T) {
	up, _ := tablesOf(t, "sqlite")
	tables := names(made, up)
	guardedTables := slices.DeleteFunc(slices.Clone(tables), func(name string) bool { return name == "municipality" })
	for dialect, guard := range guarded {
		text, err := files.ReadFile(dialect + "/00001_tables.sql")
		if err != nil {
			t.Fatal(err)
		}
		if got := names(guard, string(text)); !slices.Equal(got, guardedTables) {
			t.Errorf("%s guards %q, want %q", dialect, got, guardedTables)
		}
		if got := names(guardedToo, string(text)); dialect == "sqlite" && !slices.Equal(got, guardedTables) {
			t.Errorf("of %s the rows of %q cannot be deleted, want %q", dialect, got, guardedTables)
		}
		_, down := tablesOf(t, dialect)
		if got := names(dropped, down); !slices.Equal(got, tables) {
			t.Errorf("%s drops %q, want %q", dialect, got, tables)
		}
	}
}

// names are what a pattern finds, in the order of names.
func names(pattern *regexp.Regexp, text string) (all []string) {
	for _, m := range pattern.FindAllStringSubmatch(text, -1) {
		all = append(all, m[1])
	}
	slices.Sort(all)
	return all
}
