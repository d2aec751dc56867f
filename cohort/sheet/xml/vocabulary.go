package xml

// A Vocabulary holds the namespaces of a format whose parts mix several, by the prefix that its
// programs give each. A token read with one has the name of its element, and those of its
// attributes, with that prefix, whatever prefix the part has: table:table-row. Elements of any
// other namespace have no name.
type Vocabulary struct {
	spaces   map[string]string // by prefix
	prefixes map[string]string // by namespace
}

// NewVocabulary takes the namespaces by prefix.
func NewVocabulary(spaces map[string]string) *Vocabulary {
	w := &Vocabulary{spaces: spaces, prefixes: make(map[string]string, len(spaces))}
	for prefix, space := range spaces {
		w.prefixes[space] = prefix
	}
	return w
}

func (w *Vocabulary) hasPrefix(prefix []byte) bool { return w.spaces[string(prefix)] != "" }

// prefixOf returns the prefix of a namespace as encoding/xml gives it, which for a prefix that is
// not declared is the prefix itself; empty for an unknown one.
func (w *Vocabulary) prefixOf(space string) string {
	if w == nil {
		return ""
	}
	if _, undeclared := w.spaces[space]; undeclared {
		return space
	}
	return w.prefixes[space]
}

// check leaves a part to encoding/xml when one of these attributes gives a prefix another meaning
// than the vocabulary does, or a namespace another prefix.
func (w *Vocabulary) check(attrs []attr) error {
	for _, a := range attrs {
		prefix, ok := declaredPrefix(a.Name)
		if !ok {
			continue
		}
		known := w.spaces[string(prefix)]
		if known != string(a.Value) && (known != "" || w.prefixOf(string(a.Value)) != "") {
			return ErrAside
		}
	}
	return nil
}
