package web

import (
	"encoding/json"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"pilot90/kpi"
	"pilot90/kpi/merge"
	"pilot90/report/rollup"
)

// handedIn writes a submission of so many registered, of whom kept are retained, into a folder.
func handedIn(t *testing.T, dir, code, name, asOf string, of, kept float64) {
	t.Helper()
	s := rollup.Submission{Schema: rollup.Schema, Marking: rollup.Marking,
		Municipality: rollup.Municipality{Code: code, Name: name, Prefecture: "長野県"}, Model: "regional_bpo", AsOf: asOf,
		Period: rollup.Period{From: "2025-04-01", To: asOf, End: "2026-03-31"}, FiscalYear: 2025, Revision: 1,
		Definitions: kpi.Version, Tool: "test", Funnel: []rollup.Stage{}, Phases: []rollup.Phase{}, Grants: []rollup.Grant{},
		Figures: []merge.Part{
			{ID: "registered_workers", Law: kpi.Added, Unit: kpi.Count, Value: &of, N: int(of)},
			{ID: "retention_ratio", Law: kpi.Divided, Unit: kpi.Ratio, Value: new(kept / of), N: int(of),
				Terms: &merge.Terms{Numerator: kept, Denominator: of, Known: []int{int(of)}, Trials: true}}}}
	data, err := json.Marshal(s)
	if err == nil {
		err = os.WriteFile(filepath.Join(dir, code+asOf+".json"), data, 0o644)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// read waits until the folder of many is read.
func (s *site) read() {
	s.Helper()
	select {
	case <-s.desk.openedMany().ended:
	case <-time.After(time.Minute):
		s.Fatal("the folder is never read")
	}
}

// manyFolder is a folder of three submissions of two municipalities of four that should report, and of a ledger
// without a code.
func manyFolder(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	handedIn(t, dir, "203246", "立科町", "2025-12-31", 8, 2)
	handedIn(t, dir, "203246", "立科町", "2026-03-31", 10, 6)
	handedIn(t, dir, "206911", "<b>あさひ野町", "2025-12-31", 5, 3)
	if err := os.CopyFS(filepath.Join(dir, "台帳"), os.DirFS("../../../samples/tateshina")); err != nil {
		t.Fatal(err)
	}
	list := "団体コード,自治体\n203246,立科町\n206911,あさひ野町\n206920,ほしな市\n011011,雪町\n"
	if err := os.WriteFile(filepath.Join(dir, expectedFile), []byte(list), 0o644); err != nil {
		t.Fatal(err)
	}
	return dir
}

// towns opens such a folder.
func (s *site) towns() string {
	s.Helper()
	dir := manyFolder(s.T)
	if a := s.post("/open", "path", dir); a.status != http.StatusSeeOther || a.header.Get("Location") != "/many" {
		s.Fatalf("opening %s: %d %s\n%s", dir, a.status, a.header.Get("Location"), a.text)
	}
	s.read()
	return dir
}

// holds says what of the wanted a page lacks, and what it should not have.
func (s *site) holds(path string, wanted, unwanted []string) {
	s.Helper()
	a := s.get(path)
	if a.status != http.StatusOK {
		s.Errorf("%s: %d", path, a.status)
	}
	for _, w := range wanted {
		if !strings.Contains(a.text, w) {
			s.Errorf("%s lacks %q", path, w)
		}
	}
	for _, w := range unwanted {
		if strings.Contains(a.text, w) {
			s.Errorf("%s has %q", path, w)
		}
	}
}

// TestMany: who reported, late or not at all; figures of all are sums of parts: (6 + 3) ÷ (10 + 5) = 60.0%, where the
// mean of 60.0% and 60.0% would be the same, and with the older of 立科町 (2 + 3) ÷ (8 + 5) = 38.5%, where the mean of
// 25.0% and 60.0% would be 42.5%.
func TestMany(t *testing.T) {
	s := serve(t)
	s.towns()
	s.holds("/many", []string{"4 自治体のうち 2 自治体が提出", "立科町", "&lt;b&gt;あさひ野町", "基準日が古い", "ほしな市", "未提出 <b>2</b>",
		"読めなかったもの", "団体コード（code）がありません", `href="/many" aria-current="page"`}, []string{"<b>あさひ野町", `href="/week"`})
	s.holds("/many?state=missing", []string{"ほしな市", "雪町"}, []string{">立科町<"})
	s.holds("/many?state=missing&prefecture=北海道", []string{"雪町"}, []string{">ほしな市<"})
	s.holds("/many?q=２０６９", []string{"206911", "206920"}, []string{">203246<"})
	s.holds("/total", []string{"60.0%", "9 / 15", "15人"}, nil)
	s.holds("/total?as_of=2025-12-31", []string{"38.5%", "5 / 13", "13人"}, []string{"42.5%"})
	s.holds("/many/203246", []string{"立科町", "6 / 10", "2025-12-31"}, []string{"203246 2"})
	s.holds("/many/206920", []string{"未提出", "提出用データはまだありません"}, nil)
	if a := s.get("/many/999999"); a.status != http.StatusNotFound {
		t.Errorf("a municipality that there is not: %d", a.status)
	}
	text := s.get("/many?sort=code&down=1").text
	if strings.Index(text, ">206920<") > strings.Index(text, ">011011<") {
		t.Error("the rows are not turned round")
	}
}

// TestManyChanges: the list of who should report is kept in the folder and taken at once, a faulty one is not; what
// is handed in later is there after reading again; a report is made for others without the figures of small pilots.
func TestManyChanges(t *testing.T) {
	s := serve(t)
	dir := s.towns()
	if a := s.post("/many/expected", "list", "203245,立科町"); a.status != http.StatusUnprocessableEntity ||
		!strings.Contains(a.text, "203246 ではありませんか") {
		t.Errorf("a wrong check digit: %d", a.status)
	}
	if a := s.post("/many/expected", "list", "203246,立科町\n"); a.status != http.StatusSeeOther {
		t.Errorf("the list: %d", a.status)
	}
	handedIn(t, dir, "206920", "ほしな市", "2026-03-31", 20, 10)
	s.post("/many/again")
	s.read()
	s.holds("/many", []string{"1 自治体のうち 3 自治体が提出", "ほしな市"}, []string{"雪町"})
	a := s.post("/many/make", "for", "public", "format", "json")
	made := s.get(a.header.Get("Location"))
	if a.status != http.StatusSeeOther || !strings.Contains(made.text, `"registered_workers"`) ||
		!strings.Contains(made.header.Get("Content-Disposition"), "2026-03-31_") {
		t.Errorf("the report: %d, %v", a.status, made.header)
	}
	if a := s.post("/many/make", "for", "anybody", "format", "json"); a.status != http.StatusUnprocessableEntity {
		t.Errorf("for nobody: %d", a.status)
	}
}

// TestLedgerOfMany: the ledger of a municipality opens beside the list; one from elsewhere closes it.
func TestLedgerOfMany(t *testing.T) {
	s := serve(t)
	dir := s.towns()
	if a := s.post("/open", "path", filepath.Join(dir, "台帳")); a.header.Get("Location") != "/week" {
		t.Fatalf("%d %s", a.status, a.header.Get("Location"))
	}
	s.holds("/week", []string{`href="/many"`, `href="/total"`, `href="/check"`}, nil)
	s.holds("/many", []string{"立科町", `href="/week"`}, nil)
	s.folder()
	s.holds("/week", []string{`href="/check"`}, []string{`href="/many"`})
	if a := s.get("/many"); a.status != http.StatusSeeOther {
		t.Errorf("/many of a ledger: %d", a.status)
	}
}
