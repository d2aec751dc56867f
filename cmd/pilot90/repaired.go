package main

import "strings"

// repaired puts right what the command line of Windows does to a folder in quotes with a \ at its
// end, as completion by Tab writes it: in "C:\台帳\" --as-of … the \" counts as a quotation mark
// of the name, and what follows becomes part of it.
func repaired(args []string, goos string) []string {
	if goos != "windows" {
		return args
	}
	var out []string
	for _, arg := range args {
		name, more, cut := strings.Cut(arg, `" -`)
		switch {
		case cut:
			out = append(append(out, name), strings.Fields("-"+more)...)
		default:
			out = append(out, strings.TrimSuffix(arg, `"`))
		}
	}
	return out
}
