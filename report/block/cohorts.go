package block

import (
	"fmt"
	"slices"
	"strings"

	"pilot90/kpi"
	"pilot90/kpi/state"
	"pilot90/report/content"
	"pilot90/report/plan"
)

var cohortsKind = Kind{
	Name:  "cohorts",
	About: "期（第1期・第2期など）の比較。開始から同じ日数の時点（期が2つ以上のときだけ）",
	Build: (*Env).cohorts,
}

// mostCohorts are so many columns as a page has room for.
const mostCohorts = 4

// fewInCohort is below how many people one person moves a share by a tenth or more.
const fewInCohort = 10

// cohorts sets the cohorts side by side at the same day of the cycle, the latest of many: by all figures, or in
// brief by those that the plan names.
func (e *Env) cohorts(b plan.Block) []content.Block {
	c := e.Result.ByCohort
	if c == nil {
		if text := e.cohortsWithheld(); text != "" {
			return []content.Block{content.Paragraph{Text: text, Tone: content.Note}}
		}
		return nil
	}
	shown := c.Cohorts[max(0, len(c.Cohorts)-mostCohorts):]
	t := &content.Table{ID: "cohorts", Caption: e.cohortCaption(c),
		Columns: []content.Column{{Head: e.Words("指標", "Figure"), Width: 36}}}
	people, first := []string{e.Words("参加した人", "People")}, []string{e.Words("最初の開始日", "first start date")}
	for _, at := range shown {
		t.Columns = append(t.Columns, content.Column{Head: at.Name, Align: content.Right, Width: 64 / float64(len(shown))})
		people = append(people, fmt.Sprintf("%d%s", at.People, e.Words("人", "")))
		first = append(first, e.Day(at.First))
	}
	brief := len(b.Figures) > 0 // every figure says of how many it is
	if !brief {
		t.Rows = append(t.Rows, peopleRows(people, first, e.Words("%s（%s）", "%s (%s)"))...)
	}
	for _, one := range state.Compared(e.Definitions) {
		if !c.Has(one.ID) || brief && !slices.Contains(b.Figures, one.ID) {
			continue
		}
		row := []string{e.Say(shown[0].Figure(one.ID).Title)}
		for i := range shown {
			row = append(row, e.atCohort(shown[i].Figure(one.ID)))
		}
		t.Rows = append(t.Rows, row)
	}
	t.Notes = e.cohortNotes(c, len(c.Cohorts)-len(shown))
	open := slices.ContainsFunc(state.Compared(e.Definitions), func(one kpi.Definition) bool {
		f := e.figure(one.ID)
		return f != nil && !f.Open.Empty()
	})
	if open {
		t.Notes = append(t.Notes, e.Words("台帳の誤りのある行を除いた値です。直すと変わることがあります。",
			"Rows with an error are left out; the values may change once they are put right."))
	}
	if brief {
		t.Notes = []string{strings.Join(t.Notes, e.Words("", " "))}
	}
	return []content.Block{t}
}

// peopleRows are how many there are and since when: of two cohorts in one row, of more, whose columns are narrow,
// in two.
func peopleRows(people, first []string, both string) [][]string {
	if len(people) > 3 {
		return [][]string{people, first}
	}
	row := make([]string, len(people))
	for i := range row {
		row[i] = fmt.Sprintf(both, people[i], first[i])
	}
	return [][]string{row}
}

// cohortCaption says at which day of the cycle the cohorts are compared.
func (e *Env) cohortCaption(c *state.Comparison) string {
	return e.Words(fmt.Sprintf("期ごとの比較（それぞれの開始から%d日目まで。サイクルは%d日）", c.Day, c.Length),
		fmt.Sprintf("The cohorts side by side, each at day %d of its cycle of %d days", c.Day, c.Length))
}

// cohortNotes say how the comparison is to be read. earlier are the cohorts for which there is no room.
func (e *Env) cohortNotes(c *state.Comparison, earlier int) []string {
	notes := []string{e.Words("一人ずつ本人の開始日から数えて、この日までにあったことだけで比べています。",
		"Of each person counts what had happened by that day, counted from their own start.")}
	add := func(said bool, ja, en string) {
		if said {
			notes = append(notes, e.Words(ja, en))
		}
	}
	few := slices.ContainsFunc(c.Cohorts, func(at state.CohortAt) bool { return at.People < fewInCohort })
	add(c.Cohorts[0].First < e.Window.Clock.From, "対象期間の前に始まった期も含みます。",
		"Cohorts that began before the period are here too.")
	add(c.Day < c.Length, "定着率は、全部の期がサイクルを終えてから比べます。", "Retention is compared once every cohort's cycle is over.")
	add(few, "人数が少ない期は、1人の違いで割合が大きく動きます。", "In a small cohort one person moves a share a lot.")
	add(c.LeftOut > 0, fmt.Sprintf("人数の少ない期など、載せない期が%dつあります。", c.LeftOut),
		plural(c.LeftOut, "cohort is", "cohorts are")+" not given, for small numbers.")
	add(c.Unnamed > 0, fmt.Sprintf("期の記入がない%d人は、どの列にも入っていません。", c.Unnamed),
		fmt.Sprintf("Without a cohort, and in no column: %d.", c.Unnamed))
	add(earlier > 0, fmt.Sprintf("これより前の期が%dつあります（Excel と JSON にはすべての期があります）。", earlier),
		fmt.Sprintf("Earlier cohorts not shown here: %d (the workbook and the JSON have all).", earlier))
	return notes
}

// atCohort is a figure in a cell: 66.7 %（2 / 3）.
func (e *Env) atCohort(f *kpi.Figure) string {
	if f.Value == nil {
		return None
	}
	if f.Unit == kpi.Count {
		return e.Words(fmt.Sprintf("%.0f人（%d人中）", *f.Value, f.N), fmt.Sprintf("%.0f (of %d)", *f.Value, f.N))
	}
	return e.Value(f) + e.Words("（", " (") + strings.ReplaceAll(e.Basis(f), " ", "") + e.Words("）", ")")
}

// Cohorts is the table of the cohorts side by side, for a page of its own; nil where there are fewer than two.
func (e *Env) Cohorts() *content.Table {
	for _, b := range e.cohorts(plan.Block{}) {
		if t, is := b.(*content.Table); is {
			return t
		}
	}
	return nil
}
