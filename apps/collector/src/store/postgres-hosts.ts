// A connection string with several hosts, written as libpq takes it (PostgreSQL, Connection Strings, Specifying Multiple Hosts).

/**
 * One connection string for each host, in order: `postgres://user@a:5432,b:5432/db` or, for sockets and where it is
 * easier to read, `postgres:///db?host=a,b&port=5432,5433`. The driver itself knows only one host.
 */
export function postgresHosts(url: string): readonly string[] {
  const parts = /^(postgres(?:ql)?:\/\/(?:[^@/?]*@)?)([^/?]*)([^?]*)(?:\?(.*))?$/s.exec(url);
  if (parts === null) return [url];
  const [, head = '', authority = '', path = '', query] = parts;
  if (authority.includes(',')) {
    const rest = query === undefined ? path : `${path}?${query}`;
    return authority.split(',').map((host) => `${head}${host}${rest}`);
  }
  const parameters = new URLSearchParams(query);
  const hosts = parameters.get('host')?.split(',') ?? [];
  if (hosts.length < 2) return [url];
  const ports = parameters.get('port')?.split(',') ?? [];
  return hosts.map((host, index) => {
    const one = new URLSearchParams(query);
    one.set('host', host);
    // As in libpq, one port is for all of them.
    const port = ports.length > 1 ? ports[index] : ports[0];
    if (port !== undefined) one.set('port', port);
    return `${head}${authority}${path}?${one}`;
  });
}
