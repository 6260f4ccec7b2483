// Reads and diagnoses while somebody pastes: what is no longer wanted is given up, files are read only once.
import type { HostFacts } from '@mailflow-tls/core';
import { matchText, type SourceEvidence } from '@mailflow-tls/core/evidence';
import { useEffect, useState } from 'react';
import { diagnoseSources, type Explained } from './diagnose-sources.ts';
import { readFile, readPasted } from './read-source.ts';

/** Milliseconds without a keystroke after which the text is read. */
const pause = 250;

export interface Explaining {
  explained: Explained | null;
  /** Read so far of the bytes of all files, 0 to 1; null when nothing is being read. */
  progress: number | null;
  /** Files that could not be read. */
  failed: readonly string[];
}

const nothing: Explaining = { explained: null, progress: null, failed: [] };
const known = new WeakMap<File, SourceEvidence>();

export function useExplained(
  text: string,
  files: readonly File[],
  facts: HostFacts | undefined,
  pastedName: string,
): Explaining {
  const [state, setState] = useState(nothing);
  useWarmUp();
  useEffect(() => {
    if (text.trim() === '' && files.length === 0 && facts === undefined) {
      setState(nothing);
      return;
    }
    const giveUp = new AbortController();
    const timer = setTimeout(() => {
      void explain(text, files, facts, pastedName, giveUp.signal, setState);
    }, pause);
    return () => {
      clearTimeout(timer);
      giveUp.abort();
    };
  }, [text, files, facts, pastedName]);
  return state;
}

/** The catalog's tables are built when a text is read first; better while nothing else is to be done. */
function useWarmUp(): void {
  useEffect(() => {
    const build = () => void matchText('421 4.4.2 ');
    // Safari has no idle callbacks.
    if (typeof requestIdleCallback === 'undefined') {
      const timer = setTimeout(build, 300);
      return () => clearTimeout(timer);
    }
    const handle = requestIdleCallback(build);
    return () => cancelIdleCallback(handle);
  }, []);
}

async function explain(
  text: string,
  files: readonly File[],
  facts: HostFacts | undefined,
  pastedName: string,
  signal: AbortSignal,
  tell: (change: (before: Explaining) => Explaining) => void,
): Promise<void> {
  const total = files.reduce((sum, { size }) => sum + size, 0);
  const sources: SourceEvidence[] = [];
  const failed: string[] = [];
  let done = 0;
  let told = 0;
  try {
    if (text.trim() !== '') sources.push(await readPasted(text, pastedName, { signal }));
    for (const file of files) {
      const before = known.get(file);
      const onProgress = (bytes: number) => {
        done += bytes;
        if (done - told < total / 100) return;
        told = done;
        tell((state) => ({ ...state, progress: Math.min(1, done / total) }));
      };
      if (before !== undefined) onProgress(file.size);
      const read = before ?? (await readFile(file, file.name, { signal, onProgress }).catch(orNull(signal)));
      if (read === null) failed.push(file.name);
      else {
        known.set(file, read);
        sources.push(read);
      }
    }
  } catch {
    // Given up for a newer text.
    return;
  }
  if (signal.aborted) return;
  const explained =
    sources.length === 0 && facts === undefined ? null : diagnoseSources(sources, facts, new Date());
  tell(() => ({ explained, progress: null, failed }));
}

function orNull(signal: AbortSignal): (error: unknown) => null {
  return (error) => {
    if (signal.aborted) throw error;
    return null;
  };
}
