package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// claims is what holds each row of the sheet for IT desks. A row without an entry fails.
var claims = map[string]func(t *testing.T){
	"install":      asInvoker,
	"network":      connectsNowhere,
	"port":         onlyTheWebListens,
	"registry":     noRegistry,
	"process":      onlyTheBrowserIsStarted,
	"reads":        heldElsewhere("cmd/pilot90/testdata/script/leaves_nothing.txtar"),
	"writes":       heldElsewhere("cmd/pilot90/testdata/script/leaves_nothing.txtar"),
	"remove":       heldElsewhere("cmd/pilot90/testdata/script/leaves_nothing.txtar"),
	"personal":     heldElsewhere("report/privacy_test.go"),
	"submission":   heldElsewhere("report/rollup/submission_test.go"),
	"hash":         heldElsewhere("cmd/release/release_test.go"),
	"licenses":     heldElsewhere("cmd/release/release_test.go"),
	"reproducible": heldElsewhere("Makefile"), // make release-check
	"verify":       func(*testing.T) {},       // commands of the operating system
	"signature":    unsigned,
}

// TestClaims runs them, and holds that the sheet claims nothing else.
func TestClaims(t *testing.T) {
	page, err := os.ReadFile("sheet.tmpl")
	if err != nil {
		t.Fatal(err)
	}
	rows := regexp.MustCompile(`data-claim="([a-z]+)"`).FindAllStringSubmatch(string(page), -1)
	if len(rows) != len(claims) || bytes.Count(page, []byte("<tr")) != len(rows) {
		t.Errorf("%d rows, %d of them claims; %d are held", bytes.Count(page, []byte("<tr")), len(rows), len(claims))
	}
	atTop(t)
	for _, row := range rows {
		check := claims[row[1]]
		if check == nil {
			t.Errorf("nothing holds the claim %s", row[1])
			continue
		}
		t.Run(row[1], check)
	}
}

func heldElsewhere(file string) func(t *testing.T) {
	return func(t *testing.T) {
		if _, err := os.Stat(file); err != nil {
			t.Error(err)
		}
	}
}

// importers returns which packages of the Windows program, those of Go itself left out, import a
// package.
func importers(t *testing.T, name string) []string {
	t.Helper()
	out, err := targets[0].goTool("list", "-deps", "-json=ImportPath,Imports,Standard", "./cmd/pilot90")
	if err != nil {
		t.Fatal(err)
	}
	var found []string
	for stream := json.NewDecoder(bytes.NewReader(out)); ; {
		var p struct {
			ImportPath string
			Imports    []string
			Standard   bool
		}
		if err := stream.Decode(&p); errors.Is(err, io.EOF) {
			return found
		} else if err != nil {
			t.Fatal(err)
		}
		if !p.Standard && slices.Contains(p.Imports, name) {
			found = append(found, p.ImportPath)
		}
	}
}

// onlyBy fails when another package than those allowed imports name.
func onlyBy(t *testing.T, name string, allowed ...string) {
	t.Helper()
	for _, p := range importers(t, name) {
		if !slices.Contains(allowed, p) {
			t.Errorf("%s imports %s", p, name)
		}
	}
}

// The packages of the live view, the only ones that may listen or open a browser.
var live = []string{"pilot90/cmd/pilot90", "pilot90/cmd/pilot90/web"}

// asInvoker: no rights are asked for, no service is registered.
func asInvoker(t *testing.T) {
	if !bytes.Contains(manifest, []byte(`level="asInvoker"`)) {
		t.Error("the manifest asks for more than the user's rights")
	}
	onlyBy(t, "golang.org/x/sys/windows/svc/mgr")
	onlyBy(t, "plugin")
}

// connectsNowhere: nobody imports net but a library that reads addresses as flags, the live view, and package publish
// with its driver, which connects to the database that the user names; nothing else of ours calls another computer. The
// errors of Windows' own functions (golang.org/x/sys/windows, through SQLite's library) have a type of net.
func connectsNowhere(t *testing.T) {
	onlyBy(t, "net", append([]string{"github.com/spf13/pflag", "pilot90/report/publish", "golang.org/x/sys/windows",
		"github.com/jackc/pgx/v5/pgconn", "github.com/jackc/pgx/v5/pgconn/internal/bgreader",
		"github.com/jackc/pgx/v5/pgtype"}, live...)...)
	onlyBy(t, "github.com/jackc/pgx/v5/stdlib", "pilot90/report/publish")
	onlyBy(t, "net/http", live...)
	onlyBy(t, "golang.org/x/net/http2")
	calls := regexp.MustCompile(
		`\bnet\.(Dial|Lookup|Resolve)|\.DialContext\(|` +
			`\bhttp\.(Get|Post|PostForm|Head|Client|DefaultClient|NewRequest|Transport)\b`)
	grepOurs(t, calls)
}

// onlyTheWebListens: and on the loopback address alone.
func onlyTheWebListens(t *testing.T) {
	grepOurs(t, regexp.MustCompile(`\bnet\.Listen(Config|Packet)?\([^)]*"(0\.0\.0\.0|\[::\])?:\d*"|\.ListenAndServe`))
}

func noRegistry(t *testing.T) {
	onlyBy(t, "golang.org/x/sys/windows/registry")
	grepOurs(t, regexp.MustCompile(`Reg(Set|Create|Delete)`))
}

func onlyTheBrowserIsStarted(t *testing.T) {
	// modernc.org/libc, below SQLite, has C's system(), which SQLite does not call.
	onlyBy(t, "os/exec", append([]string{"modernc.org/libc"}, live...)...)
	grepOurs(t, regexp.MustCompile(`\bos\.StartProcess|syscall\.Exec\b`))
}

// grepOurs fails when a source file of the program matches.
func grepOurs(t *testing.T, pattern *regexp.Regexp) {
	t.Helper()
	files := 0
	for _, top := range []string{"cmd/pilot90", "report", "kpi", "cohort", "templates"} {
		err := filepath.WalkDir(top, func(path string, d fs.DirEntry, err error) error {
			if err != nil || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
				return err
			}
			files++
			source, err := os.ReadFile(path)
			if found := pattern.Find(source); found != nil {
				t.Errorf("%s has %q", path, found)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if files < 100 {
		t.Errorf("looked at %d files only", files)
	}
}

// unsigned: nothing here signs; when that changes, so must the sheet.
func unsigned(t *testing.T) {
	page, err := os.ReadFile("cmd/release/sheet.tmpl")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Contains(page, []byte("コード署名はありません")) {
		t.Error("the sheet speaks of a signature")
	}
}
