package towns

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pilot90/cohort/lang"
	"pilot90/kpi"
	"pilot90/kpi/result"
)

// town is a municipality of the tests.
func town(code, name, prefecture string) result.Place {
	return result.Place{Code: code, Name: name, Prefecture: prefecture}
}

// number is a value of the figure of an id.
func number(id string, v float64) result.RollupFigure { return result.RollupFigure{ID: id, Value: &v} }

// hub is a rollup of three municipalities that report, one of them late, and of one of each kind that does not count.
// The one that came twice is also missing, as a list of those that are expected may say.
func hub() *result.Result {
	at := func(p result.Place, asOf string) result.Reporter {
		return result.Reporter{Place: p, AsOf: asOf, Source: p.Code + ".json"}
	}
	a, b, c := town("206938", "緑野町", "長野県"), town("011011", "北浜市", "北海道"), town("206939", "ｱｵﾊﾞ村", "長野県")
	twice := town("100001", "西町", "群馬県")
	late := at(b, "2025-12-31")
	return &result.Result{
		Figures: []kpi.Figure{
			{ID: "registered_workers", Title: lang.Say("登録者数", "Registered"), Unit: kpi.Count, Counts: kpi.Persons,
				Value: new(20.0), Municipalities: 2},
			{ID: "active_ratio", Title: lang.Say("稼働率", "Active"), Unit: kpi.Ratio, Value: new(0.25), Numerator: new(5.0),
				Denominator: new(20.0), Municipalities: 2},
			{ID: "revenue_total", Title: lang.Say("売上", "Revenue"), Unit: kpi.Yen},
		},
		Rollup: &result.Rollup{
			Municipalities: []result.MunicipalityOf{
				{Reporter: at(a, "2026-03-31"), Figures: []result.RollupFigure{number("registered_workers", 12)}},
				{Reporter: late, Figures: []result.RollupFigure{number("registered_workers", 8)}},
				{Reporter: at(c, "2026-03-31")},
			},
			Late:             []result.Reporter{late},
			Twice:            []result.Reporter{at(twice, "2026-03-31")},
			OtherDefinitions: []result.Reporter{at(town("100002", "東町", "群馬県"), "2026-03-31")},
			OtherYears:       []result.Reporter{at(town("100003", "南町", "群馬県"), "2025-03-31")},
			Missing:          []result.Place{twice, town("100004", "中町", "群馬県")},
		},
	}
}

// TestRows: every municipality is one row, whatever became of what it handed in, in the order of codes; of the figures
// in a row those that the rollup has, and ― for a value that is not known.
func TestRows(t *testing.T) {
	titles, rows := Rows(hub(), lang.JA)
	if !slices.Equal(titles, []string{"登録者数", "売上"}) {
		t.Errorf("titles %q", titles)
	}
	var got []string
	for _, r := range rows {
		got = append(got, fmt.Sprint(r.Code, " ", r.State, " ", r.Word, " ", r.Has, " ", strings.Join(r.Values, ",")))
	}
	want := []string{
		"011011 late 基準日が古い true 8人,―",
		"100001 twice 内容の違うものが2つ false ―,―", // once, not missing as well
		"100002 other_definitions 定義の版が違う false ―,―",
		"100003 other_year 別の年度だけ false ―,―",
		"100004 missing 未提出 false ―,―",
		"206938 counts 届いている true 12人,―",
		"206939 counts 届いている true ―,―",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// TestChoose: rows are chosen by words in code, name or prefecture, whatever their width, by prefecture and by state;
// equals stay in the order of codes, also the other way round.
func TestChoose(t *testing.T) {
	_, rows := Rows(hub(), lang.JA)
	for _, c := range []struct {
		choice Choice
		want   string
	}{
		{Choice{Words: "長野　アオバ"}, "206939"},
		{Choice{Words: "１０００"}, "100001 100002 100003 100004"},
		{Choice{Words: "沖縄"}, ""},
		{Choice{Prefecture: "長野県"}, "206938 206939"},
		{Choice{State: Missing}, "100004"},
		{Choice{Prefecture: "長野県", State: Late}, ""},
		{Choice{Sort: "state"}, "206938 206939 011011 100004 100003 100002 100001"},
		{Choice{Sort: "state", Down: true, Prefecture: "長野県"}, "206938 206939"},
		{Choice{Sort: "as_of", State: Counts, Down: true}, "206938 206939"},
		{Choice{Sort: "code", Down: true, Prefecture: "群馬県"}, "100004 100003 100002 100001"},
	} {
		var got []string
		for _, r := range Choose(rows, c.choice) {
			got = append(got, r.Code)
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%+v: %s, want %s", c.choice, s, c.want)
		}
	}
	if rows[0].Code != "011011" {
		t.Error("choosing changed the order of all rows")
	}
	if got := Prefectures(rows); !slices.Equal(got, []string{"北海道", "群馬県", "長野県"}) {
		t.Errorf("prefectures %q", got)
	}
}

// TestTotal: the figures of all by group, without the one that nobody tells; a share says of how many.
func TestTotal(t *testing.T) {
	var got []string
	for _, s := range Total(hub(), lang.JA) {
		for _, l := range s.Lines {
			got = append(got, fmt.Sprint(l.Title, " ", l.Value, " ", l.Basis, " ", l.Of))
		}
	}
	slices.Sort(got)
	if want := []string{"登録者数 20人  2", "稼働率 25.0% 5 / 20 2"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestOwn: the figures of one municipality beside those of all; what it does not tell has no line, and rows that are
// left out are told.
func TestOwn(t *testing.T) {
	r := hub()
	m := &r.Rollup.Municipalities[0]
	m.Figures[0].LeftOut = new(0.25)
	own := Own(r, m, lang.JA)
	if len(own) != 1 || len(own[0].Lines) != 1 {
		t.Fatalf("%+v", own)
	}
	l := own[0].Lines[0]
	if l.Value != "12人" || l.Whole != "20人" || !slices.Equal(l.Notes, []string{"行の25.0%は数えていません"}) {
		t.Errorf("%+v", l)
	}
	if own := Own(r, &r.Rollup.Municipalities[2], lang.JA); own != nil {
		t.Errorf("a municipality without figures has %+v", own)
	}
}

// TestWord: every state has a word in both languages, and another has none.
func TestWord(t *testing.T) {
	for _, s := range States {
		if Word(s.State, lang.JA) == "" || Word(s.State, lang.EN) == "" {
			t.Errorf("%s has no word", s.State)
		}
	}
	if w := Word("other", lang.JA); w != "" {
		t.Errorf("%q", w)
	}
}
