package setting

import (
	"fmt"
	"slices"
	"strings"

	"pilot90/cohort/lang"
	"pilot90/cohort/schema"
)

// Privacy is [privacy]: what an edition that leaves the hub may show of persons.
type Privacy struct {
	Accountability string // show (default), range, hide: how the programme's own totals are shown
	SmallPilot     int    // 5: with fewer registered, only their number, contracts, budget and grant indicators are shown
	// CouncilIsPublic (true): what council and grant editions show will be in the public's hands too.
	CouncilIsPublic bool

	K             PerEdition // 3, 3, 5: persons; fewer are a small group
	AttributeBase PerEdition // 10, 10, 20: registered persons from which attributes are broken down
	Sensitive     []string   // situations, by their keys, that stay in the hub
	SensitiveShow []string   // those of Sensitive that may be shown all the same, from 50 registered on

	PayContributors PerEdition // 4, 4, 5: persons behind an amount
	PayP            float64    // 15 percent: how near the second largest contributor may come to the largest
	PayTop2         float64    // 0.85: the largest share of the two largest contributors
	PayRound        int        // 1000 yen
	RecordsMin      int        // 10 person-months behind a median or a mean
	ScoresMin       int        // 5 answers behind a mean score
}

// PerEdition is a number for each edition that leaves the hub; it never falls from grant to public.
type PerEdition struct{ Grant, Council, Public int }

// Of returns the number of an edition; one of no known name has that of the public one.
func (n PerEdition) Of(edition string) int {
	switch edition {
	case "grant":
		return n.Grant
	case "council":
		return n.Council
	}
	return n.Public
}

func defaultPrivacy() Privacy {
	return Privacy{
		Accountability: "show", SmallPilot: 5, CouncilIsPublic: true,
		K: PerEdition{3, 3, 5}, AttributeBase: PerEdition{10, 10, 20},
		Sensitive:       []string{"disability", "single_parent", "job_seeking", "care"},
		PayContributors: PerEdition{4, 4, 5}, PayP: 15, PayTop2: 0.85, PayRound: 1000,
		RecordsMin: 10, ScoresMin: 5,
	}
}

// The least and the most that [privacy] may say: below the least an amount or a group is that of single persons.
const (
	leastGroup = 3
	leastBase  = 5
	maxGroup   = 1000
	maxRound   = 100_000 // yen
)

func (s *section) privacy(p *Privacy) {
	t := s.sub("privacy")
	t.oneOf("accountability", &p.Accountability, "show", "range", "hide")
	t.whole("small_pilot", &p.SmallPilot, leastGroup, maxGroup)
	t.yes("council_is_public", &p.CouncilIsPublic)
	t.perEdition("k", &p.K, leastGroup)
	t.perEdition("attribute_base", &p.AttributeBase, leastBase)
	t.perEdition("pay_contributors", &p.PayContributors, leastGroup)
	t.within("pay_p", &p.PayP, 5, 100)
	t.within("pay_top2", &p.PayTop2, 0.3, 0.95)
	t.whole("pay_round", &p.PayRound, 100, maxRound)
	t.whole("records_min", &p.RecordsMin, leastBase, maxGroup)
	t.whole("scores_min", &p.ScoresMin, leastBase, maxGroup)
	t.situations("sensitive", &p.Sensitive)
	t.situations("sensitive_show", &p.SensitiveShow)
	for _, key := range p.SensitiveShow {
		if !slices.Contains(p.Sensitive, key) {
			t.wrong("sensitive_show", key, "sensitive に挙げた事情", "situations that sensitive lists")
			p.SensitiveShow = nil
			break
		}
	}
	t.done()
}

// yes reads true or false.
func (s *section) yes(key string, to *bool) {
	v, ok := s.get(key)
	if !ok {
		return
	}
	b, isBool := v.(bool)
	if !isBool {
		s.wrong(key, v, "true か false（\" で囲まない）", "true or false, without quotes")
		return
	}
	*to = b
}

// perEdition reads { grant = …, council = …, public = … }; what is not named keeps its default. A number that
// would show more to the public than to the council, or to the council than to the ministry, is none.
func (s *section) perEdition(key string, to *PerEdition, least int) {
	v, ok := s.get(key)
	if !ok {
		return
	}
	values, isTable := v.(map[string]any)
	if !isTable {
		s.wrong(key, v, fmt.Sprintf("{ grant = %d, council = %d, public = %d } の形", to.Grant, to.Council, to.Public),
			fmt.Sprintf("{ grant = %d, council = %d, public = %d }", to.Grant, to.Council, to.Public))
		return
	}
	t := &section{tomlReader: s.tomlReader, path: join(s.path, key), values: values}
	read := *to
	t.whole("grant", &read.Grant, least, maxGroup)
	t.whole("council", &read.Council, least, maxGroup)
	t.whole("public", &read.Public, least, maxGroup)
	t.done()
	if read.Grant > read.Council || read.Council > read.Public {
		s.wrong(key, fmt.Sprintf("grant %d, council %d, public %d", read.Grant, read.Council, read.Public),
			"grant ≦ council ≦ public の順になる数（公表版ほど厳しく）", "numbers that do not fall from grant to council to public")
		return
	}
	*to = read
}

// situations reads situations by their keys or their Japanese words.
func (s *section) situations(key string, to *[]string) {
	if _, given := s.values[key]; !given {
		return
	}
	faults := len(s.findings)
	words := s.texts(key)
	if len(s.findings) > faults {
		return
	}
	var keys, known []string
	for _, c := range schema.ByKey(schema.Participants).Column("situations").Choices {
		known = append(known, c.Key)
		for _, w := range words {
			if w == c.Key || w == c.Heading.JA {
				keys = append(keys, c.Key)
			}
		}
	}
	if len(keys) < len(words) {
		s.wrong(key, strings.Join(words, ", "), strings.Join(known, ", ")+" の並び", "a list of: "+strings.Join(known, ", "))
		return
	}
	*to = keys
}

// moved reports a key that stands elsewhere now.
func (s *section) moved(key, where string) {
	if v, ok := s.get(key); ok {
		s.report(codeUnknownKey, join(s.path, key), v, lang.Sayf("「%s」はここには書きません。", "%s is not written here any more.", key),
			lang.Sayf("この行を消し、%s と書いてください。", "Delete the line and write %s.", where))
	}
}
