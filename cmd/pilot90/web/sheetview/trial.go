package sheetview

import (
	"bytes"
	"slices"
	"strconv"

	"pilot90/cohort"
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/layout"
	"pilot90/cohort/schema"
	"pilot90/cohort/setting"
)

// Load reads a ledger with a text in place of its reading.toml.
type Load func(text []byte) (*cohort.Ledger, error)

// Trial is the reading of a ledger with what was chosen on the page.
type Trial struct {
	Base, Mid, After *cohort.Ledger  // as saved, with the choice of the sheet, with those of its columns too
	Reading          *cohort.Reading // of Base
	Pins             []setting.Pin
	Changed          bool
	Draft            bool // the table is found only by the columns that are chosen for it
}

// NewTrial is a ledger as it is, without any choice.
func NewTrial(c *cohort.Ledger) *Trial {
	return &Trial{Base: c, Mid: c, After: c, Reading: c.Reading(), Pins: c.Pilot.Learned}
}

// Same reports a trial that is saved already, as by the first of two clicks.
func (t *Trial) Same() bool {
	is, err1 := setting.WriteReading(t.Pins)
	was, err2 := setting.WriteReading(t.Base.Pilot.Learned)
	return err1 == nil && err2 == nil && bytes.Equal(is, was)
}

// Saved is what is saved of a sheet as a whole, or of one of its tables.
func (t *Trial) Saved(file, sheet, part string) Choice {
	was := Choice{Table: string(t.Reading.TableOf(file, sheet)), Row: "0"}
	if own, _ := parted(t.Base.ReadingOf(file, sheet, 0), part); len(own) > 0 {
		was.Table = string(own[0].Table)
	}
	if pin := pinOf(t.Base, file, sheet, was.Table); pin != nil {
		was.Row, was.Shape = strconv.Itoa(pin.HeadingRow), pin.Shape
		if pin.Ignore {
			was.Table = NotRead
		}
	}
	return was
}

// Try reads a ledger with what was chosen. The text says why it cannot be read so.
func Try(load Load, base *cohort.Ledger, c Choice) (*Trial, lang.Text, error) {
	t := NewTrial(base)
	columns := append(t.everywhere(c, c.OfColumns()), c.OfConstants()...)
	if ch, ok := c.OfSheet(); ok {
		after, pins, why, err := changedBy(load, base, []cohort.Change{ch})
		switch {
		case err != nil || !why.Empty() && ch.Ignore:
			return t, why, err
		case !why.Empty():
			t.Draft = true
			return tryDraft(load, t, append([]cohort.Change{ch}, columns...), why)
		}
		t.Mid, t.After, t.Pins, t.Changed = after, after, pins, true
	}
	if len(columns) > 0 {
		after, pins, why, err := changedBy(load, t.Mid, columns)
		if err != nil || !why.Empty() {
			return t, why, err
		}
		t.After, t.Pins, t.Changed = after, pins, true
	}
	return t, lang.Text{}, nil
}

// tryDraft tries a table together with its columns, for a sheet in which the table is not found without them.
func tryDraft(load Load, t *Trial, changes []cohort.Change, why lang.Text) (
	*Trial, lang.Text, error) {
	if len(changes) == 1 {
		return t, why, nil
	}
	after, pins, why, err := changedBy(load, t.Base, changes)
	if err == nil && why.Empty() {
		t.After, t.Pins, t.Changed = after, pins, true
	}
	return t, why, err
}

// changedBy is a ledger as it is read with changes; the text says what keeps one of them from being so.
func changedBy(load Load, c *cohort.Ledger, changes []cohort.Change) (
	*cohort.Ledger, []setting.Pin, lang.Text, error) {
	pins, why := c.Changed(changes)
	if !why.Empty() {
		return nil, nil, why, nil
	}
	text, err := setting.WriteReading(pins)
	if err != nil {
		return nil, nil, why, err
	}
	after, err := load(text)
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

// Clash is what was saved elsewhere since the page was shown; "" for nothing.
func (t *Trial) Clash(c Choice) string {
	was := t.Saved(c.File, c.Sheet, c.Part)
	if was.Table != c.WasTable || was.Row != c.WasRow || was.Shape != c.WasShape {
		return c.Sheet
	}
	if t.Draft {
		return ""
	}
	saved, _ := parted(t.Mid.ReadingOf(c.File, c.Sheet, 0), c.Part)
	if at := c.clash(chipsOf(Source{Tables: saved, Saved: saved})); at != "" {
		return at
	}
	for _, v := range t.fixed(Choice{File: c.File, Sheet: c.Sheet, Part: c.Part}, saved).Values {
		if was, sent := c.sent["w.k."+v.Key]; sent && v.Set && was[0] != v.Was {
			return v.Label.JA
		}
	}
	return ""
}

// pinOf is what is saved of a sheet, or of one of its tables; nil for nothing.
func pinOf(c *cohort.Ledger, file, sheet, table string) *setting.Pin {
	if pin := c.Pilot.LearnedOf(file, sheet, schema.Key(table)); pin != nil {
		return pin
	}
	if pin := c.Pilot.LearnedFor(file, sheet); pin != nil && (pin.Ignore || len(c.ReadingOf(file, sheet, 0)) < 2) {
		return pin
	}
	return nil
}
