package survival

import (
	"encoding/csv"
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"testing"
)

type refCase struct {
	ID            string          `json:"id"`
	File          string          `json:"file"`
	Source        string          `json:"source"`
	Note          string          `json:"note"`
	N             int             `json:"n"`
	LeftTruncated bool            `json:"left_truncated"`
	Times         []float64       `json:"times"`
	Taus          json.RawMessage `json:"taus"` // a number or a list
	Overall       refCurve        `json:"overall"`
	Groups        []refCurve      `json:"groups"`
	// Comparisons of groups, which no figure makes.
	LogRank json.RawMessage `json:"logrank"`
	Cox     json.RawMessage `json:"logrank_via_cox_score"`
	Peto    json.RawMessage `json:"peto_rho1"`
}

type refCurve struct {
	Group     string            `json:"group"`
	N         int               `json:"n"`
	Events    int               `json:"n_events"`
	Table     []refRow          `json:"table"`
	RowsTotal int               `json:"table_rows_total"`
	Thinned   bool              `json:"table_thinned"`
	At        []refPoint        `json:"at"`
	Quantiles map[string][]refQ `json:"quantiles"`
	RMean     []refMean         `json:"rmean"`
}

type refRow struct {
	Time     answer    `json:"time"`
	Risk     answer    `json:"n_risk"`
	Event    answer    `json:"n_event"`
	Censor   answer    `json:"n_censor"`
	Surv     answer    `json:"surv"`
	SE       answer    `json:"se"`
	SELog    answer    `json:"se_log"`
	CumHaz   answer    `json:"cumhaz"`
	SECumHaz answer    `json:"se_cumhaz"`
	Log      [2]answer `json:"log"`
	LogLog   [2]answer `json:"loglog"`
	Plain    [2]answer `json:"plain"`
}

type refPoint struct {
	T      answer    `json:"t"`
	Risk   answer    `json:"n_risk"`
	Events answer    `json:"cum_events_since_prev"`
	Surv   answer    `json:"surv"`
	SE     answer    `json:"se"`
	Log    [2]answer `json:"log"`
	LogLog [2]answer `json:"loglog"`
	Plain  [2]answer `json:"plain"`
}

type refQ struct {
	P     answer `json:"p"`
	Est   answer `json:"est"`
	Lower answer `json:"lower"`
	Upper answer `json:"upper"`
}

type refMean struct {
	Tau   json.RawMessage `json:"tau"` // a number, or words: the last time of the curve
	Value answer          `json:"tau_value"`
	RMean answer          `json:"rmean"`
	SE    answer          `json:"se"`
}

// An answer is a number of R's; null (R's NA and NaN) is NaN.
type answer float64

func (a *answer) UnmarshalJSON(text []byte) error {
	switch string(text) {
	case "null":
		*a = answer(math.NaN())
		return nil
	case `"Inf"`:
		*a = answer(math.Inf(1))
		return nil
	}
	v, err := strconv.ParseFloat(string(text), 64)
	*a = answer(v)
	return err
}

// notAnswers are the entries of a case that are compared with nothing: what it is made from, and the
// comparisons of groups.
var notAnswers = []string{"id", "file", "source", "note", "left_truncated", "times", "taus",
	"logrank", "logrank_via_cox_score", "peto_rho1"}

// countAnswers counts, without the types above, every number, null and "Inf" below
// the results of a case.
func countAnswers(t *testing.T, text []byte) int {
	var file struct {
		Cases []map[string]any `json:"cases"`
	}
	if err := json.Unmarshal(text, &file); err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, c := range file.Cases {
		for key, value := range c {
			if !slices.Contains(notAnswers, key) {
				n += leaves(value)
			}
		}
	}
	return n
}

func leaves(value any) (n int) {
	switch v := value.(type) {
	case map[string]any:
		for _, x := range v {
			n += leaves(x)
		}
	case []any:
		for _, x := range v {
			n += leaves(x)
		}
	case nil, float64:
		return 1
	case string:
		if v == "Inf" {
			return 1
		}
	}
	return n
}

// readSubjects reads columns [start,] time, event[, group].
func readSubjects(t *testing.T, file string) (all []Subject, byGroup map[string][]Subject) {
	f, err := os.Open(filepath.Join(referenceFolder, file))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	byGroup = map[string][]Subject{}
	for _, row := range rows[1:] {
		s, group := Subject{}, ""
		for i, column := range rows[0] {
			if column == "group" {
				group = row[i]
				continue
			}
			v, err := strconv.ParseFloat(row[i], 64)
			if err != nil {
				t.Fatal(file, err)
			}
			switch column {
			case "start":
				s.Entry = v
			case "time":
				s.Time = v
			case "event":
				s.Event = v == 1
			default:
				t.Fatalf("%s: unknown column %q", file, column)
			}
		}
		all, byGroup[group] = append(all, s), append(byGroup[group], s)
	}
	return all, byGroup
}
