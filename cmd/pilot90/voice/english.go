package voice

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
	"municipality":    "this municipality of a hub of several alone, or 町外",
	"cohort":          "the people of this cohort alone (第1期)",
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
into figures and reports. It never changes a spreadsheet and never connects to the Internet.`,
		example: `  pilot90 serve   samples/midorino                  see it in a browser
  pilot90 init    ledger                            begin a ledger
  pilot90 check   samples/midorino                  check a ledger
  pilot90 read    samples/midorino                  see how its sheets are read
  pilot90 status  samples/midorino                  what to do this week
  pilot90 kpi     samples/midorino                  list the figures
  pilot90 explain recurring_contract_ratio samples/midorino
                                                    trace a figure to its cells
  pilot90 report  samples/midorino --out out        make the report
  pilot90 seal    samples/midorino --for hub        keep an edition
  pilot90 rollup  samples/alliance samples/three-years
                                                    put several municipalities together`,
	},
	"serve": {
		use:   "serve [LEDGER]",
		short: "show the ledger as pages in a browser",
		long: `Shows the ledger as pages in a browser: the week, how sheets are read, the check, the figures, the
reports, the settings; editions are kept, checked and compared there, and the successor's folder is
made. Each save in Excel shows at once. Without a folder, choose or begin a ledger on the page.
A folder with the submissions (or ledgers) of many municipalities, or a database made by publish,
opens as a list of them, with totals.

It works inside this computer only and sends nothing out. End it with Ctrl+C or "Quit" on the
page; it also ends 2 minutes after the last page is closed.`,
		example: `  pilot90 serve
  pilot90 serve samples/midorino --as-of 2026-03-31
  pilot90 serve prefecture.db
  pilot90 serve samples/midorino --no-browser        (print the address only)`,
		flags: map[string]string{"port": "the port (0: a free one)", "no-browser": "print the address and open no browser"},
	},
	"init": {
		use:   "init NEW-FOLDER",
		short: "make an empty ledger: pilot.toml and 台帳.xlsx",
		long: `Makes an empty ledger: pilot.toml and 台帳.xlsx. Answer five questions, or give the answers
as flags. Nothing that is there already is changed.

There are two forms. simple has names in place of ids and four sheets (people, contracts, work,
payments), for a hub of up to 30 people; full has ids and every sheet. Without --form it is
simple, or full where more than 30 people are taken over. --migrate always makes the full one.

--from begins the next fiscal year: settings, people who go on (those who earned get prior income),
running contracts, targets by year, grants with what was reached so far. It says what it did,
line by line. In the folder of the ledger itself it makes only the settings (pilot-2026.toml).`,
		example: `  pilot90 init ledger                               (answer five questions)
  pilot90 init ledger --program "90-day pilot" --municipality 緑野町 --prefecture 長野県 --start 2026-06-01
  pilot90 init ledger --form full                   (ids, and every sheet)
  pilot90 init term2 --from term1                   (begin the next fiscal year)
  pilot90 init new --migrate old                    (move every record into today's template)`,
		flags: map[string]string{
			"program":      "name of the programme",
			"municipality": "name of the municipality",
			"prefecture":   "name of the prefecture",
			"start":        "day 1 (2026-06-01, 令和8年6月1日)",
			"hub":          "the hub and how to reach it (may be left out)",
			"from":         "a ledger to take participants, clients and contracts from",
			"form":         "simple or full",
			"migrate":      "a ledger of an earlier template to move every record from",
		},
	},
	"read": {
		use:   "read LEDGER",
		short: "show what each sheet and column is read as, and set it",
		long: `Shows which table each sheet is taken for, the field and the unit of each column, the first three
rows as typed and as read, and what is not used and why. It holds names: for the hub only.

--set writes how a sheet is read to reading.toml in the folder of the ledger. Every command reads
it so from then on, and next month's file or sheet of the same form too. No spreadsheet is
changed. What pilot.toml says goes first.

What --set takes (a column by its heading or its letter):
  'SHEET!COLUMN=FIELD'         read the column as a field
  'SHEET!COLUMN=FIELD:UNIT'    with the unit of its plain numbers
  'SHEET!COLUMN=ignore'        do not read the column
  'SHEET!FIELD:=VALUE'         a field without a column, the same in every row
  'SHEET=TABLE'                read the sheet as a table
  'SHEET=TABLE:3'              with the headings in row 3
  'SHEET=TABLE:SHAPE'          rows, month_sheet, day_matrix or pay_matrix
  'SHEET=ignore'               do not read the sheet
What --unset takes: 'SHEET!COLUMN', or 'SHEET' for all that was set for it.
Where several files have a sheet of the name, '[FILE]SHEET' says which.

Exit code: 0 read / 1 something to correct / 2 wrong usage / 3 cannot read or write`,
		example: `  pilot90 read samples/midorino
  pilot90 read samples/midorino --sheet tasks
  pilot90 read samples/midorino --format html --out reading.html
  pilot90 read ledger --set 'April!D=hours:minutes' --set 'April!K=ignore'
  pilot90 read ledger --unset 'April!D'`,
		flags: map[string]string{"sheet": "this sheet only", "format": "text, json, html",
			"json": "the same as --format json",
			"out":  "the file to write; else the screen", "set": "set how a sheet or column is read (any number)",
			"unset": "take back what was set (any number)"},
	},
	"check": {
		use:   "check LEDGER",
		short: "check a ledger: what to correct, by cell, and how",
		long: `Checks a ledger and names what to correct by cell, and how. The ledger is not changed.
--by splits marks and list only: each copy holds the whole workbook, with everybody's rows.

Exit code: 0 nothing to correct / 1 something / 2 wrong usage / 3 cannot read or write
           130 stopped`,
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
  pilot90 kpi samples/midorino --cohort 第1期
  pilot90 kpi samples/midorino --json --out figures.json
  pilot90 kpi --list`,
		flags: map[string]string{"json": "as JSON", "list": "list the names of the figures",
			"ids": "with the ids of the figures, by which explain and forms call them",
			"out": "the file to write (UTF-8); else the screen"},
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
		short: "make the report (PDF, HTML, Excel and more)",
		long: `Makes the report of the edition that --for names. Without --format it makes
  overview, hub             pdf, html, json
  council                   pdf, pptx, html, json (the slides as deck.pdf and deck.pptx,
                            questions to expect as questions.pdf and questions.html)
  grant                     pdf, html, xlsx, json (xlsx has the columns of the report form)
  public                    html, json, csv
png writes each chart into the folder charts. pptx is slides to change in PowerPoint, with the
numbers of each chart and notes for the speaker.

--form writes the figures into a copy of the municipality's own Excel form, where it has marks such
as {{first_income_residents.value}} or named ranges. No other cell is touched and the original
stays as it is. After the figure comes .value (number), .text (with its unit), .numerator,
.denominator, .n or .target. Without --for it shows what the grant edition shows.

Ctrl+C stops it, and nothing is written then (exit code 130).`,
		example: `  pilot90 report samples/midorino --out out
  pilot90 report samples/midorino --period 2025 --as-of 2026-03-31 --out out
  pilot90 report samples/midorino --for public --out public
  pilot90 report samples/midorino --for council --format pdf,png --out council
  pilot90 report samples/midorino --plan plans/council.toml --out council
  pilot90 report samples/midorino --form form.xlsx --out out`,
		flags: map[string]string{
			"for":    "the edition",
			"plan":   "a plan of your own (see pilot90 plan copy), in place of --for",
			"form":   "a form of the municipality (.xlsx, .xlsm) to write the figures into",
			"out":    "the folder to write to",
			"format": "what to make: pdf, html, xlsx, pptx, json, csv, png (else as said above)",
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
	"seal": {
		use:   "seal LEDGER --for EDITION",
		short: "keep an edition beside the ledger so that it can be checked later",
		long: `Keeps an edition beside the ledger, in editions/<as-of>-<edition>/, with a manifest: the hashes
of the files read, of the definitions and of the plan, and every figure. A kept edition is never
overwritten: the same contents are told, others need a --reason and become -2, -3 …
The reason stays in the manifest; leave names of persons out. --plan keeps an edition made from a
plan of your own; that file is kept with it. Charts of the HTML page are kept as images.

The ledger of then is kept in editions/.ledger (each file once), so that verify and diff can tell
later which cells a difference is due to. It holds names and is in no edition's folder: hand on
the folder of the edition alone.

In the ledger of a hub of several towns --municipality keeps an edition of one of them in
editions/<as-of>-<edition>-<municipality>/. It is compared with editions of the same town alone.

--for submission writes JSON into submissions/ for a prefecture or ministry that puts several
municipalities together: figures and the counts and sums that this takes, and no name, id, row or
free text. It is not for publication. Other contents become -2, -3 …; what is there stays.

Ctrl+C stops it, and nothing is written then (exit code 130).`,
		example: `  pilot90 seal samples/midorino --for hub
  pilot90 seal samples/midorino --for public --as-of 2026-03-31
  pilot90 seal samples/midorino --for council --as-of 2026-03-31 --reason "payment dates of November corrected"
  pilot90 seal samples/midorino --plan plans/council.toml --as-of 2026-03-31
  pilot90 seal samples/alliance --for submission --as-of 2026-03-31`,
		flags: map[string]string{
			"plan":        "a plan of your own (see pilot90 plan copy), in place of --for",
			"for":         "the edition to keep (hub, grant, council, public), or submission",
			"format":      "what to make; json is always among it",
			"reason":      "why an edition of the same day is made again",
			"keep-ledger": "with a copy of the ledger (hub only; it holds names)",
		},
	},
	"publish": {
		use:   "publish SOURCE… --to DATABASE",
		short: "Puts submissions into a database that many use together (SQLite, PostgreSQL)",
		long: `Puts submissions (the JSON of seal --for submission) into a database that many use together.
A submission is in it whole or not at all; the same one twice changes nothing. What is in it is
never altered: a correction is handed in with the next number, and --withdraw takes one out of
every count (the day stays).

--to is sqlite://FILE (made where there is none) or postgres://HOST/DATABASE. The password is not
part of it: it comes from PGPASSWORD, a password file or a service file. A database on another
computer takes an encrypted connection with a verified certificate (sslmode=verify-full).

The tables are municipality, edition, figure, part, definition, stage, finding_count; the views
v_figure_latest, v_figure_by_year, v_pooled_sum, v_pooled_ratio, v_pooled_mean. rollup reads the
database as it is. --role prints the SQL of a role that can put in and read, and nothing else.

Exit code: 0 all are in / 1 some are not / 2 wrong use / 3 no connection / 130 stopped`,
		example: `  pilot90 publish submissions --to sqlite://prefecture.db
  pilot90 publish submissions --to 'postgres://db.example.lg.jp/pilot90?sslmode=verify-full'
  pilot90 publish --withdraw 2026-03-31-202185-fy2025 --to sqlite://prefecture.db
  pilot90 rollup sqlite://prefecture.db --out out
  pilot90 publish --role`,
		flags: map[string]string{
			"to":       "the database (sqlite://FILE, postgres://HOST/DATABASE)",
			"withdraw": "the name of a submission to withdraw (that of its file without .json)",
			"role":     "print the SQL of a role that can put in and read, and nothing else",
		},
	},
	"rollup": {
		use:   "rollup SOURCE…",
		short: "put the submissions (or ledgers) of several municipalities together",
		long: `Puts submissions (the JSON of seal --for submission) or ledgers of several municipalities together:
figures of all, and a list of each. Ratios add up their numerators and denominators, durations are
computed from all observed times; nothing is the mean of means. Of each municipality the newest
as-of date and number counts, older ones are named; one that has not reported is missing, not 0.
The ledger of a hub is also taken apart by municipality, with those outside. With shared_ids = true
under [alliance] in the ledgers of an alliance, a person in two of them counts once; else the
numbers of people are said to be "at most" that many.

A ledger that cannot be read is named and stops nothing. With --out, what was computed of ledgers
is kept in <out>/.submissions, and only those that changed are computed again: a run that was
stopped goes on where it was.

--for council and public tell attributes and amounts of all together alone, as far as nobody can be
told from them. Without --for it is everything, for the office (hub).

Exit code: 0 all read / 1 something was not / 2 wrong usage / 3 cannot write / 130 stopped`,
		example: `  pilot90 rollup samples/alliance
  pilot90 rollup submissions --period 2025 --by prefecture --out out
  pilot90 rollup submissions --expected municipalities.csv --json
  pilot90 rollup submissions --for public --out public`,
		flags: map[string]string{
			"by":       "take apart by (prefecture, year, model)",
			"from":     "read from a database too (sqlite://FILE, postgres://HOST/DATABASE)",
			"period":   "the fiscal year (2025, 令和7年度); else the newest that is there",
			"as-of":    "count what is as of this day or earlier; ledgers are computed for it",
			"out":      "the folder to write to",
			"format":   "what to write into it (pdf, html, xlsx, json)",
			"for":      "who sees it (hub, council, public)",
			"expected": "a list of who should report (a code and a name in each line): tells who is missing",
			"json":     "print JSON",
		},
	},
	"verify": {
		use:   "verify LEDGER-OR-EDITION",
		short: "check that a kept edition is as it was, and that the ledger still gives its figures",
		long: `Checks that a kept edition is as it was, and that the ledger of today still gives the same figures.
Given a ledger's folder it checks every edition that is kept there, newest first, and counts those
that are intact, differ by late entries only, by corrections, by other definitions, or whose files
were altered. Each number that differs has its causes (late entry, corrected, removed, renamed,
a finding, settings, definitions), what each of them makes, and rows and cells. Figures that have
left the hub and are others today come first. An edition is checked with the targets it was made
with. Nothing is written.

Exit code: 0 all agree / 1 something differs / 2 wrong usage / 3 cannot read / 130 stopped`,
		example: `  pilot90 verify samples/midorino
  pilot90 verify samples/midorino/editions/2026-03-31-public
  pilot90 verify received --inputs copy-of-ledger`,
		flags: map[string]string{"inputs": "the folder of the ledger (a copy) to compute again from", "json": "print JSON"},
	},
	"diff": {
		use:   "diff OLD NEW",
		short: "compare two ledgers or editions: the rows that differ, and why each figure moved",
		long: `Compares two ledgers or editions: the rows that differ, and why each figure moved, in terms that
add up exactly. Each side is a ledger's folder, a kept edition or a figures.json. Figures of
editions that have left the hub (grant, council, public) and that the new ledger gives otherwise
are told first, with old, new, cause and cells.

Exit code: 0 nothing to tell / 1 figures that left the hub have changed / 2 wrong usage
           3 cannot read / 130 stopped`,
		example: `  pilot90 diff ledger-of-last-month ledger --as-of-old 2026-02-28 --as-of-new 2026-03-31
  pilot90 diff ledger/editions/2026-03-24-hub ledger
  pilot90 diff ledger/editions/2026-02-28-public ledger/editions/2026-03-31-public --json`,
		flags: map[string]string{
			"as-of-old": "the as-of date of the old ledger (else --as-of)",
			"as-of-new": "the as-of date of the new ledger (else --as-of)",
			"json":      "print JSON",
			"all":       "list every row that differs",
		},
	},
	"handover": {
		use:   "handover LEDGER --out NEW-FOLDER",
		short: "put together the folder for your successor",
		long: `Puts together the folder for your successor. It opens on a computer with nothing installed: the
first page is HTML and PDF. It holds open findings and unpaid work, the dates ahead, what the
settings mean, copies of the kept editions and how to check them, how to begin the next year, every
definition, and hashes.

It names persons as the hub's weekly edition does: keep it inside the office. The ledger itself is
put in with --with-ledger only.

Ctrl+C stops it, and nothing is written then (exit code 130).`,
		example: `  pilot90 handover samples/midorino --out handover
  pilot90 handover ledger --out handover --place "shared folder planning/telework/ledger"`,
		flags: map[string]string{
			"out":         "the folder to make",
			"place":       "where the ledger lies, in words (else the folder as given)",
			"with-ledger": "with a copy of the ledger",
		},
	},
	"licenses":              {short: "the licences of everything built in"},
	"completion":            {short: "print the set-up of completion (the Tab key) for a shell"},
	"completion bash":       {short: "for bash"},
	"completion zsh":        {short: "for zsh"},
	"completion fish":       {short: "for fish"},
	"completion powershell": {short: "for PowerShell"},
}
