package block

import (
	"strings"

	"pilot90/report/content"
	"pilot90/report/plan"
)

var handoverStartKind = Kind{
	Name:  "handover_start",
	About: "引き継ぎの最初の説明",
	Build: (*Env).handoverStart,
}

// handoverStart says what this is, where the ledger is and what to do first.
func (e *Env) handoverStart(plan.Block) []content.Block {
	return []content.Block{
		content.Paragraph{Tone: content.Watch, Text: e.Words(
			"この資料には、未払いの相手や声かけが必要な人の氏名など、推進ハブの週次版と同じ範囲の個人情報が入っています。庁内限りで扱い、外へ出さないでください。",
			"These pages name persons, to the same extent as the hub's weekly edition. Keep them internal.")},
		content.Paragraph{Text: e.toSuccessor()},
		content.Paragraph{Text: e.ledgerPlace()},
		content.Paragraph{Text: e.Words(
			"このフォルダーには、この案内のほかに、残した版の写し（editions）、設定（pilot.toml）、すべての指標の定義、ファイルのハッシュ一覧が入っています。何もインストールせずに開けます。",
			"Beside these pages the folder holds copies of the sealed editions (editions), the settings (pilot.toml), all "+
				"definitions and the hashes of the files. Nothing need be installed to open it.")},
		content.List{Items: e.firstCommands()},
	}
}

// toSuccessor says what the ledger is and what pilot90 does with it.
func (e *Env) toSuccessor() string {
	name := e.Cohort.Pilot.Program.Name
	if name == "" {
		name = e.Words("この事業", "this pilot")
	}
	return e.Words(
		name+"を引き継ぐ方へ。記録は「台帳」（Excel や CSV のファイル）だけにあります。pilot90 は、その台帳を読んで点検し、数字と報告書をつくる道具です。台帳を書き換えることも、"+
			"インターネットにつなぐこともありません。",
		"For whoever takes over "+name+
			". The record is the ledger (Excel and CSV files) and nothing else. pilot90 reads it, checks it and makes "+
			"figures and reports from it. It never changes the ledger and uses no network.")
}

// ledgerPlace says where the ledger lies and which files it has.
func (e *Env) ledgerPlace() string {
	var names []string
	for _, in := range e.Result.Inputs {
		names = append(names, in.File)
	}
	files := strings.Join(names, e.Words("、", ", "))
	return e.Words("台帳の置き場所："+e.Place+"（ファイル："+files+"）", "The ledger: "+e.Place+" (files: "+files+")")
}

// firstCommands are what a successor runs first, and what each command is for.
func (e *Env) firstCommands() []string {
	return []string{
		e.Words("まず、台帳を点検します：  pilot90 check 台帳のフォルダー", "First check the ledger: pilot90 check FOLDER"),
		e.Words("次に、これまでの報告が今の台帳と合うかを確かめます：  pilot90 verify 台帳のフォルダー",
			"Then see whether what was reported agrees with it: pilot90 verify FOLDER"),
		e.Words("毎週、今週することを見て、版を残します：  pilot90 report 台帳のフォルダー --for hub　／　pilot90 seal 台帳のフォルダー --for hub",
			"Each week: pilot90 report FOLDER --for hub, and pilot90 seal FOLDER --for hub"),
		e.Words("数字の根拠を聞かれたら：  pilot90 explain 指標の名前 台帳のフォルダー",
			"When asked where a number comes from: pilot90 explain FIGURE FOLDER"),
		e.Words("数字が前と違うと言われたら：  pilot90 diff 前の版のフォルダー 台帳のフォルダー",
			"When told that a number has changed: pilot90 diff OLD-EDITION FOLDER"),
	}
}
