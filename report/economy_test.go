package report

import (
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"pilot90/bench/ledgers"
	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
	"pilot90/report/block"
	"pilot90/report/content"
)

// mostPages are how many pages each file of an edition of the sample has at most: those of look.md, section 5.
var mostPages = map[string]int{"council": 1, "hub": 2, "grant": 3, "overview": 8, "public": 2}

const (
	leastFill = 0.6
	pageTall  = 841.89
	footRule  = 46.0 // from the lower edge, where the body ends
)

var boxOfWord = regexp.MustCompile(`<word xMin="[0-9.]+" yMin="([0-9.]+)" xMax="[0-9.]+" yMax="([0-9.]+)">([^<]*)`)

// bareThousands are counts of a thousand and more without a comma.
var bareThousands = regexp.MustCompile(`(^|[^0-9,.])[0-9]{4,}(件|人|円|か月)`)

// measured is a ledger whose papers are measured: those of every run, or those of PILOT90_PAPERS=all alone.
type measured struct {
	name, dir string
	people    int            // of a ledger that is made; 0: dir is there
	always    bool           // in every run
	more      map[string]int // pages of an edition beyond those of look.md, which long lists take
}

// ofSamples are the editions of samples; ledgers of offices and of other sizes have the three that list and rate.
var (
	ofSamples = []string{"council", "hub", "grant", "public", "overview"}
	ofOthers  = []string{"hub", "grant", "overview"}
)

func (m *measured) editions() []string {
	if strings.HasPrefix(m.dir, "../samples/") {
		return ofSamples
	}
	return ofOthers
}

// papers are the ledgers: a handful in every run, all of them where PILOT90_PAPERS is all.
func papers() []measured {
	all := []measured{
		{name: "midorino", always: true}, {name: "kitahama", always: true}, {name: "manabigawa", always: true},
		{name: "kado-series", always: true}, {name: "tateshina", always: true, more: map[string]int{"hub": 4}},
		{name: "alliance"}, {name: "three-years"}, {name: "midorino-untidy", more: map[string]int{"overview": 1}},
		{name: "midorino-office", more: map[string]int{"overview": 1, "hub": 1}}, // the sheets of the ledger, a month each
	}
	for i := range all {
		all[i].dir = "../samples/" + all[i].name
	}
	for i, office := range []string{"seed03/08-one-sheet", "seed03/02-clock", "seed03/05-payments",
		"seed03/14-partial-start", "seed11/09-invoices", "seed11/13-units-minutes", "seed11/01-names-only"} {
		all = append(all, measured{name: office, dir: "../../shared/data/office/" + office, always: i == 0})
	}
	const manyFindings = "seed11/06-wide-pay" // names in place of ids: 15 rows to look at
	all = append(all, measured{name: manyFindings, dir: "../../shared/data/office/" + manyFindings,
		more: map[string]int{"hub": 1, "overview": 1}})
	// a page of the list of people has room for 22, one of the lines of the cycle for 40
	return append(all, measured{name: "5 people", people: 5, always: true}, measured{name: "10 people", people: 10},
		measured{name: "40 people", people: 40, always: true, more: map[string]int{"hub": 2, "overview": 1}},
		measured{name: "300 people", people: 300, more: map[string]int{"hub": 15}})
}

// TestPageEconomy: the editions of ledgers of all models, of offices and of sizes have the pages that they were drawn
// with, in both languages; no page of any but the last is under 60 % full; no text is under 8 points; no heading stands
// without content, no column of a table is blank, and no page has nothing but words for what is not known.
func TestPageEconomy(t *testing.T) {
	if testing.Short() {
		t.Skip("makes the PDF of whole editions")
	}
	toText := tool(t, "pdftotext", "poppler-utils")
	for _, m := range papers() {
		if !m.always && os.Getenv("PILOT90_PAPERS") != "all" {
			continue
		}
		t.Run(m.name, func(t *testing.T) {
			dir := m.dir
			if m.people > 0 {
				dir = t.TempDir()
				if err := ledgers.Write(dir, ledgers.Size{People: m.people, Rows: 30 * m.people}); err != nil {
					t.Fatal(err)
				}
			}
			if _, err := os.Stat(dir); err != nil {
				t.Skip("no reference data: " + err.Error())
			}
			for _, language := range []lang.Lang{lang.JA, lang.EN} {
				run := runOf(t, dir, language)
				for _, edition := range m.editions() {
					r, run := Build(builtin(t, edition), run)
					contentEconomy(t, string(language)+" "+edition, r)
					files, _, err := Render(t.Context(), r, run, []string{"pdf"})
					if err != nil {
						t.Fatal(err)
					}
					for _, f := range files {
						if f.Name != DeckFile {
							what := string(language) + " " + edition + " " + f.Name
							pageEconomy(t, what, wordBoxes(t, toText, f), mostPages[edition]+m.more[edition])
						}
					}
				}
			}
		})
	}
}

// TestCouncilPageOnOtherDays: the page of three years is one page too while its last year runs, when people are on
// their way and the nation's note is longest, and long after, when payments are late.
func TestCouncilPageOnOtherDays(t *testing.T) {
	toText := tool(t, "pdftotext", "poppler-utils")
	for _, asOf := range []cell.Day{cell.NewDay(2025, 12, 31), cell.NewDay(2026, 10, 1)} {
		for _, language := range []lang.Lang{lang.JA, lang.EN} {
			r, run := Build(builtin(t, "council"), runOn(t, "../samples/three-years", asOf, language))
			files, _, err := Render(t.Context(), r, run, []string{"pdf"})
			if err != nil {
				t.Fatal(err)
			}
			for _, f := range files {
				if f.Name != DeckFile {
					pageEconomy(t, string(language)+" "+asOf.String()+" "+f.Name, wordBoxes(t, toText, f), mostPages["council"])
				}
			}
		}
	}
}

// pageEconomy measures the pages of one file.
func pageEconomy(t *testing.T, name string, pages [][]wordBox, most int) {
	t.Helper()
	if len(pages) > most {
		t.Errorf("%s: %d pages, want %d", name, len(pages), most)
	}
	for i, words := range pages {
		if fill := lowest(words) / (pageTall - footRule); fill < leastFill && i < len(pages)-1 {
			t.Errorf("%s: page %d is %.0f %% full", name, i+1, fill*100)
		}
		unknown := 0
		for _, w := range words {
			if w.bottom-w.top < 7.95 {
				t.Errorf("%s: page %d has a word %.2f points tall, %.0f from the top", name, i+1, w.bottom-w.top, w.top)
				break
			}
			if bareThousands.MatchString(w.text) {
				t.Errorf("%s: page %d has %q, a number without separators", name, i+1, w.text)
			}
			if strings.Contains(w.text, "データなし") || w.text == "data" {
				unknown++
			}
		}
		if unknown*2 > len(words) {
			t.Errorf("%s: page %d says %d times that there is no data, in %d words", name, i+1, unknown, len(words))
		}
	}
}

// contentEconomy looks for headings without content and for blank columns.
func contentEconomy(t *testing.T, name string, r *content.Report) {
	t.Helper()
	for _, s := range r.Sections {
		if len(s.Blocks) == 0 {
			t.Errorf("%s: the section %q is empty", name, s.Title)
		}
		blocksEconomy(t, name, s.Blocks)
	}
}

func blocksEconomy(t *testing.T, name string, blocks []content.Block) {
	t.Helper()
	for i, b := range blocks {
		switch b := b.(type) {
		case content.Heading:
			if i == len(blocks)-1 {
				t.Errorf("%s: nothing below %q", name, b.Text)
			} else if next, ok := blocks[i+1].(content.Heading); ok && next.Text != "" {
				t.Errorf("%s: %q stands below %q", name, next.Text, b.Text)
			}
		case content.Beside:
			for _, part := range b.Parts {
				blocksEconomy(t, name, part)
			}
		case *content.Table:
			for k, column := range b.Columns {
				if len(b.Rows) > 0 && blankColumn(b, k) {
					t.Errorf("%s: the column %q of the table %q is blank", name, column.Head, b.Caption)
				}
			}
		}
	}
}

// blankColumn reports whether no cell of a column has a text or a drawing.
func blankColumn(b *content.Table, column int) bool {
	for i, row := range b.Rows {
		if column < len(row) && strings.Trim(row[column], " "+block.None) != "" || b.Dress.Cell(i, column).Draw != nil {
			return false
		}
	}
	return true
}

// wordBox is a word and where it stands, in points from the top of its page.
type wordBox struct {
	top, bottom float64
	text        string
}

// wordBoxes are the words of each page of a PDF.
func wordBoxes(t *testing.T, toText string, f File) [][]wordBox {
	t.Helper()
	path := filepath.Join(t.TempDir(), "paper.pdf")
	if err := os.WriteFile(path, f.Data, 0o644); err != nil {
		t.Fatal(err)
	}
	var pages [][]wordBox
	for _, page := range strings.Split(output(t, toText, "-bbox", path, "-"), "<page ")[1:] {
		var words []wordBox
		for _, m := range boxOfWord.FindAllStringSubmatch(page, -1) {
			top, err1 := strconv.ParseFloat(m[1], 64)
			bottom, err2 := strconv.ParseFloat(m[2], 64)
			if err1 != nil || err2 != nil {
				t.Fatal(err1, err2)
			}
			words = append(words, wordBox{top, bottom, m[3]})
		}
		pages = append(pages, words)
	}
	return pages
}

// lowest is where the lowest word of the body ends.
func lowest(words []wordBox) float64 {
	out := 0.0
	for _, w := range words {
		if w.bottom < pageTall-footRule {
			out = max(out, w.bottom)
		}
	}
	return out
}
