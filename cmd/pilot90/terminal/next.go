package terminal

import (
	"fmt"
	"strings"

	"pilot90/cohort/lang"
)

// Next suggests, to a person at a terminal, the command that usually follows. It is never part
// of what a program or a file is given.
func (t *Terminal) Next(why lang.Text, args ...string) {
	if t.Quiet || !isTerminal(t.Stderr) || !isTerminal(t.Stdout) {
		return
	}
	fmt.Fprintf(t.Stderr, "\n%s\n  %s\n", t.Say(why), CommandLine(args))
}

// CommandLine is a command as it can be typed: a name with spaces stands in quotes, which both
// Windows and other shells understand.
func CommandLine(args []string) string {
	words := []string{"pilot90"}
	for _, arg := range args {
		if strings.ContainsAny(arg, " \u3000&()'^;") {
			arg = `"` + arg + `"`
		}
		words = append(words, arg)
	}
	return strings.Join(words, " ")
}

// The reasons for a next command.
var NextSteps = struct{ Check, Read, Correct, Report, Explain, again lang.Text }{
	Check: lang.Text{JA: "次は、台帳の直すところを確かめます:", EN: "Next, see what to correct in the ledger:"},
	Read: lang.Text{JA: "見出しの読み方は、表を書きかえずに確かめて決められます（読み取りの設定）:",
		EN: "How the headings are read can be seen and settled without a change to the sheets:"},
	Correct: lang.Text{JA: "次は、直すセルに印を付けた写しを作れます:", EN: "Next, you can make copies with the cells marked:"},
	Report:  lang.Text{JA: "次は、報告書を作れます:", EN: "Next, you can make the report:"},
	Explain: lang.Text{JA: "次は、数字の根拠をセルまでたどれます:", EN: "Next, you can trace a figure to its cells:"},
	again:   lang.Text{JA: "台帳を点検するには:", EN: "To check a ledger:"},
}
