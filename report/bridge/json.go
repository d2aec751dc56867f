package bridge

import (
	"encoding/json"
	"io"
	"math/big"
	"strings"

	"pilot90/cohort/lang"
)

// Schema names the shape of the JSON form.
const Schema = "pilot90/diff/1"

type (
	jsonTerm struct {
		Causes []Cause     `json:"causes"`
		From   float64     `json:"from"`
		To     float64     `json:"to"`
		Change json.Number `json:"change"`
	}
	jsonBridge struct {
		ID     string      `json:"id"`
		Title  string      `json:"title"`
		Unit   string      `json:"unit"`
		Old    *float64    `json:"old"`
		New    *float64    `json:"new"`
		Change json.Number `json:"change,omitempty"`
		Terms  []jsonTerm  `json:"terms"`
		Rows   []int       `json:"rows,omitempty"`
	}
	jsonCell struct {
		Column   string `json:"column"`
		Old      string `json:"old"`
		New      string `json:"new"`
		OldPlace string `json:"old_place,omitempty"`
		NewPlace string `json:"new_place,omitempty"`
	}
	jsonRow struct {
		Kind   Cause      `json:"kind"`
		Table  string     `json:"table"`
		Record string     `json:"record"`
		Moved  bool       `json:"moved,omitempty"`
		Cells  []jsonCell `json:"cells"`
	}
	jsonMonth struct {
		Month    string       `json:"month"`
		Measures []jsonBridge `json:"measures"`
		Rows     []int        `json:"rows"`
	}
	jsonSide struct {
		Name        string `json:"name"`
		AsOf        string `json:"as_of"`
		Rows        bool   `json:"rows"`
		Definitions string `json:"definitions,omitempty"`
	}
	jsonResult struct {
		Schema   string       `json:"schema"`
		Old      jsonSide     `json:"old"`
		New      jsonSide     `json:"new"`
		Alarm    bool         `json:"alarm"`
		Alarms   []Alarm      `json:"alarms"`
		Restated jsonRestated `json:"restated"`
		Rows     []jsonRow    `json:"rows"`
		Figures  []jsonBridge `json:"figures"`
		Hidden   []string     `json:"hidden"`
	}
	jsonRestated struct {
		AsOf    string       `json:"as_of"`
		Closed  bool         `json:"closed"`
		Late    bool         `json:"late_entries_only"`
		Months  []jsonMonth  `json:"months"`
		Figures []jsonBridge `json:"figures"`
	}
)

// WriteJSON writes the comparison for machines. Changes are exact decimal differences of the values
// as they are written: added up as decimals they give the whole to the last digit. The rows of
// months and figures are indexes into "rows".
func WriteJSON(out io.Writer, r *Result, lang lang.Lang) error {
	j := jsonResult{Schema: Schema, Old: sideForm(r.Old), New: sideForm(r.New), Alarm: len(r.Alarms) > 0,
		Alarms: append([]Alarm{}, r.Alarms...),
		Restated: jsonRestated{AsOf: r.Old.Clock.AsOf.String(), Closed: r.Restated.Closed, Late: r.Restated.LateOnly(),
			Months: []jsonMonth{}, Figures: []jsonBridge{}},
		Rows: []jsonRow{}, Figures: []jsonBridge{}, Hidden: append([]string{}, r.Hidden...)}
	for _, c := range r.Rows {
		row := jsonRow{Kind: c.Kind, Table: string(c.Table), Record: c.Line().Name(), Moved: c.Moved, Cells: []jsonCell{}}
		for _, cell := range c.Cells() {
			row.Cells = append(row.Cells, jsonCell{cell.Column, cell.Old, cell.New, cell.OldPlace.String(),
				cell.NewPlace.String()})
		}
		j.Rows = append(j.Rows, row)
	}
	for _, b := range r.Bridges {
		j.Figures = append(j.Figures, bridgeForm(b, lang))
	}
	for _, f := range r.Restated.Figures {
		b := bridgeForm(f.Bridge, lang)
		b.Rows = f.Rows
		j.Restated.Figures = append(j.Restated.Figures, b)
	}
	for _, m := range r.Restated.Months {
		form := jsonMonth{Month: m.First.String()[:7], Rows: append([]int{}, m.Rows...)}
		for _, mm := range m.Measures {
			form.Measures = append(form.Measures, bridgeForm(Bridge{ID: mm.Name, Title: measureWords[mm.Name], Unit: mm.Unit,
				Old: Point{Value: &mm.Old}, New: Point{Value: &mm.New}, Terms: mm.Terms}, lang))
		}
		j.Restated.Months = append(j.Restated.Months, form)
	}
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(j)
}

func sideForm(s *Side) jsonSide {
	return jsonSide{s.Name, s.Clock.AsOf.String(), s.Cohort != nil, s.Definitions}
}

func bridgeForm(b Bridge, lang lang.Lang) jsonBridge {
	j := jsonBridge{ID: b.ID, Title: b.Title.In(lang), Unit: string(b.Unit), Old: b.Old.Value, New: b.New.Value,
		Terms: []jsonTerm{}}
	if b.Old.Value != nil && b.New.Value != nil {
		j.Change = Difference(*b.Old.Value, *b.New.Value)
	}
	for _, t := range b.Terms {
		j.Terms = append(j.Terms, jsonTerm{t.Causes, t.From, t.To, Difference(t.From, t.To)})
	}
	return j
}

// Difference returns to − from exactly, both taken as the shortest decimals that stand for them.
func Difference(from, to float64) json.Number {
	a, decimalsA := decimal(from)
	b, decimalsB := decimal(to)
	return json.Number(b.Sub(b, a).FloatString(max(decimalsA, decimalsB)))
}

func decimal(v float64) (*big.Rat, int) {
	text := lang.Plain(v)
	_, fraction, _ := strings.Cut(text, ".")
	r, ok := new(big.Rat).SetString(text)
	if !ok {
		return new(big.Rat), 0 // not finite, which no figure is (kpi.Run)
	}
	return r, len(fraction)
}
