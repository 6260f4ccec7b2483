// The package has no types of its own.
declare module 'parse-prometheus-text-format' {
  function parse(text: string): {
    name: string;
    type: string;
    help: string;
    metrics: { value: string; labels?: Record<string, string> }[];
  }[];
  export = parse;
}
