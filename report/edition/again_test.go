package edition_test

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pilot90/cohort"
	"pilot90/cohort/cell"
	"pilot90/report"
	"pilot90/report/edition"
)

// office is a ledger of one person and one task, and the day on which editions of it are sealed.
type office struct {
	*testing.T
	dir string
}

func newOffice(t *testing.T) office {
	t.Helper()
	dir := t.TempDir()
	for name, text := range map[string]string{
		"参加者.csv":  "参加者ID,氏名,開始日\nP1,佐藤 花子,2025-06-01\n",
		"案件.csv":   "案件ID,発注者ID,種別,開始日,終了日,月額\nK1,C1,定期,2025-04-01,2026-03-31,30000\n",
		"作業ログ.csv": "作業日,参加者ID,案件ID,時間,報酬\n2025-07-01,P1,K1,2,2000\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return office{t, dir}
}

// seal seals an edition with a copy of the ledger, where it may have one.
func (o office) seal(kind string) (*edition.Outcome, error) {
	o.Helper()
	asOf := cell.NewDay(2026, 3, 31)
	c, clock, err := cohort.Load(o.Context(), o.dir, cohort.LoadOptions{AsOf: &asOf, Today: asOf})
	if err != nil {
		o.Fatal(err)
	}
	plan, err := report.BuiltinPlan(kind)
	if err != nil {
		o.Fatal(err)
	}
	return edition.Seal(o.Context(), edition.Order{Ledger: o.dir, Edition: kind, Plan: plan, Formats: []string{"json"},
		Copy: true, Run: compute(c, clock), Existing: hub{t: o.T, dir: o.dir}.kept()})
}

// sealed seals an edition that must be possible.
func (o office) sealed(kind string) *edition.Outcome {
	o.Helper()
	out, err := o.seal(kind)
	if err != nil {
		o.Fatal(err)
	}
	return out
}

// TestSealedAgain: the same edition is there already, and is not said to be where one of its files was touched since.
func TestSealedAgain(t *testing.T) {
	o := newOffice(t)
	first, again := o.sealed("hub"), o.sealed("hub")
	if first.Already || !again.Already || again.Number != first.Number {
		t.Fatalf("first %+v, again %+v", first, again)
	}
	name := first.Manifest.Outputs[0].Name
	if err := os.WriteFile(filepath.Join(first.Dir, filepath.FromSlash(name)), []byte("x"), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := o.seal("hub"); !errors.Is(err, edition.ErrTouched) {
		t.Errorf("%s was touched: %v", name, err)
	}
}

// TestCopyStaysInTheHub: a copy of the ledger is kept with the hub's edition, and never with one that leaves the hub.
func TestCopyStaysInTheHub(t *testing.T) {
	o := newOffice(t)
	for kind, want := range map[string]bool{"hub": true, "public": false} {
		held := slices.ContainsFunc(o.sealed(kind).Manifest.Outputs, func(f edition.Hashed) bool {
			return strings.HasSuffix(f.Name, "作業ログ.csv")
		})
		if held != want {
			t.Errorf("%s: the ledger is in it: %v, want %v", kind, held, want)
		}
	}
}

// TestEarlierThatCannotBeRead: beside a public edition whose figures cannot be read no other one that leaves the hub is
// made, since what it may show rests on them; the hub's own is.
func TestEarlierThatCannotBeRead(t *testing.T) {
	o := newOffice(t)
	dir := o.sealed("public").Dir
	if err := os.WriteFile(filepath.Join(dir, edition.ManifestFile), []byte("x"), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := o.seal("council"); err == nil {
		t.Error("a council edition was made beside a public one that cannot be read")
	}
	if _, err := o.seal("hub"); err != nil {
		t.Errorf("the hub's own: %v", err)
	}
}
