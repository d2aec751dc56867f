package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
)

var ruleC224 = Rule{
	Code: "C224", Severity: finding.Warning,
	Title: lang.Say("条件明示日が開始日より後", "Terms written after the start"),
	Long: lang.Say(
		"仕事の内容・報酬・支払日などの条件は、仕事を頼むときに書面やメールで示すことになっています。条件明示日が案件の開始日より後です。"+
			"日付の書き間違いでなければ、次の案件から開始日までに示せるよう、段取りを見直してください。この点検は法的な判断ではありません。",
		"Work, pay and payment date are to be given in writing when the work is ordered; here the date is after the "+
			"start. "+
			"Unless a date is wrong, arrange it before the start next time. This is no legal judgement.",
	),
	Check: func(all *record.Tables, _ Run, report reporter) {
		for _, r := range all.Contracts.Every() {
			if !r.StartDate.Known || !r.WrittenDate.Known || r.WrittenDate.Value <= r.StartDate.Value {
				continue
			}
			report(record.About(r, r.WrittenDate,
				lang.Sayf("条件明示日 %s が開始日 %s より後です。", "Terms were written on %s, after the start on %s.",
					record.DateText(r.WrittenDate),
					record.DateText(r.StartDate)),
				lang.Say("日付の書き間違いなら、間違っているほうを直してください。事実であれば、このままでかまいません（次の案件からは開始日までに示します）。",
					"Correct the date that is a slip. Leave it if it is so, and give the terms before the start next time."),
				record.PlaceOf(r, r.StartDate)))
		}
	},
}
