package html

import "pilot90/report/content"

// words are what the page adds to the texts of content, in the edition's language.
type words struct {
	Skip, Contents, Twin string
	Print, About         string
	Figures              string // the link to the figures as a file
	good, watch, bad     string
	away                 string

	Figure, Result, Target, Bar, Verdict, Basis string // of figures against their targets
}

func wordsOf(lang string) words {
	if language(lang) == "en" {
		return words{
			Skip: "Skip to content", Contents: "Contents", Twin: "Show as a table (same numbers as the chart)",
			Print: "Print", Figures: "The figures as a table (CSV)", About: "About this document",
			good: "good", watch: "watch", bad: "needs action", away: "not counted",
			Figure: "Figure", Result: "Result", Target: "Target", Bar: "Thick line: target", Verdict: "Verdict", Basis: "Basis",
		}
	}
	return words{
		Skip: "本文へ移動", Contents: "目次", Twin: "表で見る（グラフと同じ数値）", Print: "印刷する", Figures: "表のデータ（CSV）", About: "この文書について",
		good: "良好", watch: "注意", bad: "要対応", away: "対象外",
		Figure: "指標", Result: "結果", Target: "目標", Bar: "太い縦線が目標", Verdict: "判定", Basis: "もと",
	}
}

// tone is a state as class, word and sign: colour is never alone.
type tone struct {
	Class  string
	Word   string // "" for plain text and notes
	Sign   string // path of a 16 × 16 drawing
	Hidden bool   // the word is for screen readers only
}

const (
	goodSign  = "M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Zm-1.2 10.4L3.6 8.2l1.2-1.2 2 2 4.4-4.4 1.2 1.2Z"
	watchSign = "M8 1.5 15.5 15H.5Zm0 3.4L3.4 13.3h9.2ZM7.2 7.2h1.6v3H7.2Zm0 3.7h1.6v1.4H7.2Z"
	badSign   = "M1.5 1.5h13v13h-13Zm5.6 2.6v5.2h1.8V4.1Zm0 6.7v1.8h1.8v-1.8Z"
	awaySign  = "M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Zm0 1.6a5.4 5.4 0 1 1 0 10.8A5.4 5.4 0 0 1 8 2.6ZM4.8 7.2v1.6h6.4V7.2Z"
)

func toneOf(t content.Tone, w words) tone {
	switch t {
	case content.Good:
		return tone{Class: "good", Word: w.good, Sign: goodSign}
	case content.Watch:
		return tone{Class: "watch", Word: w.watch, Sign: watchSign}
	case content.Bad:
		return tone{Class: "bad", Word: w.bad, Sign: badSign}
	case content.Away:
		return tone{Class: "away", Word: w.away, Sign: awaySign}
	case content.Note:
		return tone{Class: "note"}
	}
	return tone{Class: "plain"}
}
