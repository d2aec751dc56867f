package main

import "github.com/spf13/cobra"

// usage is the help page: examples first, then what there is.
const usage = `{{if .HasExample}}例:
{{.Example}}

{{end}}書き方:
  {{if .Runnable}}{{.UseLine}}{{end}}{{if .HasAvailableSubCommands}}
  {{.CommandPath}} コマンド …

コマンド:{{range .Commands}}{{if .IsAvailableCommand}}
  {{rpad .Name .NamePadding}} {{.Short}}{{end}}{{end}}{{end}}{{if .HasAvailableLocalFlags}}

指定できるもの:
{{.LocalFlags.FlagUsages | trimTrailingWhitespaces}}{{end}}{{if .HasAvailableInheritedFlags}}

どのコマンドでも:
{{.InheritedFlags.FlagUsages | trimTrailingWhitespaces}}{{end}}{{if .HasAvailableSubCommands}}

詳しくは {{.CommandPath}} コマンド --help で見られます。{{end}}
`

// speakJapanese gives the whole command tree the Japanese help page.
func speakJapanese(root *cobra.Command) {
	root.SetUsageTemplate(usage)
	root.CompletionOptions.HiddenDefaultCmd = true
	root.SetHelpCommand(&cobra.Command{Hidden: true})
	for _, c := range append(root.Commands(), root) {
		c.InitDefaultHelpFlag()
		c.Flags().Lookup("help").Usage = "この説明を表示します"
	}
	root.InitDefaultVersionFlag()
	root.Flags().Lookup("version").Usage = "版を表示します"
}
