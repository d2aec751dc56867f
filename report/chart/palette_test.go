package chart

import (
	"encoding/json"
	"regexp"
	"slices"
	"testing"
)

// Both themes have a colour for every name, and an option says every colour by a name.
func TestPalettes(t *testing.T) {
	var palettes map[string]map[string]string
	if err := json.Unmarshal(Palettes(), &palettes); err != nil {
		t.Fatal(err)
	}
	hex := regexp.MustCompile(`^#[0-9A-F]{6}$`)
	for name := range named.all() {
		for _, theme := range []string{"light", "dark"} {
			if !hex.MatchString(palettes[theme][name]) {
				t.Errorf("%s is %q on a %s page", name, palettes[theme][name], theme)
			}
		}
	}
	keys := []string{"fill", "stroke", "ink", "plate", "color", "backgroundColor", "borderColor"}
	seen := map[string]bool{}
	var walk func(key string, v any)
	walk = func(key string, v any) {
		switch v := v.(type) {
		case map[string]any:
			for k, inner := range v {
				walk(k, inner)
			}
		case []any:
			for _, inner := range v {
				walk(key, inner)
			}
		case string:
			if hex.MatchString(v) {
				t.Errorf("%s is %s, not a name", key, v)
			}
			if slices.Contains(keys, key) && v != unseen {
				if seen[key] = true; palettes["light"][v] == "" {
					t.Errorf("%s: %q is no name of a colour", key, v)
				}
			}
		}
	}
	for _, c := range sampleCharts() {
		data, err := Option(c, Look{Screen: true})
		if err != nil {
			t.Fatal(err)
		}
		var option any
		if err := json.Unmarshal(data, &option); err != nil {
			t.Fatal(err)
		}
		walk("", option)
	}
	for _, key := range keys {
		if !seen[key] {
			t.Errorf("no option has %s", key)
		}
	}
}
