package edition

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"pilot90/cohort/lang"
	"pilot90/kpi"
	"pilot90/report/content"
)

// WriteText prints the verdicts for people: first the figures that left the hub and are others today, then how many
// editions are of which class, then each edition, newest first, and one line on all of them.
func WriteText(out io.Writer, all []*Verdict, lang lang.Lang) error {
	p := &printer{bufio.NewWriter(out), lang}
	all = NewestFirst(all)
	p.alarms(all)
	p.counts(all)
	agree := 0
	for _, v := range all {
		p.verdict(v)
		if v.Agrees() {
			agree++
		}
	}
	if agree == len(all) {
		p.line(p.say("%d件すべて一致しました。", "all %d agree."), len(all))
	} else {
		p.line(p.say("%d件のうち%d件が一致しました。どの行・セルが変わったかは pilot90 diff で調べられます。",
			"of %d, %d agree; pilot90 diff shows which rows and cells changed."), len(all), agree)
	}
	return p.Flush()
}

type printer struct {
	*bufio.Writer
	lang lang.Lang
}

func (p *printer) say(ja, en string) string { return lang.Text{JA: ja, EN: en}.In(p.lang) }

func (p *printer) line(format string, args ...any) { fmt.Fprintf(p, format+"\n", args...) }

func (p *printer) verdict(v *Verdict) {
	p.line("%s", v.Name)
	if v.Manifest != nil {
		m := v.Manifest
		p.line(p.say("  基準日 %s　対象期間 %s〜%s　pilot90 %s　定義 %s", "  as of %s, period %s–%s, pilot90 %s, definitions %s"),
			m.Recompute.AsOf, m.Recompute.From, m.Recompute.To, m.Tool, m.Definitions.Name)
		p.line(p.say("  控えの番号 %s", "  number %s"), short(v.Number))
		p.files(p.say("出力", "outputs"), v.Outputs, len(m.Outputs), p.say("残したときのままです", "as they were sealed"))
		if v.Recomputed {
			p.inputs(v)
			p.versions(v)
			p.figures(v)
		}
	}
	for _, problem := range v.Unchecked {
		p.line(p.say("  確かめられませんでした: %s", "  could not be checked: %s"), problem)
	}
	if v.Manifest != nil && !v.Recomputed {
		p.line("%s", p.say("  数字を計算し直すには台帳が要ります。--inputs で台帳のフォルダーを指定してください。",
			"  The figures can be recomputed from the ledger only; name its folder with --inputs."))
	}
	p.line("%s\n", p.say("  → ", "  → ")+p.result(v))
}

// result is the class of a verdict in words.
func (p *printer) result(v *Verdict) string {
	if v.Class() == Redefined && v.InputsSame {
		return p.say("違うのは定義だけです（台帳も出力も残したときのまま）", "only the definitions differ: ledger and outputs are as sealed")
	}
	text := classResult[v.Class()].In(p.lang)
	if v.Class() == Uncheckable && !v.Unreadable() {
		text = p.say("違いがあります", "differs")
	}
	return text
}

// short is as much of a hash as a person would note down.
func short(hash string) string { return hash[:min(16, len(hash))] }

func (p *printer) files(what string, states []FileState, all int, same string) {
	if len(states) == 0 {
		p.line(p.say("  %s　%d ファイルとも%s", "  %s: %d files, %s"), what, all, same)
		return
	}
	p.line(p.say("  %s　%s", "  %s: %s"), what, p.states(states))
}

func (p *printer) states(states []FileState) string {
	var texts []string
	for _, s := range states {
		word := map[State]string{
			Changed: p.say("内容が変わっています", "changed"), Missing: p.say("ありません", "missing"),
			Added: p.say("控えにないファイルです", "not in the manifest"),
		}[s.State]
		texts = append(texts, s.Name+p.say("（", " (")+word+p.say("）", ")"))
	}
	return strings.Join(texts, p.say("、", ", "))
}

func (p *printer) inputs(v *Verdict) {
	switch {
	case !v.InputsTold:
		p.line("%s", p.say("  台帳　控えにはファイルの照合用の値を入れていません（1行の内容が突き止められるため）。数字で確かめます",
			"  ledger: the manifest holds no hash of the files, from which a row could be found; the figures are compared"))
	case v.InputsSame:
		p.line("%s", p.say("  台帳　残したときのままです", "  ledger: as it was when sealed"))
	case len(v.Inputs) > 0:
		p.line(p.say("  台帳　その後の変更: %s", "  ledger, changed since: %s"), p.states(v.Inputs))
	default:
		p.line("%s", p.say("  台帳　ファイル名が変わりました（内容は同じです）", "  ledger: files were renamed, the contents are the same"))
	}
}

func (p *printer) versions(v *Verdict) {
	if v.Tool != nil {
		p.line(p.say("  道具　pilot90 %s で残し、いまは %s です", "  tool: sealed by pilot90 %s, this is %s"), v.Tool.Sealed, v.Tool.Now)
	}
	if v.Definitions != nil {
		p.line(p.say("  定義　%s で残し、いまは %s です", "  definitions: sealed with %s, these are %s"), v.Definitions.Sealed,
			v.Definitions.Now)
	}
	if len(v.Redefined) > 0 {
		p.line(p.say("  定義の文が変わった指標　%s", "  redefined: %s"), strings.Join(v.Redefined, p.say("、", ", ")))
	}
	if v.Plan {
		p.line("%s", p.say("  構成　報告書の構成（plan）が変わりました", "  plan: changed since"))
	}
}

func (p *printer) figures(v *Verdict) {
	if len(v.Figures) == 0 {
		p.line(p.say("  数字　%d の指標すべてが同じです", "  figures: all %d are the same"), v.Compared)
		return
	}
	p.line(p.say("  数字　違うもの（残した値 → いまの台帳での値）", "  figures that differ (sealed → now)"))
	for _, d := range v.Figures {
		p.difference(d)
	}
	for i, row := range v.Rows {
		p.line("    [%d] %s", i+1, row)
	}
}

// difference prints a number that differs, why, and the rows that it is due to by their numbers.
func (p *printer) difference(d Difference) {
	p.line("    %s  %s　%s%s → %s%s", d.ID, d.Title, p.field(d.Field), p.value(d.Sealed, d, d.Now),
		p.value(d.Now, d, d.Sealed), p.because(d))
}

func (p *printer) field(name string) string {
	switch name {
	case "numerator":
		return p.say("分子 ", "numerator ")
	case "denominator":
		return p.say("分母 ", "denominator ")
	case "n":
		return p.say("件数 ", "n ")
	case "low":
		return p.say("幅の下限 ", "from ")
	case "high":
		return p.say("幅の上限 ", "to ")
	case targetField:
		return p.say("目標（版の数字には、残したときの目標を使います） ", "target (the edition keeps the one it was made with) ")
	case "shown":
		return p.say("表示 ", "shown ")
	}
	return ""
}

// value prints a number; two that differ are never printed alike, but with as many decimals as it
// takes to see it.
func (p *printer) value(v *float64, d Difference, other *float64) string {
	switch {
	case v == nil && d.Hidden:
		return kpi.Symbol
	case v == nil:
		return p.say("なし", "none")
	case d.Unit == "":
		return apart(*v, other, 0)
	}
	text := content.Quantity(*v, string(d.Unit), string(p.lang))
	if other != nil && text == content.Quantity(*other, string(d.Unit), string(p.lang)) {
		return apart(*v, other, 2)
	}
	return text
}

// apart rounds v to the fewest decimals, from the given number, that tell it from other.
func apart(v float64, other *float64, decimals int) string {
	for ; decimals < 12; decimals++ {
		text := content.Round(v, decimals)
		if other == nil || text != content.Round(*other, decimals) {
			return text
		}
	}
	return lang.Plain(v)
}
