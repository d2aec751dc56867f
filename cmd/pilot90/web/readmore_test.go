package web

import (
	"net/http"
	"strings"
	"testing"
)

// TestReadingConstant: whose log it is stands in no column: the person is chosen among those of the ledger, tried,
// saved, changed and taken away again. Two rows of 2 and 1 hours are P2's.
func TestReadingConstant(t *testing.T) {
	s := serve(t)
	dir := s.openFiles(map[string]string{"参加者.csv": small["参加者.csv"], "案件.csv": small["案件.csv"],
		"ハブの控え.csv": "作業日,案件ID,時間,報酬\n2025-07-01,K1,2,2000\n2025-07-02,K1,1,1000\n"})
	sheet := "/reading?file=ハブの控え.csv&sheet=ハブの控え"
	got := s.post("/reading/try", append(shownForm(s.get(sheet).text), "table", "tasks", "row", "1")...)
	got.has(t, "まだ読めません", "列にない項目を、すべての行で同じ値にする")
	got = s.post("/reading/try", append(shownForm(got.text), "k-field", "participant_id")...)
	got.has(t, `<option value="P2">P2`, `id="rd-k-value"`)
	got = s.post("/reading/try", append(shownForm(got.text), "k-value", "P2")...)
	got.has(t, "まだ保存していません", `name="w.k.participant_id" value=""`, `<option value="P2" selected>`, "3時間", "3,000円")
	if got = s.post("/reading", shownForm(got.text)...); got.status != http.StatusSeeOther {
		t.Fatalf("%d\n%s", got.status, got.text)
	}
	whose := func() string {
		who := ""
		for _, task := range s.desk.current().run.Cohort.Tasks.Rows {
			who += task.ParticipantID.Value
		}
		return who
	}
	if text := contents(t, dir, "reading.toml"); whose() != "P2P2" || !strings.Contains(text, `participant_id = "P2"`) {
		t.Errorf("the work is %q's\n%s", whose(), text)
	}
	shown := shownForm(s.get(sheet).text)
	if got := s.post("/reading", append(shown, "k.participant_id", "P1")...); got.status != http.StatusSeeOther ||
		whose() != "P1P1" {
		t.Errorf("changed: %d, %s", got.status, whose())
	}
	if got := s.post("/reading", append(shown, "k.participant_id", "P3")...); !strings.Contains(got.text, "変わっています") {
		t.Errorf("from a page of before: %d\n%s", got.status, got.text)
	}
	got = s.post("/reading/try", append(shownForm(s.get(sheet).text), "k-field", "hours", "k-value", "9")...)
	if got.status != http.StatusUnprocessableEntity || !strings.Contains(got.text, "C列から読んでいます") {
		t.Errorf("a field that has a column: %d", got.status)
	}
	got = s.post("/reading/try", append(shownForm(s.get(sheet).text), "k.participant_id", "")...)
	if got.status != http.StatusUnprocessableEntity || !strings.Contains(got.text, "何も保存していません") {
		t.Errorf("without what the log needs: %d\n%s", got.status, got.text)
	}
}

// TestReadingParts: of two tables in one sheet each is shown and told by itself. 90 and 30 minutes are 2 hours.
func TestReadingParts(t *testing.T) {
	s := serve(t)
	dir := s.openFiles(map[string]string{"案件.csv": small["案件.csv"],
		"台帳.csv": "No.,氏名,開始日,居住区分,区分,,作業日,氏名,案件ID,報酬,Z\n" +
			"1,佐藤花子,2025-06-01,住民,1期,,2025-07-02,佐藤花子,K1,2000,90\n" +
			"2,鈴木一郎,2025-06-01,移住,1期,,2025-07-03,鈴木一郎,K1,1000,30\n合計,,,,,,,,,3000,\n"})
	sheet := "/reading?file=台帳.csv&sheet=台帳"
	s.get(sheet).has(t, "このシートには表が2つ", `aria-current="true">参加者 <span>A1:E1`, "part=tasks", `name="c.E"`)
	got := s.get(sheet + "&part=tasks")
	got.has(t, `aria-current="true">作業ログ`, `name="part" value="tasks"`, "3,000円", "（J4）と一致")
	got = s.post("/reading/try", append(shownForm(got.text), "c.K", "hours", "u.K", "分")...)
	got.has(t, "2時間", "まだ保存していません")
	if got = s.post("/reading", shownForm(got.text)...); got.status != http.StatusSeeOther ||
		!strings.Contains(got.header.Get("Location"), "part=tasks") {
		t.Fatalf("%d %v\n%s", got.status, got.header, got.text)
	}
	got = s.post("/reading", append(shownForm(s.get(sheet).text), "c.E", "cohort")...)
	if got.status != http.StatusSeeOther {
		t.Fatalf("the other table: %d\n%s", got.status, got.text)
	}
	c, text := s.desk.current().run.Cohort, contents(t, dir, "reading.toml")
	if len(c.Participants.Rows) != 2 || c.Participants.Rows[0].Cohort.Value != "1期" || len(c.Tasks.Rows) != 2 ||
		c.Tasks.Rows[0].Hours.Value != 1.5 || strings.Count(text, "[[table]]") != 2 {
		t.Errorf("people %d, tasks %d\n%s", len(c.Participants.Rows), len(c.Tasks.Rows), text)
	}
}

// TestReadingTotals: totals that are the same are named, in parts too; one that is not is told. 2000 + 1000 + 500 yen
// are 3,500; the sheet says 2,500 and 1,000 of its two parts, or 4,000.
func TestReadingTotals(t *testing.T) {
	const head = "作業日,参加者ID,案件ID,時間,報酬\n"
	for _, c := range []struct{ rows, has, lacks string }{
		{"2025-07-01,P1,K1,2:30,2000\n2025-07-02,P1,K1,1:00,1000\n2025-07-03,P1,K1,0:30,500\n合計,,,4:00,3500\n",
			"（D5）と一致 （E5）と一致", "違います"},
		{"2025-07-01,P1,K1,2,2000\n2025-07-02,P1,K1,1,500\n小計,,,3,2500\n2025-07-03,P1,K1,1,1000\n小計,,,1,1000\n",
			"（D4…D6）と一致 （E4…E6）と一致", "違います"},
		{"2025-07-01,P1,K1,2,2000\n2025-07-02,P1,K1,1,1000\n2025-07-03,P1,K1,1,500\n合計,,,4,4000\n",
			`（D5）と一致 （<a href="#c-E5">E5</a>）の 4000 と違います`, "（E5）と一致"},
	} {
		s := serve(t)
		s.openFiles(map[string]string{"参加者.csv": small["参加者.csv"], "案件.csv": small["案件.csv"], "作業ログ.csv": head + c.rows})
		got := s.get("/reading?file=作業ログ.csv&sheet=作業ログ")
		got.has(t, strings.Split(c.has, " （")[0], "（"+strings.SplitN(c.has, " （", 2)[1])
		if strings.Contains(got.text, c.lacks) {
			t.Errorf("%s: the page has %q", c.rows, c.lacks)
		}
	}
}

// TestReadingAlike: what is said of a column holds for the other sheets with the same headings, if that is wanted: one
// unit for the logs of two people, of 90 and 30 minutes, makes 2 hours.
func TestReadingAlike(t *testing.T) {
	const head = "作業日,参加者ID,案件ID,Z,報酬\n"
	for _, c := range []struct {
		alike []string
		hours float64
	}{{nil, 1.5}, {[]string{"alike", "1"}, 2}} {
		s := serve(t)
		dir := s.openFiles(map[string]string{"参加者.csv": small["参加者.csv"], "案件.csv": small["案件.csv"],
			"作業ログ_花.csv": head + "2025-07-01,P1,K1,90,2000\n", "作業ログ_葵.csv": head + "2025-07-02,P2,K1,30,1000\n"})
		sheet := "/reading?file=作業ログ_花.csv&sheet=作業ログ_花"
		page := s.get(sheet)
		page.has(t, "見出しが同じほかの1シートの列も、同じように読む", `id="rd-alike" checked`)
		choice := append(shownForm(page.text), "c.D", "hours", "u.D", "分")
		if got := s.post("/reading", append(choice, c.alike...)...); got.status != http.StatusSeeOther {
			t.Fatalf("%d\n%s", got.status, got.text)
		}
		hours := 0.0
		for _, task := range s.desk.current().run.Cohort.Tasks.Rows {
			hours += task.Hours.Value
		}
		if n := strings.Count(contents(t, dir, "reading.toml"), "[[table]]"); hours != c.hours || n != len(c.alike)/2+1 {
			t.Errorf("%v: %v hours, %d entries", c.alike, hours, n)
		}
	}
}

// TestReadingUnused: a file that pilot.toml does not name is shown, and named there by a click; every other byte of the
// settings stays.
func TestReadingUnused(t *testing.T) {
	s := serve(t)
	settings := "# 台帳\n[ledger]\nfiles = [\"参加者.csv\", \"案件.csv\"] # 二つ\n"
	dir := s.openFiles(map[string]string{"pilot.toml": settings, "参加者.csv": small["参加者.csv"],
		"案件.csv": small["案件.csv"], "作業ログ.csv": small["作業ログ.csv"], "~$作業ログ.xlsx": "x"})
	page := s.get("/reading")
	page.has(t, "使っていないファイル", `name="name" value="作業ログ.csv"`)
	if strings.Contains(page.text, "~$") {
		t.Error("a file that Excel makes is offered")
	}
	if got := s.post("/reading/add", "name", "../x.csv"); got.status != http.StatusUnprocessableEntity {
		t.Errorf("a file that is not there: %d", got.status)
	}
	if got := s.post("/reading/add", "name", "作業ログ.csv"); got.status != http.StatusSeeOther ||
		len(s.desk.current().run.Cohort.Tasks.Rows) == 0 {
		t.Errorf("%d\n%s", got.status, got.text)
	}
	want := strings.Replace(settings, `"案件.csv"`, `"案件.csv", "作業ログ.csv"`, 1)
	if got := contents(t, dir, "pilot.toml"); got != want {
		t.Errorf("the settings are\n%s", got)
	}
	if strings.Contains(s.get("/reading").text, "使っていないファイル") {
		t.Error("it is still offered")
	}
}

// TestEmptyFolder: a folder without files leads to a new ledger in that folder, and to no button that opens none.
func TestEmptyFolder(t *testing.T) {
	s := serve(t)
	dir := s.openFiles(nil)
	page := s.get("/week")
	page.has(t, "まだ台帳のファイル（Excel）がありません", `href="/start?here"`)
	if strings.Contains(page.text, "上のボタンで") {
		t.Error("it speaks of a button that is not there")
	}
	s.get("/reading").has(t, "まだ表計算のファイルがありません")
	s.get("/start?here").has(t, `name="folder" value="`+dir+`"`)
}
