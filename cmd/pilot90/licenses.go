package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"pilot90/templates"
)

func (a *app) licensesCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "licenses",
		Short: "同梱しているフォントなどの利用条件を表示します",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			for _, name := range templates.Licenses {
				text, err := templates.Asset(name)
				if err != nil {
					return cannot(err)
				}
				fmt.Fprintf(a.stdout, "== %s\n\n%s\n", name, text)
			}
			return nil
		},
	}
}
