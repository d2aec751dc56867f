package plan

import (
	"bytes"
	"fmt"
	"strings"

	"pilot90/report/term"
	"pilot90/templates"
)

// Copy returns the plan of a built-in edition as a file that a municipality can change: what
// may be changed and how stands above it, the blocks and the figures that there are below. An
// unknown edition is the error of Builtin.
func (v *Vocabulary) Copy(edition string) ([]byte, error) {
	plan, err := v.Builtin(edition)
	if err != nil {
		return nil, err
	}
	data, err := templates.Plan(edition)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	fmt.Fprintf(&b, planHead, plan.Label.JA, edition, edition, edition, plan.Profile)
	b.Write(bytes.TrimRight(data, "\n"))
	b.WriteString(planTail)
	for _, kind := range v.Kinds {
		fmt.Fprintf(&b, "#   %s %s\n", term.Pad(kind.Name, 17), kind.About)
	}
	b.WriteString("#\n# 指標（figures に書く名前）:\n")
	for _, d := range v.Figures {
		id := d.ID
		if d.Expand != nil {
			id += ".台帳の指標名"
		}
		fmt.Fprintf(&b, "#   %s %s\n", term.Pad(id, 33), strings.ReplaceAll(d.Title.JA, "\n", " "))
	}
	return b.Bytes(), nil
}

const planHead = `# 「%s」の版の構成です。pilot90 plan copy %s で作りました。
# # から右は説明で、読み飛ばされます。メモ帳などで直し、UTF-8 で保存してください。
#
#   pilot90 plan check %s.toml                     書き方を確かめる（行と列を示します）
#   pilot90 report 台帳 --plan %s.toml --out out   この構成で報告書をつくる
#
# ・節（[[section]]）と部品（[[section.block]]）は、上から順に並びます。消す、並べ替える、足すことができます。
# ・title などの文字は、ja が日本語、en が英語（--lang en）です。
# ・new_page = true の節は、新しいページから始まります。
# ・部品に text = "…" を書くと、自動の文のかわりにその文になります（いくつもの文は、改行で分けます）。
#   構成を写さなくても、pilot.toml の [words.council]、[words.public]、[words.overview]、[words.grant] に書けます。
#   council は title、conclusion、failures、next、questions、public は lead、money、learned、
#   overview は title、summary、grant は title です。両方にあるときは、この構成の text が先です。
# ・profile は公表の範囲です。この版では %q より緩くすると、つくれません。
#   氏名や少人数の数を載せる版（profile = "hub"）には、必ず「内部限り」と印字されます。
# ・部品と指標の名前は、このファイルの終わりに一覧があります。

`

const planTail = `

# ---------------------------------------------------------------------------
# 部品（kind に書く名前）:
`
