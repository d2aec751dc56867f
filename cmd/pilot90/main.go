// Command pilot90 reads the spreadsheets of a 90-day telework pilot, checks them and turns them
// into figures and reports. It works on files and standard streams only; it uses no network.
package main

import (
	"context"
	"os"
)

func main() { os.Exit(run(context.Background(), os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }
