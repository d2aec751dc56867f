package main

import (
	"fmt"
	"os"
	"path/filepath"
	"time"
)

// metric is a value that a town enters by hand: sales of a shop, reactions to posts.
type metric struct {
	date  time.Time
	name  string
	value int
	unit  string
}

func (m metric) row() []any { return []any{m.date, m.name, m.value, m.unit} }

// writeBook writes a ledger as one workbook of the template's sheets, those that the facts have, and its pilot.toml.
func writeBook(dir, toml string, f facts) error {
	b, err := newBook()
	if err != nil {
		return err
	}
	b.table("参加者", participantHeads, rows(f.participants, participant.row))
	b.table("研修", []any{"日付", "参加者ID", "講座名", "時間", "修了"}, rows(f.trainings, training.row))
	b.table("発注者", clientHeads, rows(f.clients, client.row))
	b.table("案件", contractHeads, rows(f.contracts, contract.row))
	b.table("作業ログ", taskHeads, rows(f.tasks, task.row))
	b.table("伴走記録", []any{"日付", "担当", "参加者ID", "時間", "役割"}, rows(f.support, support.row))
	b.table("満足度", []any{"日付", "回答者区分", "点数"}, rows(f.surveys, survey.row))
	b.table("予算", []any{"費目", "区分", "財源", "予算額", "執行額", "日付"}, rows(f.budget, budgetLine.row))
	if len(f.metrics) > 0 {
		b.table("実績値", []any{"年月日", "指標", "値", "単位"}, rows(f.metrics, metric.row))
	}
	if err := b.save(filepath.Join(dir, "台帳.xlsx")); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, "pilot.toml"), []byte(toml), 0o644)
}

// member is a participant in one line: who, since when, trained when (0 = not yet) and what came of it.
type member struct {
	name, gender      string
	age               int
	situation         string
	start, trained    int
	exit              int
	outcome, why, aim string // 進路, 離脱理由, 役割
}

// membersOf makes participants of lines, numbered from 1 with the letter.
func membersOf(letter, cohort string, first int, members []member) []participant {
	var out []participant
	for i, m := range members {
		p := participant{id: fmt.Sprintf("%s%02d", letter, first+i), cohort: cohort, name: m.name, gender: m.gender,
			ageBand: m.age, residence: "住民", situations: m.situation, start: day(m.start), trained: day(m.trained),
			exit: day(m.exit), exitReason: m.why, role: m.aim, outcome: m.outcome,
			nda: day(m.start).AddDate(0, 0, 14), security: day(m.trained)}
		if p.role == "リーダー" {
			p.roleDate = p.start.AddDate(0, 6, 0)
		}
		out = append(out, p)
	}
	return out
}

// weekly is a round of calls each week of a year that began on a Monday, two hours each.
func weekly(from, to int, staff string, ids []string) []support {
	var out []support
	for n, d := 0, day(from); !d.After(day(to)); n, d = n+1, d.AddDate(0, 0, 7) {
		out = append(out, support{date: d, staff: staff, participant: ids[n%len(ids)], minutes: 120, kind: "伴走"},
			support{date: d.AddDate(0, 0, 2), staff: staff, minutes: 90, kind: "段取り"})
	}
	return out
}
