package block

import "pilot90/report/content"

// headed is a table under a heading that is its caption, which is then not repeated.
func headed(t *content.Table) []content.Block {
	return []content.Block{content.Heading{Text: t.Caption}, t}
}

// drawnUnder is a chart under a heading that is its title.
func drawnUnder(c *content.Chart) []content.Block {
	return []content.Block{content.Heading{Text: c.Title}, c}
}
