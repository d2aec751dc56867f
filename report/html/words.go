package html

import "pilot90/report/content"

// words are what the page adds to the texts of content, in the edition's language.
type words struct {
	Skip, Contents, Twin string
	good, watch, bad     string

	Figure, Result, Target, Bar, Verdict, Basis string // of figures against their targets
}

func wordsOf(lang string) words {
	if language(lang) == "en" {
		return words{
			Skip: "Skip to content", Contents: "Contents", Twin: "Show as a table (same numbers as the chart)",
			good: "good", watch: "watch", bad: "needs action",
			Figure: "Figure", Result: "Result", Target: "Target", Bar: "Thick line: target", Verdict: "Verdict", Basis: "Basis",
		}
	}
	return words{
		Skip: "本文へ移動", Contents: "目次", Twin: "表で見る（グラフと同じ数値）",
		good: "良好", watch: "注意", bad: "要対応",
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
	watchSign = "M8 1.5 15.5 15H.5Zm0 3.4L3.4 13.3h9.2Z"
	badSign   = "M8 1 15.8 15H.2Zm-.9 4.6v4.6h1.8V5.6Zm0 5.8v1.8h1.8v-1.8Z"
)

func toneOf(t content.Tone, w words) tone {
	switch t {
	case content.Good:
		return tone{Class: "good", Word: w.good, Sign: goodSign}
	case content.Watch:
		return tone{Class: "watch", Word: w.watch, Sign: watchSign}
	case content.Bad:
		return tone{Class: "bad", Word: w.bad, Sign: badSign}
	case content.Note:
		return tone{Class: "note"}
	}
	return tone{Class: "plain"}
}
