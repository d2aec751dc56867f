package rule_test

import (
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pilot90/cohort"
	"pilot90/cohort/cohorttest"
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/rule"
)

// faultLedger is one file of testdata/rules: a ledger with ^ at every faulty cell, then its
// clean twin. Remarks in it say what cannot be marked:
//
//	// related 作業ログ!A2 -> 参加者!B3   the related cells of a finding, all of them
//	// excluded tasks 1                  how many rows of a table are left out; the others none
type faultLedger struct {
	code         string
	fault, clean string
	related      map[string][]string
	excluded     map[string]int
}

func readFaultLedger(t *testing.T, path string) faultLedger {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	l := faultLedger{
		code:    strings.ToUpper(strings.TrimSuffix(filepath.Base(path), ".txt")),
		related: map[string][]string{}, excluded: map[string]int{},
	}
	var found bool
	if l.fault, l.clean, found = strings.Cut(string(data), "\n=== clean\n"); !found {
		t.Fatalf("%s has no clean twin", path)
	}
	for line := range strings.Lines(l.fault) {
		remark, ok := strings.CutPrefix(strings.TrimSpace(line), "// ")
		if rest, is := strings.CutPrefix(remark, "related "); ok && is {
			at, cells, _ := strings.Cut(rest, "->")
			l.related[strings.TrimSpace(at)] = strings.Fields(cells)
		}
		if rest, is := strings.CutPrefix(remark, "excluded "); ok && is {
			for part := range strings.SplitSeq(rest, ",") {
				words := strings.Fields(part)
				n, err := strconv.Atoi(words[1])
				if err != nil {
					t.Fatalf("%s: %q", path, line)
				}
				l.excluded[words[0]] = n
			}
		}
	}
	return l
}

func TestFaultLedgers(t *testing.T) {
	paths, err := filepath.Glob("testdata/rules/*.txt")
	if err != nil || len(paths) == 0 {
		t.Fatal("no fault ledgers", err)
	}
	for _, path := range paths {
		l := readFaultLedger(t, path)
		t.Run(l.code, func(t *testing.T) {
			rule, known := rule.ByCode(l.code)
			if !known {
				t.Fatal("no such rule")
			}
			checkFault(t, l, rule)
			clean := cohorttest.Check(t, l.clean)
			for _, f := range clean.Findings {
				if f.Code == l.code {
					t.Errorf("the clean twin has %s at %s: %s", f.Code, f.Place, f.Message.JA)
				}
			}
		})
	}
}

func checkFault(t *testing.T, l faultLedger, rule rule.Rule) {
	t.Helper()
	ledger := cohorttest.Check(t, l.fault)
	seen := 0
	for _, f := range finding.Unfold(ledger.Findings) {
		if f.Code != l.code {
			continue
		}
		seen++
		checkWords(t, f)
		if f.Severity != rule.Severity {
			t.Errorf("%s is a %s, the rule says %s", f.Place, f.Severity, rule.Severity)
		}
		want, said := l.related[f.Sheet+"!"+f.Range]
		var got []string
		for _, p := range f.Related {
			got = append(got, p.Sheet+"!"+p.Range)
		}
		if said && !slices.Equal(got, want) {
			t.Errorf("related cells of %s are %v, want %v", f.Place, got, want)
		}
		delete(l.related, f.Sheet+"!"+f.Range)
	}
	if seen == 0 {
		t.Errorf("the rule found nothing in\n%s", ledger)
	}
	for at := range l.related {
		t.Errorf("no %s at %s", l.code, at)
	}
	if got := excludedRows(ledger.Ledger); !reflect.DeepEqual(got, l.excluded) {
		t.Errorf("excluded rows %v, want %v", got, l.excluded)
	}
}

// checkWords holds what every message needs; an info may do without a fix.
func checkWords(t *testing.T, f finding.Finding) {
	t.Helper()
	texts := []lang.Text{f.Message, f.Fix}
	if f.Severity == finding.Info && f.Fix.Empty() {
		texts = texts[:1]
	}
	for _, text := range texts {
		if text.JA == "" || text.EN == "" || strings.Contains(text.JA+text.EN, "%!") || strings.Contains(text.JA, "不正") {
			t.Errorf("%s at %s says %q / %q", f.Code, f.Place, text.JA, text.EN)
		}
	}
}

// excludedRows counts the rows that are left out, by table.
func excludedRows(c *cohort.Ledger) map[string]int {
	counts := map[string]int{}
	for _, in := range c.Inputs {
		for _, s := range in.Sheets {
			if s.Excluded > 0 {
				counts[string(s.Key)] += s.Excluded
			}
		}
	}
	return counts
}
