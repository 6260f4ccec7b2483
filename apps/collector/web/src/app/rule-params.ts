// The id of a rule as parameters of its page's address.

/** `schannel/tls12-client-enabled` → area and name, for `/rules/$area/$name`. */
export function ruleParams(id: string): { area: string; name: string } {
  const slash = id.indexOf('/');
  return { area: id.slice(0, Math.max(slash, 0)), name: id.slice(slash + 1) };
}
