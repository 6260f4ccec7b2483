// The judgement that both TLS 1.2 rules share, for one role.
import type { ProtocolRoleState, RoleName } from '../../effective/protocol-state.ts';
import type { Outcome } from '../../engine/finding.ts';
import type { HostView } from '../../engine/host-view.ts';
import type { OsFacts } from '../../facts/os.ts';
import { updateEvidence } from '../../reference/windows-updates.ts';
import type { Remedy } from '../../remediation/remedy.ts';
import { gapReason, unknownWindows } from '../not-checked.ts';
import { ghostOf, ghostsOn } from './ghosts.ts';
import { protocolEvidence } from './protocol-evidence.ts';
import { restartRemedy, setProtocol } from './protocol-steps.ts';

type Message =
  | 'on'
  | 'onPending'
  | 'onAgeUnknown'
  | 'onNeedsUpdate'
  | 'onUpdateUnknown'
  | 'off'
  | 'offPending'
  | 'offByDefault'
  | 'offByDefaultOfSystem'
  | 'ghost'
  | 'notSupported'
  | 'wrongType'
  | 'unreadable'
  | 'unknownSystem';

export function judgeTls12(
  ruleId: string,
  state: ProtocolRoleState,
  os: OsFacts,
  host: HostView,
): Outcome<Message> {
  const evidence = protocolEvidence(state, 'on');
  const windows = host.windows?.label ?? os.productName;
  switch (state.stored) {
    case 'on':
      return judgeOn(ruleId, state, windows, host);
    case 'off':
    case 'offByDefault': {
      const remedy = enable(ruleId, state.role);
      if (state.pending === 'yes') return { verdict: 'fail', message: 'offPending', evidence, remedy };
      const ghost = ghostOf(ghostsOn(host), state);
      if (ghost !== undefined)
        return { verdict: 'fail', message: 'ghost', params: { ghost }, evidence, remedy };
      if (state.stored === 'off') return { verdict: 'fail', message: 'off', evidence, remedy };
      const message = state.disabledByDefault ? 'offByDefault' : 'offByDefaultOfSystem';
      return { verdict: 'fail', message, params: { windows }, evidence, remedy };
    }
    case 'wrongType':
      return {
        verdict: 'fail',
        message: 'wrongType',
        params: wrongKind(state),
        evidence,
        remedy: enable(ruleId, state.role),
      };
    case 'notSupported':
      return { verdict: 'fail', message: 'notSupported', params: { windows }, evidence };
    case 'unreadable':
      return {
        verdict: 'notChecked',
        message: 'unreadable',
        evidence,
        because: gapReason(host, 'schannel', state.path),
      };
    case 'unknownSystem':
      return {
        verdict: 'notChecked',
        message: 'unknownSystem',
        params: { build: os.build },
        evidence,
        because: unknownWindows,
      };
  }
}

/**
 * Where TLS 1.2 came with an update, values alone prove nothing. A later rollup may hold that update without its name,
 * so its absence from the list is a warning, not a failure.
 */
function judgeOn(
  ruleId: string,
  state: ProtocolRoleState,
  windows: string,
  host: HostView,
): Outcome<Message> {
  const evidence = protocolEvidence(state, 'on');
  if (state.pending === 'yes')
    return {
      verdict: 'fail',
      message: 'onPending',
      evidence,
      restartOnly: true,
      remedy: restartRemedy(ruleId),
    };
  const update =
    state.osDefault && state.osDefault !== 'notSupported' ? state.osDefault.needsUpdate : undefined;
  if (update !== undefined) {
    const updates = host.section('updates');
    if (!updates)
      return {
        verdict: 'notChecked',
        message: 'onUpdateUnknown',
        params: { windows, update },
        evidence,
        because: gapReason(host, 'updates', 'hotfixes'),
      };
    const ids = updates.hotfixes.map((hotfix) => hotfix.id);
    if (updateEvidence('2008', update, ids) === 'unproven')
      return {
        verdict: 'warn',
        message: 'onNeedsUpdate',
        params: { windows, update },
        evidence: [...evidence, { source: updates.source, name: update, value: null }],
      };
  }
  if (state.pending === 'unknown') {
    const because =
      host.section('os')?.bootTime === null
        ? gapReason(host, 'os', 'bootTime')
        : gapReason(host, 'schannel', 'lastWriteTime');
    return { verdict: 'notChecked', message: 'onAgeUnknown', evidence, because };
  }
  return { verdict: 'pass', message: 'on', evidence };
}

function wrongKind(state: ProtocolRoleState): { value: string; kind: string } {
  const wrong = [state.enabled, state.disabledByDefault].find((value) => value && value.kind !== 'REG_DWORD');
  return { value: wrong?.name ?? '', kind: wrong?.kind ?? '' };
}

function enable(ruleId: string, role: RoleName): Remedy {
  return {
    id: `${ruleId}#enable`,
    steps: [...setProtocol('TLS 1.2', role, 'on'), { do: 'restartWindows' }],
  };
}
