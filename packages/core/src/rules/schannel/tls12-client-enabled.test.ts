// schannel/tls12-client-enabled for every state of the client role, on old and new Windows.
import { testTls12Rule } from '../../../test/tls12-rule.ts';

testTls12Rule('schannel/tls12-client-enabled', 'Client');
