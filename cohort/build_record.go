package cohort

import "pilot90/cohort/cell"

// The records of each table, read column by column in the order of the schema.

func buildParticipant(r *cellReader) *Participant {
	p := &Participant{
		Row:            r.row,
		ID:             r.id("participant_id"),
		Cohort:         r.text("cohort"),
		Name:           r.text("name"),
		Gender:         r.choice("gender"),
		BirthYear:      r.year("birth_year"),
		AgeBand:        r.decade("age_band"),
		Residence:      r.choice("residence"),
		Situations:     r.list("situations"),
		RegisteredDate: r.date("registered_date"),
		StartDate:      r.date("start_date"),
		TrainedDate:    r.date("trained_date"),
		ExitDate:       r.date("exit_date"),
		ExitReason:     r.text("exit_reason"),
		PriorIncome:    r.yesNo("prior_income"),
		Role:           r.choice("role"),
		RoleDate:       r.date("role_date"),
		NDADate:        r.date("nda_date"),
		SecurityDate:   r.date("security_date"),
		Outcome:        r.choice("outcome"),
	}
	// Blank residence is resident, blank registration is the start (ledger.md). A value that
	// could not be read stays unknown.
	if blank(p.Residence) {
		p.Residence.Value = "resident"
	}
	if blank(p.RegisteredDate) {
		p.RegisteredDate = Field[cell.Day]{Value: p.StartDate.Value, Known: p.StartDate.Known}
	}
	return p
}

func buildTraining(r *cellReader) *Training {
	return &Training{
		Row:           r.row,
		Date:          r.date("date"),
		ParticipantID: r.id("participant_id"),
		Course:        r.text("course"),
		Hours:         r.hours("hours"),
		Completed:     r.yesNo("completed"),
	}
}

func buildClient(r *cellReader) *Client {
	return &Client{
		Row:             r.row,
		ID:              r.id("client_id"),
		Name:            r.text("name"),
		Region:          r.choice("region"),
		Sector:          r.choice("sector"),
		SatelliteOffice: r.yesNo("satellite_office"),
	}
}

func buildContract(r *cellReader) *Contract {
	return &Contract{
		Row:         r.row,
		ID:          r.id("contract_id"),
		ClientID:    r.id("client_id"),
		Title:       r.text("title"),
		Category:    r.text("category"),
		Kind:        r.choice("kind"),
		StartDate:   r.date("start_date"),
		EndDate:     r.date("end_date"),
		Monthly:     r.yen("monthly"),
		Amount:      r.yen("amount"),
		Form:        r.choice("form"),
		Parent:      r.text("parent"),
		WrittenDate: r.date("written_date"),
		NoticeDate:  r.date("notice_date"),
		Resale:      r.yesNo("resale"),
	}
}

func buildTask(r *cellReader) *Task {
	return &Task{
		Row:           r.row,
		Date:          r.date("date"),
		ParticipantID: r.id("participant_id"),
		ContractID:    r.id("contract_id"),
		Title:         r.text("title"),
		Hours:         r.hours("hours"),
		Pay:           r.yen("pay"),
		DeliveredDate: r.date("delivered_date"),
		DueDate:       r.date("due_date"),
		PaidDate:      r.date("paid_date"),
		Paid:          r.yen("paid"),
		Checked:       r.yesNo("checked"),
		Rework:        r.count("rework"),
	}
}

func buildSupport(r *cellReader) *Support {
	return &Support{
		Row:           r.row,
		Date:          r.date("date"),
		Staff:         r.text("staff"),
		ParticipantID: r.id("participant_id"),
		Hours:         r.hours("hours"),
		Kind:          r.choice("kind"),
	}
}

func buildSurvey(r *cellReader) *Survey {
	return &Survey{
		Row:        r.row,
		Date:       r.date("date"),
		Respondent: r.choice("respondent"),
		Score:      r.number("score"),
	}
}

func buildBudget(r *cellReader) *Budget {
	return &Budget{
		Row:     r.row,
		Item:    r.text("item"),
		Class:   r.choice("class"),
		Fund:    r.choice("fund"),
		Planned: r.yen("planned"),
		Spent:   r.yen("spent"),
		Date:    r.date("date"),
	}
}

func buildMetric(r *cellReader) *Metric {
	return &Metric{
		Row:   r.row,
		Date:  r.date("date"),
		Name:  r.text("metric"),
		Value: r.number("value"),
	}
}

func buildPublication(r *cellReader) *Publication {
	return &Publication{
		Row:      r.row,
		Date:     r.date("date"),
		Title:    r.text("title"),
		Audience: r.text("audience"),
	}
}
