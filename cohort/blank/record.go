package blank

import (
	"pilot90/cohort/record"
	"pilot90/cohort/schema"
)

// The cells of one record of each table, in the order of the schema's columns.

func participantRow(t *schema.Table, p *record.Participant) []any {
	return []any{
		text(p.ID), text(p.Cohort), text(p.Name), choice(t, "gender", p.Gender), year(p.BirthYear), decade(p.AgeBand),
		choice(t, "residence", p.Residence), list(t, "situations", p.Situations), day(p.RegisteredDate), day(p.StartDate),
		day(p.TrainedDate), day(p.ExitDate), text(p.ExitReason), yesNo(p.PriorIncome), choice(t, "role", p.Role),
		day(p.RoleDate),
		day(p.NDADate), day(p.SecurityDate), choice(t, "outcome", p.Outcome),
	}
}

func trainingRow(_ *schema.Table, r *record.Training) []any {
	return []any{day(r.Date), text(r.ParticipantID), text(r.Course), number(r.Hours), yesNo(r.Completed)}
}

func clientRow(t *schema.Table, k *record.Client) []any {
	return []any{text(k.ID), text(k.Name), choice(t, "region", k.Region), choice(t, "sector", k.Sector),
		yesNo(k.SatelliteOffice)}
}

func contractRow(t *schema.Table, k *record.Contract) []any {
	return []any{
		text(k.ID), text(k.ClientID), text(k.Title), text(k.Category), choice(t, "kind", k.Kind), day(k.StartDate),
		day(k.EndDate),
		number(k.Monthly), number(k.Amount), choice(t, "form", k.Form), text(k.Parent), day(k.WrittenDate), day(k.NoticeDate),
		yesNo(k.Resale),
	}
}

func taskRow(_ *schema.Table, t *record.Task) []any {
	return []any{
		day(t.Date), text(t.ParticipantID), text(t.ContractID), text(t.Title), number(t.Hours), number(t.Pay),
		day(t.DeliveredDate),
		day(t.DueDate), day(t.PaidDate), number(t.Paid), yesNo(t.Checked), number(t.Rework),
	}
}

func supportRow(t *schema.Table, s *record.Support) []any {
	return []any{day(s.Date), text(s.Staff), text(s.ParticipantID), number(s.Hours), choice(t, "kind", s.Kind)}
}

func surveyRow(t *schema.Table, s *record.Survey) []any {
	return []any{day(s.Date), choice(t, "respondent", s.Respondent), number(s.Score)}
}

func budgetRow(t *schema.Table, b *record.Budget) []any {
	return []any{text(b.Item), choice(t, "class", b.Class), choice(t, "fund", b.Fund), number(b.Planned), number(b.Spent),
		day(b.Date)}
}

func metricRow(_ *schema.Table, m *record.Metric) []any {
	return []any{day(m.Date), text(m.Name), number(m.Value)}
}

func publicationRow(_ *schema.Table, p *record.Publication) []any {
	return []any{day(p.Date), text(p.Title), text(p.Audience)}
}
