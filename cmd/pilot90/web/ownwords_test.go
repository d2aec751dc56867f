package web

import (
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"pilot90/cmd/pilot90/web/ownwords"
	"pilot90/report"
	"pilot90/report/content"
)

// TestOwnWords: the sentence that is made is shown, the officer's own stands in its place in the plan that papers are
// made by and editions are kept with, whatever it holds; empty again, the made one does. What is no place of the
// edition, and what somebody else saved meanwhile, is refused.
func TestOwnWords(t *testing.T) {
	s := serve(t)
	dir := s.folder()
	now := s.desk.current()
	plan, own, err := now.plan("council")
	if err != nil || own != nil {
		t.Fatal(own, err)
	}
	all := ownwords.List(plan, now.run)
	at := func(key string) *ownwords.Sentence {
		for i := range all {
			if all[i].Key == key {
				return &all[i]
			}
		}
		t.Fatalf("no place %s in %v", key, ownwords.Keys(plan))
		return nil
	}
	made := at("page.conclusion").Made
	if made == "" || at("slide_recurring.slide_months").Made == "" {
		t.Fatalf("nothing is made: %+v", all)
	}
	for _, line := range strings.Split(made, "\n") {
		s.get("/report/council").has(t, line)
	}
	text := "町の\"結論\"は\\これです。\n]] kind = 'x'"
	save := func(key, text string) answer {
		seen := regexp.MustCompile(`value="` + regexp.QuoteMeta(key) + `"><input type="hidden" name="seen" value="(\w+)"`)
		found := seen.FindStringSubmatch(s.get("/report/council").text)
		if found == nil {
			found = []string{"", ""}
		}
		return s.post("/words/council", "key", key, "text", text, "seen", found[1])
	}
	if got := save("page.conclusion", text); got.status != http.StatusSeeOther ||
		!strings.HasSuffix(got.header.Get("Location"), "#ui-words-page-conclusion") {
		t.Fatalf("%d %v\n%s", got.status, got.header, got.text)
	}
	if got := save("slide_recurring.slide_months", "歩みを見る"); got.status != http.StatusSeeOther {
		t.Fatalf("%d", got.status)
	}
	said := func() string {
		plan, _, err := s.desk.current().plan("council")
		if err != nil {
			t.Fatal(err)
		}
		built, _ := report.Build(plan, s.desk.current().run)
		var out []string
		for _, section := range built.Sections {
			out = append(out, section.Title)
			for _, b := range section.Blocks {
				if beside, ok := b.(content.Beside); ok {
					b = beside.Parts[0][0]
				}
				if p, ok := b.(content.Points); ok && p.Large {
					for _, item := range p.Items {
						out = append(out, item.Text)
					}
				}
			}
		}
		return strings.Join(out, "\n")
	}
	if got := said(); !strings.Contains(got, text) || !strings.Contains(got, "歩みを見る") || strings.Contains(got, made) {
		t.Errorf("the paper says\n%s", got)
	}
	_, own, err = s.desk.current().plan("council")
	if err != nil || !strings.Contains(string(own), "歩みを見る") {
		t.Errorf("the plan that is kept lacks it: %v\n%s", err, own)
	}
	file := filepath.Join(dir, "文章", "council.page.conclusion.txt")
	if got := contents(t, filepath.Dir(file), filepath.Base(file)); got != text {
		t.Errorf("kept: %q", got)
	}
	if got := s.post("/words/council", "key", "page.conclusion", "text", "x", "seen", "0"); got.status !=
		http.StatusUnprocessableEntity || !strings.Contains(got.text, ">x</textarea>") {
		t.Errorf("from a page of before: %d", got.status)
	}
	for _, key := range []string{"page.range_note", "../x", "page.conclusion/../x"} {
		if got := save(key, "x"); got.status != http.StatusUnprocessableEntity {
			t.Errorf("%s: %d", key, got.status)
		}
	}
	if names, err := os.ReadDir(filepath.Dir(file)); err != nil || len(names) != 2 {
		t.Errorf("%v %v", names, err)
	}
	if save("page.conclusion", ""); !strings.Contains(said(), made) {
		t.Errorf("empty again, the paper says\n%s", said())
	}
}

// TestOwnWordsOfAPlan: in a municipality's own plan its own text is what is made, and every edition has its places.
func TestOwnWordsOfAPlan(t *testing.T) {
	s := serve(t)
	dir := s.folder()
	if err := os.Mkdir(filepath.Join(dir, plansFolder), 0o755); err != nil {
		t.Fatal(err)
	}
	own := "edition = \"public\"\nprofile = \"public\"\ntitle = \"結果\" # 題\n[[section]]\nid = \"a\"\ntitle = \"結果\"\n" +
		"[[section.block]]\nkind = \"headline_public\"\ntext = \"町の文。\" # 広報が書いた\n"
	if err := os.WriteFile(filepath.Join(dir, plansFolder, "public.toml"), []byte(own), 0o644); err != nil {
		t.Fatal(err)
	}
	s.get("/report/public").has(t, "町の文。", "ui-words-a-headline_public")
	if err := os.MkdirAll(filepath.Join(dir, "文章"), 0o755); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(dir, "文章", "public.a.headline_public.txt")
	if err := os.WriteFile(file, []byte("係の文。"), 0o644); err != nil {
		t.Fatal(err)
	}
	_, text, err := s.desk.current().plan("public")
	if want := strings.Replace(own, "町の文。", "係の文。", 1); err != nil || string(text) != want {
		t.Errorf("%v\n%s\nwant\n%s", err, text, want)
	}
	for edition, places := range map[string]int{"council": 5, "overview": 2} {
		p, _, err := s.desk.current().plan(edition)
		if err != nil || len(ownwords.Keys(p)) < places {
			t.Errorf("%s: %v %v", edition, ownwords.Keys(p), err)
		}
	}
}
