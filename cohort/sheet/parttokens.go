package sheet

import "errors"

// partTokens is the tokenizer of one part: the scanner, until it steps aside; then encoding/xml,
// which reads the part again and passes over the tokens that were already given.
type partTokens struct {
	pack  *pack
	part  *partReader
	most  int64    // bytes of the part, unpacked
	fast  *scanner // nil once it stepped aside
	slow  *xmlTokens
	given int
}

// tokens starts to read an XML part; close must be called.
func (p *pack) tokens(name string) (*partTokens, error) { return p.tokensOf(name, p.limits.PartBytes) }

// tokensOf is tokens of a part that may be so large, unpacked.
func (p *pack) tokensOf(name string, most int64) (*partTokens, error) {
	part, err := p.open(name, most)
	if err != nil {
		return nil, err
	}
	fast, err := newScanner(part)
	toks := &partTokens{pack: p, part: part, most: most, fast: fast}
	if errors.Is(err, errAside) {
		err = toks.stepAside()
	}
	if err != nil {
		toks.close()
		return nil, toks.named(err)
	}
	return toks, nil
}

func (p *partTokens) next(t *token) error {
	if p.fast == nil {
		return p.named(p.slow.next(t))
	}
	err := p.fast.next(t)
	if err == errAside {
		if err = p.stepAside(); err == nil {
			return p.named(p.slow.next(t))
		}
	}
	p.given++
	return p.named(err)
}

// front is scanner.front; nil when the scanner stepped aside.
func (p *partTokens) front() (b []byte, depth int) {
	if p.fast == nil {
		return nil, 0
	}
	return p.fast.front()
}

// pass goes on after the first n bytes of what front returned, which are so many tokens.
func (p *partTokens) pass(n, tokens int) {
	p.fast.pass(n)
	p.given += tokens
}

// named says which part was cut off.
func (p *partTokens) named(err error) error {
	if f, ok := err.(*Fault); ok && f.Code == CodeCutOff {
		return cutOff("「"+clip(p.part.name)+"」", clip(p.part.name))
	}
	return err
}

// stepAside changes to encoding/xml at the token where the scanner stopped.
func (p *partTokens) stepAside() error {
	name := p.part.name
	p.close()
	part, err := p.pack.open(name, p.most)
	if err != nil {
		return err
	}
	p.part = part
	p.slow = newXMLTokens(&generalReader{partReader: part})
	var t token
	for range p.given {
		if err := p.slow.next(&t); err != nil {
			return err
		}
	}
	return nil
}

// close ends the reading; it may be called more than once.
func (p *partTokens) close() {
	if p.fast != nil {
		p.fast.close()
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
	if most := g.pack.limits.GeneralXML; g.pack.general.charge(g.name, g.read) > most {
		return 0, overLimit("特殊な書き方のXMLの大きさ（バイト）", "The size of unusual XML in bytes", most)
	}
	return n, err
}
