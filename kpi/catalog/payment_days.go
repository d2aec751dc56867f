package catalog

import (
	"fmt"
	"slices"

	"pilot90/cohort/lang"
	"pilot90/cohort/record"
	"pilot90/kpi"
	"pilot90/kpi/facts"
)

var paymentDays = kpi.Definition{
	ID:    "payment_days",
	Title: lang.Text{JA: "納品から支払いまでの日数", EN: "Days from delivery to payment"},
	ShortParts: map[string]lang.Text{
		"over":        {JA: "期限を過ぎた支払い", EN: "payments past the limit"},
		"unpaid_over": {JA: "いまも未払い", EN: "still unpaid"},
	},
	Unit:    kpi.Days,
	Theme:   kpi.ThemeQuality,
	Measure: kpi.Stock,
	Law:     waitsForPay,
	Formula: lang.Text{
		JA: "対象期間の作業で、報酬が0円より大きく、基準日までに納品し支払ったものの、納品日を1日目とする支払日までの日数の中央値。30日以内を推奨内、60日以内を適合、60日を超えて納品の翌月末までを要確認、" +
			"それより後を超過とし、件数を示す。未払いは基準日までの日数（経過日数）を別に示す",
		EN: "median days from delivery (day 1) to payment over tasks of the period with pay > 0 delivered and paid by the " +
			"as-of date; counts: up to 30 days recommended, up to 60 conforming, after day 60 but by the end of the month " +
			"after delivery to check, later over; unpaid ones are shown apart with their age",
	},
	Better:  kpi.Lower,
	Needs:   needTasks,
	Columns: append(needDelivered("paid_date"), payOfTasks),
	Origin:  originChecklist,
	Bearing: onPaymentDays,
	Class:   kpi.Accountability,
	About:   kpi.AboutWork,
	Inner:   []string{"oldest_unpaid", "longest"},
	Topic:   kpi.TopicPayment,
	Limits: []kpi.Limit{{Point: kpi.PointVolunteer, Part: "over", Grave: true},
		{Point: kpi.PointVolunteer, Part: "unpaid_over", Grave: true}},
	Compute: computePaymentDays,
}

var paymentTitles = map[facts.PaymentState]lang.Text{
	facts.Recommended: {JA: "推奨内（30日以内）", EN: "recommended (within 30 days)"},
	facts.Conforming:  {JA: "適合（60日以内）", EN: "conforming (within 60 days)"},
	facts.ToCheck:     {JA: "要確認（60日を超え、納品の翌月末まで）", EN: "to check (over 60 days, by the end of the next month)"},
	facts.Over:        {JA: "期限を過ぎた", EN: "over"},
	facts.Unpaid:      {JA: "未払い", EN: "unpaid"},
}

func computePaymentDays(w *kpi.Window) kpi.Figure {
	var f kpi.Figure
	c := paymentCount{states: map[facts.PaymentState]int{}}
	for _, t := range facts.DeliveredIn(w) {
		switch {
		case !t.Pay.Known:
			f.Excluded++
			f.List(usePayment(w, t).Without(payBlank))
		case t.Pay.Value > 0:
			p := facts.PaymentOf(w, t)
			c.add(p)
			f.List(usePayment(w, t).Saying(func() lang.Text { return paymentNote(p) }))
		}
	}
	for _, t := range facts.FaultyTasksIn(w) {
		f.Excluded++
		f.List(usePayment(w, t).Without(kpi.Faulty))
	}
	f.N = len(c.days)
	if len(c.days)+len(c.ages) == 0 {
		f.Reason = lang.Text{JA: "対象期間に、納品済みで報酬が0円より大きい作業がありません",
			EN: "no task of the period with pay above 0 has been delivered"}
		return f
	}
	f.Parts, f.Warnings = c.parts(), c.warnings()
	median, ok := facts.Median(c.days)
	if !ok {
		f.Reason = lang.Text{JA: "基準日までに支払われた作業がありません", EN: "nothing has been paid by the as-of date"}
		return f
	}
	f.Value = &median
	f.Arithmetic = lang.Text{JA: fmt.Sprintf("支払済み%d件の中央値 = %s日", len(c.days), lang.Plain(median)),
		EN: fmt.Sprintf("median of %d paid tasks = %s days", len(c.days), lang.Plain(median))}
	return f
}

// paymentCount counts payments by state.
type paymentCount struct {
	states map[facts.PaymentState]int
	days   []float64 // from delivery to payment
	ages   []float64 // from delivery to A, of the unpaid
	late   int       // unpaid that would be over if they were paid on A
}

func (c *paymentCount) add(p facts.Payment) {
	c.states[p.State]++
	if p.State != facts.Unpaid {
		c.days = append(c.days, float64(p.Days))
		return
	}
	c.ages = append(c.ages, float64(p.Days))
	if p.Limit == facts.Over {
		c.late++
	}
}

func (c *paymentCount) warnings() []lang.Text {
	if c.late == 0 {
		return nil
	}
	return []lang.Text{{
		JA: fmt.Sprintf("未払いのうち%d件は、納品の翌月末と60日のどちらも過ぎています", c.late),
		EN: fmt.Sprintf("%d unpaid tasks are past both 60 days and the end of the month after delivery", c.late),
	}}
}

func (c *paymentCount) parts() kpi.Parts {
	var parts kpi.Parts
	for _, s := range []facts.PaymentState{facts.Recommended, facts.Conforming, facts.ToCheck, facts.Over, facts.Unpaid} {
		parts = append(parts, kpi.Part{Key: string(s), Title: paymentTitles[s], Unit: kpi.Count, Value: float64(c.states[s])})
	}
	return append(parts,
		kpi.Part{Key: "unpaid_over", Title: lang.Text{JA: "未払いのうち、すでに期限を過ぎた", EN: "unpaid and already over"}, Unit: kpi.Count,
			Value: float64(c.late)},
		kpi.Part{Key: "oldest_unpaid", Title: lang.Text{JA: "未払いの最長の経過日数", EN: "age of the oldest unpaid"}, Unit: kpi.Days,
			Value: longest(c.ages)},
		kpi.Part{Key: "longest", Title: lang.Text{JA: "支払いまでの最長の日数", EN: "longest time to payment"}, Unit: kpi.Days,
			Value: longest(c.days)},
	)
}

// longest is the largest value as a part's value: nil when there is none.
func longest(days []float64) any {
	if len(days) == 0 {
		return nil
	}
	return slices.Max(days)
}

func usePayment(w *kpi.Window, t *record.Task) kpi.RowUse {
	return w.UseTask(t, kpi.CellOf(t.Pay), kpi.CellOf(t.DeliveredDate), kpi.CellOf(t.PaidDate))
}

func paymentNote(p facts.Payment) lang.Text {
	title := paymentTitles[p.State]
	if p.State == facts.Unpaid {
		return lang.Text{JA: fmt.Sprintf("%s、%d日経過", title.JA, p.Days),
			EN: fmt.Sprintf("%s, %d days old", title.EN, p.Days)}
	}
	return lang.Text{JA: fmt.Sprintf("%d日、%s", p.Days, title.JA), EN: fmt.Sprintf("%d days, %s", p.Days, title.EN)}
}

// waitsForPay is the law of the days to payment, of which the longest stay in the hub.
var waitsForPay = kpi.Law{Kind: kpi.Distributed, Bin: 1,
	Adds: []string{string(facts.Recommended), string(facts.Conforming), string(facts.ToCheck), string(facts.Over),
		string(facts.Unpaid), "unpaid_over"},
	Values: func(w *kpi.Window) []float64 {
		var days []float64
		for _, t := range facts.DeliveredIn(w) {
			if p := facts.PaymentOf(w, t); t.Pay.Value > 0 && p.State != facts.Unpaid {
				days = append(days, float64(p.Days))
			}
		}
		return days
	},
}
