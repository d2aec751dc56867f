package finding

import (
	"errors"
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"
)

// commentReach is which sheets of a book get comments.
type commentReach int

const (
	everySheet  commentReach = iota
	freshSheets              // those without comments of their own
	noSheet
)

// errCommentsMixed says that a comment went to another sheet than it was meant for, which
// happens when a book numbers its parts in an unusual way.
var errCommentsMixed = errors.New("comments cannot be added to this workbook")

// commentCells writes the notes on their cells and makes sure that every comment, the old ones
// included, is on its sheet afterwards.
func commentCells(book *excelize.File, cells []target, marks map[target]mark, reach commentReach, lang Lang) error {
	if reach == noSheet {
		return nil
	}
	old, err := existingComments(book)
	if err != nil {
		return err
	}
	taken := map[string]bool{}
	want := map[target]bool{}
	for c := range old {
		taken[c.sheet] = true
		want[c] = true
	}
	for _, c := range cells {
		if len(marks[c].notes) == 0 || reach == freshSheets && taken[c.sheet] {
			continue
		}
		if err := comment(book, c, marks[c], old[c], lang); err != nil {
			return err
		}
		want[c] = true
	}
	now, err := existingComments(book)
	if err != nil {
		return err
	}
	if len(now) != len(want) {
		return errCommentsMixed
	}
	for c := range now {
		if !want[c] {
			return errCommentsMixed
		}
	}
	return nil
}

// existingComments returns the text of every comment of the book by its cell.
func existingComments(book *excelize.File) (map[target]string, error) {
	found := map[target]string{}
	for _, sheet := range book.GetSheetList() {
		if _, err := book.GetSheetProps(sheet); err != nil {
			continue // a sheet without cells, such as a chart
		}
		comments, err := book.GetComments(sheet)
		if err != nil {
			return nil, err
		}
		for _, note := range comments {
			row, col := parseCell(note.Cell)
			found[target{sheet, row, col}] = commentText(note)
		}
	}
	return found, nil
}

func commentText(c excelize.Comment) string {
	text := c.Text
	for _, run := range c.Paragraph {
		text += run.Text
	}
	return strings.TrimSpace(text)
}

// comment writes what is wrong, what was expected and the fix on the cell, below a comment that
// stands there already.
func comment(book *excelize.File, c target, m mark, old string, lang Lang) error {
	ref := cellName(c.row, c.col)
	var parts []string
	if old != "" {
		parts = append(parts, old)
		if err := book.DeleteComment(c.sheet, ref); err != nil {
			return err
		}
	}
	for _, f := range m.notes {
		text := fmt.Sprintf("【%s %s】%s", f.Severity.Word().In(lang), f.Code, f.Message.In(lang))
		if fix := f.Fix.In(lang); fix != "" {
			text += "\n→ " + fix
		}
		parts = append(parts, text)
	}
	text := strings.Join(parts, "\n")
	return book.AddComment(c.sheet, excelize.Comment{
		Author: "pilot90", Cell: ref, Width: 320, Height: commentHeight(text),
		Paragraph: []excelize.RichTextRun{{Text: text}},
	})
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
