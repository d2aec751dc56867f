package layout

import (
	"strings"

	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/pattern"
	"pilot90/cohort/schema"
)

// refusal is why a heading that names a column is not read as it after all: what stands beside
// its words makes another thing of it. The zero value is none.
type refusal uint8

const (
	notRefused     refusal = iota
	rateRefused            // 報酬(時給): for one hour or one piece, not for the row
	yearRefused            // 契約額(年額): for a year, neither for a month nor for the whole term
	plannedRefused         // 支払日(予定): not yet a fact
	otherRefused           // 請求 | 金額: the money of somebody else
	timeRefused            // 前年度 | 執行額: of another time
	unitRefused            // 工数(人日): no hours
)

// perUnit is a unit for one of something, such as the /h of 報酬/h and 円/時間.
var perUnit = pattern.New(`/(h|hr|hour|時間?|件|人日|人|日|月|年|回|本|枚|文字|字|語|個|ページ|頁)([)\]・、,]|$)`)

// noteOf adds to what stands in the brackets of a heading what its unit for one of something says.
func noteOf(heading, bracketed string) string {
	m := perUnit.FindStringSubmatch(slashForm(heading))
	switch {
	case m == nil:
		return bracketed
	case m[1] == "月":
		return bracketed + " 月額"
	case m[1] == "年":
		return bracketed + " 年額"
	}
	return bracketed + " 単価"
}

// withoutUnit is a heading without the unit for one of something at its end.
func withoutUnit(heading string) (string, bool) {
	form := slashForm(heading)
	at := perUnit.FindStringIndex(form)
	if at == nil || at[0] == 0 || at[1] < len(form) {
		return "", false
	}
	_, bare, _ := headingForm(form[:at[0]])
	return bare, bare != ""
}

func slashForm(heading string) string {
	if !strings.ContainsAny(heading, "/／") {
		return ""
	}
	return lang.CompactLower(heading)
}

// Notes on money and time. Notes are without joints and stand with spaces between them.
var (
	rateNote = pattern.New(
		`単価|時給|時間給|日給|日額|時間額|当たり|あたり|(^| )(円?(h|時間?)|円(件|人|日|回|本|枚|文字|字|個))( |$)|(^|[^0-9])1(h|時間|件|本|枚|文字|字|個|頁|ページ)`)
	monthlyNote = pattern.New(`月額|月次|毎月|月々|月給|月単価|月(当たり|あたり)|(^|[^0-9])1(か|ヶ|ケ|カ|ヵ|箇)月|(^| )円?月円?( |$)`)
	yearlyNote  = pattern.New(`年額|年次|毎年|年(当たり|あたり)|(^|[^0-9])年間|(^| )円?年( |$)`)
	noHoursNote = pattern.New(`人日|人月|日数|件数|回数|単価|当たり|あたり|(^| )(日|月|回|件|本|枚|%)( |$)`)
	settledNote = pattern.New(`実績|確定|執行|精算|決算`)
)

// judged is a match after the note beside the words of a heading, and the groups above it: the
// same column, another one (契約額(月額) is the 月額), or a refusal.
func (index headingIndex) judged(m headingMatch, note string) headingMatch {
	if m.refused != notRefused || strings.TrimSpace(note) == "" {
		return m
	}
	c := &index.table.Columns[m.column]
	switch c.Kind {
	case schema.AmountKind:
		m = index.judgedAmount(m, note)
	case schema.HoursKind:
		if noHoursNote.MatchString(note) {
			m.refused = unitRefused
		}
	case schema.DateKind, schema.ClockKind, schema.SpanKind:
	default:
		return m
	}
	switch {
	case m.refused != notRefused:
	case containsAny(note, c.Not...) && !strings.Contains(note, "支払"):
		m.refused = otherRefused
	case otherTime(note) && c.Kind != schema.DateKind:
		m.refused = timeRefused
	case planned(note) && !settledNote.MatchString(note):
		if m.rank = max(m.rank, plannedRank); c.Fact {
			m.refused = plannedRefused
		}
	}
	return m
}

// judgedAmount settles for what an amount is: a month, a year, one hour or piece, or all of it.
func (index headingIndex) judgedAmount(m headingMatch, note string) headingMatch {
	c := &index.table.Columns[m.column]
	switch {
	case monthlyNote.MatchString(note):
		if c.Monthly == "" {
			m.refused = rateRefused
		} else if c.Monthly != c.Key {
			return headingMatch{column: index.table.Index(c.Monthly), rank: bracketRank}
		}
	case rateNote.MatchString(note):
		if c.Monthly != c.Key || !strings.Contains(note, "単価") {
			m.refused = rateRefused
		}
	case yearlyNote.MatchString(note) && !c.Yearly:
		m.refused = yearRefused
	}
	return m
}

// otherTime reports a note that puts a number in another time than the row's.
func otherTime(note string) bool {
	return containsAny(note, "前年", "昨年", "前期", "前月", "累計", "差額") && !containsAny(note, "本年", "今年", "当年")
}

// groupWords are the groups that need no merged cell to be known as such.
var groupWords = lang.Words("請求 支払 予定 計画 見積 見積もり 見込 見込み 実績 確定 前年度 前年 昨年度 昨年 本年度 今年度 当年度")

// isGroupWord reports a text that can be nothing but the name of a group of columns.
func isGroupWord(s string) bool {
	_, bare, _ := headingForm(s)
	for _, word := range groupWords {
		if bare == word {
			return true
		}
	}
	return false
}

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
			"「%[1]s」そのものが書かれているなら、見出しを「%[1]s」に変えるか、読み取りの設定でそう決めてください。ちがうなら「%[1]s」の列を足すと集計できます。",
			"If it is %[2]s itself, rename the heading or say so in the settings of reading; if not, add a column for %[2]s.",
			n.column.Heading.JA, n.column.Heading.EN),
	}
}
