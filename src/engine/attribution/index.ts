// Finds who is cited with what, before anybody asks who that is.
import type { Document } from '../document.ts'
import type { ClaimsModel } from '../model/claims-model.ts'
import type { Attribution } from '../types.ts'

export function attributionsOf(_document: Document, _model: ClaimsModel): Attribution[] {
  return []
}
