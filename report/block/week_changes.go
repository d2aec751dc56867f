package block

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
	"pilot90/kpi"
	"pilot90/kpi/state"
	"pilot90/report/content"
	"pilot90/report/plan"
)

var weekChangesKind = Kind{
	Name:  "week_changes",
	About: "先週から変わったこと（profile = \"hub\" の版だけ）",
	Build: (*Env).weekChanges,
}

// change is one line of what changed: its two values, and what the difference is.
type change struct {
	title, was, now, what string
	mark                  content.Tone
}

// weekChanges sets the week beside the one before, what became worse first, with who or why.
func (e *Env) weekChanges(plan.Block) []content.Block {
	switch {
	case !e.Profile.Open() || e.Before == nil:
		return nil
	case e.nobodyYet():
		return e.nobody()
	}
	was, now := state.WeekOf(e.Before, state.Of(e.Before)), state.WeekOf(e.Window, e.Result.States)
	lines := slices.DeleteFunc([]change{e.overdueChange(was, now), e.callChange(was, now), e.oldChange(was, now),
		e.owedChange(was, now), e.hoursChange(was, now), e.revenueChange()}, func(c change) bool { return c.title == "" })
	slices.SortStableFunc(lines, func(a, b change) int { return cmp.Compare(b.mark, a.mark) })
	widths := []float64{26, 17, 3, 17, 41}
	if e.Lang == lang.EN {
		widths = []float64{27, 21, 3, 20, 33}
	}
	t := &content.Table{ID: "week_changes", Caption: e.sinceTitle(), Columns: []content.Column{
		{Head: e.Words("項目", "Item"), Width: widths[0]}, {Head: e.beforeHead(), Align: content.Right, Width: widths[1]},
		{Width: widths[2], Align: content.Center}, {Head: e.Words("今週", "Now"), Align: content.Right, Width: widths[3]},
		{Head: e.Words("ちがい", "Change"), Width: widths[4]}}, Dress: &content.Dressing{}}
	for _, l := range lines {
		t.Rows = append(t.Rows, []string{l.title, l.was, "→", l.now, l.what})
		t.Dress.Cells = append(t.Dress.Cells, []content.Dress{{Sign: l.mark}, {Tone: content.Note}, {Tone: content.Note},
			{Strong: true}, {}})
	}
	blocks := []content.Block{e.weekHeadline(), content.Heading{Text: t.Caption}, t}
	if slices.ContainsFunc(e.Since, func(s Since) bool { return len(s.Late)+len(s.Corrected)+len(s.Figures) > 0 }) {
		blocks = append(blocks, e.since()...)
	}
	return blocks
}

// beforeHead heads the earlier values.
func (e *Env) beforeHead() string {
	if e.Before.Clock.AsOf == e.Window.Clock.AsOf-7 {
		return e.Words("先週", "Last week")
	}
	return e.Words("前回", "Before")
}

// sinceTitle names the day that is compared with.
func (e *Env) sinceTitle() string {
	day := e.Before.Clock.AsOf
	switch {
	case day == e.Window.Clock.AsOf:
		return e.Words("今日残した版から変わったこと", "Changed since the edition kept today")
	case day == e.Window.Clock.AsOf-7:
		return e.Words("先週（"+e.longDay(day)+"）から変わったこと", "Changed since last week ("+e.longDay(day)+")")
	}
	return e.Words("前回（"+e.longDay(day)+"）から変わったこと", "Changed since the last edition ("+e.longDay(day)+")")
}

// longDay is a day of this year in words: 3月24日, 24 March.
func (e *Env) longDay(d cell.Day) string {
	_, m, day := d.YMD()
	return e.Words(fmt.Sprintf("%d月%d日", m, day), fmt.Sprintf("%d %s", day, m))
}

// toDo words a count of things to do: more of them is worse, and any that stay are to be watched. who names those
// that came to it.
func (e *Env) toDo(title string, was, now int, unit kpi.Things, same string, who []string) change {
	c := change{title: title, was: e.many(was, unit), now: e.many(now, unit), mark: content.Good,
		what: e.Words("変わらない", "no change")}
	switch {
	case now > was:
		c.mark = content.Bad
		c.what = e.Words(e.many(now-was, unit)+"増えた", fmt.Sprintf("%d more", now-was)) + e.named(who)
	case now < was:
		c.what = e.Words(e.many(was-now, unit)+"減った", fmt.Sprintf("%d fewer", was-now))
		if len(who) > 0 {
			c.what += e.Words("（新しく"+e.several(who)+"）", " (new: "+e.several(who)+")")
		}
	case now > 0:
		c.mark = content.Watch
		if len(who) > 0 {
			c.what += e.Words("（入れかわり："+e.several(who)+"）", " (others: "+e.several(who)+")")
		} else {
			c.what += same
		}
	}
	return c
}

// named puts names in brackets, the first of them; nothing without any.
func (e *Env) named(who []string) string {
	if len(who) == 0 {
		return ""
	}
	return e.Words("（", " (") + e.several(who) + e.Words("）", ")")
}

// mostWho is how many names a line has room for.
const mostWho = 2

func (e *Env) several(who []string) string {
	text := strings.Join(who[:min(len(who), mostWho)], e.Words("、", ", "))
	if n := len(who) - mostWho; n > 0 {
		text += e.Words(fmt.Sprintf("ほか%d", n), fmt.Sprintf(" and %d more", n))
	}
	return text
}

// many is a count with its counting word.
func (e *Env) many(n int, of kpi.Things) string {
	return fmt.Sprint(n) + strings.TrimSpace(e.counter(of))
}

func (e *Env) overdueChange(was, now state.Week) change {
	if !now.HasDue {
		return change{}
	}
	var who []string
	for _, t := range now.Overdue {
		if !slices.ContainsFunc(was.Overdue, func(o *record.Task) bool { return sameTask(o, t) }) {
			who = append(who, strings.Trim(e.called(t.ParticipantID.Value)+e.Words("・", ": ")+t.Title.Value, "・: "))
		}
	}
	return e.toDo(e.Words("納期を過ぎた作業", "Overdue deliveries"), len(was.Overdue), len(now.Overdue), kpi.Records,
		e.Words("（同じ作業）", " (the same tasks)"), who)
}

// sameTask tells one task in two windows, which may be of two ledgers.
func sameTask(a, b *record.Task) bool {
	return a.ParticipantID.Value == b.ParticipantID.Value && a.Date.Value == b.Date.Value &&
		a.DueDate.Value == b.DueDate.Value && a.Title.Value == b.Title.Value
}

func (e *Env) callChange(was, now state.Week) change {
	if len(e.Result.States) == 0 { // nobody's day of the cycle is known, or nobody has begun
		return change{}
	}
	var who []string
	for _, s := range now.Calls {
		if !slices.ContainsFunc(was.Calls, func(o state.State) bool {
			return o.Participant.ID.Value == s.Participant.ID.Value
		}) {
			who = append(who, e.called(s.Participant.ID.Value))
		}
	}
	same := e.Words(fmt.Sprintf("（%d人とも同じ人）", len(now.Calls)), " (the same people)")
	if len(now.Calls) == 1 {
		same = e.Words("（同じ人）", " (the same person)")
	}
	return e.toDo(e.Words("声をかける人", "People to call"), len(was.Calls), len(now.Calls), kpi.Persons, same, who)
}

// oldChange is about pay that is waited for longer than 30 days.
func (e *Env) oldChange(was, now state.Week) change {
	if !now.HasPaid {
		return change{}
	}
	c := e.toDo(e.Words("30日を過ぎた未払い", "Unpaid over 30 days"), olds(was), olds(now), kpi.Records, "", nil)
	if n, on := state.PaidBetween(e.Before, e.Window); n > 0 {
		day := ""
		if olds(was) == olds(now) {
			day = e.Words("この間に", " meanwhile")
		}
		if on != 0 {
			day = e.Words(monthDay(on)+"に", " on "+e.shortDay(on))
		}
		c.what += e.Words("（"+day+e.many(n, kpi.Records)+"を支払い）", fmt.Sprintf(" (%d paid%s)", n, day))
	}
	return c
}

func olds(w state.Week) int {
	n := 0
	for i := range w.Waiting {
		if w.Waiting[i].Old() {
			n++
		}
	}
	return n
}

func (e *Env) owedChange(was, now state.Week) change {
	if !now.HasPaid {
		return change{}
	}
	a, b := owedIn(was), owedIn(now)
	c := e.amountChange(e.Words("未払いの合計", "Unpaid in all"), a, b, kpi.Yen)
	if c.mark = content.Good; b > a {
		c.mark = content.Watch
	}
	return c
}

func owedIn(w state.Week) float64 {
	sum := kpi.Amounts{}
	for i := range w.Waiting {
		sum.Add(w.Waiting[i].Pay, kpi.RowUse{})
	}
	return sum.Sum()
}

func (e *Env) hoursChange(was, now state.Week) change {
	if was.Hours == nil || now.Hours == nil {
		return change{}
	}
	return e.amountChange(e.Words("1週間の作業時間", "Hours in a week"), *was.Hours, *now.Hours, kpi.Hours)
}

// revenueChange is about the revenue of the period so far, where both days have one.
func (e *Env) revenueChange() change {
	now := e.on(kpi.TopicRevenue)
	revenue := kpi.DefinitionOf(e.Definitions, kpi.TopicRevenue)
	if revenue == nil || now == nil || now.Value == nil || e.Before.Clock.AsOf < e.Window.Clock.From {
		return change{}
	}
	was := kpi.Run([]kpi.Definition{*revenue}, e.Before)
	if len(was) == 0 || was[0].Value == nil {
		return change{}
	}
	return e.amountChange(e.Words("仕事の売上（累計）", "Revenue so far"), *was[0].Value, *now.Value, kpi.Yen)
}

// amountChange words an amount of which more is better; less is to be watched.
func (e *Env) amountChange(title string, was, now float64, unit kpi.Unit) change {
	c := change{title: title, was: e.Quantity(was, unit), now: e.Quantity(now, unit), mark: content.Good,
		what: e.Words("変わらない", "no change")}
	gap := content.Difference(was, now, string(unit)) // of the printed values: the line adds up
	size := strings.TrimLeft(gap, "-−") + strings.TrimLeft(e.Quantity(0, unit), "0.")
	switch {
	case math.Abs(now-was) < 0.05:
	case now > was:
		c.what = e.Words(size+"増えた", size+" more")
	default:
		c.mark = content.Watch
		c.what = e.Words(size+"減った", size+" less")
	}
	return c
}

// weekHeadline says what is to be done this week.
func (e *Env) weekHeadline() content.Headline {
	day := e.Window.Clock.AsOf
	weekday := e.Words(string([]rune("日月火水木金土")[day.Time().Weekday()]), day.Time().Weekday().String())
	return content.Headline{Text: e.thisWeek(), Foot: e.weekFoot(),
		Head: joined(e.Words("　", "  "), e.Cohort.Pilot.Program.Name, e.Planned(e.Plan.Title),
			e.longDay(day)+e.Words("（"+weekday+"）", " ("+weekday+")"))}
}

// thisWeek names the two most pressing things.
func (e *Env) thisWeek() string {
	week, over := state.WeekOf(e.Window, e.Result.States), 0
	for i := range week.Waiting {
		if week.Waiting[i].Over {
			over++
		}
	}
	calls, overdue := len(week.Calls), len(week.Overdue)
	var check, en []string
	add := func(n int, ja, one, many string) {
		if n > 0 {
			en = append(en, plural(n, one, many))
			if ja != "" {
				check = append(check, fmt.Sprintf(ja, content.Round(float64(n), 0)))
			}
		}
	}
	add(calls, "", "person to call", "people to call")
	add(overdue, "納期を過ぎた%s件", "overdue delivery", "overdue deliveries")
	add(over, "期限を過ぎた支払い%s件", "late payment", "late payments")
	if len(en) == 0 && (len(e.Result.States) == 0 || !week.HasDue || !week.HasPaid) {
		return e.Words("台帳で分かるかぎり、今週急いですることはない", "As far as the ledger tells, nothing is urgent this week")
	}
	if len(en) == 0 {
		return e.Words("今週、急いですることはない", "Nothing is urgent this week")
	}
	most := 2 // things that a title has room for
	ja := "今週は"
	if calls > 0 {
		ja += fmt.Sprintf("%d人に声をかけ", calls)
		most--
	}
	check = check[:min(len(check), most)]
	switch {
	case len(check) == 0:
		ja += "る"
	case calls > 0:
		ja += "、" + check[0] + "を確かめる"
	default:
		ja += strings.Join(check, "と、") + "を確かめる"
	}
	return e.Words(ja, "This week: "+strings.Join(en[:min(len(en), 2)], " and "))
}

// weekFoot says at the foot of the page what waits without being late, and what is to be mended.
func (e *Env) weekFoot() string {
	var parts []string
	week, waiting := state.WeekOf(e.Window, e.Result.States), 0
	for i := range week.Waiting {
		if !week.Waiting[i].Old() {
			waiting++
		}
	}
	if waiting > 0 {
		parts = append(parts, e.Words("30日以内の支払い待ちは"+content.Round(float64(waiting), 0)+"件。",
			"Waiting for pay, within 30 days: "+content.Round(float64(waiting), 0)+"."))
	}
	if mistakes, _, _ := finding.Counts(e.Cohort.Findings); mistakes > 0 {
		parts = append(parts, e.Words(fmt.Sprintf("台帳の直すところは%d件（最後のページ）。", mistakes),
			fmt.Sprintf("To mend in the ledger: %d (last page).", mistakes)))
	}
	if errors, warnings, _ := finding.Counts(e.Cohort.Findings); errors+warnings == 0 {
		parts = append(parts, e.Words("台帳に直すところはない。", "Nothing in the ledger has to be mended."))
	}
	return strings.Join(parts, e.Words("", " "))
}
