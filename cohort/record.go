package cohort

import (
	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
	"pilot90/cohort/sheet"
)

// Source is one table of one sheet: where records were read from.
type Source struct {
	Table    Key // which table of the schema, e.g. Tasks
	File     string
	Sheet    string
	Headings map[int]string // column number -> heading text as the sheet has it
	// a value that stands once above the table, as fields without a column hold it -> its address
	Above   map[string]string
	Records int // rows that were read as records, with an error or not

	heading sheet.Range    // the heading rows
	columns []sourceColumn // one for each column of the schema
}

// title names the sheet with its file.
func (s *Source) title() string { return fileAndSheet(s.File, s.Sheet) }

// Row is the place a record was read from.
type Row struct {
	Source *Source
	Number int // as Excel shows it
}

// Cell returns the place of the row's cell in column col (1-based); col 0 gives the row's
// whole place without a range.
func (r Row) Cell(col int) finding.Place {
	p := finding.Place{File: r.Source.File, Sheet: r.Source.Sheet}
	if col > 0 {
		p.Range = sheet.Ref(r.Number, col)
	}
	return p
}

// Origin is the place of a value: the cell in column col, or for a value of no column the cell
// above the table in which it stands once for all rows.
func (r Row) Origin(col int, text string) finding.Place {
	p := r.Cell(col)
	if col == 0 {
		p.Range = r.Source.Above[text]
	}
	return p
}

// Field is one parsed cell of a record with its origin: with its Row it knows file, sheet,
// cell and the text as typed.
type Field[T any] struct {
	Value T
	Known bool   // false: the cell is blank (or the ledger has no such column)
	Col   int    // 1-based; 0: no such column, or a value filled in by a documented default
	Text  string // as typed
}

// Participant is one person of the participants sheet (参加者).
type Participant struct {
	Row
	ID        Field[string]
	Cohort    Field[string] // "第1期"; one cohort when the column is absent
	Name      Field[string] // never leaves the hub edition
	Gender    Field[string] // female, male, other, no_answer
	BirthYear Field[int]
	AgeBand   Field[int]    // 30 means 30–39
	Residence Field[string] // resident, migrant, outside; blank = resident (Known false)
	// childcare, care, senior, student, disability, single_parent, side_job, job_seeking, other
	Situations     Field[[]string]
	RegisteredDate Field[cell.Day] // blank = start_date
	StartDate      Field[cell.Day] // day 1 of the cycle
	TrainedDate    Field[cell.Day]
	ExitDate       Field[cell.Day]
	ExitReason     Field[string]
	PriorIncome    Field[bool]
	Role           Field[string] // worker, leader, director
	RoleDate       Field[cell.Day]
	NDADate        Field[cell.Day]
	SecurityDate   Field[cell.Day]
	Outcome        Field[string] // local_job, outside_job, continuing, transition, other, undecided
}

// Training is one attendance (研修).
type Training struct {
	Row
	Date          Field[cell.Day]
	ParticipantID Field[string]
	Course        Field[string]
	Hours         Field[float64]
	Completed     Field[bool]
	Participant   *Participant // nil when the id is unknown (the row is then excluded)
}

// Client is one ordering party (発注者).
type Client struct {
	Row
	ID              Field[string]
	Name            Field[string]
	Region          Field[string] // inside, prefecture, outside
	Sector          Field[string] // company, municipality, association, sole_proprietor
	SatelliteOffice Field[bool]
}

// Contract is one contract between a client and the hub (案件).
type Contract struct {
	Row
	ID          Field[string]
	ClientID    Field[string]
	Title       Field[string]
	Category    Field[string]
	Kind        Field[string] // recurring, one_off
	StartDate   Field[cell.Day]
	EndDate     Field[cell.Day] // blank = running
	Monthly     Field[float64]  // yen a month
	Amount      Field[float64]  // yen, whole term
	Form        Field[string]   // team, matching, hybrid
	Parent      Field[string]   // the client's job this was cut out of
	WrittenDate Field[cell.Day]
	NoticeDate  Field[cell.Day]
	Resale      Field[bool]
	Client      *Client // nil when the ledger has no clients sheet
}

// Task is one line of the work log (作業ログ).
type Task struct {
	Row
	Date          Field[cell.Day]
	ParticipantID Field[string]
	ContractID    Field[string]
	Title         Field[string]
	Hours         Field[float64]
	Pay           Field[float64] // yen, hub -> worker
	DeliveredDate Field[cell.Day]
	DueDate       Field[cell.Day]
	PaidDate      Field[cell.Day]
	Paid          Field[float64] // yen; where blank, Pay
	Checked       Field[bool]
	Rework        Field[float64] // times; yes = 1
	Participant   *Participant
	Contract      *Contract // nil when contract_id is blank
}

// Support is one entry of the hub's accompaniment record (伴走記録).
type Support struct {
	Row
	Date          Field[cell.Day]
	Staff         Field[string]
	ParticipantID Field[string]
	Hours         Field[float64]
	Kind          Field[string] // interpret, arrange, accompany (通訳, 段取り, 伴走)
	Participant   *Participant
}

// Survey is one answer (満足度).
type Survey struct {
	Row
	Date       Field[cell.Day]
	Respondent Field[string]  // worker, client, local_business, student, host
	Score      Field[float64] // 1–5
}

// Budget is one budget line (予算).
type Budget struct {
	Row
	Item    Field[string]
	Class   Field[string]  // accompaniment, training, equipment, publicity, other
	Fund    Field[string]  // grant, general, other
	Planned Field[float64] // yen
	Spent   Field[float64] // yen
	Date    Field[cell.Day]
}

// Metric is one hand-entered actual (実績値).
type Metric struct {
	Row
	Date  Field[cell.Day]
	Name  Field[string]
	Value Field[float64]
}

// Publication is one entry of the publication record (公開記録).
type Publication struct {
	Row
	Date     Field[cell.Day]
	Title    Field[string]
	Audience Field[string]
}
