package record

import (
	"strings"

	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
)

// isDitto reports a mark that says "as above": 〃, 同上.
func isDitto(v cell.Value) bool {
	if v.Kind != cell.Text || len(v.Text) > len("　同　上　") || v.Text == "" || alphanumeric(v.Text[0]) {
		return false
	}
	compact := lang.Compact(v.Text)
	switch compact {
	case "〃", "\"", "''", "”", "“", "゛", "々", "同上", "同じ", "上に同じ", "仝":
		return true
	}
	return strings.Trim(compact, "〃") == ""
}

// alphanumeric reports a byte that ids and numbers begin with, and no mark.
func alphanumeric(b byte) bool {
	return '0' <= b && b <= '9' || 'A' <= b && b <= 'Z' || 'a' <= b && b <= 'z'
}

// dittoFault is the fault of such a mark. Which row is meant changes when rows are sorted or
// inserted, so it is not read. other is what the reader of the column says, if anything.
func dittoFault(v cell.Value, other *cell.Fault) *cell.Fault {
	fault := &cell.Fault{
		Code:     cell.CodeID,
		Message:  lang.Sayf("「%s」は「上の行と同じ」のしるしなので、値として読めません。", "“%s” means “as above” and is no value.", lang.Quote(v.Text)),
		Expected: lang.Say("その行の値", "the row's own value"),
		Fix: lang.Say("上の行と同じ値を書いてください（Excelでは、値のあるセルから下へ選んで Ctrl+D を押すと写せます）。",
			"Write the value of the row above (in Excel, select from the value downwards and press Ctrl+D)."),
	}
	if other != nil {
		fault.Code = other.Code
	}
	return fault
}
