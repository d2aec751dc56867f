package catalog

import (
	"maps"
	"slices"

	"pilot90/cohort/lang"
	"pilot90/cohort/record"
	"pilot90/cohort/schema"
	"pilot90/kpi"
	"pilot90/kpi/bound"
	"pilot90/kpi/facts"
)

var repeatClientRatio = kpi.Definition{
	ID:      "repeat_client_ratio",
	Title:   lang.Text{JA: "継続発注の割合（実績）", EN: "Share of repeat clients (observed)"},
	Unit:    kpi.Ratio,
	Theme:   kpi.ThemeRecurring,
	Measure: kpi.Stock,
	Law:     ratios,
	Formula: lang.Text{
		JA: "対象期間の連続する3か月以上（暦月）に作業のある発注者 ÷ 対象期間に作業が1件以上ある発注者。作業の発注者は、その案件の発注者",
		EN: "clients with tasks in at least 3 consecutive calendar months of the period ÷ clients with at least one task " +
			"in it; a task belongs to the client of its contract",
	},
	Better:   kpi.Higher,
	Smallest: 5,
	Needs:    []schema.Key{schema.Contracts, schema.Tasks},
	Columns:  []kpi.Column{{Table: schema.Tasks, Key: "contract_id"}, ofClient},
	Origin:   originCompanion,
	Bearing:  bound.Counted{Adds: needTasks, Raises: needTasks, RestsOn: needContracts, InPeriod: true},
	Class:    kpi.Accountability,
	About:    kpi.AboutClients,
	Compute:  computeRepeatClientRatio,
}

// repeatMonths is how many consecutive calendar months make a repeat client.
const repeatMonths = 3

func computeRepeatClientRatio(w *kpi.Window) kpi.Figure {
	var t kpi.Tally
	seen := map[string]map[int]*record.Task{} // client id -> month -> first task read
	for _, task := range w.TasksIn() {
		c := w.ContractOf(task)
		if c == nil || !c.ClientID.Known {
			continue
		}
		id := c.ClientID.Value
		if seen[id] == nil {
			seen[id] = map[int]*record.Task{}
		}
		if m := facts.MonthIndex(task.Date.Value); seen[id][m] == nil {
			seen[id][m] = task
		}
	}
	for _, id := range slices.Sorted(maps.Keys(seen)) {
		months := slices.Sorted(maps.Keys(seen[id]))
		t.Add(longestRun(months) >= repeatMonths, useClient(w, id), orders(w, months, seen[id])...)
	}
	f := t.Ratio(lang.Text{JA: "対象期間に、案件のある作業がありません", EN: "no task on a contract is dated in the period"})
	if facts.MonthIndex(w.Clock.To)-facts.MonthIndex(w.Clock.From)+1 < repeatMonths {
		f.Warnings = append(f.Warnings, lang.Text{
			JA: "対象期間が暦月で3か月に満たないため、継続発注とみなせる発注者がいません",
			EN: "the period touches fewer than 3 calendar months: no client can count as repeat",
		})
	}
	return f
}

// longestRun returns the length of the longest run of consecutive numbers in ascending months.
func longestRun(months []int) int {
	longest, run := 0, 0
	for i, m := range months {
		if i > 0 && m == months[i-1]+1 {
			run++
		} else {
			run = 1
		}
		longest = max(longest, run)
	}
	return longest
}

// orders lists one task a month and, before the first task of each, its contract.
func orders(w *kpi.Window, months []int, tasks map[int]*record.Task) []kpi.RowUse {
	if !w.Lists() {
		return nil
	}
	var rows []kpi.RowUse
	listed := map[string]bool{}
	for _, m := range months {
		if c := w.ContractOf(tasks[m]); !listed[c.ID.Value] {
			listed[c.ID.Value] = true
			rows = append(rows, useClientOf(w, c))
		}
		rows = append(rows, w.UseTask(tasks[m]))
	}
	return rows
}

func useClientOf(w *kpi.Window, c *record.Contract) kpi.RowUse {
	return w.UseContract(c, func(c *record.Contract) []kpi.Cell {
		return []kpi.Cell{kpi.CellOf(c.ClientID), kpi.CellOf(c.StartDate)}
	})
}

// useClient is the client's row, or, in a ledger without it, the first contract that names it.
func useClient(w *kpi.Window, id string) kpi.RowUse {
	if c := w.Client(id); c != nil {
		return w.Use(c.Row, id, kpi.CellOf(c.ID))
	}
	u := useClientOf(w, w.ContractsOf(id)[0])
	u.Record = id
	return u
}
