package record

import (
	"strings"

	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
	"pilot90/cohort/layout"
	"pilot90/cohort/pattern"
)

// roster finds participants by what people write for them: the id, the name, or both.
type roster struct {
	byID     map[string]*Participant
	byName   map[string]*Participant // by NameKey; nil for a name that two participants have
	byCohort map[twin]*Participant   // the same by name and cohort
}

// twin is a name in a cohort.
type twin struct{ name, cohort string }

// NewRoster indexes every row of the participants sheet; of rows with the same id the first
// counts.
func NewRoster(c *Tables) *roster {
	r := &roster{byID: firstWith(&c.Participants, ParticipantID), byName: map[string]*Participant{},
		byCohort: map[twin]*Participant{}}
	for _, p := range c.Participants.Every() {
		name := NameKey(p.Name.Value)
		if !p.Name.Known || name == "" || !p.ID.Known {
			continue
		}
		index(r.byName, name, p)
		if p.Cohort.Known {
			index(r.byCohort, twin{name, lang.Compact(p.Cohort.Value)}, p)
		}
	}
	return r
}

// index puts a participant under a key; nothing stands under one that two share.
func index[K comparable](m map[K]*Participant, key K, p *Participant) {
	if before, known := m[key]; known && (before == nil || before.ID.Value != p.ID.Value) {
		m[key] = nil
	} else if !known {
		m[key] = p
	}
}

// Ambiguous reports a name that more than one participant has.
func (r *roster) Ambiguous(text string) bool {
	p, known := r.byName[NameKey(text)]
	return known && p == nil
}

// betweenPeople parts the names of several people in one cell.
const betweenPeople = "、，,・/／＋+＆&;；\n"

// Several returns the participants that a text names, where it names two or more and nothing else.
func (r *roster) Several(text string) []*Participant {
	var all []*Participant
	for part := range strings.FieldsFuncSeq(text, func(c rune) bool { return strings.ContainsRune(betweenPeople, c) }) {
		p := r.person(strings.TrimSpace(part))
		if p == nil {
			return nil
		}
		all = append(all, p)
	}
	if len(all) < 2 {
		return nil
	}
	return all
}

// leftMark is what is written behind the name of somebody who has left, or pauses.
var leftMark = pattern.New(`[(\[【〔](退|退会|退会済み?|退所|退職|離脱|辞退|脱退|抹消|休|休会|休止|休職|休業中?)[)\]】〕]$`)

// SaysLeft reports a name with a mark behind it that says that the person has left or pauses: 小林由美（退）.
func SaysLeft(name string) bool { return leftMark.MatchString(lang.Compact(name)) }

// NameKey is a person's name as it is compared: without spaces, width, honorific and the mark of somebody who left.
func NameKey(name string) string {
	key := leftMark.ReplaceAllString(lang.Compact(name), "")
	for _, honorific := range []string{"様", "さん", "氏"} {
		if bare, ok := strings.CutSuffix(key, honorific); ok && bare != "" {
			return bare
		}
	}
	return key
}

// person returns the only participant that the text can mean, or nil. A text of two parts, such
// as P03 佐藤花子 or 佐藤花子（P03）, means one when both parts do.
func (r *roster) person(text string) *Participant {
	if p := r.one(text); p != nil {
		return p
	}
	for _, parts := range twoParts(spaced(text)) {
		if p := r.one(parts[0]); p != nil && p == r.one(parts[1]) {
			return p
		}
	}
	return nil
}

// one returns the participant whose id or whose name the text is.
func (r *roster) one(text string) *Participant {
	if id, _, fault := cell.ReadID(cell.Value{Kind: cell.Text, Text: text}); fault == nil {
		if p := r.byID[id]; p != nil {
			return p
		}
	}
	return r.byName[NameKey(text)]
}

// spaced puts a space where a bracket stands, so that 佐藤花子（P03） has two parts.
func spaced(text string) string {
	return strings.Join(strings.FieldsFunc(text, func(r rune) bool {
		return strings.ContainsRune("()（）[]［］【】 　\t\n", r)
	}), " ")
}

// twoParts cuts a text at its first and at its last space.
func twoParts(text string) (parts [][2]string) {
	if i := strings.IndexByte(text, ' '); i > 0 {
		parts = append(parts, [2]string{text[:i], text[i+1:]})
		j := strings.LastIndexByte(text, ' ')
		parts = append(parts, [2]string{text[:j], text[j+1:]})
	}
	return parts
}

// PeopleIn makes a search among the participants of the tables, by their id or name.
func PeopleIn(tables []*layout.Table) func(typed string) (layout.Person, bool) {
	all := &Tables{}
	for _, t := range tables {
		all.Add(Build(t))
	}
	people := NewRoster(all)
	return func(typed string) (layout.Person, bool) {
		p := people.person(typed)
		if p == nil {
			return layout.Person{}, false
		}
		return layout.Person{ID: p.ID.Value, Place: PlaceOf(p, p.ID)}, true
	}
}
