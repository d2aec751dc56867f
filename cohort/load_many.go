package cohort

import (
	"fmt"

	"pilot90/cohort/lang"
)

// MostFiles is how many spreadsheets a ledger may have. Each is read whole before figures are computed, and an edition
// keeps them all; one for each day of ten years are fewer.
const MostFiles = 5000

// TooManyFiles is the error of a ledger with more than MostFiles spreadsheets; In gives its words.
type TooManyFiles struct{ lang.Text }

func (e *TooManyFiles) Error() string { return e.EN }

// countable returns a *TooManyFiles where there are more than may be read.
func countable(names []string) error {
	if len(names) <= MostFiles {
		return nil
	}
	return &TooManyFiles{lang.Text{
		JA: fmt.Sprintf("台帳のフォルダーに表計算ファイルが%d個あります（%d個まで読みます）。台帳でないファイルを別のフォルダーに移すか、"+
			"pilot.toml の [ledger] files に台帳のファイルだけを書いてください", len(names), MostFiles),
		EN: fmt.Sprintf("the ledger's folder has %d spreadsheets, of which %d can be read at most; move those that are not "+
			"part of it, or name those that are in [ledger] files of pilot.toml", len(names), MostFiles)}}
}
