package chart

// words are what a drawing adds to the texts of content, in the edition's language.
type words struct {
	noData, actual, target, today, interval, censored, atRisk string
	work, trained, delivered, income, recurring, exit         string
	training, ojt, retention, exited                          string
	late, watchful, day                                       string
	figure, result, tick, verdict, basis                      string
}

var japanese = words{
	noData: "データなし", actual: "実績", target: "目標", today: "基準日", interval: "95％信頼区間",
	censored: "継続中（ここまで観察）", atRisk: "観察中の数",
	work: "作業", trained: "研修修了", delivered: "納品", income: "初収入", recurring: "定期案件", exit: "離脱",
	training: "研修", ojt: "OJT", retention: "定着", exited: "離脱後",
	late: "遅れ", watchful: "注意", day: "日目",
	figure: "指標", result: "結果", tick: "太い縦線が目標", verdict: "判定", basis: "もと",
}

var english = words{
	noData: "no data", actual: "actual", target: "target", today: "as-of date", interval: "95% interval",
	censored: "still running (observed so far)", atRisk: "observed",
	work: "work", trained: "training completed", delivered: "delivery", income: "first income",
	recurring: "recurring work", exit: "exit",
	training: "training", ojt: "OJT", retention: "retention", exited: "after exit",
	late: "late", watchful: "watch", day: "",
	figure: "Figure", result: "Result", tick: "thick line: target", verdict: "Verdict", basis: "Basis",
}

func wordsOf(lang string) words {
	if lang == "en" {
		return english
	}
	return japanese
}
