package xlsx

import (
	"path"
	"slices"
	"strings"

	"pilot90/cohort/lang"
	"pilot90/cohort/sheet/grid"
	"pilot90/cohort/sheet/pack"
	"pilot90/cohort/sheet/xml"
)

// relations are the links from one part to others.
type relations []relation

type relation struct{ ID, Type, Target, Mode string }

// byType returns the part that a type of link leads to; transitional and strict types end alike.
func (r relations) byType(suffix string) string {
	for _, rel := range r {
		if strings.HasSuffix(rel.Type, suffix) && rel.Mode != "External" {
			return rel.Target
		}
	}
	return ""
}

func (r relations) byID(id string) (relation, bool) {
	i := slices.IndexFunc(r, func(rel relation) bool { return rel.ID == id })
	if i < 0 {
		return relation{}, false
	}
	return r[i], true
}

// relationsOf reads the links of a part; "" is the package itself. Targets become part names.
func relationsOf(p *pack.Pack, part string) (relations, error) {
	name := path.Join(path.Dir(part), "_rels", path.Base(part)+".rels")
	if part == "" {
		name = "_rels/.rels"
	}
	if !p.Has(name) {
		return nil, nil
	}
	var all relations
	err := p.ReadSmall(name, func(e *xml.Elements) error {
		if string(e.Token.Name) == "Relationship" {
			if len(all) >= p.Limits.Parts {
				return grid.OverLimit("「"+lang.Quote(name)+"」のつながりの数", "The number of relations in "+lang.Quote(name),
					int64(p.Limits.Parts))
			}
			all = append(all, relationOf(&e.Token, path.Dir(part)))
		}
		return xml.SkipElement(e.Tokens, &e.Token)
	})
	return all, err
}

// relationOf reads one link of a part in the folder.
func relationOf(t *xml.Token, folder string) relation {
	target := strings.ReplaceAll(string(t.Attr("Target")), `\`, "/")
	if !strings.HasPrefix(target, "/") {
		target = path.Join(folder, target)
	}
	return relation{
		ID: string(t.Attr("Id")), Type: string(t.Attr("Type")),
		Target: strings.TrimPrefix(target, "/"), Mode: string(t.Attr("TargetMode")),
	}
}
