package catalog

import "pilot90/cohort/lang"

// Where the figures come from.
var (
	originHeadline  = lang.Text{JA: "事業の主要3指標（定期案件の割合・平均継続月数・初めて収入を得た住民）", EN: "the pilot's three headline figures"}
	originCompanion = lang.Text{JA: "主要3指標を確かめるための補助指標", EN: "companion of the headline figures"}
	originCycle     = lang.Text{JA: "30/30/30 サイクル（研修・OJT・定着）", EN: "the 30/30/30 cycle (training, OJT, retention)"}
	originRule      = lang.Text{JA: "10-10-10 ルール（候補者10人・10時間のミニタスク・10案件）",
		EN: "the 10-10-10 rule (10 candidates, 10-hour mini tasks, 10 projects)"}
	originChecklist = lang.Text{JA: "点検項目（自動判定）", EN: "the computed checklist"}
)

// Reasons that several figures give.
var (
	noActiveContract = lang.Text{JA: "対象期間に実施中の案件がありません", EN: "no contract is active in the period"}
	noCompleteCycle  = lang.Text{JA: "対象期間にサイクルを終えた参加者がいません",
		EN: "no participant's cycle came to its end in the period"}
	noParticipant = lang.Text{JA: "基準日までに開始した参加者がいません", EN: "no participant has started by the as-of date"}
	noOpenPeriod  = lang.Text{JA: "対象期間がまだ始まっていません", EN: "the period has not begun by the as-of date"}
)
