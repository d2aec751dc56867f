package report

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io/fs"
	"math"
	"os"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pilot90/cohort/cell"
	"pilot90/cohort/sheet"
	"pilot90/kpi"
	"pilot90/kpi/disclose"
	"pilot90/kpi/facts"
)

// attackedSizes are how many people the attacked towns have.
var attackedSizes = []int{8, 9, 10, 11, 12, 12, 13, 14, 16, 18, 20, 21, 24, 27, 30, 34, 40, 46, 53, 60}

// TestWrittenFiles attacks what is written: the files of every edition that leaves the hub, of twenty towns on two
// days, the second made beside the sealed ones of the first; papers, slides and pictures of every fourth town. No name,
// no id and nothing that somebody typed about a person or a client stands in any; no number in text, table, chart,
// presentation or hidden cell is what one person got or worked, or the price of one contract; no pay is the difference
// of two exact amounts or a share of one; no line by an attribute has one or two persons.
func TestWrittenFiles(t *testing.T) {
	if testing.Short() {
		t.Skip("makes every format of every edition of twenty towns")
	}
	t.Parallel()
	for seed, people := range attackedSizes {
		t.Run(fmt.Sprintf("%d of %d", seed, people), func(t *testing.T) {
			leaks, numbers := attackedTown(uint64(seed), people).attack(t, seed%4 == 0, "grant", "council", "public")
			for _, leak := range leaks {
				t.Error(leak)
			}
			if numbers < 1000 {
				t.Errorf("only %d numbers were read", numbers)
			}
		})
	}
}

// TestWrittenFilesHaveTeeth: the same attack finds names, amounts and small groups in the hub's own edition.
func TestWrittenFilesHaveTeeth(t *testing.T) {
	if testing.Short() {
		t.Skip("makes every format of two editions")
	}
	t.Parallel()
	leaks, _ := attackedTown(3, 16).attack(t, true, "overview", "hub")
	for _, kind := range []string{"words", "pay", "hours", "price", "group"} {
		if !slices.ContainsFunc(leaks, func(l string) bool { return strings.Contains(l, " "+kind+" ") }) {
			t.Errorf("no %s in the hub's editions: is the attack reading them?", kind)
		}
	}
}

// attack writes the editions on two days, in every format if whole, and lists what can be read in them.
func (a *attacked) attack(t *testing.T, whole bool, editions ...string) (leaks []string, numbers int) {
	t.Helper()
	var sealed []disclose.Published
	money := map[float64]bool{} // of all files of all days
	lastDay := cell.NewDay(2026, 3, 31)
	for _, day := range []cell.Day{cell.NewDay(2025, 10, 15), lastDay} {
		run := ledgerOf(t, day, a.files)
		a.revenues(run)
		run.Earlier = slices.Clone(sealed)
		for _, edition := range editions {
			formats := []string{"html", "xlsx", "json", "csv"}
			if whole && day == lastDay {
				formats = Formats
			}
			files, found := a.edition(t, fmt.Sprintf("%s %s", day, edition), edition, run, formats)
			leaks = append(leaks, found.leaks...)
			numbers += len(found.numbers)
			for _, x := range found.numbers {
				money[x] = true
			}
			if edition != "hub" && edition != "overview" {
				sealed = append(sealed, published(t, files))
			}
		}
	}
	return append(leaks, a.differences(money)...), numbers
}

// haul is what was read in the files of an edition.
type haul struct {
	leaks   []string
	numbers []float64
}

// edition writes one edition and reads its files.
func (a *attacked) edition(t *testing.T, where, edition string, run Run, formats []string) ([]File, haul) {
	t.Helper()
	r, shown := Build(builtin(t, edition), run)
	files, _, err := Render(t.Context(), r, shown, formats)
	if err != nil {
		t.Fatal(err)
	}
	var all haul
	for _, f := range files {
		where := where + " " + f.Name + ":"
		texts := readable(t, f)
		found := numbersIn(texts)
		all.numbers = append(all.numbers, found...)
		all.leaks = slices.Concat(all.leaks, a.named(where, texts), a.exact(where, found), smallGroups(where, texts))
	}
	return files, all
}

// published is what a sealed edition would tell.
func published(t *testing.T, files []File) disclose.Published {
	t.Helper()
	for _, f := range files {
		if f.Name == "figures.json" {
			p, err := disclose.ReadPublished(bytes.NewReader(f.Data))
			if err != nil {
				t.Fatal(err)
			}
			return p
		}
	}
	t.Fatal("no figures.json")
	return disclose.Published{}
}

// legible is what can be read in a file: all of it, and line by line with the cells of a row apart.
type legible struct {
	all   string
	lines []string
}

// readable reads a file as its reader would who looks at every part of it: hidden sheets, notes, alternative texts,
// the workbooks within a presentation, the options of charts.
func readable(t *testing.T, f File) legible {
	t.Helper()
	switch path.Ext(f.Name) {
	case ".pdf":
		text := pdfLines(t, f.Data)
		return legible{text, strings.Split(text, "\n")}
	case ".xlsx":
		return legible{unzipped(t, f.Data), workbookLines(t, f.Data)}
	case ".pptx":
		return legible{unzipped(t, f.Data), slideLines(t, f.Data)}
	case ".html":
		text := ownParts(string(withoutPolicy(f.Data)))
		return legible{text, markupLines(text)}
	case ".png":
		text := chunks(t, f.Data)
		return legible{text, strings.Split(text, "\n")}
	}
	text := string(f.Data)
	return legible{text, strings.Split(text, "\n")}
}

// ownParts is a page without styles and pictures, which hold nothing of the town, and without the library of charts,
// which is far longer than any script with data.
func ownParts(page string) string {
	page = cutOut(page, "<script", "</script>", 200_000)
	return withoutData(cutOut(page, "<style", "</style>", 0))
}

// cutOut takes out what stands from a beginning to the next end, if it is longer than least.
func cutOut(page, begin, end string, least int) string {
	var out strings.Builder
	for {
		from := strings.Index(page, begin)
		if from < 0 {
			break
		}
		length := strings.Index(page[from:], end)
		if length < 0 {
			break
		}
		to := from + length + len(end)
		if out.WriteString(page[:from]); to-from <= least {
			out.WriteString(page[from:to])
		}
		page = page[to:]
	}
	return out.String() + page
}

// withoutData takes out what is written in base64: 400 of its letters or more.
func withoutData(page string) string {
	isData := func(c byte) bool {
		return 'A' <= c && c <= 'Z' || 'a' <= c && c <= 'z' || '0' <= c && c <= '9' || strings.IndexByte("+/=", c) >= 0
	}
	var out strings.Builder
	for at := 0; at < len(page); {
		to := at
		for to < len(page) && isData(page[to]) {
			to++
		}
		if to-at < 400 {
			to = min(max(to, at+1), len(page))
			out.WriteString(page[at:to])
		}
		at = to
	}
	return out.String()
}

func pdfLines(t *testing.T, data []byte) string {
	t.Helper()
	file := path.Join(t.TempDir(), "report.pdf")
	if err := os.WriteFile(file, data, 0o644); err != nil {
		t.Fatal(err)
	}
	return output(t, tool(t, "pdftotext", "poppler-utils"), "-layout", "-enc", "UTF-8", file, "-")
}

func workbookLines(t *testing.T, data []byte) (lines []string) {
	t.Helper()
	book, _, err := sheet.Read("made.xlsx", bytes.NewReader(data), int64(len(data)), sheet.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, g := range book.Sheets {
		for _, row := range g.Rows {
			var cells []string
			for _, c := range row.Cells {
				cells = append(cells, c.Text)
			}
			lines = append(lines, strings.Join(cells, "\t"))
		}
	}
	return lines
}

func slideLines(t *testing.T, data []byte) (lines []string) {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range z.File {
		part, err := fs.ReadFile(z, f.Name)
		if err != nil {
			t.Fatal(err)
		}
		switch path.Ext(f.Name) {
		case ".xlsx":
			lines = append(lines, workbookLines(t, part)...)
		case ".xml":
			lines = append(lines, markupLines(string(part))...)
		}
	}
	return lines
}

var (
	lineEnds  = regexp.MustCompile(`</(?:tr|p|li|h\d|div|a:p|a:tr|c:pt|figcaption|dt|dd)>|<br/?>|\\n`)
	cellEnds  = regexp.MustCompile(`</(?:td|th|a:tc)>`)
	saidOf    = regexp.MustCompile(`(?:descr|alt|aria-label|title)="([^"]*)"`)
	markup    = regexp.MustCompile(`<[^<>]*>`)
	numeral   = regexp.MustCompile(`\d[\d,]*(?:\.\d+)?(?:[eE][-+]?\d+)?`)
	attribute = `女性|男性|[2-6]0代|子育て|介護|障がい|ひとり親|シニア|学生|求職|移住|町外|地元就職|就業移行|` +
		`Female|Male|[2-6]0s|Childcare|Care|Disability|Single parent|Senior|Student|Job seeking|Migrant`
	inWords = regexp.MustCompile(`(?:` + attribute + `)(?:の人|の参加者)?(?:は|が|で|、|：|:|\s)*([12])(?:人| person| people)`)
	aLabel  = regexp.MustCompile(`^(?:` + attribute + `)(?:(?:[・+、]|, )(?:` + attribute + `))*$`)
)

// markupLines are the lines of a page or a slide without its marks, and what is said of its pictures.
func markupLines(text string) []string {
	var all []string
	for _, m := range saidOf.FindAllStringSubmatch(text, -1) {
		all = append(all, m[1])
	}
	text = lineEnds.ReplaceAllString(cellEnds.ReplaceAllString(text, "\t"), "\n")
	return append(all, strings.Split(markup.ReplaceAllString(text, ""), "\n")...)
}

// named lists names, ids and typed texts that stand in a file.
func (a *attacked) named(where string, w legible) (leaks []string) {
	text := squeeze(w.all)
	for _, word := range append(a.words, "さん担当") {
		if strings.Contains(text, squeeze(word)) {
			leaks = append(leaks, where+" words "+word)
		}
	}
	return leaks
}

func numbersIn(w legible) (all []float64) {
	for _, line := range w.lines {
		for _, m := range numeral.FindAllString(line, -1) {
			if x, err := strconv.ParseFloat(strings.ReplaceAll(m, ",", ""), 64); err == nil {
				all = append(all, x)
			}
		}
	}
	return all
}

// exact lists amounts of persons and contracts that stand in a file as they are.
func (a *attacked) exact(where string, numbers []float64) (leaks []string) {
	for kind, secrets := range map[string]map[string]float64{"pay": a.pay, "hours": a.hours, "price": a.prices} {
		for whose, secret := range secrets {
			if kind != "hours" && (secret < 2100 || math.Mod(secret, 10) == 0) ||
				kind == "hours" && math.Mod(math.Round(secret*100), 10) == 0 {
				continue // such a number may be a day, a year, a rounded amount, a percentage
			}
			if slices.ContainsFunc(numbers, func(x float64) bool { return math.Abs(x-secret) < 1e-6 }) {
				leaks = append(leaks, fmt.Sprintf("%s %s of %s, %v", where, kind, whose, secret))
			}
		}
	}
	slices.Sort(leaks)
	return leaks
}

// smallGroups lists lines by an attribute that have one or two persons.
func smallGroups(where string, w legible) (leaks []string) {
	for _, line := range w.lines {
		if strings.Contains(line, "1人") || strings.Contains(line, "2人") {
			for _, m := range inWords.FindAllString(line, -1) {
				leaks = append(leaks, where+" group "+m)
			}
		}
		cells := strings.FieldsFunc(line, func(r rune) bool { return r == '\t' || r == ',' })
		if len(cells) < 2 || !slices.ContainsFunc(cells, func(c string) bool {
			return aLabel.MatchString(strings.TrimSpace(c))
		}) {
			continue
		}
		for _, c := range cells {
			if c = strings.TrimSuffix(strings.TrimSpace(c), "人"); c == "1" || c == "2" {
				leaks = append(leaks, where+" group "+strings.Join(cells, "|"))
				break
			}
		}
	}
	return leaks
}

// differences lists the persons whose pay is what two exact amounts of any files differ by, or a share of one.
func (a *attacked) differences(numbers map[float64]bool) (leaks []string) {
	var money, shares []float64
	for x := range numbers {
		switch {
		case x >= 10_000 && math.Mod(x, 100) != 0 && math.Mod(x, 1) == 0:
			money = append(money, x)
		case 0 < x && x < 1 && math.Abs(x*1000-math.Round(x*1000)) > 1e-9:
			shares = append(shares, x)
		}
	}
	slices.Sort(money)
	slices.Sort(shares)
	for whose, secret := range a.pay {
		if strings.Contains(whose, " ") || secret < 10_000 {
			continue
		}
		for i, x := range money {
			for _, y := range money[:i] {
				if math.Abs(x-y-secret) < 0.5 {
					leaks = append(leaks, fmt.Sprintf("pay of %s is %v − %v", whose, x, y))
				}
			}
			for _, s := range shares {
				if math.Abs(x*s-secret) < 0.005 {
					leaks = append(leaks, fmt.Sprintf("pay of %s is %v × %v", whose, x, s))
				}
			}
		}
	}
	slices.Sort(leaks)
	return leaks
}

// revenues adds what each contract brings in the period. Where a class-A figure is of one contract alone, it is told
// all
// the same: the programme answers for it.
func (a *attacked) revenues(run Run) {
	told := map[float64]bool{}
	for _, f := range run.Result.Figures {
		if f.Class != kpi.Accountability || f.Value == nil {
			continue
		}
		told[*f.Value] = true
		if f.Numerator != nil && f.Denominator != nil {
			told[*f.Numerator], told[*f.Denominator] = true, true
		}
	}
	for _, c := range run.Window.ActiveContracts() {
		if yen, priced := facts.Revenue(run.Window, c); priced && !told[yen] {
			a.prices[fmt.Sprintf("%s to %s", c.ID.Value, run.Window.Clock.AsOf)] = yen
		}
	}
}
