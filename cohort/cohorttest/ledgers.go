package cohorttest

import (
	"fmt"
	"strings"

	"pilot90/cohort"
	"pilot90/cohort/finding"
)

// People and jobs are the two other required sheets of the ledgers below.
const People = `
## 参加者
参加者ID | 開始日
P01 | 2025-04-01
P02 | 2025-04-01
`

// Jobs is a sheet of contracts.
const Jobs = `
## 案件
案件ID | 発注者ID | 種別 | 開始日 | 終了日 | 月額
K1 | C1 | 定期 | 2025-04-01 | 2026-03-31 | 30000
`

// Tasks writes the task records of a ledger, one a line: row, date, person, contract, hours, pay,
// paid date.
func Tasks(c *cohort.Ledger) string {
	var b strings.Builder
	for _, t := range c.Tasks.Rows {
		fmt.Fprintf(&b, "%d %s %s %s %g %g", t.Number, t.Date.Value, t.ParticipantID.Value, t.ContractID.Value, t.Hours.Value,
			t.Pay.Value)
		if t.PaidDate.Known {
			fmt.Fprintf(&b, " paid %s", t.PaidDate.Value)
		}
		b.WriteString("\n")
	}
	return b.String()
}

// Codes lists the codes of the findings that are not infos about values, with their cells.
func Codes(c *cohort.Ledger) string {
	var out []string
	for _, f := range finding.Unfold(c.Findings) {
		if f.Code != "C190" {
			out = append(out, f.Code+" "+f.Range)
		}
	}
	return strings.Join(out, ", ")
}
