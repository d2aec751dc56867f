package rule

import (
	"slices"

	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/layout"
	"pilot90/cohort/record"
)

var ruleC241 = Rule{
	Code: "C241", Severity: finding.Warning,
	Title: lang.Say("参加者IDの欄に氏名がある", "A name in place of a participant id"),
	Long: lang.Say(
		"作業ログ・支払・研修・伴走記録の参加者IDの欄に氏名が書かれていて、参加者シートにその氏名の人が1人だけいるときは、その人の記録として読みます。"+
			"同じ氏名の人が増えると区別できなくなるので、参加者IDに書きかえてください。同じ氏名の人が2人以上いるときや、見つからないときは C202 になります。",
		"The cell of the participant id holds a name that exactly one participant has; the row is read as that "+
			"person's. "+
			"Write the id instead: names stop telling people apart as soon as two are alike. A name that nobody or more than "+
			"one person has is a C202.",
	),
	Check: func(all *record.Tables, _ Run, report reporter) {
		check := func(r record.Record, id record.Field[string], p *record.Participant) {
			if id.Known && id.Col > 0 && p != nil && !p.Source.Named() && !isID(id.Text, p.ID.Value) &&
				!layout.MayBeNames(r.At().Source.Table, r.At().Source.Headings[id.Col]) {
				report(nameForID(r, id, p, sheetAmong(all.Participants.Sources, p.Source)))
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

// sheetAmong names the sheet of a source, with its file where another source has a sheet of that name.
func sheetAmong(sources []*record.Source, s *record.Source) string {
	if slices.ContainsFunc(sources, func(o *record.Source) bool { return o != s && o.Sheet == s.Sheet }) {
		return s.Title()
	}
	return s.Sheet
}

// isID reports whether the text reads as the id.
func isID(text, id string) bool {
	read, _, fault := cell.ReadID(cell.Value{Kind: cell.Text, Text: text})
	return fault == nil && read == id
}

// nameForID is the finding of a name that was read as the id of its only bearer.
func nameForID(r record.Record, id record.Field[string], p *record.Participant, sheet string) finding.Finding {
	return record.About(r, id,
		lang.Sayf("「%[1]s」は参加者IDではなく氏名なので、「%[2]s」シートの「%[3]s」の記録として読みました。",
			"“%[1]s” is a name, not an id; the row was read as that of “%[3]s” on the sheet “%[2]s”.", lang.Quote(id.Text),
			sheet,
			lang.Quote(p.ID.Value)),
		lang.Sayf("氏名の代わりに、その人の参加者ID（「%[1]s」なら「%[2]s」）を書いてください。別の人のことであれば、その人の参加者IDを書いてください。",
			"Write the person's id instead of the name (“%[2]s” for “%[1]s”), or that of another person if another is meant.",
			lang.Quote(id.Text), lang.Quote(p.ID.Value)),
		record.PlaceOf(p, p.Name))
}
