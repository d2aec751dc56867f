package xml

import "bytes"

// nameClass is true for the bytes of a name; a name of other letters is not for the scanner.
var nameClass = func() (class [256]bool) {
	for c := range class {
		class[c] = 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c == '_' || c == ':' || c == '-' ||
			c == '.'
	}
	return class
}()

// startsName reports whether a name may begin with c.
func startsName(c byte) bool { return nameClass[c] && (c > '9' || c < '-') && c != ':' }

// nameEnd returns where the name at b[i:] ends.
func nameEnd(b []byte, i int) int {
	for i < len(b) && nameClass[b[i]] {
		i++
	}
	return i
}

// startTag reads a start tag at the front of b and returns its length.
func (s *Scanner) startTag(t *Token, b []byte) (int, error) {
	i := nameEnd(b, 1)
	switch {
	case i == len(b):
		return 0, errShort
	case !startsName(b[1]):
		return 0, ErrAside
	}
	name := b[1:i]
	s.attrs, s.scratch = s.attrs[:0], s.scratch[:0]
	for {
		next := i
		for next < len(b) && isSpace(b[next]) {
			next++
		}
		switch {
		case next+1 >= len(b) && (next == len(b) || b[next] != '>'):
			return 0, errShort
		case b[next] == '>':
			return next + 1, s.start(t, name, false)
		case b[next] == '/' && b[next+1] == '>':
			return next + 2, s.start(t, name, true)
		case next == i || !startsName(b[next]):
			return 0, ErrAside
		}
		var err error
		if i, err = s.attribute(b, next); err != nil {
			return 0, err
		}
	}
}

// attribute reads name="value" at b[i:] and returns where it ends.
func (s *Scanner) attribute(b []byte, i int) (int, error) {
	eq := nameEnd(b, i)
	if eq+1 >= len(b) {
		return 0, errShort
	}
	quote := b[eq+1]
	if b[eq] != '=' || quote != '"' && quote != '\'' {
		return 0, ErrAside
	}
	if eq-i > 2 && bytes.Count(b[i:eq], []byte(":")) > 1 {
		return 0, ErrAside
	}
	start, special := eq+2, false
	end := start
	for end < len(b) && b[end] != quote {
		special = special || TextClass[b[end]] != 0
		end++
	}
	if end == len(b) {
		return 0, errShort
	}
	value := b[start:end]
	if special {
		from := len(s.scratch)
		var err error
		if s.scratch, err = appendDecoded(s.scratch, value); err != nil || bytes.ContainsAny(value, "<\r") {
			return 0, ErrAside
		}
		value = s.scratch[from:len(s.scratch):len(s.scratch)]
	}
	s.attrs = append(s.attrs, attr{b[i:eq], value})
	return end + 1, nil
}

// start opens an element and fills t.
func (s *Scanner) start(t *Token, name []byte, empty bool) error {
	if len(s.starts) == 0 && s.rooted || len(s.starts) == maxDepth || len(s.attrs) > maxAttrs {
		return ErrAside
	}
	prefix, local, ok := cutPrefix(name)
	if !ok {
		return ErrAside
	}
	if err := s.namespaces(prefix); err != nil {
		return err
	}
	s.starts = append(s.starts, len(s.open))
	s.open = append(s.open, name...)
	s.pending = empty
	t.Kind, t.Name, t.Attrs = StartTag, nil, s.attrs
	switch {
	case s.Words != nil:
		if s.Words.hasPrefix(prefix) {
			t.Name = name
		}
	case string(prefix) == s.prefix:
		t.Name = local
	}
	return nil
}

// cutPrefix cuts x:row; it is false for a name with more than one colon or an empty part.
func cutPrefix(name []byte) (prefix, local []byte, ok bool) {
	i := bytes.IndexByte(name, ':')
	if i < 0 {
		return nil, name, true
	}
	prefix, local = name[:i], name[i+1:]
	return prefix, local, i > 0 && len(local) > 0 && bytes.IndexByte(local, ':') < 0
}

// namespaces takes the namespace of the root. The scanner tells elements of the part's own
// namespace by their prefix, so a declaration that gives the prefix another meaning, or the
// namespace another prefix, is not for it.
func (s *Scanner) namespaces(prefix []byte) error {
	root := !s.rooted
	if root {
		s.rooted, s.prefix = true, string(prefix)
	}
	if s.Words != nil {
		return s.Words.check(s.attrs)
	}
	for _, a := range s.attrs {
		declared, ok := declaredPrefix(a.Name)
		if !ok {
			continue
		}
		switch {
		case len(declared) > 0 && len(a.Value) == 0: // a prefix for no namespace is against the rules
			return ErrAside
		case root && string(declared) == s.prefix:
			if s.space != "" {
				return ErrAside
			}
			s.space = string(a.Value)
		case string(declared) == s.prefix:
			return ErrAside
		}
	}
	for _, a := range s.attrs {
		declared, ok := declaredPrefix(a.Name)
		if ok && string(declared) != s.prefix && string(a.Value) == s.space {
			return ErrAside
		}
	}
	return nil
}

// declaredPrefix returns the prefix that an attribute declares: "" for xmlns.
func declaredPrefix(name []byte) (prefix []byte, ok bool) {
	if len(name) < len("xmlns") || name[0] != 'x' {
		return nil, false
	}
	rest, ok := bytes.CutPrefix(name, []byte("xmlns"))
	if !ok || len(rest) == 0 {
		return nil, ok
	}
	return rest[1:], rest[0] == ':'
}
