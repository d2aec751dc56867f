package main

import "pilot90/cohort/finding"

// The tool's voice. Say first what happened, then what to do; never blame; no word that a clerk
// would have to look up. Errors say what could not be read or written and name it as it was
// given on the command line.
var words = struct {
	short, long, examples string // of pilot90 --help; the English ones are in help_english.go
	usageHint             finding.Text
}{
	short: "90日テレワークパイロットの台帳を点検し、実績の数字と報告書をつくります",
	long: `pilot90 は、90日テレワークパイロットの台帳（Excel・CSV）を読み、点検し、
実績の数字と報告書（PDF・HTML・JSON）をつくります。台帳を書き換えることはありません。
インターネットにも接続しません。`,
	examples: `  pilot90 serve   samples/midorino                  画面（ブラウザー）で見る
  pilot90 init    台帳                              台帳を新しく作る
  pilot90 check   samples/midorino                  台帳を点検する
  pilot90 status  samples/midorino                  今週することを見る
  pilot90 kpi     samples/midorino                  指標を一覧する
  pilot90 explain recurring_contract_ratio samples/midorino
                                                    数字の根拠をセルまでたどる
  pilot90 report  samples/midorino --out out        報告書をつくる
  pilot90 seal    samples/midorino --for hub        報告書の版を、あとで確かめられる形で残す`,
	usageHint: finding.Text{JA: "使い方は pilot90 --help で見られます。", EN: "See pilot90 --help."},
}
