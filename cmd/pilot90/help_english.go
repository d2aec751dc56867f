package main

// helpPage is the words of a command's help page; flags are those that mean something else here
// than in englishFlags.
type helpPage struct {
	use, short, long, example string
	flags                     map[string]string
}

// englishFlags are the flags of many commands, in English.
var englishFlags = map[string]string{
	"as-of":           "the as-of date (2026-03-31, 令和8年3月31日); else pilot.toml's, else today",
	"period":          "the fiscal year (2025, 令和7年度)",
	"from":            "first day of the period",
	"to":              "last day of the period",
	"password-file":   "a file with the password of encrypted workbooks in its first line",
	"help":            "show this page",
	"no-descriptions": "without descriptions of the words",
	"version":         "show the version",
	"lang":            "language of the output, ja or en",
	"quiet":           "nothing on the error stream but what went wrong",
	"no-progress":     "do not show on a terminal how far a long run is",
}

// english has the English help page of every command by its words after pilot90 (help_test.go holds it).
var english = map[string]helpPage{
	"pilot90": {
		short: "Checks the ledger of a 90-day telework pilot and makes figures and reports from it",
		long: `pilot90 reads the ledger of a 90-day telework pilot (Excel, CSV), checks it and turns it
into figures and reports. It never changes the ledger and never connects to the Internet.`,
		example: `  pilot90 init    ledger                            begin a ledger
  pilot90 check   samples/midorino                  check a ledger
  pilot90 status  samples/midorino                  what to do this week
  pilot90 kpi     samples/midorino                  list the figures
  pilot90 explain recurring_contract_ratio samples/midorino
                                                    trace a figure to its cells
  pilot90 report  samples/midorino --out out        make the report`,
	},
	"init": {
		use:   "init NEW-FOLDER",
		short: "make an empty ledger: pilot.toml and 台帳.xlsx",
		long: `Makes an empty ledger: pilot.toml and 台帳.xlsx. Answer five questions, or give the answers
as flags. Nothing that is there already is changed.`,
		example: `  pilot90 init ledger                               (answer five questions)
  pilot90 init ledger --program "90-day pilot" --municipality 緑野町 --prefecture 長野県 --start 2026-06-01
  pilot90 init term2 --from term1                   (take over people, clients, contracts)
  pilot90 init new --migrate old                    (move every record into today's template)`,
		flags: map[string]string{
			"program":      "name of the programme",
			"municipality": "name of the municipality",
			"prefecture":   "name of the prefecture",
			"start":        "day 1 (2026-06-01, 令和8年6月1日)",
			"hub":          "the hub and how to reach it (may be left out)",
			"from":         "a ledger to take participants, clients and contracts from",
			"migrate":      "a ledger of an earlier template to move every record from",
		},
	},
	"check": {
		use:   "check LEDGER",
		short: "check a ledger: what to correct, by cell, and how",
		long: `Checks a ledger and names what to correct by cell, and how. The ledger is not changed.

Exit code: 0 nothing to correct / 1 something / 2 wrong usage / 3 cannot read or write`,
		example: `  pilot90 check samples/midorino
  pilot90 check samples/midorino --format xlsx --out findings   (copies with marked cells)
  pilot90 check samples/midorino --format xlsx --by staff       (one for each member of staff)
  pilot90 check samples/midorino --watch                        (again after every save)`,
		flags: map[string]string{
			"format":  "text, json, html, xlsx",
			"out":     "the file to write (a folder for xlsx); else the screen",
			"by":      "split xlsx by cohort or staff",
			"fail-on": "what makes the exit code 1: error or warning",
			"limit":   "how many to list on the screen (0: all)",
			"watch":   "check again after every save (end with Ctrl+C)",
		},
	},
	"status": {
		use:   "status LEDGER",
		short: "the hub's week on one screen: whom to call, late, unpaid, ending, open errors",
		long: `Shows the hub's week on one screen: whom to call, what is late or due within 7 days, unpaid
work, contracts ending within 30 days, who is idle, what is left of the 10-10-10 rule, open errors.
It names people: for internal use only.`,
		example: `  pilot90 status samples/midorino
  pilot90 status samples/midorino --as-of 2025-11-20`,
	},
	"kpi": {
		use:   "kpi LEDGER",
		short: "list the figures (--json for programs)",
		example: `  pilot90 kpi samples/midorino --as-of 2026-03-31
  pilot90 kpi samples/midorino --json --out figures.json
  pilot90 kpi --list`,
		flags: map[string]string{"json": "as JSON", "list": "list the names of the figures", "out": "the file to write (UTF-8); else the screen"},
	},
	"explain": {
		use:   "explain NAME [LEDGER]",
		short: "trace a figure to its cells, or explain a code of check such as C204",
		example: `  pilot90 explain recurring_contract_ratio samples/midorino
  pilot90 explain C204
  pilot90 explain columns`,
	},
	"report": {
		use:   "report LEDGER",
		short: "make the report (PDF, HTML, JSON)",
		example: `  pilot90 report samples/midorino --out out
  pilot90 report samples/midorino --period 2025 --as-of 2026-03-31 --out out`,
		flags: map[string]string{
			"for":    "the edition",
			"plan":   "a plan of your own (see pilot90 plan copy), in place of --for",
			"out":    "the folder to write to",
			"format": "what to make: pdf, html, xlsx, json",
		},
	},
	"plan": {
		use:   "plan COMMAND",
		short: "list, copy and check the plans of editions",
		long: `Lists the plans of editions, makes a copy to change, and checks what was changed. A plan is a
text file (TOML) that puts sections, figures, charts and texts in order.
pilot90 report LEDGER --plan FILE uses it.`,
		example: `  pilot90 plan list                                 list the plans
  pilot90 plan copy council --out plans             make plans/council.toml
  pilot90 plan copy council ledger                  put the copy into the ledger's folder
  pilot90 plan check plans/council.toml             check what was changed`,
	},
	"plan list": {use: "plan list", short: "list the plans", example: "  pilot90 plan list"},
	"plan copy": {
		use:   "plan copy EDITION [LEDGER]",
		short: "make a copy of a plan, with explanations (nothing is overwritten)",
		example: `  pilot90 plan copy council --out plans
  pilot90 plan copy council --out plans/town.toml
  pilot90 plan copy council ledger`,
		flags: map[string]string{"out": "the folder for the copy, or a file name ending in .toml (else this folder)"},
	},
	"plan check": {
		use:     "plan check FILE",
		short:   "check a changed plan, by line and column",
		example: "  pilot90 plan check plans/council.toml",
	},
	"licenses":              {short: "the licences of everything built in"},
	"completion":            {short: "print the set-up of completion (the Tab key) for a shell"},
	"completion bash":       {short: "for bash"},
	"completion zsh":        {short: "for zsh"},
	"completion fish":       {short: "for fish"},
	"completion powershell": {short: "for PowerShell"},
}
