package rule

import (
	"strings"

	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
)

var ruleC201 = Rule{
	Code: "C201", Severity: finding.Error,
	Title: lang.Say("同じ番号が2回使われている", "An id is used twice"),
	Long: lang.Say(
		"参加者ID・発注者ID・案件IDは、1つの番号を1行だけに使います。2回使われていると、作業や売上をどちらの行に数えるか決められません。"+
			"先に出てくる行を使い、あとの行は集計から外します。あとの行の番号を直すか、同じ内容なら行を削除してください。",
		"A participant, client or contract id belongs to one row only; used twice, work and revenue cannot be "+
			"attributed. "+
			"The first row counts, later ones are left out. Give the later row its own id, or delete it if it repeats the "+
			"first.",
	),
	Check: func(all *record.Tables, _ Run, report reporter) {
		duplicateIDs[record.Participant](&all.Participants, record.ParticipantID, report)
		duplicateIDs[record.Client](&all.Clients, record.ClientID, report)
		duplicateIDs[record.Contract](&all.Contracts, record.ContractID, report)
	},
}

func duplicateIDs[T any, P record.RecordOf[T]](t *record.Table[T], id func(*T) record.Field[string], report reporter) {
	first := map[string]*T{}
	for _, r := range t.Every() {
		f := id(r)
		if !f.Known {
			continue
		}
		before, seen := first[f.Value]
		if !seen {
			first[f.Value] = r
			continue
		}
		at := record.PlaceOf(P(before), id(before))
		report(record.About(P(r), f,
			lang.Sayf("「%s」は %s ですでに使われています。", "“%s” is used in %s already.", lang.Quote(f.Text),
				cellFrom(at, P(r).At().Source)),
			lang.Say("別の人・発注者・案件なら新しい番号にし、同じものなら行を1つにまとめてください。",
				"Use a new id if this is another one; if it is the same, keep one row."),
			at), P(r).At())
	}
}

// cellFrom names a cell as it is called in a sheet: with its own sheet and file where they differ.
func cellFrom(at finding.Place, in *record.Source) string {
	if at.File == in.File {
		at.File = ""
		if at.Sheet == in.Sheet {
			return at.Range
		}
	}
	return strings.TrimSpace(at.String())
}
