package kpi

import (
	"bytes"
	"encoding/json"
)

// MarshalJSON writes the parts as one object with the keys in their order.
func (ps Parts) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte('{')
	for i, p := range ps {
		if i > 0 {
			b.WriteByte(',')
		}
		if err := encode(&b, p.Key); err != nil {
			return nil, err
		}
		b.WriteByte(':')
		if err := encode(&b, partForm(p.Value)); err != nil {
			return nil, err
		}
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// MarshalJSON writes a group as one object: its key, then its parts.
func (g Group) MarshalJSON() ([]byte, error) {
	return append(Parts{{Key: "key", Value: g.Key}}, g.Parts...).MarshalJSON()
}

// partForm replaces a number that is not finite by null, which sound has done for every
// figure that Run computed; JSON has no other way to say it.
func partForm(v any) any {
	if x, ok := v.(float64); ok && !Finite(x) {
		return nil
	}
	return v
}

func encode(b *bytes.Buffer, v any) error {
	enc := json.NewEncoder(b)
	enc.SetEscapeHTML(false)
	err := enc.Encode(v)
	b.Truncate(len(bytes.TrimRight(b.Bytes(), "\n")))
	return err
}
