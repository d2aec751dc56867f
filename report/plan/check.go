package plan

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/BurntSushi/toml"

	"pilot90/cohort/lang"
	"pilot90/templates"
)

// check looks at what a plan says, once it is read.
func (r *reader) check(p *Plan) {
	r.required("", "edition", p.Edition)
	r.required("", "profile", p.Profile)
	r.titled("", p.Title)
	if p.Profile != "" && !slices.Contains(profiles, p.Profile) {
		r.fault("profile", lang.Text{
			JA: fmt.Sprintf("profile = %q という公表の範囲はありません。", p.Profile), EN: fmt.Sprintf("There is no profile %q.", p.Profile)},
			Suggestion(p.Profile, profiles))
	}
	r.disclosure(p)
	if len(p.Sections) == 0 {
		r.fault("", lang.Text{JA: "節（[[section]]）がひとつもありません。", EN: "There is no [[section]]."},
			lang.Text{JA: "pilot90 plan copy で写しを作り、それを直すのが簡単です。", EN: "Start from a copy: pilot90 plan copy."})
	}
	r.bounded(p)
	ids := map[string]bool{}
	for i, s := range p.Sections {
		path := "section." + strconv.Itoa(i)
		r.required(path, "id", s.ID)
		if s.ID != "" && ids[s.ID] {
			r.fault(path+".id", lang.Text{JA: fmt.Sprintf("id = %q はほかの節と同じです。", s.ID),
				EN: fmt.Sprintf("Another section has the id %q too.", s.ID)},
				lang.Text{JA: "別の名前にしてください。", EN: "Give it another one."})
		}
		ids[s.ID] = true
		r.titled(path, s.Title)
		if _, ok := forms[s.Paging]; !ok {
			r.fault(path+".form", lang.Text{JA: fmt.Sprintf("form = %q という形はありません。", s.Paging),
				EN: fmt.Sprintf("There is no form %q.", s.Paging)},
				Suggestion(s.Paging, []string{"one_page", "slide", "finding"}))
		}
		r.fileName(path, s.File)
		for k := range s.Blocks {
			b := &s.Blocks[k]
			r.block(joined(path, "block."+strconv.Itoa(k)), *b)
			if kind := r.vocabulary.kind(b.Kind); kind != nil {
				b.Kind = kind.Name // also where it had another
			}
		}
	}
}

// mostBlocks is how many blocks a plan may have: the longest built-in one has 26, and each may be pages long.
const mostBlocks = 400

// bounded notes more blocks than mostBlocks, a section without any counted as one.
func (r *reader) bounded(p *Plan) {
	n := 0
	for _, s := range p.Sections {
		n += max(len(s.Blocks), 1)
	}
	if n > mostBlocks {
		r.fault("", lang.Text{JA: fmt.Sprintf("部品（[[section.block]]）が%d個あります。一つの構成に置けるのは%d個までです。", n, mostBlocks),
			EN: fmt.Sprintf("There are %d blocks; a plan may have %d.", n, mostBlocks)},
			lang.Text{JA: "いくつかの構成に分けてください。", EN: "Divide it into several plans."})
	}
}

// fileName holds the name of a section's own file to small letters, digits and hyphens, and away from those of the
// edition's other files.
func (r *reader) fileName(path, name string) {
	bad := strings.Trim(name, "abcdefghijklmnopqrstuvwxyz0123456789-") != ""
	if bad || len(name) > 40 || slices.Contains([]string{"report", "deck", "figures", "charts"}, name) {
		r.fault(joined(path, "file"), lang.Text{JA: fmt.Sprintf("file = %q はファイルの名前にできません。", name),
			EN: fmt.Sprintf("file = %q cannot be the name of a file.", name)},
			lang.Text{JA: "英小文字、数字、- で、report と deck のほかの名前にしてください。",
				EN: "Use small letters, digits and -, and neither report nor deck."})
	}
}

// required notes a key that is not there.
func (r *reader) required(path, key, value string) {
	if value == "" {
		r.fault(joined(path, key), lang.Text{JA: fmt.Sprintf("%s がありません。", key), EN: fmt.Sprintf("%s is missing.", key)},
			lang.Text{JA: fmt.Sprintf("%s = \"…\" を書いてください。", key), EN: fmt.Sprintf("Write %s = \"…\".", key)})
	}
}

func (r *reader) titled(path string, title Words) {
	if strings.TrimSpace(title.JA) == "" && strings.TrimSpace(title.EN) == "" {
		r.fault(joined(path, "title"), lang.Text{JA: "見出し（title）がありません。", EN: "The title is missing."},
			lang.Text{JA: "title = { ja = \"…\", en = \"…\" } を書いてください。", EN: "Write title = { ja = \"…\", en = \"…\" }."})
	}
}

// disclosure holds the plan to the profile of its edition: a copy of an edition that leaves the
// hub cannot be opened to names, nor a public one to small groups. An edition of the
// municipality's own may have any profile; when it may show names, Build marks it 内部限り.
func (r *reader) disclosure(p *Plan) {
	if own, err := builtinProfile(p.Edition); err == nil && slices.Contains(profiles, p.Profile) && shows(p.Profile, own) {
		r.fault("profile", lang.Text{
			JA: fmt.Sprintf("%s の版の profile は %s より緩くできません（いまは %s）。", p.Edition, own, p.Profile),
			EN: fmt.Sprintf("The profile of edition %s cannot be weaker than %s (now %s).", p.Edition, own, p.Profile)},
			lang.Text{
				JA: fmt.Sprintf("profile = %q に戻すか、庁内だけで使う版であれば edition を別の名前にしてください（「内部限り」と印字されます）。", own),
				EN: fmt.Sprintf(
					"Put profile = %q back, or give the edition another name if it stays inside; it will be marked as internal.",
					own)})
	}
	if p.Names && p.Profile != "hub" {
		r.fault("names", lang.Text{JA: "氏名を載せられるのは profile = \"hub\" の版だけです。",
			EN: "Only an edition with profile = \"hub\" may show names."},
			lang.Text{JA: "names の行を削除してください。", EN: "Delete the line."})
	}
}

// builtinProfile is the profile of an edition that comes with the program.
func builtinProfile(edition string) (string, error) {
	data, err := templates.Plan(edition)
	if err != nil {
		return "", err
	}
	var p struct {
		Profile string `toml:"profile"`
	}
	_, err = toml.Decode(string(data), &p)
	return p.Profile, err
}

func (r *reader) block(path string, b Block) {
	switch kind := r.vocabulary.kind(b.Kind); {
	case b.Kind == "":
		r.required(path, "kind", "")
	case kind == nil:
		r.fault(path+".kind", lang.Text{
			JA: fmt.Sprintf("kind = %q という部品はありません。", b.Kind),
			EN: fmt.Sprintf("There is no kind of block %q.", b.Kind)}, Suggestion(b.Kind, r.vocabulary.kindNames()))
	case kind.Needs == Figures && len(b.Figures) == 0:
		r.fault(path+".figures", lang.Text{JA: fmt.Sprintf("部品 %s に、載せる指標（figures）がありません。", b.Kind),
			EN: fmt.Sprintf("The block %s names no figures.", b.Kind)},
			lang.Text{JA: "figures = [\"指標の名前\", …] を書いてください。名前は pilot90 kpi --list で見られます。",
				EN: "Write figures = [\"…\"]; pilot90 kpi --list shows the names."})
	case kind.Needs == Text && strings.TrimSpace(b.Text.JA+b.Text.EN) == "":
		r.fault(path+".text", lang.Text{JA: fmt.Sprintf("部品 %s に文章（text）がありません。", b.Kind),
			EN: fmt.Sprintf("The block %s has no text.", b.Kind)},
			lang.Text{JA: "text = { ja = \"…\", en = \"…\" } を書いてください。", EN: "Write text = { ja = \"…\", en = \"…\" }."})
	}
	for i, id := range b.Figures {
		if !r.vocabulary.knowsFigure(id) {
			r.fault(fmt.Sprintf("%s.figures.%d", path, i), lang.Text{
				JA: fmt.Sprintf("%q という指標はありません。", id), EN: fmt.Sprintf("There is no figure %q.", id)},
				Suggestion(id, r.vocabulary.figureIDs()))
		}
	}
}
