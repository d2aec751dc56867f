package rule

import (
	"bytes"
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"pilot90/cohort/lang"
)

var update = flag.Bool("update", false, "write RULES.md anew")

// ruleFile is the name of the file of a rule.
var ruleFile = regexp.MustCompile(`^([cp][0-9]{3})_.*\.go$`)

// TestRulesAreComplete holds the catalogue against the files: c204_unknown_contract.go declares C204, and no rule is
// declared elsewhere or left out.
func TestRulesAreComplete(t *testing.T) {
	files, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	var inFiles []string
	for _, f := range files {
		m := ruleFile.FindStringSubmatch(f.Name())
		switch {
		case m == nil:
		case strings.HasSuffix(f.Name(), "_test.go"):
			t.Errorf("%s vanishes from a build", f.Name())
		default:
			inFiles = append(inFiles, strings.ToUpper(m[1]))
		}
	}
	var listed []string
	for _, r := range All() {
		listed = append(listed, r.Code)
	}
	if !slices.IsSorted(listed) || len(slices.Compact(slices.Clone(listed))) != len(listed) {
		t.Errorf("the list is not sorted, or names a code twice: %v", listed)
	}
	slices.Sort(inFiles)
	if !slices.Equal(inFiles, listed) {
		t.Errorf("files declare\n%v\nthe list has\n%v", inFiles, listed)
	}
}

// TestCodesAreKnown looks for every code that a package under cohort writes in its source.
func TestCodesAreKnown(t *testing.T) {
	root, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for filepath.Base(root) != "cohort" {
		root = filepath.Dir(root)
	}
	code := regexp.MustCompile(`"([CP][0-9]{3})"`)
	used := map[string]bool{}
	err = filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		source, err := os.ReadFile(path)
		for _, m := range code.FindAllSubmatch(source, -1) {
			used[string(m[1])] = true
			if _, known := ByCode(string(m[1])); !known {
				t.Errorf("%s uses %s, which has no rule file", path, m[1])
			}
		}
		return err
	})
	if err != nil || len(used) < len(All())/2 {
		t.Errorf("%d codes were found: %v", len(used), err)
	}
}

// ofFiles are the rules whose fault lies in a file as a whole, or in what a folder holds; the tests of
// packages sheet, cohort (load_test.go, load_folder_test.go), layout (plan_test.go) and setting (logo_test.go) make
// such files.
var ofFiles = []string{"C301", "C302", "C303", "C304", "C305", "C306", "C307", "C308", "C309", "C325", "C332", "P105",
	"P107", "P108", "P190"}

// reportedElsewhere are rules between cells that are not found by a Check: a total row is seen
// by the reader only, C222 is what exclusion leads to, C260 is of the rows that are left, C264 of
// a sheet before it is rows, C267 of what pilot.toml gave, and C269 of columns that no record has.
var reportedElsewhere = []string{"C214", "C222", "C260", "C264", "C267", "C269"}

func TestRulesAreWhole(t *testing.T) {
	for _, r := range All() {
		for _, text := range []lang.Text{r.Title, r.Long} {
			if text.JA == "" || text.EN == "" || strings.Contains(text.JA, "不正") {
				t.Errorf("%s: %q / %q", r.Code, text.JA, text.EN)
			}
		}
		between := strings.HasPrefix(r.Code, "C2") && !slices.Contains(reportedElsewhere, r.Code)
		if between != (r.Check != nil) {
			t.Errorf("%s has a Check: %t, want %t", r.Code, r.Check != nil, between)
		}
		_, err := os.Stat("testdata/rules/" + strings.ToLower(r.Code) + ".txt")
		if (err != nil) != slices.Contains(ofFiles, r.Code) {
			t.Errorf("%s: fault ledger: %v", r.Code, err)
		}
	}
	if _, known := ByCode("C999"); known {
		t.Error("C999 is known")
	}
}

// TestRulesPage holds RULES.md against the rules; go test -run RulesPage -update writes it.
func TestRulesPage(t *testing.T) {
	var b bytes.Buffer
	if err := writePage(&b, lang.JA); err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile("RULES.md", b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	have, err := os.ReadFile("RULES.md")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(have, b.Bytes()) {
		t.Error("RULES.md is out of date; write it with: go test -run RulesPage -update")
	}
	b.Reset()
	if err := writePage(&b, lang.EN); err != nil {
		t.Fatal(err)
	}
	for _, r := range All() {
		if !strings.Contains(b.String(), "### "+r.Code+" "+r.Title.EN) {
			t.Errorf("the English page lacks %s", r.Code)
		}
	}
}
