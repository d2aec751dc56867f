package week

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pilot90/cohort/cell"
	"pilot90/cohort/cohorttest"
	"pilot90/cohort/lang"
	"pilot90/kpi"
)

// ledger has one person for every state. As of 2025-09-01 (a Monday), of cycles begun on 06-01 (day 93) and 07-20
// (day 44: training is late from day 30).
const ledger = `as_of: 2025-09-01
from: 2025-04-01
to: 2026-03-31

## 参加者
参加者ID | 氏名 | 開始日 | 離脱日
P1 | 青木 | 2025-07-20 |
P2 | 石田 | 2025-06-01 |
P3 | 上田 | 2025-06-01 |
P4 | 江口 | 2025-06-01 | 2025-08-01
P5 | 大野 | 2025-06-01 |
P6 | 加藤 | 2025-06-01 |

## 研修
日付 | 参加者ID | 講座 | 修了
2025-06-10 | P2 | 基礎 | 修了
2025-06-10 | P3 | 基礎 | 修了
2025-06-10 | P5 | 基礎 | 修了
2025-06-10 | P6 | 基礎 | 修了

## 発注者
発注者ID | 名称
K1 | 甲社

## 案件
案件ID | 発注者ID | 種別 | 開始日 | 月額
A1 | K1 | 定期 | 2025-06-01 | 100000

## 作業ログ
作業日 | 参加者ID | 案件ID | 作業内容 | 時間 | 報酬 | 納期 | 納品日 | 支払日
2025-06-20 | P2 | A1 | 入力 | 2 | 2000 | 2025-06-30 | 2025-06-25 | 2025-07-10
2025-08-26 | P2 | A1 | 点検 | 6 | 3000 | 2025-08-30 | |
2025-06-20 | P3 | A1 | 投稿 | 1 | 1500 | 2025-06-30 | 2025-06-22 |
2025-08-27 | P3 | A1 | 校正 | 3 | 1000 | 2025-08-28 | 2025-08-28 | 2025-08-29
2025-06-20 | P5 | A1 | 写真 | 4 | 4000 | 2025-06-25 | 2025-06-22 | 2025-06-30
2025-08-28 | P6 | A1 | 文字 | 2 | 1800 | 2025-09-05 | 2025-08-28 | 2025-08-30
`

// build reads the ledger and a week before it.
func build(t *testing.T, l lang.Lang) Board {
	t.Helper()
	c, clock := cohorttest.Load(t, ledger)
	then := clock
	then.AsOf, then.To = clock.AsOf-7, clock.AsOf-7
	return Build(kpi.NewWindow(c, clock), kpi.NewWindow(c, then), l)
}

// TestTasks: each thing to do is a sentence, the pressing ones first, and leads to its cell. Delivered on 06-22 and not
// paid on 09-01 is 72 days with both ends, past 60 and past the end of the 2nd month (07-31).
func TestTasks(t *testing.T) {
	var got []string
	for _, task := range build(t, lang.JA).Tasks {
		got = append(got, fmt.Sprint(task.Level, " ", task.Title, "／", task.Detail, "／", task.At.Sheet, "!", task.At.Range))
	}
	want := []string{
		"act 青木さん：残りの研修の日程を本人と決める／44日目で研修が未修了（目安 30日目まで）／参加者!A2",
		"act 点検が納期を過ぎた／石田さん　納期8月30日　2日過ぎ／作業ログ!G3",
		"act 支払いの期限を過ぎた 1,500円を払う／上田さん　6月22日納品　72日／作業ログ!F4",
		"watch 大野さん：続ける意思を確かめ、次の作業か対応の終わりを決める／サイクルのあと、60日を超えて作業がない（最後の作業は 2025-06-20）／参加者!A6",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%q\nwant\n%q", got, want)
	}
}

// TestPayIsPressing: where the prefecture is known, who is paid less than its minimum wage for the hours is named,
// and so is what was paid too late. In 長野県 an hour is 998 yen (in force from 2024-10-01): 青木's 2 hours at 998 are
// not under it, 石田's 2,000 yen for 3 hours are under 2,994. 石田's task delivered on 06-01 and paid on 08-10 took 71
// days with both ends, past 60 and past the end of July; 青木's was paid on the 2nd day.
func TestPayIsPressing(t *testing.T) {
	const paid = `as_of: 2025-09-01
from: 2025-04-01
to: 2026-03-31

# pilot.toml
%s

## 参加者
参加者ID | 氏名 | 開始日
P1 | 青木 | 2025-06-01
P2 | 石田 | 2025-06-01

## 作業ログ
作業日 | 参加者ID | 時間 | 報酬 | 納品日 | 支払日
2025-06-01 | P1 | 2 | 1996 | 2025-06-01 | 2025-06-02
2025-06-01 | P2 | 3 | 2000 | 2025-06-01 | 2025-08-10
`
	low := "act 石田さん：時間と報酬を確かめ、単価を見直す／対象期間の報酬 2,000円が、最低賃金（参考）で計算した 2,994円を下回る／参加者!A3"
	late := "act 期限を過ぎて支払ったもの1件のわけを確かめ、支払いの進め方を見直す／いちばん新しいもの　石田さん　8月10日支払　納品から71日／作業ログ!F3"
	for settings, want := range map[string][]string{"[program]\nprefecture = \"長野県\"": {low, late}, "": {late}} {
		c, clock := cohorttest.Load(t, fmt.Sprintf(paid, settings))
		w := kpi.NewWindow(c, clock)
		var got []string
		for _, task := range Build(w, w, lang.JA).Tasks {
			if !strings.Contains(task.Title, "報酬") && !strings.Contains(task.Title, "支払") {
				continue // whom to call
			}
			got = append(got, fmt.Sprint(task.Level, " ", task.Title, "／", task.Detail, "／", task.At.Sheet, "!", task.At.Range))
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: got\n%q\nwant\n%q", settings, got, want)
		}
	}
}

// TestPeople: one row a person in the order of calls, with the state, the way that is behind, and the bars on one
// scale:
// the most in a week are 6 hours, so 3 hours are half as high.
func TestPeople(t *testing.T) {
	b := build(t, lang.JA)
	var got []string
	for _, p := range b.People {
		got = append(got, fmt.Sprint(p.Level, " ", p.Status, " ", p.Name, " ", p.Phase, " ", p.Last, " ", p.Idle, " ",
			p.Unpaid))
	}
	want := []string{
		"act 遅れ 青木 0  記録なし 0円",
		"watch 間があく 大野 3 6/20 73日前 0円",
		"watch 納期過ぎ 石田 3 8/26 6日前 0円",
		"watch 未払い 上田 3 8/27 5日前 1,500円",
		"fine 動いている 加藤 3 8/28 4日前 0円",
		"left 離脱 江口 0  記録なし 0円",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%q\nwant\n%q", got, want)
	}
	high := map[string]float64{}
	for _, p := range b.People {
		for _, bar := range p.Bars {
			high[p.Name] = max(high[p.Name], bar.Height)
		}
	}
	if high["石田"] != BarsHigh || high["上田"] != BarsHigh/2 {
		t.Errorf("bars %v", high)
	}
	if b.From != cell.NewDay(2025, 6, 9) { // 13 weeks with that of 09-01
		t.Errorf("from %s", b.From)
	}
}

// TestChanges: a week ago (08-25, day 86) nothing was overdue; 青木 was to be called for the training, 上田 and 加藤 who
// had no income yet. Now it is 青木 and 大野, idle for over 60 days after the cycle. The 7 days to 09-01 have 6 + 3 + 2
// hours, those to 08-25 none. The contract of 100,000 a month has run for 2 months and 25 of 31 days, then for 3 months
// and 1 of 30 days.
func TestChanges(t *testing.T) {
	want := []string{
		"act 納期を過ぎた作業 0件 1件",
		"fine 声をかける人 3人 2人",
		"watch 30日を過ぎた未払い 1件 1件",
		"watch 未払いの合計 1,500円 1,500円",
		"fine 1週間の作業時間 0.0時間 11.0時間",
		"fine 仕事の売上（累計） 280,645円 303,333円",
	}
	var got []string
	for _, c := range build(t, lang.JA).Changes {
		got = append(got, fmt.Sprint(c.Level, " ", c.Name, " ", c.Was, " ", c.Is))
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%q\nwant\n%q", got, want)
	}
}

// TestRecords: all that the ledger has of a person, the latest first, as typed; a row with an error says so.
func TestRecords(t *testing.T) {
	c, clock := cohorttest.Load(t, ledger+"2025-08-29 | P3 | A1 | 図 | たくさん | 500 | | |\n")
	var got []string
	for _, r := range RecordsOf(kpi.NewWindow(c, clock), c.Participants.Every()[2], lang.JA).Rows {
		got = append(got, fmt.Sprint(r.Day, " ", r.Kind, " ", r.Text, " ", r.Facts, " ", r.At.Range, " ", r.Out))
	}
	want := []string{
		"2025-08-29 作業ログ 図 [時間 たくさん 報酬 500] A8 true",
		"2025-08-27 作業ログ 校正 [時間 3 報酬 1000 納期 2025-08-28 納品 2025-08-28 支払 2025-08-29] A5 false",
		"2025-06-20 作業ログ 投稿 [時間 1 報酬 1500 納期 2025-06-30 納品 2025-06-22] A4 false",
		"2025-06-10 研修 基礎 [修了] A3 false",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%q\nwant\n%q", got, want)
	}
}

// TestEnglish: nothing Japanese is left in the English board but what the ledger says.
func TestEnglish(t *testing.T) {
	b := build(t, lang.EN)
	for _, p := range b.People {
		if p.PhaseText == "" || slices.ContainsFunc([]rune(p.Status+p.PhaseText+p.Idle),
			func(r rune) bool { return r > 0x3000 }) {
			t.Errorf("%q %q %q", p.Status, p.PhaseText, p.Idle)
		}
	}
}

// TestPaymentsByPerson: who waits for several payments is one thing to do, with the sum, and leads to the one that
// waits longest. Delivered on 06-02 and not paid on 08-31 is 91 days with both ends, 06-22 71; 07-01 is 62, and within
// its limit until the end of the next month. 上田 waits for 1,500 + 2,500 yen past the limit and for 700 + 800 that
// come up to it, 石田 for one.
func TestPaymentsByPerson(t *testing.T) {
	c, clock := cohorttest.Load(t, `as_of: 2025-08-31
from: 2025-04-01
to: 2026-03-31

## 参加者
参加者ID | 氏名 | 開始日
P2 | 石田 | 2025-06-01
P3 | 上田 | 2025-06-01

## 作業ログ
作業日 | 参加者ID | 時間 | 報酬 | 納品日 | 支払日
2025-06-20 | P3 | 1 | 1500 | 2025-06-22 |
2025-06-21 | P2 | 1 | 900 | 2025-06-22 |
2025-06-01 | P3 | 1 | 2500 | 2025-06-02 |
2025-07-01 | P3 | 1 | 700 | 2025-07-01 |
2025-07-01 | P3 | 1 | 800 | 2025-07-01 |
`)
	w := kpi.NewWindow(c, clock)
	for l, want := range map[lang.Lang][]string{
		lang.JA: {"act 支払いの期限を過ぎた2件、あわせて 4,000円を払う／上田さん　いちばん古いもの 6月2日納品　91日／作業ログ!D4",
			"act 支払いの期限を過ぎた 900円を払う／石田さん　6月22日納品　71日／作業ログ!D3",
			"watch 2件、あわせて 1,500円の支払日を確かめる（納品から60日を過ぎた）／上田さん　いちばん古いもの 7月1日納品　62日／作業ログ!D5"},
		lang.EN: {"act Pay 4,000 yen for 2 tasks, which are past their limit／上田, the oldest delivered 2 Jun, 91 days／作業ログ!D4",
			"act Pay 900 yen, which is past its limit／石田, delivered 22 Jun, 71 days／作業ログ!D3",
			"watch See when 1,500 yen for 2 tasks is paid (over 60 days after delivery)／上田, the oldest delivered 1 Jul, " +
				"62 days／作業ログ!D5"},
	} {
		var got []string
		for _, task := range Build(w, w, l).Tasks {
			if !task.Person {
				got = append(got, fmt.Sprint(task.Level, " ", task.Title, "／", task.Detail, "／", task.At.Sheet, "!", task.At.Range))
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("got\n%q\nwant\n%q", got, want)
		}
	}
}

// TestUnpaidForOver30Days: paid within 30 days, both ends counted, is what is recommended: 08-02 to 08-31 is 30 days,
// 08-01 to 08-31 is 31.
func TestUnpaidForOver30Days(t *testing.T) {
	c, clock := cohorttest.Load(t, `as_of: 2025-08-31
from: 2025-04-01
to: 2026-03-31

## 参加者
参加者ID | 開始日
P1 | 2025-06-01

## 作業ログ
作業日 | 参加者ID | 時間 | 報酬 | 納品日 | 支払日
2025-08-01 | P1 | 1 | 100 | 2025-08-02 |
2025-08-01 | P1 | 1 | 100 | 2025-08-01 |
`)
	w := kpi.NewWindow(c, clock)
	for _, change := range Build(w, w, lang.JA).Changes {
		if change.Name == "30日を過ぎた未払い" {
			if change.Is != "1件" {
				t.Errorf("%s", change.Is)
			}
			return
		}
	}
	t.Error("nothing is told of what is unpaid")
}
