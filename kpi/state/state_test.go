package state

import (
	"strings"
	"testing"

	"pilot90/cohort/cohorttest"
	"pilot90/cohort/setting"
	"pilot90/kpi"
	"pilot90/kpi/facts"
)

func TestStates(t *testing.T) {
	// All start on 2025-04-01, so the day of the cycle follows from the as-of date: day 24 is
	// 24 April, 30 is 30 April, 45 is 15 May, 60 is 30 May, 75 is 14 June, 90 is 29 June. Limits
	// are the defaults: training 24/30, first task 45/60, first income 75/90.
	const people = "## 参加者\n参加者ID | 開始日 | 研修修了日 | 離脱日 | 離脱理由\n"
	const work = "## 案件\n案件ID | 発注者ID | 種別 | 開始日\nC1 | A | 定期 | 2025-04-01\nS1 | A | 単発 | 2025-04-01\n" +
		"## 作業ログ\n作業日 | 参加者ID | 案件ID | 時間 | 報酬 | 納品日 | 支払日\n"
	const trained, untrained = "P1 | 2025-04-01 | 2025-04-20 | |\n", "P1 | 2025-04-01 | | |\n"
	const oneOff = "2025-04-21 | P1 | S1 | 1 | 1000 | 2025-04-22 | 2025-04-23\n"
	const recurring = "2025-06-01 | P1 | C1 | 1 | 1000 | 2025-06-02 | 2025-06-03\n"
	tests := []struct {
		name, asOf, person, tasks string
		phase                     setting.Phase
		reached                   facts.Stage
		status                    Status
		reason                    string // is in the Japanese reason
	}{
		{"day 23, no training yet", "2025-04-23", untrained, "", setting.TrainingPhase, facts.Enrolled, OnTrack, ""},
		{"day 24, no training yet", "2025-04-24", untrained, "", setting.TrainingPhase, facts.Enrolled, Watch,
			"24日目で研修が未修了（目安 30日目まで）"},
		{"day 30, no training yet", "2025-04-30", untrained, "", setting.TrainingPhase, facts.Enrolled, Late, "30日目で研修が未修了"},
		{"day 31, trained", "2025-05-01", trained, "", setting.OJTPhase, facts.TrainingCompleted, OnTrack, ""},
		{"day 44, no task", "2025-05-14", trained, "", setting.OJTPhase, facts.TrainingCompleted, OnTrack, ""},
		{"day 45, no task", "2025-05-15", trained, "", setting.OJTPhase,
			facts.TrainingCompleted, Watch, "45日目で作業の記録がない（目安 60日目まで）"},
		{"day 60, no task", "2025-05-30", trained, "", setting.OJTPhase, facts.TrainingCompleted, Late, "作業の記録がない"},
		{"day 75, no task: late; the income is only to watch", "2025-06-14", trained, "", setting.RetentionPhase,
			facts.TrainingCompleted, Late, "作業の記録がない"},
		{"day 60, working untrained: the training is late", "2025-05-30", untrained, oneOff, setting.OJTPhase,
			facts.FirstIncome, Late, "研修が未修了"},
		{"day 75, unpaid", "2025-06-14", trained, "2025-05-01 | P1 | S1 | 1 | 1000 | 2025-05-02 |\n", setting.RetentionPhase,
			facts.FirstDelivery, Watch, "初収入がまだない"},
		{"day 90, unpaid", "2025-06-29", trained, "2025-05-01 | P1 | S1 | 1 | 1000 | 2025-05-02 |\n", setting.RetentionPhase,
			facts.FirstDelivery, Late, "初収入がまだない"},
		{"day 89, paid once", "2025-06-28", trained, oneOff, setting.RetentionPhase, facts.FirstIncome, OnTrack, ""},
		{"day 90, no recurring work", "2025-06-29", trained, oneOff, setting.RetentionPhase, facts.FirstIncome, Late,
			"宙ぶらりん"},
		{"day 90, recurring work", "2025-06-29", trained, oneOff + recurring, setting.RetentionPhase,
			facts.Retained, Done, ""},
		{"day 91, recurring work", "2025-06-30", trained, oneOff + recurring, setting.After, facts.Retained, Done, ""},
		{"left, with a reason", "2025-06-30", "P1 | 2025-04-01 | | 2025-04-10 | 家庭の事情\n", "", setting.After,
			facts.Enrolled, Exited, "10日目に離脱：家庭の事情"},
		{"left, without a reason", "2025-06-30", "P1 | 2025-04-01 | | 2025-04-10 |\n", "", setting.After,
			facts.Enrolled, Exited, "理由の記録なし"},
		{"day 75, paid tomorrow", "2025-06-14", trained, "2025-05-01 | P1 | S1 | 1 | 1000 | 2025-05-02 | 2025-06-15\n",
			setting.RetentionPhase, facts.FirstDelivery, Watch, "初収入がまだない"},
		{"day 75, paid today", "2025-06-14", trained, "2025-05-01 | P1 | S1 | 1 | 1000 | 2025-05-02 | 2025-06-14\n",
			setting.RetentionPhase, facts.FirstIncome, OnTrack, ""},
		{"leaves today", "2025-04-10", "P1 | 2025-04-01 | | 2025-04-10 |\n", "", setting.TrainingPhase, facts.Enrolled,
			Exited,
			"10日目に離脱"},
		{"leaves tomorrow", "2025-04-09", "P1 | 2025-04-01 | | 2025-04-10 |\n", "", setting.TrainingPhase,
			facts.Enrolled, OnTrack, ""},
	}
	for _, tt := range tests {
		w := kpi.NewWindow(cohorttest.Load(t, "as_of: "+tt.asOf+"\n"+people+tt.person+work+tt.tasks))
		states := Of(w)
		if len(states) != 1 {
			t.Fatalf("%s: %d states", tt.name, len(states))
		}
		s := states[0]
		if s.Phase != tt.phase || s.Reached != tt.reached || s.Status != tt.status ||
			!strings.Contains(s.Reason.JA, tt.reason) || s.Reason.Empty() != (tt.reason == "") {
			t.Errorf("%s: got phase %d, reached %s, %s, %q", tt.name, s.Phase, s.Reached, s.Status, s.Reason.JA)
		}
		if s.Next.Empty() && !(s.Status == Exited && s.Participant.ExitReason.Known) {
			t.Errorf("%s: no next step", tt.name)
		}
	}
}

func TestStateHoldsNothingUnknownAgainstAnybody(t *testing.T) {
	// Day 91 by a ledger that has neither a place for training nor pay: only the missing
	// recurring work can be seen.
	w := kpi.NewWindow(cohorttest.Load(t, `
as_of: 2025-06-30
## 参加者
参加者ID | 開始日
P1 | 2025-04-01
## 案件
案件ID | 発注者ID | 種別 | 開始日
S1 | A | 単発 | 2025-04-01
## 作業ログ
作業日 | 参加者ID | 案件ID
2025-04-10 | P1 | S1
`))
	if s := Of(w)[0]; s.Status != Late || s.Reason != limbo {
		t.Errorf("got %s, %q", s.Status, s.Reason.JA)
	}
}

// flowLedger holds six people on 2025-06-30, five of whom started on 2025-04-01 (day 91).
const flowLedger = `
as_of: 2025-06-30
## 参加者
参加者ID | 開始日 | 研修修了日 | 離脱日
P1 | 2025-04-01 | 2025-04-20 |
P2 | 2025-04-01 | 2025-04-20 |
P3 | 2025-04-01 | 2025-04-20 | 2025-05-10
P4 | 2025-04-01 | | 2025-04-30
P5 | 2025-04-01 | 2025-04-20 |
P6 | 2025-06-20 | |
P7 | 2025-07-01 | |
## 案件
案件ID | 発注者ID | 種別 | 開始日
C1 | A | 定期 | 2025-04-01
## 作業ログ
作業日 | 参加者ID | 案件ID | 時間 | 報酬 | 納品日 | 支払日
2025-06-10 | P1 | C1 | 1 | 1000 | 2025-06-11 | 2025-06-20
`

func TestBuildFunnel(t *testing.T) {
	f := BuildFunnel(kpi.NewWindow(cohorttest.Load(t, flowLedger)))
	// P7 starts after the as-of date. Trained: P1, P2, P3, P5. Everything else: P1 alone.
	want := map[facts.Stage]int{facts.Enrolled: 6, facts.TrainingCompleted: 4, facts.OJTStarted: 1,
		facts.FirstDelivery: 1, facts.FirstIncome: 1, facts.RecurringWork: 1, facts.Retained: 1}
	for _, s := range f.Stages {
		if s.Count == nil || *s.Count != want[s.Stage] {
			t.Errorf("%s: got %v (%s), want %d", s.Stage, s.Count, s.Reason.JA, want[s.Stage])
		}
	}
	// P4 left on day 30, in training; P3 on day 40, in OJT; P6 is on day 11; P1, P2 and P5 are
	// past day 90.
	flows := [][4]int{{6, 4, 1, 1}, {4, 3, 1, 0}, {3, 3, 0, 0}, {3, 0, 0, 3}} // entered, moved on, left, now
	for i, p := range f.Phases {
		if got := [4]int{p.Entered, p.MovedOn, p.Left, p.Now}; got != flows[i] {
			t.Errorf("phase %s: got %v, want %v", p.Title.EN, got, flows[i])
		}
	}
	if !f.Refused.Empty() {
		t.Errorf("refused: %s", f.Refused.JA)
	}
}

func TestFunnelStageWithoutItsColumnIsAReason(t *testing.T) {
	f := BuildFunnel(kpi.NewWindow(cohorttest.Load(t,
		"## 参加者\n参加者ID | 開始日\nP1 | 2025-04-01\n## 作業ログ\n作業日 | 参加者ID\n2025-04-10 | P1\n")))
	known := map[facts.Stage]int{facts.Enrolled: 1, facts.OJTStarted: 1, facts.Retained: 0}
	for _, s := range f.Stages {
		n, ok := known[s.Stage]
		switch {
		case ok && (s.Count == nil || *s.Count != n):
			t.Errorf("%s: got %v, want %d", s.Stage, s.Count, n)
		case !ok && (s.Count != nil || s.Reason.Empty()):
			t.Errorf("%s: got %v, want a reason", s.Stage, s.Count)
		}
	}
}

func TestFindLeak(t *testing.T) {
	l := FindAttrition(kpi.NewWindow(cohorttest.Load(t, flowLedger)))
	// Enrolled → trained loses P4 (left); P6 is on day 11 and within time. Trained → first task
	// loses P2 and P5 (here, past day 60) and P3 (left): the largest.
	if l == nil || l.From != facts.TrainingCompleted || l.To != facts.OJTStarted || l.Reached != 4 || l.Lost != 3 {
		t.Fatalf("got %+v", l)
	}
	if len(l.Stuck) != 2 || l.Stuck[0].ID.Value != "P2" || l.Stuck[1].ID.Value != "P5" || len(l.Exited) != 1 ||
		l.Exited[0].ID.Value != "P3" {
		t.Errorf("stuck %d, exited %d", len(l.Stuck), len(l.Exited))
	}
	early := strings.Replace(flowLedger, "2025-06-30", "2025-04-10", 1) // day 10: nobody is lost yet
	if l := FindAttrition(kpi.NewWindow(cohorttest.Load(t, early))); l != nil {
		t.Errorf("on day 10: got %s", l.Text.JA)
	}
}

func TestWindowIgnoresWhatLiesAhead(t *testing.T) {
	w := kpi.NewWindow(cohorttest.Load(t, flowLedger+"2025-07-02 | P1 | C1 | 1 | 1000 | |\n"))
	// P7 (starts 1 July) and the task of 2 July.
	if w.Ignored != 2 || len(w.Participants) != 6 || len(w.Tasks) != 1 {
		t.Errorf("ignored %d, participants %d, tasks %d; want 2, 6, 1", w.Ignored, len(w.Participants), len(w.Tasks))
	}
}
