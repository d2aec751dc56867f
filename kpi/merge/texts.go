package merge

// Texts lets what many municipalities hand in share what is equal in it: ids and titles are the program's, and the same
// in nearly all. It is not safe for concurrent use.
type Texts struct{ text map[string]string }

// NewTexts is an empty one.
func NewTexts() *Texts { return &Texts{map[string]string{}} }

// One is a text equal to s, the same one for all that are equal.
func (t *Texts) One(s string) string {
	one, known := t.text[s]
	if !known {
		t.text[s] = s
		return s
	}
	return one
}

// Words is One in both languages.
func (t *Texts) Words(w Words) Words { return Words{t.One(w.JA), t.One(w.EN)} }
