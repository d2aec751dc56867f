package web

import (
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// untold is a ledger whose hours are 60進 and nothing says so: 1.30 and 0.45 are 1.5 and 0.75 hours, 2 is 2; 4.25 in
// all.
var untold = map[string]string{
	"参加者.csv": small["参加者.csv"], "案件.csv": small["案件.csv"],
	"作業ログ.csv": "作業日,参加者ID,案件ID,時間,報酬,メモ\n2025-07-01,P1,K1,1.30,\"¥1,000\",<b>x</b>\n2025-07-02,P2,K1,0.45,2000,\n" +
		"2025-07-03,P1,K1,2.00,1500,\n2025-07-04,P1,K1,1.30,0,\n2025-07-05,P1,K1,1.15,1,\n2025-07-06,P1,K1,0.15,1,\n合計,,,," +
		"4502,\n",
}

// withUntold opens that ledger from the disk.
func withUntold(t *testing.T) (*site, string) {
	t.Helper()
	s := serve(t)
	dir := s.openFiles(untold)
	if a := s.get("/"); a.header.Get("Location") != "/reading" {
		t.Fatalf("it begins with %v", a.header)
	}
	return s, dir
}

// openFiles opens a ledger of such files from the disk, which begins with the page 読み取り, and returns its folder.
func (s *site) openFiles(files map[string]string) string {
	s.Helper()
	dir := s.TempDir()
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			s.Fatal(err)
		}
	}
	if a := s.post("/open", "path", dir); a.status != http.StatusSeeOther {
		s.Fatal(a.text)
	}
	return dir
}

// shownForm are the fields of the page's form as it was shown.
func shownForm(text string) []string {
	var out []string
	hidden := regexp.MustCompile(`<input type="hidden" name="([^"]+)" value="([^"]*)">`)
	for _, m := range hidden.FindAllStringSubmatch(text, -1) {
		if m[1] != "sum" {
			out = append(out, m[1], m[2])
		}
	}
	choosers := regexp.MustCompile(`(?s)<select[^>]*name="([^"]+)"[^>]*>(.*?)</select>`)
	for _, m := range choosers.FindAllStringSubmatch(text, -1) {
		value := ""
		if chosen := regexp.MustCompile(`value="([^"]*)" selected`).FindStringSubmatch(m[2]); chosen != nil {
			value = chosen[1]
		}
		out = append(out, m[1], value)
	}
	return out
}

// has reports each text that a page lacks.
func (a answer) has(t *testing.T, texts ...string) {
	t.Helper()
	for _, text := range texts {
		if !strings.Contains(a.text, text) {
			t.Errorf("the page lacks %q", text)
		}
	}
}

// TestReadingPage: the sheet with a column that is asked about comes first, as typed, with the table framed, what was
// mended and the total that is the same; nothing of it is markup.
func TestReadingPage(t *testing.T) {
	s, _ := withUntold(t)
	got := s.get("/reading")
	got.has(t, `href="/reading" aria-current="page"`, "作業ログ.csv", `aria-current="page"><span class="rd-no"`,
		`<td id="c-D2" class="">1.30`, `name="c.D"`, "rd-asks", `title="¥・円の記号"`, "&lt;b&gt;x", "（E8）と一致", "4,502円",
		"記録 <b>6行",
		"合計の行（読まない）")
	if strings.Contains(got.text, "<b>x</b>") || strings.Contains(got.text, "ZgotmplZ") {
		t.Error("a cell is markup")
	}
	if got := s.get("/reading?file=../x.csv&sheet=x"); got.status != http.StatusOK ||
		!strings.Contains(got.text, "このファイルはありません") {
		t.Errorf("another file: %d", got.status)
	}
}

// TestReadingUnit: a unit is tried without a trace, saved into reading.toml and nothing else, counts at once, and is
// taken back. 1.5 + 0.75 + 2 + 1.5 + 1.25 + 0.25 hours are 7.25.
func TestReadingUnit(t *testing.T) {
	s, dir := withUntold(t)
	shown := shownForm(s.get("/reading").text)
	choice := append(shown, "u.D", "60進")
	got := s.post("/reading/try", choice...)
	got.has(t, "7.25時間", "まだ保存していません", `value="60進" selected`, `value="hours" selected`)
	if names, _ := os.ReadDir(dir); got.status != http.StatusOK || len(names) != len(untold) {
		t.Errorf("trying: %d, %v", got.status, names)
	}
	if got := s.post("/reading", append(shownForm(got.text), "u.D", "60進")...); got.status != http.StatusSeeOther {
		t.Fatalf("%d\n%s", got.status, got.text)
	}
	if text := contents(t, dir, "reading.toml"); !strings.Contains(text, `hours = "60進"`) {
		t.Errorf("reading.toml:\n%s", text)
	}
	for name, text := range untold {
		if contents(t, dir, name) != text {
			t.Errorf("%s was changed", name)
		}
	}
	page := s.get("/reading?file=作業ログ.csv&sheet=作業ログ")
	page.has(t, "7.25時間")
	if got := s.post("/reading", choice...); got.status != http.StatusSeeOther {
		t.Errorf("pressed twice: %d", got.status)
	}
	other := append(shown, "u.D", "分")
	if got := s.post("/reading", other...); got.status != http.StatusUnprocessableEntity ||
		!strings.Contains(got.text, "変わっています") {
		t.Errorf("from a page of before: %d", got.status)
	}
	if got := s.post("/reading", append(shown, "u.D", "尺")...); got.status != http.StatusUnprocessableEntity {
		t.Errorf("a unit that is none: %d", got.status)
	}
	sum := regexp.MustCompile(`name="sum" value="([0-9a-f]+)"`).FindStringSubmatch(page.text)
	if sum == nil {
		t.Fatal("no way back")
	}
	got = s.post("/reading/undo", "file", "作業ログ.csv", "sheet", "作業ログ", "sum", sum[1])
	if _, err := os.Stat(filepath.Join(dir, "reading.toml")); got.status != http.StatusSeeOther || !os.IsNotExist(err) {
		t.Errorf("taken back: %d, %v", got.status, err)
	}
}

// TestReadingUnknown: files of an unknown form that are dropped lead to the page; there they become a ledger that can
// be saved with how it is read.
func TestReadingUnknown(t *testing.T) {
	s := serve(t)
	if got := s.drop("参加者.csv", "参加者ID,氏名,開始日\n", "作業ログ.csv", "作業日,参加者ID,案件ID,時間,報酬\n"); got.header.Get(
		"Location") != "/week" {
		t.Errorf("an empty ledger: %d %v", got.status, got.header)
	}
	got := s.drop("だれか.csv", "き,く\nP1,2025-06-01\nP2,2025-06-01\n", "なにか.csv", "あ,い,う,え,お\n2025-07-01,P1,K1,1,1000\n")
	if got.header.Get("Location") != "/reading" {
		t.Fatalf("%d %v", got.status, got.header)
	}
	s.get("/reading").has(t, "まだ読めていません", "1行に1件")
	sheet := "/reading?file=なにか.csv&sheet=なにか"
	got = s.post("/reading/try", append(shownForm(s.get(sheet).text), "table", "tasks", "row", "1")...)
	got.has(t, `name="c.A"`, "まだ読めません")
	choice := append(shownForm(got.text), "c.A", "date", "c.B", "participant_id", "c.C", "contract_id", "c.D", "hours",
		"c.E", "pay")
	got = s.post("/reading/try", choice...)
	got.has(t, "まだ保存していません", "1,000円")
	if got = s.post("/reading", shownForm(got.text)...); got.status != http.StatusSeeOther {
		t.Fatalf("%d\n%s", got.status, got.text)
	}
	got = s.get(sheet)
	got.has(t, "1時間", "1,000円", `value="pay" selected`)
	if len(s.desk.current().run.Cohort.Tasks.Rows) != 1 {
		t.Error("the work is not read")
	}
	if got := s.post("/reading", append(shownForm(s.get(sheet).text), "table",
		"-")...); got.status != http.StatusSeeOther ||
		len(s.desk.current().run.Cohort.Tasks.Rows) != 0 {
		t.Errorf("not read any more: %d", got.status)
	}
	s.post("/save", "folder", t.TempDir())
	if !strings.Contains(string(s.program.saved["reading.toml"]), "ignore = true") {
		t.Errorf("saved with the ledger: %v", s.program.saved)
	}
}

// TestReadingShape: the shape and the row of the headings are set and found again.
func TestReadingShape(t *testing.T) {
	s, dir := withUntold(t)
	sheet := "/reading?file=作業ログ.csv&sheet=作業ログ"
	for _, step := range []struct{ row, shape, has, lacks string }{
		{"1", "rows", "shape = \"rows\"", "hours"}, {"1", "", "heading_row = 1", "shape"},
	} {
		got := s.post("/reading", append(shownForm(s.get(sheet).text), "row", step.row, "shape", step.shape)...)
		text := contents(t, dir, "reading.toml")
		if got.status != http.StatusSeeOther || !strings.Contains(text, step.has) || strings.Contains(text, step.lacks) {
			t.Errorf("%v: %d\n%s", step, got.status, text)
		}
	}
}

// TestReadingLong: what a long sheet adds up to is that of all its rows, of which a page draws some: 1,300 of an hour
// each are 1,300 hours, and 1,300 yen.
func TestReadingLong(t *testing.T) {
	s := serve(t)
	s.drop("参加者.csv", small["参加者.csv"], "案件.csv", small["案件.csv"],
		"作業ログ.csv", "作業日,参加者ID,案件ID,時間,報酬\n"+strings.Repeat("2025-07-01,P1,K1,1,1\n", 1300))
	sheet := "/reading?file=作業ログ.csv&sheet=作業ログ"
	s.get(sheet).has(t, "1,300時間", "1,300円", "記録 <b>1300行", "ここに1285行") // 14 are drawn, and the last
	if got := s.get(sheet + "&all"); strings.Count(got.text, "<tr") > 1100 {
		t.Errorf("%d rows are drawn", strings.Count(got.text, "<tr"))
	}
}
