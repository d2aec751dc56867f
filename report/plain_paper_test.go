package report

import (
	"regexp"
	"strings"
	"testing"

	"pilot90/cohort/lang"
)

// commandLine is what a reader of a paper has no use for: a command, an option, a file of settings or a key in it.
// The tool's version in the head (pilot90 0.1.0) is none, and 下書き（公表前に seal） is the mark of a draft.
var commandLine = regexp.MustCompile(`pilot90 (check|read|kpi|status|explain|report|seal|verify|diff|` +
	`handover|serve|init|plan)|--[a-z]{2}|(pilot|reading)\.toml|\[\[?(period|targets|program|grant|privacy|settings)`)

// TestPapersHaveNoCommands: no edition of any sample names a command or a setting, but for the way to mend a finding
// of the ledger, which whoever keeps it reads on the pages of the office.
func TestPapersHaveNoCommands(t *testing.T) {
	if testing.Short() {
		t.Skip("makes every paper")
	}
	for _, sample := range []string{"midorino", "midorino-untidy", "midorino-office", "kado-series", "tateshina"} {
		for _, edition := range []string{"hub", "grant", "council", "public", "overview"} {
			for _, l := range []lang.Lang{lang.JA, lang.EN} {
				run := runOf(t, "../samples/"+sample, l)
				r, _ := Build(builtin(t, edition), run)
				text := dump(r)
				for _, f := range run.Cohort.Findings {
					text = strings.ReplaceAll(text, f.Fix.In(l), "")
				}
				for _, found := range commandLine.FindAllStringIndex(text, -1) {
					t.Errorf("%s, %s, %s: …%s…", sample, edition, l, text[max(0, found[0]-60):min(len(text), found[1]+40)])
				}
			}
		}
	}
}
