package setting

// WordKeys are, for each edition, the passages that an officer may word: [words.council] conclusion = "…". A text takes
// the place of the sentences that are made from the figures; where those are several, each line is one.
var WordKeys = map[string][]string{
	"council":  {"title", "conclusion", "failures", "next", "questions"},
	"public":   {"lead", "money", "learned"},
	"overview": {"title", "summary"},
	"grant":    {"title"},
}

// words reads the officer's own sentences by edition and passage; one of blanks alone is none.
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
		}
		own.done()
	}
	all.done()
}
