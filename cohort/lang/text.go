package lang

// Lang is a language of user-facing text.
type Lang string

// The two languages of pilot90; Japanese is the default.
const (
	JA Lang = "ja"
	EN Lang = "en"
)

// Text is one user-facing text in both languages.
type Text struct{ JA, EN string }

// In returns the text in the language; anything but EN gives Japanese.
func (t Text) In(l Lang) string {
	if l == EN {
		return t.EN
	}
	return t.JA
}

// Empty reports whether there is no text.
func (t Text) Empty() bool { return t.JA == "" && t.EN == "" }
