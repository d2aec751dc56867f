package web

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"

	"pilot90/cohort/finding"
)

// issue is a finding with the word by which addresses name it. The word stays the same when rows
// are put in above, so that a page about a finding survives a save.
type issue struct {
	Key string
	finding.Finding
}

// issuesOf names findings, in their order: errors first, then warnings, then infos.
func issuesOf(fs []finding.Finding) []issue {
	var issues []issue
	taken := map[string]int{}
	for _, severity := range []finding.Severity{finding.Error, finding.Warning, finding.Info} {
		for _, f := range fs {
			if f.Severity != severity {
				continue
			}
			sum := sha256.Sum256([]byte(strings.Join(
				[]string{f.Code, f.File, f.Sheet, f.Column, f.Record, f.Date, f.Value, f.Message.JA}, "\x00")))
			key := hex.EncodeToString(sum[:6])
			taken[key]++
			if n := taken[key]; n > 1 {
				key += "-" + strconv.Itoa(n)
			}
			issues = append(issues, issue{key, f})
		}
	}
	return issues
}

// bySheet groups issues by where they are, in the order in which the sheets first come.
func bySheet(issues []issue) []issueGroup {
	var groups []issueGroup
	at := map[[2]string]int{}
	for _, i := range issues {
		where := [2]string{i.File, i.Sheet}
		n, ok := at[where]
		if !ok {
			n = len(groups)
			at[where] = n
			groups = append(groups, issueGroup{Name: strings.TrimSpace(i.File + "　" + i.Sheet)})
		}
		groups[n].Issues = append(groups[n].Issues, i)
	}
	return groups
}

// toCorrect are the issues that call for something to be done.
func toCorrect(issues []issue) []issue {
	for n, i := range issues {
		if i.Severity == finding.Info {
			return issues[:n]
		}
	}
	return issues
}

// find returns the position of the issue of a name, -1 for none.
func find(issues []issue, key string) int {
	for n, i := range issues {
		if i.Key == key {
			return n
		}
	}
	return -1
}
