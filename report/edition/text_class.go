package edition

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"pilot90/cohort/lang"
	"pilot90/report/bridge"
	"pilot90/report/content"
)

// className names a class where editions are counted, classResult where one is told of.
var (
	className = map[Class]lang.Text{
		Intact:      {JA: "残したときのまま", EN: "intact"},
		LateOnly:    {JA: "あとからの記入だけ", EN: "late entries only"},
		Corrected:   {JA: "訂正あり", EN: "corrected"},
		Redefined:   {JA: "定義が違う", EN: "other definitions"},
		Altered:     {JA: "版のファイルが書き換わっている", EN: "files altered"},
		Uncheckable: {JA: "確かめられない", EN: "cannot be checked"},
	}
	classResult = map[Class]lang.Text{
		Intact:      {JA: "一致しました", EN: "agrees"},
		LateOnly:    {JA: "違いがあります（あとから記入された行だけによる違いです）", EN: "differs, by late entries only"},
		Corrected:   {JA: "違いがあります（台帳の訂正などによる違いです）", EN: "differs, by corrections of the ledger"},
		Redefined:   {JA: "違いがあります（定義が違います）", EN: "differs, the definitions being others"},
		Altered:     {JA: "違いがあります（版のファイルが書き換わっています）", EN: "differs: files of the edition were altered"},
		Uncheckable: {JA: "確かめられません", EN: "cannot be checked"},
	}
)

// counts prints how many editions are of which class; a class that only tells of trouble is left out when it has none.
func (p *printer) counts(all []*Verdict) {
	counts := Counts(all)
	var parts []string
	for _, c := range Classes {
		if n := counts[c]; n > 0 || c != Uncheckable {
			parts = append(parts, fmt.Sprintf("%s %d", className[c].In(p.lang), n))
		}
	}
	p.line(p.say("残した版 %d件（新しい順）：%s\n", "%d editions, newest first: %s\n"), len(all),
		strings.Join(parts, p.say("、", ", ")))
}

// WriteAlarms prints what Alarms are, and nothing when there are none.
func WriteAlarms(out io.Writer, all []*Verdict, lang lang.Lang) error {
	p := &printer{bufio.NewWriter(out), lang}
	p.alarms(NewestFirst(all))
	return p.Flush()
}

// alarms tells of every figure that left the hub and is another today: in which edition, what it was and is, why, and
// by which cells.
func (p *printer) alarms(all []*Verdict) {
	said := false
	for _, v := range all {
		if !v.Alarm() {
			continue
		}
		if !said {
			p.line("%s", p.say("■ 注意：庁外に出した版の数字が、いまの台帳では変わっています。訂正のお知らせが要るか確かめてください。",
				"# Attention: figures that left the hub are others today; see whether a correction is due."))
			said = true
		}
		p.line("  %s", v.Name)
		last := ""
		for _, d := range v.Figures {
			if !d.Restates() {
				continue
			}
			p.difference(d)
			if d.ID == last {
				continue // its rows are told
			}
			last = d.ID
			for _, row := range d.Rows[:min(mostRows, len(d.Rows))] {
				p.line("        %s", v.Rows[row])
			}
			if more := len(d.Rows) - mostRows; more > 0 {
				p.line(p.say("        ほか%d行", "        %d more rows"), more)
			}
		}
	}
	if said {
		p.line("")
	}
}

// mostRows is how many rows are told beside one figure.
const mostRows = 5

// because is why a number differs: the causes, each with its part where it is known.
func (p *printer) because(d Difference) string {
	var parts []string
	for _, t := range d.Terms {
		parts = append(parts, p.causes(t.Causes)+" "+signed(content.Difference(t.From, t.To, string(d.Unit))))
	}
	if len(parts) == 0 && len(d.Causes) > 0 {
		parts = []string{p.causes(d.Causes)}
	}
	var rows []string
	for _, r := range d.Rows[:min(mostRows, len(d.Rows))] {
		rows = append(rows, fmt.Sprintf("[%d]", r+1))
	}
	if more := len(d.Rows) - mostRows; more > 0 {
		rows = append(rows, fmt.Sprintf(p.say("ほか%d行", "and %d more"), more))
	}
	if text := strings.Join(parts, p.say("、", ", ")); text != "" {
		return p.say("（", " (") + strings.Join(append([]string{text}, rows...), " ") + p.say("）", ")")
	}
	return ""
}

func (p *printer) causes(all []bridge.Cause) string {
	var words []string
	for _, c := range all {
		words = append(words, c.Words().In(p.lang))
	}
	return strings.Join(words, p.say("と", " and "))
}

// signed puts a sign before a difference; the minus is the typographic one.
func signed(text string) string {
	if strings.HasPrefix(text, "−") {
		return text
	}
	return "+" + text
}
