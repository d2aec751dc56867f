package web

import (
	"bytes"
	"mime/multipart"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// pilotText is a file as people write it.
const pilotText = "# 町の設定\r\n[program]\r\nname = 'みどり野'   # 名前\r\n\r\n[targets]\r\nrecurring_contract_ratio = 0.6\r\n"

// withPilot opens a small ledger that has the settings.
func withPilot(t *testing.T, text string) (*site, string) {
	t.Helper()
	s := serve(t)
	dir := s.folder()
	if err := os.WriteFile(filepath.Join(dir, "pilot.toml"), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	if a := s.post("/open", "path", dir); a.status != http.StatusSeeOther {
		t.Fatal(a.text)
	}
	return s, dir
}

func contents(t *testing.T, dir, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// TestSettings: a target that is typed is in pilot.toml with all else as it was, counts at once, and is taken back.
func TestSettings(t *testing.T) {
	s, dir := withPilot(t, pilotText)
	got := s.get("/settings")
	for _, want := range []string{`href="/settings" aria-current="page"`, "定期案件の割合", `value="60.0"`, "みどり野",
		"変えたところ", "小人数の保護"} {
		if !strings.Contains(got.text, want) {
			t.Errorf("the page lacks %q", want)
		}
	}
	field := "targets/recurring_contract_ratio"
	look := s.post("/settings/look", "w."+field, "60.0", "v."+field, "75")
	if look.status != http.StatusOK || !strings.Contains(look.text, "60.0％ → <b>75％</b>") ||
		contents(t, dir, "pilot.toml") != pilotText {
		t.Errorf("looking at a change: %d", look.status)
	}
	if got := s.post("/settings", "w."+field, "60.0", "v."+field, "75"); got.status != http.StatusSeeOther {
		t.Fatalf("%d\n%s", got.status, got.text)
	}
	changed := strings.Replace(pilotText, "0.6\r", "0.75\r", 1)
	if got := contents(t, dir, "pilot.toml"); got != changed {
		t.Errorf("the file is\n%q, want\n%q", got, changed)
	}
	if f, _ := s.desk.current().figure("recurring_contract_ratio"); f.Target == nil || *f.Target != 0.75 {
		t.Error("the target does not count at once")
	}
	sum := regexp.MustCompile(`name="sum" value="([0-9a-f]+)"`).FindStringSubmatch(s.get("/settings").text)
	if sum == nil {
		t.Fatal("no way back")
	}
	for _, c := range []struct {
		sum    string
		status int
		text   string
	}{{"0", 422, changed}, {sum[1], 303, pilotText}, {sum[1], 422, pilotText}} {
		got := s.post("/settings/undo", "sum", c.sum)
		if text := contents(t, dir, "pilot.toml"); got.status != c.status || text != c.text {
			t.Errorf("taken back with %.4s: %d, want %d\n%q", c.sum, got.status, c.status, text)
		}
	}
	if got := contents(t, dir, "pilot.toml.before"); got != changed {
		t.Errorf("kept for going forth again: %q", got)
	}
}

// TestSettingsMeanwhile: what is changed on the disk while the form is open is merged, or asked about; it is never
// lost.
func TestSettingsMeanwhile(t *testing.T) {
	s, dir := withPilot(t, pilotText)
	disk := strings.Replace(pilotText, "0.6\r", "0.7\r", 1)
	if err := os.WriteFile(filepath.Join(dir, "pilot.toml"), []byte(disk), 0o644); err != nil {
		t.Fatal(err)
	}
	field := "targets/recurring_contract_ratio"
	got := s.post("/settings", "w."+field, "60.0", "v."+field, "75")
	if got.status != http.StatusUnprocessableEntity || !strings.Contains(got.text, `name="w.`+field+`" value="70.0"`) ||
		!strings.Contains(got.text, `value="75"`) || contents(t, dir, "pilot.toml") != disk {
		t.Errorf("the same field: %d\n%s", got.status, got.text)
	}
	got = s.post("/settings", "w."+field, "60.0", "v."+field, "60.0", "w.program/name", "みどり野", "v.program/name", "<i>あ")
	want := strings.Replace(disk, "'みどり野'", `"<i>あ"`, 1)
	if text := contents(t, dir, "pilot.toml"); got.status != http.StatusSeeOther || text != want {
		t.Errorf("another field: %d\n%q", got.status, text)
	}
	if got := s.get("/settings"); strings.Contains(got.text, "<i>あ") || !strings.Contains(got.text, "&lt;i&gt;あ") {
		t.Error("a name is markup")
	}
}

// TestSettingsRefused: nothing is written of a fault, of a ledger in memory, or where the file is no TOML.
func TestSettingsRefused(t *testing.T) {
	s, dir := withPilot(t, pilotText)
	field := "targets/recurring_contract_ratio"
	got := s.post("/settings", "w."+field, "60.0", "v."+field, "六割")
	if got.status != http.StatusUnprocessableEntity || !strings.Contains(got.text, "数を書いてください") ||
		!strings.Contains(got.text, "六割") || contents(t, dir, "pilot.toml") != pilotText {
		t.Errorf("a word for a number: %d", got.status)
	}
	if err := os.WriteFile(filepath.Join(dir, "pilot.toml"), []byte("[program\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if got := s.post("/settings", "w."+field, "60.0", "v."+field, "70"); got.status != http.StatusUnprocessableEntity ||
		!strings.Contains(got.text, "TOML の書き方") || contents(t, dir, "pilot.toml") != "[program\n" {
		t.Errorf("no TOML: %d", got.status)
	}
	s.drop("参加者.csv", small["参加者.csv"])
	if got := s.get("/settings"); got.status != http.StatusOK || !strings.Contains(got.text, "メモリーにだけ") ||
		strings.Contains(got.text, `id="ds-save"`) {
		t.Errorf("in memory: %d", got.status)
	}
	if got := s.post("/settings", "w.program/name", "", "v.program/name",
		"あ"); got.status != http.StatusUnprocessableEntity {
		t.Errorf("written in memory: %d", got.status)
	}
}

// TestLogo: a picture is put into the folder and named; what is none, and what would take another file's place, is not.
func TestLogo(t *testing.T) {
	s, dir := withPilot(t, pilotText)
	send := func(name, data string) answer {
		var body bytes.Buffer
		form := multipart.NewWriter(&body)
		part, err := form.CreateFormFile("logo", name)
		if err != nil {
			t.Fatal(err)
		}
		part.Write([]byte(data))
		form.Close()
		return s.do(http.MethodPost, "/settings/logo", &body, map[string]string{"Content-Type": form.FormDataContentType()})
	}
	if got := send("町章.png", "<svg>"); got.status != http.StatusUnprocessableEntity || len(s.program.saved) > 0 {
		t.Errorf("no picture: %d", got.status)
	}
	png := "\x89PNG\r\n\x1a\n"
	if got := send(`..\..\町章.png`, png); got.status != http.StatusSeeOther || string(s.program.saved["町章.png"]) != png ||
		!strings.Contains(contents(t, dir, "pilot.toml"), "# 名前\r\nlogo = \"町章.png\"\r\n") {
		t.Errorf("a picture: %d, %v\n%q", got.status, s.program.saved, contents(t, dir, "pilot.toml"))
	}
}
