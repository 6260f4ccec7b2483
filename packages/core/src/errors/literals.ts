// All literals of an entry: its own forms, and those that follow from the names of a status or of an alert.
import type { ErrorEntry } from './entry.ts';

/** The usual one first. */
export function literalForms(entry: ErrorEntry): string[] {
  const [status] = entry.status ?? [];
  return [
    ...(status === undefined ? [] : [`TLS negotiation failed with error ${status}`]),
    ...(entry.hresult === undefined || status === undefined ? [] : [windowsName(status), entry.hresult]),
    ...(entry.alertNames ?? []).flatMap(alertForms),
    ...(entry.alert ?? []).map((number) => `alert number ${number}`),
    ...(entry.forms ?? []),
  ];
}

/** Windows' name of a status: `SEC_E_ALGORITHM_MISMATCH`. */
function windowsName(status: string): string {
  return `SEC_E${status.replace(/[A-Z]/g, '_$&').toUpperCase()}`;
}

/** OpenSSL's words, Java's, and those of the error codes of Node and OpenSSL. */
function alertForms(name: string): string[] {
  const joined = name.replaceAll(' ', '_');
  return [`alert ${name}`, `Received fatal alert: ${joined}`, `ALERT_${joined.toUpperCase()}`];
}
