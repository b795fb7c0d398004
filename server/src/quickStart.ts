import { setFlagsFromString } from 'node:v8'

// V8 would compile each regular expression twice: first to bytecode, then, the second time it is used, to machine code.
// Ours are many and large, so one compilation less is a quarter of the time that the first report takes.
setFlagsFromString('--no-regexp-tier-up')
