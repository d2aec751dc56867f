package web

import (
	"bytes"
	"errors"
	"mime/multipart"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// TestSeal: an edition is kept by its button; one of the same day that differs asks for a reason and keeps nothing
// without one; a ledger in memory keeps none.
func TestSeal(t *testing.T) {
	s := serve(t)
	s.folder()
	got := s.post("/seal", "edition", "hub", "back", "/week")
	if got.status != http.StatusSeeOther || len(s.program.sealed) != 1 || s.program.sealed[0].Plan.Edition != "hub" ||
		s.program.sealed[0].Own != nil {
		t.Fatalf("%d %+v", got.status, s.program.sealed)
	}
	if got := s.get("/report"); !strings.Contains(got.text, "版を残しました") ||
		!strings.Contains(got.text, "0123456789abcdef（") {
		t.Error("the page does not say what was kept")
	}
	if got := s.get("/report"); strings.Contains(got.text, "版を残しました") {
		t.Error("it is said twice")
	}
	s.program.revision = true
	if got := s.post("/seal", "edition", "hub"); got.status != http.StatusUnprocessableEntity ||
		!strings.Contains(got.text, `id="ui-reason"`) {
		t.Errorf("another of the same day: %d", got.status)
	}
	if got := s.post("/seal", "edition", "hub", "reason", "訂正"); got.status != http.StatusSeeOther {
		t.Errorf("with a reason: %d", got.status)
	}
	for _, name := range []string{"overview", "", "../hub"} {
		if got := s.post("/seal", "edition", name); got.status != http.StatusUnprocessableEntity {
			t.Errorf("%q: %d", name, got.status)
		}
	}
	s.drop("参加者.csv", small["参加者.csv"])
	if got := s.post("/seal", "edition", "hub"); got.status != http.StatusUnprocessableEntity ||
		!strings.Contains(got.text, "メモリー") {
		t.Errorf("in memory: %d", got.status)
	}
}

// TestKeptPages: what is not there is said in words.
func TestKeptPages(t *testing.T) {
	s := serve(t)
	dir := s.folder()
	if err := os.MkdirAll(filepath.Join(dir, "editions", "2025-07-31-hub"), 0o755); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]int{"/kept/none": 404, "/kept/..": 404, "/kept/2025-07-31-hub": 200,
		"/kept/2025-07-31-hub/manifest.json": 404, "/kept/2025-07-31-hub/../../参加者.csv": 404} {
		if got := s.get(path); got.status != want && got.status != http.StatusMovedPermanently &&
			got.status != http.StatusTemporaryRedirect {
			t.Errorf("%s: %d, want %d", path, got.status, want)
		}
	}
	if got := s.get("/report"); !strings.Contains(got.text, "manifest.json") {
		t.Error("a kept edition that cannot be read is passed over")
	}
	if got := s.get("/kept/2025-07-31-hub"); !strings.Contains(got.text, "nothing to compare") {
		t.Error("why nothing is compared is not said")
	}
	s.program.refusal = errors.New("読めません")
	if got := s.post("/verify"); got.status != http.StatusUnprocessableEntity || !strings.Contains(got.text, "読めません") {
		t.Errorf("verify: %d", got.status)
	}
}

// TestHandOver: the successor's folder is named by a full path; what was typed stays when it cannot be made.
func TestHandOver(t *testing.T) {
	s := serve(t)
	s.folder()
	out := filepath.Join(t.TempDir(), "引き継ぎ")
	if got := s.post("/handover", "out", out, "place", "共有"); got.status != http.StatusSeeOther ||
		len(s.program.placed) != 1 || s.program.placed[0] != out {
		t.Fatalf("%d %v", got.status, s.program.placed)
	}
	if got := s.get("/report"); !strings.Contains(got.text, out) || !strings.Contains(got.text, "はじめに.html") {
		t.Error("the page does not say where it is")
	}
	got := s.post("/handover", "out", "引き継ぎ", "place", "企画課の棚")
	if got.status != http.StatusUnprocessableEntity || !strings.Contains(got.text, "企画課の棚") {
		t.Errorf("half a path: %d", got.status)
	}
}

// TestForm: a municipality's form is filled in and offered; what is no workbook is refused.
func TestForm(t *testing.T) {
	s := serve(t)
	s.folder()
	send := func(name string) answer {
		var body bytes.Buffer
		form := multipart.NewWriter(&body)
		part, err := form.CreateFormFile("form", name)
		if err != nil {
			t.Fatal(err)
		}
		part.Write([]byte("workbook"))
		form.Close()
		return s.do(http.MethodPost, "/form", &body, map[string]string{"Content-Type": form.FormDataContentType()})
	}
	if got := send("様式.xlsx"); got.status != http.StatusSeeOther {
		t.Fatalf("%d %s", got.status, got.text)
	}
	if got := s.get("/report"); !strings.Contains(got.text, "3か所に記入しました") ||
		!strings.Contains(got.text, "記入済み様式.xlsx") || s.program.saved["記入済み様式.xlsx"] == nil {
		t.Error("the copy is not offered")
	}
	if got := send("様式.docx"); got.status != http.StatusUnprocessableEntity {
		t.Errorf("a document: %d", got.status)
	}
}

// TestWords: the officer's sentences stand first in the edition's plan, quoted whatever they hold; what somebody else
// saved meanwhile stays.
func TestWords(t *testing.T) {
	s := serve(t)
	dir := s.folder()
	seenNow := func() string { return s.wordsOf(s.desk.current(), "council", "").Seen }
	text := "「成果」は\"二つ\"\\です。\n]] kind = 'x'"
	if got := s.post("/words/council", "text", text, "seen", seenNow()); got.status != http.StatusSeeOther {
		t.Fatalf("%d\n%s", got.status, got.text)
	}
	p, own, err := s.desk.current().plan("council")
	if err != nil || own == nil {
		t.Fatal(err)
	}
	if b := p.Sections[0].Blocks[0]; b.Kind != "text" || b.Text.JA != text || b.Text.EN != text {
		t.Errorf("%+v", b)
	}
	file := filepath.Join(dir, "文章", "council.txt")
	old := seenNow()
	if err := os.WriteFile(file, []byte("隣の文章"), 0o644); err != nil {
		t.Fatal(err)
	}
	if got := s.post("/words/council", "text", "私の", "seen", old); got.status != http.StatusUnprocessableEntity ||
		!strings.Contains(got.text, "隣の文章") || !strings.Contains(got.text, "私の</textarea>") {
		t.Errorf("saved by two: %d", got.status)
	}
	if got := s.post("/words/council", "text", strings.Repeat("長", 3000), "seen", seenNow()); got.status !=
		http.StatusUnprocessableEntity {
		t.Errorf("too long: %d", got.status)
	}
	if got := s.post("/words/nothing", "text", "x"); got.status != http.StatusNotFound {
		t.Errorf("no such edition: %d", got.status)
	}
	if got := s.post("/words/council", "undo", "1"); got.status != http.StatusSeeOther {
		t.Errorf("undo: %d", got.status)
	}
	p, own, err = s.desk.current().plan("council")
	if err != nil || own != nil || p.Sections[0].Blocks[0].Kind == "text" {
		t.Errorf("after undo: %v %v", own, err)
	}
}

// TestOwnPlan: a plan in the ledger's folder is the edition's; one with faults says where.
func TestOwnPlan(t *testing.T) {
	s := serve(t)
	dir := s.folder()
	if err := os.MkdirAll(filepath.Join(dir, "plans"), 0o755); err != nil {
		t.Fatal(err)
	}
	plan := "edition = \"public\"\nprofile = \"public\"\ntitle = { ja = \"町の\", en = \"town's\" }\n" +
		"label = { ja = \"町の公表\", en = \"x\" }\n[[section]]\nid = \"a\"\ntitle = { ja = \"あ\", en = \"a\" }\n" +
		"[[section.block]]\nkind = \"KIND\"\n"
	for kind, want := range map[string]string{"pillars2": "pillars2", "definitions": "町の公表"} {
		text := strings.Replace(plan, "KIND", kind, 1)
		if err := os.WriteFile(filepath.Join(dir, "plans", "public.toml"), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		if got := s.get("/report"); !strings.Contains(got.text, want) {
			t.Errorf("%s: the page lacks %q", kind, want)
		}
	}
}

// TestStop: what is being made says so on every page, with how much of it is done, and can be stopped; nothing of it
// is kept.
func TestStop(t *testing.T) {
	s := serve(t)
	s.folder()
	s.program.slow = make(chan struct{})
	signs := s.signs()
	made := make(chan answer)
	go func() { made <- s.post("/make", "make", "hub/html") }()
	<-s.program.slow
	late := time.After(20 * time.Second)
	for busy := false; !busy; {
		select {
		case sign := <-signs:
			busy = sign.Busy && sign.Text != "" && sign.Percent == 25
		case <-late:
			t.Fatal("no page is told of the work")
		}
	}
	if got := s.post("/stop"); got.status != http.StatusNoContent {
		t.Errorf("stop: %d", got.status)
	}
	if got := <-made; got.status != http.StatusUnprocessableEntity || !strings.Contains(got.text, "やめました") {
		t.Errorf("stopped: %d", got.status)
	}
	if len(s.desk.made) > 0 || len(s.program.placed) > 0 {
		t.Error("something of it is kept")
	}
}

// TestPrint: the two pages to print are shown, and written nowhere.
func TestPrint(t *testing.T) {
	s := serve(t)
	s.folder()
	got := s.post("/print")
	if got.status != http.StatusSeeOther || len(s.program.placed) > 0 {
		t.Fatalf("%d %v", got.status, s.program.placed)
	}
	if got := s.get(got.header.Get("Location")); got.text != "<p>made" {
		t.Errorf("%d %q", got.status, got.text)
	}
}

// TestTowns: where a ledger is of two municipalities reports are made and kept of the one that is chosen, which each
// page names and carries on; one that the ledger has not is refused, and not taken for the whole hub. A ledger of one
// has no choice.
func TestTowns(t *testing.T) {
	s := serve(t)
	dir := s.folder()
	if got := s.get("/report"); strings.Contains(got.text, `id="ui-town"`) {
		t.Error("a ledger of no municipalities has a choice")
	}
	people := "参加者ID,自治体,居住区分,開始日\nP01,北町,住民,2025-04-01\nP02,南町,住民,2025-04-01\n"
	if err := os.WriteFile(filepath.Join(dir, "参加者.csv"), []byte(people), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := s.desk.again(t.Context(), s.desk.source); err != nil {
		t.Fatal(err)
	}
	if got := s.get("/report"); !strings.Contains(got.text, `id="ui-town"`) || strings.Contains(got.text, "ui-town-told") {
		t.Error("two municipalities, no choice; or one is chosen already")
	}
	north := "?" + url.Values{"town": {"北町"}}.Encode()
	for _, page := range []string{"/report" + north, "/report/council" + north} {
		if got := s.get(page); !strings.Contains(got.text, "いまは「北町」だけの報告") ||
			!strings.Contains(got.text, `<input type="hidden" name="town" value="北町">`) {
			t.Errorf("%s does not say whose it is, or does not carry it on", page)
		}
	}
	if got := s.post("/make", "make", "council/html", "town", "北町"); got.status != http.StatusSeeOther {
		t.Errorf("made: %d", got.status)
	}
	if got := s.post("/seal", "edition", "council", "town", "北町"); got.status != http.StatusSeeOther {
		t.Errorf("kept: %d", got.status)
	}
	if want := []string{"北町", "北町"}; !slices.Equal(s.program.towns, want) {
		t.Errorf("of %v, want %v", s.program.towns, want)
	}
	if got := s.get("/report" + north); !strings.Contains(got.text, "議会資料（北町）.html") {
		t.Error("the file is not named after the municipality")
	}
	for _, path := range []string{"/make", "/seal"} {
		got := s.post(path, "make", "council/html", "edition", "council", "town", "東町")
		if got.status != http.StatusUnprocessableEntity || !strings.Contains(got.text, "いまの台帳にありません") {
			t.Errorf("%s of a municipality that there is not: %d", path, got.status)
		}
	}
}
