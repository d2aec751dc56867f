package web

import (
	"context"
	"maps"
	"slices"
	"strconv"

	"pilot90/cmd/pilot90/web/sheetview"
	"pilot90/cohort"
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/layout"
	"pilot90/cohort/setting"
)

// trial is the reading of a ledger with what was chosen on the page.
type trial struct {
	base, mid, after *cohort.Ledger  // as saved, with the choice of the sheet, with those of its columns too
	reading          *cohort.Reading // of base
	pins             []setting.Pin
	changed          bool
	draft            bool // the table is found only by the columns that are chosen for it
}

// newTrial is a ledger as it is, without any choice.
func newTrial(c *cohort.Ledger) *trial {
	return &trial{base: c, mid: c, after: c, reading: c.Reading(), pins: c.Pilot.Learned}
}

// saved is what is saved of a sheet as a whole.
func (t *trial) saved(file, sheet string) sheetview.Choice {
	was := sheetview.Choice{Table: string(t.reading.TableOf(file, sheet)), Row: "0"}
	if pin := t.base.Pilot.LearnedFor(file, sheet); pin != nil {
		was.Row, was.Shape = strconv.Itoa(pin.HeadingRow), pin.Shape
		if pin.Ignore {
			was.Table = sheetview.NotRead
		}
	}
	return was
}

// try reads a ledger with what was chosen. The text says why it cannot be read so.
func (s *Server) try(ctx context.Context, now *reading, base *cohort.Ledger, c sheetview.Choice) (
	*trial, lang.Text, error) {
	t := newTrial(base)
	columns := c.OfColumns()
	if ch, ok := c.OfSheet(); ok {
		after, pins, why, err := s.changedBy(ctx, now, base, []cohort.Change{ch})
		switch {
		case err != nil || !why.Empty() && ch.Ignore:
			return t, why, err
		case !why.Empty():
			t.draft = true
			return s.tryDraft(ctx, now, t, append([]cohort.Change{ch}, columns...), why)
		}
		t.mid, t.after, t.pins, t.changed = after, after, pins, true
	}
	if len(columns) > 0 {
		after, pins, why, err := s.changedBy(ctx, now, t.mid, columns)
		if err != nil || !why.Empty() {
			return t, why, err
		}
		t.after, t.pins, t.changed = after, pins, true
	}
	return t, lang.Text{}, nil
}

// tryDraft tries a table together with its columns, for a sheet in which the table is not found without them.
func (s *Server) tryDraft(ctx context.Context, now *reading, t *trial, changes []cohort.Change, why lang.Text) (
	*trial, lang.Text, error) {
	if len(changes) == 1 {
		return t, why, nil
	}
	after, pins, why, err := s.changedBy(ctx, now, t.base, changes)
	if err == nil && why.Empty() {
		t.after, t.pins, t.changed = after, pins, true
	}
	return t, why, err
}

// changedBy is a ledger as it is read with changes; the text says what keeps one of them from being so.
func (s *Server) changedBy(ctx context.Context, now *reading, c *cohort.Ledger, changes []cohort.Change) (
	*cohort.Ledger, []setting.Pin, lang.Text, error) {
	pins, why := c.Changed(changes)
	if !why.Empty() {
		return nil, nil, why, nil
	}
	text, err := setting.WriteReading(pins)
	if err != nil {
		return nil, nil, why, err
	}
	after, err := s.loadWith(ctx, now, text)
	if err != nil {
		return nil, nil, why, err
	}
	for _, f := range after.Findings {
		stale := f.Code == layout.CodeLearnedSheet || f.Code == layout.CodeLearnedColumn ||
			f.File == setting.ReadingFile && f.Severity == finding.Error
		if stale && !slices.ContainsFunc(c.Findings, func(o finding.Finding) bool {
			return o.Code == f.Code && o.Value == f.Value
		}) {
			return nil, nil, f.Message, nil
		}
	}
	shown := after.Reading()
	for _, ch := range changes {
		if why := shown.Denies(ch); !why.Empty() {
			return nil, nil, why, nil
		}
	}
	return after, pins, lang.Text{}, nil
}

// loadWith reads the ledger anew, with another text in place of its reading.toml; nil has its own.
func (s *Server) loadWith(ctx context.Context, now *reading, text []byte) (*cohort.Ledger, error) {
	s.desk.mu.Lock()
	choice := s.desk.choice
	s.desk.mu.Unlock()
	opt, err := s.desk.options(choice)
	if err != nil {
		return nil, err
	}
	src := now.source
	if opt.Reading = text; text != nil && src.inMemory() {
		src = src.withReading(text)
	}
	c, _, err := src.read(ctx, opt)
	return c, err
}

// withReading is a ledger in memory with another reading.toml; none for an empty text.
func (s *source) withReading(text []byte) *source {
	files := maps.Clone(s.files)
	if delete(files, setting.ReadingFile); len(text) > 0 {
		files[setting.ReadingFile] = text
	}
	return &source{name: s.name, files: files, password: s.password}
}
