package main

import (
	"bufio"
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"

	"pilot90/cmd/pilot90/disk"
)

var printedAddress = regexp.MustCompile(`http://127\.0\.0\.1:\d+/\?t=[0-9a-f]{32}`)

// visit starts the page with the arguments, lets a browser in by the address that is printed,
// writes each page to a file (week.html …), makes a report and presses 終了. What the program
// printed is in printed.txt. The system has no program to open an address with.
//
//	visit serve DIR [ARG ...]
func visit(ts *testscript.TestScript, neg bool, args []string) {
	cmd := exec.Command(filepath.Join(lookUp(ts), "pilot90"), args...)
	cmd.Dir = ts.MkAbs(".")
	cmd.Env = []string{"PATH=" + lookUp(ts), "HOME=" + ts.Getenv("HOME"), "AppData=" + ts.Getenv("HOME"),
		"TESTSCRIPT_COMMAND=pilot90"}
	out, err := cmd.StdoutPipe()
	ts.Check(err)
	var trouble strings.Builder
	cmd.Stderr = &trouble
	ts.Check(cmd.Start())
	defer cmd.Process.Kill()

	printed, address := "", ""
	lines := bufio.NewScanner(out)
	for address == "" && lines.Scan() {
		printed += lines.Text() + "\n"
		address = printedAddress.FindString(lines.Text())
	}
	if address == "" {
		ts.Fatalf("no address: %s%s", printed, trouble.String())
	}
	walk(ts, address)
	for lines.Scan() {
		printed += lines.Text() + "\n"
	}
	ts.Check(cmd.Wait())
	ts.Check(disk.WriteWhole(ts.MkAbs("printed.txt"), []byte(printed+trouble.String())))
}

// lookUp is the folder of the command under test.
func lookUp(ts *testscript.TestScript) string {
	return filepath.SplitList(ts.Getenv("PATH"))[0]
}

// walk visits the pages, makes a report and ends the program.
func walk(ts *testscript.TestScript, address string) {
	jar, err := cookiejar.New(nil)
	ts.Check(err)
	client := http.Client{Jar: jar}
	base, err := url.Parse(address)
	ts.Check(err)
	keep := func(name string, resp *http.Response, err error) {
		ts.Check(err)
		defer resp.Body.Close()
		text, err := io.ReadAll(resp.Body)
		ts.Check(err)
		ts.Check(disk.WriteWhole(ts.MkAbs(name), text))
	}
	post := func(name, path string, form url.Values) {
		req, err := http.NewRequest(http.MethodPost, base.JoinPath(path).String(), strings.NewReader(form.Encode()))
		ts.Check(err)
		req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		req.Header.Set("Origin", base.Scheme+"://"+base.Host)
		resp, err := client.Do(req)
		keep(name, resp, err)
	}
	resp, err := client.Get(address)
	keep("home.html", resp, err)
	for _, page := range []string{"week", "check", "figures", "report"} {
		resp, err := client.Get(base.JoinPath(page).String())
		keep(page+".html", resp, err)
	}
	post("made.html", "/make", url.Values{"make": {"hub/json"}})
	post("quit.html", "/quit", nil)
}
