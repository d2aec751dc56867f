package main

import (
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"errors"
	"strings"
)

// The bill of materials follows CycloneDX 1.5 (ECMA-424), as far as it is needed to name what is
// built in. It has no serial number and no time: both would differ between equal builds.

type bom struct {
	Format     string    `json:"bomFormat"`
	Spec       string    `json:"specVersion"`
	Version    int       `json:"version"`
	Metadata   bomMeta   `json:"metadata"`
	Components []bomPart `json:"components"`
}

type bomMeta struct {
	Component  bomPart   `json:"component"`
	Properties []bomPair `json:"properties"`
}

type bomPart struct {
	Type       string       `json:"type"`
	Ref        string       `json:"bom-ref"`
	Name       string       `json:"name"`
	Version    string       `json:"version"`
	Scope      string       `json:"scope,omitempty"`
	Hashes     []bomHash    `json:"hashes,omitempty"`
	Licenses   []bomLicense `json:"licenses,omitempty"`
	Purl       string       `json:"purl,omitempty"`
	Properties []bomPair    `json:"properties,omitempty"`
}

type bomHash struct {
	Alg     string `json:"alg"`
	Content string `json:"content"`
}

type bomLicense struct {
	Expression string `json:"expression"`
}

type bomPair struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

// billOfMaterials lists what a program is made of; sha256 is that of the program.
func billOfMaterials(version string, t target, sha256 string, parts []component) ([]byte, error) {
	b := bom{Format: "CycloneDX", Spec: "1.5", Version: 1, Metadata: bomMeta{
		Component: bomPart{Type: "application", Ref: "pilot90", Name: "pilot90", Version: version,
			Hashes: []bomHash{{"SHA-256", sha256}}, Licenses: []bomLicense{{"Apache-2.0"}}},
		Properties: []bomPair{{"pilot90:target", t.String()}},
	}}
	for _, p := range parts {
		part := bomPart{Type: "library", Ref: p.purl, Name: p.name, Version: p.version, Scope: "required", Purl: p.purl}
		if p.hash != "" {
			part.Hashes = []bomHash{{"SHA-512", p.hash}}
		}
		if p.license != "" {
			part.Licenses = []bomLicense{{p.license}}
		}
		if p.sum != "" {
			part.Properties = []bomPair{{"go:sum", p.sum}}
		}
		b.Components = append(b.Components, part)
	}
	data, err := json.MarshalIndent(b, "", "  ")
	return append(data, '\n'), err
}

// hexOf turns the integrity of a lock file, "sha512-" and base64, into hexadecimal digits.
func hexOf(integrity string) (string, error) {
	text, ok := strings.CutPrefix(integrity, "sha512-")
	if !ok {
		return "", errors.New("no SHA-512 in the lock file")
	}
	sum, err := base64.StdEncoding.DecodeString(text)
	return hex.EncodeToString(sum), err
}
