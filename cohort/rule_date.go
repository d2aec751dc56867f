package cohort

import "pilot90/cohort/cell"

// eachDate visits every date that stands in a cell of the ledger, in the order of the tables.
func eachDate(all *Records, use func(r record, f Field[cell.Day])) {
	visit := func(r record, dates ...Field[cell.Day]) {
		for _, f := range dates {
			if f.Known && f.Col > 0 {
				use(r, f)
			}
		}
	}
	for _, r := range all.Participants.Every() {
		visit(r, r.RegisteredDate, r.StartDate, r.TrainedDate, r.ExitDate, r.RoleDate, r.NDADate, r.SecurityDate)
	}
	for _, r := range all.Trainings.Every() {
		visit(r, r.Date)
	}
	for _, r := range all.Contracts.Every() {
		visit(r, r.StartDate, r.EndDate, r.WrittenDate, r.NoticeDate)
	}
	for _, r := range all.Tasks.Every() {
		visit(r, r.Date, r.DeliveredDate, r.DueDate, r.PaidDate)
	}
	for _, r := range all.Support.Every() {
		visit(r, r.Date)
	}
	for _, r := range all.Surveys.Every() {
		visit(r, r.Date)
	}
	for _, r := range all.Budget.Every() {
		visit(r, r.Date)
	}
	for _, r := range all.Metrics.Every() {
		visit(r, r.Date)
	}
	for _, r := range all.Publications.Every() {
		visit(r, r.Date)
	}
}
