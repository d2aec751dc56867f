package setting

import "pilot90/cohort/tomlplace"

// position is a place in a TOML file, both from 1; the column counts characters.
type position struct{ line, col int }

// keyPositions finds where each key of a valid TOML document is written: see tomlplace.Places
// for the paths. The decoder keeps no positions, and a message without one does not help.
func keyPositions(doc string) map[string]position {
	found := map[string]position{}
	for path, at := range tomlplace.Find(doc) {
		found[path] = position{at.Line, at.Col}
	}
	return found
}

func join(path, key string) string {
	if path == "" {
		return key
	}
	return path + "." + key
}
