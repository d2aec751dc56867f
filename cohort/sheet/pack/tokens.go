package pack

import (
	"errors"

	"pilot90/cohort/lang"
	"pilot90/cohort/sheet/grid"
	"pilot90/cohort/sheet/xml"
)

// Tokens is the tokenizer of one part: the scanner, until it steps aside; then encoding/xml,
// which reads the part again and passes over the tokens that were already given.
type Tokens struct {
	pack  *Pack
	part  *partReader
	most  int64        // bytes of the part, unpacked
	fast  *xml.Scanner // nil once it stepped aside
	slow  *xml.XMLTokens
	words *xml.Vocabulary // nil for a part whose elements are all in the namespace of its root
	given int
}

// Tokens starts to read an XML part whose elements are all in the namespace of its root; Close must be called.
func (p *Pack) Tokens(name string) (*Tokens, error) { return p.TokensIn(name, nil) }

// TokensIn is Tokens of a part that mixes several namespaces, in the names of a vocabulary.
func (p *Pack) TokensIn(name string, words *xml.Vocabulary) (*Tokens, error) {
	return p.tokensOf(name, p.Limits.PartBytes, words)
}

// SmallTokensIn is TokensIn of a part that tells what a workbook holds.
func (p *Pack) SmallTokensIn(name string, words *xml.Vocabulary) (*Tokens, error) {
	return p.tokensOf(name, min(smallPart, p.Limits.PartBytes), words)
}

// tokensOf is TokensIn of a part that may be so large, unpacked.
func (p *Pack) tokensOf(name string, most int64, words *xml.Vocabulary) (*Tokens, error) {
	part, err := p.open(name, most)
	if err != nil {
		return nil, err
	}
	fast, err := xml.NewScanner(part)
	fast.Words = words
	toks := &Tokens{pack: p, part: part, most: most, fast: fast, words: words}
	if errors.Is(err, xml.ErrAside) {
		err = toks.stepAside()
	}
	if err != nil {
		toks.Close()
		return nil, toks.named(err)
	}
	return toks, nil
}

// Next reads the next token; its bytes hold until the next call.
func (p *Tokens) Next(t *xml.Token) error {
	if p.fast == nil {
		return p.named(p.slow.Next(t))
	}
	err := p.fast.Next(t)
	if err == xml.ErrAside {
		if err = p.stepAside(); err == nil {
			return p.named(p.slow.Next(t))
		}
	}
	p.given++
	return p.named(err)
}

// Front is xml.Scanner.Front; nil when the scanner stepped aside.
func (p *Tokens) Front() (b []byte, depth int) {
	if p.fast == nil {
		return nil, 0
	}
	return p.fast.Front()
}

// Pass goes on after the first n bytes of what front returned, which are so many tokens.
func (p *Tokens) Pass(n, tokens int) {
	p.fast.Pass(n)
	p.given += tokens
}

// named says which part was cut off.
func (p *Tokens) named(err error) error {
	if f, ok := err.(*grid.Fault); ok && f.Code == grid.CodeCutOff {
		return grid.CutOff("「"+lang.Quote(p.part.name)+"」", lang.Quote(p.part.name))
	}
	return err
}

// stepAside changes to encoding/xml at the token where the scanner stopped.
func (p *Tokens) stepAside() error {
	name := p.part.name
	p.Close()
	part, err := p.pack.open(name, p.most)
	if err != nil {
		return err
	}
	p.part = part
	p.slow = xml.NewXMLTokens(&generalReader{partReader: part})
	p.slow.Words = p.words
	var t xml.Token
	for range p.given {
		if err := p.slow.Next(&t); err != nil {
			return err
		}
	}
	return nil
}

// Close ends the reading; it may be called more than once.
func (p *Tokens) Close() {
	if p.fast != nil {
		p.fast.Close()
		p.fast = nil
	}
	if p.part != nil {
		p.part.Close()
	}
}

// generalReader bounds what encoding/xml is given: it keeps a whole text or comment in memory
// and is slow.
type generalReader struct{ *partReader }

func (g *generalReader) Read(b []byte) (int, error) {
	n, err := g.partReader.Read(b)
	if most := g.pack.Limits.GeneralXML; g.pack.general.charge(g.name, g.read) > most {
		return 0, grid.OverLimit("特殊な書き方のXMLの大きさ（バイト）", "The size of unusual XML in bytes", most)
	}
	return n, err
}
