package cohort

import (
	"encoding/json"
	"io"

	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/layout"
)

// ReadingSchema names the shape of the JSON form of a Reading; the number changes when a reader would have to.
const ReadingSchema = "pilot90/reading/1"

// The JSON form. Field order is the order of the output.
type (
	jsonReading struct {
		Schema  string        `json:"schema"`
		Files   []jsonFile    `json:"files"`
		General []jsonFinding `json:"general"`
	}
	jsonFile struct {
		File   string       `json:"file"`
		Tables []jsonTable  `json:"tables"`
		Unread []jsonUnread `json:"unread"`
	}
	jsonUnread struct {
		Sheet string        `json:"sheet"`
		Why   []jsonFinding `json:"why"`
	}
	jsonTable struct {
		Sheet    string        `json:"sheet"`
		Table    string        `json:"table"`
		Headings string        `json:"headings"`
		Rows     int           `json:"rows"`
		Excluded int           `json:"excluded"`
		Columns  []jsonColumn  `json:"columns"`
		Sample   []jsonRow     `json:"sample"`
		Findings []jsonFinding `json:"findings"`
	}
	jsonColumn struct {
		Column   string `json:"column"`
		Heading  string `json:"heading"`
		Field    string `json:"field"`
		Title    string `json:"title"`
		Unit     string `json:"unit"`
		UnitFrom string `json:"unit_from"`
		Set      bool   `json:"set"`
		Constant string `json:"constant"`
		Why      string `json:"why"`
	}
	jsonRow struct {
		Row      int        `json:"row"`
		Excluded bool       `json:"excluded"`
		Cells    []jsonCell `json:"cells"`
	}
	jsonCell struct {
		Field string `json:"field"`
		Cell  string `json:"cell"`
		Typed string `json:"typed"`
		Read  string `json:"read"`
	}
	jsonFinding struct {
		Code     string `json:"code"`
		Severity string `json:"severity"`
		File     string `json:"file"`
		Sheet    string `json:"sheet"`
		Range    string `json:"range"`
		Message  string `json:"message"`
		Fix      string `json:"fix"`
	}
)

// unitFroms are the words of JSON for what gives a unit.
var unitFroms = map[layout.UnitFrom]string{layout.UnitInHeading: "heading", layout.UnitInRow: "unit_row",
	layout.UnitInRemark: "remark", layout.UnitPinned: "settings", layout.UnitUsual: "default"}

// WriteJSON prints the reading. What is not known is the empty string or the empty list, never absent.
func (r *Reading) WriteJSON(w io.Writer, l lang.Lang) error {
	out := jsonReading{Schema: ReadingSchema, Files: []jsonFile{}, General: jsonFindings(r.General, l)}
	for _, f := range r.Files {
		file := jsonFile{File: f.File, Tables: []jsonTable{}, Unread: []jsonUnread{}}
		for i := range f.Tables {
			file.Tables = append(file.Tables, f.Tables[i].json(l))
		}
		for _, u := range f.Unread {
			file.Unread = append(file.Unread, jsonUnread{u.Sheet, jsonFindings(u.Why, l)})
		}
		out.Files = append(out.Files, file)
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(out)
}

func (t *TableReading) json(l lang.Lang) jsonTable {
	out := jsonTable{Sheet: t.Sheet, Table: string(t.Table), Headings: t.Headings, Rows: t.Rows, Excluded: t.Excluded,
		Columns: []jsonColumn{}, Sample: []jsonRow{}, Findings: jsonFindings(t.Findings, l)}
	for _, c := range t.Columns {
		j := jsonColumn{Column: c.Letter, Heading: c.Heading, Set: c.Pinned, Constant: c.Constant, Why: c.Why.Message.In(l)}
		if c.Field != nil {
			j.Field, j.Title = c.Field.Key, c.Field.Heading.In(l)
		}
		if c.Unit != "" {
			j.Unit, j.UnitFrom = c.Unit, unitFroms[c.UnitFrom]
		}
		out.Columns = append(out.Columns, j)
	}
	for _, row := range t.Sample {
		j := jsonRow{Row: row.Row, Excluded: row.Excluded, Cells: []jsonCell{}}
		for _, c := range row.Cells {
			j.Cells = append(j.Cells, jsonCell{c.Field.Key, c.Cell, c.Typed, c.Read.In(l)})
		}
		out.Sample = append(out.Sample, j)
	}
	return out
}

func jsonFindings(fs []finding.Finding, l lang.Lang) []jsonFinding {
	out := []jsonFinding{}
	for _, f := range fs {
		out = append(out, jsonFinding{f.Code, f.Severity.String(), f.File, f.Sheet, f.Range, f.Message.In(l), f.Fix.In(l)})
	}
	return out
}
