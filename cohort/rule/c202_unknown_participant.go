package rule

import (
	"strings"

	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
)

var ruleC202 = Rule{
	Code: "C202", Severity: finding.Error,
	Title: lang.Say("参加者シートにない参加者ID", "Unknown participant"),
	Long: lang.Say(
		"作業ログ・支払・研修・伴走記録の参加者IDは、参加者シートにある番号でなければ、だれの記録か決められません。その行は集計から外します。"+
			"番号の書き間違い（先頭の0の抜けなど）を直すか、参加者シートに行を足してください。",
		"A participant id in the work log, the payments, the trainings or the support record must be on the participants "+
			"sheet, or "+
			"the row belongs to nobody and is left out. "+
			"Correct the id (often a lost leading zero) or add the participant.",
	),
	Check: func(all *record.Tables, _ Run, report reporter) {
		if !all.Participants.Present {
			return
		}
		people, lost := record.NewRoster(all), lostParticipants(all)
		check := func(r record.Record, id record.Field[string], p *record.Participant) {
			switch {
			case !id.Known || p != nil || lost.has(id):
			case people.Ambiguous(id.Value):
				report(sharedName(r, id, all), r.At())
			case len(people.Several(id.Text)) > 1:
				report(severalPeople(r, id, people.Several(id.Text)), r.At())
			default:
				report(unknownID[record.Participant](r, id, &all.Participants, record.ParticipantID, record.ParticipantName),
					r.At())
			}
		}
		for _, r := range all.Trainings.Every() {
			check(r, r.ParticipantID, r.Participant)
		}
		for _, r := range all.Tasks.Every() {
			check(r, r.ParticipantID, r.Participant)
		}
		for _, r := range all.Payments.Every() {
			check(r, r.ParticipantID, r.Participant)
		}
		for _, r := range all.Support.Every() {
			check(r, r.ParticipantID, r.Participant)
		}
	},
}

// sharedName is the finding of a name in place of an id that more than one participant has.
func sharedName(r record.Record, id record.Field[string], all *record.Tables) finding.Finding {
	var ids []string
	var places []finding.Place
	for _, p := range all.Participants.Every() {
		if p.Name.Known && record.NameKey(p.Name.Value) == record.NameKey(id.Value) && len(ids) < 5 {
			ids, places = append(ids, p.ID.Value), append(places, record.PlaceOf(p, p.Name))
		}
	}
	sheet := sheetOf(&all.Participants)
	return record.About(r, id,
		lang.Sayf("「%[1]s」という氏名の人が「%[2]s」シートに2人以上いるため、だれの記録か決められません。",
			"More than one person on the sheet “%[2]s” is called “%[1]s”; whose row this is cannot be told.",
			lang.Quote(id.Text),
			sheet),
		lang.Sayf("氏名ではなく参加者IDを書いてください（候補：%[1]s）。", "Write the id instead of the name (perhaps: %[2]s).",
			strings.Join(ids, "、"),
			strings.Join(ids, ", ")), places...)
}

// severalPeople is the finding of two participants or more in one cell.
func severalPeople(r record.Record, id record.Field[string], people []*record.Participant) finding.Finding {
	var places []finding.Place
	for _, p := range people {
		places = append(places, record.PlaceOf(p, p.ID))
	}
	return record.About(r, id,
		lang.Sayf("「%[1]s」は%[2]d人の名前です。1行は1人の記録なので、だれの時間と金額か決められません。",
			"“%[1]s” is %[2]d people. A row is of one person; whose hours and money these are cannot be told.",
			lang.Quote(id.Text), len(people)),
		lang.Say("1人につき1行になるように行を分け、時間や金額もそれぞれの分を書いてください。",
			"Split it into one row a person, each with that person's hours and money."), places...)
}
