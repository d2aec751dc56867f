package report

import (
	"fmt"
	"strings"

	"pilot90/report/content"
)

// dump writes a report as plain text, block by block: what a golden file holds.
func dump(r *content.Report) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s | %s | %s | %s\n%s\n", r.Title, r.Subtitle, r.Edition, r.Marking, r.Footer)
	fmt.Fprintf(&b, "%s | %s | %s\n%s | %s\n", r.Head, r.Sender, strings.Join(r.Under, " | "), r.Foot, r.Draft)
	if r.Opening != "" {
		fmt.Fprintf(&b, "%s\n", r.Opening)
	}
	for _, m := range r.Meta {
		fmt.Fprintf(&b, "%s: %s\n", m.Label, m.Value)
	}
	for _, s := range r.Sections {
		fmt.Fprintf(&b, "\n# %s [%s]%s\n", s.Title, s.ID, [...]string{"", " one page", " slide"}[s.Paging])
		for _, block := range s.Blocks {
			dumpBlock(&b, block)
		}
	}
	return b.String()
}

func dumpBlock(b *strings.Builder, block content.Block) {
	switch v := block.(type) {
	case content.Paragraph:
		fmt.Fprintf(b, "\n%s%s\n", toneMark(v.Tone), v.Text)
	case content.Heading:
		fmt.Fprintf(b, "\n## %s\n", v.Text)
	case content.Band:
		fmt.Fprintf(b, "\n! %s%s\n", v.Lead, v.Text)
	case content.Choices:
		for _, c := range v.Items {
			fmt.Fprintf(b, "\n%s: %s%s%s\n", c.Lead, c.Text, c.Warning, c.Rest)
			for _, o := range c.Options {
				fmt.Fprintf(b, "  [%s] %s\n", map[bool]string{true: "x", false: " "}[o.Proposed], o.Text)
			}
		}
	case content.Blanks:
		for _, f := range v.Fields {
			fmt.Fprintf(b, "\n%s: [%s]\n", f.Label, f.Value)
		}
	case content.Points:
		for i, p := range v.Items {
			fmt.Fprintf(b, "\n%d. %s%s\n", i+1, p.Lead, p.Text)
		}
	case content.Panel:
		fmt.Fprintf(b, "\n%s\n", v.Title)
		for _, p := range v.Items {
			fmt.Fprintf(b, "%s %s\n", p.Value, p.Label)
		}
		fmt.Fprintf(b, "%s\n", v.Note)
	case content.Lines:
		for _, l := range v.Lines {
			fmt.Fprintf(b, "\n%s: %s\n", l.Label, l.Value)
		}
	case content.Errands:
		for _, item := range v.Items {
			fmt.Fprintf(b, "\n%s%s -> %s\n", toneMark(item.Tone), item.Text, item.Section)
		}
	case content.List:
		fmt.Fprintf(b, "\n- %s\n", strings.Join(v.Items, "\n- "))
	case content.Cards:
		for _, c := range v.Cards {
			fmt.Fprintf(b, "\n[%s] %s%s = %s (%s) %s %s%s\n", c.Figure, toneMark(c.Tone), c.Title, c.Value, c.Detail, c.Target,
				c.Note, c.Verdict)
		}
	case content.Beside:
		for i, part := range v.Parts {
			fmt.Fprintf(b, "\n| %d of %d\n", i+1, len(v.Parts))
			for _, inner := range part {
				dumpBlock(b, inner)
			}
		}
	case *content.Table:
		dumpTable(b, v)
	case *content.Chart:
		fmt.Fprintf(b, "\n<%s %s> %s\n%s\n", v.Kind, v.ID, v.Title, v.Source)
		for _, g := range v.Goals {
			fmt.Fprintf(b, "%s | %s%s | %s | %s | %s\n", g.Name, g.Value, g.Unit, g.Aim, g.Verdict, g.Basis)
		}
		for _, small := range v.Small {
			fmt.Fprintf(b, "%s | %s\n", small.Name, small.Value)
		}
		if v.Twin != nil {
			dumpTable(b, v.Twin)
		}
	}
}

func dumpTable(b *strings.Builder, t *content.Table) {
	var heads []string
	for _, c := range t.Columns {
		heads = append(heads, c.Head)
	}
	fmt.Fprintf(b, "\n%s\n%s\n", t.Caption, strings.Join(heads, " | "))
	for i, row := range t.Rows {
		mark := ""
		if t.Tones != nil {
			mark = toneMark(t.Tones[i])
		}
		fmt.Fprintf(b, "%s%s\n", mark, strings.ReplaceAll(strings.Join(row, " | "), "\n", " / "))
	}
	for _, n := range t.Notes {
		fmt.Fprintf(b, "  %s\n", n)
	}
}

func toneMark(t content.Tone) string {
	return [...]string{"", "(note) ", "(good) ", "(watch) ", "(bad) ", "(away) "}[t]
}
