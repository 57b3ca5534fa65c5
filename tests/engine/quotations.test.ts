import { describe, expect, it } from 'vitest'
import { read } from '../../src/engine/document.ts'
import { quotationsOf, regionsOf } from '../../src/engine/quotations/index.ts'

const regions = (text: string) => regionsOf(read(text)).map(({ start, end }) => text.slice(start, end))

describe('regions between marks', () => {
  const examples: [name: string, text: string, regions: string[]][] = [
    ['curly', '“We won,” said Vane. “Twice.”', ['“We won,”', '“Twice.”']],
    ['straight', '"We won," said Vane. "Twice."', ['"We won,"', '"Twice."']],
    ['doubled single', "''We can't,'' said Vane.", ["''We can't,''"]],
    ['single', '‘We don’t know,’ said Vane.', ['‘We don’t know,’']],
    ['single around a possessive', '‘It is the voters’ choice,’ said Vane.', ['‘It is the voters’ choice,’']],
    ['no apostrophes', "The voters' choice and the '90s weren't Vane's.", []],
    ['single inside double', '“He said ‘no’ to us,” said Vane.', ['“He said ‘no’ to us,”']],
    ['unclosed at the end of the line', '“One.\n“Two,” she said.', ['“One.', '“Two,”']],
    ['stray closer', 'It is 6" long and that is that.', []],
  ]
  it.each(examples)('%s', (_name, text, expected) => expect(regions(text)).toEqual(expected))
})

describe('quotations over several paragraphs', () => {
  const pieces = (text: string) => quotationsOf(read(text)).map((quotation) => quotation.pieces.length)
  it('joins what re-opens', () => expect(pieces('“One.\n\n“Two.\n\n“Three,” she said.')).toEqual([3]))
  it('keeps apart what closes', () => expect(pieces('“One.”\n\n“Two,” she said.')).toEqual([1, 1]))
  it('keeps apart what prose divides', () => expect(pieces('“One.\n\nProse.\n\n“Two.”')).toEqual([1, 1]))
})
