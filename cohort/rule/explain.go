package rule

import (
	"fmt"
	"io"

	"pilot90/cohort/lang"
)

// Write prints one rule with its long text, as explain shows it.
func Write(w io.Writer, r Rule, l lang.Lang) error {
	_, err := fmt.Fprintf(w, "%s %s [%s]\n\n%s\n", r.Code, r.Title.In(l), r.Severity.Word().In(l), r.Long.In(l))
	return err
}
