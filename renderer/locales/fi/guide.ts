/** Around the user’s guide, which itself is `docs/guide.md`. */
export const guide = {
  title: 'Käyttöopas',
  open: 'Avaa käyttöopas',
  language: 'Avautuu tästä ilman verkkoa.',
} as const;
