package record

import (
	"cmp"
	"slices"
	"strings"

	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
	"pilot90/cohort/pattern"
)

// Chain is one contract kept in several rows, its terms: renewed as a new row each time.
type Chain struct {
	Terms []*Contract // by start; two or more
}

// Renewals says how rows of contracts are joined to chains.
type Renewals struct {
	GapDays  int  // the most days between the end of a term and the start of the next
	Separate bool // none is joined
}

// JoinRenewals joins the terms among the contracts that the figures use. Contracts that only the log names have no
// terms.
func (all *Tables) JoinRenewals(how Renewals) []*Chain {
	if all.Contracts.Derived {
		return nil
	}
	chains := Chains(all.Contracts.Rows, how)
	for _, c := range chains {
		for _, k := range c.Terms {
			k.Chain = c
		}
	}
	return chains
}

// chained is a union of rows: each points at another of its chain, or at itself.
type chained map[*Contract]*Contract

func (c chained) root(k *Contract) *Contract {
	for c[k] != k {
		c[k] = c[c[k]]
		k = c[k]
	}
	return k
}

func (c chained) join(a, b *Contract) { c[c.root(a)] = c.root(b) }

// Chains joins the rows of contracts that are terms of one: those that name the row they renew, and those of one
// client and one title (see SeriesKey) that follow each other. Two terms follow each other when the later one begins
// on the last day of the earlier or up to GapDays + 1 days after it, or, by a slip, up to GapDays before it and ends
// no earlier. Chains stand in the order of their first row; rows without a start day are in none.
func Chains(rows []*Contract, how Renewals) []*Chain {
	if how.Separate {
		return nil
	}
	dated := slices.DeleteFunc(slices.Clone(rows), func(k *Contract) bool {
		return !k.StartDate.Known || k.StartSupposed()
	})
	union := chained{}
	for _, k := range dated {
		union[k] = k
	}
	fault := RenewalFaults(rows)
	for _, k := range dated {
		if before := k.Renewed; before != nil && union[before] != nil && fault(k) == RenewalSound {
			union.join(k, before)
		}
	}
	for _, series := range seriesOf(dated) {
		open := newOpenTerms(series)
		for _, k := range series {
			if before := open.before(k, how.GapDays); before != nil {
				union.join(k, before)
			}
		}
	}
	return union.chains(dated)
}

// chains are the sets of two rows or more.
func (c chained) chains(rows []*Contract) []*Chain {
	var all []*Chain
	of := map[*Contract]*Chain{}
	for _, k := range rows {
		root := c.root(k)
		if of[root] == nil {
			of[root] = &Chain{}
			all = append(all, of[root])
		}
		of[root].Terms = append(of[root].Terms, k)
	}
	all = slices.DeleteFunc(all, func(c *Chain) bool { return len(c.Terms) < 2 })
	for _, c := range all {
		slices.SortStableFunc(c.Terms, byStart)
	}
	return all
}

func byStart(a, b *Contract) int { return cmp.Compare(a.StartDate.Value, b.StartDate.Value) }

// seriesOf are the rows of one client and one title, by start.
func seriesOf(rows []*Contract) [][]*Contract {
	var all [][]*Contract
	at := map[job]int{}
	for _, k := range rows {
		key, known := k.series()
		if !known {
			continue
		}
		i, seen := at[key]
		if !seen {
			i, at[key] = len(all), len(all)
			all = append(all, nil)
		}
		all[i] = append(all[i], k)
	}
	for _, series := range all {
		slices.SortStableFunc(series, byStart)
	}
	return all
}

// series is what the terms of one contract have in common; not known without a title, or where the sheet has clients
// and the row none.
func (k *Contract) series() (job, bool) {
	client := ClientKey(k.ClientID.Value)
	return job{client, SeriesKey(k.Title.Value)}, k.Title.Known && (client != "" || k.Source.column("client_id") == nil)
}

// Kindred returns what reports a row that may be a term of one contract with one of the others, or be renewed by it.
func Kindred(others []*Contract) func(k *Contract) bool {
	jobs, known, renewed := map[job]bool{}, map[*Contract]bool{}, map[*Contract]bool{}
	for _, k := range others {
		known[k] = true
		if k.Renewed != nil {
			renewed[k.Renewed] = true
		}
		if key, ok := k.series(); ok {
			jobs[key] = true
		}
	}
	return func(k *Contract) bool {
		if renewed[k] || k.Renewed != nil && known[k.Renewed] {
			return true
		}
		key, ok := k.series()
		return ok && jobs[key]
	}
}

// Whole is the contract that its terms make together, from the first start to the last end. All else is the last
// term's, or where that leaves it blank that of the term before; the kind is the last term's even so. One term is
// itself.
func Whole(terms []*Contract) *Contract {
	if len(terms) == 1 {
		return terms[0]
	}
	last := terms[len(terms)-1]
	k := *last
	k.Chain, k.Terms, k.StartDate = nil, terms, terms[0].StartDate
	for _, t := range slices.Backward(terms) {
		if k.EndDate.Known && t.EndDate.Known && t.EndDate.Value > k.EndDate.Value {
			k.EndDate = t.EndDate
		}
		if !k.ClientID.Known {
			k.ClientID, k.Client = t.ClientID, t.Client
		}
		for _, f := range []struct{ to, from *Field[string] }{
			{&k.Category, &t.Category}, {&k.ContractForm, &t.ContractForm}, {&k.Parent, &t.Parent}} {
			if !f.to.Known {
				*f.to = *f.from
			}
		}
	}
	return &k
}

// Terms are the rows of a contract: its terms, or the one row that it is.
func Terms(k *Contract) []*Contract {
	if len(k.Terms) > 0 {
		return k.Terms
	}
	return []*Contract{k}
}

// Covers reports a day of the chain, from its first start to its last end.
func (c *Chain) Covers(day cell.Day) bool {
	k := Whole(c.Terms)
	return k.StartDate.Value <= day && (!k.EndDate.Known || day <= k.EndDate.Value)
}

// yearWords are the ways to write a fiscal year in a title, in the form of lang.Compact.
const yearWords = `(?:(?:令和|平成|昭和)(?:\d{1,2}|元)年度?|[rh]\d{1,2}年度?|(?:19|20)\d\d年度?|\d{1,2}年度|年度)`

// seriesEnd is what a title may add for each term at its end: a number, a year, 更新, 第2期, -2; brackets are gone.
var (
	seriesEnd = pattern.New(`(?:` + yearWords + `|第?[\d一二三四五六七八九十]+(?:期目?|回目?|次|年目|年次|期分)` +
		`|(?:契約)?更新(?:分|後|版)?(?:\d+(?:回目)?)?|(?:v|ver\.?|no\.?|#)?\d+)$`)
	seriesBegin = pattern.New(`^` + yearWords)
)

// longestTitle is how many bytes a title may have of which the endings are told: 300 characters.
const longestTitle = 900

// mostEndings is how many endings a title may have that tell its term; each is looked for in the whole title.
const mostEndings = 12

// SeriesKey is the form in which titles of the terms of one contract are one: without the number, year, 更新 or 第n期
// that tells a term, and without brackets, hyphens and spaces. A title longer than longestTitle is its own.
func SeriesKey(title string) string {
	if len(title) > longestTitle {
		return title
	}
	key := strings.ToLower(lang.Compact(title))
	for range mostEndings {
		bare := strings.TrimRight(key, "-_‐‑–—―ー・:/,.、()[]【】〔〕<>「」『』~〜#")
		bare = seriesEnd.ReplaceAllString(strings.TrimLeft(bare, "()[]【】〔〕<>「」『』"), "")
		bare = seriesBegin.ReplaceAllString(bare, "")
		if bare == "" || bare == key {
			break
		}
		key = bare
	}
	return key
}
