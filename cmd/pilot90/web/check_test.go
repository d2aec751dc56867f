package web

import (
	"net/http"
	"strings"
	"testing"
)

// TestFindingsByPerson: the fault of P1's row stands under P1, and under no other name; by severity it is an error.
func TestFindingsByPerson(t *testing.T) {
	s := serve(t)
	s.folder()
	got := s.get("/check?by=person").text
	if !strings.Contains(got, "<h2>P1 佐藤 花<") || strings.Contains(got, "<h2>P2") {
		t.Error("the fault is not under the person whose row it is in")
	}
	if got := s.get("/check?only=warning").text; strings.Contains(got, "「すこし」") {
		t.Error("an error is among the warnings")
	}
	if got := s.get("/check?only=error&by=person").text; !strings.Contains(got, "「すこし」") {
		t.Error("the error is not among the errors")
	}
}

// TestCopies: the marked copies are a download.
func TestCopies(t *testing.T) {
	s := serve(t)
	s.folder()
	got := s.post("/copies")
	if got.status != http.StatusOK || got.text != "marked" ||
		!strings.HasPrefix(got.header.Get("Content-Disposition"), "attachment") {
		t.Errorf("%d %v", got.status, got.header)
	}
}

// TestLanguage: a button changes the language of every page, and back; another is refused.
func TestLanguage(t *testing.T) {
	s := serve(t)
	s.folder()
	if got := s.post("/lang", "lang", "en", "back", "/figures"); got.header.Get("Location") != "/figures" {
		t.Errorf("leads to %q", got.header.Get("Location"))
	}
	for _, path := range []string{"/week", "/check", "/figures", "/report", "/report/hub", "/guide"} {
		got := s.get(path).text
		if !strings.Contains(got, `<html lang="en">`) || !strings.Contains(got, "This week") {
			t.Errorf("%s is not in English", path)
		}
	}
	if got := s.get("/figures").text; !strings.Contains(got, ">Retention") {
		t.Error("the figures are not named in English")
	}
	if got := s.post("/lang", "lang", "fr"); got.status != http.StatusBadRequest {
		t.Errorf("%d", got.status)
	}
	s.post("/lang", "lang", "ja")
	if got := s.get("/week").text; !strings.Contains(got, `<html lang="ja">`) {
		t.Error("there is no way back")
	}
}

// TestEnter: whoever comes from the file with which the program opened the page is led on by a page of ours, since a
// browser sends the cookie along no redirect that began elsewhere.
func TestEnter(t *testing.T) {
	s := serve(t)
	for site, want := range map[string]int{"none": http.StatusSeeOther, "": http.StatusSeeOther,
		"cross-site": http.StatusOK} {
		s.used.Store(false)
		got := s.do(http.MethodGet, "/?t="+s.token, nil, map[string]string{"Cookie": "", "Sec-Fetch-Site": site})
		if got.status != want || len(got.cookies) != 1 || strings.Contains(got.text, s.token) {
			t.Errorf("%q: %d %v", site, got.status, got.cookies)
		}
	}
	if got := s.do(http.MethodGet, "/?t=wrong", nil,
		map[string]string{"Cookie": "", "Sec-Fetch-Site": "cross-site"}); got.status !=
		http.StatusForbidden {
		t.Errorf("a wrong token: %d", got.status)
	}
}
