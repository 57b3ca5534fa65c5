// A set of words written as one block of text.

export const wordSet = (block: string): ReadonlySet<string> => new Set(block.trim().split(/\s+/))
