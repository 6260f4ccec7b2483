// PowerShell scripts are imported as their text; the bundler and the test runner see to that.
declare module '*.ps1' {
  const text: string;
  // biome-ignore lint/style/noDefaultExport: that is how bundlers hand over a text
  export default text;
}
