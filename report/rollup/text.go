package rollup

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"

	"pilot90/cohort/lang"
	"pilot90/kpi"
	"pilot90/kpi/result"
	"pilot90/report/content"
	"pilot90/report/term"
)

// WriteText prints a rollup for a terminal: who reported, and each figure with the number of municipalities behind
// it.
func WriteText(out io.Writer, r *result.Result, l lang.Lang) error {
	w := words{l}
	b := bufio.NewWriter(out)
	fmt.Fprintf(b, "%s\n", r.Program)
	for _, line := range w.reporting(r) {
		fmt.Fprintf(b, "%s\n", line)
	}
	fmt.Fprintln(b)
	w.taken(b, r)
	for i := range r.Figures {
		f := &r.Figures[i]
		fmt.Fprintf(b, "%s %s  %s\n", term.Pad(f.Title.In(l), 42), term.PadLeft(w.value(f), 16), w.behind(f, r.Rollup.AtMost))
	}
	return b.Flush()
}

// taken prints the main figures of each prefecture, model or year, a block each.
func (w words) taken(b *bufio.Writer, r *result.Result) {
	for _, g := range r.Rollup.Groups {
		fmt.Fprintf(b, w.say("%s（%d 自治体）\n", "%s (%d)\n"), g.Title, g.Municipalities)
		for _, id := range shown().Each {
			f := kpi.Find(r.Figures, id)
			i := slices.IndexFunc(g.Figures, func(x result.RollupFigure) bool { return x.ID == id })
			if f == nil || i < 0 {
				continue
			}
			text := "―"
			switch x := g.Figures[i]; {
			case x.Suppressed:
				text = kpi.Symbol
			case x.Value != nil:
				text = content.Quantity(*x.Value, string(f.Unit), string(w.Lang))
			}
			fmt.Fprintf(b, "  %s %s\n", term.Pad(f.Title.In(w.Lang), 32), term.PadLeft(text, 14))
		}
		fmt.Fprintln(b)
	}
}

// words says what a rollup tells in one language.
type words struct{ lang.Lang }

func (w words) say(ja, en string) string { return lang.Text{JA: ja, EN: en}.In(w.Lang) }

// value is the rounded value of a figure, with its unit.
func (w words) value(f *kpi.Figure) string {
	switch {
	case f.Value != nil:
		return content.Quantity(*f.Value, string(f.Unit), string(w.Lang))
	case f.Suppressed && f.Coded != nil:
		return f.Coded.Text.In(w.Lang)
	case f.Suppressed:
		return kpi.Symbol
	}
	return "―"
}

// behind says on how many municipalities a figure rests, or why it has no value.
func (w words) behind(f *kpi.Figure, atMost []string) string {
	if f.Value == nil {
		return f.Reason.In(w.Lang)
	}
	text := fmt.Sprintf(w.say("%d 自治体", "from %d"), f.Municipalities)
	if slices.Contains(atMost, f.ID) {
		text += w.say("  最大の数", "  at most")
	}
	if f.Numerator != nil && f.Denominator != nil && f.Unit == kpi.Ratio {
		text += fmt.Sprintf("  %s / %s", content.Round(*f.Numerator, 0), content.Round(*f.Denominator, 0))
	}
	return text
}

// reporting says who is in it and who is not, a line each.
func (w words) reporting(r *result.Result) []string {
	u := r.Rollup
	first := fmt.Sprintf(w.say("提出 %d 自治体", "municipalities that reported: %d"), len(u.Reported))
	if u.Expected != nil {
		first = fmt.Sprintf(w.say("提出 %d / %d 自治体", "municipalities that reported: %d of %d"), *u.Expected-len(u.Missing),
			*u.Expected)
		if u.Unlisted > 0 {
			first += fmt.Sprintf(w.say("、一覧にない %d 自治体", ", and %d that are not on the list"), u.Unlisted)
		}
	}
	if n := inHubs(u.Reported); n > len(u.Reported) {
		first += fmt.Sprintf(w.say("（共同の拠点を分けて数えると %d 自治体）", " (%d with those of hubs)"), n)
	}
	lines := []string{first}
	if len(u.Reported) > 0 {
		lines[0] += fmt.Sprintf(w.say("（基準日 %s、期間 %s〜%s）", " (as of %s, period %s to %s)"), r.Clock.AsOf,
			r.Clock.From, r.Clock.To)
	}
	add := func(ja, en string, names []string) {
		if len(names) > 0 {
			lines = append(lines, fmt.Sprintf(w.say(ja, en), len(names))+w.listed(names))
		}
	}
	add("未提出 %d：", "missing %d: ", placeNames(u.Missing))
	add("基準日が前のもの %d：", "with an earlier as-of date %d: ", reporterNames(u.Late, true))
	add("この年度のものがなく、ほかの年度だけのもの %d：", "with other fiscal years alone %d: ", reporterNames(u.OtherYears, true))
	add("定義の版が違い、合わせていないもの（新しい版での出し直しを依頼してください）%d：",
		"by other definitions, not in it; ask for them by the current version %d: ", reporterNames(u.OtherDefinitions, false))
	add("同じ番号で中身が違い、数えていないもの（どちらが正しいか確かめてください）%d：",
		"two that differ, neither counts; ask which is right %d: ", reporterNames(u.Twice, false))
	add("拠点や連携の合計に入っているため、重ねて数えないもの %d：", "in the edition of their hub, not counted twice %d: ",
		reporterNames(u.Within, false))
	add("同じ連携の別々の台帳で、両方にいる人を2回数えているもの（人数は最大の数）%d：",
		"ledgers of one alliance, a person in two of them counts twice, so people are at most that many %d: ",
		placeNames(u.SeveralLedgers))
	add("訂正前のもの（数えない）%d：", "restated since, not counted %d: ", reporterNames(u.Restated, true))
	add("前の基準日のもの（数えない）%d：", "of earlier dates, not counted %d: ", reporterNames(u.Older, true))
	var unread []string
	for _, x := range u.Unread {
		unread = append(unread, x.Source)
	}
	add("読めないもの %d：", "that cannot be read %d: ", unread)
	return lines
}

// inHubs counts municipalities, those of a hub each by itself.
func inHubs(all []result.Reporter) int {
	n := 0
	for _, r := range all {
		n += max(len(r.Towns), 1)
	}
	return n
}

// mostNamed is how many municipalities a line names; the appendix, or the JSON, has all.
const mostNamed = 20

// listed are names in a line, the first of many.
func (w words) listed(names []string) string {
	more := len(names) - mostNamed
	if more <= 1 {
		return strings.Join(names, w.say("、", ", "))
	}
	return strings.Join(names[:mostNamed], w.say("、", ", ")) + fmt.Sprintf(w.say(" ほか %d", " and %d more"), more)
}

func placeNames(all []result.Place) []string {
	var names []string
	for _, p := range all {
		names = append(names, nameOf(p))
	}
	return names
}

// nameOf is the name of a municipality, or its code where it has given none.
func nameOf(p result.Place) string {
	if p.Name == "" {
		return p.Code
	}
	return p.Name
}

func reporterNames(all []result.Reporter, dated bool) []string {
	var names []string
	for _, x := range all {
		name := nameOf(x.Place)
		if n := len(x.Towns); n > 0 {
			name += fmt.Sprintf("＋%d", n-1)
		}
		if dated {
			name += fmt.Sprintf("（%s", x.AsOf)
			if x.Revision > 1 {
				name += fmt.Sprintf("-%d", x.Revision)
			}
			name += "）"
		}
		names = append(names, name)
	}
	return names
}
