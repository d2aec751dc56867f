package cohort_test

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"golang.org/x/text/encoding/japanese"

	"pilot90/cohort"
	"pilot90/cohort/cell"
	"pilot90/cohort/cohorttest"
	"pilot90/cohort/finding"
	"pilot90/cohort/schema"
	"pilot90/cohort/setting"
	"pilot90/cohort/sheet"
	"pilot90/cohort/sheet/biff/bifftest"
	"pilot90/cohort/sheet/sheettest"
)

// files of a small ledger as CSV.
var csvLedger = map[string]string{
	"参加者.csv":        "参加者ID,開始日\nP01,2025-04-01\n",
	"案件.csv":         "案件ID,発注者ID,種別,開始日,月額\nK1,C1,定期,2025-04-01,30000\n",
	"ログ/2025-05.csv": "作業日,参加者ID,案件ID,時間,報酬\n2025-05-01,P01,K1,2,2000\n",
	"ログ/2025-06.csv": "作業日,参加者ID,案件ID,時間,報酬\n2025-06-02,P01,K1,3,3000\n",
	"ログ/~$old.csv":   "作業日,参加者ID\n2025-06-02,P01\n",
	"pilot.toml":     "[ledger]\nfiles = [\"*.csv\", \"ログ/*.csv\"]\n",
}

// folder writes files into a new folder.
func folder(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, data := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func load(t *testing.T, path string) (*cohort.Ledger, setting.Clock) {
	t.Helper()
	c, clock, err := cohort.Load(context.Background(), path, cohort.LoadOptions{Today: cell.NewDay(2025, 7, 31)})
	if err != nil {
		t.Fatal(err)
	}
	return c, clock
}

// with returns a copy of files with some replaced; an empty text removes the file.
func with(files map[string]string, changes ...string) map[string]string {
	out := map[string]string{}
	for k, v := range files {
		out[k] = v
	}
	for i := 0; i < len(changes); i += 2 {
		out[changes[i]] = changes[i+1]
		if changes[i+1] == "" {
			delete(out, changes[i])
		}
	}
	return out
}

func TestLoadFolder(t *testing.T) {
	cp932, err := japanese.ShiftJIS.NewEncoder().String("作業日,参加者ID,案件ID,作業名,時間,報酬\r\n2025-06-02,P01,K1,髙橋様分～確認,3,3000\r\n")
	if err != nil {
		t.Fatal(err)
	}
	const biff = "\x09\x08\x08\x00\x00\x05\x10\x00" // how a workbook of the nineties begins
	both := "2 2025-05-01 P01 K1 2 2000\n2 2025-06-02 P01 K1 3 3000\n"
	tests := []struct {
		name  string
		files map[string]string
		want  string // tasks
		codes string
	}{
		{"globs with a folder, one file a month", csvLedger, both, ""},
		{"one month in CP932 with a byte-order mark elsewhere",
			with(csvLedger, "ログ/2025-06.csv", cp932, "参加者.csv", "\ufeff"+csvLedger["参加者.csv"]), both, ""},
		{"an encoding given, which one file does not have",
			with(csvLedger, "pilot.toml", "[ledger]\nfiles = [\"*.csv\", \"ログ/*.csv\"]\nencoding = \"cp932\"\n",
				"ログ/2025-06.csv", cp932, "参加者.csv", "\ufeff"+csvLedger["参加者.csv"], "案件.csv",
				"\ufeff"+csvLedger["案件.csv"]), "2 2025-06-02 P01 K1 3 3000\n", "C308 "},
		{"a damaged file: what is missing may be in it", with(csvLedger, "pilot.toml", "", "参加者.csv", "氏名\x00,参加者ID,開始\n"),
			"", "P190 , C332 , C308 "},
		{"spreadsheets of other formats beside",
			with(csvLedger, "pilot.toml", "", "作業ログ.xls", biff, "メモ.xls", biff, "名簿.FODS", "y", "様式.xltx", "w", "~$a.xls", "z"),
			"", "P190 , C303 , C332 , C303 , C325 , C325 "},
		{"workbooks of Excel 97", with(csvLedger, "pilot.toml", "", "参加者.csv", "", "参加者.XLS", oldWorkbook(t, "参加者"),
			"案件.csv", "", "案件.xls", oldWorkbook(t, "案件"), "ログ/2025-05.csv", "", "ログ/2025-06.csv", "",
			"作業ログ_5月.xls", oldWorkbook(t, "ログ/2025-05"), "作業ログ_6月.xls", oldWorkbook(t, "ログ/2025-06")), both, "P190 "},
		{"spreadsheets of LibreOffice", with(csvLedger, "pilot.toml", "", "参加者.csv", "", "参加者.ODS",
			openDocument(t, "参加者"), "案件.csv", "", "案件.ods", openDocument(t, "案件"), "ログ/2025-05.csv", "",
			"ログ/2025-06.csv", "", "作業ログ_5月.ods", openDocument(t, "ログ/2025-05"), "作業ログ_6月.ods",
			openDocument(t, "ログ/2025-06")), both, "P190 "},
		{"nothing but another format", map[string]string{"台帳.xls": biff}, "", "P190 , C303 "},
		{"no pilot.toml: the folder itself only", with(csvLedger, "pilot.toml", ""), "", "C314 , P190 , C332 "},
		{"a folder that is a pattern", with(csvLedger, "pilot.toml", "[ledger]\nfiles = [\"*.csv\", \"*/2025-*.csv\"]\n"),
			both, ""},
		{"a glob that matches nothing", with(csvLedger, "pilot.toml",
			"[ledger]\nfiles = [\"*.csv\", \"ログ/*.csv\", \"*.xlsx\"]\n"), both, "P105 "},
		{"a file without a table beside the others", with(csvLedger, "ログ/2025-07.csv", "メモ\n"), both, "C317 "},
		{"upper-case extensions", with(csvLedger, "ログ/2025-06.csv", "", "ログ/2025-06.CSV", csvLedger["ログ/2025-06.csv"]), both,
			""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c, _ := load(t, folder(t, tt.files))
			if got := cohorttest.Tasks(c); got != tt.want {
				t.Errorf("tasks\n%swant\n%s", got, tt.want)
			}
			if got := cohorttest.Codes(c); got != tt.codes {
				t.Errorf("findings %q, want %q", got, tt.codes)
				for _, f := range c.Findings {
					t.Log(f.Code, f.Place, f.Message.JA)
				}
			}
		})
	}
}

// oldWorkbook is one of the files of csvLedger as an .xls.
func oldWorkbook(t *testing.T, name string) string {
	t.Helper()
	data := csvLedger[name+".csv"]
	book, findings, err := sheet.Read(name+".csv", strings.NewReader(data), int64(len(data)), sheet.Options{})
	if err != nil || book == nil {
		t.Fatal(findings, err)
	}
	return string(bifftest.File(book))
}

// openDocument is one of the files of csvLedger as an .ods.
func openDocument(t *testing.T, name string) string {
	t.Helper()
	return string(sheettest.OpenDocument(t, sheettest.Table(name, csvLedger[name+".csv"])))
}

// A ledger may be named by its folder, its pilot.toml or by one spreadsheet.
func TestLoadByFile(t *testing.T) {
	dir := folder(t, csvLedger)
	c, clock := load(t, filepath.Join(dir, "pilot.toml"))
	if got, want := len(c.Tasks.Rows), 2; got != want {
		t.Errorf("%d tasks by pilot.toml, want %d", got, want)
	}
	if want := (setting.Clock{AsOf: cell.NewDay(2025, 7, 31), From: cell.NewDay(2025, 4, 1), To: cell.NewDay(2025, 7, 31),
		End: cell.NewDay(2026, 3, 31)}); clock != want {
		t.Errorf("clock %v, want %v", clock, want)
	}
	c, _ = load(t, filepath.Join(dir, "参加者.csv"))
	if len(c.Participants.Rows) != 1 || c.Tasks.Present || len(c.Inputs) != 1 || c.Inputs[0].File != "参加者.csv" {
		t.Errorf("one file: %d participants, tasks present %v, inputs %v", len(c.Participants.Rows), c.Tasks.Present,
			c.Inputs)
	}
	_, _, err := cohort.Load(context.Background(), filepath.Join(dir, "nothing"), cohort.LoadOptions{})
	if !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a path that is not there: %v, want ErrNotExist", err)
	}
	cancelled, cancel := context.WithCancel(context.Background())
	cancel()
	if _, _, err := cohort.Load(cancelled, dir, cohort.LoadOptions{}); !errors.Is(err, context.Canceled) {
		t.Errorf("a cancelled run: %v, want Canceled", err)
	}
}

// The same folder gives the same cohort, whatever the order in which files were opened.
func TestLoadIsDeterministic(t *testing.T) {
	dir := folder(t, with(csvLedger, "ログ/2025-07.csv", "作業日,参加者ID,時間\n2025-07-01,P09,二時間\n2025-07-32,P01,1\n"))
	first, _ := load(t, dir)
	if len(first.Findings) < 3 {
		t.Fatalf("%d findings, want the three faults of 2025-07.csv", len(first.Findings))
	}
	for range 5 {
		again, _ := load(t, dir)
		if !reflect.DeepEqual(first.Findings, again.Findings) || !reflect.DeepEqual(facts(first), facts(again)) ||
			!reflect.DeepEqual(first.Inputs, again.Inputs) {
			t.Fatal("two runs differ")
		}
	}
}

// Rows with a fault are kept apart; the counts of the inputs add up.
func TestExcludedRowsAreCounted(t *testing.T) {
	c, _ := load(t, folder(t, with(csvLedger, "ログ/2025-06.csv", "作業日,参加者ID,案件ID,時間,報酬\n2025-06-02,P01,K1,三時間くらい,3000\n,"+
		"P01,K1,1,1000\n2025-06-04,P01,K1,1,\n")))
	if n, x := len(c.Tasks.Rows), len(c.Tasks.Excluded); n != 2 || x != 2 {
		t.Errorf("%d used and %d excluded tasks, want 2 and 2", n, x)
	}
	want := cohort.InputSheet{Key: schema.Tasks, Sheet: "2025-06", Rows: 3, Used: 1, Excluded: 2}
	for _, in := range c.Inputs {
		if strings.HasSuffix(in.File, "06.csv") && (len(in.Sheets) != 1 || in.Sheets[0] != want) {
			t.Errorf("input %+v, want %+v", in.Sheets, want)
		}
	}
	e := c.Tasks.Excluded[0]
	if e.Hours.Known || e.Hours.Text != "三時間くらい" || e.Pay.Value != 3000 {
		t.Errorf("an excluded row is built as far as it can be: %+v", e)
	}
	if !c.Tasks.Rows[1].Hours.Known || c.Tasks.Rows[1].Pay.Known {
		t.Error("a blank is unknown, not 0")
	}
	var got []string
	for _, f := range c.Findings {
		if f.Severity == finding.Error {
			got = append(got, f.Code+" "+f.Range+" "+f.Record+" "+f.Date)
		}
	}
	if s := strings.Join(got, ", "); s != "C101 A3 P01 , C109 D2 P01 2025-06-02" &&
		s != "C109 D2 P01 2025-06-02, C101 A3 P01 " {
		t.Errorf("errors %q, want C109 at D2 and C101 at A3", s)
	}
}

func TestLookups(t *testing.T) {
	c, _ := load(t, folder(t, csvLedger))
	if p := c.Participant("P01"); p == nil || p != c.Tasks.Rows[0].Participant {
		t.Error("Participant must be the one that tasks refer to")
	}
	if c.Contract("K1") == nil || c.Contract("K1") != c.Tasks.Rows[0].Contract {
		t.Error("Contract must be the one that tasks refer to")
	}
	if c.Participant("P99") != nil || c.Client("C1") != nil {
		t.Error("what no sheet has is nil")
	}
	if p := c.Participant("P01"); p.Residence.Value != "resident" || p.Residence.Known ||
		p.RegisteredDate.Value != p.StartDate.Value || !p.RegisteredDate.Known {
		t.Errorf("defaults of blanks: %+v", p)
	}
}

// A file that cannot be opened is a finding at the file; the others are read.
func TestFileThatCannotBeOpened(t *testing.T) {
	dir := folder(t, csvLedger)
	for name, target := range map[string]string{"ログ/2025-07.csv": "nowhere.csv", "ログ/2025-08.csv": dir} {
		if err := os.Symlink(target, filepath.Join(dir, filepath.FromSlash(name))); err != nil {
			t.Skip("no symbolic links here: ", err)
		}
	}
	c, _ := load(t, dir)
	if got, want := cohorttest.Tasks(c), "2 2025-05-01 P01 K1 2 2000\n2 2025-06-02 P01 K1 3 3000\n"; got != want {
		t.Errorf("tasks\n%swant\n%s", got, want)
	}
	var got []string
	for _, f := range c.Findings {
		if f.Severity == finding.Error {
			got = append(got, f.Code+" "+f.File)
			if f.Message.JA == "" || f.Message.EN == "" || f.Fix.JA == "" || f.Fix.EN == "" {
				t.Errorf("incomplete finding %+v", f)
			}
		}
	}
	if s := strings.Join(got, ", "); s != "C301 ログ/2025-07.csv, C301 ログ/2025-08.csv" {
		t.Errorf("errors %q, want C301 for both links", s)
	}
}

// Where nothing at all can be opened there is nothing to report on.
func TestNothingCanBeOpened(t *testing.T) {
	dir := t.TempDir()
	if err := os.Symlink("nowhere.csv", filepath.Join(dir, "参加者.csv")); err != nil {
		t.Skip("no symbolic links here: ", err)
	}
	for _, path := range []string{dir, filepath.Join(dir, "参加者.csv")} {
		if _, _, err := cohort.Load(context.Background(), path, cohort.LoadOptions{}); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%s: %v, want ErrNotExist", path, err)
		}
	}
}
