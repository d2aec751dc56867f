package record

import (
	"math"
	"strconv"
	"strings"

	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
	"pilot90/cohort/pattern"
)

// decadeText is an age or an age band: 30代, 30歳代, 30～39歳, 32, 60歳以上, 20代後半.
var decadeText = pattern.New(`^([0-9]{1,3})(歳|才)?(代|s)?(前半|後半|以上)?([~〜\-–]([0-9]{1,3})?(歳|才)?)?$`)

// readDecade reads an age band or an age; the value is the band's first age, 30 for 30–39.
func readDecade(v cell.Value) (int, *cell.Note, *cell.Fault) {
	if v.Kind == cell.ErrorValue || v.Kind == cell.Uncomputed {
		_, note, fault := cell.ReadNumber(v, cell.NonNegative)
		return 0, note, fault
	}
	m := decadeText.FindStringSubmatch(lang.Compact(v.Text))
	if m == nil {
		return 0, nil, decadeFault(v)
	}
	age, err := strconv.Atoi(m[1])
	if err != nil || age > 120 {
		return 0, nil, decadeFault(v)
	}
	band := age / 10 * 10
	if m[3] != "" && v.Kind == cell.Text && age == band {
		return band, nil, nil
	}
	return band, &cell.Note{
		Text: lang.Sayf("%[1]s → %[2]d代 と読みました", "%[1]s was read as %[2]ds", v.Text, band),
		Why:  lang.Say("年齢を年代に直しました", "an age was read as its band"),
	}, nil
}

func decadeFault(v cell.Value) *cell.Fault {
	return &cell.Fault{
		Code:     cell.CodeNumber,
		Message:  lang.Sayf("「%[1]s」は年代として読めません。", "“%[1]s” cannot be read as an age band.", lang.Quote(v.Text)),
		Expected: lang.Say("年代", "an age band"),
		Fix:      lang.Say("30代 のように書いてください。", "Write it like 30代 or 30s."),
	}
}

// readCount reads how often something happened: a whole number, or yes as 1 and no as 0.
func readCount(v cell.Value) (float64, *cell.Note, *cell.Fault) {
	if v.Kind == cell.Text || v.Kind == cell.Bool {
		// 有(2回) would be once by its mark and twice by its remark.
		yes, note, fault := cell.ReadBool(v)
		if fault == nil && (note == nil || !strings.ContainsAny(lang.Compact(v.Text), "0123456789")) {
			if yes {
				return 1, note, nil
			}
			return 0, note, nil
		}
	}
	n, note, fault := cell.ReadNumber(v, cell.NonNegative)
	if fault == nil && n != math.Trunc(n) {
		return 0, nil, &cell.Fault{
			Code:     cell.CodeRange,
			Message:  lang.Sayf("「%[1]s」は回数として読めません。", "“%[1]s” is not a number of times.", lang.Quote(v.Text)),
			Expected: lang.Say("回数", "a number of times"),
			Fix:      lang.Say("0、1、2 のような回数か、○・×を書いてください。", "Write 0, 1, 2 …, or yes or no."),
		}
	}
	if fault != nil && fault.Code == cell.CodeNumber {
		fault.Expected = lang.Say("回数、または○・×", "a number of times, or yes or no")
		fault.Fix = lang.Say("0、1、2 のような回数か、○・×を書いてください。", "Write 0, 1, 2 …, or yes or no.")
	}
	return n, note, fault
}
