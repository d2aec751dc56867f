package ods

import (
	"bytes"
	"slices"
)

// errorNames are the errors of Excel; LibreOffice shows most of them so as well.
var errorNames = []string{
	"#N/A", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!", "#GETTING_DATA", "#FIELD!",
	"#BLOCKED!", "#CONNECT!", "#UNKNOWN!",
}

func isErrorName(shown []byte) bool { return slices.Contains(errorNames, string(shown)) }

// errorCodes are the errors that LibreOffice shows by a number, as it writes them for Excel.
var errorCodes = map[string]string{
	"502": "#VALUE!", "504": "#VALUE!", "508": "#VALUE!", "509": "#VALUE!", "510": "#VALUE!", "511": "#VALUE!",
	"519": "#VALUE!", "522": "#VALUE!", "503": "#NUM!", "523": "#NUM!", "521": "#NULL!", "524": "#REF!",
	"525": "#NAME?", "530": "#NAME?", "531": "#NAME?", "532": "#DIV/0!", "32767": "#N/A",
}

// excelError returns the name that Excel has for an error that is shown so: Err:502, in Japanese
// エラー:502. One that Excel does not know keeps its own.
func excelError(shown []byte) []byte {
	shown = bytes.TrimSpace(shown)
	if len(shown) == 0 {
		return []byte("#N/A")
	}
	digits := shown[len(bytes.TrimRight(shown, "0123456789")):]
	if name := errorCodes[string(digits)]; name != "" && !isErrorName(shown) {
		return []byte(name)
	}
	return shown
}
