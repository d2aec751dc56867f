package cohort

import (
	"path"
	"slices"
	"strings"

	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

const codeOtherSpreadsheet = "C325" // warning: a spreadsheet of another format lies in the folder

// otherFormats are the spreadsheets that hubs keep beside those that can be read.
var otherFormats = []string{"*.xlsb", "*.xltx", "*.xltm", "*.ots", "*.fods", "*.numbers"}

// otherSpreadsheets reports the spreadsheets of a folder that the default globs leave out: a log
// saved in another format would be missing from the figures without a word.
func otherSpreadsheets(match func(pattern string) ([]string, error)) (out []finding.Finding, err error) {
	var names []string
	for _, glob := range otherFormats {
		found, err := match(glob)
		if err != nil {
			return nil, err
		}
		names = append(names, found...)
	}
	slices.Sort(names)
	for _, name := range names {
		ext := strings.ToLower(path.Ext(name))
		out = append(out, finding.Finding{
			Code: codeOtherSpreadsheet, Severity: finding.Warning, Place: finding.Place{File: name},
			Message: lang.Sayf("この形式（%s）のファイルは読めないため、集計に入っていません。",
				"Files of this format (%s) cannot be read; it is not among the figures.", ext),
			Fix: lang.Say("台帳の一部であれば、つくったソフト（ExcelやLibreOfficeなど）で開き、Excelブック（.xlsx）として保存し直してください。"+
				"台帳と関係がなければ、別のフォルダーに移してください。",
				"If it belongs to the ledger, open it in the program that made it (Excel, LibreOffice) and save it as an "+
					"Excel workbook (.xlsx); if not, move it to another folder."),
		})
	}
	return out, nil
}
