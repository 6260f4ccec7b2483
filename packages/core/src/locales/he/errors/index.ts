// Hebrew words of all errors of the catalog.
import type { errors as english } from '../../en/errors/index.ts';
import type { Translated } from '../../locale.ts';
import { alertsErrors } from './alerts.ts';
import { certificateErrors } from './certificate.ts';
import { connectionErrors } from './connection.ts';
import { exchangeOnlineErrors } from './exchange-online.ts';
import { librariesErrors } from './libraries.ts';
import { negotiationErrors } from './negotiation.ts';
import { refusalsErrors } from './refusals.ts';
import { schannelErrors } from './schannel.ts';
import { starttlsErrors } from './starttls.ts';
import { transportEventsErrors } from './transport-events.ts';
import { waitingErrors } from './waiting.ts';
import { wrappersErrors } from './wrappers.ts';

export const errors: Translated<typeof english> = {
  ...connectionErrors,
  ...negotiationErrors,
  ...starttlsErrors,
  ...certificateErrors,
  ...exchangeOnlineErrors,
  ...waitingErrors,
  ...wrappersErrors,
  ...refusalsErrors,
  ...schannelErrors,
  ...alertsErrors,
  ...librariesErrors,
  ...transportEventsErrors,
};
