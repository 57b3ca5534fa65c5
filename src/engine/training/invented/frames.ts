// Sentences of invented legal news: [source], <cue> and {content} are marked, capitals are filled from the lists.
import { lines } from './lines.ts'

export const FRAMES: Readonly<Record<string, readonly string[]>> = {
  FRAME: lines(`
    [BODY] <TOLD> LISTENER {that THING IS}.
    [PERSON] <TOLD> LISTENER {that THING IS}.
    [BODY] <TOLD> LISTENER ASIDE {that THING IS}.
    OPENING, [PERSON], <TOLD> LISTENER {that THING IS}.
    OPENING, [BODY] <TOLD> LISTENER {that THING IS}.
    [BODY] <SAID> ASIDE {that THING IS}.
    [BODY] <SAID> ASIDE {that THING IS}.
    [PERSON] <SAID> ASIDE {that THING IS}.
    OPENING, [BODY] <SAID> {that THING IS}.
    [PERSON] <SAID> {that THING IS}.
    [PERSON] <SAID> {THING IS}.
    [BODY] <SAID> {THING IS}.
    NEWS [SURNAME] <SAID> {THING IS}.
    [BODY] <THINKS> {THING IS}.
    [BODY] <THINKS> {that THING IS}, while [BODY’s] <VIEW> {that THING IS}.
    The crux of the matter is that [BODY] <THINKS> {THING IS}.
    [BODY’s] <VIEW> {that THING IS}.
    [BODY] DOES, <on the grounds that> {THING IS}.
    [BODY] DOES <on the ground> {that THING IS}.
    <According to> [PERSON], {THING IS}.
    <According to> [BODY], {THING IS}.
    {THING IS}, <according to> [PERSON].
    {THING IS}, [PERSON] <SAID>.
    {THING IS}, [SURNAME] <said>.
    [PERSON] rejected the comparison and <said> {that THING IS}.
    [PERSON] is reported by the Dunmere Gazette to <have said>: {“SPEECH”}
    [PERSON] <said> ASIDE: {“SPEECH SPEECH”}
    [PERSON] <told> LISTENER: {“SPEECH”}
    {“SPEECH,”} <said> [PERSON].
    {“SPEECH,”} [SURNAME] <SAYS_QUOTE>.
    {“SPEECH,”} <said> [SURNAME]. {“SPEECH”}
    {“SPEECH SPEECH,”} <said> [SURNAME].
    {‘SPEECH,’} <said> [PERSON].
    {"SPEECH,"} [PERSON] <SAYS_QUOTE>.
    [BODY] <denied> {that THING IS}.
    [PERSON] <asked> {whether THING IS}.
    [SURNAME] <asked> LISTENER {whether THING IS}.
    [PERSON] DOES, <arguing> {that THING IS}.
    [BODY] DOES, <saying> {THING IS}.
    [BODY] <said> {THING IS} and <added> {that THING IS}.
    NEWS
    NEWS NEWS
    NEWS
  `),
}
