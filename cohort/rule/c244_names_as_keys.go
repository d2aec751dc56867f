package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/layout"
	"pilot90/cohort/record"
)

var ruleC244 = Rule{
	Code: "C244", Severity: finding.Info,
	Title: lang.Say("番号の代わりに名前で見分けたシート", "Names tell the records of a sheet apart"),
	Long: lang.Say(
		"番号の列がないシートや、番号の代わりに氏名・発注者名・案件名が書かれたシートは、名前で見分けます。"+
			"全角と半角、空白、㈱と株式会社のちがいは同じ名前とみなし、それ以外は1文字でもちがえば別の名前とみなします。"+
			"同じ氏名の人がいるときは、番号か期がないと見分けられません。名前は拠点の外に出す版には載りません。",
		"A sheet without a column of ids, or with names where ids would stand, is read by names. Width, spaces and the "+
			"forms of 株式会社 make no difference; a name that differs in one character is another name. "+
			"Two people of one name need an id or a cohort. Names never leave the hub edition.",
	),
	Check: func(all *record.Tables, _ Run, report reporter) {
		n := namedSheets{seen: map[*record.Source]map[int]bool{}, report: report}
		for _, p := range all.Participants.Every() {
			n.own(p, p.ID)
		}
		for _, c := range all.Clients.Every() {
			n.own(c, c.ID)
		}
		for _, c := range all.Contracts.Every() {
			n.own(c, c.ID)
			n.refers(c, c.ClientID, c.Client != nil)
		}
		for _, t := range all.Trainings.Every() {
			n.person(t, t.ParticipantID, t.Participant)
		}
		for _, t := range all.Tasks.Every() {
			n.person(t, t.ParticipantID, t.Participant)
			n.refers(t, t.ContractID, t.Contract != nil)
		}
		for _, p := range all.Payments.Every() {
			n.person(p, p.ParticipantID, p.Participant)
			n.refers(p, p.ContractID, p.Contract != nil)
		}
		for _, v := range all.Invoices.Every() {
			n.refers(v, v.ClientID, v.Client != nil)
			n.refers(v, v.ContractID, v.Contract != nil)
		}
		for _, s := range all.Support.Every() {
			n.person(s, s.ParticipantID, s.Participant)
		}
	},
}

// namedSheets reports each column of names once.
type namedSheets struct {
	seen   map[*record.Source]map[int]bool
	report reporter
}

// own looks at the id of a record itself.
func (n *namedSheets) own(r record.Record, id record.Field[string]) {
	if r.At().Source.Named() && id.Known {
		n.say(r, id)
	}
}

// person looks at what a record calls a participant by; a name below a heading of ids is a C241.
func (n *namedSheets) person(r record.Record, id record.Field[string], p *record.Participant) {
	s := r.At().Source
	if p == nil || !n.unsaid(s, id) { // as nearly every row of a log
		return
	}
	n.refers(r, id, p.Source.Named() || layout.MayBeNames(s.Table, s.Headings[id.Col]))
}

// refers looks at what a record calls another by, which was found or not.
func (n *namedSheets) refers(r record.Record, id record.Field[string], found bool) {
	if found && id.Known {
		n.say(r, id)
	}
}

// unsaid reports a cell that holds a name, of a column that was not reported yet.
func (n *namedSheets) unsaid(s *record.Source, id record.Field[string]) bool {
	return id.Col > 0 && record.IsName(id.Text) && !n.seen[s][id.Col]
}

func (n *namedSheets) say(r record.Record, id record.Field[string]) {
	s := r.At().Source
	if !n.unsaid(s, id) {
		return
	}
	if n.seen[s] == nil {
		n.seen[s] = map[int]bool{}
	}
	n.seen[s][id.Col] = true
	heading := s.Headings[id.Col]
	f := record.About(r, id,
		lang.Sayf("番号の代わりに「%[1]s」で見分けました。", "“%[1]s” was used in place of ids.", lang.Quote(heading)),
		lang.Say("このままで構いません。同じ名前のものがあるときは、番号の列を足してください。",
			"Nothing need be done. Where two have one name, add a column of ids."))
	f.Place, f.Record, f.Date, f.Value = s.HeadingCell(id.Col), "", "", ""
	n.report(f)
}
