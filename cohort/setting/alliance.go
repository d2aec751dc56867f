package setting

import (
	"maps"
	"slices"

	"pilot90/cohort/lang"
)

// Alliance is [alliance]: the municipalities that work through one hub, and their codes.
type Alliance struct {
	Codes map[string]string // name, in the form in which names are compared -> six digits
	// SharedIDs says that a participant has one id in all ledgers of the alliance, so that one who is in two of them is
	// known to be one person.
	SharedIDs bool
}

// All are the codes of the municipalities of the alliance, ascending, each once; nil where none are given.
func (a Alliance) All() []string {
	return slices.Compact(slices.Sorted(maps.Values(a.Codes)))
}

// CodeOf is the code of a municipality of the alliance; "" where none is given.
func (a Alliance) CodeOf(name string) string { return a.Codes[lang.Key(name)] }

func (s *section) alliance(a *Alliance) {
	t := s.sub("alliance")
	codes := t.sub("codes")
	for _, name := range slices.Sorted(maps.Keys(codes.values)) {
		text := ""
		codes.code(name, &text)
		m, right, ok := ReadMunicipality(text)
		switch {
		case ok:
			if a.Codes == nil {
				a.Codes = map[string]string{}
			}
			a.Codes[lang.Key(name)] = m.Code
		case right != "":
			codes.wrong(name, text, "団体コード（最後の1けたは検査数字。「"+right+"」ではありませんか）",
				"the code of a municipality, whose last digit is a check digit (is it "+right+"?)")
		default:
			codes.wrong(name, text, "6けたの団体コード", "the six digits of a municipality's code")
		}
	}
	codes.done()
	t.yes("shared_ids", &a.SharedIDs)
	t.done()
}
