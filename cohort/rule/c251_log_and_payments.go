package rule

import (
	"math"

	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
)

var ruleC251 = Rule{
	Code: "C251", Severity: finding.Warning,
	Title: lang.Say("作業ログの報酬と支払の合計が違う", "The log and the payments differ"),
	Long: lang.Say(
		"作業ログの報酬と「支払」の表の支払額を、人ごと・月ごと（対象月。列がなければ支払日の月）に合計して比べています。"+
			"報酬の指標は作業ログ、初めて収入を得た日は「支払」の表から出すため、違うと指標どうしが合わなくなります。どちらかの書きもれか、書き間違いです。"+
			"まだ支払っていない月は比べません。",
		"The pay of the log and the amounts of the payments are added up by person and month (the month worked, or "+
			"where there is no such column that of the payment). Pay is taken from the log and the first income from the "+
			"payments, so "+
			"figures contradict each other where the two differ: a row is missing or wrong in one of them. Months that are "+
			"not yet paid are not compared.",
	),
	Check: func(all *record.Tables, run Run, report reporter) {
		if !all.Payments.Present || !all.Tasks.Has("pay") {
			return
		}
		var order []*personMonth
		by := map[personMonthKey]*personMonth{}
		at := func(person string, month cell.Day) *personMonth {
			k := personMonthKey{person, month}
			if by[k] == nil {
				by[k] = &personMonth{personMonthKey: k}
				order = append(order, by[k])
			}
			return by[k]
		}
		byWork := all.Payments.Has("month")
		for _, p := range all.Payments.Every() {
			if month, known := paidFor(p, byWork); known && p.ParticipantID.Known && p.Amount.Known {
				at(p.ParticipantID.Value, month).pay(p)
			}
		}
		for _, t := range all.Tasks.Every() {
			if month, known := workedIn(t, byWork); known && t.ParticipantID.Known && t.Pay.Known {
				at(t.ParticipantID.Value, month).work(t, run.AsOf)
			}
		}
		for _, m := range order {
			if f, differs := m.compared(); differs {
				report(f)
			}
		}
	},
}

// paidFor is the month that a payment is compared in: that of the work, or that of the payment.
func paidFor(p *record.Payment, byWork bool) (cell.Day, bool) {
	if byWork {
		return p.Month.Value, p.Month.Known
	}
	return p.PaidDate.Value.FirstOfMonth(), p.PaidDate.Known
}

// workedIn is the month that a task is compared in.
func workedIn(t *record.Task, byWork bool) (cell.Day, bool) {
	if byWork {
		return t.Date.Value.FirstOfMonth(), t.Date.Known
	}
	return t.PaidDate.Value.FirstOfMonth(), t.PaidDate.Known
}

type personMonthKey struct {
	person string
	month  cell.Day
}

// personMonth is what log and payments say of one person's month.
type personMonth struct {
	personMonthKey
	logged, paid float64 // yen
	payments     []*record.Payment
	tasks        []*record.Task
	due          bool // the log says that some of the work has been paid
}

func (m *personMonth) pay(p *record.Payment) {
	m.paid += p.Amount.Value
	m.payments = append(m.payments, p)
}

func (m *personMonth) work(t *record.Task, asOf cell.Day) {
	m.logged += t.Pay.Value
	m.tasks = append(m.tasks, t)
	m.due = m.due || t.Pay.Value > 0 && t.PaidDate.Known && t.PaidDate.Value <= asOf
}

// compared is the finding of a month in which the sums differ, at its first payment or else its first task.
func (m *personMonth) compared() (finding.Finding, bool) {
	if math.Abs(m.logged-m.paid) < 1 || len(m.payments) == 0 && !m.due {
		return finding.Finding{}, false
	}
	year, month, _ := m.month.YMD()
	message := lang.Sayf("%[1]s の%[2]d年%[3]d月の報酬が、作業ログでは合計 %[4]s円、「支払」では合計 %[5]s円です。",
		"%[1]s, %[2]d-%02[3]d: %[4]s yen of pay in the log, %[5]s yen of payments.", lang.Quote(m.person), year, int(month),
		lang.Yen(m.logged), lang.Yen(m.paid))
	fix := lang.Say("どちらかの書きもれや書き間違いを直してください。", "Correct the one that is wrong or lacks a row.")
	var cells []finding.Place
	for _, p := range m.payments {
		cells = append(cells, record.PlaceOf(p, p.Amount))
	}
	for _, t := range m.tasks {
		cells = append(cells, record.PlaceOf(t, t.Pay))
	}
	if len(m.payments) > 0 {
		return record.About(m.payments[0], m.payments[0].Amount, message, fix, cells[1:]...), true
	}
	return record.About(m.tasks[0], m.tasks[0].Pay, message, fix, cells[1:]...), true
}
