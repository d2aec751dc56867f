package settings

import (
	"fmt"
	"maps"
	"math/big"
	"slices"
	"strconv"
	"strings"

	"pilot90/cohort/lang"
	"pilot90/cohort/setting"
)

// Grant is one [[grant]].
type Grant struct {
	Path       []string
	Name, Kind *Field
	Amount     *Field
	Remove     *Field // nil: of one that is not there yet
	Years      []int
	KPIs       []KPI
	Blank      []KPI // rows by which indicators are added
}

// KPI is one [[grant.kpi]].
type KPI struct {
	Path       []string
	Figure     *Field
	ByHand     string // the title of an indicator that is no figure's
	Baseline   *Field
	Increments []*Field // by the years of the grant
	Cumulative []string // as computed; "" = no increment in that year
	Month      *Field
	Remove     *Field
	Now        string
}

// blankRows are how many indicators can be added at once.
const blankRows = 3

// grants builds the grants, and an empty one.
func (f *Page) grants() {
	for i, path := range f.doc.elements("grant") {
		f.Grants = append(f.Grants, f.grant(path, i))
	}
	g := Grant{Years: f.years(nil)}
	g.Name = f.own(Words, "grant/name", "", lang.Say("足す交付金の事業の名前", "Project of a new grant"))
	g.Kind = f.own(Words, "grant/kind", "", lang.Say("足す交付金の種類", "Kind of a new grant"))
	g.Name.Short, g.Kind.Short = lang.Say("対象事業の名称", "Project"), lang.Say("交付金の種類", "Kind")
	g.Blank = f.blank("extra", g.Years)
	f.NewGrant = g
}

func (f *Page) grant(path []string, i int) Grant {
	g := Grant{Path: path}
	at := lang.Sayf("交付金 %d", "grant %d", i+1)
	g.Name = f.field(Words, join(at, lang.Say("対象事業の名称", "project")), below(path, "name")...)
	g.Kind = f.field(Words, join(at, lang.Say("交付金の種類", "kind")), below(path, "kind")...)
	g.Amount = f.field(Number, join(at, lang.Say("実績額", "amount")), below(path, "amount")...)
	g.Amount.Unit = lang.Say("円", "yen")
	g.Name.Short, g.Kind.Short = lang.Say("対象事業の名称", "Project"), lang.Say("交付金の種類", "Kind")
	g.Amount.Short = lang.Say("実績額", "Amount")
	g.Remove = f.own(Check, "remove/"+nameOf(path), "", join(at, lang.Say("外す", "remove")))
	kpis := f.doc.elements(below(path, "kpi")...)
	g.Years = f.years(kpis)
	for j, at := range kpis {
		g.KPIs = append(g.KPIs, f.kpi(at, i, j, g.Years))
	}
	g.Blank = f.blank(nameOf(path), g.Years)
	return g
}

func join(a, b lang.Text) lang.Text { return lang.Say(a.JA+" "+b.JA, a.EN+": "+b.EN) }

// years are the fiscal years of the columns: those that any indicator has, and three from that of the period.
func (f *Page) years(kpis [][]string) []int {
	years := []int{f.facts.Year, f.facts.Year + 1, f.facts.Year + 2}
	for _, path := range kpis {
		for key := range f.doc.table(below(path, "increments")...) {
			if y, ok := setting.ReadFiscalYear(key); ok {
				years = append(years, y)
			}
		}
	}
	slices.Sort(years)
	return slices.Compact(years)
}

func (f *Page) kpi(path []string, i, j int, years []int) KPI {
	k := KPI{Path: path}
	at := lang.Sayf("交付金 %d の指標 %d", "grant %d, indicator %d", i+1, j+1)
	k.Figure = f.field(Choice, join(at, lang.Say("指標", "figure")), below(path, "figure")...)
	k.Figure.Options = f.figureOptions(lang.Say("（手で書く）", "(by hand)"))
	figure, known := f.figure(k.Figure.Was)
	if k.Figure.Was == "" {
		k.ByHand = shown(f.doc.at(below(path, "title")...), Words)
	} else if !known {
		k.Figure.Options = append(k.Figure.Options, Option{figure.ID, figure.Title})
	}
	k.Now = figure.Now
	kind := numberKind(figure.Unit)
	k.Baseline = f.field(kind, join(at, lang.Say("事業開始前", "before")), below(path, "baseline")...)
	k.Baseline.Unit = UnitWord(figure)
	for _, y := range years {
		k.Increments = append(k.Increments, f.field(kind, join(at, join(YearLabel(y), lang.Say("増加分", "increment"))),
			below(path, "increments", f.yearKey(path, y))...))
	}
	month := ""
	if y, m := f.doc.at(below(path, "target_year")...), f.doc.at(below(path, "target_month")...); y != nil {
		month = fmt.Sprintf("%v-%02v", y, m)
	}
	k.Month = f.own(Month, "month/"+nameOf(path), month, join(at, lang.Say("目標年月", "month of the target")))
	k.Month.Path = path
	k.Remove = f.own(Check, "remove/"+nameOf(path), "", join(at, lang.Say("外す", "remove")))
	k.sum()
	return k
}

// yearKey is the word by which the increments of an indicator name the year.
func (f *Page) yearKey(path []string, year int) string {
	for _, key := range slices.Sorted(maps.Keys(f.doc.table(below(path, "increments")...))) {
		if y, ok := setting.ReadFiscalYear(key); ok && y == year {
			return key
		}
	}
	return strconv.Itoa(year)
}

// sum computes the cumulative targets: what was there before, and the increments up to each year.
func (k *KPI) sum() {
	total := new(big.Rat)
	add := func(f *Field) bool {
		text, ok := decimal(f.Value, false)
		n, isNumber := new(big.Rat).SetString(text)
		if !ok || !isNumber {
			return false
		}
		total.Add(total, n)
		return true
	}
	add(k.Baseline)
	k.Cumulative = nil
	for _, f := range k.Increments {
		text := ""
		if add(f) {
			keep := 0
			if f.Kind == Share {
				keep = 1
			}
			text = trimmed(total.FloatString(6), keep)
		}
		k.Cumulative = append(k.Cumulative, text)
	}
}

// blank are the empty rows of a grant.
func (f *Page) blank(of string, years []int) []KPI {
	var out []KPI
	for n := range blankRows {
		name := "new/" + of + "/" + strconv.Itoa(n) + "/"
		at := lang.Sayf("足す指標 %d", "new indicator %d", n+1)
		k := KPI{Figure: f.own(Choice, name+"figure", "", join(at, lang.Say("指標", "figure")))}
		k.Figure.Options = f.figureOptions(lang.Say("（指標を選ぶ）", "(choose a figure)"))
		k.Baseline = f.own(Number, name+"baseline", "", join(at, lang.Say("事業開始前", "before")))
		for _, y := range years {
			k.Increments = append(k.Increments,
				f.own(Number, name+strconv.Itoa(y), "", join(at, join(YearLabel(y), lang.Say("増加分", "increment")))))
			k.Cumulative = append(k.Cumulative, "")
		}
		k.Month = f.own(Month, name+"month", "", join(at, lang.Say("目標年月", "month of the target")))
		out = append(out, k)
	}
	return out
}

// Title is what the grant is called.
func (g Grant) Title() lang.Text {
	name := strings.TrimSpace(g.Name.Was)
	return lang.Say(name, name)
}
