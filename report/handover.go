package report

import (
	"fmt"
	"strings"

	"pilot90/cohort/cell"
	"pilot90/kpi"
	"pilot90/report/content"
)

// handoverEdition is the plan of the successor's package.
const handoverEdition = "handover"

// Kept is a sealed edition as the handover lists it.
type Kept struct {
	Name   string
	AsOf   string
	Number string // as much of the manifest's hash as a person would note down
	Reason string // why it was made again
	State  string // what came of checking it, in the edition's language
	Agrees bool
}

// handoverStart says what this is, where the ledger is and what to do first.
func (e *edition) handoverStart(PlanBlock) []content.Block {
	return []content.Block{
		content.Paragraph{Tone: content.Watch, Text: e.words(
			"この資料には、未払いの相手や声かけが必要な人の氏名など、推進ハブの週次版と同じ範囲の個人情報が入っています。庁内限りで扱い、外へ出さないでください。",
			"These pages name persons, to the same extent as the hub's weekly edition. Keep them internal.")},
		content.Paragraph{Text: e.toSuccessor()},
		content.Paragraph{Text: e.ledgerPlace()},
		content.Paragraph{Text: e.words(
			"このフォルダーには、この案内のほかに、残した版の写し（editions）、設定（pilot.toml）、すべての指標の定義、ファイルのハッシュ一覧が入っています。何もインストールせずに開けます。",
			"Beside these pages the folder holds copies of the sealed editions (editions), the settings (pilot.toml), all "+
				"definitions and the hashes of the files. Nothing need be installed to open it.")},
		content.List{Items: e.firstCommands()},
	}
}

// toSuccessor says what the ledger is and what pilot90 does with it.
func (e *edition) toSuccessor() string {
	name := e.Cohort.Pilot.Program.Name
	if name == "" {
		name = e.words("この事業", "this pilot")
	}
	return e.words(
		name+"を引き継ぐ方へ。記録は「台帳」（Excel や CSV のファイル）だけにあります。pilot90 は、その台帳を読んで点検し、数字と報告書をつくる道具です。台帳を書き換えることも、"+
			"インターネットにつなぐこともありません。",
		"For whoever takes over "+name+
			". The record is the ledger (Excel and CSV files) and nothing else. pilot90 reads it, checks it and makes "+
			"figures and reports from it. It never changes the ledger and uses no network.")
}

// ledgerPlace says where the ledger lies and which files it has.
func (e *edition) ledgerPlace() string {
	var names []string
	for _, in := range e.Result.Inputs {
		names = append(names, in.File)
	}
	files := strings.Join(names, e.words("、", ", "))
	return e.words("台帳の置き場所："+e.Place+"（ファイル："+files+"）", "The ledger: "+e.Place+" (files: "+files+")")
}

// firstCommands are what a successor runs first, and what each command is for.
func (e *edition) firstCommands() []string {
	return []string{
		e.words("まず、台帳を点検します：  pilot90 check 台帳のフォルダー", "First check the ledger: pilot90 check FOLDER"),
		e.words("次に、これまでの報告が今の台帳と合うかを確かめます：  pilot90 verify 台帳のフォルダー",
			"Then see whether what was reported agrees with it: pilot90 verify FOLDER"),
		e.words("毎週、今週することを見て、版を残します：  pilot90 report 台帳のフォルダー --for hub　／　pilot90 seal 台帳のフォルダー --for hub",
			"Each week: pilot90 report FOLDER --for hub, and pilot90 seal FOLDER --for hub"),
		e.words("数字の根拠を聞かれたら：  pilot90 explain 指標の名前 台帳のフォルダー",
			"When asked where a number comes from: pilot90 explain FIGURE FOLDER"),
		e.words("数字が前と違うと言われたら：  pilot90 diff 前の版のフォルダー 台帳のフォルダー",
			"When told that a number has changed: pilot90 diff OLD-EDITION FOLDER"),
	}
}

// dates lists what lies ahead in the coming year.
func (e *edition) dates(PlanBlock) []content.Block {
	if !e.profile.Open() {
		return nil // contracts and small groups are named
	}
	t := &content.Table{
		ID:      "dates",
		Caption: e.words("これから1年の日付", "Dates of the coming year"),
		Columns: []content.Column{
			{Head: e.words("日付", "Date"), Width: 38},
			{Head: e.words("こと", "What"), Width: 62},
		},
	}
	for _, m := range kpi.Ahead(e.Window) {
		t.Rows = append(t.Rows, []string{e.day(m.Day), e.milestone(m)})
	}
	return []content.Block{t}
}

func (e *edition) milestone(m kpi.Milestone) string {
	contract := ""
	if m.Contract != nil {
		contract = m.Contract.ID.Value + " " + m.Contract.Title.Value
	}
	switch m.Kind {
	case kpi.CycleEnds:
		return e.words(fmt.Sprintf("%sの90日の歩みが終わる（%d 人）", m.Cohort, m.People),
			fmt.Sprintf("the cycle of %s ends (%d people)", m.Cohort, m.People))
	case kpi.ContractEnds:
		return e.words("案件 "+contract+" が終わる", "contract "+contract+" ends")
	case kpi.NoticeDue:
		return e.words("案件 "+contract+"：更新しない場合に予告する期限（終了の30日前）",
			"contract "+contract+": last day to announce that it ends (30 days before)")
	case kpi.LastStart:
		return e.words("年度内に90日を終えられる最も遅い開始日", "last start whose cycle ends inside the fiscal year")
	case kpi.YearEnd:
		return e.words("年度末。この日までの作業が今年度の実績になる", "end of the fiscal year")
	case kpi.BooksClose:
		return e.words("出納整理期間の終わり。前の年度の支払いはこの日まで", "the books of the fiscal year before close; payments for it until then")
	}
	return e.words("交付金の指標「"+m.Subject+"」の目標年月", "target date of the grant's indicator “"+m.Subject+"”")
}

// kept lists the sealed editions, each with what came of checking it.
func (e *edition) kept(PlanBlock) []content.Block {
	if len(e.Run.Kept) == 0 {
		return []content.Block{content.Paragraph{Tone: content.Note, Text: e.words(
			"残した版はまだありません。報告や公表の前に pilot90 seal で残すと、あとから数字を確かめられます。",
			"No edition is kept yet. Seal one (pilot90 seal) before reporting or publishing, and its figures can be checked "+
				"later.")}}
	}
	t := &content.Table{
		ID: "kept",
		Caption: e.words("台帳のフォルダーの editions にあり、この資料の editions にも写しがあります",
			"In the folder “editions” of the ledger, and copied beside this page"),
		Columns: []content.Column{
			{Head: e.words("版", "Edition"), Width: 24},
			{Head: e.words("基準日", "As of"), Width: 14},
			{Head: e.words("控えの番号", "Number"), Width: 20},
			{Head: e.words("今の台帳で確かめた結果", "Checked with the ledger as it is"), Width: 24},
			{Head: e.words("つくり直した理由", "Why made again"), Width: 18},
		},
	}
	for _, k := range e.Run.Kept {
		t.Rows = append(t.Rows, []string{k.Name, k.AsOf, k.Number, k.State, k.Reason})
		tone := content.Watch
		if k.Agrees {
			tone = content.Good
		}
		t.Tones = append(t.Tones, tone)
	}
	return []content.Block{t, content.Paragraph{Tone: content.Note, Text: e.words(
		"確かめ方：pilot90 verify 台帳のフォルダー。ファイルが書き換えられていないか、今の台帳から同じ数字になるかを、版ごとに示します。違うときは pilot90 diff で、どの行・セルが変わったかを調べられます。",
		"To check: pilot90 verify FOLDER says of each edition whether its files are intact and whether the ledger gives "+
			"the same figures; pilot90 diff names the rows and cells.")}}
}

// nextYear lists the steps into the next fiscal year.
func (e *edition) nextYear(PlanBlock) []content.Block {
	next := cell.NewDay(e.Window.Clock.End.FiscalYear()+1, 4, 1)
	lastDay, year := (next - 1).String(), e.fiscalYear(next)
	return []content.Block{content.List{Items: []string{
		e.words("年度末の版を残す：  pilot90 seal 台帳のフォルダー --for grant --as-of "+lastDay+"（council、public も同じように）",
			"Seal the editions of the year's end: pilot90 seal FOLDER --for grant --as-of "+lastDay+
				" (council and public likewise)"),
		e.words("出納整理期間（5月31日まで）の支払日を台帳に書き入れ、もう一度点検する", "Enter the payments made until 31 May and check again"),
		e.words("同じ台帳を続けて使う場合：  pilot.toml の [period] を"+year+"にし、[targets] と交付金の年度増加分を確かめる",
			"To go on with the same ledger: set [period] in pilot.toml to "+year+
				" and review [targets] and the grant's increments"),
		e.words("新しい台帳で始める場合：  pilot90 init 新しいフォルダー --from 今の台帳（参加者・発注者・案件を引き継ぐ）",
			"To begin a new one: pilot90 init NEW-FOLDER --from THIS-LEDGER (takes over participants, clients and contracts)"),
		e.words("4月の最初の週に pilot90 check と pilot90 report --for hub を動かし、この資料の日付の表と見比べる",
			"In the first week of April run pilot90 check and pilot90 report --for hub, and compare with the dates above"),
		e.words("次の異動のときは、もう一度 pilot90 handover でこの資料をつくる",
			"At the next change of staff make these pages again with pilot90 handover"),
	}}}
}

// fiscalYear names the fiscal year that begins on the day: 令和8年度, fiscal 2026.
func (e *edition) fiscalYear(start cell.Day) string {
	era, year := start.Era()
	return e.words(fmt.Sprintf("%s%d年度", era, year), fmt.Sprintf("fiscal %d", start.FiscalYear()))
}
