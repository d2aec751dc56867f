package rule

import (
	"time"

	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
)

// Six months of contract and 30 days of notice are the terms of article 16 of the law on fair
// dealings with freelancers (特定受託事業者に係る取引の適正化等に関する法律, in force since 2024-11-01).
const (
	noticeMonths = 6
	noticeDays   = 30
)

var ruleC223 = Rule{
	Code: "C223", Severity: finding.Warning,
	Title: lang.Say("6か月以上の案件の終了予告が30日前より遅い", "Late notice for a contract of six months or more"),
	Long: lang.Say(
		"6か月以上続く案件を終えるときは、受けて働く人への30日前までの予告が求められることがあります。終了予告日が終了日の30日前より後になっています。"+
			"日付の書き間違いでなければ、やむを得ない事情など、遅れた理由を残しておいてください。この点検は法的な判断ではありません。",
		"Ending a contract of six months or more may call for 30 days' notice to those who work on it. The notice is "+
			"dated later than that. "+
			"Unless a date is wrong, note the reason. This is no legal judgement.",
	),
	Check: func(all *record.Tables, _ Run, report reporter) {
		for _, r := range all.Contracts.Every() {
			if !r.StartDate.Known || !r.EndDate.Known || !r.NoticeDate.Known ||
				r.EndDate.Value < monthsLater(r.StartDate.Value, noticeMonths)-1 {
				continue
			}
			days := int(r.EndDate.Value - r.NoticeDate.Value)
			if days >= noticeDays {
				continue
			}
			report(record.About(r, r.NoticeDate,
				lang.Sayf("終了予告日 %s は、終了日 %s の30日前より後です（%d日前）。",
					"Notice on %s is less than 30 days before the end on %s (%d days).",
					record.DateText(r.NoticeDate), record.DateText(r.EndDate), days),
				lang.Say("日付を確かめ、正しければ事情を備考に残してください。", "Check the dates; if they are right, note the circumstances."),
				record.PlaceOf(r, r.StartDate), record.PlaceOf(r, r.EndDate)))
		}
	},
}

// monthsLater is the same day n months on; days that the month does not have run over into the next.
func monthsLater(d cell.Day, n int) cell.Day {
	year, month, dayOfMonth := d.YMD()
	return cell.NewDay(year, month+time.Month(n), dayOfMonth)
}
