// Package shelf turns editions that were kept into what a person reads of them: the list with what became of each, and
// why a figure moved since.
//
// The one idea: what package edition and package bridge found is put into lines that add up as they are printed; the
// package checks, computes and reads nothing itself.
package shelf

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"pilot90/cohort/lang"
	"pilot90/report"
	"pilot90/report/content"
	"pilot90/report/edition"
)

// Kept is one edition in the list.
type Kept struct {
	Name, Title string
	AsOf        string
	Reason      string
	Files       []string
	State       string // what became of it; "" where it was not checked
	Level       string // of State, as the marks are called: fine, watch, act
	Lines       []string
	Broken      string // it cannot be read
}

// List are the editions, the newest first. verdicts are nil where nobody has checked them.
func List(kept []*edition.Sealed, verdicts []*edition.Verdict, l lang.Lang) []Kept {
	var list []Kept
	for _, s := range slices.Backward(kept) {
		k := Kept{Name: s.Name, Title: s.Name}
		if s.Err != nil {
			k.Broken = lang.Text{JA: "控え（manifest.json）を読めません。保管してある写しから元に戻してください。",
				EN: "Its record (manifest.json) cannot be read; restore it from a copy."}.In(l)
		} else {
			k.of(s.Manifest, l)
		}
		for _, v := range verdicts {
			if v.Name == s.Name {
				k.judge(v, l)
			}
		}
		list = append(list, k)
	}
	return list
}

// of fills in what the manifest says.
func (k *Kept) of(m *edition.Manifest, l lang.Lang) {
	label := m.Edition
	if p, err := report.BuiltinPlan(m.Edition); err == nil {
		label = lang.Text{JA: p.Label.JA, EN: p.Label.EN}.In(l)
	}
	k.AsOf, k.Reason = m.Recompute.AsOf, m.Reason
	day := k.AsOf
	if t, err := time.Parse(time.DateOnly, day); err == nil && l != lang.EN {
		day = fmt.Sprintf("%d年%d月%d日", t.Year(), t.Month(), t.Day())
	}
	k.Title = day + lang.Text{JA: "の版　", EN: ", "}.In(l) + label
	if m.Municipality != "" {
		k.Title += lang.Text{JA: "　", EN: ", "}.In(l) + m.Municipality
	}
	if m.Revision > 1 {
		k.Title += lang.Text{JA: fmt.Sprintf("（訂正版 %d）", m.Revision), EN: fmt.Sprintf(" (revision %d)", m.Revision)}.In(l)
	}
	for _, o := range m.Outputs {
		if !strings.HasPrefix(o.Name, edition.InputsFolder+"/") {
			k.Files = append(k.Files, o.Name)
		}
	}
}

// states are the classes of verdicts in words, with their marks.
var states = map[edition.Class]struct {
	words lang.Text
	level string
}{
	edition.Intact:      {lang.Text{JA: "残したときのまま", EN: "as it was kept"}, "fine"},
	edition.LateOnly:    {lang.Text{JA: "あとから記入された行で数字が変わる", EN: "late entries change its figures"}, "watch"},
	edition.Corrected:   {lang.Text{JA: "台帳の訂正で数字が変わる", EN: "corrections change its figures"}, "watch"},
	edition.Redefined:   {lang.Text{JA: "数え方（定義）が変わった", EN: "definitions have changed"}, "watch"},
	edition.Altered:     {lang.Text{JA: "版のファイルが書き換わっている", EN: "its files were altered"}, "act"},
	edition.Uncheckable: {lang.Text{JA: "確かめられない", EN: "cannot be checked"}, "act"},
}

// mostLines is how many differences of an edition are listed.
const mostLines = 6

// judge fills in what a check found.
func (k *Kept) judge(v *edition.Verdict, l lang.Lang) {
	st := states[v.Class()]
	k.State, k.Level = st.words.In(l), st.level
	if v.Alarm() {
		k.Level = "act"
		k.State += lang.Text{JA: "（庁外に出した数字です。訂正のお知らせが要るか確かめてください）",
			EN: " (these figures left the office: see whether a correction is due)"}.In(l)
	}
	var lines []string
	for _, f := range v.Outputs {
		lines = append(lines, f.Name+lang.Text{JA: "：残したときと違います", EN: ": not as it was kept"}.In(l))
	}
	for _, d := range v.Figures {
		if d.Field == "value" {
			lines = append(lines, d.Title+lang.Text{JA: "　", EN: ": "}.In(l)+value(d.Sealed, string(d.Unit), l)+" → "+
				value(d.Now, string(d.Unit), l))
		}
	}
	lines = append(lines, v.Unchecked...)
	if n := len(lines) - mostLines; n > 0 {
		lines = append(lines[:mostLines], lang.Text{JA: fmt.Sprintf("ほか%d件", n), EN: fmt.Sprintf("%d more", n)}.In(l))
	}
	k.Lines = lines
}

// value prints a value that may not be there.
func value(v *float64, unit string, l lang.Lang) string {
	if v == nil {
		return "―"
	}
	return cmp.Or(content.Quantity(*v, unit, string(l)), "―")
}
