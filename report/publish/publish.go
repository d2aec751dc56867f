// Package publish turns submissions of municipalities into rows of a database that many query together, SQLite or
// PostgreSQL, and those rows into submissions again.
//
// The one idea: a submission is put in whole, in one transaction, and never altered. What it was is kept as it was
// handed in; the tables beside it are the same numbers, laid out for queries. A corrected one is another row, and one
// that should not count is withdrawn by a row that says so. The package reads no ledger and decides nothing about who
// may see what: what a submission may hold is settled before (package rollup). It alone imports drivers of databases.
package publish

import (
	"bytes"
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"strings"

	"pilot90/report/rollup"
)

// Store is an open database. It is safe for concurrent use.
type Store struct {
	db      *sql.DB
	dialect dialect
}

// dialect is what the two databases say differently.
type dialect int

const (
	sqlite dialect = iota
	postgres
)

// Close lets go of the database.
func (s *Store) Close() error { return s.db.Close() }

// Outcome says what became of a submission.
type Outcome int

const (
	Added     Outcome = iota // it is in the database now
	Already                  // the same one was in it before
	Withdrawn                // the same one was in it and has been withdrawn: it stays so
)

// ErrOther says that another submission of the same municipality, as-of date, period and number is in the database.
// It is not altered: a correction is handed in with the next number.
var ErrOther = errors.New("another submission of this municipality, day, period and number is there")

// ErrNone says that the database has no submission of the name.
var ErrNone = errors.New("no such submission")

// Publish puts a submission into the database, whole or not at all. The same one twice changes nothing.
func (s *Store) Publish(ctx context.Context, sub *rollup.Submission) (Outcome, error) {
	body, err := sub.Bytes()
	if err != nil {
		return 0, err
	}
	// What a reader would refuse is not put in.
	if sub, err = rollup.Read(bytes.NewReader(body)); err != nil {
		return 0, err
	}
	sum := sha256.Sum256(body)
	e := &entry{Submission: sub, id: hex.EncodeToString(sum[:]), body: string(body)}
	var done Outcome
	err = s.within(ctx, func(tx *sql.Tx) error {
		var err error
		done, err = s.put(ctx, tx, e)
		return err
	})
	return done, err
}

// within runs a transaction: all of it or nothing.
func (s *Store) within(ctx context.Context, do func(tx *sql.Tx) error) error {
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	if err := do(tx); err != nil {
		return errors.Join(err, ignoreDone(tx.Rollback()))
	}
	return tx.Commit()
}

// ignoreDone drops the error of a transaction that the end of its context has rolled back already.
func ignoreDone(err error) error {
	if errors.Is(err, sql.ErrTxDone) {
		return nil
	}
	return err
}

// entry is a submission on its way into the database.
type entry struct {
	*rollup.Submission
	id, body string // SHA-256 of the body, and the submission as it was handed in
}

// put inserts what is not there. The row of the edition goes first: whoever else puts in the same one waits for it.
func (s *Store) put(ctx context.Context, tx *sql.Tx, e *entry) (Outcome, error) {
	m := e.Municipality
	if err := s.insert(ctx, tx, "municipality", "code, name, prefecture",
		[][]any{{m.Code, m.Name, m.Prefecture}}); err != nil {
		return 0, err
	}
	added, err := s.exec(ctx, tx, `INSERT INTO edition (edition_id, code, fiscal_year, as_of, period_from, period_to,
		period_end, revision, hub, definitions, tool, model, population, name, body)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) ON CONFLICT DO NOTHING`,
		e.id, m.Code, e.FiscalYear, e.AsOf, e.Period.From, e.Period.To, e.Period.End, e.Revision, min(len(e.Towns), 1),
		e.Definitions, e.Tool, e.Model, m.Population, m.Name, e.body)
	if err != nil {
		return 0, err
	}
	if added == 0 {
		return s.known(ctx, tx, e.id)
	}
	for _, t := range e.tables() {
		if err := s.insert(ctx, tx, t.name, t.columns, t.rows); err != nil {
			return 0, err
		}
	}
	return Added, nil
}

// known tells what is there in the place of a submission that was not inserted.
func (s *Store) known(ctx context.Context, tx *sql.Tx, id string) (Outcome, error) {
	var there, withdrawn int
	err := tx.QueryRowContext(ctx, s.in(`SELECT COUNT(*), (SELECT COUNT(*) FROM withdrawal WHERE edition_id = $1)
		FROM edition WHERE edition_id = $1`), id).Scan(&there, &withdrawn)
	switch {
	case err != nil:
		return 0, err
	case there == 0:
		return 0, ErrOther
	case withdrawn > 0:
		return Withdrawn, nil
	}
	return Already, nil
}

// Withdraw takes a submission out of every count, by the name of its file without .json (2026-03-31-202185-fy2025,
// with -2 for the second of the day). It stays in the database, and so does the day on which it was withdrawn. ErrNone
// says that there is none; to withdraw one twice changes nothing.
func (s *Store) Withdraw(ctx context.Context, name string) error {
	return s.within(ctx, func(tx *sql.Tx) error {
		rows, err := tx.QueryContext(ctx, `SELECT edition_id, body FROM edition`+s.in(` WHERE as_of = $1`), firstOf(name))
		if err != nil {
			return err
		}
		ids, err := named(rows, name)
		if err != nil {
			return err
		}
		if len(ids) == 0 {
			return fmt.Errorf("%s: %w", name, ErrNone)
		}
		for _, id := range ids {
			_, err := s.exec(ctx, tx, `INSERT INTO withdrawal (edition_id) VALUES ($1) ON CONFLICT DO NOTHING`, id)
			if err != nil {
				return err
			}
		}
		return nil
	})
}

// firstOf is the as-of date with which the name of a submission begins.
func firstOf(name string) string { return name[:min(len(name), len("2026-03-31"))] }

// named are the ids of the editions whose submission has the name.
func named(rows *sql.Rows, name string) (ids []string, err error) {
	defer rows.Close()
	for rows.Next() {
		var id, body string
		if err := rows.Scan(&id, &body); err != nil {
			return nil, err
		}
		sub, err := rollup.Read(strings.NewReader(body))
		if err != nil {
			return nil, err
		}
		if strings.TrimSuffix(sub.FileName(), ".json") == name {
			ids = append(ids, id)
		}
	}
	return ids, rows.Err()
}
