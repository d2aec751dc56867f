package kpi_test

import (
	"strings"
	"testing"

	"pilot90/cohort/cohorttest"
	"pilot90/cohort/finding"
	"pilot90/kpi"
	"pilot90/kpi/catalog"
)

// TestFileOverTheLimit: a log that was too large to be read takes all its figures away, and each says why: that the
// ledger has no such sheet would be untrue. The figures of the other sheets say that its records are not in them.
func TestFileOverTheLimit(t *testing.T) {
	c, clock := cohorttest.Load(t, "as_of: 2026-03-31\n\n## 参加者\n参加者ID | 開始日\nP1 | 2025-04-01\n")
	c.Findings = append(c.Findings, finding.Finding{Code: "C307", Severity: finding.Error})
	for _, f := range kpi.Run(catalog.All(), kpi.NewWindow(c, clock)) {
		said := f.Reason.JA
		for _, n := range f.Warnings {
			said += n.JA
		}
		if !strings.Contains(said, "大きすぎて読まなかったファイルがあり") {
			t.Errorf("%s: %q", f.ID, said)
		}
	}
}
