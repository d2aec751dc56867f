package report

import (
	"fmt"
	"math"
	"math/big"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
	"pilot90/kpi"
	"pilot90/report/content"
)

// lookedAt are the days on which a drawn pilot is looked at: before it begins, in its first month, in the middle, near
// the end of the period, on its last day, and long after.
var lookedAt = []cell.Day{cell.NewDay(2025, 4, 2), cell.NewDay(2025, 5, 20), cell.NewDay(2025, 10, 31),
	cell.NewDay(2026, 2, 10), cell.NewDay(2026, 3, 31), cell.NewDay(2027, 6, 30)}

// seedOfTrue is the first pilot that is drawn: among the thirty from there on each claim is made by some.
const seedOfTrue = 30

// TestTrueSentences draws pilots, makes every edition of each on several days and in both languages, and holds what the
// sentences claim against figures that are reckoned here a second time: verdicts and their counts against values and
// targets, "further k" against the least k that is found by trying, percentages against their parts rounded half up,
// rises against both ends, ties, the tense against the period, days to come against the as-of date, numbers of one and
// of none against their words. PILOT90_TRUE=n takes n pilots.
func TestTrueSentences(t *testing.T) {
	if testing.Short() {
		t.Skip("makes the editions of many pilots")
	}
	t.Parallel()
	many := 30
	if n, err := strconv.Atoi(os.Getenv("PILOT90_TRUE")); err == nil {
		many = n
	}
	read, claims := 0, map[string]int{}
	for seed := seedOfTrue; seed < seedOfTrue+many; seed++ {
		for k := range 2 {
			asOf := lookedAt[(2*seed+k)%len(lookedAt)]
			run := ledgerOf(t, asOf, randomPilot(uint64(seed)))
			run.Lang = []lang.Lang{lang.JA, lang.EN}[(seed+k)%2]
			for _, edition := range []string{"council", "grant", "public", "hub", "overview"} {
				r, shown := Build(builtin(t, edition), run)
				c := &claimed{run: shown, claims: claims, town: shown.Cohort.Pilot.Program.Municipality,
					outer: edition != "hub" && edition != "overview"}
				texts, verdicts := stringsOf(reflect.ValueOf(r))
				for _, s := range texts {
					read++
					c.hold(s)
				}
				for _, v := range verdicts {
					c.judge(v)
				}
				for _, fault := range c.faults {
					t.Errorf("pilot %d, %s, %s, %s: %s", seed, asOf, run.Lang, edition, fault)
				}
			}
		}
	}
	t.Logf("%d texts read; claims held: %v", read, claims)
	for _, one := range claimsHeld {
		if claims[one.name] == 0 && many >= 30 {
			t.Errorf("no text claims %q: is the pattern what papers say?", one.name)
		}
	}
}

// said is a verdict on a figure, in words.
type said struct{ figure, words string }

// stringsOf are all texts of a report, each once, and the verdicts on figures.
func stringsOf(v reflect.Value) (out []string, verdicts []said) {
	seen := map[string]bool{}
	var walk func(v reflect.Value)
	walk = func(v reflect.Value) {
		switch v.Kind() {
		case reflect.String:
			if s := v.String(); s != "" && !seen[s] {
				seen[s] = true
				out = append(out, s)
			}
		case reflect.Pointer, reflect.Interface:
			if !v.IsNil() {
				walk(v.Elem())
			}
		case reflect.Slice, reflect.Array:
			for i := range v.Len() {
				walk(v.Index(i))
			}
		case reflect.Struct:
			switch b := v.Interface().(type) {
			case content.Point: // one sentence, in two weights
				walk(reflect.ValueOf(b.Lead + b.Text))
				return
			case content.Card:
				verdicts = append(verdicts, said{b.Figure, b.Verdict})
			case content.Gauge:
				verdicts = append(verdicts, said{b.Figure, b.Verdict})
			case content.Goal:
				verdicts = append(verdicts, said{b.Figure, b.Verdict})
			}
			for i := range v.NumField() {
				walk(v.Field(i))
			}
		}
	}
	walk(v)
	return out, verdicts
}

// claimed holds the texts of one paper against its run.
type claimed struct {
	run    Run
	town   string
	outer  bool
	claims map[string]int
	faults []string
}

// A claim is what a text says; false is what is wrong with it, "" where it is true.
var claimsHeld = []struct {
	name, pattern string
	wrong         func(c *claimed, m []string) string
}{
	{"all reached", `すべてに届いた|どちらにも届いた|^All (\d+ )?targets|^Both targets`, (*claimed).allReached},
	{"none missed", `目標に届かなかったものは(ない|、いまのところありません)|No target was missed|数字を示せる目標には、すべて|All targets that can`,
		func(c *claimed, _ []string) string { return c.allReached(nil) }},
	{"none reached", `(主な)?(\d+)つの目標のどれにも|None of the (\d+) (main )?targets`, (*claimed).noneReached},
	{"met of all", `^(?:目標のある)?(\d+)つの(?:目標|指標)のうち、?(\d+)つ[にが]届いた`, (*claimed).countOfTargets},
	{"a target reached", `^(?:† ?)?(\S+?)は[^。]{1,20}で、目標に届いた|^(.+?): [^;]{1,30}, target reached`, (*claimed).oneReached},
	{"not yet", `まだ届いていない|まだ届いていません|not reached yet`, (*claimed).stillRuns},
	{"no more", `届きませんでした|was not reached`, (*claimed).isOver},
	{"further contracts",
		`(?:あと(\d+)件あれば、(\d+)件中(\d+)件（(\d+)%）|(\d+) more recurring contracts? makes? it (\d+) of (\d+) \((\d+)%\))`,
		(*claimed).further},
	{"room for one-off",
		`単発は(\d+)件までなら(\d+(?:\.\d)?)%、(\d+)件で(\d+(?:\.\d)?)%|` +
			`Up to (\d+) one-off: (\d+(?:\.\d)?)%; with (\d+): (\d+(?:\.\d)?)%`,
		(*claimed).roomForOneOff},
	{"share of two counts", `(\d+)[人件](?:のうち|中)(\d+)[人件]（(\d+(?:\.\d)?)%|(\d+(?:\.\d)?)%（(\d+)[人件]のうち(\d+)[人件]）`,
		(*claimed).share},
	{"rise or fall", `([\d,.]+)件から([\d,.]+)件に(増え|減っ)た|(rose|fell) from ([\d,.]+) to ([\d,.]+)`, (*claimed).change},
	{"highest", `(\d+)月が最も多く|was highest in (\S+):`, (*claimed).highest},
	{"day to come", `遅くとも令和(\d+)年(\d+)月(\d+)日|by (\d{4})-(\d\d)-(\d\d)\.?$`, (*claimed).dayToCome},
	{"on target", `目標ちょうど|ちょうど届いた|just on target|exactly on target`, func(*claimed, []string) string { return "" }},
}

// neverSaid are forms of words that no text may have.
var neverSaid = []struct{ what, pattern string }{
	{"nobody is told as if there were some", `(?:^|[^\d.,〜–])0人(?:が|は、?全員|すべて|のうち)|(?:^|[、。は])0件(?:が|すべて|のうち)|` +
		`件中0件が|\b0 (?:of them|residents? earned|enrolled,|took part)`},
	{"one is told as many", `(?:^|[^\d.,/–〜-])1 (?:more )?(?:recurring )?` +
		`(?:people|persons|residents|contracts|payments|tasks|rows|years|targets|months|answers|things|clients|students)\b`},
	{"many are told as one", `\b(?:[2-9]|\d+\d) (?:more )?(?:recurring )?` +
		`(?:person|resident|contract|payment|task|row|answer|thing|client|student)\b(?:[^-' ]|$| [a-z])`},
	{"one does as many do",
		`(?:^|\s)(?:1 (?:wait|have|were|are|go|run)|(?:The|the|Of the|All|all) 1 (?:that|who|recurring|targets|came))\b`},
}

var compiled = func() (out []*regexp.Regexp) {
	for _, c := range claimsHeld {
		out = append(out, regexp.MustCompile(c.pattern))
	}
	return out
}()

var forbidden = func() (out []*regexp.Regexp) {
	for _, c := range neverSaid {
		out = append(out, regexp.MustCompile(c.pattern))
	}
	return out
}()

func (c *claimed) hold(text string) {
	for i, never := range forbidden {
		if never.MatchString(text) {
			c.faults = append(c.faults, fmt.Sprintf("%s: %.160q", neverSaid[i].what, text))
		}
	}
	for i, one := range claimsHeld {
		for _, m := range compiled[i].FindAllStringSubmatch(text, -1) {
			c.claims[one.name]++
			if wrong := one.wrong(c, m); wrong != "" {
				c.faults = append(c.faults, fmt.Sprintf("%s: %s: %.160q", one.name, wrong, text))
			}
		}
	}
}

// groups are the groups of a match that matched.
func groups(m []string) (out []string) {
	for _, g := range m[1:] {
		if g != "" {
			out = append(out, g)
		}
	}
	return out
}

func num(text string) float64 {
	v, err := strconv.ParseFloat(strings.ReplaceAll(text, ",", ""), 64)
	if err != nil {
		panic(err)
	}
	return v
}

// goals are the figures with a target and a value that the paper may tell; short those that are on its wrong side.
func (c *claimed) goals() (all, short []*kpi.Figure) {
	for i := range c.run.Result.Figures {
		f := &c.run.Result.Figures[i]
		if f.Target == nil || f.Value == nil || f.Suppressed || f.Coded != nil {
			continue
		}
		all = append(all, f)
		if f.Better == kpi.Lower && *f.Value > *f.Target || f.Better != kpi.Lower && *f.Value < *f.Target {
			short = append(short, f)
		}
	}
	return all, short
}

func named(figures []*kpi.Figure) string {
	var out []string
	for _, f := range figures {
		out = append(out, fmt.Sprintf("%s %g of %g", f.ID, *f.Value, *f.Target))
	}
	return strings.Join(out, ", ")
}

func (c *claimed) allReached([]string) string {
	if _, short := c.goals(); len(short) > 0 {
		return "not: " + named(short)
	}
	return ""
}

func (c *claimed) noneReached(m []string) string {
	all, short := c.goals()
	if n := int(num(m[2] + m[3])); m[1] != "" || m[4] != "" { // those of the slide alone
		if n > len(short) || n >= len(all) {
			return fmt.Sprintf("%d of %d are short", len(short), len(all))
		}
		return ""
	}
	if len(all) != len(short) || len(all) != int(num(m[2]+m[3])) {
		return "of " + named(all) + " short: " + named(short)
	}
	return ""
}

func (c *claimed) countOfTargets(m []string) string {
	all, short := c.goals()
	if int(num(m[1])) != len(all) || int(num(m[2])) != len(all)-len(short) {
		return fmt.Sprintf("it is %d of %d", len(all)-len(short), len(all))
	}
	return ""
}

func (c *claimed) oneReached(m []string) string {
	name := groups(m)[0]
	_, short := c.goals()
	for _, f := range short {
		if f.Title.JA == name || f.Title.EN == name {
			return "it is short: " + named([]*kpi.Figure{f})
		}
	}
	return ""
}

func (c *claimed) stillRuns([]string) string {
	if clock := c.run.Window.Clock; clock.End <= clock.AsOf {
		return "the period is over"
	}
	return ""
}

func (c *claimed) isOver([]string) string {
	if clock := c.run.Window.Clock; clock.End > clock.AsOf {
		return "the period runs"
	}
	return ""
}

// recurring is the share of contracts as two counts, and its target.
func (c *claimed) recurring() (hits, all int, target *big.Rat) {
	for i := range c.run.Result.Figures {
		if f := &c.run.Result.Figures[i]; f.Topic == kpi.TopicRecurring && f.Numerator != nil && f.Target != nil {
			target, _ = new(big.Rat).SetString(strconv.FormatFloat(*f.Target, 'f', -1, 64))
			return int(*f.Numerator), int(*f.Denominator), target
		}
	}
	return 0, 0, nil
}

func (c *claimed) further(m []string) string {
	hits, all, target := c.recurring()
	if target == nil {
		return "there is no such target"
	}
	more := 0
	for big.NewRat(int64(hits+more), int64(all+more)).Cmp(target) < 0 {
		more++
	}
	g := groups(m)
	want := []string{fmt.Sprint(more), fmt.Sprint(all + more), fmt.Sprint(hits + more), halfUp(100*(hits+more), all+
		more, 0)}
	if c.run.Lang == lang.EN {
		want[1], want[2] = want[2], want[1]
	}
	if !slices.Equal(g, want) {
		return fmt.Sprint("it is ", want)
	}
	return ""
}

// roomForOneOff tries the counts that the sentence names on the contracts that it names.
func (c *claimed) roomForOneOff(m []string) string {
	g := groups(m)
	_, _, target := c.recurring()
	if next, given := c.run.Window.Pilot.YearTargets[c.run.Window.Clock.To.FiscalYear()+1]; given || target == nil {
		return fmt.Sprint("targets of the next year: ", next)
	}
	at, _ := new(big.Rat).Mul(target, big.NewRat(100, 1)).Float64()
	if num(g[1]) < at || num(g[3]) >= at || num(g[0])+1 != num(g[2]) {
		return fmt.Sprintf("of a target of %g%%", at)
	}
	return ""
}

// halfUp divides whole numbers and rounds as people do.
func halfUp(above, below, decimals int) string {
	scale := int(math.Pow10(decimals))
	q := (2*above*scale + below) / (2 * below)
	if decimals == 0 {
		return fmt.Sprint(q)
	}
	return fmt.Sprintf("%d.%0*d", q/scale, decimals, q%scale)
}

func (c *claimed) share(m []string) string {
	all, hits, percent := m[1], m[2], m[3]
	if all == "" {
		percent, all, hits = m[4], m[5], m[6]
	}
	decimals := 0
	if _, after, found := strings.Cut(percent, "."); found {
		decimals = len(after)
	}
	if want := halfUp(100*int(num(hits)), int(num(all)), decimals); want != percent || num(hits) > num(all) {
		return "it is " + want + "%"
	}
	return ""
}

func (c *claimed) change(m []string) string {
	g := groups(m)
	from, to, word := g[0], g[1], g[2]
	if m[4] != "" {
		word, from, to = g[0], g[1], g[2]
	}
	if up := word == "増え" || word == "rose"; up != (num(to) > num(from)) || num(to) == num(from) {
		return "it is not"
	}
	return ""
}

// highest sums a metric by month from the records.
func (c *claimed) highest(m []string) string {
	sums := map[string]map[cell.Day]float64{}
	clock := c.run.Window.Clock
	for _, row := range c.run.Cohort.Metrics.Rows {
		if d := row.Date.Value; d >= clock.From && d <= clock.To {
			if sums[row.Name.Value] == nil {
				sums[row.Name.Value] = map[cell.Day]float64{}
			}
			sums[row.Name.Value][d.FirstOfMonth()] += row.Value.Value
		}
	}
	for name, months := range sums {
		if !strings.Contains(m[0], name) && len(sums) > 1 && !strings.HasPrefix(m[0], name) {
			continue
		}
		most, times := 0.0, 0
		for _, v := range months {
			most = max(most, v)
		}
		for _, v := range months {
			if v == most {
				times++
			}
		}
		if times > 1 {
			return fmt.Sprintf("%d months of %s have %g", times, name, most)
		}
	}
	return ""
}

func (c *claimed) dayToCome(m []string) string {
	g := groups(m)
	year, month, day := int(num(g[0])), int(num(g[1])), int(num(g[2]))
	if year < 100 {
		year += 2018
	}
	if said := fmt.Sprintf("%04d-%02d-%02d", year, month, day); said < c.run.Window.Clock.AsOf.String() {
		return said + " is over"
	}
	return ""
}
