package settings

import (
	"maps"
	"net/url"
	"slices"
	"strings"

	"pilot90/cohort/lang"
)

// The names under which a page sends what a field was shown with and what was typed.
const (
	wasPrefix   = "w."
	valuePrefix = "v."
)

// Conflict is something typed about what was changed on the disk since the page was shown.
type Conflict struct {
	Label lang.Text
	Disk  string // what stands there now
	Typed string
}

// Take puts what was typed into the fields of the form of today's file. What was not changed on the page stays as the
// file has it; what was changed in both is returned, and is taken when it is sent once more.
func (f *Page) Take(sent url.Values) []Conflict {
	var conflicts []Conflict
	moved := f.moved(sent)
	for _, key := range sortedKeys(sent) {
		name, ok := strings.CutPrefix(key, valuePrefix)
		if !ok {
			continue
		}
		typed, was := strings.TrimSpace(sent.Get(key)), sent.Get(wasPrefix+name)
		if typed == was {
			continue
		}
		field := f.find(name)
		switch {
		case field == nil:
			conflicts = append(conflicts, Conflict{Label: lang.Say(name, name), Typed: typed})
			continue
		case moved && ofGrant(name):
			conflicts = append(conflicts, Conflict{field.Label, field.Was, typed})
			continue
		case field.Was != was && field.Was != typed:
			conflicts = append(conflicts, Conflict{field.Label, field.Was, typed})
		}
		field.Value = typed
	}
	return conflicts
}

func sortedKeys[V any, M ~map[string]V](m M) []string { return slices.Sorted(maps.Keys(m)) }

// ofGrant reports the name of a field that belongs to a grant that is there, by its number.
func ofGrant(name string) bool {
	for _, before := range []string{"", "~remove/", "~month/", "~new/"} {
		if strings.HasPrefix(name, before+"grant/") {
			return true
		}
	}
	return false
}

// moved reports whether the grants and indicators on the disk are others than those that the page showed: their
// numbers may mean other ones then.
func (f *Page) moved(sent url.Values) bool {
	names := 0
	for _, field := range f.fields {
		if !isName(field.Name) {
			continue
		}
		names++
		if was, given := sent[wasPrefix+field.Name]; given && was[0] != field.Was {
			return true
		}
	}
	for key := range sent {
		if name, ok := strings.CutPrefix(key, wasPrefix); ok && isName(name) {
			names--
		}
	}
	return names != 0
}

// isName reports the field by which a grant or an indicator is known again.
func isName(field string) bool {
	return strings.HasPrefix(field, "grant/") && (strings.HasSuffix(field, "/name") || strings.HasSuffix(field, "/figure"))
}
