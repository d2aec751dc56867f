package main

import (
	"bufio"
	"fmt"
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"os"
	"regexp"
	"strings"
	"time"
)

// pages are what is looked at while serve runs.
var pages = []string{"/week", "/check", "/figures", "/figures/first_income_residents", "/reading", "/report",
	"/report/public", "/preview/hub", "/settings", "/cells", "/guide", "/kept/2026-02-28-hub", "/many", "/total",
	"/many/203017"}

// address is how serve names where it is.
var address = regexp.MustCompile(`http://127\.0\.0\.1:\d+/\S*`)

// visit reads the address that serve prints, looks at its pages, and asks the program to stop. What it returns is why a
// page was not answered: one that says that something is wrong is an answer, one that breaks off is none.
func visit(said io.Reader, p *os.Process) error {
	defer p.Signal(os.Interrupt) // a program that ended already cannot be asked
	lines := bufio.NewScanner(said)
	at := ""
	for at == "" && lines.Scan() {
		at = address.FindString(lines.Text())
	}
	go io.Copy(io.Discard, said)
	if at == "" {
		return nil // it did not serve: its exit code says why
	}
	first, err := url.Parse(at)
	if err != nil {
		return err
	}
	jar, err := cookiejar.New(nil)
	if err != nil {
		return err
	}
	client := &http.Client{Jar: jar, Timeout: mostWait}
	for _, page := range append([]string{first.RequestURI()}, pages...) {
		if err := look(client, "http://"+first.Host+page); err != nil {
			return err
		}
	}
	return nil
}

// look fetches a page whole.
func look(client *http.Client, at string) error {
	begun := time.Now()
	answer, err := client.Get(at)
	if err != nil {
		return fmt.Errorf("%s: %w", at, err)
	}
	defer answer.Body.Close()
	text, err := io.ReadAll(io.LimitReader(answer.Body, mostMemory))
	if err != nil {
		return fmt.Errorf("%s after %v: %w", at, time.Since(begun), err)
	}
	if i := strings.IndexFunc(string(text), commanded); i >= 0 {
		return fmt.Errorf("%s: what pages obey from byte %d on: %q", at, i, text[max(0, i-40):min(len(text), i+20)])
	}
	return nil
}

// commanded reports whether a page or a terminal obeys a character instead of showing it: turns of direction, and
// controls other than the ends of lines and tabs.
func commanded(r rune) bool {
	return r < ' ' && r != '\n' && r != '\t' && r != '\r' || 0x7f <= r && r <= 0x9f || '\u202a' <= r && r <= '\u202e' ||
		'\u2066' <= r && r <= '\u2069'
}
