package record

import (
	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
	"pilot90/cohort/layout"
	"pilot90/cohort/schema"
	"pilot90/cohort/sheet/grid"
)

// Source is one table of one sheet: where records were read from.
type Source struct {
	Table    schema.Key // which table of the schema, e.g. Tasks
	File     string
	Sheet    string
	Headings map[int]string // column number -> heading text as the sheet has it
	// a value that stands once above the table, as fields without a column hold it -> its address
	Above   map[string]string
	Records int // rows that were read as records, with an error or not

	grid    *grid.Grid
	heading grid.Range     // the heading rows, within the grid
	named   bool           // its records have names in place of ids
	columns []sourceColumn // one for each column of the schema
	jobs    bool           // a log that names the contracts, of which there is no sheet
	paidAs  int            // the column of amounts paid that stands for the pay, of which there is none; else 0
	clock   *clockSlots    // the columns of clock times of a log; nil for none
	untold  int            // the column of hours that is not read as nothing tells their unit; else 0
}

// Named reports a sheet whose records have names in place of ids.
func (s *Source) Named() bool { return s.named }

// HeadingCell is the lowest cell of the heading of a column (1-based).
func (s *Source) HeadingCell(col int) finding.Place {
	p := finding.Place{File: s.File, Sheet: s.Sheet, Range: grid.Ref(s.heading.ToRow, col)}
	if s.grid != nil { // another cell where the sheet was turned into rows
		p.Range = s.grid.Ref(s.heading.ToRow, col)
	}
	return p
}

// Title names the sheet with its file.
func (s *Source) Title() string { return layout.FileAndSheet(s.File, s.Sheet) }

// Row is the place a record was read from.
type Row struct {
	Source *Source
	Number int // as Excel shows it
	line   int // of the grid: another one where the sheet was turned into rows
}

// Cell returns the place of the row's cell in column col (1-based); col 0 gives the row's
// whole place without a range.
func (r Row) Cell(col int) finding.Place {
	p := finding.Place{File: r.Source.File, Sheet: r.Source.Sheet}
	if row, col := r.Address(col); row > 0 && col > 0 {
		p.Range = grid.Ref(row, col)
	}
	return p
}

// Address returns the row and the column of the user's sheet that the row's cell in column col (1-based)
// is; zeros for none.
func (r Row) Address(col int) (int, int) {
	if col == 0 || r.Source.grid == nil {
		return r.Number, col
	}
	return r.Source.grid.Origin(r.line, col)
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
	ID        Field[string] `column:"participant_id"`
	Cohort    Field[string] `column:"cohort"` // "第1期"; one cohort when the column is absent
	Name      Field[string] `column:"name"`   // never leaves the hub edition
	Gender    Field[string] `column:"gender"` // female, male, other, no_answer
	BirthYear Field[int]    `column:"birth_year"`
	AgeBand   Field[int]    `column:"age_band"`  // 30 means 30–39
	Residence Field[string] `column:"residence"` // resident, migrant, outside; blank = resident (Known false)
	// childcare, care, senior, student, disability, single_parent, side_job, job_seeking, other
	Situations     Field[[]string] `column:"situations"`
	RegisteredDate Field[cell.Day] `column:"registered_date"` // blank = start_date
	StartDate      Field[cell.Day] `column:"start_date"`      // day 1 of the cycle
	Municipality   Field[string]   `column:"municipality"`    // blank = program.municipality
	TrainedDate    Field[cell.Day] `column:"trained_date"`
	ExitDate       Field[cell.Day] `column:"exit_date"`
	ExitReason     Field[string]   `column:"exit_reason"`
	PriorIncome    Field[bool]     `column:"prior_income"`
	Role           Field[string]   `column:"role"` // worker, leader, director
	RoleDate       Field[cell.Day] `column:"role_date"`
	NDADate        Field[cell.Day] `column:"nda_date"`
	SecurityDate   Field[cell.Day] `column:"security_date"`
	// local_job, outside_job, continuing, transition, other, undecided
	Outcome    Field[string]   `column:"outcome"`
	ClosedDate Field[cell.Day] `column:"closed_date"` // the hub calls no more from this day
}

// Training is one attendance (研修).
type Training struct {
	Row
	Date          Field[cell.Day] `column:"date"`
	ParticipantID Field[string]   `column:"participant_id"`
	Course        Field[string]   `column:"course"`
	Hours         Field[float64]  `column:"hours"`
	Completed     Field[bool]     `column:"completed"`
	Cohort        Field[string]   `column:"cohort"` // of the participant; tells apart two of one name
	Participant   *Participant    // nil when the id is unknown (the row is then excluded)
}

// Client is one ordering party (発注者).
type Client struct {
	Row
	ID              Field[string] `column:"client_id"`
	Name            Field[string] `column:"name"`
	Region          Field[string] `column:"region"` // inside, prefecture, outside
	Sector          Field[string] `column:"sector"` // company, municipality, association, sole_proprietor
	SatelliteOffice Field[bool]   `column:"satellite_office"`
}

// Contract is one contract between a client and the hub (案件).
type Contract struct {
	Row
	ID           Field[string]   `column:"contract_id"`
	ClientID     Field[string]   `column:"client_id"`
	Title        Field[string]   `column:"title"`
	Category     Field[string]   `column:"category"`
	Kind         Field[string]   `column:"kind"` // recurring, one_off
	StartDate    Field[cell.Day] `column:"start_date"`
	Municipality Field[string]   `column:"municipality"` // blank = program.municipality
	EndDate      Field[cell.Day] `column:"end_date"`     // blank = running
	Monthly      Field[float64]  `column:"monthly"`      // yen a month
	Amount       Field[float64]  `column:"amount"`       // yen, whole term
	ContractForm Field[string]   `column:"form"`         // team, matching, hybrid
	Renews       Field[string]   `column:"renews"`       // the id of the term before this one
	Parent       Field[string]   `column:"parent"`       // the client's job this was cut out of
	WrittenDate  Field[cell.Day] `column:"written_date"`
	NoticeDate   Field[cell.Day] `column:"notice_date"`
	Resale       Field[bool]     `column:"resale"`
	Region       Field[string]   `column:"region"` // of the client, as those of Client
	Sector       Field[string]   `column:"sector"`
	Client       *Client         // nil when the ledger has no clients sheet
	Renewed      *Contract       // the row that Renews names; nil when it names none of the ledger
	Chain        *Chain          // the terms that this one belongs to; nil when it stands alone
	Terms        []*Contract     // of a contract put together from its terms (see Whole); nil for a row
}

// Payment is one payment of the hub to a worker (支払).
type Payment struct {
	Row
	PaidDate      Field[cell.Day] `column:"paid_date"` // blank = not yet paid
	ParticipantID Field[string]   `column:"participant_id"`
	Month         Field[cell.Day] `column:"month"`  // first day of the month worked
	Amount        Field[float64]  `column:"amount"` // yen, gross
	ContractID    Field[string]   `column:"contract_id"`
	Withheld      Field[float64]  `column:"withheld"` // yen
	Net           Field[float64]  `column:"net"`      // yen
	Cohort        Field[string]   `column:"cohort"`   // of the participant; tells apart two of one name
	Participant   *Participant
	Contract      *Contract // nil when contract_id is blank, or names none
}

// Invoice is one invoice of the hub to a client (請求).
type Invoice struct {
	Row
	Date         Field[cell.Day] `column:"date"`
	Month        Field[cell.Day] `column:"month"` // first day of the month invoiced
	ContractID   Field[string]   `column:"contract_id"`
	ClientID     Field[string]   `column:"client_id"`
	Amount       Field[float64]  `column:"amount"` // yen, tax as stated
	ReceivedDate Field[cell.Day] `column:"received_date"`
	Received     Field[float64]  `column:"received"` // yen
	Contract     *Contract       // nil where it is not told, or in a ledger without contracts
	Client       *Client         // nil in a ledger without clients
}

// Support is one entry of the hub's accompaniment record (伴走記録).
type Support struct {
	Row
	Date          Field[cell.Day] `column:"date"`
	Staff         Field[string]   `column:"staff"`
	ParticipantID Field[string]   `column:"participant_id"`
	Hours         Field[float64]  `column:"hours"`
	Kind          Field[string]   `column:"kind"`   // interpret, arrange, accompany (通訳, 段取り, 伴走)
	Cohort        Field[string]   `column:"cohort"` // of the participant; tells apart two of one name
	Participant   *Participant
}

// Survey is one answer (満足度).
type Survey struct {
	Row
	Date       Field[cell.Day] `column:"date"`
	Respondent Field[string]   `column:"respondent"` // worker, client, local_business, student, host
	Score      Field[float64]  `column:"score"`      // 1–5
}

// Budget is one budget line (予算).
type Budget struct {
	Row
	Item       Field[string]   `column:"item"`
	Class      Field[string]   `column:"class"`   // accompaniment, training, equipment, publicity, other
	Fund       Field[string]   `column:"fund"`    // grant, general, other
	Planned    Field[float64]  `column:"planned"` // yen
	Spent      Field[float64]  `column:"spent"`   // yen
	Date       Field[cell.Day] `column:"date"`
	FiscalYear Field[int]      `column:"fiscal_year"` // 2025 is April 2025 to March 2026
}

// Metric is one hand-entered actual (実績値).
type Metric struct {
	Row
	Date  Field[cell.Day] `column:"date"`
	Name  Field[string]   `column:"metric"`
	Value Field[float64]  `column:"value"`
	Unit  Field[string]   `column:"unit"` // as typed: 円, 件, 人
}

// Publication is one entry of the publication record (公開記録).
type Publication struct {
	Row
	Date     Field[cell.Day] `column:"date"`
	Title    Field[string]   `column:"title"`
	Audience Field[string]   `column:"audience"`
}
