package edition

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestReadOwn: only a plain file in the folder is read, by a name that stays in it.
func TestReadOwn(t *testing.T) {
	root := t.TempDir()
	dir := filepath.Join(root, "2026-03-31-hub")
	for _, name := range []string{"figures.json", "inputs/台帳.csv"} {
		write(t, filepath.Join(dir, filepath.FromSlash(name)), "x")
	}
	write(t, filepath.Join(root, "outside"), "secret")
	for link, target := range map[string]string{"link": filepath.Join(root, "outside"), "linked": root} {
		if err := os.Symlink(target, filepath.Join(dir, link)); err != nil {
			t.Skip("links cannot be made here:", err)
		}
	}
	for _, tt := range []struct {
		name string
		want error
	}{
		{"figures.json", nil},
		{"inputs/台帳.csv", nil},
		{"missing.json", fs.ErrNotExist},
		{"../outside", ErrForeign},
		{"inputs/../../outside", ErrForeign},
		{filepath.ToSlash(filepath.Join(root, "outside")), ErrForeign},
		{"", ErrForeign},
		{"inputs", ErrForeign},
		{"link", ErrForeign},
		{"linked/outside", ErrForeign},
	} {
		if data, err := readOwn(dir, tt.name); !errors.Is(err, tt.want) || (err == nil) != (string(data) == "x") {
			t.Errorf("%q: %q, %v; want error %v", tt.name, data, err, tt.want)
		}
	}
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

const manifest = `{"schema": "pilot90/edition/1", "name": "2026-03-31-public", "edition": "public", "profile": "public",
"recompute": {"as_of": "2026-03-31", "from": "2025-04-01", "to": "2026-03-31"},
"outputs": [{"name": "charts/a.png", "sha256": "00"}]}`

// TestReadManifest: a manifest may come from anywhere; its names must stay in its folder.
func TestReadManifest(t *testing.T) {
	if _, err := readManifest([]byte(manifest)); err != nil {
		t.Fatal(err)
	}
	for name, change := range map[string][2]string{
		"out of the folder":     {"charts/a.png", "../../../etc/passwd"},
		"out of it by a way":    {"charts/a.png", "inputs/../../pilot.toml"},
		"absolute":              {"charts/a.png", "/etc/passwd"},
		"no name":               {"charts/a.png", ""},
		"moves the cursor":      {"charts/a.png", `a\u001b[2J`},
		"another schema":        {"edition/1", "edition/2"},
		"no day":                {`"as_of": "2026-03-31"`, `"as_of": ""`},
		"cut off":               {`"00"}]}`, `"00`},
		"not UTF-8 and no JSON": {manifest, "\xff\xfe\x00"},
	} {
		if _, err := readManifest([]byte(strings.Replace(manifest, change[0], change[1], 1))); !errors.Is(err, ErrManifest) {
			t.Errorf("%s: error %v, want ErrManifest", name, err)
		}
	}
}

// TestPublicIsCompared: neither a changed manifest nor a folder that is a link takes an edition out of
// those that a public one is compared with.
func TestPublicIsCompared(t *testing.T) {
	root := t.TempDir()
	editions, elsewhere := filepath.Join(root, "editions"), filepath.Join(root, "moved")
	write(t, filepath.Join(editions, "2026-01-31-public", ManifestFile),
		strings.Replace(manifest, `"profile": "public"`, `"profile": "hub"`, 1))
	write(t, filepath.Join(editions, "renamed", ManifestFile),
		strings.Replace(manifest, `"profile": "public"`, `"profile": ""`, 1))
	write(t, filepath.Join(editions, "2026-02-28-hub", ManifestFile),
		strings.NewReplacer(`"public"`, `"hub"`).Replace(manifest))
	write(t, filepath.Join(elsewhere, ManifestFile), manifest)
	want := 2
	for link, target := range map[string]string{
		"2026-03-31-public": elsewhere,
		"2025-12-31-public": filepath.Join(root, "gone"),
	} {
		if err := os.Symlink(target, filepath.Join(editions, link)); err == nil {
			want++
		}
	}
	all, err := Kept(root)
	if err != nil {
		t.Fatal(err)
	}
	outer := 0
	for _, s := range all {
		if s.outer() {
			outer++
		}
	}
	if outer != want {
		t.Errorf("%d of %d editions are compared with, want %d", outer, len(all), want)
	}
	if _, _, err := Earlier(all); !errors.Is(err, ErrEarlier) {
		t.Errorf("figures that cannot be read: error %v, want ErrEarlier", err)
	}
}
