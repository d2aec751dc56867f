package main

import "time"

// facts is everything that happened in the invented town of Midorino.
type facts struct {
	participants []participant
	clients      []client
	contracts    []contract
	trainings    []training
	tasks        []task
	support      []support
	surveys      []survey
	budget       []budgetLine
	publications []publication
	metrics      []metric
}

type participant struct {
	id, cohort, name, gender string
	ageBand                  int
	residence, situations    string
	start, trained, exit     time.Time
	exitReason               string
	priorIncome              bool
	role                     string
	roleDate, nda, security  time.Time
	outcome                  string
}

type client struct {
	id, name, region, sector string
	satellite                bool
}

type contract struct {
	id, client, title, category, kind string
	start, end                        time.Time
	monthly, amount                   int
	form, parent                      string
	written, notice                   time.Time
}

type training struct {
	date        time.Time
	participant string
	course      string
	hours       float64
	completed   bool
}

type task struct {
	date                  time.Time
	participant, contract string
	title                 string
	minutes               int
	hoursText             string // instead of minutes: what somebody typed
	pay                   int
	delivered, due, paid  time.Time
	checked, rework       bool
}

type support struct {
	date        time.Time
	staff       string
	participant string
	minutes     int
	kind        string
}

type survey struct {
	date       time.Time
	respondent string
	score      int
}

type budgetLine struct {
	item, class, fund string
	planned, spent    int
	date              time.Time
}

type publication struct {
	date            time.Time
	title, audience string
}

// day returns a date of the pilot, written as 20250602; 0 is no date.
func day(ymd int) time.Time {
	if ymd == 0 {
		return time.Time{}
	}
	return time.Date(ymd/10000, time.Month(ymd/100%100), ymd%100, 0, 0, 0, 0, time.UTC)
}

// midorino returns the facts of the pilot: two cohorts, 12 candidates, 11 contracts, ten months.
func midorino() facts {
	f := facts{
		participants: people(),
		clients:      orderingParties(),
		contracts:    agreements(),
		budget:       budget(),
		publications: []publication{
			{day(20250902), "広報みどり野 9月号「はじめての在宅ワーク」", "住民"},
			{day(20251215), "第1期成果報告会（動画）", "住民・事業者"},
			{day(20260313), "90日パイロット 途中経過のお知らせ", "住民"},
		},
	}
	f.trainings = attendances(f.participants)
	f.tasks = worklog()
	f.support = accompaniment()
	f.surveys = answers()
	return f
}
