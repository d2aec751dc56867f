package publish

import (
	"context"
	"database/sql"
	"encoding/hex"
	"fmt"
	"strings"

	"pilot90/report/rollup"
)

// Sources are the submissions of the database that have not been withdrawn, in the order of code, as-of date and
// number: those that count for a rollup with the options as they were handed in, of the others only who handed in what
// and when. So of a year of weekly submissions one week is read. One that cannot be read is an error: nobody altered
// it.
func (s *Store) Sources(ctx context.Context, name string, o rollup.Options) ([]rollup.Source, error) {
	all, ids, err := s.heads(ctx, name)
	if err != nil {
		return nil, err
	}
	shelf := rollup.NewShelf(o)
	for _, head := range all {
		shelf.Put(head)
	}
	for _, head := range shelf.Counting() {
		if err := s.fill(ctx, head.Submission, ids[head.Submission]); err != nil {
			return nil, fmt.Errorf("%s: %w", head.From, err)
		}
	}
	return all, nil
}

// Each hands over the submissions that have not been withdrawn one after the other, whole, in the order of Sources,
// until one is an error.
func (s *Store) Each(ctx context.Context, name string, do func(rollup.Source) error) error {
	all, ids, err := s.heads(ctx, name)
	if err != nil {
		return err
	}
	for _, head := range all {
		sub := *head.Submission
		if err := s.fill(ctx, &sub, ids[head.Submission]); err != nil {
			return fmt.Errorf("%s: %w", head.From, err)
		}
		if err := do(rollup.Source{Submission: &sub, From: head.From}); err != nil {
			return err
		}
	}
	return nil
}

// heads are who handed in what and when, and the id of each in the database.
func (s *Store) heads(ctx context.Context, name string) ([]rollup.Source, map[*rollup.Submission]string, error) {
	towns, err := s.towns(ctx)
	if err != nil {
		return nil, nil, err
	}
	rows, err := s.db.QueryContext(ctx, `SELECT edition_id, code, name, fiscal_year, as_of, period_from, period_to,
		period_end, revision, definitions, tool, model, population FROM edition WHERE NOT EXISTS (SELECT 1
		FROM withdrawal w WHERE w.edition_id = edition.edition_id) ORDER BY code, as_of, revision, edition_id`)
	if err != nil {
		return nil, nil, err
	}
	defer rows.Close()
	var all []rollup.Source
	ids := map[*rollup.Submission]string{}
	for rows.Next() {
		sub, id, err := headOf(rows)
		if err != nil {
			return nil, nil, err
		}
		sub.Towns = towns[id]
		ids[sub] = id
		all = append(all, rollup.Source{Submission: sub, From: name + "#" + strings.TrimSuffix(sub.FileName(), ".json")})
	}
	return all, ids, rows.Err()
}

func headOf(rows *sql.Rows) (*rollup.Submission, string, error) {
	sub := &rollup.Submission{Schema: rollup.Schema, Mark: rollup.Mark}
	m, p, id := &sub.Municipality, &sub.Period, ""
	if err := rows.Scan(&id, &m.Code, &m.Name, &sub.FiscalYear, &sub.AsOf, &p.From, &p.To, &p.End, &sub.Revision,
		&sub.Definitions, &sub.Tool, &sub.Model, &m.Population); err != nil {
		return nil, "", err
	}
	var sum [32]byte
	if n, err := hex.Decode(sum[:], []byte(id)); err != nil || n != len(sum) {
		return nil, "", fmt.Errorf("edition %.80q: no SHA-256", id)
	}
	return sub, id, sub.Headed(sum)
}

// towns are the municipalities of each edition of a hub, ascending.
func (s *Store) towns(ctx context.Context) (map[string][]string, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT edition_id, code FROM hub_town ORDER BY edition_id, code`)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	all := map[string][]string{}
	for rows.Next() {
		var id, code string
		if err := rows.Scan(&id, &code); err != nil {
			return nil, err
		}
		all[id] = append(all[id], code)
	}
	return all, rows.Err()
}

// fill reads the whole of a submission of which there is the head.
func (s *Store) fill(ctx context.Context, sub *rollup.Submission, id string) error {
	var body string
	if err := s.db.QueryRowContext(ctx, s.in(`SELECT body FROM edition WHERE edition_id = $1`), id).
		Scan(&body); err != nil {
		return err
	}
	whole, err := rollup.Read(strings.NewReader(body))
	if err != nil {
		return err
	}
	*sub = *whole
	return nil
}
