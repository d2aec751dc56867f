// Package voice turns what a command has to say into words in the language asked for: messages, errors,
// help pages.
//
// The one idea: say first what happened, then what to do; never blame, and use no word that a clerk
// would have to look up. Errors say what could not be read or written and name it as it was given on
// the command line. The package writes nothing itself but help pages.
package voice

import (
	"errors"
	"fmt"
	"runtime"

	"pilot90/cohort/lang"
)

// Voice speaks to the user in one language.
type Voice struct{ Lang lang.Lang }

// Say is a text in the language asked for.
func (v *Voice) Say(t lang.Text) string { return t.In(v.Lang) }

// Sayf is a message with values in it, in the language asked for.
func (v *Voice) Sayf(ja, en string, args ...any) string {
	return fmt.Sprintf(v.Say(lang.Text{JA: ja, EN: en}), args...)
}

// Errorf makes an error in the language asked for, of what the user can change.
func (v *Voice) Errorf(ja, en string, args ...any) error {
	return fmt.Errorf(v.Say(lang.Text{JA: ja, EN: en}), args...)
}

// Tell are the words to print of an error.
func (v *Voice) Tell(err error) string {
	var worded interface{ In(l lang.Lang) string }
	if errors.As(err, &worded) {
		return worded.In(v.Lang)
	}
	if t, ok := plainly(err, runtime.GOOS); ok {
		return v.Say(t)
	}
	return err.Error()
}

// worded is an error with words in both languages.
type worded struct {
	lang.Text
	err error
}

func (w *worded) Error() string { return w.JA }
func (w *worded) Unwrap() error { return w.err }

// Errorf makes an error with words in both languages.
func Errorf(ja, en string, args ...any) error {
	return &worded{Text: lang.Text{JA: fmt.Sprintf(ja, args...), EN: fmt.Sprintf(en, args...)}}
}
