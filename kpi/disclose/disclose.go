// Package disclose turns a result into a copy that holds only what an edition may show.
//
// The one idea: counts of persons are cells in equations that a reader could write down. A small cell is hidden
// (primary suppression), and so is every other from which it follows (complementary suppression); an amount
// is shown when enough contribute to it and none dominates it. Whom a figure counts stands in its definition.
// What nobody has thought about is hidden. It prints nothing.
package disclose

import (
	"pilot90/kpi"
	"pilot90/kpi/result"
)

// Profile is what an edition may show of small groups. Its zero value shows everything.
//
// A cell is a count of persons (or of their answers, tasks, months) that an edition prints or lets
// a reader work out. A cell of 1 to K−1 is small. A small cell is never shown, and neither is any
// other number from which it follows: see cells.choose.
type Profile struct {
	Name         string
	K            int     // counts of 1 to K−1 are hidden, with what gives them back; 0 or 1: nothing is
	Contributors int     // least number of workers behind pay and hours; 0: no rule
	Clients      int     // least number of clients behind revenue; 0: no rule
	Dominance    float64 // largest share of an amount that one contributor may have; 0: no rule
	Compare      bool    // differences to earlier editions are cells too
	Inputs       bool    // the hashes of the files are listed, without names
}

// Hub shows everything: names, rows, small cells.
func Hub() Profile { return Profile{Name: "hub"} }

// Official is the profile of the grant and council editions: nothing about one person, and no
// group of 1 or 2.
func Official(edition string) Profile {
	return Profile{Name: edition, K: 3, Contributors: 3, Inputs: true}
}

// Public is the profile of the public edition: groups of k or more (Settings.PublicK), amounts of
// 3 contributors or more of whom none has more than 85 %, and no difference to an earlier public
// edition that is a group of less than k. A k under 3 is taken for 3.
func Public(k int) Profile {
	return Profile{Name: "public", K: max(k, 3), Contributors: 3, Clients: 3, Dominance: 0.85, Compare: true}
}

// ProfileOf returns the profile of an edition: hub, grant, council or public. Any other name has
// that of the public edition, so that a mistyped one shows too little and not too much.
func ProfileOf(edition string, k int) Profile {
	switch edition {
	case "hub":
		return Hub()
	case "grant", "council":
		return Official(edition)
	}
	return Public(k)
}

// Open reports whether the profile hides nothing.
func (p Profile) Open() bool { return p.K <= 1 }

// Apply returns a copy of r that holds only what the profile may show: r itself under an open
// one. Earlier are the editions that were published before, in any order.
//
// What is hidden carries a mark and no number: kpi.Figure.Suppressed and kpi.Figure.Hidden, Hidden in a
// part, Suppressed in stages, phases, checks, progress, indicators and the attrition. Persons, rows and
// the names of files are dropped. Texts that hold counts lose them.
func Apply(r *result.Result, p Profile, earlier []Published) *result.Result {
	if p.Open() {
		return r
	}
	v := &suppression{Profile: p}
	v.cells = gatherCells(r, p, earlier)
	v.cells.choose()
	v.money = moneyRules(r.Figures, p)
	out := &result.Result{Program: r.Program, Clock: r.Clock, Findings: r.Findings, Profile: p.Name}
	out.Inputs = v.inputs(r.Inputs)
	for i := range r.Figures {
		out.Figures = append(out.Figures, v.figure(&r.Figures[i]))
	}
	out.Funnel = v.funnel(r.Funnel)
	out.Rule = v.rule(r.Rule, out.Figures)
	out.Checklist = v.checklist(r.Checklist, out.Figures)
	out.Attrition = v.attrition(r.Attrition)
	out.Grants = v.grants(r.Grants, out.Figures)
	out.Forecasts = v.forecasts(r)
	if p.Compare {
		out.Cells = v.cells.published()
	}
	return out
}

// forecasts keeps those about contracts alone: a forecast of people tells how many are still to
// come, and there is no cell for that. What a later edition could be compared with has none.
func (v *suppression) forecasts(r *result.Result) []kpi.Forecast {
	var kept []kpi.Forecast
	for _, f := range r.Forecasts {
		if about := kpi.Find(r.Figures, f.Figure); !v.Compare && about != nil && about.Subject == kpi.AboutContracts {
			kept = append(kept, f)
		}
	}
	return kept
}

// suppression is one edition while it is being made.
type suppression struct {
	Profile
	cells *cells
	money map[string]bool // figure id, or id.part.group: true = the amount may be shown
}

// small reports whether a count is a group too small to show.
func (p Profile) small(n int) bool { return 0 < n && n < p.K }
