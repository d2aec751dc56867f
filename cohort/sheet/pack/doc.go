// Package pack opens the zip archive of a workbook and reads its parts within the limits: bytes, ratio of
// compression, number of parts, and the time of the context.
//
// The one idea: what a file may cost is counted over all its parts, so that no archive of a few bytes can take the
// memory or the day. A damaged archive is a fault that names the part. The package knows no workbook.
package pack
