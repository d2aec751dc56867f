package voice

import (
	"cmp"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"pilot90/cohort/lang"
	"pilot90/report/term"
)

// helpHeads are the headings of a help page.
var helpHeads = struct{ examples, usage, commands, flags, everywhere, more lang.Text }{
	examples:   lang.Text{JA: "例:", EN: "Examples:"},
	usage:      lang.Text{JA: "書き方:", EN: "Usage:"},
	commands:   lang.Text{JA: "コマンド:", EN: "Commands:"},
	flags:      lang.Text{JA: "指定できるもの:", EN: "Flags:"},
	everywhere: lang.Text{JA: "どのコマンドでも:", EN: "With every command:"},
	more:       lang.Text{JA: "詳しくは pilot90 コマンド --help で見られます。", EN: "More: pilot90 COMMAND --help"},
}

// Helpful gives the whole command tree our help pages: what it does, examples, then what there
// is. The Japanese words stand with the commands, the English ones in english.go.
func (v *Voice) Helpful(root *cobra.Command) {
	cobra.EnableCommandSorting = false // the order of use, not of the alphabet
	cobra.MousetrapHelpText = ""       // a double click on Windows is no mistake
	root.SetHelpCommand(&cobra.Command{Hidden: true})
	root.InitDefaultCompletionCmd()
	if c, _, err := root.Find([]string{"completion"}); err == nil && c != root {
		c.Short, c.Hidden = "コマンドの補完（Tab キー）を使えるようにする設定を出します", true
		for _, shell := range c.Commands() {
			shell.Short, shell.Long = shell.Name()+" 用の設定を出します", ""
		}
	}
	explainHelp(root)
	holdFlags(root)
	root.InitDefaultVersionFlag()
	root.Flags().Lookup("version").Usage = "版を表示します"
	root.SetHelpFunc(func(cmd *cobra.Command, _ []string) { v.Help(cmd.OutOrStdout(), cmd) })
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return v.FlagError(err) })
}

// Help prints the help page of a command.
func (v *Voice) Help(w io.Writer, cmd *cobra.Command) {
	p := v.page(cmd)
	fmt.Fprintln(w, cmp.Or(p.long, p.short))
	if p.example != "" {
		fmt.Fprintf(w, "\n%s\n%s\n", v.Say(helpHeads.examples), p.example)
	}
	fmt.Fprintf(w, "\n%s\n  %s\n", v.Say(helpHeads.usage), p.use)
	if cmd.HasAvailableSubCommands() {
		fmt.Fprintf(w, "\n%s\n", v.Say(helpHeads.commands))
		for _, c := range cmd.Commands() {
			if c.IsAvailableCommand() {
				entry(w, c.Name(), v.page(c).short, 11)
			}
		}
	}
	v.flagList(w, v.Say(helpHeads.flags), cmd.LocalFlags(), p)
	v.flagList(w, v.Say(helpHeads.everywhere), cmd.InheritedFlags(), p)
	if cmd.HasAvailableSubCommands() {
		fmt.Fprintf(w, "\n%s\n", v.Say(helpHeads.more))
	}
}

// page returns the words of a command's help in the language asked for; what has no English
// words keeps the Japanese ones.
func (v *Voice) page(cmd *cobra.Command) helpPage {
	use := strings.TrimSuffix(cmd.UseLine(), " [flags]")
	if cmd.HasAvailableFlags() {
		use += v.Say(lang.Text{JA: " [指定 ...]", EN: " [flags]"})
	}
	p := helpPage{use: use, short: cmd.Short, long: cmd.Long, example: cmd.Example, flags: map[string]string{}}
	if en, ok := english[afterName(cmd)]; ok && v.Lang == lang.EN {
		if en.use != "" {
			use = "pilot90 " + en.use + " [flags]"
		}
		return helpPage{use: use, short: en.short, long: en.long, example: en.example, flags: en.flags}
	}
	return p
}

// afterName is what a command is called by, such as plan copy.
func afterName(cmd *cobra.Command) string {
	return strings.TrimPrefix(cmd.CommandPath(), "pilot90 ")
}

// flagList prints the flags of a set, each with its default.
func (v *Voice) flagList(w io.Writer, head string, flags *pflag.FlagSet, p helpPage) {
	if !flags.HasAvailableFlags() {
		return
	}
	fmt.Fprintf(w, "\n%s\n", head)
	flags.VisitAll(func(f *pflag.Flag) {
		if f.Hidden {
			return
		}
		name := "--" + f.Name
		if f.Value.Type() != "bool" {
			name += " ..."
		}
		words := f.Usage
		if v.Lang == lang.EN {
			words = cmp.Or(p.flags[f.Name], englishFlags[f.Name], words)
		}
		entry(w, name, words+v.byDefault(f), 21)
	})
}

// byDefault says what a flag is when it is not given; "" when that goes without saying.
func (v *Voice) byDefault(f *pflag.Flag) string {
	value := strings.Trim(f.DefValue, "[]")
	if value == "" || value == "false" || value == "0" {
		return ""
	}
	return fmt.Sprintf(v.Say(lang.Text{JA: "（指定しなければ %s）", EN: " (default %s)"}), value)
}

// entry prints a name and what it is beside it, within the width of a terminal.
func entry(w io.Writer, name, words string, column int) {
	lines := term.Wrap(words, term.Width-2-column)
	if len(lines) == 0 {
		lines = []string{""}
	}
	head := "  " + term.Pad(name, column)
	for _, line := range lines {
		fmt.Fprintln(w, strings.TrimRight(head+line, " "))
		head = strings.Repeat(" ", 2+column)
	}
}

// explainHelp words the help flag of a command and of those below it.
func explainHelp(c *cobra.Command) {
	c.InitDefaultHelpFlag()
	c.Flags().Lookup("help").Usage = "この説明を表示します"
	for _, sub := range c.Commands() {
		explainHelp(sub)
	}
}

// holdFlags holds the English words of flags against the flags that the commands have.
func holdFlags(c *cobra.Command) {
	for name := range english[afterName(c)].flags {
		if c.Flags().Lookup(name) == nil {
			panic(c.CommandPath() + ": english.go has --" + name + ", which there is not") // wrong in that file
		}
	}
	for _, sub := range c.Commands() {
		holdFlags(sub)
	}
}
