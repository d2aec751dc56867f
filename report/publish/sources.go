package publish

import (
	"context"
	"database/sql"
	"encoding/hex"
	"fmt"
	"strings"

	"pilot90/kpi/merge"
	"pilot90/report/rollup"
)

// Sources are the submissions of the database that have not been withdrawn, in the order of code, as-of date and
// number: of each who handed in what and when. The whole of one is read when it is asked for (rollup.Source.Whole), for
// which the store must be open still; so of a year of weekly submissions one week is read. One that cannot be read is
// an error: nobody altered it.
func (s *Store) Sources(ctx context.Context, name string) ([]rollup.Source, error) {
	towns, err := s.towns(ctx)
	if err != nil {
		return nil, err
	}
	rows, err := s.db.QueryContext(ctx, `SELECT edition_id, code, name, fiscal_year, as_of, period_from, period_to,
		period_end, revision, definitions, tool, model, population FROM edition WHERE NOT EXISTS (SELECT 1
		FROM withdrawal w WHERE w.edition_id = edition.edition_id) ORDER BY code, as_of, revision, edition_id`)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	later := context.WithoutCancel(ctx) // a page asks for them once reading is over
	whole := func(head rollup.Source) (*rollup.Submission, error) { return s.whole(later, head) }
	texts := merge.NewTexts()
	var all []rollup.Source
	for rows.Next() {
		sub, id, err := headOf(rows, texts)
		if err != nil {
			return nil, err
		}
		sub.Towns = towns[hex.EncodeToString(id[:])]
		source, err := rollup.Headed(sub, id, name+"#"+strings.TrimSuffix(sub.FileName(), ".json"), whole)
		if err != nil {
			return nil, err
		}
		all = append(all, source)
	}
	return all, rows.Err()
}

// Each hands over the submissions that have not been withdrawn one after the other, whole, in the order of Sources,
// until one is an error.
func (s *Store) Each(ctx context.Context, name string, do func(rollup.Source) error) error {
	all, err := s.Sources(ctx, name)
	if err != nil {
		return err
	}
	for _, head := range all {
		if err := ctx.Err(); err != nil {
			return err
		}
		sub, err := head.Whole()
		if err != nil {
			return fmt.Errorf("%s: %w", head.From, err)
		}
		if err := do(rollup.Source{Submission: sub, From: head.From}); err != nil {
			return err
		}
	}
	return nil
}

// headOf is one row: who handed in what and when, and the SHA-256 by which the edition is known.
func headOf(rows *sql.Rows, texts *merge.Texts) (sub *rollup.Submission, sum [32]byte, err error) {
	sub = &rollup.Submission{Schema: rollup.Schema, Marking: rollup.Marking}
	m, p, id := &sub.Municipality, &sub.Period, ""
	if err := rows.Scan(&id, &m.Code, &m.Name, &sub.FiscalYear, &sub.AsOf, &p.From, &p.To, &p.End, &sub.Revision,
		&sub.Definitions, &sub.Tool, &sub.Model, &m.Population); err != nil {
		return nil, sum, err
	}
	if n, err := hex.Decode(sum[:], []byte(id)); err != nil || n != len(sum) {
		return nil, sum, fmt.Errorf("edition %.80q: no SHA-256", id)
	}
	for _, text := range []*string{&m.Code, &m.Name, &sub.AsOf, &p.From, &p.To, &p.End, &sub.Definitions, &sub.Tool,
		&sub.Model} {
		*text = texts.One(*text)
	}
	return sub, sum, nil
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

// whole reads a submission of which there is the head.
func (s *Store) whole(ctx context.Context, head rollup.Source) (*rollup.Submission, error) {
	sum := head.Sum()
	var body string
	row := s.db.QueryRowContext(ctx, s.in(`SELECT body FROM edition WHERE edition_id = $1`), hex.EncodeToString(sum[:]))
	if err := row.Scan(&body); err != nil {
		return nil, err
	}
	return rollup.Read(strings.NewReader(body))
}
