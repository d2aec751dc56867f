package cohort

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/setting"
)

const codeFolder = "C332" // info: a folder within the ledger's holds spreadsheets that are not read

// mostFolders is how many folders are told one by one.
const mostFolders = 5

// folders reports the folders within the ledger's that hold spreadsheets: the default globs leave
// them out, and a hub may keep its months there. What cannot be listed is not told.
func folders(match func(pattern string) ([]string, error)) []finding.Finding {
	files := map[string][]string{} // folder -> its spreadsheets
	var order []string
	for _, glob := range setting.DefaultFiles() {
		found, err := match("*/" + glob)
		if err != nil {
			continue
		}
		for _, name := range found {
			folder := path.Dir(name)
			if strings.HasPrefix(folder, ".") || ofEdition(name) {
				continue
			}
			if files[folder] == nil {
				order = append(order, folder)
			}
			files[folder] = append(files[folder], name)
		}
	}
	slices.Sort(order)
	var out []finding.Finding
	for _, folder := range order[:min(len(order), mostFolders)] {
		out = append(out, folderNotRead(folder, files[folder]))
	}
	if more := len(order) - mostFolders; more > 0 {
		out[mostFolders-1].Message.JA += fmt.Sprintf("ほかに%d個のフォルダーにもあります。", more)
		out[mostFolders-1].Message.EN += fmt.Sprintf(" %d more folders hold some.", more)
	}
	return out
}

// folderNotRead is the C332 of one folder.
func folderNotRead(folder string, names []string) finding.Finding {
	var globs []string
	for _, g := range setting.DefaultFiles() {
		if slices.ContainsFunc(names, func(n string) bool { return strings.EqualFold(path.Ext(n), path.Ext(g)) }) {
			globs = append(globs, fmt.Sprintf("%q", escapeGlob(folder)+"/"+g))
		}
	}
	return finding.Finding{
		Code: codeFolder, Severity: finding.Info, Place: finding.Place{File: folder},
		Message: lang.Sayf("「%[1]s」フォルダーの表計算ファイル%[2]d個は読んでいません。", "%[2]d spreadsheets in the folder %[1]s are not read.",
			folder,
			len(names)),
		Fix: lang.Sayf(
			"台帳の一部であれば、pilot.toml に [ledger] を作って files = [\"*.xlsx\", %[1]s] と書くか、ファイルを台帳のフォルダーに移してください。台帳と関係がなければ、"+
				"このままで構いません。",
			"If they belong to the ledger, write files = [\"*.xlsx\", %[1]s] under [ledger] in pilot.toml, or move them to "+
				"the ledger's folder. Otherwise nothing need be done.", strings.Join(globs, ", ")),
	}
}
