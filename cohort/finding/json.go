package finding

import (
	"encoding/json"
	"io"

	"pilot90/cohort/lang"
)

// Schema names the shape of the JSON form; the number changes when a reader would have to.
const Schema = "pilot90/findings/1"

// The JSON form. Field order is the order of the output.
type (
	jsonReport struct {
		Schema   string        `json:"schema"`
		Counts   jsonCounts    `json:"counts"`
		Findings []jsonFinding `json:"findings"`
	}
	jsonCounts struct {
		Errors   int `json:"errors"`
		Warnings int `json:"warnings"`
		Infos    int `json:"infos"`
	}
	jsonPlace struct {
		File  string `json:"file"`
		Sheet string `json:"sheet"`
		Range string `json:"range"`
	}
	jsonFinding struct {
		Code     string `json:"code"`
		Severity string `json:"severity"`
		jsonPlace
		Column  string      `json:"column"`
		Record  string      `json:"record"`
		Date    string      `json:"date"`
		Value   string      `json:"value"`
		Message string      `json:"message"`
		Fix     string      `json:"fix"`
		Related []jsonPlace `json:"related"`
	}
)

// WriteJSON prints the findings in the order given, message and fix in lang. What is not known
// is the empty string or the empty list, never absent, so that a clean ledger has the same shape.
func WriteJSON(w io.Writer, fs []Finding, l lang.Lang) error {
	r := jsonReport{Schema: Schema, Findings: make([]jsonFinding, 0, len(fs))}
	r.Counts.Errors, r.Counts.Warnings, r.Counts.Infos = Counts(fs)
	for _, f := range fs {
		r.Findings = append(r.Findings, toJSON(f, l))
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(r)
}

func toJSON(f Finding, l lang.Lang) jsonFinding {
	related := make([]jsonPlace, 0, len(f.Related))
	for _, p := range f.Related {
		related = append(related, jsonPlace(p))
	}
	return jsonFinding{
		Code: f.Code, Severity: f.Severity.String(), jsonPlace: jsonPlace(f.Place),
		Column: f.Column, Record: f.Record, Date: f.Date, Value: f.Value,
		Message: f.Message.In(l), Fix: f.Fix.In(l), Related: related,
	}
}
