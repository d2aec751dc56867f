package state

import (
	"cmp"
	"slices"
	"time"

	"pilot90/cohort/cell"
	"pilot90/cohort/record"
	"pilot90/kpi"
	"pilot90/kpi/facts"
)

// Milestone is one date that lies ahead.
type Milestone struct {
	Day       cell.Day
	Kind      MilestoneKind
	Contract  *record.Contract // of ContractEnds and NoticeDue
	Cohort    string           // of CycleEnds
	People    int              // of CycleEnds: who have not left
	Indicator string           // of GrantTarget: the indicator's title or figure
}

// MilestoneKind is what a date is about.
type MilestoneKind string

// CycleEnds: the last day of the cycle of those who started together. NoticeDue: 30 days before the
// end of a contract of six months or more, when an end must have been announced. LastStart: the
// last start whose cycle ends inside the fiscal year. YearEnd: 31 March. BooksClose: 31 May, the
// end of the 出納整理期間. GrantTarget: the month's end at which an indicator is due.
const (
	CycleEnds    MilestoneKind = "cycle_ends"
	ContractEnds MilestoneKind = "contract_ends"
	NoticeDue    MilestoneKind = "notice_due"
	LastStart    MilestoneKind = "latest_start"
	YearEnd      MilestoneKind = "year_end"
	BooksClose   MilestoneKind = "books_close"
	GrantTarget  MilestoneKind = "grant_target"
)

// noticeDays is how long before its end a contract of noticeMonths or more must be ended in words
// (特定受託事業者に係る取引の適正化等に関する法律 第16条).
const (
	noticeDays   = 30
	noticeMonths = 6
)

// Milestones returns the dates from A to the same day of the next year, in order.
func Milestones(w *kpi.Window) []Milestone {
	a := w.Clock.AsOf
	var all []Milestone
	all = append(all, cycleEnds(w)...)
	all = append(all, contractDates(w)...)
	for year := a.FiscalYear(); year <= a.FiscalYear()+1; year++ {
		_, end := facts.FiscalYear(year)
		all = append(all,
			Milestone{Day: facts.LatestStart(w.Pilot.Cycle, year), Kind: LastStart},
			Milestone{Day: end, Kind: YearEnd},
			Milestone{Day: cell.NewDay(year+1, time.May, 31), Kind: BooksClose})
	}
	all = append(all, Milestone{Day: cell.NewDay(a.FiscalYear(), time.May, 31), Kind: BooksClose})
	for _, g := range w.Pilot.Grants {
		for _, k := range g.KPIs {
			if k.TargetYear > 0 && k.TargetMonth > 0 {
				day := cell.NewDay(k.TargetYear, time.Month(k.TargetMonth)+1, 1) - 1
				all = append(all, Milestone{Day: day, Kind: GrantTarget, Indicator: cmp.Or(k.Title, k.Figure)})
			}
		}
	}
	all = slices.DeleteFunc(all, func(m Milestone) bool { return m.Day < a || m.Day > facts.YearsAfter(a, 1) })
	slices.SortStableFunc(all, func(x, y Milestone) int { return cmp.Compare(x.Day, y.Day) })
	return all
}

// cycleEnds counts those whose cycle runs, by their last day and cohort.
func cycleEnds(w *kpi.Window) []Milestone {
	var all []Milestone
	names := kpi.CohortNames(w.Cohort)
	for _, p := range w.OnCycle() {
		name := names[kpi.CohortKey(p)]
		if _, gone := w.Exit(p); gone {
			continue
		}
		end := p.StartDate.Value + cell.Day(w.Pilot.Cycle.Length()) - 1
		i := slices.IndexFunc(all, func(m Milestone) bool { return m.Day == end && m.Cohort == name })
		if i < 0 {
			i = len(all)
			all = append(all, Milestone{Day: end, Kind: CycleEnds, Cohort: name})
		}
		all[i].People++
	}
	return all
}

func contractDates(w *kpi.Window) []Milestone {
	var all []Milestone
	for _, c := range w.Contracts {
		if !c.EndDate.Known {
			continue
		}
		all = append(all, Milestone{Day: c.EndDate.Value, Kind: ContractEnds, Contract: c})
		y, m, d := c.StartDate.Value.YMD()
		if c.EndDate.Value >= cell.NewDay(y, m+noticeMonths, d)-1 && !c.NoticeDate.Known {
			all = append(all, Milestone{Day: c.EndDate.Value - noticeDays, Kind: NoticeDue, Contract: c})
		}
	}
	return all
}
