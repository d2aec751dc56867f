package html

import (
	"encoding/base64"
	"html/template"

	"pilot90/report/content"
)

// logo is the emblem as it stands in the page: written into it, as all images are.
type logo struct {
	Source        template.URL
	Width, Height int
	Alt           string
}

func logoOf(l *content.Logo) *logo {
	if l == nil {
		return nil
	}
	return &logo{template.URL("data:image/png;base64," + base64.StdEncoding.EncodeToString(l.PNG)), l.Width, l.Height,
		l.Alt}
}
