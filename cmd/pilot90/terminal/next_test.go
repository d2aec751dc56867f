package terminal

import "testing"

// TestCommandLine: what is suggested can be pasted.
func TestCommandLine(t *testing.T) {
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{"check", "台帳"}, "pilot90 check 台帳"},
		{[]string{"check", `C:\Users\山田 花子\台帳`}, `pilot90 check "C:\Users\山田 花子\台帳"`},
		{[]string{"check", `\\server\共有\第1期　台帳`}, `pilot90 check "\\server\共有\第1期　台帳"`},
		{[]string{"check", "a&b"}, `pilot90 check "a&b"`},
	} {
		if got := CommandLine(c.args); got != c.want {
			t.Errorf("commandLine(%q) = %s, want %s", c.args, got, c.want)
		}
	}
}
