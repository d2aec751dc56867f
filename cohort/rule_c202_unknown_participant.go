package cohort

import "pilot90/cohort/finding"

var ruleC202 = Rule{
	Code: "C202", Severity: finding.Error,
	Title: finding.Text{JA: "参加者シートにない参加者ID", EN: "Unknown participant"},
	Long: finding.Text{
		JA: "作業ログ・研修・伴走記録の参加者IDは、参加者シートにある番号でなければ、だれの記録か決められません。その行は集計から外します。" +
			"番号の書き間違い（先頭の0の抜けなど）を直すか、参加者シートに行を足してください。",
		EN: "A participant id in the work log, the trainings or the support record must be on the participants sheet, or the row belongs to nobody and is left out. " +
			"Correct the id (often a lost leading zero) or add the participant.",
	},
	Check: func(c *Cohort, _ Clock, report reporter) {
		if !c.Participants.Present {
			return
		}
		check := func(r record, id Field[string], p *Participant) {
			if id.Known && p == nil {
				report(unknownID[Participant](r, id, &c.Participants, participantID), r.row())
			}
		}
		for _, r := range everyRow[Training](&c.Trainings) {
			check(r, r.ParticipantID, r.Participant)
		}
		for _, r := range everyRow[Task](&c.Tasks) {
			check(r, r.ParticipantID, r.Participant)
		}
		for _, r := range everyRow[Support](&c.Support) {
			check(r, r.ParticipantID, r.Participant)
		}
	},
}
