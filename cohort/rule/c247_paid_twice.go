package rule

import (
	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
)

var ruleC247 = Rule{
	Code: "C247", Severity: finding.Warning,
	Title: lang.Say("同じ人・同じ月に同じ額の支払が2回ある", "The same amount paid twice for a month"),
	Long: lang.Say(
		"1人の1か月分として、同じ額の支払が2行あります。未払いの行を残したまま支払った行を書き足すと、こうなります。"+
			"どちらも数えるため、報酬の合計が二重になります。二重に書いた行なら、1行を削除してください。",
		"Two rows pay one person the same amount for the same month, as happens when a row still unpaid stays beside the "+
			"row of its payment. Both count, so pay is doubled. Delete one if it was entered twice.",
	),
	Check: func(all *record.Tables, _ Run, report reporter) {
		type sum struct {
			person   string
			month    cell.Day
			amount   float64
			contract string
		}
		first := map[sum]*record.Payment{}
		var was, is []byte
		for _, p := range all.Payments.Every() {
			month, known := p.Covers()
			if !known || !p.ParticipantID.Known || !p.Amount.Known || p.Amount.Value == 0 {
				continue
			}
			k := sum{p.ParticipantID.Value, month, p.Amount.Value, p.ContractID.Value}
			before := first[k]
			if before == nil {
				first[k] = p
				continue
			}
			if was, is = record.ReadKey(was[:0], before), record.ReadKey(is[:0], p); string(was) == string(is) {
				continue // C213, C216
			}
			report(record.About(p, p.Amount,
				lang.Sayf("%[1]d行目と同じ人・同じ月・同じ額（%[2]s円）の支払です。",
					"The same person, month and amount (%[2]s yen) as in row %[1]d.", before.Number, lang.Yen(p.Amount.Value)),
				lang.Say("二重に書いた行なら、1行を削除してください。別の仕事の分なら、このままでかまいません。",
					"Delete one if it was entered twice; leave both if they are for different work."),
				record.PlaceOf(before, before.Amount)))
		}
	},
}
