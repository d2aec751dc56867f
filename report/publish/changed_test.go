package publish_test

import (
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"pilot90/report/publish"
)

// TestChangedInside: a database in which a view stands in place of a table (this one has no end), or in which a trigger
// would run, is refused, to read and to write; so is what is no file.
func TestChangedInside(t *testing.T) {
	endless := `CREATE VIEW edition AS WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT x FROM c`
	for name, statements := range map[string][]string{
		"view":    {"PRAGMA legacy_alter_table = ON", "ALTER TABLE edition RENAME TO was_edition", endless},
		"trigger": {"CREATE TRIGGER x AFTER INSERT ON edition BEGIN DELETE FROM withdrawal; END"},
	} {
		path := filepath.Join(t.TempDir(), "town.db")
		s, err := publish.Open(t.Context(), "sqlite://"+path)
		if err != nil {
			t.Fatal(err)
		}
		db, err := sql.Open("sqlite", path)
		if err != nil {
			t.Fatal(err)
		}
		db.SetMaxOpenConns(1)
		for _, statement := range statements {
			if _, err := db.Exec(statement); err != nil {
				t.Fatalf("%s: %v", statement, err)
			}
		}
		if err := errors.Join(db.Close(), s.Close()); err != nil {
			t.Fatal(err)
		}
		_, err = publish.Open(t.Context(), "sqlite://"+path)
		_, reading := publish.OpenExisting(t.Context(), "sqlite://"+path)
		for _, err := range []error{err, reading} {
			if _, ok := errors.AsType[publish.Refused](err); !ok {
				t.Errorf("%s: %v, want that it is refused", name, err)
			}
		}
	}
	if _, err := publish.OpenExisting(t.Context(), "sqlite://"+os.DevNull); err == nil {
		t.Error("a device is opened")
	}
}
