// Package pattern turns the text of a regular expression into one that is compiled when it is first used: the program
// has more than a hundred, and no run needs them all. Everything else about them is package regexp's.
package pattern

import (
	"regexp"
	"sync"
)

// Pattern is a regular expression. Many goroutines may use it at once.
type Pattern struct {
	text     string
	once     sync.Once
	compiled *regexp.Regexp
}

// New is for variables of packages; a text that is no regular expression panics at the first use, and a test of the
// whole tree compiles each.
func New(text string) *Pattern { return &Pattern{text: text} }

// regexp compiles it, once.
func (p *Pattern) regexp() *regexp.Regexp {
	p.once.Do(func() { p.compiled = regexp.MustCompile(p.text) })
	return p.compiled
}

// MatchString is that of regexp.Regexp, as are the others.
func (p *Pattern) MatchString(s string) bool { return p.regexp().MatchString(s) }

func (p *Pattern) FindStringSubmatch(s string) []string { return p.regexp().FindStringSubmatch(s) }

func (p *Pattern) FindStringIndex(s string) []int { return p.regexp().FindStringIndex(s) }

func (p *Pattern) FindString(s string) string { return p.regexp().FindString(s) }

func (p *Pattern) FindAllString(s string, n int) []string { return p.regexp().FindAllString(s, n) }

func (p *Pattern) FindAllStringIndex(s string, n int) [][]int {
	return p.regexp().FindAllStringIndex(s, n)
}

func (p *Pattern) FindAllStringSubmatch(s string, n int) [][]string {
	return p.regexp().FindAllStringSubmatch(s, n)
}

func (p *Pattern) FindAllStringSubmatchIndex(s string, n int) [][]int {
	return p.regexp().FindAllStringSubmatchIndex(s, n)
}

func (p *Pattern) Split(s string, n int) []string { return p.regexp().Split(s, n) }

func (p *Pattern) ReplaceAllString(s, by string) string { return p.regexp().ReplaceAllString(s, by) }

func (p *Pattern) Match(b []byte) bool { return p.regexp().Match(b) }

func (p *Pattern) FindIndex(b []byte) []int { return p.regexp().FindIndex(b) }

func (p *Pattern) FindSubmatch(b []byte) [][]byte { return p.regexp().FindSubmatch(b) }

func (p *Pattern) FindSubmatchIndex(b []byte) []int { return p.regexp().FindSubmatchIndex(b) }

func (p *Pattern) FindAllSubmatch(b []byte, n int) [][][]byte {
	return p.regexp().FindAllSubmatch(b, n)
}

func (p *Pattern) FindAllSubmatchIndex(b []byte, n int) [][]int {
	return p.regexp().FindAllSubmatchIndex(b, n)
}

func (p *Pattern) ReplaceAll(b, by []byte) []byte { return p.regexp().ReplaceAll(b, by) }

func (p *Pattern) ReplaceAllFunc(b []byte, by func([]byte) []byte) []byte {
	return p.regexp().ReplaceAllFunc(b, by)
}
