package sheet

import (
	"path"
	"slices"
	"strings"
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
func relationsOf(p *pack, part string) (relations, error) {
	name := path.Join(path.Dir(part), "_rels", path.Base(part)+".rels")
	if part == "" {
		name = "_rels/.rels"
	}
	if !p.has(name) {
		return nil, nil
	}
	var all relations
	err := p.readSmall(name, func(e *elements) error {
		if string(e.t.name) == "Relationship" {
			if len(all) >= p.limits.Parts {
				return overLimit("「"+clip(name)+"」のつながりの数", "The number of relations in "+clip(name), int64(p.limits.Parts))
			}
			all = append(all, relationOf(&e.t, path.Dir(part)))
		}
		return skipElement(e.toks, &e.t)
	})
	return all, err
}

// relationOf reads one link of a part in the folder.
func relationOf(t *token, folder string) relation {
	target := strings.ReplaceAll(string(t.attr("Target")), `\`, "/")
	if !strings.HasPrefix(target, "/") {
		target = path.Join(folder, target)
	}
	return relation{
		ID: string(t.attr("Id")), Type: string(t.attr("Type")),
		Target: strings.TrimPrefix(target, "/"), Mode: string(t.attr("TargetMode")),
	}
}
