/** A style sheet as Vite hands it over: its text, for a sheet that a script constructs. */
declare module '*.css?inline' {
  const text: string
  // biome-ignore lint/style/noDefaultExport: the build makes it one.
  export default text
}

/** A style sheet that the build gives a file of its own. */
declare module '*.css'
