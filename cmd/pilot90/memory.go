package main

import (
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"sync/atomic"
)

// heldMemory is from how many bytes on memory is given back at once instead of when it has doubled: a ledger of
// 120,000 rows in 430 MB instead of 800 MB, for half as much time again.
const heldMemory = 360 << 20

// heldPercent is how much more than is in use may be made before it is collected, below heldMemory: charts and
// workbooks make much that lives for a moment. A workbook of 10,000 rows takes a quarter less time than at 100.
const heldPercent = 400

// holdMemory keeps the memory of the program near to what is in use. What a run needs beyond heldMemory it gets, with a
// third of it to spare: the collector must not run all the time. Whoever set GOMEMLIMIT meant it, and it stays.
func holdMemory() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(heldPercent)
	}
	if os.Getenv("GOMEMLIMIT") == "" {
		held.CompareAndSwap(0, heldMemory)
		debug.SetMemoryLimit(held.Load())
		afterCollection(func() { debug.SetMemoryLimit(max(held.Load(), inUse()*4/3)) })
	}
}

// held is what heldMemory says, or less while a run asks for it; 0 where memory is not held.
var held atomic.Int64

// holdTo holds the memory to fewer bytes until back is called.
func holdTo(bytes int64) (back func()) {
	before := held.Load()
	if before == 0 {
		return func() {}
	}
	held.Store(bytes)
	debug.SetMemoryLimit(max(bytes, inUse()*4/3))
	return func() { held.Store(before) }
}

// inUse is how many bytes the last collection found in use.
func inUse() int64 {
	sample := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(sample)
	if sample[0].Value.Kind() != metrics.KindUint64 {
		return 0
	}
	return int64(sample[0].Value.Uint64())
}

// afterCollection calls do after each collection, as the end of a value that nobody holds tells of it.
func afterCollection(do func()) {
	runtime.AddCleanup(&[1 << 6]byte{}, func(int) {
		do()
		afterCollection(do)
	}, 0)
}
