// schannel/tls12-server-enabled for every state of the server role, on old and new Windows.
import { testTls12Rule } from '../../../test/tls12-rule.ts';

testTls12Rule('schannel/tls12-server-enabled', 'Server');
