package main

import (
	"bytes"
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"pilot90/cohort/cell"
)

// TestServeDatabase: a database that publish made is shown as a folder of editions is: the same municipalities and
// totals; what is withdrawn is gone after it is read again, and a file of another program is refused.
func TestServeDatabase(t *testing.T) {
	dir := t.TempDir()
	database := filepath.Join(dir, "県内.db")
	run := func(args ...string) string {
		var out, errs bytes.Buffer
		if code := command(t.Context(), args, strings.NewReader(""), &out, &errs); code != 0 {
			t.Fatalf("%v: %d\n%s", args, code, errs.String())
		}
		return out.String()
	}
	sample := filepath.Join(dir, "提出")
	for _, name := range []string{"alliance", "three-years"} {
		if err := os.CopyFS(filepath.Join(sample, name), os.DirFS(filepath.Join("..", "..", "samples", name))); err != nil {
			t.Fatal(err)
		}
	}
	run("publish", sample, "--to", "sqlite://"+database)
	pages := served(t, dir)
	folder, of := pages.open(sample), pages.open(database)
	const told = `<p class="mn-told"><b>`
	_, after, ok := strings.Cut(of, told)
	if count, _, _ := strings.Cut(after, "</b>"); !ok || !strings.Contains(folder, told+count) || count != "2 自治体が提出" {
		t.Errorf("the database tells of %q\n%s", count, of)
	}
	if figures := pages.get("/total"); !strings.Contains(figures, "mn-line-registered_workers") {
		t.Errorf("no totals:\n%s", figures)
	}
	if !strings.Contains(of, "データベース：") || strings.Contains(of, "フォルダーを読み直す") {
		t.Error("it is called a folder")
	}
	name := regexp.MustCompile(`20\d\d-\d\d-\d\d-\d{6}(-hub)?-fy\d+`).FindString(pages.get("/many/" + code(of)))
	run("publish", "--withdraw", name, "--to", database)
	pages.post("/many/again")
	// The edition of the hub is gone; its three towns have handed in their own, which count beside the other town's now.
	if text := pages.settled("/many"); !strings.Contains(text, told+"4 自治体が提出") {
		t.Errorf("%s was withdrawn:\n%s", name, text)
	}
	other := filepath.Join(dir, "他.db")
	if err := os.WriteFile(other, []byte("SQLite format 3\x00"+strings.Repeat("x", 200)), 0o644); err != nil {
		t.Fatal(err)
	}
	if text := pages.open(other); !strings.Contains(text, "pilot90 がつくったデータベースではない") {
		t.Errorf("the database of another program:\n%s", text)
	}
}

// code is the first code of a municipality of a list.
func code(list string) string {
	return regexp.MustCompile(`<tr><td>(\d{6})`).FindStringSubmatch(list)[1]
}

// pages are those of a desk without a ledger.
type pages struct {
	*testing.T
	base   string
	client http.Client
}

// served starts a desk without a ledger.
func served(t *testing.T, home string) *pages {
	t.Helper()
	desk := started(t, home, cell.NewDay(2026, 3, 31))
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	p := &pages{T: t, base: desk.base, client: http.Client{Jar: jar}}
	resp, err := p.client.Get(desk.address)
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
	return p
}

func (p *pages) read(resp *http.Response, err error) string {
	p.Helper()
	if err != nil {
		p.Fatal(err)
	}
	defer resp.Body.Close()
	text, err := io.ReadAll(resp.Body)
	if err != nil {
		p.Fatal(err)
	}
	return string(text)
}

func (p *pages) get(path string) string {
	p.Helper()
	return p.read(p.client.Get(p.base + path))
}

// post sends a form, as the page does, and follows to where it leads.
func (p *pages) post(path string, pairs ...string) string {
	p.Helper()
	form := url.Values{}
	for i := 0; i+1 < len(pairs); i += 2 {
		form.Add(pairs[i], pairs[i+1])
	}
	req, err := http.NewRequest(http.MethodPost, p.base+path, strings.NewReader(form.Encode()))
	if err != nil {
		p.Fatal(err)
	}
	req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	req.Header.Set("Origin", p.base)
	return p.read(p.client.Do(req))
}

// open opens a place and waits until it is read.
func (p *pages) open(place string) string {
	p.Helper()
	place, err := filepath.Abs(place)
	if err != nil {
		p.Fatal(err)
	}
	p.post("/open", "path", place)
	return p.settled("/many")
}

// settled is a page once all is read.
func (p *pages) settled(page string) string {
	p.Helper()
	text := p.get(page)
	for end := time.Now().Add(time.Minute); strings.Contains(text, "data-wait"); text = p.get(page) {
		if time.Now().After(end) {
			p.Fatal("it is never read")
		}
		time.Sleep(20 * time.Millisecond)
	}
	return text
}
