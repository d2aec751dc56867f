package setting

import "pilot90/cohort/cell"

// Default returns what holds for a ledger without a pilot.toml.
func Default() *Pilot {
	return &Pilot{
		Cycle:    Cycle{Training: 30, OJT: 30, Retention: 30},
		TenRule:  TenRule{HoursBasis: "project", Candidates: 10, Hours: 10, Projects: 10},
		Settings: Windows{InactiveAfterDays: 60, ActiveWindowDays: 30, PublicationDays: 31, RenewalGapDays: 31},
		Privacy:  defaultPrivacy(),
		Thresholds: Thresholds{
			OJTTransition: 0.8, RecurringConnection: 0.5, StaffWeekHours: 40, AccompanimentBudget: 0.3,
			WCheck: 0.9, Rework: 0.1,
			TrainingWatchDay: 24, TrainingLateDay: 30, TaskWatchDay: 45, TaskLateDay: 60,
			IncomeWatchDay: 75, IncomeLateDay: 90,
		},
		Targets: map[string]float64{}, YearTargets: map[int]map[string]float64{}, yearKeys: map[int]string{},
		Words: map[string]map[string]string{},
		Files: DefaultFiles(),
		Zone:  cell.Tokyo,
	}
}

// DefaultFiles are the globs of a ledger that names no files: every spreadsheet of the folder,
// not of its sub-folders.
func DefaultFiles() []string { return []string{"*.xlsx", "*.xlsm", "*.xls", "*.ods", "*.csv", "*.tsv"} }
