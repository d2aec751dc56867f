package voice

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"pilot90/cohort/lang"
)

// OneArg is the check of the arguments of a command that takes one: what names it, with an
// example of the command.
func (v *Voice) OneArg(what lang.Text, example string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		switch {
		case len(args) == 0 || args[0] == "":
			return v.Errorf("%sを指定してください（例 %s）", "name %s (such as %s)", v.Say(what), example)
		case len(args) > 1:
			return v.Errorf("%sは1つだけ指定してください（%d 個ありました: %s）。名前に空白があるときは \" で囲みます",
				"name one %s only (there are %d: %s); put a name with spaces in quotes", v.Say(what), len(args),
				strings.Join(args, "  "))
		}
		return nil
	}
}

// UsageHint is said below an error of usage.
var UsageHint = lang.Text{JA: "使い方は pilot90 --help で見られます。", EN: "See pilot90 --help."}

var ledgerFolder = lang.Text{JA: "台帳のフォルダー", EN: "the ledger's folder"}

// OneLedger is OneArg for a ledger.
func (v *Voice) OneLedger(command string) cobra.PositionalArgs {
	return v.OneArg(ledgerFolder, "pilot90 "+command+" samples/midorino")
}

// TwoArgs is the check of the arguments of a command that compares two.
func (v *Voice) TwoArgs() cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		if len(args) == 2 {
			return nil
		}
		return v.Errorf("比べるものを、前・後の順に2つ指定してください（%d 個ありました）。名前に空白があるときは \" で囲みます",
			"name two to compare, the old one first (there are %d); put a name with spaces in quotes", len(args))
	}
}

// AtMost is the check of the arguments of a command that takes so many or fewer.
func (v *Voice) AtMost(n int) cobra.PositionalArgs { return v.Between(0, n) }

// Between is the check of the arguments of a command that takes from least to most.
func (v *Voice) Between(least, most int) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if least <= len(args) && len(args) <= most {
			return nil
		}
		example, _, _ := strings.Cut(strings.TrimSpace(cmd.Example), "\n")
		if example = strings.TrimSpace(example); example == "" {
			example = cmd.CommandPath()
		}
		return v.Errorf("%s のあとに書く名前の数が合いません（%d 個ありました）。例 %s\n名前に空白があるときは \" で囲みます",
			"%s takes another number of names than %d, such as: %s\nPut a name with spaces in quotes", cmd.CommandPath(),
			len(args), example)
	}
}

// NoSuchCommand names the commands that are close to what was typed.
func (v *Voice) NoSuchCommand(root *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	if root.SuggestionsMinimumDistance <= 0 {
		root.SuggestionsMinimumDistance = 2
	}
	near := ""
	if names := root.SuggestionsFor(args[0]); len(names) > 0 {
		near = fmt.Sprintf(v.Say(lang.Text{JA: "（%s のことでしょうか）", EN: " (did you mean %s?)"}), strings.Join(names, ", "))
	}
	return v.Errorf("%s というコマンドはありません%s", "there is no command %s%s", args[0], near)
}

// FlagError says in plain words what is wrong with a flag.
func (v *Voice) FlagError(err error) error {
	var unknown *pflag.NotExistError
	var empty *pflag.ValueRequiredError
	var wrong *pflag.InvalidValueError
	switch {
	case errors.As(err, &unknown):
		name := "--" + unknown.GetSpecifiedName()
		if unknown.GetSpecifiedShortnames() != "" {
			name = "-" + unknown.GetSpecifiedName()
		}
		return v.Errorf("%s という指定はありません", "there is no flag %s", name)
	case errors.As(err, &empty):
		return v.Errorf("--%s のあとに値を書いてください", "--%s needs a value after it", empty.GetFlag().Name)
	case errors.As(err, &wrong):
		return v.Errorf("--%s %s: この値は使えません", "--%s %s: this value cannot be used", wrong.GetFlag().Name, wrong.GetValue())
	}
	return err
}
