package main

import (
	"archive/zip"
	"bytes"
	"debug/pe"
	"encoding/json"
	"image/color"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/tc-hib/winres"

	"pilot90/templates"
)

// atTop makes the top of the repository the working directory.
func atTop(t *testing.T) {
	t.Helper()
	t.Chdir("../..")
}

// here is the target that the test runs on, whose packages are compiled already.
var here = target{runtime.GOOS, runtime.GOARCH}

// TestReleaseOfThisSystem builds the program and looks at it and at its archive.
func TestReleaseOfThisSystem(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the program")
	}
	atTop(t)
	file := filepath.Join(t.TempDir(), here.program())
	if err := here.build(file); err != nil {
		t.Fatal(err)
	}
	m, err := inspect(file, "0.1.0", here)
	if err != nil {
		t.Fatal(err)
	}
	t.Run("parts", m.testParts)
	t.Run("archive", m.testArchive)
	t.Run("machine", m.testMachine)
}

// testParts: every component is known, and pilot90 licenses has the licence of each.
func (m *made) testParts(t *testing.T) {
	has := func(ok func(component) bool) bool { return slices.ContainsFunc(m.parts, ok) }
	if !has(func(c component) bool {
		return c.name == "github.com/spf13/cobra" && c.sum != ""
	}) || !has(func(c component) bool { return c.name == "echarts" && len(c.hash) == 128 }) {
		t.Fatalf("parts: %+v", m.parts)
	}
	licenses, err := templates.LicenseText()
	if err != nil {
		t.Skipf("the assets are not there: %v", err)
	}
	for _, p := range m.parts {
		if heading := licenseHeading(p); !bytes.Contains(licenses, []byte(heading)) {
			t.Errorf("%s %s is linked, and pilot90 licenses has no %q (make assets)", p.name, p.version,
				strings.TrimSpace(heading))
		}
	}
}

// testArchive: the archive holds what it should, with names, times and rights as it should.
func (m *made) testArchive(t *testing.T) {
	files, err := m.files("x")
	if err != nil {
		t.Fatal(err)
	}
	archive := filepath.Join(t.TempDir(), "x.zip")
	if err := writeZip(archive, files); err != nil {
		t.Fatal(err)
	}
	z, err := zip.OpenReader(archive)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	var names []string
	for _, f := range z.File {
		names = append(names, f.Name)
		if !f.Modified.Equal(stamp) || f.NonUTF8 || (f.Mode().Perm()&0o111 != 0) != (f.Name == "x/"+here.program()) {
			t.Errorf("%s: %v %v, NonUTF8 %v", f.Name, f.Modified, f.Mode(), f.NonUTF8)
		}
	}
	for _, want := range []string{
		here.program(), "はじめにお読みください.txt", "情シス向け.html", "LICENSES.txt", "sbom.cdx.json", "samples/midorino/台帳.xlsx",
		"samples/midorino/pilot.toml",
	} {
		if !slices.Contains(names, "x/"+want) {
			t.Errorf("the archive has no %s: %q", want, names)
		}
	}
}

// licenseHeading is what stands above the licence of a component.
func licenseHeading(c component) string {
	switch {
	case c.name == "std":
		return heading("Go")
	case strings.HasPrefix(c.purl, "pkg:golang/"):
		return heading(c.name + " " + c.version)
	}
	return "== " + map[string]string{
		"@expo-google-fonts/biz-udpgothic": "BIZUDPGothic-LICENSE.txt",
		"@expo-google-fonts/noto-sans-jp":  "NotoSansJP-LICENSE.txt",
		"echarts":                          "echarts-LICENSE.txt", "zrender": "zrender-LICENSE.txt",
		"tslib": "tslib-LICENSE.txt",
	}[c.name] + "\n"
}

// testMachine: no path of the sources, no user, no version control state is in the program.
func (m *made) testMachine(t *testing.T) {
	top, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for _, secret := range []string{top + "/", "vcs.revision", "vcs.time", filepath.Join(os.Getenv("HOME"), "go", "pkg")} {
		if bytes.Contains(m.program, []byte(secret)) {
			t.Errorf("the program contains %q", secret)
		}
	}
}

// TestBillOfMaterials: readable, the same twice, without a day or a serial number.
func TestBillOfMaterials(t *testing.T) {
	parts := []component{{name: "std", version: "1.26.0", purl: "pkg:golang/std@1.26.0", license: "BSD-3-Clause"},
		{name: "echarts", version: "6.1.0", purl: "pkg:npm/echarts@6.1.0", hash: "00ff", license: "Apache-2.0"}}
	first, err := billOfMaterials("1.2.3", targets[0], "abcd", parts)
	if err != nil {
		t.Fatal(err)
	}
	second, _ := billOfMaterials("1.2.3", targets[0], "abcd", parts)
	if !bytes.Equal(first, second) {
		t.Error("two bills differ")
	}
	var b map[string]any
	if err := json.Unmarshal(first, &b); err != nil {
		t.Fatal(err)
	}
	if b["bomFormat"] != "CycloneDX" || b["specVersion"] != "1.5" || b["serialNumber"] != nil ||
		len(b["components"].([]any)) != 2 || bytes.Contains(first, []byte("timestamp")) {
		t.Errorf("%s", first)
	}
}

// TestEmbedded: the lock file of the repository gives the five packages that are built in and
// none of the tools of the tests.
func TestEmbedded(t *testing.T) {
	atTop(t)
	lock, err := os.ReadFile("package-lock.json")
	if err != nil {
		t.Fatal(err)
	}
	found, err := embedded(lock)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, c := range found {
		names = append(names, c.name)
		if c.version == "" || c.license == "" || len(c.hash) != 128 {
			t.Errorf("%+v", c)
		}
	}
	if want := []string{"@expo-google-fonts/biz-udpgothic", "@expo-google-fonts/noto-sans-jp", "echarts", "tslib",
		"zrender"}; !slices.Equal(names, want) {
		t.Errorf("%q, want %q", names, want)
	}
}

// TestResources: an object that the linker takes, the same twice, with icon, version and a
// manifest that asks for no more than the user's rights.
func TestResources(t *testing.T) {
	first, second := t.TempDir(), t.TempDir()
	for _, dir := range []string{first, second} {
		if err := writeResources(dir, "1.2.3"); err != nil {
			t.Fatal(err)
		}
	}
	for arch, machine := range map[string]uint16{
		"amd64": pe.IMAGE_FILE_MACHINE_AMD64,
		"arm64": pe.IMAGE_FILE_MACHINE_ARM64,
	} {
		name := "rsrc_windows_" + arch + ".syso"
		a, err := os.ReadFile(filepath.Join(first, name))
		if err != nil {
			t.Fatal(err)
		}
		if b, err := os.ReadFile(filepath.Join(second, name)); err != nil || !bytes.Equal(a, b) {
			t.Errorf("%s differs between two runs (%v)", name, err)
		}
		object, err := pe.NewFile(bytes.NewReader(a))
		if err != nil {
			t.Fatal(err)
		}
		if object.Machine != machine || object.Section(".rsrc") == nil && object.Section(".rsrc$01") == nil {
			t.Errorf("%s: machine %#x, sections %v", name, object.Machine, object.Sections)
		}
	}
	set, err := resources("1.2.3")
	if err != nil {
		t.Fatal(err)
	}
	xml := string(set.Get(winres.RT_MANIFEST, winres.ID(1), languageEN))
	for _, want := range []string{`level="asInvoker"`, "longPathAware", "PerMonitorV2"} {
		if !strings.Contains(xml, want) {
			t.Errorf("the manifest has no %s", want)
		}
	}
	icons := 0
	set.WalkType(winres.RT_ICON, func(winres.Identifier, uint16, []byte) bool { icons++; return true })
	if icons != len(iconSizes) {
		t.Errorf("%d icons, want %d", icons, len(iconSizes))
	}
}

// TestIcon: clear at the corner, the ground at the edge, the steps in their colours; by the
// geometry in colourAt.
func TestIcon(t *testing.T) {
	for _, size := range iconSizes {
		img := icon(size)
		if _, _, _, alpha := img.At(0, 0).RGBA(); alpha > 0x1000 {
			t.Errorf("%d: the corner is not clear: %#x", size, alpha)
		}
		at := func(u, v float64) color.Color { return img.At(int(u*float64(size)), int(v*float64(size))) }
		for _, c := range []struct {
			where string
			u, v  float64
			want  color.Color
		}{{"ground", 0.5, 0.12, ground}, {"first step", 0.26, 0.7, step}, {"last step", 0.74, 0.5, lastStep}} {
			if got := at(c.u, c.v); got != c.want {
				t.Errorf("%d: %s is %v, want %v", size, c.where, got, c.want)
			}
		}
	}
}

// TestPages: each target's pages name the program and its hash, nothing is left of the template,
// and no line of the text is wider than Notepad shows.
func TestPages(t *testing.T) {
	for _, target := range targets {
		m := &made{target: target, version: "1.2.3", goVersion: "1.26.0", sha256: strings.Repeat("0f", 32),
			program: make([]byte, 37_000_000), parts: []component{{purl: "pkg:npm/x@1"}, {purl: "pkg:golang/y@1"}}}
		sheet, err := m.sheet()
		if err != nil {
			t.Fatal(err)
		}
		first, err := m.readme()
		if err != nil {
			t.Fatal(err)
		}
		for _, want := range []string{"1.2.3", target.program(), m.sha256, "約 37 MB", systems[target]} {
			if !bytes.Contains(sheet, []byte(want)) {
				t.Errorf("%s: the sheet has no %q", target, want)
			}
		}
		for _, page := range [][]byte{sheet, first} {
			if bytes.Contains(page, []byte("{{")) || bytes.Contains(page, []byte("<no value>")) {
				t.Errorf("%s: a template was not filled:\n%s", target, page)
			}
		}
		if windows := bytes.Contains(sheet, []byte("SmartScreen")); windows != (target.os == "windows") {
			t.Errorf("%s: SmartScreen is mentioned: %v", target, windows)
		}
	}
}

// TestText: for Notepad.
func TestText(t *testing.T) {
	if got := string(target{"windows", "amd64"}.text([]byte("a\nb\r\n"))); got != "\ufeffa\r\nb\r\n" {
		t.Errorf("%q", got)
	}
	if got := string(target{"linux", "amd64"}.text([]byte("a\n"))); got != "a\n" {
		t.Errorf("%q", got)
	}
}

// TestSheetFillsOnePage: printed by Chromium.
func TestSheetFillsOnePage(t *testing.T) {
	if testing.Short() {
		t.Skip("prints the page with Chromium")
	}
	browser, err := exec.LookPath("chromium")
	if err != nil {
		t.Skip("chromium is not installed")
	}
	if _, err := exec.LookPath("pdfinfo"); err != nil {
		t.Skip("poppler-utils is not installed")
	}
	m := &made{target: targets[0], version: "1.2.3", goVersion: "1.26.0", sha256: strings.Repeat("0f", 32),
		program: make([]byte, 37_000_000)}
	page, err := m.sheet()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	file, pdf := filepath.Join(dir, "sheet.html"), filepath.Join(dir, "sheet.pdf")
	if err := os.WriteFile(file, page, 0o644); err != nil {
		t.Fatal(err)
	}
	toPDF := exec.Command(browser, "--headless", "--no-sandbox", "--disable-gpu",
		"--user-data-dir="+filepath.Join(dir, "profile"), "--no-pdf-header-footer", "--print-to-pdf="+pdf, "file://"+file)
	if out, err := toPDF.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	info, err := exec.Command("pdfinfo", pdf).Output()
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(strings.Join(strings.Fields(string(info)), " "), "Pages: 1 ") {
		t.Errorf("not one page:\n%s", info)
	}
}

// TestHasResources: a program without them is refused.
func TestHasResources(t *testing.T) {
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	if err := hasResources(self); err == nil {
		t.Error("the program of this test passes for one with an icon")
	}
}
