package layout

import (
	"strings"

	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/schema"
)

// refusalReasons say what a refused heading holds instead.
var refusalReasons = map[refusal]lang.Text{
	rateRefused:    lang.Say("1時間・1件・1か月などにつきいくら、という単価", "a rate: for one hour, piece or month"),
	yearRefused:    lang.Say("1年あたりの額（月額でも契約全体の額でもありません）", "for a year, neither for a month nor for the whole term"),
	plannedRefused: lang.Say("予定や見込みで、まだ事実ではないもの", "only planned, not yet a fact"),
	otherRefused:   lang.Say("発注者への請求など、別の人とのお金の項目", "money between others, such as what the client is billed"),
	timeRefused:    lang.Say("前年度や累計など、ほかの期間の数", "of another time, such as last year or a running total"),
	unitRefused:    lang.Say("時間を単位としない数（人日など）", "not in hours"),
}

// refused returns the column that a heading names and is not read as. A rate is also known by
// its word alone: 報酬単価 is no 報酬.
func (l *layout) refused(index headingIndex, h head, last int) (headingMatch, bool) {
	if m, ok := l.matchHead(index, h, last); ok {
		return m, m.refused != notRefused
	}
	_, bare, _ := headingForm(h.parts[len(h.parts)-1])
	for _, stem := range []string{strings.TrimSuffix(bare, "単価"), strings.TrimPrefix(bare, "単価")} {
		m, ok := index.words[stem]
		if ok && stem != bare && index.table.Columns[m.column].Kind == schema.AmountKind {
			m.refused = rateRefused
			return m, true
		}
	}
	return headingMatch{}, false
}

// refusal is the C321 of a heading with the words of a column that is not read as it.
func (n nearMiss) refusal(t *Table) finding.Finding {
	name, why := strings.Join(n.head.parts, " "), refusalReasons[n.refused]
	return finding.Finding{
		Code: codeUnreadHeading, Severity: finding.Info, Column: name,
		Place: finding.Place{File: t.Grid.File, Sheet: t.Grid.Sheet, Range: t.Grid.Ref(t.last, n.head.from)},
		Message: lang.Sayf("見出し「%[1]s」は「%[2]s」として読んでいません（%[3]sと読めるため）。",
			"“%[1]s” is not read as %[4]s: it seems to be %[5]s.",
			lang.Quote(name), n.column.Heading.JA, why.JA, n.column.Heading.EN, why.EN),
		Fix: lang.Sayf(
			"「%[1]s」そのものが書かれているなら、見出しを「%[1]s」に変えるか、pilot.toml の columns に %[2]s を指定してください。ちがうなら「%[1]s」の列を足すと集計できます。",
			"If it is %[3]s itself, rename the heading or give %[2]s in columns of pilot.toml; if not, add a column for %[3]s.",
			n.column.Heading.JA, n.column.Key, n.column.Heading.EN),
	}
}
