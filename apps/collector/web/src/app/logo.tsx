// The product's mark: an envelope.
import type { ReactElement } from 'react';

export function Logo({ size }: { size: number }): ReactElement {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="7" fill="#0f548c" />
      <g fill="none" stroke="#fff" strokeWidth="2.4" strokeLinecap="round" strokeLinejoin="round">
        <path d="M6 11l10 7 10-7" />
        <rect x="6" y="9" width="20" height="14.5" rx="2" />
      </g>
    </svg>
  );
}
