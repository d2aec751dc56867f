package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
)

var ruleC222 = Rule{
	Code: "C222", Severity: finding.Info,
	Title: lang.Say("誤りのある行を参照している行", "Rows that refer to a row with an error"),
	Long: lang.Say(
		"参加者・発注者・案件の行に誤りがあると、その行は集計から外れます。その番号を使っている作業ログなどの行も、だれの・どの案件の分か決められないため、一緒に外れます。"+
			"もとの行の誤りを1か所直せば、すべて集計に戻ります。お知らせは、もとの行につき1件だけ出します。",
		"A participant, client or contract row with an error is left out of the figures. Rows that use its id, such "+
			"as work-log rows, cannot be attributed, so they are left out with it. "+
			"Correct the one row and all of them come back. There is one notice for each such row.",
	),
}

// consequences collects, for each excluded row, the rows that fall with it.
type consequences struct {
	excluded map[record.RowKey]bool
	causes   []finding.Finding
	byCause  map[record.RowKey]int // index into causes
}

// excludeDependants excludes the rows that refer to an excluded row: contracts fall with their
// client before tasks fall with their contract. It returns one C222 for each cause, at its id.
func excludeDependants(all *record.Tables, excluded map[record.RowKey]bool) []finding.Finding {
	if len(excluded) == 0 {
		return nil
	}
	k := &consequences{excluded: excluded, byCause: map[record.RowKey]int{}}
	people, clients, contracts := lostParticipants(all), lostClients(all), lostContracts(all)
	ofPerson := func(r record.Record, id record.Field[string], p *record.Participant) {
		if p != nil {
			follow(k, p, p.ID, r, id)
		} else if id.Known {
			k.followLost(people, r, id)
		}
	}
	for _, r := range all.Contracts.Every() {
		if r.Client != nil {
			follow(k, r.Client, r.Client.ID, r, r.ClientID)
		} else if r.ClientID.Known {
			k.followLost(clients, r, r.ClientID)
		}
	}
	for _, r := range all.Tasks.Every() {
		ofPerson(r, r.ParticipantID, r.Participant)
		if r.Contract != nil {
			follow(k, r.Contract, r.Contract.ID, r, r.ContractID)
		} else if r.ContractID.Known {
			k.followLost(contracts, r, r.ContractID)
		}
	}
	for _, r := range all.Payments.Every() {
		ofPerson(r, r.ParticipantID, r.Participant)
	}
	for _, r := range all.Invoices.Every() {
		if r.Contract != nil {
			follow(k, r.Contract, r.Contract.ID, r, r.ContractID)
		} else if r.ContractID.Known {
			k.followLost(contracts, r, r.ContractID)
		}
	}
	for _, r := range all.Trainings.Every() {
		ofPerson(r, r.ParticipantID, r.Participant)
	}
	for _, r := range all.Support.Every() {
		ofPerson(r, r.ParticipantID, r.Participant)
	}
	for i := range k.causes {
		k.causes[i].Message = fallenWith(k.causes[i])
	}
	for _, l := range []lostIDs{people, clients, contracts} {
		if i, caused := k.byCause[l.key()]; caused {
			k.causes[i].Message = lostWith(l.ids, len(k.causes[i].Related))
		}
	}
	return k.causes
}

// follow excludes the row r when the row of cause, which it names in reference, is excluded. A
// row that has an error of its own, or has fallen already, is not counted again.
func follow(k *consequences, cause record.Record, id record.Field[string], r record.Record,
	reference record.Field[string]) {
	from := cause.At().Key()
	if !k.excluded[from] || k.excluded[r.At().Key()] {
		return
	}
	k.excluded[r.At().Key()] = true
	i, known := k.byCause[from]
	if !known {
		i = len(k.causes)
		k.byCause[from] = i
		f := record.About(cause, id, lang.Text{}, lang.Say("この行が外れた理由の誤りを直すと、まとめて集計に戻ります。",
			"Correct the error that left this row out, and they all come back."))
		f.Code, f.Severity = ruleC222.Code, ruleC222.Severity
		k.causes = append(k.causes, f)
	}
	k.causes[i].Related = append(k.causes[i].Related, record.PlaceOf(r, reference))
}

func fallenWith(f finding.Finding) lang.Text {
	return lang.Sayf("この行が集計から外れているため、「%[1]s」を使っている%[2]d行も外しています。",
		"This row is left out of the figures, and so are the %[2]d rows that use “%[1]s”.", lang.Quote(f.Record),
		len(f.Related))
}
