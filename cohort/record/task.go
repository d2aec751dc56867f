package record

import "pilot90/cohort/cell"

// Task is one line of the work log (作業ログ).
type Task struct {
	Row
	Date          Field[cell.Day] `column:"date"`
	ParticipantID Field[string]   `column:"participant_id"`
	ContractID    Field[string]   `column:"contract_id"`
	Title         Field[string]   `column:"title"`
	Hours         Field[float64]  `column:"hours"` // where blank, those between the clock times
	Pay           Field[float64]  `column:"pay"`   // yen, hub -> worker
	DeliveredDate Field[cell.Day] `column:"delivered_date"`
	DueDate       Field[cell.Day] `column:"due_date"`
	PaidDate      Field[cell.Day] `column:"paid_date"`
	Paid          Field[float64]  `column:"paid"` // yen; where blank, Pay
	Checked       Field[bool]     `column:"checked"`
	Rework        Field[float64]  `column:"rework"` // times; yes = 1
	ClientID      Field[string]   `column:"client_id"`
	Kind          Field[string]   `column:"kind"` // of the contract, as that of Contract
	TimesOfDay    *TaskTimes      // nil in a sheet without any of them; see Times
	Cohort        Field[string]   `column:"cohort"` // of the participant; tells apart two of one name
	Participant   *Participant
	Contract      *Contract // nil when contract_id is blank
}

// TaskTimes are the cells of a task that only logs of clock times have. They are apart, as most logs have none of them
// and a log may have hundreds of thousands of rows.
type TaskTimes struct {
	Start   Field[cell.TimeOfDay] `column:"start"`
	End     Field[cell.TimeOfDay] `column:"end"`
	Break   Field[int]            `column:"break"` // seconds of rest
	Start2  Field[cell.TimeOfDay] `column:"start2"`
	End2    Field[cell.TimeOfDay] `column:"end2"`
	Start3  Field[cell.TimeOfDay] `column:"start3"`
	End3    Field[cell.TimeOfDay] `column:"end3"`
	Span    Field[[]cell.Span]    `column:"span"`
	EndDate Field[cell.Day]       `column:"end_date"`
	Untold  Field[bool]           // whether there are hours, where nothing tells their unit; see HoursUntold
	ByClock Field[float64]        // hours between the clock times less the rest; see work
}

// noTimes are those of a task that has none. Nothing is written to it.
var noTimes TaskTimes

// Times are the clock times of the task, all blank where its sheet has none. They are read, not written.
func (t *Task) Times() *TaskTimes {
	if t.TimesOfDay == nil {
		return &noTimes
	}
	return t.TimesOfDay
}

// ownTimes are the clock times to be written.
func (t *Task) ownTimes() *TaskTimes {
	if t.TimesOfDay == nil {
		t.TimesOfDay = new(TaskTimes)
	}
	return t.TimesOfDay
}

// taskColumns is how many columns the schema of the log has, taskDates which of them hold days.
const taskColumns = 24

var taskDates = [...]int{0, 6, 7, 8, 23}

// field is the cell of a column of the schema: what fields finds by the tags, without the time that takes. The start of
// the program holds the two against each other.
func (t *Task) field(slot int) written {
	switch slot {
	case 0:
		return &t.Date
	case 1:
		return &t.ParticipantID
	case 2:
		return &t.ContractID
	case 3:
		return &t.Title
	case 4:
		return &t.Hours
	case 5:
		return &t.Pay
	case 6:
		return &t.DeliveredDate
	case 7:
		return &t.DueDate
	case 8:
		return &t.PaidDate
	case 9:
		return &t.Paid
	case 10:
		return &t.Checked
	case 11:
		return &t.Rework
	case 12:
		return &t.ClientID
	case 13:
		return &t.Kind
	case 14:
		return &t.Cohort
	}
	return t.Times().field(slot)
}

// field is Task.field for the columns of clock times.
func (at *TaskTimes) field(slot int) written {
	switch slot {
	case 15:
		return &at.Start
	case 16:
		return &at.End
	case 17:
		return &at.Break
	case 18:
		return &at.Start2
	case 19:
		return &at.End2
	case 20:
		return &at.Start3
	case 21:
		return &at.End3
	case 22:
		return &at.Span
	case 23:
		return &at.EndDate
	}
	panic("no such column of the log")
}
