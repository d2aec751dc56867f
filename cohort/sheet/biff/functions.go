package biff

// textFunctions are the functions that always give a text, by their numbers ([MS-XLS] 2.5.198.17).
var textFunctions = map[uint16]bool{
	13:  true, // DOLLAR
	14:  true, // FIXED
	30:  true, // REPT
	31:  true, // MID
	48:  true, // TEXT
	111: true, // CHAR
	112: true, // LOWER
	113: true, // UPPER
	114: true, // PROPER
	115: true, // LEFT
	116: true, // RIGHT
	118: true, // TRIM
	119: true, // REPLACE
	120: true, // SUBSTITUTE
	130: true, // T
	162: true, // CLEAN
	214: true, // ASC
	215: true, // JIS
	219: true, // ADDRESS
	336: true, // CONCATENATE
	352: true, // DATESTRING
	353: true, // NUMBERSTRING
	360: true, // PHONETIC
}

// arguments are the numbers of arguments of the functions that have always as many, as far as they stand in ledgers: a
// formula does not say them.
var arguments = map[uint16]int{
	2: 1, 3: 1, 105: 1, 126: 1, 127: 1, 128: 1, 129: 1, 190: 1, 198: 1, // ISNA ISERROR and the other IS…
	10: 0, 34: 0, 35: 0, 38: 1, // NA TRUE FALSE NOT
	20: 1, 24: 1, 25: 1, 26: 1, 27: 2, 39: 2, // SQRT ABS INT SIGN ROUND MOD
	212: 2, 213: 2, 285: 2, 288: 2, 325: 2, 326: 2, // ROUNDUP ROUNDDOWN FLOOR CEILING LARGE SMALL
	65: 3, 66: 3, 67: 1, 68: 1, 69: 1, 71: 1, 72: 1, 73: 1, // DATE TIME DAY MONTH YEAR HOUR MINUTE SECOND
	74: 0, 140: 1, 141: 1, 221: 0, 351: 3, // NOW DATEVALUE TIMEVALUE TODAY DATEDIF
	30: 2, 31: 3, 48: 2, 111: 1, 118: 1, 119: 4, // REPT MID TEXT CHAR TRIM REPLACE
	112: 1, 113: 1, 114: 1, // LOWER UPPER PROPER
	32: 1, 33: 1, 117: 2, 121: 1, 130: 1, 131: 1, 162: 1, // LEN VALUE EXACT CODE T N CLEAN
	214: 1, 215: 1, 352: 1, 353: 2, 360: 1, // ASC JIS DATESTRING NUMBERSTRING PHONETIC
	346: 2, 347: 1, // COUNTIF COUNTBLANK
}
