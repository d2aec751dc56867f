package week

import (
	"pilot90/cohort/cell"
	"pilot90/kpi"
	"pilot90/kpi/state"
)

// judge gives a person the status, the next step and the place in the order of calls, as the hub's paper does.
func (b *board) judge(p *Person, s *state.Standing) {
	p.order, p.Level, p.Status = int(s.Rank), levelOf(s.Rank), s.Word().In(b.lang)
	p.Next = s.Step(func(d cell.Day) string { return b.short(d) },
		func(v float64) string { return b.amount(v, kpi.Yen) }).In(b.lang)
	if s.Rank == state.RankPast {
		p.Next = b.say("伴走は終わっています（"+s.Reason.JA+"）", "no longer accompanied: "+s.Reason.EN)
	}
}

// levelOf is how much a rank presses.
func levelOf(r state.Rank) Level {
	switch {
	case r == state.RankLate:
		return Act
	case r <= state.RankUnpaid:
		return Watch
	case r <= state.RankWell:
		return Fine
	}
	return Left
}
