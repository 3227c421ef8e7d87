// Types for one file of `natural`; its root must never be loaded (it reads .env and opens drivers).
declare module 'natural/lib/natural/stemmers/porter_stemmer.js' {
  const porter: { stem(token: string): string }
  export = porter
}
