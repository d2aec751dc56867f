package cell

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"pilot90/cohort/lang"
)

// A Choice is one entry of a list of words: the Key that is kept, and the words that stand for
// it in a sheet, the preferred one first. The Key itself is read too.
type Choice struct {
	Key   string
	Words []string
}

// word returns what messages call the choice.
func (c Choice) word() string {
	if len(c.Words) > 0 {
		return c.Words[0]
	}
	return c.Key
}

// MaxSuggestions is how many alternatives a fault offers at most.
const MaxSuggestions = 5

// maxListed is how many words of a list a fault names.
const maxListed = 10

// maxWordRunes bounds the words that are compared with the list.
const maxWordRunes = 60

var whySynonym = lang.Text{JA: "同じ意味のことばに置きかえました", EN: "a word was replaced by its synonym"}

// ReadChoice returns the Key of the choice that the cell names, compared after NFKC without
// regard to case and spaces. A synonym is noted, and so is a remark behind the word, as in
// 定期（月次）. An unknown word is a fault that suggests the nearest words.
func ReadChoice(v Value, choices []Choice) (string, *Note, *Fault) {
	if v.Kind == Text || v.Kind == Number || v.Kind == Bool {
		if c, ok := find(v.Text, choices); ok {
			if c.replaces(v.Text) {
				return c.Key, note(v, c.word(), whySynonym), nil
			}
			return c.Key, nil, nil
		}
	}
	form := choiceForm(choices)
	if fault := form.unreadable(v); fault != nil {
		return "", nil, fault
	}
	if c, ok := withRemark(v.Text, "(・※*", choices); ok {
		return c.Key, note(v, c.word(), whyWordRemark), nil
	}
	return "", nil, form.unknownWord(v.Text, choices)
}

// ReadList returns the Keys that a cell names, separated by 、 , ; / ・ or line breaks, each
// once, in the order of the cell. A blank is an empty list and no fault.
func ReadList(v Value, choices []Choice) ([]string, *Note, *Fault) {
	if v.IsBlank() {
		return nil, nil, nil
	}
	form := choiceForm(choices)
	if fault := form.unreadable(v); fault != nil {
		return nil, nil, fault
	}
	var keys, words []string
	replaced, remarked := false, false
	for _, word := range split(v.Text, choices) {
		c, ok := find(word, choices)
		if !ok {
			c, ok = withRemark(word, "(※*", choices)
			remarked = remarked || ok
		}
		if !ok {
			return nil, nil, form.unknownWord(word, choices)
		}
		if !slices.Contains(keys, c.Key) {
			keys, words = append(keys, c.Key), append(words, c.word())
		}
		replaced = replaced || c.replaces(word)
	}
	if len(keys) == 0 {
		return nil, nil, form.unknownWord(v.Text, choices)
	}
	if remarked {
		return keys, note(v, strings.Join(words, "、"), whyWordRemark), nil
	}
	if replaced {
		return keys, note(v, strings.Join(words, "、"), whySynonym), nil
	}
	return keys, nil, nil
}

// split cuts a list into its words; a word of the choices that has a separator in it stays whole.
func split(s string, choices []Choice) []string {
	if _, whole := find(s, choices); whole {
		return []string{s}
	}
	words := strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune("、､，,;；／/・･\r\n", r) })
	return slices.DeleteFunc(words, func(w string) bool { return lang.Key(w) == "" })
}

// find returns the choice that a word names.
func find(word string, choices []Choice) (Choice, bool) {
	if len(word) > maxWordRunes*utf8.UTFMax {
		return Choice{}, false
	}
	for _, c := range choices {
		if word == c.Key || slices.Contains(c.Words, word) {
			return c, true
		}
	}
	key := lang.Key(word)
	for _, c := range choices {
		if key == "" {
			break
		}
		if key == lang.Key(c.Key) {
			return c, true
		}
		for _, w := range c.Words {
			if key == lang.Key(w) {
				return c, true
			}
		}
	}
	return Choice{}, false
}

// replaces reports whether keeping the choice changes more than white space of the word.
func (c Choice) replaces(word string) bool {
	return !sameButSpace(word, c.word()) && !sameButSpace(word, c.Key)
}

// choiceForm returns what is expected of a list of choices.
func choiceForm(choices []Choice) form {
	words := make([]string, len(choices))
	for i, c := range choices {
		words[i] = c.word()
	}
	var cutJA, cutEN string
	if n := len(words); n > maxListed {
		words = words[:maxListed]
		cutJA = "（" + strconv.Itoa(n) + "件中" + strconv.Itoa(maxListed) + "件）"
		cutEN = " (" + strconv.Itoa(maxListed) + " of " + strconv.Itoa(n) + ")"
	}
	return form{
		code:     CodeChoice,
		expected: lang.Text{JA: "決められたことば", EN: "one of the listed words"},
		fix: lang.Text{
			JA: "次のどれかを書いてください: " + strings.Join(words, "、") + cutJA,
			EN: "Write one of: " + strings.Join(words, ", ") + cutEN,
		},
	}
}

// unknownWord is the fault of a word that is on no list.
func (f form) unknownWord(word string, choices []Choice) *Fault {
	near := nearestChoices(word, choices)
	q := lang.Quote(word)
	ja, en := "「"+q+"」は決められたことばにありません。", "“"+q+"” is not one of the listed words."
	if len(near) > 0 {
		ja, en = ja+"「"+near[0]+"」のことでしょうか。", en+" Is it “"+near[0]+"”?"
	}
	return f.fault(CodeChoice, lang.Text{JA: ja, EN: en}, near...)
}

// nearestChoices returns the preferred words of the choices nearest to word.
func nearestChoices(word string, choices []Choice) []string {
	var all []string
	preferred := map[string]string{}
	for _, c := range choices {
		for _, w := range append([]string{c.word()}, c.Words...) {
			all = append(all, w)
			preferred[w] = c.word()
		}
	}
	var near []string
	for _, w := range lang.NearWords(word, all) {
		if p := preferred[w]; !slices.Contains(near, p) {
			near = append(near, p)
		}
	}
	return near[:min(len(near), MaxSuggestions)]
}
