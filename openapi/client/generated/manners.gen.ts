// Which routes keep which manners.

export const manners = {
  "idempotent": [
    "POST /v1/articles",
    "POST /v1/articles/{id}/reextract",
    "POST /v1/articles/{id}/claims",
    "POST /v1/speakers",
    "POST /v1/speakers/{id}/merge",
    "POST /v1/questions",
    "POST /v1/claims/{id}/tags",
    "POST /v1/tags",
    "POST /v1/claims/{id}/rulings",
    "POST /v1/rulings/{id}/reopen",
    "POST /v1/annotators",
    "POST /v1/annotators/{id}/keys",
    "POST /v1/annotators/{id}/keys/{keyId}/rotate"
  ],
  "conditional": [
    "PATCH /v1/articles/{id}",
    "DELETE /v1/articles/{id}",
    "PATCH /v1/claims/{id}",
    "PATCH /v1/speakers/{id}",
    "PATCH /v1/questions/{slug}",
    "PATCH /v1/annotators/{id}"
  ],
  "offsets": [
    "GET /v1/claims",
    "GET /v1/claims/{id}",
    "PATCH /v1/claims/{id}",
    "GET /v1/articles/{id}/claims",
    "POST /v1/articles/{id}/claims",
    "GET /v1/questions/{slug}/queue"
  ]
} as const;
