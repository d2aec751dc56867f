package setting

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

// WordKeys are, for each edition, the passages that an officer may word: [words.council] conclusion = "…". A text takes
// the place of the sentences that are made from the figures; where those are several, each line is one.
var WordKeys = map[string][]string{
	"council":  {"title", "conclusion", "failures", "next", "questions"},
	"public":   {"lead", "money", "learned"},
	"overview": {"title", "summary"},
	"grant":    {"title"},
}

// words reads the officer's own sentences by edition and passage; one of blanks alone is none. They have a place beside
// the ledger, in the folder 文章, and those there go first; what stands here is still used, and told of.
func (s *section) words(p *Pilot) {
	all := s.sub("words")
	for _, edition := range []string{"council", "grant", "overview", "public"} {
		own := all.sub(edition)
		for _, key := range WordKeys[edition] {
			text := ""
			if own.str(key, &text); text == "" {
				continue
			}
			if p.Words[edition] == nil {
				p.Words[edition] = map[string]string{}
			}
			p.Words[edition][key] = text
			own.wordsMove(key)
		}
		own.done()
	}
	all.done()
}

// wordsMove tells where a sentence is to stand.
func (s *section) wordsMove(key string) {
	f := s.about(codeWordsMove, join(s.path, key),
		lang.Sayf("担当者の文章「%s」が pilot.toml にあります。いまはこのまま使います。",
			"the officer's own sentence %s stands in pilot.toml. It is used as it is.", key),
		lang.Say("pilot90 serve の「報告」でこの版を開き、その文の欄に貼り付けて保存してから、この行を消してください。台帳のフォルダーの「文章」に残り、コマンドでつくる報告書にも入ります。",
			"Open this edition under Reports of pilot90 serve, paste it at that sentence and save, then delete the line. It is "+
				"kept in the folder 文章 of the ledger, and stands in reports made by command too."))
	f.Severity = finding.Info
	s.findings = append(s.findings, f)
}
