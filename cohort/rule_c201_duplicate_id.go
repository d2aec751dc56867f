package cohort

import (
	"strings"

	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

var ruleC201 = Rule{
	Code: "C201", Severity: finding.Error,
	Title: text("同じ番号が2回使われている", "An id is used twice"),
	Long: text(
		"参加者ID・発注者ID・案件IDは、1つの番号を1行だけに使います。2回使われていると、作業や売上をどちらの行に数えるか決められません。"+
			"先に出てくる行を使い、あとの行は集計から外します。あとの行の番号を直すか、同じ内容なら行を削除してください。",
		"A participant, client or contract id belongs to one row only; used twice, work and revenue cannot be "+
			"attributed. "+
			"The first row counts, later ones are left out. Give the later row its own id, or delete it if it repeats the "+
			"first.",
	),
	Check: func(all *Records, _ Run, report reporter) {
		duplicateIDs[Participant](&all.Participants, participantID, report)
		duplicateIDs[Client](&all.Clients, clientID, report)
		duplicateIDs[Contract](&all.Contracts, contractID, report)
	},
}

func duplicateIDs[T any, P recordOf[T]](t *Table[T], id func(*T) Field[string], report reporter) {
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
		at := placeOf(P(before), id(before))
		report(about(P(r), f,
			say("「%s」は %s ですでに使われています。", "“%s” is used in %s already.", lang.Quote(f.Text), cellFrom(at, P(r).row().Source)),
			text("別の人・発注者・案件なら新しい番号にし、同じものなら行を1つにまとめてください。",
				"Use a new id if this is another one; if it is the same, keep one row."),
			at), P(r).row())
	}
}

// cellFrom names a cell as it is called in a sheet: with its own sheet and file where they differ.
func cellFrom(at finding.Place, in *Source) string {
	if at.File == in.File {
		at.File = ""
		if at.Sheet == in.Sheet {
			return at.Range
		}
	}
	return strings.TrimSpace(at.String())
}
