package main

import (
	"cmp"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"
)

// writeOffice writes the same facts as a hub of ten people keeps them: names and no ids, a sheet a month with the day
// as a number and clock times for hours, and a list of what was paid to whom for which month.
func writeOffice(dir string, f facts) error {
	for _, write := range []func(string, facts) error{officeRoster, officeLog, officePayments, officeRest} {
		if err := write(dir, f); err != nil {
			return err
		}
	}
	return os.WriteFile(filepath.Join(dir, "pilot.toml"), []byte(pilotHead), 0o644)
}

// officeRoster: people by name; contracts by title, with the client's name, place and kind in the same row.
func officeRoster(dir string, f facts) error {
	b, err := newBook()
	if err != nil {
		return err
	}
	b.table("名簿", []any{"氏名", "期", "性別", "年代", "居住区分", "事情", "開始日", "研修修了日", "離脱日", "離脱理由", "過去のテレワーク収入", "役割", "役割就任日",
		"秘密保持契約日", "セキュリティ研修日", "進路"}, rows(f.participants, func(p participant) []any {
		row := p.row()
		return append([]any{p.name, p.cohort}, row[3:]...)
	}))
	clients := map[string]client{}
	for _, c := range f.clients {
		clients[c.id] = c
	}
	b.table("案件一覧", []any{"案件名", "発注者名", "所在", "発注者区分", "業務区分", "種別", "開始日", "終了日", "月額", "契約額", "受託形態", "切り出し元業務",
		"条件明示日",
		"終了予告日"}, rows(f.contracts, func(c contract) []any {
		of := clients[c.client]
		return append([]any{c.title, strings.Replace(of.name, "株式会社", "㈱", 1), of.region, of.sector}, c.row()[3:]...)
	}))
	return b.save(filepath.Join(dir, "名簿と案件.xlsx"))
}

// officeLog: one workbook, a sheet a month below a title, the day as a number, 開始 and 終了 for hours.
func officeLog(dir string, f facts) error {
	b, err := newBook()
	if err != nil {
		return err
	}
	clock := "h:mm"
	style := b.style(&excelize.Style{CustomNumFmt: &clock})
	byMonth := map[string][]task{}
	for _, t := range f.tasks {
		byMonth[t.date.Format("2006-01")] = append(byMonth[t.date.Format("2006-01")], t)
	}
	people, titles := f.names()
	for _, month := range slices.Sorted(maps.Keys(byMonth)) {
		first := byMonth[month][0].date
		s := fmt.Sprintf("%d月", first.Month())
		b.sheet(s)
		b.put(s, 1, 1, fmt.Sprintf("在宅ワーク作業記録　令和%d年%d月", first.Year()-2018, first.Month()), b.title)
		heads := []any{"日", "氏名", "案件", "内容", "開始", "終了", "休憩", "納品日", "納期", "Wチェック", "手戻り"}
		for c, h := range heads {
			b.put(s, 3, c+1, h, b.head)
		}
		for r, t := range byMonth[month] {
			start, end, rest := t.span(r)
			for c, v := range []any{t.date.Day(), people[t.participant], titles[t.contract], t.title, start, end, rest,
				t.delivered, t.due, yes(t.checked), yes(t.rework)} {
				b.put(s, r+4, c+1, v, map[bool]int{true: style}[c == 4 || c == 5 || c == 6])
			}
		}
		b.keep(b.SetColWidth(s, "A", "K", 12))
	}
	return b.save(filepath.Join(dir, "作業記録.xlsx"))
}

// names are the names of people and contracts by their ids.
func (f facts) names() (people, titles map[string]string) {
	people, titles = map[string]string{}, map[string]string{}
	for _, p := range f.participants {
		people[p.id] = p.name
	}
	for _, c := range f.contracts {
		titles[c.id] = c.title
	}
	return people, titles
}

// span is when a task began and ended and the rest between, as its row has them: times of the clock, now and then as
// text, and past midnight by the one who works at night. n tells the rows of a month apart.
func (t task) span(n int) (start, end, rest any) {
	at, pause := 9*60+30*(n%4), 0
	if t.participant == "P10" {
		at = 22*60 + 30
	}
	if t.minutes >= 240 {
		pause = 45
	}
	until := at + t.minutes + pause
	switch {
	case t.hoursText != "":
		end = "夕方まで"
	case until >= 24*60 && n%2 == 0:
		end = fmt.Sprintf("翌%d:%02d", until/60-24, until%60)
	case until >= 24*60:
		end = fmt.Sprintf("%d:%02d", until/60, until%60)
	case n%5 == 3:
		end = fmt.Sprintf("%d時%02d分", until/60, until%60)
	default:
		end = float64(until) / (24 * 60)
	}
	if pause > 0 {
		rest = float64(pause) / (24 * 60)
	}
	return float64(at) / (24 * 60), end, rest
}

// payment is what a person got on one day for one month of work; the zero day is not yet.
type payment struct {
	paid    time.Time
	person  string
	month   time.Time // its first day
	amount  int
	unclear bool // how long it took is not known, nor what it pays
}

// payments are the pay of the tasks by person, month of work and day of payment, in the order of the days; what is
// not paid yet comes last.
func (f facts) payments() []payment {
	var out []payment
	for _, t := range f.tasks {
		month := t.date.AddDate(0, 0, 1-t.date.Day())
		i := slices.IndexFunc(out, func(p payment) bool {
			return p.person == t.participant && p.month.Equal(month) && p.paid.Equal(t.paid) &&
				p.unclear == (t.hoursText != "")
		})
		if i < 0 {
			i = len(out)
			out = append(out, payment{paid: t.paid, person: t.participant, month: month, unclear: t.hoursText != ""})
		}
		out[i].amount += t.pay
	}
	slices.SortStableFunc(out, func(a, b payment) int {
		if a.paid.IsZero() != b.paid.IsZero() {
			return map[bool]int{true: 1, false: -1}[a.paid.IsZero()]
		}
		return cmp.Or(a.paid.Compare(b.paid), cmp.Compare(a.person, b.person), a.month.Compare(b.month))
	})
	return out
}

// officePayments: gross, withheld and net, below a title, with the sum at the end.
func officePayments(dir string, f facts) error {
	b, err := newBook()
	if err != nil {
		return err
	}
	const s = "支払一覧"
	people, _ := f.names()
	b.sheet(s)
	b.put(s, 1, 1, "令和7年度　謝金支払一覧", b.title)
	for c, h := range []any{"支払日", "氏名", "対象月", "支払額", "源泉徴収", "差引支給額"} {
		b.put(s, 3, c+1, h, b.head)
	}
	row, sum := 4, 0
	for _, p := range f.payments() {
		withheld := p.amount * 1021 / 10000
		values := []any{p.paid, people[p.person], fmt.Sprintf("%d年%d月分", p.month.Year(), p.month.Month()), p.amount, withheld,
			p.amount - withheld}
		if p.unclear {
			values = append(values[:3], "確認中")
		}
		for c, v := range values {
			b.put(s, row, c+1, v, 0)
		}
		sum += p.amount
		row++
	}
	b.put(s, row, 1, "合計", 0)
	b.put(s, row, 4, sum, 0)
	b.keep(b.SetColWidth(s, "A", "F", 13))
	return b.save(filepath.Join(dir, "支払.xlsx"))
}

// officeRest: training, support and the rest, by names.
func officeRest(dir string, f facts) error {
	b, err := newBook()
	if err != nil {
		return err
	}
	people, _ := f.names()
	b.table("研修", []any{"日付", "氏名", "講座名", "時間", "修了"}, rows(f.trainings, func(t training) []any {
		return []any{t.date, people[t.participant], t.course, t.hours, yes(t.completed)}
	}))
	b.table("伴走記録", []any{"日付", "担当", "参加者", "時間", "役割"}, rows(f.support, func(s support) []any {
		return []any{s.date, s.staff, people[s.participant], float64(s.minutes) / 60, s.kind}
	}))
	b.table("満足度", []any{"日付", "回答者区分", "点数"}, rows(f.surveys, survey.row))
	b.table("予算", []any{"費目", "区分", "財源", "予算額", "執行額", "日付"}, rows(f.budget, budgetLine.row))
	b.table("公開記録", []any{"日付", "タイトル", "対象"}, rows(f.publications, publication.row))
	return b.save(filepath.Join(dir, "研修・伴走・予算.xlsx"))
}
