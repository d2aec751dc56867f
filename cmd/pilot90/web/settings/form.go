package settings

import (
	"slices"
	"strconv"

	"pilot90/cohort/lang"
	"pilot90/cohort/setting"
	"pilot90/kpi"
)

// Facts are what the form shows beside the settings.
type Facts struct {
	Figures    []Figure
	Year       int // the fiscal year in which the period ends
	InForce    int // the year of the table of targets that holds; 0 = [targets]
	Registered int // persons
	Pilot      *setting.Pilot
	Pictures   []string // files that may be a logo
	Prefs      []string // the prefectures
	Cohorts    []CohortStart
}

// Figure is one figure that may have a target.
type Figure struct {
	ID    string
	Title lang.Text
	Unit  kpi.Unit
	Of    kpi.Things // of a count
	Now   string     // its value as printed; "" = none
	Met   bool       // of one with a target
}

// Page is the page as fields.
type Page struct {
	Program   []*Field
	Logo      *Field
	Mode      *Field // year, days or "" for the year of the as-of date
	Year      *Field
	From, To  *Field
	AsOf      *Field
	Begins    *Field // of the ledger, where it continues another
	Cohorts   []Cohort
	Targets   []TargetTable
	NewTarget NewTarget
	Grants    []Grant
	NewGrant  Grant
	Limits    []Group
	Privacy   Privacy

	facts  Facts
	doc    document
	text   []byte
	fields []*Field
}

// Group is some fields under a heading.
type Group struct {
	Title  lang.Text
	Fields []*Field
}

// New builds the form of a pilot.toml; the error says that it is no TOML.
func New(text []byte, facts Facts) (*Page, error) {
	doc, err := decode(text)
	if err != nil {
		return nil, err
	}
	f := &Page{facts: facts, doc: doc, text: text}
	f.program()
	f.period()
	f.cohorts()
	f.targets()
	f.grants()
	f.limits()
	f.privacy()
	return f, nil
}

// field makes a field of a key.
func (f *Page) field(kind Kind, label lang.Text, path ...string) *Field {
	old := f.doc.at(path...)
	was := shown(old, kind)
	return f.add(&Field{Name: nameOf(path), Path: path, Kind: kind, Label: label, Was: was, Value: was, old: old})
}

// own makes a field that is no key of the file.
func (f *Page) own(kind Kind, name, was string, label lang.Text) *Field {
	return f.add(&Field{Name: "~" + name, Kind: kind, Label: label, Was: was, Value: was})
}

func (f *Page) add(field *Field) *Field {
	f.fields = append(f.fields, field)
	return field
}

// find is the field of a name, nil for none.
func (f *Page) find(name string) *Field {
	i := slices.IndexFunc(f.fields, func(field *Field) bool { return field.Name == name })
	if i < 0 {
		return nil
	}
	return f.fields[i]
}

func (f *Page) program() {
	words := func(key, ja, en string) *Field { return f.field(Words, lang.Say(ja, en), "program", key) }
	pref := words("prefecture", "都道府県", "Prefecture")
	pref.choose(append([]string{""}, f.facts.Prefs...))
	code := f.field(Code, lang.Say("団体コード", "Code of the municipality"), "program", "code")
	people := f.field(Whole, lang.Say("人口", "Population"), "program", "population")
	people.Unit = lang.Say("人", "")
	f.Program = []*Field{
		words("name", "事業の名前", "Name of the programme"), pref, words("municipality", "市区町村", "Municipality"),
		code, people, words("department", "担当課", "Department"), words("contact", "連絡先", "Contact"),
		words("document_number", "文書番号", "Document number"),
	}
	f.Logo = words("logo", "ロゴの画像", "Logo")
	f.Logo.choose(append([]string{""}, f.facts.Pictures...))
	f.Logo.Options[0].Label = lang.Say("なし", "none")
}

// choose makes a field one of a list, which has what is on the disk too.
func (f *Field) choose(values []string) {
	f.Kind = Choice
	if !slices.Contains(values, f.Was) {
		values = append(values, f.Was)
	}
	for _, v := range values {
		f.Options = append(f.Options, Option{v, lang.Say(v, v)})
	}
}

func (f *Page) period() {
	f.Year = f.field(Year, lang.Say("年度", "Fiscal year"), "period", "fiscal_year")
	f.From = f.field(Day, lang.Say("始まりの日", "First day"), "period", "from")
	f.To = f.field(Day, lang.Say("終わりの日", "Last day"), "period", "to")
	f.AsOf = f.field(Day, lang.Say("基準日", "As of"), "period", "as_of")
	f.Begins = f.field(Day, lang.Say("台帳の始まりの日", "The ledger's first day"), "ledger", "begins")
	mode := ""
	switch {
	case f.Year.Was != "":
		mode = "year"
	case f.From.Was != "" || f.To.Was != "":
		mode = "days"
	}
	f.Mode = f.own(Choice, "period", mode, lang.Say("対象期間の決め方", "How the period is given"))
	f.Mode.Options = []Option{{"year", lang.Say("年度", "fiscal year")}, {"days", lang.Say("日付で決める", "by days")},
		{"", lang.Say("基準日の年度", "the year of the as-of date")}}
	f.Year.Options = yearOptions(f.facts.Year, f.Year.Was)
}

// yearOptions are the fiscal years around one, and the one that is given.
func yearOptions(around int, given string) []Option {
	var out []Option
	known := given == ""
	if known {
		out = append(out, Option{"", lang.Say("（選ぶ）", "(choose)")})
	}
	for y := around - 3; y <= around+4; y++ {
		out = append(out, Option{strconv.Itoa(y), YearLabel(y)})
		known = known || given == strconv.Itoa(y)
	}
	if !known {
		out = append(out, Option{given, lang.Say(given, given)})
	}
	return out
}

// limits are the lengths and thresholds; an empty field leaves the value that is printed in it.
func (f *Page) limits() {
	p := f.facts.Pilot
	t, w, c := p.Thresholds, p.Settings, p.Cycle
	days := lang.Say("日", "days")
	whole := func(now int, ja, en string, path ...string) *Field {
		x := f.field(Whole, lang.Say(ja, en), path...)
		x.Unit, x.Hint = days, lang.Say(strconv.Itoa(now), strconv.Itoa(now))
		return x
	}
	share := func(now float64, ja, en, key string) *Field {
		x := f.field(Share, lang.Say(ja, en), "thresholds", key)
		x.Unit, x.Hint = lang.Say("％", "%"), lang.Say(percent(lang.Plain(now)), percent(lang.Plain(now)))
		return x
	}
	hours := f.field(Number, lang.Say("スタッフの1週間の時間の上限", "Staff hours a week at most"), "thresholds", "staff_week_hours")
	hours.Unit, hours.Hint = lang.Say("時間", "hours"), lang.Say(lang.Plain(t.StaffWeekHours), lang.Plain(t.StaffWeekHours))
	f.Limits = []Group{
		{lang.Say("サイクルの長さ", "Lengths of the cycle"), []*Field{
			whole(c.Training, "研修", "Training", "cycle", "training"), whole(c.OJT, "OJT", "OJT", "cycle", "ojt"),
			whole(c.Retention, "定着", "Retention", "cycle", "retention")}},
		{lang.Say("点検の基準", "Limits of the checklist"), []*Field{
			share(t.OJTTransition, "OJTへ移った割合の下限", "Moved on to OJT, at least", "ojt_transition"),
			share(t.RecurringConnection, "定期の仕事につながった割合の下限", "Connected to recurring work, at least",
				"recurring_connection"),
			share(t.WCheck, "Wチェックをした割合の下限", "Checked twice, at least", "w_check"),
			share(t.Rework, "手戻りの割合の上限", "Rework, at most", "rework"),
			share(t.AccompanimentBudget, "伴走の費用の割合の下限", "Budget for accompaniment, at least", "accompaniment_budget"),
			hours}},
		{lang.Say("日数の決まり", "Days"), []*Field{
			whole(w.InactiveAfterDays, "この日数作業がないと離脱とみなす", "Left after so many days without work", "settings",
				"inactive_after_days"),
			whole(w.ActiveWindowDays, "この日数のうちに作業があれば稼働とみなす", "Active with work within", "settings",
				"active_window_days"),
			whole(t.TrainingWatchDay, "研修が注意となる日", "Training to be watched from day", "thresholds", "training_watch_day"),
			whole(t.TrainingLateDay, "研修が遅れとなる日", "Training late from day", "thresholds", "training_late_day"),
			whole(t.TaskWatchDay, "最初の作業が注意となる日", "First task to be watched from day", "thresholds", "task_watch_day"),
			whole(t.TaskLateDay, "最初の作業が遅れとなる日", "First task late from day", "thresholds", "task_late_day"),
			whole(t.IncomeWatchDay, "最初の報酬が注意となる日", "First pay to be watched from day", "thresholds", "income_watch_day"),
			whole(t.IncomeLateDay, "最初の報酬が遅れとなる日", "First pay late from day", "thresholds", "income_late_day")}},
	}
}
