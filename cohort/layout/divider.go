package layout

import (
	"path"
	"strings"

	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/sheet/grid"
)

// codeDivider is the code of a text file whose columns are divided by another mark than a comma.
const codeDivider = "C328"

// dividers are the marks that people type for a comma and that no program divides columns by.
var dividers = []string{"，", "、", "；", "｜"}

// divider returns the mark that stands in every row of a text file, at least as often as in its
// first one and more than once there, while no row has a second column; or "".
func divider(g *grid.Grid) string {
	if ext := strings.ToLower(path.Ext(g.File)); ext != ".csv" && ext != ".tsv" || len(g.Rows) < 2 {
		return ""
	}
	for _, mark := range dividers {
		n := strings.Count(g.Rows[0].At(1).Text, mark)
		even := n > 1
		for _, r := range g.Rows {
			even = even && len(r.Cells) == 1 && strings.Count(r.At(1).Text, mark) >= n
		}
		if even {
			return mark
		}
	}
	return ""
}

// otherDivider is the C328 of a text file that is one column wide because of its mark.
func otherDivider(g *grid.Grid, mark string) finding.Finding {
	return finding.Finding{
		Code: codeDivider, Severity: finding.Error, Place: finding.Place{File: g.File, Sheet: g.Sheet, Range: "A1"},
		Value: g.Rows[0].At(1).Text,
		Message: lang.Sayf("列が「%s」で区切られているため、1行が1つのセルになっています。",
			"The columns are divided by “%s”, so that each row is one cell.",
			mark),
		Fix: lang.Sayf("メモ帳などで「%s」を半角のコンマ「,」に置きかえて保存するか、Excelで列に分けて .xlsx で保存してください。",
			"Replace “%s” by a comma, or split it into columns in Excel and save it as .xlsx.", mark),
	}
}
