package web

import (
	"errors"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

// TestTabs: every page of an open ledger names what it is for.
func TestTabs(t *testing.T) {
	s := serve(t)
	if got := s.get("/week"); got.status != http.StatusSeeOther || got.header.Get("Location") != "/start" {
		t.Errorf("without a ledger: %d", got.status)
	}
	dir := s.folder()
	for path, wants := range map[string][]string{
		"/week":    {`href="/week" aria-current="page"`, "今週すること", "<b>佐藤 花</b>", `href="/person?`, "変わったこと"},
		"/check":   {`href="/check" aria-current="page"`, "誤り 1件", "作業ログ.csv", "「すこし」"},
		"/figures": {`href="/figures" aria-current="page"`, "/figures/recurring_contract_ratio"},
		"/report": {`href="/report" aria-current="page"`, filepath.Join(dir, "報告"),
			`value="hub/pdf"`, `value="public/html"`},
		"/start":           {dir, "はじめて使う", "長野県"},
		"/report/council":  {`src="/preview/council`, "担当者の文章", `value="council/pdf"`},
		"/preview/council": {"<p>made"},
		"/person?file=参加者.csv&sheet=参加者&range=A2": {"佐藤 花", "2025-07-01", "時間 1", "集計に入っていない"},
		"/guide":                            {"4月", "毎週月曜", "議会", "年度末", "引き継ぎ"},
		"/figures/recurring_contract_ratio": {"1 ÷ 1", "案件.csv 案件!A2", "定義"},
		"/page.css":                         {".ui-tabs", ".ui-card", ".ui-preview"},
		"/worker.js":                        {"onconnect"},
		"/page.js":                          {"EventSource"},
		"/icon.svg":                         {"<svg"},
	} {
		got := s.get(path)
		if got.status != http.StatusOK {
			t.Errorf("%s: %d", path, got.status)
		}
		for _, want := range wants {
			if !strings.Contains(got.text, want) {
				t.Errorf("%s lacks %q", path, want)
			}
		}
		if strings.Contains(got.text, "<script>") || strings.Contains(got.text, "style=\"") ||
			strings.Contains(got.text, "ZgotmplZ") {
			t.Errorf("%s has something in it that its policy refuses", path)
		}
	}
	for _, path := range []string{"/nowhere", "/figures/nothing", "/report/nothing", "/person?file=x", "/made/1/x.pdf"} {
		if got := s.get(path); got.status != http.StatusNotFound || !strings.Contains(got.text, "<h1>") {
			t.Errorf("%s: %d, want 404 in words", path, got.status)
		}
	}
}

// TestFinding: a finding leads to its row with the two rows on either side, the cell marked; its
// address stays when a row is put in above, and says so when it is mended.
func TestFinding(t *testing.T) {
	s := serve(t)
	dir := s.folder()
	key := regexp.MustCompile(`href="(/check/[0-9a-f]+)"`).FindStringSubmatch(s.get("/check").text)
	if key == nil {
		t.Fatal("no finding to choose")
	}
	got := s.get(key[1])
	for _, want := range []string{
		`<th scope="row">2</th>`, `<th scope="row">5</th>`, "すこし</td>", `class="ui-cell"`, "D<span>時間</span>", "直し方",
	} {
		if !strings.Contains(got.text, want) {
			t.Errorf("the page lacks %q", want)
		}
	}
	log := filepath.Join(dir, "作業ログ.csv")
	for _, c := range []struct{ old, new, want string }{
		{"2025-07-01,P1", "2025-06-30,P1,K1,1,1000\n2025-07-01,P1", `<th scope="row">6</th>`},
		{"すこし", "1.5", "いまの台帳には見当たりません"},
	} {
		text, err := os.ReadFile(log)
		if err != nil {
			t.Fatal(err)
		}
		version := s.desk.current().version
		if err := os.WriteFile(log, []byte(strings.Replace(string(text), c.old, c.new, 1)), 0o644); err != nil {
			t.Fatal(err)
		}
		s.waitAfter(version)
		if got := s.get(key[1]); got.status != http.StatusOK || !strings.Contains(got.text, c.want) {
			t.Errorf("after %q: %d, lacks %q", c.new, got.status, c.want)
		}
	}
}

// waitAfter waits for a reading after the one of a version.
func (s *site) waitAfter(version int) {
	s.Helper()
	late := time.After(30 * time.Second)
	for signs := s.signs(); ; {
		select {
		case news := <-signs:
			if news.Version > version && !news.Failing {
				return
			}
		case <-late:
			s.Fatal("no new reading")
		}
	}
}

// TestCellsOfOtherFiles: only files that were read as part of the ledger are looked into.
func TestCellsOfOtherFiles(t *testing.T) {
	s := serve(t)
	dir := s.folder()
	if err := os.WriteFile(filepath.Join(filepath.Dir(dir), "secret.csv"), []byte("秘密,1\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, file := range []string{
		"../secret.csv",
		"..%2Fsecret.csv",
		"/etc/passwd",
		filepath.Join(filepath.Dir(dir), "secret.csv"),
		"",
		"なし.csv",
	} {
		got := s.get("/cells?sheet=secret&range=A1&file=" + file)
		if strings.Contains(got.text, "秘密") || strings.Contains(got.text, "root:") || !strings.Contains(got.text, "表示できません") {
			t.Errorf("%s: %d\n%s", file, got.status, got.text)
		}
		if got := s.post("/show", "what", "file", "file", file); got.status != http.StatusUnprocessableEntity {
			t.Errorf("showing %s: %d", file, got.status)
		}
	}
	if got := s.post("/show", "what", "file", "file", "案件.csv"); got.status != http.StatusNoContent ||
		len(s.program.shown) != 1 || s.program.shown[0] != filepath.Join(dir, "案件.csv") {
		t.Errorf("showing a file of the ledger: %d, %v", got.status, s.program.shown)
	}
}

// TestHostileText: what stands in a ledger is text on every page, whatever it looks like.
func TestHostileText(t *testing.T) {
	s := serve(t)
	evil := `<img src=x onerror=alert(1)>`
	name := `=HYPERLINK("x")&<b>`
	got := s.drop("参加者.csv", "参加者ID,氏名,開始日\nP1,"+evil+",2025-06-01\n", "案件.csv", small["案件.csv"],
		name+".csv", "作業日,参加者ID,案件ID,時間,報酬\n2025-07-01,P1,K1,"+evil+",1000\n")
	if got.status != http.StatusSeeOther {
		t.Fatalf("%d", got.status)
	}
	for _, path := range []string{"/week", "/check", "/figures", "/figures/registered_workers", "/report", "/start"} {
		if got := s.get(path); strings.Contains(got.text, evil) || strings.Contains(got.text, `href="http`) ||
			got.status != http.StatusOK {
			t.Errorf("%s holds the text as markup (%d)", path, got.status)
		}
	}
	key := regexp.MustCompile(`href="(/check/[0-9a-f]+)"`).FindStringSubmatch(s.get("/check").text)
	if got := s.get(key[1]); !strings.Contains(got.text, "&lt;img src=x") || strings.Contains(got.text, evil) {
		t.Error("the finding's page does not show the text as typed")
	}
}

// TestMake: a report is written beside the ledger under a name of its own, is kept to be opened,
// and cannot act as a page of this server.
func TestMake(t *testing.T) {
	s := serve(t)
	dir := s.folder()
	if got := s.post("/make", "make", "hub/html"); got.status != http.StatusSeeOther {
		t.Fatalf("%d\n%s", got.status, got.text)
	}
	want := filepath.Join(dir, "報告", "2026-03-31_推進ハブ週次.html")
	if len(s.program.placed) != 1 || s.program.placed[0] != want {
		t.Errorf("placed %v, want %s", s.program.placed, want)
	}
	if got := s.get("/report"); !strings.Contains(got.text, want) {
		t.Error("the page does not say where the report is")
	}
	got := s.get("/made/1/2026-03-31_推進ハブ週次.html")
	if got.text != "<p>made" || !strings.HasPrefix(got.header.Get("Content-Security-Policy"), "sandbox allow-scripts") {
		t.Errorf("%d %v", got.status, got.header)
	}
	if got := s.get("/made/1/2026-03-31_推進ハブ週次.html?keep"); !strings.HasPrefix(got.header.Get("Content-Disposition"),
		"attachment; filename*=utf-8''2026-03-31_") {
		t.Errorf("%v", got.header)
	}
	for _, make := range []string{"", "hub", "hub/docx", "../hub/pdf", "nothing/pdf"} {
		if got := s.post("/make", "make", make); got.status != http.StatusUnprocessableEntity {
			t.Errorf("%q: %d, want 422", make, got.status)
		}
	}
	s.program.refusal = errors.New("は上書きしません")
	if got := s.post("/make", "make", "hub/html"); got.status != http.StatusUnprocessableEntity ||
		!strings.Contains(got.text, "上書きしません") || len(s.desk.made) != 1 {
		t.Errorf("a file of the user's in its place: %d", got.status)
	}
}

// TestOut: the folder of the reports can be chosen by a full path only.
func TestOut(t *testing.T) {
	s := serve(t)
	s.folder()
	for path, want := range map[string]int{"報告": 422, "": 422, "../x": 422, filepath.Join(t.TempDir(), "別の場所"): 303} {
		if got := s.post("/out", "out", path); got.status != want {
			t.Errorf("%q: %d, want %d", path, got.status, want)
		}
	}
	if !strings.HasSuffix(s.desk.out, "別の場所") {
		t.Errorf("out is %q", s.desk.out)
	}
}

// TestChoice: another as-of date shows other contents; one that is no date changes nothing.
func TestChoice(t *testing.T) {
	s := serve(t)
	s.folder()
	if got := s.post("/choice", "as_of", "2025-07-10", "period", "2025", "back",
		"/figures"); got.status != http.StatusSeeOther || got.header.Get("Location") != "/figures" {
		t.Fatalf("%d", got.status)
	}
	if got := s.get("/week"); !strings.Contains(got.text, "令和7年7月10日") {
		t.Error("the as-of date is not the chosen one")
	}
	for _, c := range [][2]string{{"きのう", ""}, {"", "来年"}} {
		if got := s.post("/choice", "as_of", c[0], "period", c[1]); got.status != http.StatusUnprocessableEntity ||
			!strings.Contains(got.text, c[0]+c[1]) {
			t.Errorf("%v: %d", c, got.status)
		}
	}
	if got := s.post("/choice", "from", "2025-06-01", "to", "2025-09-30"); got.status != http.StatusSeeOther {
		t.Fatalf("%d", got.status)
	}
	if got := s.get("/week").text; !strings.Contains(got, "2025-06-01〜2025-09-30") {
		t.Error("the period is not the chosen one")
	}
	if got := s.post("/choice", "from", "2025-06-01", "to", "2025-05-01"); got.status != http.StatusUnprocessableEntity {
		t.Errorf("a period that ends before it begins: %d", got.status)
	}
	if got := s.post("/choice", "as_of", "", "back", "http://evil.example/"); got.header.Get("Location") != "/week" {
		t.Errorf("leads to %s", got.header.Get("Location"))
	}
}

// TestNew: answers that will not do are said beside their fields and kept; good ones open the new
// ledger with what to do next.
func TestNew(t *testing.T) {
	s := serve(t)
	dir := filepath.Join(t.TempDir(), "新しい 台帳")
	got := s.post("/new", "program", "緑野", "municipality", "", "prefecture", "信州", "start", "あした", "folder", "台帳")
	if got.status != http.StatusUnprocessableEntity || len(s.program.begun) > 0 {
		t.Fatalf("%d, begun %v", got.status, s.program.begun)
	}
	for _, want := range []string{
		`value="緑野"`, `id="ui-municipality-why"`, `id="ui-prefecture-why"`, `id="ui-start-why"`, `id="ui-folder-why"`,
	} {
		if !strings.Contains(got.text, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
	if strings.Contains(got.text, `id="ui-program-why"`) {
		t.Error("a good answer is found fault with")
	}
	answers := []string{"program", " 緑野 ", "municipality", "緑野町", "prefecture", "長野県", "start", "2026-04-01", "hub", "",
		"folder", dir}
	if got := s.post("/new", answers...); got.status != http.StatusSeeOther {
		t.Fatalf("%d\n%s", got.status, got.text)
	}
	if want := (Answers{"緑野", "緑野町", "長野県", "2026-04-01", ""}); len(s.program.begun) != 1 || s.program.begun[0] != want {
		t.Errorf("begun %v", s.program.begun)
	}
	if got := s.get("/week"); !strings.Contains(got.text, "まだ参加者の記録がありません") || !strings.Contains(got.text, "新しい事業") {
		t.Error("the new ledger's page does not say what to do")
	}
	s.program.refusal = errors.New("はすでにあります")
	if got := s.post("/new", answers...); got.status != http.StatusUnprocessableEntity ||
		!strings.Contains(got.text, "すでにあります") {
		t.Errorf("a ledger that is there: %d", got.status)
	}
}

// TestOpenRefused: a place that cannot be opened is said in words, and the old ledger stays.
func TestOpenRefused(t *testing.T) {
	s := serve(t)
	dir := s.folder()
	for path, want := range map[string]string{
		filepath.Join(dir, "なし"): "見つかりません",
		"なし":                     "場所が決まりません",
		"":                       "場所を書いてください",
	} {
		if got := s.post("/open", "path", path); got.status != http.StatusUnprocessableEntity ||
			!strings.Contains(got.text, want) {
			t.Errorf("%q: %d, lacks %q", path, got.status, want)
		}
	}
	if s.desk.current().source.path != dir {
		t.Error("the old ledger was given up")
	}
}

// TestQuit: the button ends the server, and open pages are told.
func TestQuit(t *testing.T) {
	s := serve(t)
	s.folder()
	signs := s.signs()
	if got := s.post("/quit"); got.status != http.StatusOK || !strings.Contains(got.text, "終了しました") {
		t.Errorf("%d", got.status)
	}
	for range signs {
	}
	if err := <-s.ended; err != nil {
		t.Error(err)
	}
}

// TestCohortsOnPage: the page of figures sets cohorts side by side where there are two, and says nothing of one.
func TestCohortsOnPage(t *testing.T) {
	s := serve(t)
	dir := s.folder()
	if strings.Contains(s.get("/figures").text, "期ごとの比較") {
		t.Error("one cohort is compared")
	}
	people := "参加者ID,コホート,開始日\nP1,第1期,2025-06-01\nP2,第2期,2025-07-01\n"
	if err := os.WriteFile(filepath.Join(dir, "参加者.csv"), []byte(people), 0o644); err != nil {
		t.Fatal(err)
	}
	if a := s.post("/open", "path", dir); a.status != http.StatusSeeOther {
		t.Fatalf("opening again: %d", a.status)
	}
	got := s.get("/figures").text
	for _, want := range []string{"期ごとの比較（それぞれの開始から90日目まで", "第1期", "1人（令和7年7月1日）"} {
		if !strings.Contains(got, want) {
			t.Errorf("the page lacks %q", want)
		}
	}
}

// TestUnits: a ledger with hours of which nothing tells the unit opens where the unit is said; every page leads there.
// A ledger without starts says where they are written.
func TestUnits(t *testing.T) {
	s := serve(t)
	dir := t.TempDir()
	files := map[string]string{
		"参加者.csv": "参加者ID,氏名,コホート,開始日\nP1,佐藤 花,第1期,\nP2,田中 葵,第1期,\n",
		"作業ログ.csv": "作業日,参加者ID,時間\n2025-07-01,P1,1.30\n2025-07-02,P2,2.15\n" +
			"2025-07-03,P1,0.45\n2025-07-04,P2,1.15\n2025-07-05,P1,2.30\n",
	}
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if a := s.post("/open", "path", dir); a.header.Get("Location") != "/reading" {
		t.Errorf("the ledger opens at %q", a.header.Get("Location"))
	}
	week := s.get("/week").text
	for _, want := range []string{`id="ui-asked"`, `href="/reading"`, "シートで単位を決める", `href="/settings#ds-cohorts"`} {
		if !strings.Contains(week, want) {
			t.Errorf("今週 lacks %q", want)
		}
	}
	s.folder()
	if text := s.get("/week").text; strings.Contains(text, `id="ui-asked"`) || strings.Contains(text, "#ds-cohorts") {
		t.Error("a ledger with units and starts is asked about them")
	}
}
