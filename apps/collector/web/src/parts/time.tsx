// A point in time: local to the one who looks, with UTC when pointed at.
import { Tooltip } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useSpoken } from '../words/words.ts';
import { formatTag, localTime, relativeTime, utcTime } from './time-text.ts';
import { useNow } from './use-now.ts';

interface Props {
  /** ISO 8601; null says that it never was. */
  at: string | null;
  /** Says how long ago, and the time itself when pointed at. */
  relative?: boolean;
  /** Another word than “never” for null. */
  otherwise?: string;
}

export function Time({ at, relative = false, otherwise }: Props): ReactElement {
  const { language, words } = useSpoken();
  const now = useNow();
  const ms = at === null ? Number.NaN : Date.parse(at);
  if (at === null || Number.isNaN(ms)) return <span>{otherwise ?? words.parts.never}</span>;
  const tag = formatTag(language, navigator.languages);
  const local = localTime(ms, tag);
  const utc = words.parts.utc(utcTime(ms));
  return (
    <Tooltip content={relative ? `${local} (${utc})` : utc} relationship="description">
      <time dateTime={at}>{relative ? relativeTime(ms, now, tag) : local}</time>
    </Tooltip>
  );
}
