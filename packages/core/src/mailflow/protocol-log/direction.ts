// Whose log a file without a header is: the side that opens a connection speaks in commands, the other in numbers.
import type { Direction } from '../evidence.ts';

const sent = 0x3e;
const received = 0x3c;

/** By one record: its event, the first byte of its data, and its connector (Receive connectors carry the server's name). */
export function directionOf(event: number, data: number, connector: string): Direction {
  const isReply = (data >= 0x32 && data <= 0x35) || data === 0x22;
  if (event === sent) return isReply ? 'receive' : 'send';
  if (event === received) return isReply ? 'send' : 'receive';
  return connector.includes('\\') ? 'receive' : 'send';
}
