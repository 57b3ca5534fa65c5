// The thread that measures agreement over many tags.

import { type Measures, measure } from './measures.ts'
import type { Ratings } from './ratings.ts'

export default (ratings: Ratings): Measures => measure(ratings)
