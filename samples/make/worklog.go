package main

import (
	"cmp"
	"slices"
	"time"
)

// shift is a standing arrangement: one worker on one contract, one task a week (or every second
// week) between two dates.
type shift struct {
	worker, contract, title string
	from, to                int
	weekday                 time.Weekday
	every                   int // weeks
	minutes                 int // a typical task
	rate                    int // yen an hour
}

func shifts() []shift {
	const mon, tue, wed, thu, fri = time.Monday, time.Tuesday, time.Wednesday, time.Thursday, time.Friday
	return []shift{
		{"P01", "A02", "アンケート入力", 20250703, 20250815, thu, 1, 180, 1100},
		{"P01", "A01", "領収書の入力", 20250707, 20260330, mon, 1, 150, 1180},
		{"P01", "A04", "地図データ点検", 20250806, 20260325, wed, 1, 180, 1250},
		{"P02", "A02", "アンケート入力", 20250704, 20250822, fri, 1, 150, 1100},
		{"P02", "A03", "投稿文の作成", 20250722, 20260331, tue, 1, 120, 1150},
		{"P02", "A01", "月次の突き合わせ", 20250828, 20260326, thu, 2, 150, 1180},
		{"P03", "A02", "自由記述の分類", 20250708, 20250826, tue, 1, 120, 1100},
		{"P03", "A05", "商品写真の整理", 20250820, 20251224, wed, 1, 150, 1080},
		{"P03", "A08", "目次の入力", 20251110, 20260126, mon, 1, 180, 1100},
		{"P04", "A02", "アンケート入力", 20250709, 20250806, wed, 1, 120, 1100},
		{"P05", "A03", "写真の選定と返信", 20250724, 20260326, thu, 1, 120, 1150},
		{"P05", "A05", "商品説明の作成", 20250805, 20251230, tue, 1, 180, 1150},
		{"P05", "A06", "ちらしの組版", 20250905, 20250926, fri, 1, 180, 1300},
		{"P05", "A10", "会議録の整文", 20260109, 20260327, fri, 1, 210, 1300},
		{"P06", "A04", "地図データ点検", 20250811, 20260330, mon, 1, 180, 1250},
		{"P06", "A07", "サイトの更新", 20251106, 20260326, thu, 2, 120, 1150},
		{"P07", "A07", "商品ページの写真", 20251105, 20260325, wed, 2, 120, 1100},
		{"P07", "A08", "目次の入力", 20251107, 20260130, fri, 1, 150, 1100},
		{"P07", "A11", "申込フォームの作成", 20260206, 20260327, fri, 1, 150, 1200},
		{"P08", "A09", "名簿の点検", 20251118, 20251216, tue, 1, 150, 1100},
		{"P08", "A10", "会議録の整文", 20260107, 20260325, wed, 1, 180, 1300},
		{"P10", "A04", "点検手順の整備", 20251110, 20260323, mon, 2, 120, 2000},
		{"P10", "A10", "整文の最終確認", 20260115, 20260326, thu, 1, 120, 2000},
		{"P11", "A09", "名簿の入力", 20251119, 20251217, wed, 1, 180, 1080},
		{"P11", "A08", "目次の点検", 20251113, 20260129, thu, 1, 120, 1100},
		{"P11", "A01", "領収書の入力", 20260202, 20260330, mon, 1, 150, 1180},
	}
}

// worklog are the tasks of ten months, in order of date.
func worklog() []task { return mishaps(tasksOf(shifts())) }

// tasksOf are the tasks of the arrangements, in order of date.
func tasksOf(shifts []shift) []task {
	var out []task
	for i, s := range shifts {
		out = append(out, s.tasks(i)...)
	}
	slices.SortStableFunc(out, func(a, b task) int {
		return cmp.Or(a.date.Compare(b.date), cmp.Compare(a.participant, b.participant), cmp.Compare(a.contract, b.contract))
	})
	return out
}

// tasks walks the weeks of a shift; k varies length, delivery and checking from task to task.
func (s shift) tasks(k int) []task {
	first := day(s.from)
	for first.Weekday() != s.weekday {
		first = first.AddDate(0, 0, 1)
	}
	var out []task
	for n, d := 0, first; !d.After(day(s.to)); n, d = n+1, d.AddDate(0, 0, 7*s.every) {
		if holiday(d) {
			continue
		}
		mix := n*5 + k*3
		minutes := s.minutes + 15*([...]int{0, -2, 2, 1, -1, 0, 4}[mix%7])
		t := task{
			date: d, participant: s.worker, contract: s.contract, title: s.title,
			minutes: minutes, pay: minutes * s.rate / 60,
			delivered: d.AddDate(0, 0, mix%3), due: d.AddDate(0, 0, 3),
			checked: mix%13 != 5, rework: mix%17 == 4,
		}
		if mix%19 == 7 {
			t.delivered = d.AddDate(0, 0, 5) // after the due date
		}
		t.paid = payday(t.delivered, s.contract)
		out = append(out, t)
	}
	return out
}

func holiday(d time.Time) bool {
	return !d.Before(day(20250813)) && d.Before(day(20250816)) || !d.Before(day(20251229)) && d.Before(day(20260105))
}

// payday is the end of the month after delivery; the first mini tasks of each cohort (A02, A08,
// A09) were paid on the 10th and 20th so that nobody waits two months for a first income. What
// falls after the as-of date is not paid yet.
func payday(delivered time.Time, contract string) time.Time {
	y, m, d := delivered.Date()
	paid := time.Date(y, m+2, 0, 0, 0, 0, 0, time.UTC)
	switch contract {
	case "A02", "A08", "A09":
		paid = time.Date(y, m, 20, 0, 0, 0, 0, time.UTC)
		if d > 15 {
			paid = time.Date(y, m+1, 10, 0, 0, 0, 0, time.UTC)
		}
	}
	if paid.After(day(20260331)) {
		return time.Time{}
	}
	return paid
}

// mishaps puts in what goes wrong in every pilot: a batch paid a month late, one payment that
// was forgotten, a delivery that is still open, and hours noted in words.
func mishaps(tasks []task) []task {
	for i := range tasks {
		t := &tasks[i]
		switch {
		case t.contract == "A05" && t.date.Month() == time.October:
			t.paid = t.paid.AddDate(0, 0, 36) // the client paid late, and so did the hub
		case t.contract == "A03" && t.participant == "P02" && t.date.Equal(day(20251111)):
			t.paid = time.Time{}
		case t.contract == "A11" && t.date.Equal(day(20260327)):
			t.delivered, t.paid, t.checked = time.Time{}, time.Time{}, false
		case t.contract == "A07" && t.participant == "P06" && t.date.Equal(day(20260115)):
			t.hoursText = "二時間ぐらい"
		}
	}
	return tasks
}

// accompaniment is the hub's record: two staff, each week a round of calls, more of them in the
// first 90 days of a cohort.
func accompaniment() []support {
	kinds := []string{"伴走", "段取り", "伴走", "通訳", "伴走"}
	var out []support
	week := 0
	for d := day(20250602); !d.After(day(20260330)); d = d.AddDate(0, 0, 7) {
		for i := range 4 {
			mix := week*3 + i
			s := support{date: d.AddDate(0, 0, i), staff: [...]string{"森", "林"}[mix%2],
				minutes: 120 + 30*(mix%4), kind: kinds[mix%5]}
			if s.kind == "伴走" {
				s.participant = called(s.date, mix)
			}
			if !holiday(s.date) && !s.date.After(day(20260331)) {
				out = append(out, s)
			}
		}
		week++
	}
	return out
}

// called is whom the hub called: the first cohort until September, then both.
func called(d time.Time, mix int) string {
	ids := []string{"P01", "P02", "P03", "P05", "P06"}
	if !d.Before(day(20251001)) {
		ids = []string{"P07", "P09", "P01", "P08", "P12", "P10", "P11", "P03", "P09", "P12"}
	}
	return ids[mix%len(ids)]
}
