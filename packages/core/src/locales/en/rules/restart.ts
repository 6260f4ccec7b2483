// English words of the rule about pending restarts.
import type { RuleText } from '../../locale.ts';

export const restartRules = {
  'restart/pending-restart-other': {
    title: 'Nothing else waits for a restart of Windows',
    rationale:
      'A host that waits for a restart may still run old files, and the setup of Exchange refuses to start. Restarts for changed TLS keys have a rule of their own.',
    messages: {
      none: 'Nothing waits for a restart of Windows.',
      unread: 'Not everything that can ask for a restart could be read.',
      components: 'Windows has installed components and waits for a restart.',
      updates: 'Windows Update waits for a restart.',
      files: 'Files are to be replaced at the next start of Windows.',
      temporaryFiles:
        'Only temporary files and the like are to be cleared away at the next start of Windows: no reason to restart.',
      installer: 'An installer of updates waits for a restart.',
      newName: 'The computer gets a new name at the next restart.',
      managed: 'Configuration Manager asks for a restart.',
    },
    remedies: {
      restart: {
        summary: 'Restart Windows.',
        mayBreak: 'Mail and clients are interrupted while the host restarts: put it into maintenance first.',
      },
    },
    steps: { maintenance: 'Put the host into maintenance, or choose a time when its mail can wait.' },
  },
} as const satisfies Record<string, RuleText>;
