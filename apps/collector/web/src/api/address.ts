// Addresses of the API, from an endpoint’s pattern, its path parameters and its query.

export type QueryValues = Readonly<Record<string, string | readonly string[] | undefined>>;

/** `GET /api/v1/hosts/:id`, `{ id: 7 }` → `GET`, `/api/v1/hosts/7`. */
export function addressOf(
  endpoint: string,
  params: Readonly<Record<string, string | number>> = {},
  query: QueryValues = {},
): { method: string; url: string } {
  const [method = 'GET', pattern = '/'] = endpoint.split(' ');
  const path = pattern.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])));
  const search = searchOf(query);
  return { method, url: search === '' ? path : `${path}?${search}` };
}

/** Lists become the same name several times; what is undefined or empty is left out. */
export function searchOf(query: QueryValues): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined) continue;
    for (const each of typeof value === 'string' ? [value] : value) search.append(name, each);
  }
  return search.toString();
}
