package publish

import (
	"context"
	"database/sql"
	"fmt"
	"strings"

	"pilot90/kpi/merge"
)

// table is rows of one table of the database.
type table struct {
	name, columns string
	rows          [][]any
}

// tables are the numbers of a submission laid out for queries.
func (e *entry) tables() []table {
	key := []any{e.Municipality.Code, e.FiscalYear, e.id}
	row := func(rest ...any) []any { return append(append([]any{}, key...), rest...) }
	figures := table{name: "figure", columns: keyColumns + `figure, unit, law, class, basis, value, missing, n, excluded,
		left_out, numerator, denominator, known_1, known_2, known_3, claimed_numerator, claimed_denominator, trials`}
	parts := table{name: "part", columns: keyColumns +
		`figure, kind, place, row_key, column_key, value, n, events, censored,
		entries`}
	definitions := table{name: "definition", columns: "version, figure, unit, law, title_ja, title_en"}
	for i := range e.Figures {
		p := &e.Figures[i]
		definitions.rows = append(definitions.rows,
			[]any{e.Definitions, p.ID, string(p.Unit), string(p.Law), p.Title.JA, p.Title.EN})
		figures.rows = append(figures.rows, row(figureRow(p)...))
		for at, part := range partRows(p) {
			parts.rows = append(parts.rows, row(append([]any{p.ID, part[0], at}, part[1:]...)...))
		}
	}
	found := table{name: "finding_count", columns: keyColumns + "severity, n", rows: [][]any{
		row("error", e.Findings.Errors), row("warning", e.Findings.Warnings), row("info", e.Findings.Infos)}}
	stages := table{name: "stage", columns: keyColumns + "stage, n"}
	for _, s := range e.Funnel {
		stages.rows = append(stages.rows, row(s.Stage, number(s.Count)))
	}
	towns := table{name: "hub_town", columns: "edition_id, code"}
	for _, code := range e.Towns {
		towns.rows = append(towns.rows, []any{e.id, code})
	}
	return []table{definitions, towns, figures, parts, found, stages}
}

const keyColumns = "code, fiscal_year, edition_id, "

func figureRow(p *merge.Part) []any {
	r := []any{p.ID, string(p.Unit), string(p.Law), fmt.Sprint(p.Class), p.Basis, number(p.Value), string(p.Missing), p.N,
		p.Exclude, number(p.LeftOut)}
	t := p.Terms
	if t == nil {
		return append(r, nil, nil, nil, nil, nil, nil, nil, nil)
	}
	r = append(r, t.Numerator, t.Denominator)
	for i := range mostKnown {
		if i < len(t.Known) {
			r = append(r, t.Known[i])
		} else {
			r = append(r, nil)
		}
	}
	return append(r, t.Claimed[0], t.Claimed[1], t.Trials)
}

// mostKnown is how many terms of a quotient the table has columns for; the catalogue has no figure of more.
const mostKnown = 3

// partRows are the bins, times, parts beside the value and cells of the table: kind, row, column, value, n, events,
// censored, entries.
func partRows(p *merge.Part) [][]any {
	var out [][]any
	if p.Sum != nil {
		out = append(out, []any{"sum", "", "", *p.Sum, nil, nil, nil, nil})
	}
	if p.Bins != nil {
		for _, c := range p.Bins.Counts {
			out = append(out, []any{"bin", "", "", float64(c[0]) * p.Bins.Width, c[1], nil, nil, nil})
		}
	}
	for _, t := range p.Times {
		out = append(out, []any{"time", "", "", t.Days, nil, t.Events, t.Censored, t.Entries})
	}
	for _, b := range p.Beside {
		out = append(out, []any{"beside", b.Key, "", number(b.Value), nil, nil, nil, nil})
	}
	if p.Table == nil {
		return out
	}
	for _, r := range p.Table.Rows {
		for i, v := range r.Values {
			if i < len(p.Table.Columns) {
				out = append(out, []any{"cell", r.Key, p.Table.Columns[i].Key, number(v), nil, nil, nil, nil})
			}
		}
	}
	return out
}

// number is a value or NULL.
func number[T any](v *T) any {
	if v == nil {
		return nil
	}
	return *v
}

// in writes a query in the dialect: its parameters are $1, $2 … in PostgreSQL and ?1, ?2 … in SQLite.
func (s *Store) in(query string) string {
	if s.dialect == sqlite {
		return strings.ReplaceAll(query, "$", "?")
	}
	return query
}

// exec runs a statement and returns how many rows it changed.
func (s *Store) exec(ctx context.Context, tx *sql.Tx, query string, args ...any) (int64, error) {
	done, err := tx.ExecContext(ctx, s.in(query), args...)
	if err != nil {
		return 0, err
	}
	return done.RowsAffected()
}

// mostParameters is how many parameters a statement of either database can take.
const mostParameters = 30_000

// insert puts rows into a table, many in a statement; those that are there stay as they are.
func (s *Store) insert(ctx context.Context, tx *sql.Tx, name, columns string, rows [][]any) error {
	for len(rows) > 0 {
		n := min(len(rows), mostParameters/len(rows[0]))
		query, args := insertion(name, columns, rows[:n])
		if _, err := s.exec(ctx, tx, query, args...); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		rows = rows[n:]
	}
	return nil
}

// insertion is the statement that inserts the rows, and its parameters.
func insertion(name, columns string, rows [][]any) (string, []any) {
	var b strings.Builder
	var args []any
	fmt.Fprintf(&b, "INSERT INTO %s (%s) VALUES", name, columns)
	for i, row := range rows {
		between := " ("
		if i > 0 {
			between = ", ("
		}
		for _, v := range row {
			args = append(args, v)
			fmt.Fprintf(&b, "%s$%d", between, len(args))
			between = ", "
		}
		b.WriteString(")")
	}
	b.WriteString(" ON CONFLICT DO NOTHING")
	return b.String(), args
}
