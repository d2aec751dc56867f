package report

import (
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"pilot90/cohort/lang"
)

// mostPages are how many pages each file of an edition of the sample has at most: those of look.md, section 5.
var mostPages = map[string]int{"council": 1, "hub": 2, "grant": 3, "overview": 8, "public": 2}

const (
	leastFill = 0.6
	pageTall  = 841.89
	footRule  = 46.0 // from the lower edge, where the body ends
)

var boxOfWord = regexp.MustCompile(`<word xMin="[0-9.]+" yMin="([0-9.]+)" xMax="[0-9.]+" yMax="([0-9.]+)">`)

// TestPageEconomy: the editions of the samples of the three models have the pages that they were drawn with, and no
// page of any but the last is under 60 % full; so too in English, and of ledgers of people or of revenue alone.
func TestPageEconomy(t *testing.T) {
	if testing.Short() {
		t.Skip("makes the PDF of whole editions")
	}
	toText := tool(t, "pdftotext", "poppler-utils")
	for _, sample := range []string{"midorino", "kitahama", "manabigawa", "tateshina", "kado-series"} {
		for _, language := range []lang.Lang{lang.JA, lang.EN} {
			for edition, most := range mostPages {
				if sample == "tateshina" && edition == "hub" {
					continue // its list and its charts of 100 people each begin a page
				}
				if language == lang.EN && sample == "midorino" && (edition == "hub" || edition == "overview") {
					most++ // three sentences in English are longer than the page
				}
				r, run := Build(builtin(t, edition), runOf(t, "../samples/"+sample, language))
				files, _, err := Render(t.Context(), r, run, []string{"pdf"})
				if err != nil {
					t.Fatal(err)
				}
				for _, f := range files {
					if f.Name == DeckFile {
						continue
					}
					pages := wordBoxes(t, toText, f)
					if len(pages) > most {
						t.Errorf("%s %s %s %s: %d pages, want %d", sample, language, edition, f.Name, len(pages), most)
					}
					for i, words := range pages[:len(pages)-1] {
						if fill := lowest(words) / (pageTall - footRule); fill < leastFill {
							t.Errorf("%s %s %s %s: page %d is %.0f %% full", sample, language, edition, f.Name, i+1, fill*100)
						}
					}
				}
			}
		}
	}
}

// TestNoSmallPrint: no text of any edition of the sample is under 8 points. A word is as tall as its type: the faces
// reach from 0.88 above the baseline to 0.12 below.
func TestNoSmallPrint(t *testing.T) {
	if testing.Short() {
		t.Skip("makes the PDF of whole editions")
	}
	toText := tool(t, "pdftotext", "poppler-utils")
	for _, edition := range []string{"hub", "grant", "council", "public", "overview"} {
		r, run := Build(builtin(t, edition), runOf(t, "../samples/midorino", lang.JA))
		files, _, err := Render(t.Context(), r, run, []string{"pdf"})
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range files {
			for i, words := range wordBoxes(t, toText, f) {
				for _, w := range words {
					if w.bottom-w.top < 7.95 {
						t.Errorf("%s %s page %d: a word is %.2f points tall, %.0f from the top", edition, f.Name, i+1, w.bottom-w.top,
							w.top)
						break
					}
				}
			}
		}
	}
}

// wordBox is where a word stands, in points from the top of its page.
type wordBox struct{ top, bottom float64 }

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
			words = append(words, wordBox{top, bottom})
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
