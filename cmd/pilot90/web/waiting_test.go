package web

import (
	"net/http"
	"slices"
	"strings"
	"testing"
)

// TestLinesThatAreComputed: while the lines by month are computed the page of the figures is there without them and
// asks again; once they are, it asks no more.
func TestLinesThatAreComputed(t *testing.T) {
	s := serve(t)
	s.folder()
	months := &s.desk.current().months
	months.once.Do(func() { months.done = make(chan struct{}) }) // as if the computing took long
	for _, ready := range []bool{false, true} {
		if ready {
			close(months.done)
		}
		got := s.get("/figures")
		if waits := strings.Contains(got.text, "data-wait"); got.status != http.StatusOK || waits == ready {
			t.Errorf("computed %v: %d, waits %v", ready, got.status, waits)
		}
		if !strings.Contains(got.text, "登録") {
			t.Errorf("computed %v: no figures", ready)
		}
	}
}

// TestTrialThatFails: where a trial cannot be, the page says why and shows each column as it is read, not as it was
// tried: the next trial begins from there.
func TestTrialThatFails(t *testing.T) {
	s, _ := withUntold(t)
	shown := shownForm(s.get("/reading").text)
	got := s.post("/reading/try", append(shown, "u.E", "60進")...)
	if got.status != http.StatusUnprocessableEntity {
		t.Errorf("yen in 60進: %d", got.status)
	}
	if after := shownForm(got.text); !slices.Equal(after, shown) {
		t.Errorf("shown %q, want what was shown before, %q", after, shown)
	}
}

// TestDraftIsNotSaved: a table that is found only by its columns is not saved before they are chosen, and the page says
// so; trying it is no failure (TestReadingUnknown).
func TestDraftIsNotSaved(t *testing.T) {
	s := serve(t)
	s.openFiles(map[string]string{"参加者.csv": small["参加者.csv"], "案件.csv": small["案件.csv"],
		"なにか.csv": "あ,い,う,え,お\n2025-07-01,P1,K1,1,1000\n"})
	sheet := "/reading?file=なにか.csv&sheet=なにか"
	got := s.post("/reading", append(shownForm(s.get(sheet).text), "table", "tasks", "row", "1")...)
	if got.status != http.StatusUnprocessableEntity || !strings.Contains(got.text, "何も保存していません") {
		t.Errorf("saved without its columns: %d", got.status)
	}
}
