package catalog

import (
	"fmt"

	"pilot90/cohort/lang"
	"pilot90/cohort/record"
	"pilot90/cohort/schema"
	"pilot90/kpi"
)

var byAgeBand = kpi.Definition{
	ID:      "by_age_band",
	Title:   lang.Text{JA: "年代ごとの状況", EN: "By age band"},
	Unit:    kpi.Count,
	Theme:   kpi.ThemeWho,
	Measure: kpi.Stock,
	Law:     breakdowns(ageBands, payByAge),
	Formula: lang.Text{
		JA: "年代ごとの登録者、稼働者、初めて収入を得た住民、月収の中央値。年代が空欄なら、基準日の年に達する満年齢（基準日の年 − 生年）の年代。値は登録者の人数",
		EN: "registered and active participants, residents with a first income and median monthly income by age band; " +
			"where it is blank, that of the age reached in the year of the as-of date (its year − birth year); the value is " +
			"the number registered",
	},
	Plain: lang.Text{
		JA: "登録した人を、年代ごとに数えたものです。",
		EN: "Those registered, by age.",
	},
	Needs: needParticipants,
	Also:  paidTables,
	Assumes: append([]kpi.Column{{Table: schema.Participants, Key: "age_band"},
		{Table: schema.Participants, Key: "birth_year"}}, assumesBreakdown...),
	Origin:  originWork,
	Bearing: onPeople,
	Counts:  kpi.Persons,
	Class:   kpi.Attribute,
	About:   kpi.AboutPersons,
	Table:   ageTable(),
	Compute: func(w *kpi.Window) kpi.Figure {
		if !w.Has(kpi.Column{Table: schema.Participants, Key: "age_band"}) &&
			!w.Has(kpi.Column{Table: schema.Participants, Key: "birth_year"}) {
			return kpi.None(lang.Text{JA: "データなし：「参加者」に「年代」も「生年」もありません",
				EN: "no data: the participants have neither an age band nor a birth year"})
		}
		return breakdown(w, ageBands, func(p *record.Participant) []string { return ageBand(w, p) },
			func(p *record.Participant) []kpi.Cell {
				return []kpi.Cell{kpi.CellOf(p.AgeBand), kpi.CellOf(p.BirthYear)}
			})
	},
}

// ageBands are the bands 0–9, 10–19 … 90–99 and 100 and more.
var ageBands = func() []kpi.Group {
	var bands []kpi.Group
	for from := 0; from <= 100; from += 10 {
		title := lang.Text{JA: fmt.Sprintf("%d代", from), EN: fmt.Sprintf("%ds", from)}
		switch from {
		case 0:
			title = lang.Text{JA: "10歳未満", EN: "under 10"}
		case 100:
			title = lang.Text{JA: "100歳以上", EN: "100 and over"}
		}
		bands = append(bands, kpi.Group{Key: fmt.Sprint(from), Title: title})
	}
	return bands
}()

func ageBand(w *kpi.Window, p *record.Participant) []string {
	switch {
	case p.AgeBand.Known:
		return []string{fmt.Sprint(min(p.AgeBand.Value, 100))}
	case p.BirthYear.Known:
		year, _, _ := w.Clock.At().YMD()
		return []string{fmt.Sprint(min(max(year-p.BirthYear.Value, 0), 109) / 10 * 10)}
	}
	return nil
}

func ageTable() *kpi.Table {
	t := breakdownTable(lang.Text{JA: "年代", EN: "age"}, weightAge)
	t.Ordered = true
	return t
}

func payByAge(w *kpi.Window) map[string][]float64 {
	return payBy(w, func(p *record.Participant) []string { return ageBand(w, p) })
}
