package succession

import (
	"fmt"
	"maps"
	"slices"

	"pilot90/cmd/pilot90/terminal"
	"pilot90/cohort/blank"
	"pilot90/cohort/lang"
	"pilot90/cohort/schema"
)

// sayLine prints one line of what was done.
func sayLine(t *terminal.Terminal, ja, en string, values ...any) {
	fmt.Fprintln(t.Stdout, "  "+t.Say(lang.Sayf(ja, en, values...)))
}

// Say says line by line what goes along, and what does not.
func (s *Succession) Say(t *terminal.Terminal, form blank.Template) {
	s.SaySettings(t)
	n := map[schema.Key]int{}
	for _, key := range s.Tables(form) {
		for _, r := range s.old.Of(key) {
			if s.Keep(r) {
				n[key]++
			}
		}
	}
	people, contracts := len(s.old.Participants.Every()), len(s.old.Contracts.Every())
	sayLine(t, "参加者 %[1]d人（離脱した人と対応終了の人 %[2]d人は移していません）",
		"Participants: %[1]d (%[2]d who left or are closed were not taken over)", n[schema.Participants],
		people-n[schema.Participants])
	sayLine(t, "過去のテレワーク収入: %[1]d人を「○」にしました（%[2]s までに収入のあった人）",
		"Prior income: set for %[1]d who earned by %[2]s", len(s.Earned), s.clock.At())
	if form != blank.Simple {
		sayLine(t, "発注者 %d者", "Clients: %d", n[schema.Clients])
	}
	sayLine(t, "案件 %[1]d件（終わった案件 %[2]d件は移していません）", "Contracts: %[1]d (%[2]d that are over were not taken over)",
		n[schema.Contracts], contracts-n[schema.Contracts])
	if records := n[schema.Tasks] + n[schema.Trainings] + n[schema.Payments]; records > 0 {
		sayLine(t, "サイクルが終わって間もない人の記録と、%[4]d年度の日付の記録: 作業ログ %[1]d行、研修 %[2]d行、支払 %[3]d行",
			"Records of those whose cycle is not long over, and of fiscal %[4]d: tasks %[1]d, trainings %[2]d, payments %[3]d",
			n[schema.Tasks], n[schema.Trainings], n[schema.Payments], s.year)
	} else if form == blank.Simple {
		sayLine(t, "作業ログと支払は移していません（簡単なひな形）", "Log and payments were not taken over (the simple form)")
	}
	for _, key := range begunIn {
		if sheet := schema.ByKey(key).Sheet; n[key] > 0 {
			sayLine(t, "すでに書かれていた%[1]d年度の行: %[2]s %[3]d行", "Rows of fiscal %[1]d that were typed already: %[4]s %[3]d",
				s.year, sheet.JA, n[key], sheet.EN)
		}
	}
	if idle := blank.Idle(s.old); form == blank.Simple && idle > 0 {
		sayLine(t, "案件のない発注者 %d者は移していません（簡単なひな形では、発注者は案件のシートに書きます）",
			"%d clients without a contract were not taken over: in the simple form clients stand with their contracts", idle)
	}
}

// SaySettings says what became of the settings.
func (s *Succession) SaySettings(t *terminal.Terminal) {
	p := s.old.Pilot
	fmt.Fprintln(t.Stdout, t.Say(lang.Sayf("%d年度へ引き継ぎました:", "Taken over into fiscal %d:", s.year)))
	sayLine(t, "設定: 事業名、人口 %[1]d、モデル %[2]s、サイクル、しきい値、公開の決まり",
		"Settings: programme, population %[1]d, model %[2]s, cycle, thresholds, privacy", p.Program.Population,
		orNone(p.Program.Model))
	if home := s.Next.Home; home != 0 && len(p.Targets) > 0 {
		sayLine(t, "目標 %[1]d件は [targets.%[2]d] に移しました（%[3]d年度の目標は [targets] に書いてください）",
			"Targets: %[1]d moved into [targets.%[2]d]; write those of fiscal %[3]d under [targets]", len(p.Targets), home,
			s.year)
	}
	for _, year := range slices.Sorted(maps.Keys(p.YearTargets)) {
		sayLine(t, "%[1]d年度の目標 %[2]d件", "Targets of fiscal %[1]d: %[2]d", year, len(p.YearTargets[year]))
	}
	for g, grant := range p.Grants {
		values := 0
		for k := range grant.KPIs {
			values += len(s.Next.History[[2]int{g, k}])
		}
		sayLine(t, "交付金「%[1]s」: 指標 %[2]d件、これまでの実績 %[3]d件を history に書きました（%[4]s 時点）。実績額・外部評価・今後の方針は移していません",
			"Grant “%[1]s”: %[2]d indicators, %[3]d actuals up to %[4]s put into history; amount, outside opinion and next "+
				"step were not taken over", lang.Quote(grant.Name), len(grant.KPIs), values, s.clock.At())
	}
}

func orNone(s string) string {
	if s == "" {
		return "—"
	}
	return s
}
