package blank

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"pilot90/cohort"
	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
	"pilot90/cohort/layout"
	"pilot90/cohort/schema"
	"pilot90/cohort/setting"
)

// asOf lies after everything in the examples.
var asOf = cell.NewDay(2025, 9, 30)

// workbook makes a workbook or fails.
func workbook(t *testing.T, o Options) []byte {
	t.Helper()
	data, err := Workbook(o)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// load reads a workbook as the program would, from a folder with a pilot.toml.
func load(t *testing.T, data []byte) *cohort.Ledger {
	t.Helper()
	dir := t.TempDir()
	toml := Settings{Program: "緑野町パイロット", Municipality: "緑野町", Prefecture: "長野県", Start: cell.NewDay(2025, 6, 2)}.TOML()
	for name, content := range map[string][]byte{WorkbookFile: data, setting.File: toml} {
		if err := os.WriteFile(filepath.Join(dir, name), content, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	c, _, err := cohort.Load(context.Background(), dir, cohort.LoadOptions{Today: asOf, AsOf: &asOf})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// fill opens the workbook, writes rows below the headings as a person would, and saves it.
func fill(t *testing.T, data []byte, records map[schema.Key][][]string) []byte {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	for _, table := range fullForm() {
		for i, record := range records[table.Key] {
			for j, s := range record {
				if s == "" {
					continue
				}
				ref, _ := excelize.CoordinatesToCellName(j+1, i+2)
				if err := f.SetCellValue(table.Sheet.JA, ref, typed(t, table.InTemplate()[j].Kind, s)); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// typed is what Excel keeps of what a person types into a column of the kind.
func typed(t *testing.T, k schema.Kind, s string) any {
	t.Helper()
	switch k {
	case schema.DateKind:
		d, err := time.Parse("2006/1/2", s)
		if err != nil {
			t.Fatal(err)
		}
		return int(cell.NewDay(d.Year(), d.Month(), d.Day()) - epoch)
	case schema.AmountKind, schema.HoursKind, schema.NumberKind, schema.YearKind, schema.CountKind:
		if n, err := strconv.ParseFloat(s, 64); err == nil {
			return n
		}
	}
	return s
}

func noFindings(t *testing.T, c *cohort.Ledger) {
	t.Helper()
	for _, f := range c.Findings {
		t.Errorf("%s %s %s: %s", f.Code, f.Severity, f.Place, f.Message.JA)
	}
}

func TestFreshWorkbookHasNoFinding(t *testing.T) {
	noFindings(t, load(t, workbook(t, Options{Program: "緑野町パイロット"})))
}

func TestSameInputSameBytes(t *testing.T) {
	a, b := workbook(t, Options{Program: "緑野町"}), workbook(t, Options{Program: "緑野町"})
	if !bytes.Equal(a, b) {
		t.Error("two workbooks of the same input differ")
	}
	if bytes.Equal(a, workbook(t, Options{Program: "青野町"})) {
		t.Error("the name of the program is not in the workbook")
	}
}

// Every column of the schema stands on row 1 of its sheet, in the order of the schema, with a
// validation below it; nothing else stands there.
func TestEveryColumnIsThere(t *testing.T) {
	f, err := excelize.OpenReader(bytes.NewReader(workbook(t, Options{})))
	if err != nil {
		t.Fatal(err)
	}
	wantSheets := []string{frontName}
	for _, table := range fullForm() {
		wantSheets = append(wantSheets, table.Sheet.JA)
		got, err := f.GetRows(table.Sheet.JA)
		if err != nil || len(got) != 1 || !slices.Equal(got[0], headings(table)) {
			t.Errorf("%s holds %v (%v), want the headings %v", table.Key, got, err, headings(table))
		}
		rules, err := f.GetDataValidations(table.Sheet.JA)
		if err != nil || len(rules) != len(table.InTemplate()) {
			t.Errorf("%s has %d validations (%v), want %d", table.Key, len(rules), err, len(table.InTemplate()))
		}
		for i, v := range rules {
			checkRule(t, table, i, v)
		}
	}
	wantSheets = append(wantSheets, exampleName, layout.TemplateSheet)
	if got := f.GetSheetList(); !slices.Equal(got, wantSheets) {
		t.Errorf("sheets %v, want %v", got, wantSheets)
	}
	if visible, err := f.GetSheetVisible(layout.TemplateSheet); visible || err != nil {
		t.Errorf("the sheet with the version is visible: %v %v", visible, err)
	}
}

// checkRule holds a validation against what Excel allows of one, and against its column.
func checkRule(t *testing.T, table *schema.Table, i int, v *excelize.DataValidation) {
	t.Helper()
	c := table.InTemplate()[i]
	kinds := map[schema.Kind]string{
		schema.DateKind: "date", schema.YearKind: "whole", schema.AmountKind: "decimal", schema.HoursKind: "decimal",
		schema.NumberKind: "decimal",
		schema.YesNoKind:  "list", schema.CountKind: "list", schema.ChoiceKind: "list", schema.ListKind: "list",
		schema.DecadeKind: "list",
		schema.IDKind:     "list", schema.TextKind: "",
	}
	want := kinds[c.Kind]
	if c.Kind == schema.IDKind && i == 0 {
		want = "custom"
	}
	letter, _ := excelize.ColumnNumberToName(i + 1)
	if v.Type != want || v.Sqref != fmt.Sprintf("%s2:%s5000", letter, letter) {
		t.Errorf("%s.%s: a %q over %s, want a %q over rows 2 to 5000 of %s", table.Key, c.Key, v.Type, v.Sqref, want, letter)
	}
	if v.Prompt == nil || !strings.HasPrefix(*v.Prompt, c.Description.JA) || len([]rune(*v.Prompt)) > 255 ||
		len([]rune(*v.PromptTitle)) > 32 || !v.ShowInputMessage {
		t.Errorf("%s.%s: hint %v", table.Key, c.Key, v.Prompt)
	}
	if len([]rune(v.Formula1)) > 255 {
		t.Errorf("%s.%s: Excel refuses a list of more than 255 characters: %s", table.Key, c.Key, v.Formula1)
	}
	if v.ShowErrorMessage && (len([]rune(*v.ErrorTitle)) > 32 || len([]rune(*v.Error)) > 225) {
		t.Errorf("%s.%s: the message is too long for Excel", table.Key, c.Key)
	}
	for _, choice := range c.Choices {
		if !strings.Contains(v.Formula1, choice.Heading.JA) {
			t.Errorf("%s.%s does not offer %s: %s", table.Key, c.Key, choice.Heading.JA, v.Formula1)
		}
	}
	if c.Kind == schema.IDKind && i > 0 && !strings.Contains(v.Formula1,
		homeOf(cmp.Or(c.Refers, c.Key)).Sheet.JA+"!$A$2") {
		t.Errorf("%s.%s is not a list of ids: %s", table.Key, c.Key, v.Formula1)
	}
}

// examples are the rows of the example, table by table.
func examples() map[schema.Key][][]string {
	all := map[schema.Key][][]string{}
	for _, table := range fullForm() {
		all[table.Key] = table.Examples()
	}
	return all
}

// The rows of the example are rows that the reader takes without a finding, and every column is
// in one of them, but for an amount beside a monthly fee and for a renewal, of which the reader would speak.
func TestExamplesAreRight(t *testing.T) {
	shown := map[schema.Key]int{}
	for _, table := range fullForm() {
		for i, c := range table.InTemplate() {
			if !slices.ContainsFunc(table.Examples(), func(e []string) bool {
				return len(e) == len(table.InTemplate()) && e[i] != ""
			}) && c.Key != "amount" && c.Key != "renews" {
				t.Errorf("no example of %s.%s", table.Key, c.Key)
			}
		}
		shown[table.Key] = len(table.Examples())
	}
	c := load(t, fill(t, workbook(t, Options{}), examples()))
	noFindings(t, c)
	got := map[schema.Key]int{}
	for _, in := range c.Inputs {
		for _, s := range in.Sheets {
			got[s.Key] = s.Used
		}
	}
	for key, n := range shown {
		if got[key] != n {
			t.Errorf("%d rows of %s, want %d", got[key], key, n)
		}
	}
}

// What is filled in comes back: a filled ledger, put into a new workbook with all its tables and
// read again, has the same cells.
func TestRoundTrip(t *testing.T) {
	first := load(t, fill(t, workbook(t, Options{}), examples()))
	again := load(t, workbook(t, Options{From: first, Tables: Everything()}))
	noFindings(t, again)
	a := prefill(Options{From: first, Tables: Everything()}, Options{From: first, Tables: Everything()}.sheets())
	b := prefill(Options{From: again, Tables: Everything()}, Options{From: again, Tables: Everything()}.sheets())
	for _, table := range fullForm() {
		if len(a[table.Key]) != len(table.Examples()) || fmt.Sprint(a[table.Key]) != fmt.Sprint(b[table.Key]) {
			t.Errorf("%s: %v became %v", table.Key, a[table.Key], b[table.Key])
		}
		for i, record := range a[table.Key] {
			if len(record) != len(table.InTemplate()) {
				t.Errorf("%s: %d cells, want %d", table.Key, len(record), len(table.InTemplate()))
				continue
			}
			for j, value := range record {
				checkCell(t, table, j, value, table.Examples()[i][j])
			}
		}
	}
}

// checkCell holds a cell that is filled in against what was typed into the ledger it comes from.
func checkCell(t *testing.T, table *schema.Table, j int, value any, typedText string) {
	t.Helper()
	c := table.InTemplate()[j]
	switch {
	case typedText == "":
		if value != nil {
			t.Errorf("%s.%s: %v, want a blank", table.Key, c.Key, value)
		}
	case c.Kind == schema.CountKind: // a count: × is 0 times
		if value != 0.0 {
			t.Errorf("%s.%s: %v, want 0", table.Key, c.Key, value)
		}
	default:
		if fmt.Sprint(value) != fmt.Sprint(typed(t, c.Kind, typedText)) {
			t.Errorf("%s.%s: %v, want %s", table.Key, c.Key, value, typedText)
		}
	}
}

// Only the tables asked for are filled in; a row with an error keeps what was typed.
func TestRosterKeepsWhatCannotBeRead(t *testing.T) {
	records := map[schema.Key][][]string{
		schema.Participants: {{"0012", "", "", "ふめい", "", "", "", "", "", "2025/6/2"}},
		schema.Tasks:        schema.ByKey(schema.Tasks).Examples(),
	}
	old := load(t, fill(t, workbook(t, Options{}), records))
	if len(old.Participants.Excluded) != 1 {
		t.Fatalf("%d rows excluded, want the one with an unknown gender", len(old.Participants.Excluded))
	}
	got := load(t, workbook(t, Options{From: old, Tables: Roster()}))
	if n := len(got.Tasks.Rows) + len(got.Tasks.Excluded); n != 0 {
		t.Errorf("%d tasks, want none", n)
	}
	if p := got.Participants.Excluded; len(p) != 1 || p[0].ID.Value != "0012" || p[0].Gender.Text != "ふめい" {
		t.Errorf("participants %+v", p)
	}
}

// Ten people with two jobs each: the figures that the records give by hand.
func TestTenPeople(t *testing.T) {
	records := map[schema.Key][][]string{
		schema.Clients:   {{"K01", "みどり商事", "域内", "企業", noWord}},
		schema.Contracts: {{"A01", "K01", "入力", "", "定期", "2025/7/1", "", "50000", "", "", "", "2025/6/20"}},
	}
	for i := range 10 {
		id := fmt.Sprintf("P%02d", i+1)
		records[schema.Participants] = append(records[schema.Participants],
			[]string{id, "第1期", "", "女性", "", "30代", "住民", "子育て、介護", "", "2025/6/2", "2025/6/30", "", "", noWord, "ワーカー",
				"2025/6/2", "2025/6/2", "2025/6/10"})
		for _, date := range []string{"2025/7/10", "2025/8/5"} {
			records[schema.Tasks] = append(records[schema.Tasks],
				[]string{date, id, "A01", "入力", "1.5", "2400", "2025/8/20", "", "2025/8/29", "", yesWord, noWord})
		}
	}
	c := load(t, fill(t, workbook(t, Options{}), records))
	// The log ends in August; September has none yet, which is a hint and no fault of the reader.
	for _, f := range c.Findings {
		if f.Severity != finding.Info || f.Code != "C233" {
			t.Errorf("%s %s: %s", f.Code, f.Place, f.Message.JA)
		}
	}
	hours, pay := 0.0, 0.0
	for _, task := range c.Tasks.Rows {
		hours += task.Hours.Value
		pay += task.Pay.Value
	}
	// 10 people × 2 jobs = 20 rows; × 1.5 h = 30 h; × 2,400 yen = 48,000 yen.
	if len(c.Participants.Rows) != 10 || len(c.Tasks.Rows) != 20 || hours != 30 || pay != 48000 {
		t.Errorf("%d people, %d jobs, %g h, %g yen; want 10, 20, 30, 48000", len(c.Participants.Rows), len(c.Tasks.Rows),
			hours, pay)
	}
	if p := c.Participants.Rows[9]; !slices.Equal(p.Situations.Value, []string{"childcare", "care"}) ||
		p.StartDate.Value.String() != "2025-06-02" || p.AgeBand.Value != 30 {
		t.Errorf("P10 is %+v", p)
	}
}

// A time typed as 1:30 is an hour and a half: the general format lets Excel keep it as a time.
func TestTimeTypedIntoHours(t *testing.T) {
	data := fill(t, workbook(t, Options{}), examples())
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	if err := f.SetCellValue("作業ログ", "E2", 0.0625); err != nil { // 1.5/24
		t.Fatal(err)
	}
	style, err := f.NewStyle(&excelize.Style{NumFmt: 20}) // h:mm, which Excel sets on typing a time
	if err != nil {
		t.Fatal(err)
	}
	if err := f.SetCellStyle("作業ログ", "E2", "E2", style); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	if got := load(t, out.Bytes()).Tasks.Rows[0].Hours.Value; got != 1.5 {
		t.Errorf("%g hours, want 1.5", got)
	}
}

// rewrite changes cells of one sheet of a workbook.
func rewrite(t *testing.T, data []byte, sheet string, cells map[string]string) []byte {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	for ref, s := range cells {
		if err := f.SetCellValue(sheet, ref, s); err != nil {
			t.Fatal(err)
		}
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// A note on a sheet that is no record is seen again, and another version is named.
func TestChangedWorkbook(t *testing.T) {
	tests := []struct {
		name, sheet string
		cells       map[string]string
		code, says  string
	}{
		{"records written into the example", exampleName, map[string]string{"A6": "P77"}, "C318", "記入例"},
		{"a note on the front sheet", frontName, map[string]string{"D20": "memo"}, "C317", "使いませんでした"},
		{"an older template", layout.TemplateSheet, map[string]string{"B1": "-1"}, "C323", "前の版"},
		{"a newer template", layout.TemplateSheet, map[string]string{"B1": "99"}, "C323", "新しい"},
	}
	for _, tt := range tests {
		c := load(t, rewrite(t, workbook(t, Options{}), tt.sheet, tt.cells))
		if len(c.Findings) != 1 || c.Findings[0].Code != tt.code || c.Findings[0].Severity != finding.Info ||
			!strings.Contains(c.Findings[0].Message.JA, tt.says) {
			t.Errorf("%s: %+v, want one %s", tt.name, c.Findings, tt.code)
		}
	}
}

// fullForm are the tables that the full template offers.
func fullForm() []*schema.Table {
	return slices.DeleteFunc(schema.Tables(), func(t *schema.Table) bool { return t.Instead })
}
