package catalog

import (
	"fmt"
	"slices"

	"pilot90/cohort/lang"
	"pilot90/cohort/record"
	"pilot90/cohort/schema"
	"pilot90/kpi"
	"pilot90/kpi/facts"
)

var effectiveHourlyPay = kpi.Definition{
	ID:      "effective_hourly_pay",
	Title:   lang.Text{JA: "実質時間単価", EN: "Effective pay per hour"},
	Spoken:  lang.Text{JA: "1時間あたりの報酬", EN: "Pay for an hour"},
	Unit:    kpi.YenPerHour,
	Theme:   kpi.ThemeIncome,
	Measure: kpi.Stock,
	Law:     hourlyPays,
	Formula: lang.Text{
		JA: "対象期間の、時間が0より大きい作業すべての報酬の合計 ÷ その時間の合計。時間は本人の申告。報酬が空欄の作業は、報酬を足さずに時間だけを数え、件数を注記する。報酬の記入がある作業だけの値を並べる。" +
			"作業ログに報酬がない台帳では「支払」の額を対象月で数える",
		EN: "pay ÷ hours over all tasks in the period with hours > 0; hours are as declared; a task with blank pay adds " +
			"its hours and no pay, and a warning says how many there are; the value over the tasks with pay entered stands " +
			"beside; where the log has no pay, payments count by the month worked",
	},
	Plain: lang.Text{
		JA: "仕事の報酬の合計を、仕事をした時間の合計で割った額です。",
		EN: "Pay in all, divided by the hours worked in all.",
	},
	Better:  kpi.Higher,
	Needs:   needTasks,
	Columns: needPayHours,
	Assumes: []kpi.Column{paymentMonth},
	Also:    []schema.Key{schema.Participants, schema.Payments},
	Origin:  originWork,
	Bearing: onHourlyPay,
	Class:   kpi.Amount,
	About:   kpi.AboutPay,
	Behind:  behindHourlyPay,
	Topic:   kpi.TopicHourlyPay,
	Compute: computeEffectiveHourlyPay,
}

// computeEffectiveHourlyPay has no value as long as no pay at all is entered.
func computeEffectiveHourlyPay(w *kpi.Window) kpi.Figure {
	paid, payless, hourless := facts.PaidHours(w)
	if w.PaidByMonth() {
		return hourlyPayByMonth(w, paid, payless, hourless)
	}
	f := kpi.Figure{N: len(paid) + len(payless), Excluded: len(hourless)}
	var pay, hours, unpaidHours []float64
	for _, t := range paid {
		pay, hours = append(pay, t.Pay.Value), append(hours, t.Hours.Value)
		f.List(useHourly(w, t).Saying(func() lang.Text { return hourlyNote(t) }))
	}
	for _, t := range payless {
		unpaidHours = append(unpaidHours, t.Hours.Value)
		f.List(useHourly(w, t).Saying(func() lang.Text { return hourlyNote(t) }))
	}
	for _, t := range hourless {
		f.List(useHourly(w, t).Without(hoursBlank))
	}
	for _, t := range facts.FaultyTasksIn(w) {
		f.List(useHourly(w, t).Without(kpi.Faulty))
		f.Excluded++
	}
	all := kpi.Sum(append(unpaidHours, hours...))
	f.Terms = &kpi.Terms{Numerator: kpi.Sum(pay), Denominator: all, Known: []int{len(paid)},
		More: map[string]float64{"known_pay": kpi.Sum(pay), "known_hours": kpi.Sum(hours)}}
	if len(paid) == 0 {
		f.Parts = kpi.Parts{belowPart(w)}
		f.Reason = lang.Text{JA: "対象期間に、時間と報酬の記入された作業がありません", EN: "no task in the period has both hours and pay"}
		return f
	}
	kpi.Divide(&f, kpi.Sum(pay), all)
	f.Parts = kpi.Parts{
		{Key: "known_pay_only", Title: onlyKnownPay, Unit: kpi.YenPerHour, Value: kpi.Sum(pay) / kpi.Sum(hours)},
		belowPart(w),
	}
	if len(payless) > 0 {
		f.Warnings = append(f.Warnings, blankPay(len(payless)))
	}
	return f
}

// hourlyPayByMonth is the figure where pay is known by month alone: all pay for months of the period ÷ the hours of
// its tasks; known_pay_only is over the months that the list of payments has.
func hourlyPayByMonth(w *kpi.Window, paid, payless, hourless []*record.Task) kpi.Figure {
	pay := payIn(w)
	f := kpi.Figure{N: len(paid) + len(payless), Excluded: len(hourless) + pay.Excluded, Rows: pay.Rows}
	var hours, paidHours []float64
	for i, t := range slices.Concat(paid, payless) {
		hours = append(hours, t.Hours.Value)
		if i < len(paid) {
			paidHours = append(paidHours, t.Hours.Value)
		}
		f.List(w.UseTask(t, kpi.CellOf(t.Hours)).Saying(func() lang.Text { return hoursNote(t.Hours.Value) }))
	}
	for _, t := range hourless {
		f.List(useHourly(w, t).Without(hoursBlank))
	}
	for _, t := range facts.FaultyTasksIn(w) {
		f.List(useHourly(w, t).Without(kpi.Faulty))
		f.Excluded++
	}
	known := &kpi.Amounts{}
	for _, p := range facts.PaymentsOfMonths(w, paid) {
		known.Add(p.Amount.Value, usePaid(w, p))
	}
	f.Terms = &kpi.Terms{Numerator: pay.Sum(), Denominator: kpi.Sum(hours), Known: []int{len(paid)},
		More: map[string]float64{"known_pay": known.Sum(), "known_hours": kpi.Sum(paidHours)}}
	if len(paid) == 0 {
		f.Parts = kpi.Parts{belowPart(w)}
		f.Reason = lang.Text{JA: "対象期間に、支払のある月の、時間の記入された作業がありません",
			EN: "no task with hours lies in a month of the period that was paid"}
		return f
	}
	kpi.Divide(&f, pay.Sum(), kpi.Sum(hours))
	f.Parts = kpi.Parts{
		{Key: "known_pay_only", Title: onlyKnownPay, Unit: kpi.YenPerHour, Value: known.Sum() / kpi.Sum(paidHours)},
		belowPart(w),
	}
	f.Warnings = unlistedWarning(w)
	return f
}

var onlyKnownPay = lang.Text{JA: "報酬の記入がある作業だけの場合", EN: "over the tasks with pay entered alone"}

// belowPart is the figure below_reference_workers as a part; nil where it has no value.
func belowPart(w *kpi.Window) kpi.Part {
	p := kpi.Part{Key: belowReferenceWorkers.ID, Title: belowReferenceWorkers.Title, Unit: kpi.Count}
	if below := kpi.Run([]kpi.Definition{belowReferenceWorkers}, w)[0]; below.Value != nil {
		p.Value = *below.Value
	}
	return p
}

func useHourly(w *kpi.Window, t *record.Task) kpi.RowUse {
	return w.UseTask(t, kpi.CellOf(t.Hours), kpi.CellOf(t.Pay))
}

func hourlyNote(t *record.Task) lang.Text {
	pay, hours := lang.Plain(t.Pay.Value), lang.Plain(t.Hours.Value)
	if !t.Pay.Known {
		return lang.Text{JA: "報酬が空欄（0円を加算）、" + hours + "時間", EN: "pay is blank (adds 0 yen), " + hours + " hours"}
	}
	return lang.Text{JA: pay + "円、" + hours + "時間", EN: pay + " yen, " + hours + " hours"}
}

func blankPay(n int) lang.Text {
	return lang.Text{
		JA: fmt.Sprintf("報酬が空欄の作業が%d件あり、報酬を足さずに時間だけを数えています", n),
		EN: fmt.Sprintf("%d tasks have blank pay; they add their hours and no pay", n),
	}
}

// behindHourlyPay is pay and hours of each worker, with the tasks whose pay is blank and without.
func behindHourlyPay(w *kpi.Window) kpi.Behind {
	paid, payless, _ := facts.PaidHours(w)
	pay := byWorker(paid, payOfTask)
	known := pay
	if w.PaidByMonth() {
		pay, known = payByWorker(w), byPayee(facts.PaymentsOfMonths(w, paid))
	}
	b := kpi.Behind{"": {pay, byWorker(slices.Concat(paid, payless), workedHours)}}
	if len(payless) > 0 {
		b["known_pay_only"] = []kpi.Contributions{known, byWorker(paid, workedHours), byWorker(payless, workedHours)}
	} else {
		b["known_pay_only"] = b[""]
	}
	return b
}

// hourlyPays is the law of pay by the hour, and of the same over the tasks with pay entered.
var hourlyPays = kpi.Law{Kind: kpi.Divided, Adds: []string{"below_reference_workers"},
	Derived: []kpi.Derived{quotient("known_pay_only", "known_pay", "known_hours")}}
