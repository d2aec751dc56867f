package finding

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"pilot90/cohort/lang"
)

// errNotes says that the notes of a sheet are kept in a way that takes no further one.
var errNotes = errors.New("comments cannot be added to this sheet")

// commentBook writes the notes of the findings into a workbook that is not encrypted. It works
// on the parts themselves: what it does not write stays as it is, byte by byte.
func commentBook(data []byte, fs []Finding, l lang.Lang) ([]byte, remarks, error) {
	a, err := openArchive(data)
	if err != nil {
		return nil, remarks{}, err
	}
	parts, err := a.sheetParts()
	if err != nil {
		return nil, remarks{}, err
	}
	var said remarks
	texts := noteTexts(fs, l)
	for _, sheet := range slices.Sorted(maps.Keys(parts)) {
		before := maps.Clone(a.changed)
		added := len(a.added)
		threaded, err := a.commentSheet(parts[sheet], texts[sheet])
		if err != nil {
			a.changed, a.added = before, a.added[:added]
			if len(texts[sheet]) > 0 {
				said.unnoted = append(said.unnoted, sheet)
			}
			continue
		}
		for _, ref := range threaded {
			said.threaded = append(said.threaded, Place{Sheet: sheet, Range: ref}.String())
		}
	}
	out, err := a.bytes()
	return out, said, err
}

// noteTexts is what is written on each cell of each sheet.
func noteTexts(fs []Finding, l lang.Lang) map[string]map[string]string {
	texts := map[string]map[string]string{}
	for _, f := range Unfold(fs) {
		for _, p := range f.faulty() {
			a := p.area()
			ref := cellName(a.fromRow, a.fromCol)
			if texts[p.Sheet] == nil {
				texts[p.Sheet] = map[string]string{}
			}
			if texts[p.Sheet][ref] != "" {
				texts[p.Sheet][ref] += "\n"
			}
			texts[p.Sheet][ref] += noteText(f, l)
		}
	}
	return texts
}

// noteText is what is wrong, the fix and the related cells, a line each.
func noteText(f Finding, l lang.Lang) string {
	text := fmt.Sprintf("【%s %s】%s", f.Severity.Word().In(l), f.Code, lang.OneLine(f.Message.In(l)))
	if fix := f.Fix.In(l); fix != "" {
		text += "\n→ " + lang.OneLine(fix)
	}
	if related := f.related(l); related != "" {
		text += "\n→ " + lang.OneLine(related)
	}
	return text
}

// commentSheet writes the notes of one sheet and returns the cells that were left alone.
func (a *archive) commentSheet(part string, want map[string]string) ([]string, error) {
	of, err := a.relations(part)
	if err != nil {
		return nil, err
	}
	comments := targetOf(of, func(r relation) bool { return r.kind == "comments" })
	data := []byte(emptyNotes)
	switch {
	case comments != "":
		if data, err = a.part(comments); err != nil {
			return nil, err
		}
	case len(want) == 0:
		return nil, nil
	}
	n, err := readNotes(data)
	if err != nil {
		return nil, err
	}
	result, err := n.write(want)
	if err != nil || bytes.Equal(result.data, data) {
		return result.threaded, err
	}
	if comments == "" {
		if comments, err = a.addComments(part); err != nil {
			return nil, err
		}
	}
	a.set(comments, result.data)
	if len(result.added)+len(result.removed) == 0 {
		return result.threaded, nil
	}
	return result.threaded, a.drawBoxes(part, comments, of, result, want)
}

func targetOf(list []relation, is func(relation) bool) string {
	if i := slices.IndexFunc(list, is); i >= 0 {
		return list[i].target
	}
	return ""
}

// addComments declares a comments part for a sheet that has none.
func (a *archive) addComments(sheet string) (string, error) {
	name, _ := a.free("xl/comments%d.xml")
	if _, err := a.relate(sheet, "comments", name); err != nil {
		return "", err
	}
	line := `<Override xmlns="http://schemas.openxmlformats.org/package/2006/content-types" PartName="/` + name +
		`" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"/>`
	return name, a.declare(line, `PartName="/`+name+`"`)
}

// drawBoxes brings the boxes of a sheet in line with its notes, and makes sure that each added
// note has exactly one.
func (a *archive) drawBoxes(part, comments string, of []relation, result noted, texts map[string]string) error {
	sheet, err := a.part(part)
	if err != nil {
		return err
	}
	head, tail := aroundCells(sheet)
	id := drawingOf(tail)
	drawing := targetOf(of, func(r relation) bool { return r.id == id && r.kind == "vmlDrawing" })
	data, err := a.part(drawing)
	if err != nil {
		return err
	}
	if id == "" {
		var number int
		drawing, number = a.free("xl/drawings/vmlDrawing%d.vml")
		data = fmt.Appendf(nil, emptyDrawing, number)
		if err := a.addDrawing(part, sheet, len(sheet)-len(tail), drawing); err != nil {
			return err
		}
	}
	if data == nil {
		return errNotes
	}
	if data, err = writeBoxes(data, readGrid(head), result, texts); err != nil {
		return err
	}
	a.set(drawing, data)
	boxes, err := readBoxes(data)
	if err != nil {
		return err
	}
	count := map[string]int{}
	for _, b := range boxes {
		count[b.ref()]++
	}
	for _, ref := range result.added {
		if count[ref] != 1 {
			return errNotes
		}
	}
	return nil
}

// commentHeight is the height in pixels that shows the text in a box of 320 pixels: about 24
// full-width characters a line.
func commentHeight(text string) uint {
	lines := uint(1)
	for _, line := range strings.Split(text, "\n") {
		lines += 1 + uint(len([]rune(line)))/24
	}
	return min(20*lines, 400)
}
