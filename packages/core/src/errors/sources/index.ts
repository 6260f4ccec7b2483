// Where each error is met, how it is known, and the public documents about it.
import type { ErrorId } from '../catalog/index.ts';
import type { Source } from '../entry.ts';
import { alertsSources } from './alerts.ts';
import { certificateSources } from './certificate.ts';
import { connectionSources } from './connection.ts';
import { exchangeOnlineSources } from './exchange-online.ts';
import { librariesSources } from './libraries.ts';
import { negotiationSources } from './negotiation.ts';
import { refusalsSources } from './refusals.ts';
import { schannelSources } from './schannel.ts';
import { starttlsSources } from './starttls.ts';
import { transportEventsSources } from './transport-events.ts';
import { waitingSources } from './waiting.ts';
import { wrappersSources } from './wrappers.ts';

export const errorSources: Readonly<Record<ErrorId, Source>> = {
  ...connectionSources,
  ...negotiationSources,
  ...starttlsSources,
  ...certificateSources,
  ...exchangeOnlineSources,
  ...waitingSources,
  ...wrappersSources,
  ...refusalsSources,
  ...schannelSources,
  ...alertsSources,
  ...librariesSources,
  ...transportEventsSources,
};
