// What a format is made from: the corpus as it stands at one moment, in an order that never refers ahead.

import type { ClaimRow } from '../claims/present.ts'
import type { Tables } from '../storage/tables.ts'

type Row<T extends keyof Tables> = Tables[T]['$inferSelect']

export type AnnotatorRow = Row<'annotators'>
export type QuestionRow = Row<'questions'>
export type QuestionVersionRow = Row<'questionVersions'>
export type SpeakerRow = Row<'speakers'> & { readonly aliases: readonly string[] }
export type AffiliationRow = Row<'affiliations'>
export type ArticleRow = Row<'articles'>
export type KnownOfArticle = Omit<ArticleRow, 'text'>
/** The name is empty where names were not wanted. */
export type TagRow = Omit<Row<'tags'>, 'articleId'> & { readonly annotatorName: string }
export type RulingRow = Omit<Row<'rulings'>, 'articleId'> & {
  readonly annotatorName: string
  readonly annotatorKind: string
}

/** What costs more than a glance and not every format writes: texts of articles; tags and rulings; whose those are. */
export type Part = 'text' | 'tags' | 'names'

/** Spans as they are stored: see written.ts. */
export interface ClaimEntry extends Omit<ClaimRow, 'content' | 'cue' | 'source'> {
  readonly content: string
  readonly cue: string
  readonly source: string
}

export interface PlacedClaim extends ClaimEntry {
  /** Oldest first, those that no longer stand among them. */
  readonly tags: readonly TagRow[]
  readonly rulings: readonly RulingRow[]
}

/** An article with those of its claims that were asked for, in text order. */
export interface ArticleEntry<P extends Part = never> {
  readonly article: 'text' extends P ? ArticleRow : KnownOfArticle
  readonly claims: readonly ('tags' extends P ? PlacedClaim : ClaimEntry)[]
}

/** Each list by rising id (questions by slug), so that the same corpus gives the same bytes. */
export interface Corpus {
  /** Those who made something in it; the service's own programs are everywhere and left out. */
  annotators(): AsyncIterable<AnnotatorRow>
  questions(): AsyncIterable<QuestionRow & { readonly versions: readonly QuestionVersionRow[] }>
  speakers(): AsyncIterable<SpeakerRow>
  affiliations(): AsyncIterable<AffiliationRow>
  /** Every article; under filters those that have a claim asked for. Those after this one, where one is named. */
  articles<P extends Part = never>(parts: readonly P[], after?: string): AsyncIterable<ArticleEntry<P>>
  /** What stands: claims asked for, with the tags and rulings on them that are current; in articles up to this one. */
  counts(upTo?: string): Promise<{ readonly claims: number; readonly tags: number; readonly rulings: number }>
  /** How many articles have a claim asked for. */
  articlesWithClaims(): Promise<number>
  /** The id of the article with so many such before it; undefined beyond the last. */
  articleWithClaims(before: number): Promise<string | undefined>
}
