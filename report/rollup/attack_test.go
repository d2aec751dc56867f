package rollup_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"pilot90/cohort/cohorttest"
	"pilot90/cohort/lang"
	"pilot90/cohort/setting"
	"pilot90/kpi"
	"pilot90/kpi/catalog"
	"pilot90/kpi/disclose"
	"pilot90/kpi/result"
	"pilot90/report/rollup"
)

// smallest is the group of persons that no reader may be shown.
const smallest = 3

// attackedTown is the ledger of one of several towns.
func attackedTown(r *rand.Rand, number, people int) string {
	var list, log, said strings.Builder
	word := func(words ...string) string { return words[r.IntN(len(words))] }
	for i := range people {
		fmt.Fprintf(&list, "P%03d | 仮名%d-%d | %s | %s | %s | %s | 2025-0%d-01 | %s\n", i, number, i, word("女性", "女性", "男性"),
			word("20代", "30代", "40代", "50代"), word("学生", "子育て", ""), word("住民", "住民", "移住"), 4+r.IntN(4),
			word("地元就職", "町外就職", "就業移行", ""))
		for k := range r.IntN(5) {
			fmt.Fprintf(&log, "2025-%02d-12 | P%03d | C1 | 3 | %d | 2025-%02d-13 | 2025-%02d-28\n", 8+k, i, 2011+r.IntN(9000),
				8+k, 8+k)
		}
	}
	for range r.IntN(9) {
		fmt.Fprintf(&said, "2025-11-01 | ワーカー | %d\n", 1+r.IntN(5))
	}
	return fmt.Sprintf("as_of: 2025-12-20\nfrom: 2025-04-01\nto: 2026-03-31\n\n# pilot.toml\n[program]\nname = \"町%d\"\n"+
		"municipality = \"町%d\"\nprefecture = \"長野県\"\ncode = \"%s\"\n", number, number, codeOf(number)) +
		"\n## 参加者\n参加者ID | 氏名 | 性別 | 年代 | 事情 | 居住区分 | 開始日 | 進路\n" + list.String() +
		"\n## 案件\n案件ID | 発注者ID | 種別 | 開始日 | 月額\nC1 | A | 定期 | 2025-04-01 | 90000\n" +
		"\n## 作業ログ\n作業日 | 参加者ID | 案件ID | 時間 | 報酬 | 納品日 | 支払日\n" + log.String() +
		"\n## 満足度\n日付 | 回答者区分 | 点数\n" + said.String()
}

// told is what a paper says of a figure of persons: of its value, or of a cell of a table.
type told map[string]float64

// shares are the exact counts of class B in a paper's JSON: hits of a share or a count, and cells of tables.
func shares(t *testing.T, r *result.Result) told {
	t.Helper()
	var b bytes.Buffer
	if err := r.WriteJSON(&b, lang.JA); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"仮名", "P00", "sha256"} {
		if strings.Contains(b.String(), name) {
			t.Errorf("%s stands in the paper", name)
		}
	}
	var p struct {
		Figures []struct {
			ID               string
			Value, Numerator *float64
			Parts            map[string]json.RawMessage
		}
	}
	if err := json.Unmarshal(b.Bytes(), &p); err != nil {
		t.Fatal(err)
	}
	all := told{}
	for _, f := range p.Figures {
		if about := kpi.Find(r.Figures, f.ID); about.Class != kpi.Attribute {
			continue
		}
		switch {
		case f.Numerator != nil:
			all[f.ID] = *f.Numerator
		case f.Value != nil:
			all[f.ID] = *f.Value
		}
		for _, part := range f.Parts {
			var rows []map[string]any
			if json.Unmarshal(part, &rows) != nil {
				continue
			}
			for _, row := range rows {
				for column, v := range row {
					if n, exact := v.(float64); exact {
						all[fmt.Sprint(f.ID, " ", row["key"], " ", column)] = n
					}
				}
			}
		}
	}
	return all
}

// TestRollupBesideItsTowns: the paper for all, and the council's and the public's papers of every town, are read
// together. What all have less what all towns but one tell of themselves is that one's: where it tells of a line or an
// outcome that the town's own papers keep back, it is of three persons or more and not of all but two.
func TestRollupBesideItsTowns(t *testing.T) {
	compared, pooledCells := 0, 0
	for seed := range uint64(36) {
		r := rand.New(rand.NewPCG(seed, 7))
		var sources []rollup.Source
		var hubs []*result.Result
		var papers []told
		for i := range 3 + r.IntN(3) {
			size := 20 + r.IntN(80)
			if seed%3 == 0 {
				size = 5 + r.IntN(20)
			}
			l, clock := cohorttest.Load(t, attackedTown(r, i, size))
			w := kpi.NewWindow(l, clock)
			hub := result.Compute(catalog.All(), w)
			s, err := rollup.Of(w, hub, "test")
			if err != nil {
				t.Fatal(err)
			}
			own := told{}
			for _, name := range []string{"council", "public"} {
				for key, n := range shares(t, disclose.Apply(hub, disclose.ProfileOf(name, setting.Default().Privacy), nil)) {
					own[key] = n
				}
			}
			sources = append(sources, rollup.Source{Submission: s, From: fmt.Sprint(i)})
			hubs, papers = append(hubs, hub), append(papers, own)
		}
		for _, profile := range []string{"council", "public"} {
			all := shares(t, rollup.Shown(rollup.Pooled(sources, nil, rollup.Options{By: "prefecture"}, lang.JA), profile))
			pooledCells += len(all)
			for key, sum := range all {
				for i := range hubs {
					rest, known := sum, true
					for j, own := range papers {
						if n, tells := own[key]; j != i && tells {
							rest -= n
						} else if j != i {
							known = known && of(hubs[j], key) == 0
						}
					}
					if _, itself := papers[i][key]; !known || itself {
						continue
					}
					if compared++; 0 < rest && rest < smallest {
						t.Errorf("%d, %s: %s of town %d is %v, by difference", seed, profile, key, i, rest)
					}
				}
			}
		}
	}
	if pooledCells < 40 {
		t.Errorf("only %d numbers of class B stand in the papers for all", pooledCells)
	}
	t.Logf("%d numbers, %d differences", pooledCells, compared)
}

// of is the hub's own number behind a key; 0 where there is none.
func of(hub *result.Result, key string) float64 {
	words := strings.Fields(key)
	f := kpi.Find(hub.Figures, words[0])
	if len(words) == 1 {
		if f.Numerator != nil {
			return *f.Numerator
		}
		return 0
	}
	n := 0.0
	for _, p := range f.Parts {
		groups, _ := p.Value.([]kpi.Group)
		for _, g := range groups {
			for _, q := range g.Parts {
				v, number := q.Value.(float64)
				for k := range strings.SplitSeq(words[1], "+") {
					if number && k == g.Key && q.Key == words[2] {
						n += v
					}
				}
			}
		}
	}
	return n
}

// TestMetricOfSomebody: a metric with a target is handed in by its name, as the figures of others have it too; one
// whose name is a person's is not, be it in a grant.
func TestMetricOfSomebody(t *testing.T) {
	l, clock := cohorttest.Load(t, "as_of: 2025-12-20\nfrom: 2025-04-01\nto: 2026-03-31\n\n# pilot.toml\n[program]\n"+
		"municipality = \"町\"\nprefecture = \"長野県\"\ncode = \""+codeOf(1)+"\"\n[targets]\n\"metric.柊木の絵はがき\" = 9\n"+
		"\"metric.道の駅の売上\" = 9\n[[grant]]\nname = \"交付金\"\n[[grant.kpi]]\nfigure = \"metric.柊木の絵はがき\"\n"+
		"increments = { 2025 = 9 }\n\n## 参加者\n参加者ID | 氏名 | 開始日\nP1 | 柊木 澪夏 | 2025-05-01\n"+
		"\n## 実績値\n年月日 | 指標 | 値\n2025-06-01 | 柊木の絵はがき | 3\n2025-06-01 | 道の駅の売上 | 4\n")
	w := kpi.NewWindow(l, clock)
	s, err := rollup.Of(w, result.Compute(catalog.All(), w), "test")
	if err != nil {
		t.Fatal(err)
	}
	data, err := s.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	theirs, own := strings.Contains(string(data), "柊木"), strings.Contains(string(data), "metric.道の駅の売上")
	if theirs || !own || s.MetricsKept != 1 {
		t.Errorf("柊木 %v, 道の駅 %v, %d kept", theirs, own, s.MetricsKept)
	}
}
