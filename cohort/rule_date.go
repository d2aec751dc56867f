package cohort

import "pilot90/cohort/cell"

// eachDate visits every date that stands in a cell of the ledger, in the order of the tables.
func eachDate(c *Cohort, use func(r record, f Field[cell.Day])) {
	visit := func(r record, dates ...Field[cell.Day]) {
		for _, f := range dates {
			if f.Known && f.Col > 0 {
				use(r, f)
			}
		}
	}
	for _, r := range everyRow[Participant](&c.Participants) {
		visit(r, r.RegisteredDate, r.StartDate, r.TrainedDate, r.ExitDate, r.RoleDate, r.NDADate, r.SecurityDate)
	}
	for _, r := range everyRow[Training](&c.Trainings) {
		visit(r, r.Date)
	}
	for _, r := range everyRow[Contract](&c.Contracts) {
		visit(r, r.StartDate, r.EndDate, r.WrittenDate, r.NoticeDate)
	}
	for _, r := range everyRow[Task](&c.Tasks) {
		visit(r, r.Date, r.DeliveredDate, r.DueDate, r.PaidDate)
	}
	for _, r := range everyRow[Support](&c.Support) {
		visit(r, r.Date)
	}
	for _, r := range everyRow[Survey](&c.Surveys) {
		visit(r, r.Date)
	}
	for _, r := range everyRow[Budget](&c.Budget) {
		visit(r, r.Date)
	}
	for _, r := range everyRow[Metric](&c.Metrics) {
		visit(r, r.Date)
	}
	for _, r := range everyRow[Publication](&c.Publications) {
		visit(r, r.Date)
	}
}
