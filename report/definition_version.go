package report

// DefinitionVersion names the set of definitions in force; it changes when a definition does.
const DefinitionVersion = "2026-11"
