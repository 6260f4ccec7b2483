// The hosts that met a peer, and by which connector.
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useAnswer } from '../../api/queries.ts';
import { PageLoading } from '../../app/page-loading.tsx';
import { HostLink } from '../../parts/host-link.tsx';
import { PlainTable } from '../../parts/plain-table.tsx';
import { ProblemMessage } from '../../parts/problem-message.tsx';
import { Time } from '../../parts/time.tsx';
import { useSpoken } from '../../words/words.ts';

export function PeerHosts({ peer, onClose }: { peer: string; onClose: () => void }): ReactElement {
  const { language, words } = useSpoken();
  const { mailFlow, parts } = words;
  const digits = new Intl.NumberFormat(language);
  const hosts = useAnswer('GET /api/v1/peers/hosts', { query: { peer } });
  return (
    <Dialog open onOpenChange={(_event, { open }) => !open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>
            <bdi>{mailFlow.hostsOf(peer)}</bdi>
          </DialogTitle>
          <DialogContent>
            {hosts.error !== null && (
              <ProblemMessage problem={hosts.error} again={() => void hosts.refetch()} />
            )}
            {hosts.isPending && <PageLoading />}
            {hosts.data !== undefined && (
              <PlainTable
                label={mailFlow.hostsOf(peer)}
                columns={[
                  { name: mailFlow.host },
                  { name: mailFlow.connector },
                  { name: mailFlow.direction },
                  { name: mailFlow.sessions, isNumber: true },
                  { name: mailFlow.cutOff },
                  { name: mailFlow.lastSeen },
                ]}
                rows={hosts.data.items.map((each) => [
                  <HostLink key="host" host={{ id: each.hostId, name: each.host }} />,
                  <bdi key="connector">{each.connector}</bdi>,
                  mailFlow.directions[each.direction],
                  digits.format(each.sessions),
                  each.cutOff === null ? '' : mailFlow.cutOffParts[each.cutOff],
                  <Time key="last" at={each.lastSeen} relative />,
                ])}
              />
            )}
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{parts.close}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
