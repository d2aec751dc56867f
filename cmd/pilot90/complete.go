package main

import (
	"github.com/spf13/cobra"

	"pilot90/cmd/pilot90/copies"
	"pilot90/cohort/rule"
	"pilot90/kpi/catalog"
	"pilot90/report"
	"pilot90/report/plan"
	"pilot90/report/rollup"
)

// completes offers words for the flags of the whole command tree and the arguments of explain,
// when somebody presses Tab. Ledgers are folders and files, which the shell completes itself.
func (a *app) completes(root *cobra.Command) {
	offer(root, "lang", []string{"ja", "en"})
	for _, c := range root.Commands() {
		for flag, words := range flagWords(c.Name()) {
			if c.Flags().Lookup(flag) != nil {
				offer(c, flag, words)
			}
		}
		if c.Name() == "explain" {
			c.ValidArgsFunction = a.completeExplain
		}
	}
}

// offer names the words that a flag takes.
func offer(c *cobra.Command, flag string, words []string) {
	if err := c.RegisterFlagCompletionFunc(flag,
		cobra.FixedCompletions(words, cobra.ShellCompDirectiveNoFileComp)); err != nil {
		panic(err) // no such flag, or offered twice: wrong in this file
	}
}

// flagWords are the words that flags of a command take; the files and folders of other flags are
// completed by the shell.
func flagWords(command string) map[string][]string {
	words := map[string][]string{
		"as-of": nil, "period": nil, "to": nil, "start": nil, "limit": nil, "program": nil, "municipality": nil,
		"prefecture": nil, "hub": nil,
	}
	if command != "init" {
		words["from"] = nil // a day; of init a ledger
	}
	switch command {
	case "check":
		words["format"], words["by"], words["fail-on"] = []string{"text", "json", "html", "xlsx"},
			[]string{copies.ByCohort, copies.ByStaff}, []string{"error", "warning"}
	case "rollup":
		words["by"], words["for"], words["format"] = rollup.Groupings, rollup.Profiles, rollup.Formats
	case "report":
		words["for"], words["format"] = plan.Editions(), report.Formats
	}
	return words
}

// completeExplain offers figures, codes of check and "columns"; then a ledger.
func (a *app) completeExplain(_ *cobra.Command, args []string,
	_ string) ([]cobra.Completion, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveDefault
	}
	words := []cobra.Completion{"columns"}
	for _, d := range catalog.All() {
		words = append(words, cobra.CompletionWithDesc(d.ID, a.Say(d.Title)))
	}
	for _, r := range rule.All() {
		words = append(words, cobra.CompletionWithDesc(r.Code, a.Say(r.Title)))
	}
	return words, cobra.ShellCompDirectiveNoFileComp
}
