// Package ledgers makes ledgers of any number of people and rows, for measuring: a folder with pilot.toml and
// workbooks as Excel writes them. The one idea: every cell follows from the number of its row, so that two runs
// measure the same bytes, and the figures of other programs can be held against ours. All of it is invented; nothing
// is random, and nothing but Spoilt is at fault.
package ledgers

import (
	"fmt"
	"os"
	"path/filepath"
)

// Size is how much a ledger holds.
type Size struct {
	People int  // participants, from 1 on
	Rows   int  // tasks in the work log
	Books  int  // workbooks that the work log is spread over, beside that of the other tables; 0: all in one
	Spoilt bool // every task has a pay that cannot be read
	Town   int  // makes one town of many: names and amounts differ with it
}

// AsOf is the day on which the ledgers are looked at: all their days are in the fiscal year that it ends.
const AsOf = "2026-03-31"

// Excel's numbers of the first and the last day of the fiscal year, 2025-04-01 and 2026-03-31.
const (
	firstDay = 45748
	lastDay  = firstDay + 364
)

// Write makes the ledger in dir, which it makes where there is none.
func Write(dir string, s Size) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(dir, "pilot.toml"), []byte(settings(s)), 0o644); err != nil {
		return err
	}
	tables := []table{s.participants(), s.clients(), s.contracts()}
	if s.Books == 0 {
		return writeBook(filepath.Join(dir, "台帳.xlsx"), append(tables, s.tasks(0, s.Rows)))
	}
	if err := writeBook(filepath.Join(dir, "台帳.xlsx"), tables); err != nil {
		return err
	}
	for b := range s.Books {
		if err := WriteLog(dir, s, b); err != nil {
			return err
		}
	}
	return nil
}

// WriteLog makes workbook number b, counted from 0, of those that the work log is spread over.
func WriteLog(dir string, s Size, b int) error {
	name := filepath.Join(dir, fmt.Sprintf("作業ログ_%02d.xlsx", b+1))
	return writeBook(name, []table{s.tasks(b*s.Rows/s.Books, (b+1)*s.Rows/s.Books)})
}

func settings(s Size) string {
	return fmt.Sprintf(`[program]
name = "第%[1]d町 在宅ワーク90日パイロット"
municipality = "第%[1]d町"
prefecture = "長野県"
model = "regional_bpo"
population = 6800

[period]
fiscal_year = "令和7年度"

[targets]
recurring_contract_ratio = 0.6
first_income_residents = 8
retention_ratio = 0.8
`, s.Town+1)
}
