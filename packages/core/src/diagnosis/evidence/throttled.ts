// Exchange Online holds back mail of outdated builds of Exchange, and says so.
import { textKind } from './texts.ts';

export const throttled = textKind('throttled', (id) => id === 'server-out-of-date');
