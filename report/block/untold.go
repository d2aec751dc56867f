package block

import (
	"strings"

	"pilot90/report/content"
)

// untoldNote says which figures of the model have a value that this edition does not tell, and why; where a range may
// be told, it stands behind the name. None where the cards have all.
func (e *Env) untoldNote() []content.Block {
	var names []string
	for _, id := range e.front() {
		f := e.figure(id)
		if f == nil || !f.Suppressed {
			continue
		}
		name := e.Say(f.Title)
		if f.Coded != nil {
			name += e.inBrackets(e.Say(f.Symbol()))
		}
		names = append(names, name)
	}
	if len(names) == 0 {
		return nil
	}
	return []content.Block{content.Paragraph{Tone: content.Note, Text: e.Words(
		strings.Join(names, "と、")+"は、人数が少なく、個人が分かるおそれがあるため、くわしい数を載せていません。",
		"So that nobody can be told from so few people, no exact number is given of: "+strings.Join(names, ", ")+".")}}
}
