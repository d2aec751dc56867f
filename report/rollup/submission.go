// Package rollup turns what municipalities hand in into one result for all of them: a prefecture's, a ministry's, or
// one town's over its years.
//
// The one idea: a submission is figures and their mergeable parts (kpi/merge), and nothing of a person or a row; all
// that is said of several municipalities is worked out from submissions alone, also where their ledgers are at hand.
// A missing submission is missing and never zero. The package draws nothing; it reads no clock.
package rollup

import (
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"pilot90/cohort/cell"
	"pilot90/cohort/setting"
	"pilot90/kpi"
	"pilot90/kpi/merge"
	"pilot90/kpi/result"
)

// Schema names the shape of a submission; the number changes when a reader would have to.
const Schema = "pilot90/submission/1"

// Marking stands on every submission: it holds exact counts of few people and is not for publication.
const Marking = "提出用・公表不可"

type (
	// Submission is what one municipality hands in of one period at one as-of date.
	Submission struct {
		Schema       string       `json:"schema"`
		Marking      string       `json:"mark"`
		Municipality Municipality `json:"municipality"`
		// codes of the municipalities that work through one hub, of an edition of all of them, ascending
		Towns       []string             `json:"towns,omitempty"`
		Model       string               `json:"model"`
		AsOf        string               `json:"as_of"`
		Period      Period               `json:"period"`
		FiscalYear  int                  `json:"fiscal_year"` // that of the period's last day
		Revision    int                  `json:"revision"`    // 1, or the number of this one of its as-of date
		Definitions string               `json:"definitions"` // version
		Tool        string               `json:"tool"`        // version of pilot90
		Findings    result.FindingCounts `json:"findings"`    // left open
		Figures     []merge.Part         `json:"figures"`
		// metrics whose name nobody has set a target for: a name that only the sheet has does not travel
		MetricsKept int     `json:"metrics_kept_back"`
		Funnel      []Stage `json:"funnel"`
		Phases      []Phase `json:"phases"`
		Grants      []Grant `json:"grants"`
		// the cohorts of no fewer people than a small pilot has, in the order of their first start dates
		Cohorts []Cohort `json:"cohorts,omitempty"`
		// people on the cycle who are in none of Cohorts
		CohortsRest int `json:"cohorts_rest,omitempty"`
		// of a whole ledger in an alliance
		Alliance *Alliance `json:"alliance,omitempty"`
		// how many ledgers of one alliance, with ids in common, it was computed from; 0 of one ledger
		Ledgers int `json:"ledgers,omitempty"`
		// the municipality may be named where it is told how pilots are run
		SharesPractice bool `json:"shares_practice,omitempty"`

		sum [sha256.Size]byte // of the whole, where only its head is kept; else zero
	}
	// Municipality is who hands in.
	Municipality struct {
		Code       string `json:"code"` // six digits
		Name       string `json:"name"`
		Prefecture string `json:"prefecture"`
		Population int    `json:"population"` // 0 = not given
	}
	// Period is that of the figures. End is the last day of what was asked for, which may lie after the as-of date.
	Period struct {
		From string `json:"from"`
		To   string `json:"to"`
		End  string `json:"end"`
	}
	// Alliance is the municipalities that a ledger says work through one hub.
	Alliance struct {
		Codes     []string `json:"codes"` // ascending
		SharedIDs bool     `json:"shared_ids"`
	}
	// Cohort is what had happened to the people of one cohort by some days of their own cycle. It has no name, which is a
	// word of the ledger.
	Cohort struct {
		First  string      `json:"first"` // of its start dates
		People int         `json:"people"`
		Length int         `json:"length"` // days of the cycle
		Days   []CohortDay `json:"days"`   // ends of phases that everybody in it has come to, ascending
	}
	// CohortDay is a cohort at the end of a day of the cycle.
	CohortDay struct {
		Day     int          `json:"day"`
		Figures []CohortHits `json:"figures"`
	}
	// CohortHits are how many of how many; see state.Compared.
	CohortHits struct {
		Figure string `json:"figure"`
		Hits   int    `json:"hits"`
		Of     int    `json:"of"`
	}
	// Stage is how many participants have ever reached a stage; null: the ledger does not tell.
	Stage struct {
		Stage string      `json:"stage"`
		Title merge.Words `json:"title"`
		Count *int        `json:"count"`
	}
	// Phase is the traffic of one phase of the cycle: Entered = MovedOn + Left + Now.
	Phase struct {
		Phase   string      `json:"phase"`
		Title   merge.Words `json:"title"`
		Entered int         `json:"entered"`
		MovedOn int         `json:"moved_on"`
		Left    int         `json:"left"`
		Now     int         `json:"now"`
	}
	// Grant is one KPI of a grant that is a figure of the catalogue, in the fiscal year reported.
	Grant struct {
		Grant      int         `json:"grant"` // the number of the grant in its settings, from 1
		Figure     string      `json:"figure"`
		Title      merge.Words `json:"title"` // of the figure
		Unit       kpi.Unit    `json:"unit"`
		FiscalYear int         `json:"fiscal_year"`
		Flow       bool        `json:"flow"` // target and actual are of all years of the grant so far
		Lower      bool        `json:"lower_is_better"`
		Baseline   *float64    `json:"baseline"`
		Target     *float64    `json:"target"`
		Actual     *float64    `json:"actual"`
	}
)

// ErrSubmission says that a file is no submission, or not one that can be put together with others.
var ErrSubmission = errors.New("not a submission")

// largest is more bytes than a submission has.
const largest = 8 << 20

// Write writes the submission: the same one gives the same bytes.
func (s *Submission) Write(out io.Writer) error {
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(s)
}

// Read reads what Write writes. It may come from anywhere: what does not hold together is an error.
func Read(in io.Reader) (*Submission, error) {
	data, err := io.ReadAll(io.LimitReader(in, largest+1))
	if err != nil {
		return nil, err
	}
	if len(data) > largest {
		return nil, fmt.Errorf("%w: larger than %d MB", ErrSubmission, largest>>20)
	}
	var s Submission
	if err := json.Unmarshal(data, &s); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrSubmission, err)
	}
	return &s, s.check()
}

// check says what does not hold together.
func (s *Submission) check() error {
	fault := func(format string, args ...any) error {
		return fmt.Errorf("%w: "+format, append([]any{ErrSubmission}, args...)...)
	}
	if s.Schema != Schema {
		return fault("schema %q, want %s", s.Schema, Schema)
	}
	if noCode(s.Municipality.Code) {
		return fault("municipality code %q", s.Municipality.Code)
	}
	if utf8.RuneCountInString(s.Municipality.Name) > longestName ||
		strings.ContainsFunc(s.Municipality.Name, unicode.IsControl) {
		return fault("name of the municipality %.20q", s.Municipality.Name)
	}
	if len(s.Towns) > mostLines || !slices.IsSorted(s.Towns) || slices.ContainsFunc(s.Towns, noCode) {
		return fault("towns %.80q", s.Towns)
	}
	if s.Municipality.Prefecture = prefecture(s.Municipality.Code); len(s.Funnel)+len(s.Phases)+len(s.Grants) > mostLines {
		return fault("a funnel or grants of more than %d lines", mostLines)
	}
	for _, text := range []string{s.AsOf, s.Period.From, s.Period.To, s.Period.End} {
		if _, ok := dayOf(text); !ok {
			return fault("date %q", text)
		}
	}
	to, _ := dayOf(s.Period.To)
	if s.Period.From > s.Period.To || s.Period.To > s.AsOf || to.FiscalYear() != s.FiscalYear || s.Revision < 1 {
		return fault("period %s to %s at %s, fiscal year %d, revision %d", s.Period.From, s.Period.To, s.AsOf, s.FiscalYear,
			s.Revision)
	}
	if a := s.Alliance; a != nil && (len(a.Codes) > mostLines || !slices.IsSorted(a.Codes) ||
		slices.ContainsFunc(a.Codes, noCode)) {
		return fault("alliance %.80q", a.Codes)
	}
	if s.CohortsRest < 0 || s.Ledgers < 0 || len(s.Cohorts) > mostLines {
		return fault("%d cohorts, %d people in none, %d ledgers", len(s.Cohorts), s.CohortsRest, s.Ledgers)
	}
	for i := range s.Cohorts {
		if err := s.Cohorts[i].check(); err != nil {
			return fault("cohort %d: %w", i+1, err)
		}
	}
	seen := map[string]bool{}
	for i := range s.Figures {
		p := &s.Figures[i]
		if p.ID == "" || seen[p.ID] {
			return fault("figure %q stands twice, or has no name", p.ID)
		}
		seen[p.ID] = true
		if err := p.Check(); err != nil {
			return fault("figure %s: %w", p.ID, err)
		}
	}
	return nil
}

// mostCycle is more days than a cycle has; mostPeople more than a cohort.
const mostCycle, mostPeople = 3660, 100_000

func (c *Cohort) check() error {
	if _, ok := dayOf(c.First); !ok || c.People < 1 || c.People > mostPeople || c.Length < 1 || c.Length > mostCycle ||
		len(c.Days) > mostLines {
		return fmt.Errorf("%d people from %.20q, cycle of %d days", c.People, c.First, c.Length)
	}
	last := 0
	for _, d := range c.Days {
		if d.Day <= last || d.Day > c.Length || len(d.Figures) > mostLines {
			return fmt.Errorf("day %d after day %d", d.Day, last)
		}
		last = d.Day
		for _, f := range d.Figures {
			if f.Hits < 0 || f.Hits > f.Of || f.Of > c.People {
				return fmt.Errorf("%.40q: %d of %d of %d people", f.Figure, f.Hits, f.Of, c.People)
			}
		}
	}
	return nil
}

// noCode reports what is no code of a municipality.
func noCode(code string) bool {
	m, _, ok := setting.ReadMunicipality(code)
	return !ok || m.Code != code
}

const (
	longestName = 60  // characters of a municipality's name
	mostLines   = 500 // of funnel, phases and grants together
)

// prefecture is that of a code, whatever a file says.
func prefecture(code string) string {
	m, _, _ := setting.ReadMunicipality(code)
	return m.Prefecture
}

// dayOf reads a date as submissions write it.
func dayOf(text string) (cell.Day, bool) {
	day, _, fault := cell.ReadDate(cell.Value{Kind: cell.Text, Text: text})
	return day, fault == nil && day.String() == text && strings.Count(text, "-") == 2
}
