package pdf

import "testing"

// TestPrivateCodesRunOut: runes above U+FFFF get codes of their own, of which there are so many; one that has its code
// is drawn when all are given away, and one more is not.
func TestPrivateCodesRunOut(t *testing.T) {
	ty, err := newTypesetter()
	if err != nil {
		t.Fatal(err)
	}
	var beyond []rune
	for r := rune(0x20000); r < 0x30000 && len(beyond) < 2; r++ {
		if ty.faces[regular].Glyph(r) == 0 && ty.faces[fallback].Glyph(r) != 0 {
			beyond = append(beyond, r)
		}
	}
	if len(beyond) < 2 {
		t.Fatal("the built-in fonts draw nothing above U+FFFF")
	}
	if got := ty.face(beyond[0], false); got != fallback {
		t.Errorf("with all codes free: face %d", got)
	}
	ty.private[beyond[0]] = firstPrivate
	for r := rune(0x100000); len(ty.private) <= lastPrivate-firstPrivate; r++ {
		ty.private[r] = 0
	}
	if got := ty.face(beyond[0], false); got != fallback {
		t.Errorf("one with its code: face %d, want %d", got, fallback)
	}
	if got := ty.face(beyond[1], false); got != -1 {
		t.Errorf("one more: face %d, want none", got)
	}
	if got := ty.face('あ', false); got < 0 {
		t.Error("あ needs no code")
	}
}
