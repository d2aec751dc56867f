package catalog

// Version names the set of definitions in force; it changes when a definition does.
const Version = "2026-11"
