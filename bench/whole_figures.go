package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strings"

	"pilot90/bench/ledgers"
)

// peerFigures are the figures that the other programs compute too; rmst is a part of average_continuation_months.
var peerFigures = []string{"registered_workers", "recurring_contract_ratio", "average_continuation_months", "rmst",
	"first_income_residents", "monthly_income", "effective_hourly_pay", "on_time_ratio"}

// formulaFigures are those of them that formulas compute: no survival curve.
var formulaFigures = slices.DeleteFunc(slices.Clone(peerFigures), func(id string) bool { return id == "rmst" })

// compareFigures holds the figures of the peers against ours. A peer whose figures are others has not done the job.
func (w *whole) compareFigures() {
	for _, s := range sizes[:4] {
		ours, err := w.computed(s.key)
		if err != nil {
			w.unequal = append(w.unequal, fmt.Sprintf("ours, %s: %v", s.name(), err))
			continue
		}
		for _, who := range []string{"R", "Python"} {
			if t := w.find(who + " " + s.key); t.done() {
				w.hold(who, differences(t.what, ours, printedFigures(t.said), peerFigures))
			}
		}
		t := w.find("LibreOffice " + s.key)
		if !t.done() {
			continue
		}
		theirs, err := w.officeFigures(s.key)
		if err != nil {
			w.unequal = append(w.unequal, fmt.Sprintf("%s: %v", t.what, err))
			continue
		}
		w.hold("LibreOffice", differences(t.what, ours, theirs, formulaFigures))
	}
}

// hold takes in that a peer's figures were held against ours, and what differs.
func (w *whole) hold(who string, differing []string) {
	if !slices.Contains(w.compared, who) {
		w.compared = append(w.compared, who)
	}
	w.unequal = append(w.unequal, differing...)
}

// computed are our figures of a ledger.
func (w *whole) computed(key string) (map[string]float64, error) {
	_, said, err := runWhole([]string{w.program, "kpi", w.ledger(key), "--json", "--as-of", ledgers.AsOf})
	if err != nil {
		return nil, err
	}
	return ourFigures(said)
}

// differences names those of the figures of a peer that are not ours, to 12 digits.
func differences(who string, ours, theirs map[string]float64, ids []string) (all []string) {
	for _, id := range ids {
		a, known := ours[id]
		b, told := theirs[id]
		if !known || !told || math.Abs(a-b) > 1e-12*math.Max(math.Abs(a), math.Abs(b)) {
			all = append(all, fmt.Sprintf("%s: %s is %v, ours %v", who, id, b, a))
		}
	}
	return all
}

// ourFigures reads what kpi --json prints.
func ourFigures(said string) (map[string]float64, error) {
	var printed struct {
		Figures []struct {
			ID    string   `json:"id"`
			Value *float64 `json:"value"`
			Parts map[string]any
		} `json:"figures"`
	}
	if err := json.Unmarshal([]byte(said), &printed); err != nil {
		return nil, err
	}
	all := map[string]float64{}
	for _, f := range printed.Figures {
		if f.Value != nil {
			all[f.ID] = *f.Value
		}
		if rmst, ok := f.Parts["rmst"].(float64); ok && f.ID == "average_continuation_months" {
			all["rmst"] = rmst
		}
	}
	return all, nil
}

// printedFigures reads lines of an id and a value.
func printedFigures(said string) map[string]float64 {
	all := map[string]float64{}
	lines := bufio.NewScanner(strings.NewReader(said))
	for lines.Scan() {
		var id string
		var value float64
		if n, _ := fmt.Sscan(lines.Text(), &id, &value); n == 2 { // other lines are remarks of the peer's
			all[id] = value
		}
	}
	return all
}
