// What a diagnosis says, as data: causes from the best to the worst, each with its proof, its mail and the way out.
import type { Message } from '../engine/finding.ts';
import type { HostFacts } from '../facts/host-facts.ts';
import type { Where } from '../mailflow/evidence.ts';
import type { Remedy } from '../remediation/remedy.ts';
import type { CauseName, ErrorId } from './input.ts';

/** Version of the diagnosis' shape. */
export const diagnosisSchemaVersion = 1;

/** From the strongest to the weakest. */
export const likelihoods = ['certain', 'likely', 'possible', 'unlikely'] as const;
export type Likelihood = (typeof likelihoods)[number];

/**
 * What a piece of evidence is worth. `proof`: somebody who knows says so, or the log shows it. `setting`: how the host
 * is set up. `text`: a text that leaves several causes open. `circumstance`: it fits, or does not fit, and proves
 * nothing.
 */
export type Strength = 'proof' | 'setting' | 'text' | 'circumstance';

/** One piece of evidence for or against a cause. */
export interface Because {
  /** Its kind, a key of the locale's `diagnosis.evidence`; `finding` for one of the host's own findings. */
  readonly evidence: string;
  readonly speaks: 'for' | 'against';
  readonly strength: Strength;
  readonly params?: Readonly<Record<string, string | number>>;
  /** As found, without personal data. */
  readonly text?: string;
  /** Where it was found. */
  readonly where?: Where;
  /** The error of the catalog. */
  readonly error?: ErrorId;
  /** The host's finding, for evidence of the kind `finding`. */
  readonly finding?: FindingLink;
  /** How often it was seen. */
  readonly count: number;
}

/** Points to a finding of the host's report. */
export interface FindingLink {
  readonly rule: string;
  readonly subject?: string;
  readonly message: Message;
}

/**
 * `broken`: the mail came back or was refused. `delayed`: it waits and is tried again. `clearText`: it went, without
 * encryption, and nobody was told. `failing`: attempts failed, and what became of the mail is not known.
 */
export type FlowOutcome = 'broken' | 'delayed' | 'clearText' | 'failing';

/**
 * As seen from the host. `submission`: an application hands mail to Exchange Online. `elsewhere`: between Exchange
 * Online and somebody else. `internal`: between Exchange servers of the organisation.
 */
export type FlowDirection = 'send' | 'receive' | 'submission' | 'elsewhere' | 'internal' | 'unknown';

/** Mail that a cause touches. */
export interface Flow {
  readonly direction: FlowDirection;
  readonly connector: string | null;
  readonly peer: string | null;
  readonly office365: boolean;
  readonly outcome: FlowOutcome;
  /** Errors or sessions. */
  readonly count: number;
  /** Mails; null when not known. */
  readonly messages: number | null;
  readonly firstSeen: string | null;
  readonly lastSeen: string | null;
  /** How likely the cause is for this mail; that of the cause is the highest. */
  readonly likelihood: Likelihood;
  /** `yes`: seen within the last day, or still waiting. `no`: worked since. */
  readonly ongoing: 'yes' | 'no' | 'unknown';
}

/** What to do: the remedy of the host's own finding, of the error, or of the cause at large. */
export type Advice =
  | { readonly from: 'rule'; readonly rule: string; readonly subject?: string; readonly remedy: Remedy }
  | { readonly from: 'error'; readonly error: ErrorId }
  | { readonly from: 'cause' };

/** The one observation that would settle the doubt. */
export interface SettleBy {
  /** A key of the locale's `diagnosis.settle`. */
  readonly key: string;
  readonly params?: Readonly<Record<string, string | number>>;
  /** Lines for the shell that makes the observation. */
  readonly shell: 'powershell' | 'exchange';
  readonly commands: readonly string[];
}

export interface Cause {
  readonly cause: CauseName;
  readonly likelihood: Likelihood;
  /** The strongest first. */
  readonly because: readonly Because[];
  readonly flows: readonly Flow[];
  readonly remedy: Advice;
  /** Null when nothing is left to settle. */
  readonly settleBy: SettleBy | null;
}

export interface Diagnosis {
  readonly schemaVersion: typeof diagnosisSchemaVersion;
  /** UTC. */
  readonly judgedAt: string;
  /** The host whose facts were joined; null without facts. */
  readonly host: HostFacts['host'] | null;
  /** The best first; empty when nothing that failed was found. */
  readonly causes: readonly Cause[];
}

/** Whether a cause stands that is at least as likely as the limit; `unlikely` ones never count. */
export function standsAt(diagnosis: Diagnosis, limit: Exclude<Likelihood, 'unlikely'>): boolean {
  const worst = likelihoods.indexOf(limit);
  return diagnosis.causes.some(({ likelihood }) => likelihoods.indexOf(likelihood) <= worst);
}
