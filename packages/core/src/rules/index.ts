// All rules, in the order in which a report lists them: what decides about mail first.
import type { AnyRule } from '../engine/rule.ts';
import { tls12ClientEnabled } from './schannel/tls12-client-enabled.ts';

export const rules: readonly AnyRule[] = [tls12ClientEnabled];
