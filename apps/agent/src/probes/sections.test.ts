// Tests that answers become sections, and that no broken answer gets through.
import { X509Certificate } from 'node:crypto';
import { rootCertificates } from 'node:tls';
import { type SectionName, sectionNames } from '@mailflow-tls/core';
import { describe, expect, test } from 'vitest';
import { PowerShellUnavailable } from '../powershell/errors.ts';
import type { Answer } from '../powershell/probe.ts';
import { makeSections } from './sections.ts';

const certificates = { personal: [], roots: [], rootAutoUpdate: null, exchangeServices: null };
const os = {
  productName: 'Windows Server 2016 Standard',
  version: '10.0',
  build: 14393,
  revision: 7000,
  servicePack: 0,
  productType: 'server',
  serverCore: false,
  architecture: 'x64',
  language: 'de-DE',
  hostName: 'EX01',
  domain: 'contoso.local',
  clock: { utc: '2026-11-24T12:00:00.000Z', timeZone: null },
  bootTime: null,
  sources: { build: 'HKLM\\…' },
};

const started = new Date('2026-11-01T00:00:00.000Z');

function sections(answers: Readonly<Record<string, Answer>>, skipped: readonly SectionName[] = []) {
  return makeSections(new Map(Object.entries(answers)), skipped, started);
}

describe('makeSections', () => {
  test('takes what fits its schema, with its gaps and its time', () => {
    const gap = { what: 'HKLM\\X', reason: 'denied', code: '0x80070005' } as const;
    const { dotnet } = sections({ dotnet: { data: { keys: [] }, gaps: [gap], tookMs: 7 } });
    expect(dotnet).toEqual({ status: 'read', data: { keys: [] }, gaps: [gap], tookMs: 7 });
  });

  test('does not let a wrong shape through, and says where', () => {
    const data = {
      keys: [{ path: 'HKLM\\X', lastWriteTime: null, values: [{ name: 'a', kind: 'REG_FOO', data: 1 }] }],
    };
    expect(sections({ dotnet: { data, gaps: [], tookMs: 7 } }).dotnet).toMatchObject({
      status: 'unread',
      reason: 'failed',
      code: 'badShape',
      detail: 'data.keys.0.values.0.kind',
    });
    expect(sections({ dotnet: { data: null, gaps: [], tookMs: 7 } }).dotnet).toMatchObject({
      code: 'badShape',
    });
  });

  test('keeps the reason of a probe that could not read, and tells skipped ones from missing ones', () => {
    const unread = { reason: 'timedOut', code: 'limit' } as const;
    const made = sections({ updates: { unread, tookMs: 60_000 } }, ['senders']);
    expect(made.updates).toEqual({ status: 'unread', ...unread, tookMs: 60_000 });
    expect(made.senders).toEqual({ status: 'unread', reason: 'skipped', code: 'skipped' });
    expect(made.winhttp).toMatchObject({ status: 'unread', reason: 'failed', code: 'notAsked' });
  });

  test('puts the services of Exchange into the certificates, or a gap for them', () => {
    const services = { source: 'Get-ExchangeCertificate', certificates: [] };
    const base: Answer = { data: certificates, gaps: [], tookMs: 10 };
    expect(
      sections({ certificates: base, exchangeServices: { data: services, gaps: [], tookMs: 5 } })
        .certificates,
    ).toEqual({
      status: 'read',
      data: { ...certificates, exchangeServices: services },
      gaps: [],
      tookMs: 15,
    });
    const unread = { reason: 'denied', code: 'cmdletNotFound' } as const;
    expect(
      sections({ certificates: base, exchangeServices: { unread, tookMs: 5 } }).certificates,
    ).toMatchObject({
      status: 'read',
      data: { exchangeServices: null },
      gaps: [{ what: 'exchangeServices', ...unread }],
    });
  });

  test('completes certificates from their bytes, and tells which it could not read', () => {
    const root = new X509Certificate(rootCertificates[0] ?? '');
    const names = { store: 'Cert:\\LocalMachine\\Root', subject: 'CN=x', issuer: 'CN=x' };
    const roots = [
      { ...names, raw: root.raw.toString('base64') },
      { ...names, raw: 'AAAA' },
    ];
    const made = sections({ certificates: { data: { ...certificates, roots }, gaps: [], tookMs: 1 } });
    expect(made.certificates).toMatchObject({
      status: 'read',
      data: { roots: [{ ...names, thumbprint: root.fingerprint.replaceAll(':', '') }] },
      gaps: [{ what: 'roots.1', reason: 'failed', code: 'badCertificate' }],
    });
    expect(JSON.stringify(made.certificates)).not.toContain('"raw"');
  });

  test('prefers the start that Windows Management tells, and does without it', () => {
    const told = { bootTime: '2026-11-02T00:00:00.000Z', source: 'Win32_OperatingSystem.LastBootUpTime' };
    const base: Answer = { data: os, gaps: [], tookMs: 1 };
    expect(sections({ os: base, bootTime: { data: told, gaps: [], tookMs: 2 } }).os).toEqual({
      status: 'read',
      data: { ...os, bootTime: told.bootTime, sources: { ...os.sources, bootTime: told.source } },
      gaps: [],
      tookMs: 3,
    });
    const hung: Answer = { unread: { reason: 'timedOut', code: 'limit' }, tookMs: 15_000 };
    expect(sections({ os: base, bootTime: hung }).os).toMatchObject({
      status: 'read',
      data: { bootTime: started.toISOString(), sources: { bootTime: 'GetTickCount64' } },
      gaps: [],
    });
  });

  test.each([
    ['ENOENT', 'notPresent'],
    ['EACCES', 'denied'],
    ['startTimedOut', 'timedOut'],
    ['silentExit', 'failed'],
  ])('without PowerShell (%s) every section says so', (code, reason) => {
    const made = makeSections(new PowerShellUnavailable(code, 'C:\\x.exe'), ['os'], started);
    for (const name of sectionNames) {
      expect(made[name]).toMatchObject(
        name === 'os'
          ? { reason: 'skipped' }
          : { status: 'unread', reason, code: `powershell:${code}`, detail: 'C:\\x.exe' },
      );
    }
  });
});
