package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"strings"

	"pilot90/cohort/blank"
	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
	"pilot90/cohort/setting"
)

// initAnswers are what init needs to know, as given on the command line or typed.
type initAnswers struct {
	program, municipality, prefecture, start, hub string
}

// adopt takes what an earlier ledger says for what was not given.
func (n *initAnswers) adopt(p *setting.Pilot) {
	for _, o := range []struct {
		to  *string
		old string
	}{{&n.program, p.Program.Name}, {&n.municipality, p.Program.Municipality}, {&n.prefecture, p.Program.Prefecture},
		{&n.hub, p.Program.Contact}} {
		if *o.to == "" {
			*o.to = o.old
		}
	}
}

// question is one of the five questions. check says why an answer will not do.
type question struct {
	flag     string
	text     lang.Text
	optional bool
	answer   *string
	check    func(string) error
}

func (a *app) questions(n *initAnswers) []question {
	return []question{
		{flag: "--program", text: lang.Text{JA: "事業の名前", EN: "Name of the programme"}, answer: &n.program},
		{flag: "--municipality", text: lang.Text{JA: "市区町村の名前", EN: "Municipality"}, answer: &n.municipality},
		{flag: "--prefecture", text: lang.Text{JA: "都道府県の名前", EN: "Prefecture"}, answer: &n.prefecture,
			check: a.checkPrefecture},
		{flag: "--start", text: lang.Text{JA: "1日目の日付（例 2026-06-01）", EN: "Day 1 (such as 2026-06-01)"}, answer: &n.start,
			check: a.checkStart},
		{flag: "--hub", text: lang.Text{JA: "拠点の名前と連絡先（なければそのまま Enter）",
			EN: "The hub and how to reach it (or just Enter)"}, answer: &n.hub, optional: true},
	}
}

func (a *app) checkPrefecture(s string) error {
	if _, ok := blank.Prefecture(s); !ok {
		return a.Errorf("「%s」という都道府県はありません。長野県 のように書いてください", "“%s” is no prefecture; write it like 長野県", s)
	}
	return nil
}

func (a *app) checkStart(s string) error {
	_, _, fault := cell.ReadDate(cell.Value{Kind: cell.Text, Text: s})
	if fault != nil {
		return fmt.Errorf("%s%s", a.Say(fault.Message), a.Say(fault.Fix))
	}
	return nil
}

// settings completes the answers: on a terminal by asking, else they must all be given.
func (a *app) settings(n initAnswers) (blank.Settings, error) {
	if err := a.complete(a.questions(&n)); err != nil {
		return blank.Settings{}, err
	}
	prefecture, _ := blank.Prefecture(n.prefecture)
	start, _, _ := cell.ReadDate(cell.Value{Kind: cell.Text, Text: n.start})
	return blank.Settings{Program: n.program, Municipality: n.municipality, Prefecture: prefecture, Start: start,
		Hub: n.hub}, nil
}

// complete checks the answers that are given and asks for those that are not.
func (a *app) complete(questions []question) error {
	var missing []string
	for _, q := range questions {
		*q.answer = strings.TrimSpace(*q.answer)
		switch {
		case *q.answer == "":
			if !q.optional {
				missing = append(missing, q.flag)
			}
		case q.check != nil:
			if err := q.check(*q.answer); err != nil {
				return fmt.Errorf("%s: %w", q.flag, err)
			}
		}
	}
	if len(missing) == 0 {
		return nil
	}
	if !a.asks() {
		return a.Errorf("%s を指定してください（画面で質問に答えるには、端末で pilot90 init を実行します）。何も作っていません",
			"give %s (or run pilot90 init in a terminal and answer its questions); nothing was made", strings.Join(missing, " "))
	}
	in := bufio.NewReader(a.Stdin)
	for i, q := range questions {
		if *q.answer == "" {
			if err := a.ask(in, q, i+1, len(questions)); err != nil {
				return err
			}
		}
	}
	return nil
}

// asks reports whether somebody sits at the standard input.
func (a *app) asks() bool {
	f, ok := a.Stdin.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	if err != nil || info.Mode()&os.ModeCharDevice == 0 {
		return false
	}
	null, err := os.Stat(os.DevNull)
	return err != nil || !os.SameFile(info, null)
}

// ask asks until there is an answer that will do.
func (a *app) ask(in *bufio.Reader, q question, number, of int) error {
	for {
		fmt.Fprintf(a.Stderr, "%d/%d %s: ", number, of, a.Say(q.text))
		line, err := in.ReadString('\n')
		answer := strings.TrimSpace(line)
		switch {
		case answer == "" && q.optional && err == nil:
			return nil
		case answer != "" && (q.check == nil || q.check(answer) == nil):
			*q.answer = answer
			return nil
		case err == io.EOF:
			return a.Errorf("質問の途中で終わったため、何も作っていません。%s でも指定できます",
				"the questions were not all answered; nothing was made. %s gives the answer too", q.flag)
		case err != nil:
			return cannot(err)
		case answer == "":
			fmt.Fprintln(a.Stderr, a.Say(lang.Text{JA: "  何か書いて Enter を押してください。", EN: "  Please type an answer."}))
		default:
			fmt.Fprintf(a.Stderr, "  %s\n", q.check(answer))
		}
	}
}
