package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
)

var (
	inputs  = regexp.MustCompile(`<input[^>]*>`)
	chosen  = regexp.MustCompile(`(?s)<select[^>]*name="([^"]+)"[^>]*>(.*?)</select>`)
	named   = regexp.MustCompile(`name="([^"]+)"`)
	valued  = regexp.MustCompile(`value="([^"]*)"`)
	ticked  = regexp.MustCompile(`value="([^"]*)" selected`)
	unasked = regexp.MustCompile(`type="(checkbox|radio|file)"`)
)

// form are the fields of the form of a page of settings as it was shown.
func form(text string) []string {
	_, text, _ = strings.Cut(text, `id="ds-form"`)
	text, _, _ = strings.Cut(text, "</form>")
	var out []string
	for _, tag := range inputs.FindAllString(text, -1) {
		name, value := named.FindStringSubmatch(tag), valued.FindStringSubmatch(tag)
		if name == nil || unasked.MatchString(tag) && !strings.Contains(tag, " checked") {
			continue
		}
		if value == nil {
			value = []string{"", ""}
		}
		out = append(out, name[1], value[1])
	}
	for _, m := range chosen.FindAllStringSubmatch(text, -1) {
		value := ""
		if is := ticked.FindStringSubmatch(m[2]); is != nil {
			value = is[1]
		}
		out = append(out, m[1], value)
	}
	return out
}

// with is a form in which a field was typed into.
func with(form []string, name, value string) []string {
	out := append([]string(nil), form...)
	for i := 0; i < len(out); i += 2 {
		if out[i] == name {
			out[i+1] = value
			return out
		}
	}
	return append(out, name, value)
}

// TestSharedFolder: two people have one folder open, each in a program of their own. What they change in different
// places of pilot.toml at one time is all there; in one place the second is asked; and of two who keep one edition at
// one time both have it, once.
func TestSharedFolder(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "台帳")
	if err := os.CopyFS(dir, os.DirFS(filepath.Join("..", "..", "samples", "midorino"))); err != nil {
		t.Fatal(err)
	}
	a, b := served(t, t.TempDir()), served(t, t.TempDir())
	for _, p := range []*pages{a, b} {
		p.post("/open", "path", dir)
		p.post("/choice", "as_of", "2026-03-31", "back", "/week")
	}
	settings := func() string {
		text, err := os.ReadFile(filepath.Join(dir, "pilot.toml"))
		if err != nil {
			t.Fatal(err)
		}
		return string(text)
	}
	formA, formB := form(a.get("/settings")), form(b.get("/settings"))
	var both sync.WaitGroup
	both.Go(func() { a.post("/settings", with(formA, "v.targets/retention_ratio", "81")...) })
	both.Go(func() { b.post("/settings", with(formB, "v.targets/ojt_transition_ratio", "82")...) })
	both.Wait()
	for _, line := range []string{"retention_ratio = 0.81", "ojt_transition_ratio = 0.82"} {
		if !strings.Contains(settings(), line) {
			t.Errorf("lost: %s\n%s", line, settings())
		}
	}
	answer := b.post("/settings", with(formB, "v.targets/retention_ratio", "90")...)
	if !strings.Contains(answer, "ds-conflicts") || !strings.Contains(settings(), "retention_ratio = 0.81") {
		t.Errorf("the same place was changed without a question:\n%s", settings())
	}
	if names := namesBelow(t, dir); strings.Contains(strings.Join(names, " "), "saving") {
		t.Errorf("something of saving is left: %v", names)
	}
	told := make([]string, 2)
	for i, p := range []*pages{a, b} {
		both.Go(func() { told[i] = p.post("/seal", "edition", "hub", "back", "/report") })
	}
	both.Wait()
	kept, err := os.ReadDir(filepath.Join(dir, "editions"))
	editions := 0
	for _, e := range kept {
		if e.IsDir() && !strings.HasPrefix(e.Name(), ".") {
			editions++
		}
	}
	if err != nil || editions != 1 {
		t.Errorf("kept: %v, %v", kept, err)
	}
	for i, text := range told {
		if !strings.Contains(text, "残しました") && !strings.Contains(text, "もう残っています") {
			t.Errorf("%d is told\n%s", i, text)
		}
	}
}
