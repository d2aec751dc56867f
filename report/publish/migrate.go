package publish

import (
	"context"
	"embed"
	"io/fs"
	"path"
	"time"

	"github.com/pressly/goose/v3"
	"github.com/pressly/goose/v3/lock"
)

// The tables are those of one of two dialects; the views are the same of both.
//
//go:embed sqlite/*.sql postgres/*.sql views/*.sql
var files embed.FS

// Role is the script that an administrator runs once in PostgreSQL: a role that puts submissions in and reads, and
// can do nothing else.
//
//go:embed role.sql
var Role string

// steps are the migrations that lie in some folders of files, as if they were in one.
type steps []string

// Open opens a migration.
func (s steps) Open(name string) (file fs.File, err error) {
	for _, folder := range s {
		if file, err = files.Open(path.Join(folder, name)); err == nil {
			return file, nil
		}
	}
	return nil, err
}

// ReadDir lists the migrations.
func (s steps) ReadDir(name string) (all []fs.DirEntry, err error) {
	for _, folder := range s {
		entries, err := files.ReadDir(path.Join(folder, name))
		if err != nil {
			return nil, err
		}
		all = append(all, entries...)
	}
	return all, nil
}

// migrate brings the tables up to date. Only one at a time does so; one that need not, and perhaps may not, does not. A
// server is locked meanwhile; SQLite has no such lock, and of two that begin at once the second fails and looks again.
func (s *Store) migrate(ctx context.Context) error {
	p, err := s.provider()
	if err != nil {
		return err
	}
	for tries := 0; ; tries++ {
		if pending, err := p.HasPending(ctx); err == nil && !pending {
			return nil
		}
		_, err = p.Up(ctx)
		if err == nil || s.dialect != sqlite || tries == mostTries || ctx.Err() != nil {
			return err
		}
		time.Sleep(50 * time.Millisecond)
	}
}

// mostTries is how often the tables in SQLite are looked at again, every 50 ms, while others may be making them.
const mostTries = 100

func (s *Store) provider() (*goose.Provider, error) {
	name, migrations := goose.DialectSQLite3, steps{"sqlite", "views"}
	var options []goose.ProviderOption
	if s.dialect == postgres {
		name, migrations[0] = goose.DialectPostgres, "postgres"
		locker, err := lock.NewPostgresSessionLocker()
		if err != nil {
			return nil, err
		}
		options = append(options, goose.WithSessionLocker(locker))
	}
	return goose.NewProvider(name, s.db, migrations, options...)
}
