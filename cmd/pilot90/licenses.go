package main

import (
	"github.com/spf13/cobra"

	"pilot90/templates"
)

func (a *app) licensesCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "licenses",
		Short: "利用条件を表示します（pilot90 と、同梱しているものすべて）",
		Args:  a.AtMost(0),
		RunE: func(*cobra.Command, []string) error {
			text, err := templates.LicenseText()
			if err == nil {
				_, err = a.Stdout.Write(text)
			}
			return cannotIf(err)
		},
	}
}
