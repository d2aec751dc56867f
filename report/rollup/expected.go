package rollup

import (
	"errors"
	"fmt"
	"strings"

	"pilot90/cohort/lang"
	"pilot90/cohort/setting"
)

// Expected reads who should report: a code and a name in each line, parted by a comma, a tab or a space. A blank line
// one that begins with # and what the columns are called say nothing. The error names the line, in the language.
func Expected(text string, l lang.Lang) ([]Municipality, error) {
	var all []Municipality
	n := 0
	for line := range strings.Lines(text) {
		n++
		line = strings.TrimSpace(strings.TrimPrefix(line, "\ufeff"))
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		at := strings.IndexAny(line+" ", ",\t 、，　")
		m, right, ok := setting.ReadMunicipality(strings.Trim(line[:at], `"`))
		switch {
		case ok:
		case n == 1 && !strings.ContainsAny(line[:at], "0123456789０１２３４５６７８９"):
			continue // what the columns are called
		case right != "":
			return nil, errors.New(lang.Text{
				JA: fmt.Sprintf("%d 行目「%s」: 団体コードの最後の1けたが合いません（%s ではありませんか）", n, line, right),
				EN: fmt.Sprintf("line %d, %q: the last digit of the code does not fit (is it %s?)", n, line, right)}.In(l))
		default:
			return nil, errors.New(lang.Text{JA: fmt.Sprintf("%d 行目「%s」: 行の始めに団体コード（6けた）を書いてください", n, line),
				EN: fmt.Sprintf("line %d, %q: begin the line with the six digits of the municipality's code", n, line)}.In(l))
		}
		name, _, _ := strings.Cut(strings.Trim(strings.TrimLeft(line[at:], ",\t 、，　"), `"`), ",")
		all = append(all, Municipality{Code: m.Code, Name: strings.TrimSpace(name), Prefecture: m.Prefecture})
	}
	return all, nil
}
