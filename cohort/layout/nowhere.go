package layout

import (
	"slices"
	"strings"

	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/pattern"
	"pilot90/cohort/schema"
)

// codeNowhere is the code of a column that no sheet has while headings remain that may be it.
const codeNowhere = "C331"

// codeFromLog is the code of contracts and people that no sheet holds and that the log names.
const codeFromLog = "C336"

// lookFor are the columns without which figures have no data or others than the ledger could give, with what their
// cells hold; instead names a column that is read in their place, and other a table that has the like. A column that is
// looked for alone is missed where the one that does as well is there.
var lookFor = []struct {
	table   schema.Key
	column  string
	instead string // another column of the table that people may mean by it
	other   schema.Key
	alone   bool
	holds   func(t *Table, h freeHead) bool
}{
	{schema.Tasks, "hours", "", "", false, holdsHours},
	{schema.Tasks, "pay", "", schema.Payments, false, holdsAmounts},
	{schema.Tasks, "contract_id", "title", "", false, namesJobs},
	{schema.Contracts, "monthly", "", schema.Invoices, false, holdsAmounts},
	{schema.Contracts, "monthly", "", schema.Invoices, true, holdsMonthly},
	{schema.Contracts, "start_date", "", "", false, holdsDays(`始|はじ|開|から|スタート|start|begin`)},
	{schema.Contracts, "end_date", "", "", false, holdsDays(`終|おわ|満了|満期|まで|解約|end`)},
	{schema.Participants, "start_date", "", "", false, holdsDays(`始|はじ|初|開|スタート|参加|加入|入会|start|begin|join`)},
	{schema.Participants, "trained_date", "", schema.Trainings, false, holdsDays(`修了|研修|訓練|講座|学び|train`)},
	{schema.Participants, "exit_date", "", "", false, holdsDays(`やめ|辞|退|離|抜け|中止|リタイア|exit|left`)},
	{schema.Participants, "nda_date", "", "", false, holdsDays(`秘密|守秘|機密|誓約|nda`)},
	{schema.Tasks, "delivered_date", "", "", false, holdsDays(`納|出し|提出|仕上|完了|渡し|わたし|deliver`)},
	{schema.Tasks, "due_date", "", "", false, holdsDays(`しめ|締|〆|期限|期日|納期|due|deadline`)},
	{schema.Tasks, "paid_date", "", schema.Payments, false, holdsDays(`払|振込|振り込|入金|paid`)},
	{schema.Participants, "residence", "", "", false, holdsWords(schema.Participants, "residence")},
	{schema.Participants, "prior_income", "", "", false, holdsPast},
	{schema.Contracts, "region", "", schema.Clients, false, holdsWords(schema.Contracts, "region")},
}

// Headings of columns of numbers that are neither hours nor amounts, and of columns that tell jobs
// apart.
var (
	otherNumber = pattern.New(`^(no|番号|連番|通番|行|年|月|年度|電話.*|tel|郵便.*|〒|年齢|件数|回数|数量|個数|.*率|.*時刻表)$`)
	jobHeading  = pattern.New(`案件|契約|プロジェクト|pj|受託|受注|業務|仕事|発注|依頼|委託|取引先|クライアント|顧客|project|contract|client|job`)
)

// mostHours is what nobody works in a day; larger numbers are no hours unless in minutes.
const mostHours = 24

func holdsHours(t *Table, h freeHead) bool {
	return h.mayHold(schema.AmountKind) && t.mostly(h.col, func(v cell.Value) bool {
		n, _, fault := cell.ReadHours(v, cell.NonNegative)
		return fault == nil && (n <= mostHours || containsAny(h.text, "分", "min"))
	})
}

// leastAmount is a smaller amount than any that is paid for a task, unless in thousands.
const leastAmount = 50

func holdsAmounts(t *Table, h freeHead) bool {
	return h.mayHold(schema.HoursKind) && t.mostly(h.col, func(v cell.Value) bool {
		if _, _, fault := cell.ReadDate(v); fault == nil {
			return false
		}
		n, _, fault := cell.ReadYen(v, cell.NonNegative)
		return fault == nil && (n >= leastAmount || containsAny(h.text, "千", "万"))
	})
}

// monthHeading is that of an amount of every month.
var monthHeading = pattern.New(`月|month`)

func holdsMonthly(t *Table, h freeHead) bool {
	return monthHeading.MatchString(h.text) && holdsAmounts(t, h)
}

// holdsDays reports headings that have one of the words, with days below. Other days, of an entry or a meeting, are not
// told of: they are meant for no column.
func holdsDays(words string) func(*Table, freeHead) bool {
	named := pattern.New(words)
	return func(t *Table, h freeHead) bool {
		return named.MatchString(bareHeading(h.text)) && t.mostly(h.col, func(v cell.Value) bool {
			_, _, fault := cell.ReadDate(v)
			return fault == nil
		})
	}
}

// holdsWords reports columns in which nearly all cells are words of a column of choices.
func holdsWords(table schema.Key, column string) func(*Table, freeHead) bool {
	known := among(schema.ByKey(table).Column(column).Accepts)
	return func(t *Table, h freeHead) bool { return t.knows(h.col, known) }
}

// pastHeading is that of what somebody has done before, and mostAnswers how many different words a question has that is
// answered by yes or no, in whatever words.
var pastHeading = pattern.New(`経験|収入|稼|実績|prior|previous|experience`)

const mostAnswers = 3

func holdsPast(t *Table, h freeHead) bool {
	answers := map[string]bool{}
	for i := range t.Grid.Rows {
		if v := t.Grid.Rows[i].At(h.col); t.Grid.Rows[i].Number > t.last && !v.IsBlank() {
			answers[lang.Key(v.Text)] = v.Kind == cell.Text
		}
	}
	for _, word := range answers {
		if !word {
			return false
		}
	}
	return pastHeading.MatchString(bareHeading(h.text)) && len(answers) > 0 && len(answers) <= mostAnswers
}

// mayHold reports a heading that neither says what is counted in its column nor has a unit of the
// other kind.
func (h freeHead) mayHold(other schema.Kind) bool {
	_, bare, unit := headingForm(h.text)
	_, is := unitScale(other, unit)
	return !is && !otherNumber.MatchString(bare)
}

func namesJobs(_ *Table, h freeHead) bool { return jobHeading.MatchString(bareHeading(h.text)) }

func bareHeading(s string) string {
	_, bare, _ := headingForm(s)
	return bare
}

// Nowhere reports the columns that figures rest on and no sheet of the table has, where a
// sheet has headings that were not read and may be meant for them. has reports whether tables[i] was
// read with a column, below any of its headings.
func Nowhere(tables []*Table, has func(i int, column string) bool) []finding.Finding {
	var out []finding.Finding
	for _, want := range lookFor {
		schema := schema.ByKey(want.table)
		column := schema.Column(want.column)
		var in []*Table
		other := column.Or
		if want.alone {
			other = ""
		}
		instead := false // the column that does as well is there
		some := want.other != "" && slices.ContainsFunc(tables, func(t *Table) bool { return t.Schema.Key == want.other })
		for i, t := range tables {
			if t.Schema.Key == want.table {
				in = append(in, t)
				some = some || t.unsure(column) || has(i, want.column) || other != "" && has(i, other)
				instead = instead || column.Or != "" && has(i, column.Or)
			}
		}
		if some || want.alone && !instead {
			continue
		}
		for _, t := range in {
			if f, ok := t.nowhere(column, other, want.instead, want.holds); ok {
				out = append(out, f)
				break
			}
		}
	}
	return out
}

// unsure reports a column that was found and not read, for a reason that has a finding of its own: two
// headings name it, it stands in two parts, or its unit is another.
func (t *Table) unsure(c *schema.Column) bool {
	return slices.ContainsFunc(t.untold, func(u untoldHours) bool { return u.column == c }) ||
		slices.ContainsFunc(t.split, func(s splitHours) bool { return s.column == c }) ||
		slices.ContainsFunc(t.unread, func(n nearMiss) bool {
			return n.column == c && !n.unit.Why.Empty()
		}) ||
		slices.ContainsFunc(t.twice, func(two clash) bool {
			return &t.Schema.Columns[two.column] == c
		})
}

// nowhere is the C331 of the first sheet with headings that may be meant for the column.
func (t *Table) nowhere(c *schema.Column, other, instead string,
	holds func(*Table, freeHead) bool) (finding.Finding, bool) {
	heads := slices.DeleteFunc(t.unreadHeads(), func(h freeHead) bool { return !holds(t, h) })
	name := lang.Say("「"+c.Heading.JA+"」の列が", c.Heading.EN)
	if or := t.Schema.Column(other); or != nil {
		name = lang.Say("「"+c.Heading.JA+"」の列も「"+or.Heading.JA+"」の列も", name.EN+" or "+or.Heading.EN)
	}
	f := finding.Finding{
		Code: codeNowhere, Severity: finding.Warning, Column: c.Heading.JA,
		Message: lang.Sayf("「%[1]s」に%[2]sありません。", "%[3]s has no column %[4]s.", t.Schema.Sheet.JA, name.JA, t.Schema.Sheet.EN,
			name.EN),
		Fix: lang.Sayf(
			"「%[1]s」のことであれば、その見出しを「%[1]s」に書きかえるか、読み取りの設定でそう決めてください。ちがう項目なら、このままでかまいません。",
			"If one of them is %[2]s, rename it, or say so in the settings of reading. Otherwise nothing need be done.",
			c.Heading.JA, c.Heading.EN),
	}
	if len(heads) > 0 {
		list := quoted(heads)
		f.Message.JA += "見出し" + list.JA + "は読んでいません。"
		f.Message.EN += " The headings " + list.EN + " are not read."
	}
	if i := slices.IndexFunc(t.Schema.Columns, func(c schema.Column) bool {
		return c.Key == instead
	}); i >= 0 && t.Columns[i].From > 0 {
		if h := (freeHead{t.Columns[i].From, t.Columns[i].Heading}); holds(t, h) {
			as := t.Schema.Columns[i].Heading
			f.Message.JA += "見出し「" + lang.Quote(h.text) + "」は「" + as.JA + "」として読みました。"
			f.Message.EN += " The heading “" + lang.Quote(h.text) + "” was read as " + as.EN + "."
			heads = append(heads, h)
		}
	}
	if len(heads) == 0 {
		return f, false
	}
	f.Place = finding.Place{File: t.Grid.File, Sheet: t.Grid.Sheet, Range: t.Grid.Ref(t.last, heads[0].col)}
	f.Value = t.Grid.At(t.last, heads[0].col).Text
	return f, true
}

// takenFromLog marks the logs that name the records of a table that no sheet holds, and says so at their
// headings; false where one does not.
func (p *planner) takenFromLog(key schema.Key) bool {
	logs := slices.DeleteFunc(slices.Clone(p.tables), func(t *Table) bool { return t.Schema.Key != schema.Tasks })
	if key == schema.Participants {
		p.peopleFromLog(logs)
		return len(logs) > 0
	}
	if key != schema.Contracts || slices.ContainsFunc(logs, func(t *Table) bool { return !t.titlesContracts() }) {
		return false
	}
	for _, t := range logs {
		title := t.Columns[t.Schema.Index("title")]
		t.NamesContracts = true
		p.findings = append(p.findings, finding.Finding{
			Code: codeFromLog, Severity: finding.Info, Column: title.Heading, Value: title.Heading,
			Place: finding.Place{File: t.Grid.File, Sheet: t.Grid.Sheet, Range: t.Grid.Ref(t.last, title.From)},
			Message: lang.Sayf("「案件」のシートがないため、案件と発注者を作業ログの「%[1]s」などの列から数えました。",
				"There is no sheet of contracts: contracts and clients were taken from “%[1]s” and other columns of the log.",
				lang.Quote(title.Heading)),
			Fix: lang.Say("このままで構いません。契約の期間や金額がいる指標も出すには、「案件」のシートを足してください。",
				"Nothing need be done. For the figures that need terms and prices, add a sheet of contracts (案件)."),
		})
	}
	return len(logs) > 0
}

// TitlesContracts reports a heading of titles that may be those of contracts, 案件名 or 業務名 but not 作業名. Of
// headings in several rows the lowest does.
func TitlesContracts(heading string) bool {
	lowest := heading[strings.LastIndex(heading, " ")+1:]
	return ColumnNamed(schema.Contracts, heading) == "title" || ColumnNamed(schema.Contracts, lowest) == "title"
}

// peopleFromLog says of each log that its people are the participants.
func (p *planner) peopleFromLog(logs []*Table) {
	for _, t := range logs {
		who := t.Columns[t.Schema.Index("participant_id")]
		p.findings = append(p.findings, finding.Finding{
			Code: codeFromLog, Severity: finding.Info, Column: who.Heading,
			Place: finding.Place{File: t.Grid.File, Sheet: t.Grid.Sheet, Range: t.Grid.Ref(t.last, max(who.From, 1))},
			Message: lang.Say("「参加者」のシートがないため、作業ログに名前のある人を参加者として数えました。",
				"There is no sheet of participants: the people that the log names are the participants."),
			Fix: lang.Say("このままで構いません。サイクル（30/30/30）や居住区分がいる指標も出すには、「参加者」のシートを足してください。",
				"Nothing need be done. For the figures of the cycle and of residents, add a sheet of participants (参加者)."),
		})
	}
}

// titlesContracts reports a log without a column of contract ids whose titles are those of contracts: 案件名,
// 業務名, but not 作業名.
func (t *Table) titlesContracts() bool {
	if t.Columns[t.Schema.Index("contract_id")].From > 0 {
		return false
	}
	title := t.Columns[t.Schema.Index("title")]
	return title.From > 0 && TitlesContracts(title.Heading)
}
