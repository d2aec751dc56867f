package kpi

// Version names the set of definitions in force; it changes when a definition does. What changed from one to the next
// stands in the catalogue.
const Version = "2026-12"
