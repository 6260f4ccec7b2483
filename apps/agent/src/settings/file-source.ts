// Reads the settings file.
import { locateJsonError } from '@mailflow-tls/core';
import { readTextFile } from '../input/read-text.ts';
import { errorCode } from '../usage-error.ts';
import type { Words } from '../words/words.ts';

export type FileSettings =
  /** Empty when there is no file. */
  | { ok: true; values: ReadonlyMap<string, unknown> }
  | {
      ok: false;
      reason: keyof Words['settingsFile'];
      values: Readonly<Record<string, string | number>>;
    };

const maxBytes = 1024 * 1024;
const example = '{"language": "en"}';

export async function readSettingsFile(file: string): Promise<FileSettings> {
  let text: string;
  try {
    const read = await readTextFile(file, maxBytes);
    if (!read.ok) return { ok: false, reason: read.reason, values: { limit: maxBytes } };
    text = read.text;
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return { ok: true, values: new Map() };
    return { ok: false, reason: 'notRead', values: { code } };
  }
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    const { line, column } = locateJsonError(text) ?? { line: 1, column: 1 };
    return { ok: false, reason: 'notJson', values: { line, column } };
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed))
    return { ok: false, reason: 'notObject', values: { example } };
  return { ok: true, values: new Map(Object.entries(parsed)) };
}
