package html

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
	"sync"
	"testing"

	"pilot90/report/content"
)

func write(t *testing.T, r *content.Report) string {
	t.Helper()
	var b bytes.Buffer
	if err := Write(t.Context(), &b, r); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

var samplePage = sync.OnceValues(func() (string, error) {
	var b bytes.Buffer
	err := Write(context.Background(), &b, sampleReport())
	return b.String(), err
})

func sample(t *testing.T) string {
	t.Helper()
	page, err := samplePage()
	if err != nil {
		t.Fatal(err)
	}
	return page
}

var (
	scriptBlock = regexp.MustCompile(`(?s)<script>(.*?)</script>`)
	styleBlock  = regexp.MustCompile(`(?s)<style>(.*?)</style>`)
	dataBlock   = regexp.MustCompile(`(?s)<script type="application/json" id="[^"]+">(.*?)</script>`)
	policyMeta  = regexp.MustCompile(`http-equiv="Content-Security-Policy" content="([^"]*)"`)
	idAttribute = regexp.MustCompile(` id="([^"]*)"`)
	reference   = regexp.MustCompile(` (?:href="#|aria-labelledby="|data-chart=")([^"]*)"`)
)

// bare is the page without scripts and styles: what the report's texts can reach.
func bare(page string) string {
	page = scriptBlock.ReplaceAllString(page, "")
	page = dataBlock.ReplaceAllString(page, "")
	return styleBlock.ReplaceAllString(page, "")
}

func TestSameBytesTwice(t *testing.T) {
	if write(t, sampleReport()) != sample(t) {
		t.Error("two runs differ")
	}
}

// The policy is worth something only if it names exactly the blocks of this page.
func TestPolicyHashes(t *testing.T) {
	page := sample(t)
	found := policyMeta.FindStringSubmatch(page)
	if found == nil {
		t.Fatal("no policy")
	}
	policy := strings.ReplaceAll(found[1], "&#39;", "'")
	policy = strings.ReplaceAll(policy, "&#43;", "+")
	if !strings.HasPrefix(policy, "default-src 'none';") || strings.Contains(policy, "unsafe") {
		t.Errorf("policy %q", policy)
	}
	blocks := append(scriptBlock.FindAllStringSubmatch(page, -1), styleBlock.FindAllStringSubmatch(page, -1)...)
	if len(blocks) != 4 { // ECharts, drawing functions, page script; style
		t.Errorf("%d blocks, want 4", len(blocks))
	}
	for _, b := range blocks {
		sum := sha256.Sum256([]byte(b[1]))
		if hash := base64.StdEncoding.EncodeToString(sum[:]); !strings.Contains(policy, hash) {
			t.Errorf("block %.40q… is not in the policy", b[1])
		}
	}
}

// Nothing in the page's own markup points outside, and no style or handler attribute is used,
// which the policy would refuse.
func TestNoOutsideAddress(t *testing.T) {
	rest := bare(sample(t))
	for _, bad := range []string{
		"http:", "https:", "//", " style=", " onload", " onclick", "<link", "<iframe", "@import",
	} {
		if bad == "//" {
			rest = regexp.MustCompile(`src="data:[^"]*"`).ReplaceAllString(rest, "")
		}
		if strings.Contains(rest, bad) {
			t.Errorf("page holds %q", bad)
		}
	}
	for _, bad := range []string{"url(", "@import", "http"} {
		if strings.Contains(pageStyle, bad) {
			t.Errorf("style holds %q", bad)
		}
	}
}

func TestReferencesHaveTargets(t *testing.T) {
	page := bare(sample(t))
	full := sample(t)
	ids := map[string]bool{}
	for _, m := range idAttribute.FindAllStringSubmatch(scriptBlock.ReplaceAllString(full, ""), -1) {
		if ids[m[1]] {
			t.Errorf("id %q is used twice", m[1])
		}
		ids[m[1]] = true
	}
	for _, m := range reference.FindAllStringSubmatch(page, -1) {
		if !ids[m[1]] {
			t.Errorf("nothing has the id %q", m[1])
		}
	}
}

// Every place where a ledger's text can stand, filled with text that tries to become markup.
func hostileReport(evil string) *content.Report {
	chart := sampleBands()
	chart.ID, chart.Title, chart.Alt, chart.Unit, chart.XTitle, chart.YTitle = evil, evil, evil, evil, evil, evil
	chart.Categories[0], chart.Series[0].Name = evil, evil
	gantt, heat := sampleGantt(), sampleHeat() // the last is drawn by script
	gantt.Lanes[0].Label, gantt.Phases[0].Label = evil, evil
	heat.Title, heat.Categories[0], heat.Series[0].Name = evil, evil, evil
	table := &content.Table{ID: evil, Caption: evil, Columns: []content.Column{{Head: evil}, {Head: evil}},
		Rows: [][]string{{evil, evil}}, Notes: []string{evil}}
	chart.Twin = table
	card := content.Card{Figure: evil, Title: evil, Value: evil + "12" + evil, Detail: evil, Target: evil, Note: evil}
	return &content.Report{
		Lang: evil, Title: evil, Subtitle: evil, Edition: evil, Marking: evil, Footer: evil,
		Meta: []content.Pair{{Label: evil, Value: evil}},
		Sections: []content.Section{
			{ID: evil, Title: evil, Blocks: []content.Block{
				content.Paragraph{Text: evil}, content.List{Items: []string{evil}}, content.Cards{Cards: []content.Card{card}},
				table, chart, gantt, heat,
			}},
			{ID: evil, Title: evil},
		},
	}
}

func TestTextCannotBecomeMarkup(t *testing.T) {
	t.Parallel()
	for _, evil := range []string{
		`</script><script>alert(1)</script>`, `<!--<script>`, `"><img src=x onerror=alert(1)>`,
		`</title></style><svg onload=alert(1)>`, "javascript:alert(1)", "a\u2028b\u2029c", `{{.}}{b}`, `' onfocus='alert(1)`,
	} {
		page := write(t, hostileReport(evil))
		if n := len(scriptBlock.FindAllString(page, -1)); n != 3 {
			t.Errorf("%q: %d running scripts, want 3", evil, n)
		}
		rest := bare(page)
		for _, bad := range []string{"<script>", "<img src=x", "<svg onload", "onerror=alert(1)>", "' onfocus='"} {
			if strings.Contains(rest, bad) {
				t.Errorf("%q came through as %q", evil, bad)
			}
		}
		for _, m := range dataBlock.FindAllStringSubmatch(page, -1) {
			if !json.Valid([]byte(m[1])) || strings.ContainsAny(m[1], "<>\u2028\u2029") {
				t.Errorf("%q: data block is not safe JSON", evil)
			}
		}
	}
}

func TestPageParts(t *testing.T) {
	page := sample(t)
	for _, want := range []string{
		`<html lang="ja">`, `<a class="skip" href="#main">本文へ移動</a>`,
		`<p class="marking">内部限り</p>`, `<section id="headline" aria-labelledby="headline.title">`,
		`<section id="section" aria-labelledby="section.title">`, // 定義 is no plain word
		`<th scope="row" role="rowheader" class="txt whole">`, `<th scope="col" role="columnheader" class="num">目標</th>`,
		`<td role="cell" data-head="目標" class="num whole">`,
		`<p class="value">58.3<span class="unit"> %</span></p>`, `<p class="value">―</p>`,
		`<img alt="段階ごとの人数。登録12人`, `<summary>表で見る（グラフと同じ数値）</summary>`,
		`role="region" aria-label="点検項目と状況" tabindex="0"`, `<tr role="row" class="total">`, `<span class="hidden">要対応</span>`,
	} {
		if !strings.Contains(page, want) {
			t.Errorf("page lacks %s", want)
		}
	}
	if n := strings.Count(page, "<h1"); n != 1 {
		t.Errorf("%d first-level headings", n)
	}
}

func TestEnglishPage(t *testing.T) {
	page := write(t, &content.Report{Lang: "en", Title: "Report",
		Sections: []content.Section{{ID: "a", Title: "A", Blocks: []content.Block{
			content.Paragraph{Text: "Late.", Tone: content.Bad},
		}}}})
	for _, want := range []string{`<html lang="en">`, "Skip to content", "needs action"} {
		if !strings.Contains(page, want) {
			t.Errorf("page lacks %s", want)
		}
	}
}

func TestParts(t *testing.T) {
	for value, want := range map[string][]part{
		"58.3 %":   {{"58.3", false}, {" %", true}},
		"1,200 円":  {{"1,200", false}, {" 円", true}},
		"―":        {{"―", false}},
		"x":        {{"x", false}},
		"△3.5 点":   {{"△3.5", false}, {" 点", true}},
		"約2 か月半":   {{"約", true}, {"2", false}, {" か月半", true}},
		"到達していません": {{"到達していません", false}},
	} {
		got := parts(value)
		if len(got) != len(want) {
			t.Errorf("%q: %v, want %v", value, got, want)
			continue
		}
		for i := range got {
			if got[i] != want[i] {
				t.Errorf("%q: %v, want %v", value, got, want)
			}
		}
	}
}

func TestAnchors(t *testing.T) {
	a := anchors{}
	for _, c := range []struct{ kind, wish, want string }{
		{"", "cycle", "cycle"}, {"", "cycle", "cycle-2"}, {"", "定義", "section"}, {"", `x" onclick="y`, "section-2"},
		{"chart", "funnel", "chart-funnel"}, {"chart", "", "chart"}, {"chart", "a b", "chart-2"},
	} {
		if got := a.name(c.kind, c.wish); got != c.want {
			t.Errorf("%q: %q, want %q", c.wish, got, c.want)
		}
	}
}

// Columns get their relative widths in steps of 5 %: 20, 10, 30 and 40 of 100; one without a width
// has none, and a table without any has no classes.
func TestColumnWidths(t *testing.T) {
	col := func(widths ...float64) []content.Column {
		out := make([]content.Column, len(widths))
		for i, w := range widths {
			out[i].Width = w
		}
		return out
	}
	for _, c := range []struct {
		columns []content.Column
		want    string
	}{
		{col(20, 10, 30, 40), "w20 w10 w30 w40"},
		{col(1, 2), "w35 w65"},     // 33.3 % and 66.7 %
		{col(1, 0, 99), "w5 w100"}, // never nothing
		{col(0, 0), ""},
	} {
		if got := strings.Join(strings.Fields(strings.Join(widthClasses(c.columns), " ")), " "); got != c.want {
			t.Errorf("%v: %q, want %q", c.columns, got, c.want)
		}
	}
	for step := 5; step <= 100; step += 5 {
		if !strings.Contains(pageStyle, fmt.Sprintf(".w%d { width: %d%%; }", step, step)) {
			t.Errorf("the style lacks the width of %d %%", step)
		}
	}
}
