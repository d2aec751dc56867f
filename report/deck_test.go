package report

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
	"pilot90/report/content"
	"pilot90/report/deck"
)

// deckOf lays out the slides of the council's edition of a ledger.
func deckOf(t *testing.T, run Run) (*content.Report, []deck.Page) {
	t.Helper()
	r, _ := Build(builtin(t, "council"), run)
	slides := Deck(r)
	pages, err := deck.LayOut(slides)
	if err != nil {
		t.Fatal(err)
	}
	return slides, pages
}

// TestDeckOfEveryLedger: whatever a ledger lacks, its deck is numbered through, every slide has a finding, and no text
// or chart leaves its page or lies on another.
func TestDeckOfEveryLedger(t *testing.T) {
	if testing.Short() {
		t.Skip("computes every ledger")
	}
	t.Parallel()
	asOf := cell.NewDay(2026, 3, 31)
	dirs := []string{"../samples/midorino", "../samples/midorino-office", "../samples/tateshina", "../samples/kado-series"}
	office, err := filepath.Glob("../../shared/data/office/seed11/*/pilot.toml")
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range office {
		dirs = append(dirs, filepath.Dir(path))
	}
	for i, dir := range dirs {
		for _, l := range []lang.Lang{lang.JA, lang.EN}[:1+min(1, max(0, 4-i))] { // the samples in both
			_, pages := deckOf(t, runOn(t, dir, asOf, l))
			for k := range pages {
				for _, fault := range misplaced(&pages[k], k+1, len(pages)) {
					t.Errorf("%s %s, slide %d: %s", dir, l, k+1, fault)
				}
			}
		}
	}
}

// tickWords stand above the tick of a bar, in the size of notes.
var tickWords = map[string]bool{"目標": true, "target": true, "最低賃金": true, "minimum wage": true}

// misplaced says what is wrong with a page.
func misplaced(p *deck.Page, number, of int) (faults []string) {
	type box struct {
		x, y, w, h float64
		what       string
	}
	var all []box
	numbered := p.Cover
	for _, item := range p.Items {
		switch item := item.(type) {
		case deck.Text:
			b := box{item.X, item.Y, item.W, item.H(), ""}
			for _, line := range item.Lines {
				b.what += line.String()
				for _, r := range line.Runs {
					if r.Size < 14 || item.Role == deck.Body && r.Size < 18 && !tickWords[r.Text] {
						faults = append(faults, fmt.Sprintf("%q is set in %.1f points", r.Text, r.Size))
					}
				}
			}
			if item.Role == deck.Body && strings.HasSuffix(b.what, "…") {
				faults = append(faults, b.what+" is cut short")
			}
			numbered = numbered || item.Role == deck.Number && strings.HasSuffix(b.what, fmt.Sprintf("%d / %d", number, of))
			if b.h > 0 {
				all = append(all, b)
			}
		case deck.Chart:
			if item.Em < 18 { // its notes have 16
				faults = append(faults, fmt.Sprintf("the text of chart %s has %.1f points", item.Chart.ID, item.Em))
			}
			all = append(all, box{item.X, item.Y, item.W, item.H, "chart " + item.Chart.ID})
		}
	}
	for i, a := range all {
		if a.x < 47 || a.x+a.w > deck.Width-47 || a.y < 24 || a.y+a.h > deck.Height-6 {
			faults = append(faults, a.what+" leaves the margins")
		}
		for _, b := range all[:i] {
			if a.x+1 < b.x+b.w && b.x+1 < a.x+a.w && a.y+1 < b.y+b.h && b.y+1 < a.y+a.h {
				faults = append(faults, a.what+" lies on "+b.what)
			}
		}
	}
	if p.Title == "" || len(all) < 2 {
		faults = append(faults, "there is nothing on it")
	}
	if !numbered {
		faults = append(faults, "it has no number")
	}
	return faults
}

// TestDeckIsDropped: a ledger of three people shows what may be shown of so few, one without contracts and costs has
// no slide of either, and the numbers go on.
func TestDeckIsDropped(t *testing.T) {
	people := func(n int) string {
		text := "参加者ID,氏名,開始日,登録日\n"
		for i := range n {
			text += fmt.Sprintf("P%d,架空 %d,2025-06-01,2025-05-20\n", i+1, i+1)
		}
		return text
	}
	const settings = "[program]\nname = \"架空町 <b>在宅</b>\"\nmunicipality = \"架空町\"\n[period]\nfiscal_year = \"令和7年度\"\n"
	for n, want := range map[int][]string{3: {"架空"}, 12: {"12人が参加した。", "12人が参加した。"},
		625: {"625人が参加した。", "625人が参加した。"}} {
		run := ledgerOf(t, cell.NewDay(2026, 3, 31), map[string]string{"参加者.csv": people(n), "pilot.toml": settings})
		_, pages := deckOf(t, run)
		if n == 3 {
			want[0] = pages[0].Title // whatever the plan calls it
			if strings.Contains(want[0], "人が") {
				t.Errorf("3 people: %q tells of persons", want[0])
			}
		}
		if len(pages) != len(want) {
			t.Errorf("%d people: %d slides, want %d: %q", n, len(pages), len(want), pages[len(pages)-1].Title)
			continue
		}
		for i := range pages {
			if pages[i].Title != want[i] {
				t.Errorf("%d people, slide %d: %q, want %q", n, i+1, pages[i].Title, want[i])
			}
			for _, fault := range misplaced(&pages[i], i+1, len(pages)) {
				t.Errorf("%d people, slide %d: %s", n, i+1, fault)
			}
		}
	}
}
