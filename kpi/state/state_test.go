package state

import (
	"slices"
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
			"つながっていない"},
		{"day 90, recurring work", "2025-06-29", trained, oneOff + recurring, setting.RetentionPhase,
			facts.Retained, Done, ""},
		{"day 91, recurring work", "2025-06-30", trained, oneOff + recurring, setting.After, facts.Retained, Done, ""},
		// Work on 1 June: 60 days later it is 31 July, day 122; the day after, inactive_after_days are over.
		{"day 122, idle for 60 days", "2025-07-31", trained, oneOff + recurring, setting.After, facts.Retained, Done, ""},
		{"day 123, idle for 61 days", "2025-08-01", trained, oneOff + recurring, setting.After, facts.Retained, Watch,
			"サイクルのあと、60日を超えて作業がない（最後の作業は 2025-06-01）"},
		{"idle without recurring work: watch, not late", "2025-07-31", trained, oneOff, setting.After, facts.FirstIncome,
			Watch,
			"最後の作業は 2025-04-21"},
		{"never at work, day 91", "2025-06-30", trained, "", setting.After, facts.TrainingCompleted, Watch, "作業の記録がない"},
		// Day 90 + 90 is 27 September.
		{"day 179", "2025-09-26", trained, oneOff + recurring, setting.After, facts.Retained, Watch, "最後の作業は 2025-06-01"},
		{"day 180: past", "2025-09-27", trained, oneOff + recurring, setting.After, facts.Retained, Past, "90日"},
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
		if s.Next.Empty() && s.Status != Past && !(s.Status == Exited && s.Participant.ExitReason.Known) {
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
2025-05-10 | P1 | S1
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
	// loses P2 and P5 (here, past day 60) and P3 (left, day 60 passed too): the largest.
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

// TestStatesScaleWithTheCycle: with a cycle of 90/90/90 day 24 of 30 is day 72 of 90, 45 is 135 and 75 is 225; a day
// that pilot.toml gives is taken as it stands.
func TestStatesScaleWithTheCycle(t *testing.T) {
	const cycle = "\n# pilot.toml\n[cycle]\ntraining = 90\nojt = 90\nretention = 90\n"
	const people = "\n## 参加者\n参加者ID | 開始日 | 研修修了日\n"
	const log = "\n## 作業ログ\n作業日 | 参加者ID | 時間 | 報酬 | 支払日\n"
	const untrained, trained = "P1 | 2025-04-01 |\n", "P1 | 2025-04-01 | 2025-04-20\n"
	const unpaid = "2025-11-01 | P1 | 1 | 1000 |\n"
	for _, tt := range []struct {
		asOf, toml, person, work string
		status                   Status
	}{
		{"2025-06-10", "", untrained, "", OnTrack},   // day 71
		{"2025-06-11", "", untrained, "", Watch},     // day 72
		{"2025-06-29", "", untrained, "", Late},      // day 90
		{"2025-08-12", "", trained, "", OnTrack},     // day 134
		{"2025-08-13", "", trained, "", Watch},       // day 135
		{"2025-09-27", "", trained, "", Late},        // day 180
		{"2025-11-10", "", trained, unpaid, OnTrack}, // day 224
		{"2025-11-11", "", trained, unpaid, Watch},   // day 225
		{"2025-06-11", "[thresholds]\ntraining_watch_day = 80\n", untrained, "", OnTrack},
	} {
		w := kpi.NewWindow(cohorttest.Load(t, "as_of: "+tt.asOf+"\n"+cycle+tt.toml+people+tt.person+log+tt.work))
		if s := Of(w)[0]; s.Status != tt.status {
			t.Errorf("%s (day %d) %s: %s, want %s (%s)", tt.asOf, s.Day, tt.toml, s.Status, tt.status, s.Reason.JA)
		}
	}
}

// TestOneFunctionForAllLists: whoever is past or has left is neither called nor idle; the newest lateness comes first;
// an entry of the support log of the last 14 days stands beside the call.
func TestOneFunctionForAllLists(t *testing.T) {
	w := kpi.NewWindow(cohorttest.Load(t, `as_of: 2026-03-31

## 参加者
参加者ID | 開始日 | 研修修了日 | 離脱日
late-long | 2026-01-10 | |
late-new | 2026-02-15 | |
watch | 2026-03-05 | |
left | 2026-01-10 | | 2026-02-01
past | 2025-06-01 | 2025-06-20 |
idle | 2025-11-01 | 2025-11-20 |

## 作業ログ
作業日 | 参加者ID | 時間
2026-02-20 | late-long | 1
2025-06-25 | past | 1
2025-12-15 | idle | 1

## 伴走記録
日付 | 担当者 | 参加者ID | 時間 | 役割
2026-03-16 | 森 | late-new | 1 | 伴走
2026-03-17 | 森 | watch | 1 | 伴走
2026-03-24 | 森 | watch | 1 | 伴走
`))
	// Training is late from day 30: 8 February for late-long, 16 March for late-new. Idle's cycle ended on 29 January
	// and the work of 15 December is 106 days old. 18 to 31 March are the last 14 days.
	var calls, idle []string
	for _, s := range Calls(Of(w)) {
		call := s.Participant.ID.Value
		if s.Contact != nil {
			call += " " + s.Contact.Date.Value.String()
		}
		calls = append(calls, call)
	}
	for _, s := range Idle(Of(w), 30) {
		idle = append(idle, s.Participant.ID.Value)
	}
	if want := []string{"late-new", "late-long", "watch 2026-03-24", "idle"}; !slices.Equal(calls, want) {
		t.Errorf("calls %q, want %q", calls, want)
	}
	if want := []string{"late-long", "idle"}; !slices.Equal(idle, want) {
		t.Errorf("idle %q, want %q", idle, want)
	}
}

// TestLeakIsNoLoop: a loss of one is said as such, and so is a tie. Who left before the time for a stage has come is
// not
// lost at it.
func TestLeakIsNoLoop(t *testing.T) {
	const people = "\n## 参加者\n参加者ID | 開始日 | 研修修了日 | 離脱日\n"
	const log = "\n## 作業ログ\n作業日 | 参加者ID\n2025-05-10 | P1\n"
	const one = "P1 | 2025-04-01 | 2025-04-20 |\nP2 | 2025-04-01 | |\n"
	for _, tt := range []struct{ name, asOf, people, want string }{
		{"one of two", "2025-05-15", one, "2人のうち1人が止まっています。1人では"},
		{"one and one", "2025-06-10", one + "P3 | 2025-04-01 | 2025-04-20 |\n", "止まっているところは2つで、1人ずつ："},
		{"left on day 10, day 20 now", "2025-04-20", "P1 | 2025-04-01 | 2025-04-20 |\nP2 | 2025-04-01 | | 2025-04-10\n", ""},
		{"two of three", "2025-05-15", one + "P3 | 2025-04-01 | |\n", "最も多く止まっています：3人のうち2人"},
	} {
		l := FindAttrition(kpi.NewWindow(cohorttest.Load(t, "as_of: "+tt.asOf+"\n"+people+tt.people+log)))
		switch {
		case (l == nil) != (tt.want == "") || l != nil && !strings.Contains(l.Text.JA, tt.want):
			t.Errorf("%s: %+v, want %q", tt.name, l, tt.want)
		case l != nil && l.Loop() != (tt.name == "two of three"):
			t.Errorf("%s: loop %v", tt.name, l.Loop())
		}
	}
}
