package settings

import (
	"cmp"
	"maps"
	"slices"
	"strconv"

	"pilot90/cohort/lang"
	"pilot90/cohort/setting"
	"pilot90/kpi"
)

// TargetTable are the targets of [targets] or of one fiscal year.
type TargetTable struct {
	Year int // 0 = [targets], of the period
	Key  string
	Rows []TargetRow
}

// Title is the heading of the table.
func (t TargetTable) Title() lang.Text {
	if t.Year == 0 {
		return lang.Say("目標", "Targets")
	}
	of := YearLabel(t.Year)
	return lang.Say(of.JA+"の目標", "Targets of "+of.EN)
}

// TargetRow is a target beside the figure's value of today.
type TargetRow struct {
	*Field
	Figure  Figure
	Judged  bool // the target is the one that holds
	Unknown bool // there is no such figure
}

// NewTarget is the row by which a target is added.
type NewTarget struct{ Figure, Year, Value *Field }

// targets builds the tables of targets, [targets] first.
func (f *Page) targets() {
	tables := f.doc.table("targets")
	first := TargetTable{}
	var years []TargetTable
	for _, key := range slices.Sorted(maps.Keys(tables)) {
		inner, isTable := tables[key].(map[string]any)
		year, isYear := setting.ReadFiscalYear(key)
		switch {
		case isTable && isYear:
			t := TargetTable{Year: year, Key: key}
			f.rows(&t, inner, []string{"targets", key}, "")
			years = append(years, t)
		case isTable:
			f.rows(&first, inner, []string{"targets", key}, key)
		default:
			f.rows(&first, map[string]any{key: tables[key]}, []string{"targets"}, "")
		}
	}
	slices.SortStableFunc(years, func(a, b TargetTable) int { return a.Year - b.Year })
	f.Targets = append([]TargetTable{first}, years...)
	for i := range f.Targets {
		slices.SortStableFunc(f.Targets[i].Rows, func(a, b TargetRow) int {
			return cmp.Compare(f.order(a.Figure.ID), f.order(b.Figure.ID))
		})
	}
	f.newTarget()
}

// order is the turn of a figure in the catalogue.
func (f *Page) order(id string) int {
	i := slices.IndexFunc(f.facts.Figures, func(x Figure) bool { return x.ID == id })
	if i < 0 {
		return len(f.facts.Figures)
	}
	return i
}

// rows adds the targets of a table; a table within it (metric.…) is part of the names.
func (f *Page) rows(t *TargetTable, values map[string]any, path []string, prefix string) {
	for _, key := range slices.Sorted(maps.Keys(values)) {
		id := key
		if prefix != "" {
			id = prefix + "." + key
		}
		if inner, isTable := values[key].(map[string]any); isTable {
			f.rows(t, inner, below(path, key), id)
			continue
		}
		figure, known := f.figure(id)
		field := f.field(numberKind(figure.Unit), figure.Title, below(path, key)...)
		field.Unit = UnitWord(figure)
		t.Rows = append(t.Rows, TargetRow{Field: field, Figure: figure, Unknown: !known,
			Judged: known && t.Year == f.facts.InForce})
	}
}

// figure is the figure of an id, or one that has only the id.
func (f *Page) figure(id string) (Figure, bool) {
	for _, x := range f.facts.Figures {
		if x.ID == id {
			return x, true
		}
	}
	return Figure{ID: id, Title: lang.Say(id, id)}, false
}

func numberKind(u kpi.Unit) Kind {
	if u == kpi.Ratio {
		return Share
	}
	return Number
}

// countWords are what stands behind a count.
var countWords = map[kpi.Things]lang.Text{kpi.Persons: lang.Say("人", ""), kpi.Records: lang.Say("件", "")}

// UnitWord is what stands behind a number of the figure as it is typed: a share is typed in percent.
func UnitWord(f Figure) lang.Text {
	switch f.Unit {
	case kpi.Ratio:
		return lang.Say("％", "%")
	case kpi.YenPerHour:
		return lang.Say("円/時", "yen/h")
	case kpi.Count:
		return countWords[f.Of]
	case kpi.Date:
		return lang.Text{}
	}
	return f.Unit.Word()
}

// figureOptions are the figures that a number can be set for, after a choice of none.
func (f *Page) figureOptions(none lang.Text) []Option {
	out := []Option{{"", none}}
	for _, x := range f.facts.Figures {
		if x.Unit != kpi.Date {
			out = append(out, Option{x.ID, x.Title})
		}
	}
	return out
}

func (f *Page) newTarget() {
	part := func(kind Kind, name string, label, short lang.Text) *Field {
		field := f.own(kind, "target/"+name, "", label)
		field.Short = short
		return field
	}
	figure := part(Choice, "figure", lang.Say("足す目標の指標", "Figure of a new target"), lang.Say("指標", "Figure"))
	figure.Options = f.figureOptions(lang.Say("（指標を選ぶ）", "(choose a figure)"))
	year := part(Choice, "year", lang.Say("足す目標の年度", "Year of a new target"), lang.Say("いつの目標か", "Of"))
	year.Options = []Option{{"", lang.Say("対象期間", "the period")}}
	for y := f.facts.Year - 1; y <= f.facts.Year+4; y++ {
		year.Options = append(year.Options, Option{strconv.Itoa(y), YearLabel(y)})
	}
	value := part(Number, "value", lang.Say("足す目標の値", "Value of a new target"), lang.Say("目標", "Target"))
	f.NewTarget = NewTarget{figure, year, value}
}
