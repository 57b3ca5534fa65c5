// Things that many tests store, about plainly invented people.

/** Two speakers, one quotation each. */
export const article = {
  title: 'Kestrel Mail contests order',
  publisher: 'The Fernhill Courier',
  publishedAt: '2024-03-05T08:00:00Z',
  text: '"The letters belong to whoever wrote them," said Ines Calder, counsel for Kestrel Mail.\n\nThe Office of Post said that the firm keeps them as records of its own trade.\n',
}

export const question = {
  slug: 'may-drones-deliver-at-night',
  text: 'May parcels be delivered by drone at night?',
  positions: [
    { slug: 'allow', definition: 'Night flights should be lawful.' },
    { slug: 'forbid', definition: 'Night flights should be unlawful.' },
  ],
}

export const SHIPPED = 'business-records-vs-personal-documents'
