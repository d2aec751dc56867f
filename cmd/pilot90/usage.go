package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"pilot90/cohort/finding"
)

// usage makes an error in the language asked for, of what the user can change.
func (a *app) usage(ja, en string, args ...any) error {
	return fmt.Errorf(a.say(finding.Text{JA: ja, EN: en}), args...)
}

// oneArg is the check of the arguments of a command that takes one: what names it, with an
// example of the command.
func (a *app) oneArg(what finding.Text, example string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		switch {
		case len(args) == 0 || args[0] == "":
			return a.usage("%sを指定してください（例 %s）", "name %s (such as %s)", a.say(what), example)
		case len(args) > 1:
			return a.usage("%sは1つだけ指定してください（%d 個ありました: %s）。名前に空白があるときは \" で囲みます",
				"name one %s only (there are %d: %s); put a name with spaces in quotes", a.say(what), len(args),
				strings.Join(args, "  "))
		}
		return nil
	}
}

var ledgerFolder = finding.Text{JA: "台帳のフォルダー", EN: "the ledger's folder"}

// oneLedger is oneArg for a ledger.
func (a *app) oneLedger(command string) cobra.PositionalArgs {
	return a.oneArg(ledgerFolder, "pilot90 "+command+" samples/midorino")
}

// twoArgs is the check of the arguments of a command that compares two.
func (a *app) twoArgs() cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		if len(args) == 2 {
			return nil
		}
		return a.usage("比べるものを、前・後の順に2つ指定してください（%d 個ありました）。名前に空白があるときは \" で囲みます",
			"name two to compare, the old one first (there are %d); put a name with spaces in quotes", len(args))
	}
}

// atMost is the check of the arguments of a command that takes so many or fewer.
func (a *app) atMost(n int) cobra.PositionalArgs { return a.between(0, n) }

// between is the check of the arguments of a command that takes from least to most.
func (a *app) between(least, most int) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if least <= len(args) && len(args) <= most {
			return nil
		}
		example, _, _ := strings.Cut(strings.TrimSpace(cmd.Example), "\n")
		if example = strings.TrimSpace(example); example == "" {
			example = cmd.CommandPath()
		}
		return a.usage("%s のあとに書く名前の数が合いません（%d 個ありました）。例 %s\n名前に空白があるときは \" で囲みます",
			"%s takes another number of names than %d, such as: %s\nPut a name with spaces in quotes", cmd.CommandPath(),
			len(args), example)
	}
}

// noSuchCommand names the commands that are close to what was typed.
func (a *app) noSuchCommand(root *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	if root.SuggestionsMinimumDistance <= 0 {
		root.SuggestionsMinimumDistance = 2
	}
	near := ""
	if names := root.SuggestionsFor(args[0]); len(names) > 0 {
		near = fmt.Sprintf(a.say(finding.Text{JA: "（%s のことでしょうか）", EN: " (did you mean %s?)"}), strings.Join(names, ", "))
	}
	return a.usage("%s というコマンドはありません%s", "there is no command %s%s", args[0], near)
}

// flagError says in plain words what is wrong with a flag.
func (a *app) flagError(err error) error {
	var unknown *pflag.NotExistError
	var empty *pflag.ValueRequiredError
	var wrong *pflag.InvalidValueError
	switch {
	case errors.As(err, &unknown):
		name := "--" + unknown.GetSpecifiedName()
		if unknown.GetSpecifiedShortnames() != "" {
			name = "-" + unknown.GetSpecifiedName()
		}
		return a.usage("%s という指定はありません", "there is no flag %s", name)
	case errors.As(err, &empty):
		return a.usage("--%s のあとに値を書いてください", "--%s needs a value after it", empty.GetFlag().Name)
	case errors.As(err, &wrong):
		return a.usage("--%s %s: この値は使えません", "--%s %s: this value cannot be used", wrong.GetFlag().Name, wrong.GetValue())
	}
	return err
}
