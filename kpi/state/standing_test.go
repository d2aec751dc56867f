package state

import (
	"fmt"
	"testing"

	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
)

// TestStanding: what presses most is said, in the order of the ranks. active_window_days is 30; pay is old from day 31.
func TestStanding(t *testing.T) {
	day := func(cell.Day) string { return "6/30" }
	yen := func(v float64) string { return fmt.Sprintf("%.0f円", v) }
	worked := func(s Status, idle int) State {
		return State{Status: s, Idle: idle, Last: &record.Task{}, Next: lang.Say("次", "next")}
	}
	never := func(s Status) State { return State{Status: s, Next: lang.Say("次", "next")} }
	due, pay := &record.Task{}, func(days int, over bool) []Waiting {
		return []Waiting{{Task: &record.Task{}, Pay: 500, Days: days, Over: over}}
	}
	due.Title.Value = "入力"
	for _, c := range []struct {
		name       string
		s          Standing
		rank       Rank
		word, step string
	}{
		{"late comes before all", Standing{State: worked(Late, 60), Overdue: due}, RankLate, "遅れ", "次"},
		{"watched and at work", Standing{State: worked(Watch, 29), Overdue: due}, RankWatch, "注意", "次"},
		{"watched and idle", Standing{State: worked(Watch, 30)}, RankIdle, "間があく", "次"},
		{"idle", Standing{State: worked(OnTrack, 30), Overdue: due}, RankIdle, "間があく", "次の作業を割り当てる"},
		{"overdue", Standing{State: worked(OnTrack, 29), Overdue: due, Waiting: pay(80, true)}, RankOverdue, "納期過ぎ",
			"入力（納期6/30）の納品を確かめる"},
		{"overdue without a title", Standing{State: worked(Done, 0), Overdue: &record.Task{}}, RankOverdue, "納期過ぎ",
			"作業（納期6/30）の納品を確かめる"},
		{"unpaid", Standing{State: worked(OnTrack, 0), Waiting: pay(61, true)}, RankUnpaid, "未払い", "6/30納品分 500円の支払いを確かめる"},
		{"waiting", Standing{State: worked(OnTrack, 0), Waiting: pay(31, false)}, RankWaiting, "動いている",
			"6/30納品分 500円の支払日を確かめる"},
		{"not yet waiting", Standing{State: worked(OnTrack, 0), Waiting: pay(30, false)}, RankWell, "動いている", "次"},
		{"done", Standing{State: worked(Done, 0)}, RankWell, "動いている", "いまの仕事を続ける"},
		{"without work yet", Standing{State: never(OnTrack)}, RankWell, "順調", "次"},
		{"past and at work", Standing{State: worked(Past, 29)}, RankWell, "動いている", "いまの仕事を続ける"},
		{"past", Standing{State: worked(Past, 30)}, RankPast, "伴走終了", "次"},
		{"past without work", Standing{State: never(Past)}, RankPast, "伴走終了", "次"},
		{"past and overdue", Standing{State: worked(Past, 30), Overdue: due}, RankOverdue, "納期過ぎ",
			"入力（納期6/30）の納品を確かめる"},
		{"past and pay is old", Standing{State: worked(Past, 30), Waiting: pay(31, false)}, RankWaiting, "動いている",
			"6/30納品分 500円の支払日を確かめる"},
		{"exited, whatever is owed", Standing{State: worked(Exited, 0), Overdue: due, Waiting: pay(80, true)}, RankExited,
			"離脱", "次"},
	} {
		c.s.Rank = c.s.rank(30)
		if word, step := c.s.Word().JA, c.s.Step(day, yen).JA; c.s.Rank != c.rank || word != c.word || step != c.step {
			t.Errorf("%s: %d %s %q, want %d %s %q", c.name, c.s.Rank, word, step, c.rank, c.word, c.step)
		}
	}
}
