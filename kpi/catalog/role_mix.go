package catalog

import (
	"pilot90/cohort/lang"
	"pilot90/cohort/schema"
	"pilot90/kpi"
)

var roleMix = kpi.Definition{
	ID:      "role_mix",
	Title:   lang.Text{JA: "支援時間の内訳（通訳・段取り・伴走）", EN: "Support hours by kind"},
	Unit:    kpi.Hours,
	Theme:   kpi.ThemeHub,
	Measure: kpi.Flow,
	Law: kpi.Law{Kind: kpi.Grouped, Groups: &kpi.GroupLaw{Part: "groups", Adds: []string{"hours"},
		Order:   keysOf(choices(schema.Support, "kind")),
		Derived: []kpi.Derived{shareOfAll("share", "hours")}}},
	Formula: lang.Text{
		JA: "対象期間の伴走記録の時間を、通訳・段取り・伴走ごとに合計したもの。値は役割のわかる時間の合計",
		EN: "support hours in the period by interpreting, arranging and accompanying; the value is the sum of the hours " +
			"whose kind is known",
	},
	Needs:   needSupport,
	Columns: []kpi.Column{{Table: schema.Support, Key: "kind"}},
	Origin:  originWork,
	Bearing: onSupport,
	Class:   kpi.Internal,
	About:   kpi.AboutSupport,
	Compute: computeRoleMix,
}

func computeRoleMix(w *kpi.Window) kpi.Figure {
	var all kpi.Amounts
	hours := map[string][]float64{}
	for _, s := range supportRows(w) {
		if !s.Kind.Known {
			all.Drop(useSupport(w, s), leftOutBlank("役割", "the kind"))
			continue
		}
		all.Add(s.Hours.Value, useSupport(w, s).Saying(func() lang.Text { return hoursNote(s.Hours.Value) }))
		hours[s.Kind.Value] = append(hours[s.Kind.Value], s.Hours.Value)
	}
	for _, s := range faultySupport(w) {
		all.DropFaulty(useSupport(w, s))
	}
	f := all.Total(noSupport)
	if f.Value == nil {
		return f
	}
	var groups []kpi.Group
	for _, k := range choices(schema.Support, "kind") {
		sum := kpi.Sum(hours[k.Key])
		parts := kpi.Parts{{Key: "hours", Title: lang.Text{JA: "時間", EN: "hours"}, Unit: kpi.Hours, Value: sum},
			{Key: "share", Title: lang.Text{JA: "割合", EN: "share"}, Unit: kpi.Ratio}}
		if *f.Value > 0 {
			parts[1].Value = sum / *f.Value
		}
		groups = append(groups, kpi.Group{Key: k.Key, Title: k.Title, Parts: parts})
	}
	f.Parts = kpi.Parts{{Key: "groups", Title: lang.Text{JA: "内訳", EN: "groups"}, Unit: kpi.Hours, Value: groups}}
	return f
}
