package main

import "testing"

func TestHalfWidth(t *testing.T) {
	for in, want := range map[string]string{"Ｃ２０４": "C204", " c204 ": "c204", "ｃｏｌｕｍｎｓ": "columns", "開始": "開始"} {
		if got := halfWidth(in); got != want {
			t.Errorf("%q becomes %q, want %q", in, got, want)
		}
	}
}
